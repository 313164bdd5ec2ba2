"""Find the rows that lie exactly at the threshold where two classes touch, but do not overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import mul

import numpy as np
from numpy.typing import NDArray

from nncore.separability.exact_combination import orthogonal_directions
from nncore.separability.exact_rows import READINGS, exact_rows, whole_columns
from nncore.separability.exact_simplex import exact_alternative
from nncore.separability.vanishing_proof import Proof

Array = NDArray[np.float64]

MOST_CELLS = 300
"""Of a larger table it would take too long to find out."""


def rows_at_threshold(rows: Array, proof: Proof) -> tuple[int, ...]:
    """Return the rows that are exactly at the threshold of every plane that has no row on its wrong side.

    Parameters
    ----------
    rows : ndarray, shape (rows, columns)
        Signed, with the column of the bias if there is one.
    proof : dict from int to Fraction
        Multipliers that show that nothing separates them.

    Returns
    -------
    tuple of int
        Empty if every plane that is not the same for all rows has some row on its wrong side, if the proof holds only
        within rounding, and for a table of more than `MOST_CELLS` cells.

    Notes
    -----
    A plane with no row on its wrong side has the rows of every proof on itself: their products with its weights are not
    negative, and a sum of them with positive multipliers is 0. So only weights orthogonal to those rows are left. Among
    them the same question is asked of the other rows, until they can be separated or none is left.

    Examples
    --------
    (1, 1) touches the line through (0, 2) and (2, 0), from which (0, 0) stays away.

    >>> inputs = np.array([[0.0, 2.0], [2.0, 0.0], [1.0, 1.0], [0.0, 0.0]])
    >>> signs = np.array([[-1.0], [-1.0], [1.0], [-1.0]])
    >>> rows_at_threshold(np.hstack([inputs, np.ones((4, 1))]) * signs, {0: 1, 1: 1, 2: 2})
    (0, 1, 2)
    """
    if rows.size > MOST_CELLS:
        return ()
    for reading in READINGS:
        whole, _ = whole_columns(exact_rows(rows, reading))
        columns = zip(*(whole[row] for row in proof), strict=True)
        if not any(sum(map(mul, column, proof.values())) for column in columns):
            return _on_every_plane(whole, set(proof))
    return ()


def _on_every_plane(rows: Sequence[Sequence[int]], there: set[int]) -> tuple[int, ...]:
    while True:
        directions = orthogonal_directions([rows[row] for row in there])
        seen = {row: _products(directions, rows[row]) for row in range(len(rows)) if row not in there}
        there |= {row for row, products in seen.items() if not any(products)}
        others = [row for row in seen if row not in there]
        if not others:
            return ()
        answer = exact_alternative([seen[row] for row in others])
        if answer.multipliers is None:
            return tuple(sorted(there))
        there |= {row for row, multiplier in zip(others, answer.multipliers, strict=True) if multiplier}


def _products(vectors: Iterable[Sequence[int]], other: Sequence[int]) -> list[int]:
    return [sum(map(mul, vector, other)) for vector in vectors]
