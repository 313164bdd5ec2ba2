"""Can one neuron learn it? Answer with a proof either way: a plane between the classes, or why there is none."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.data.tables import as_table
from nncore.errors import TableError
from nncore.separability.class_sides import sides_of_each_class, two_sides
from nncore.separability.exact_rows import in_lowest_terms
from nncore.separability.nearest_combination import NearestCombination, nearest_combination
from nncore.separability.separability import Separability
from nncore.separability.separating_plane import SeparatingPlane, separating_plane
from nncore.separability.threshold_rows import rows_at_threshold
from nncore.separability.vanishing_proof import (
    Proof,
    proof_by_few_rows,
    proof_or_weights,
    vanishes_within_rounding,
)

Array = NDArray[np.float64]

CLEAR_GAP = 1e-11
"""A wider gap, where each column has a range of about 1, is no work of rounding."""

LARGEST_WHOLE = 1_000_000
"""Multipliers are whole numbers up to it: they can still be followed."""


def linear_separability(inputs: ArrayLike, targets: ArrayLike, *, bias: bool = True) -> Separability:
    """Return whether a single neuron can tell two classes apart, with a proof either way.

    Parameters
    ----------
    inputs : array_like, shape (rows, inputs)
        As the neuron sees them.
    targets : array_like, shape (rows, 1) or (rows,)
        0 and 1, or −1 and 1, or any two values: the higher is class 1.
    bias : bool
        Whether the neuron has one. Without it the plane goes through the origin.

    Returns
    -------
    Separability
        Weights that put every row strictly on its side, or multipliers that show that none can.

    Raises
    ------
    TableError
        If a table is malformed, if rows do not match, if the targets are no two classes, or if the columns are so large
        and so small that weights which separate them would be no floats.

    Notes
    -----
    Floats only propose; what is returned is proved in fractions, with every number taken as it is written: 0.1 is one
    tenth. Where that gives no proof, the binary fractions are tried that the numbers are held as. The one exception is a
    gap between the classes of less than 10⁻¹¹ with every column brought to about 1, which closes if the cells move by
    2⁻⁴⁸ (4 · 10⁻¹⁵) of the largest number beside them: it is what rounding leaves of a row that touches the other class,
    and counts as none. Then `exact_multipliers` is None.
    Source: P. Gordan, "Über die Auflösung linearer Gleichungen mit reellen Coefficienten", Mathematische Annalen 6, 1873.

    Examples
    --------
    XOR cannot be learnt: its first and last row together have the same middle as the two others.

    >>> xor = [[0, 0], [0, 1], [1, 0], [1, 1]]
    >>> answer = linear_separability(xor, [0, 1, 1, 0])
    >>> answer.separable, answer.multipliers.tolist(), answer.rows
    (False, [1.0, 1.0, 1.0, 1.0], (0, 1, 2, 3))

    AND can: the line x₁ + x₂ = 1.5, from which three rows have a distance of 0.5 / √2.

    >>> answer = linear_separability(xor, [0, 0, 0, 1])
    >>> answer.separable, (answer.weights / answer.weights[0]).round(6).tolist(), round(answer.margin, 6), answer.rows
    (True, [1.0, 1.0], 0.353553, (1, 2, 3))
    """
    table = as_table("inputs", inputs)
    signs = two_sides(targets)
    _require_same_rows(table, signs)
    return _separability(table, signs, bias)


def separability_of_each_class(inputs: ArrayLike, targets: ArrayLike, *, bias: bool = True) -> tuple[Separability, ...]:
    """Return for each of several classes whether a single neuron can tell it from all the others.

    Parameters
    ----------
    inputs : array_like, shape (rows, inputs)
    targets : array_like, shape (rows, classes), (rows, 1) or (rows,)
        Several columns: one 1 in each row, else 0. One column: each value is a class, in rising order.
    bias : bool

    Raises
    ------
    TableError
        If a table is malformed, if rows do not match, or if several columns are no classes.

    Examples
    --------
    Of three classes along a line only the two outer ones can be cut off.

    >>> answers = separability_of_each_class([[1], [2], [3]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    >>> [answer.separable for answer in answers]
    [True, False, True]
    """
    table = as_table("inputs", inputs)
    each = sides_of_each_class(targets)
    _require_same_rows(table, each[0])
    return tuple(_separability(table, signs, bias) for signs in each)


def _require_same_rows(inputs: Array, signs: Array) -> None:
    if len(inputs) != len(signs):
        raise TableError(
            f"inputs has {len(inputs):,} rows but targets has {len(signs):,}. Both need one row per sample."
        )


@np.errstate(over="ignore", invalid="ignore")  # what floats only propose may overflow: then it proves nothing
def _separability(inputs: Array, signs: Array, bias: bool) -> Separability:
    inputs = inputs + 0.0  # −0 is 0
    rows = np.column_stack([inputs, np.ones(len(inputs))] if bias else [inputs]) * signs[:, None]
    zeros = np.flatnonzero(~rows.any(axis=1)).tolist()
    if zeros:
        return _not_separable(rows, {zeros[0]: Fraction(1)})
    if bias and abs(signs.sum()) == len(signs):
        weights = _read_only(np.zeros(inputs.shape[1]))
        return Separability(True, weights, float(signs[0]), np.inf, rows=tuple(range(len(signs))))
    if (pair := _contradiction(inputs, signs)) is not None:
        return _not_separable(rows, dict.fromkeys(pair, Fraction(1)))
    found = nearest_combination(inputs, signs, bias, alike=False)
    if found.gap > CLEAR_GAP:
        plane = _farthest_plane(inputs, signs, bias, found)
        if plane is not None:
            return _separable(plane)
    return _proved_exactly(inputs, signs, bias, rows, found)


def _contradiction(inputs: Array, signs: Array) -> tuple[int, int] | None:
    """Return the first two rows that are the same and belong to different classes: the shortest proof there is."""
    seen: dict[bytes, int] = {}
    for row, (cells, sign) in enumerate(zip(inputs, signs.tolist(), strict=True)):
        first = seen.setdefault(cells.tobytes(), row)
        if signs[first] != sign:
            return first, row
    return None


def _farthest_plane(inputs: Array, signs: Array, bias: bool, found: NearestCombination) -> SeparatingPlane | None:
    planes = [separating_plane(inputs, signs, found.weights, bias)]
    farther = nearest_combination(inputs, signs, bias, alike=True, start=found.multipliers)
    planes.append(separating_plane(inputs, signs, farther.weights, bias))
    return max((plane for plane in planes if plane is not None), key=lambda plane: plane.margin, default=None)


def _proved_exactly(inputs: Array, signs: Array, bias: bool, rows: Array, found: NearestCombination) -> Separability:
    """Return the answer where floats leave it open, or say that nothing separates, which they cannot prove."""
    proof = proof_by_few_rows(rows, found.multipliers)
    if proof is not None:
        return _not_separable(rows, proof)
    guess = rows[:, : inputs.shape[1]] @ found.weights
    answer = proof_or_weights(rows, np.flatnonzero(found.multipliers).tolist(), guess)
    if isinstance(answer, dict):
        return _not_separable(rows, answer)
    within = vanishes_within_rounding(inputs, signs, found.multipliers, bias)
    if within is not None:
        return _not_separable(rows, within, exact=False)
    largest = max(abs(weight) for weight in answer)
    weights = np.array([float(weight / largest) for weight in answer[: inputs.shape[1]]])
    plane = separating_plane(inputs, signs, weights, bias)
    if plane is None:
        raise TableError(
            "The classes can be separated, but only with weights that floats cannot hold. Scale the inputs."
        )
    return _separable(plane)


def _separable(plane: SeparatingPlane) -> Separability:
    return Separability(True, _read_only(plane.weights), plane.bias, plane.margin, rows=plane.nearest)


def _not_separable(rows: Array, proof: Proof, *, exact: bool = True) -> Separability:
    shared = math.lcm(*(number.denominator for number in proof.values()))
    whole = in_lowest_terms([int(number * shared) for number in proof.values()])
    divisor = 1 if max(whole) <= LARGEST_WHOLE else sum(whole)
    numbers = [Fraction(0)] * len(rows)
    for row, number in zip(proof, whole, strict=True):
        numbers[row] = Fraction(number, divisor)
    zeros = np.flatnonzero(~rows.any(axis=1)).tolist()
    return Separability(
        False,
        multipliers=_read_only(np.array([float(number) for number in numbers])),
        exact_multipliers=tuple(numbers) if exact else None,
        rows=tuple(sorted(proof)),
        at_threshold=tuple(sorted({*zeros, *(rows_at_threshold(rows, proof) if exact else ())})),
    )


def _read_only(numbers: Array) -> Array:
    numbers.flags.writeable = False
    return numbers
