"""Prove exactly that nothing separates some rows: multipliers with which their combination vanishes."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from nncore.separability.exact_combination import vanishing_combination
from nncore.separability.exact_rows import READINGS, as_typed, exact_rows, whole_columns
from nncore.separability.exact_simplex import exact_alternative

Array = NDArray[np.float64]
Proof = dict[int, Fraction]

NOT_ZERO = (1e-12, 1e-8, 0.0)
"""Multipliers above this share of the largest are tried as the rows of a proof, in this order."""

WITHIN_ROUNDING = 2.0**-48
"""A combination that is nearer to zero, in units of the largest number combined, is not told from zero by floats."""

ROWS_AT_ONCE = 40
"""So many rows join the linear program at a time."""


def proof_by_few_rows(rows: Array, multipliers: Array) -> Proof | None:
    """Return the exact form of multipliers that are known as floats; None if they are not those of an exact proof.

    Parameters
    ----------
    rows : ndarray, shape (rows, columns)
        Signed, with the column of the bias if there is one.
    multipliers : ndarray, shape (rows,)

    Returns
    -------
    dict from int to Fraction, or None
        The multipliers that are not 0.

    Examples
    --------
    >>> proof_by_few_rows(np.array([[0.1, 1.0], [-0.3, -1.0], [0.5, 1.0]]), np.array([0.25, 0.5, 0.25]))
    {0: Fraction(1, 1), 1: Fraction(2, 1), 2: Fraction(1, 1)}
    """
    tried = set()
    for share in NOT_ZERO:
        few = tuple(np.flatnonzero(multipliers > share * multipliers.max()).tolist())
        if not few or few in tried:
            continue
        tried.add(few)
        for reading in READINGS:
            whole, _ = whole_columns(exact_rows(rows[list(few)], reading))
            combination = vanishing_combination(whole)
            if combination is not None:
                return {row: Fraction(number) for row, number in zip(few, combination, strict=True) if number}
    return None


def proof_or_weights(rows: Array, first: Sequence[int], guess: Array) -> Proof | tuple[Fraction, ...]:
    """Return an exact proof, or exact weights with which every signed row has a positive product; it always ends.

    Parameters
    ----------
    rows : ndarray, shape (rows, columns)
        Signed, as they are typed.
    first : sequence of int
        Rows to begin with.
    guess : ndarray, shape (rows,)
        The lower, the earlier a row joins.

    Examples
    --------
    >>> proof_or_weights(np.array([[1.0], [-1.0]]), [0], np.zeros(2))
    {0: Fraction(1, 2), 1: Fraction(1, 2)}
    """
    exact = exact_rows(rows, as_typed)
    order = np.argsort(guess, kind="stable").tolist()
    chosen = list(dict.fromkeys([*first, *order[:ROWS_AT_ONCE]]))
    while True:
        whole, factors = whole_columns([exact[row] for row in chosen])
        answer = exact_alternative(whole)
        if answer.multipliers is not None:
            return {row: number for row, number in zip(chosen, answer.multipliers, strict=True) if number}
        assert answer.weights is not None
        weights = tuple(weight * factor for weight, factor in zip(answer.weights, factors, strict=True))
        products = [_product(weights, row) for row in exact]
        wrong = sorted((product, row) for row, product in enumerate(products) if product <= 0)
        if not wrong:
            return weights
        chosen += [row for _, row in wrong[:ROWS_AT_ONCE]]


def _product(weights: Sequence[Fraction], row: Sequence[Fraction]) -> Fraction:
    return sum((weight * number for weight, number in zip(weights, row, strict=True)), Fraction(0))


def vanishes_within_rounding(inputs: Array, signs: Array, multipliers: Array, bias: bool) -> Proof | None:
    """Return multipliers whose combination is so near to zero that no float can tell; None if it is not.

    Examples
    --------
    The middle of 0.1 and 0.7 is 0.4, and what floats make of it is not quite.

    >>> inputs = np.array([[0.1], [np.nextafter(0.4, 1)], [0.7]])
    >>> sorted(vanishes_within_rounding(inputs, np.array([1.0, -1.0, 1.0]), np.array([1.0, 2.0, 1.0]), True).items())
    [(0, Fraction(1, 4)), (1, Fraction(1, 2)), (2, Fraction(1, 4))]
    """
    exact = {row: Fraction(multipliers[row].item()) for row in np.flatnonzero(multipliers).tolist()}
    # With a bias the column of ones must vanish exactly: each class has one half of the sum.
    parts = [[row for row in exact if signs[row] == sign] for sign in (-1.0, 1.0)] if bias else [list(exact)]
    if not all(parts):
        return None
    for part in parts:
        total = len(parts) * sum((exact[row] for row in part), Fraction(0))
        exact.update({row: exact[row] / total for row in part})
    for column in inputs.T:
        signed = (number * Fraction(signs[row] * column[row].item()) for row, number in exact.items())
        combined = sum(signed, Fraction(0))
        if abs(combined) > Fraction(WITHIN_ROUNDING) * Fraction(np.abs(column[list(exact)]).max().item()):
            return None
    return exact
