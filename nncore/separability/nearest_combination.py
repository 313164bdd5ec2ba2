"""Put both sides of the question to floats, as one non-negative least-squares problem.

The rows aᵢ = sᵢ · (xᵢ, 1) are combined with multipliers that are not negative and should sum to 1, so that the
combination comes as near to zero as it can. If it gets there, the multipliers prove that nothing separates the rows. If
it does not, what is left over is the normal of a plane that has all of them on one side.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.separability.non_negative_least_squares import non_negative_least_squares

Array = NDArray[np.float64]

FAR_COLUMN = 1e4
"""A bias that costs so much less than a weight is as good as free: the margin lacks less than inputs / (2 · 10⁸) of it."""


@dataclass(frozen=True)
class NearestCombination:
    """What floats say to both sides of the question; nothing of it is proved.

    Attributes
    ----------
    multipliers : ndarray, shape (rows,)
        ≥ 0; near a vanishing combination if there is one.
    weights : ndarray, shape (inputs,)
        Of a plane that separates the classes if one does; it is not scaled.
    gap : float
        How far the nearest row is from that plane when every column, and without a bias every row too, is brought to a
        length of about 1. It is not positive if the plane does not separate.
    """

    multipliers: Array
    weights: Array
    gap: float


def nearest_combination(
    inputs: Array, signs: Array, bias: bool, *, alike: bool, start: Array | None = None
) -> NearestCombination:
    """Return the combination of signed rows that is nearest to zero, and the plane that goes with it.

    Parameters
    ----------
    inputs : ndarray, shape (rows, inputs)
    signs : ndarray, shape (rows,)
        1 or −1; without a bias no row is all zeros.
    bias : bool
    alike : bool
        True keeps the proportions between columns and rows, so that the plane is the farthest from its nearest row.
        False brings each to its own range, with which rounding does the least harm.
    start : ndarray, shape (rows,), optional
        Multipliers that may be near the answer.

    Examples
    --------
    >>> found = nearest_combination(np.array([[0.0], [4.0]]), np.array([-1.0, 1.0]), True, alike=False)
    >>> found.weights > 0, round(found.gap, 3)
    (array([ True]), 1.0)
    """
    centre, unit = _centre_and_unit(inputs, bias, alike)
    rows = (inputs / unit - centre / unit) * signs[:, None]
    if bias:
        rows = np.column_stack([rows, signs * (FAR_COLUMN if alike else 1.0)])
    lengths = np.ones(len(rows)) if alike or bias else np.sqrt((rows**2).sum(axis=1))
    lengths = np.where(lengths > 0, lengths, 1.0)
    rows /= lengths[:, None]
    matrix = np.vstack([rows.T, np.ones(len(rows))])
    wanted = np.eye(len(matrix))[-1]
    multipliers, residual = non_negative_least_squares(matrix, wanted, None if start is None else start * lengths)
    gap, normal = _wider(rows, -residual[:-1], _even_on(rows[multipliers > 0]))
    return NearestCombination(multipliers / lengths, normal[: inputs.shape[1]] / unit, gap)


def _centre_and_unit(inputs: Array, bias: bool, alike: bool) -> tuple[Array, Array]:
    low, high = inputs.min(axis=0), inputs.max(axis=0)
    # Halves first: the difference of two floats may be beyond the largest.
    centre = low / 2 + high / 2 if bias else np.zeros_like(low)
    unit = high / 2 - low / 2 if bias else np.maximum(np.abs(low), np.abs(high))
    if alike:
        unit = np.full_like(unit, unit.max())
    return centre, np.where(unit > 0, unit, 1.0)


def _even_on(nearest: Array) -> Array:
    """Return the shortest normal with the same product with each of some rows: more exact than the residual if it is short."""
    return np.asarray(np.linalg.lstsq(nearest, np.ones(len(nearest)), rcond=None)[0], dtype=np.float64)


def _wider(rows: Array, *normals: Array) -> tuple[float, Array]:
    def gap(normal: Array) -> float:
        largest = np.abs(normal).max()
        if not 0 < largest < np.inf:
            return 0.0
        near_one = normal / largest  # its squares are neither too large nor too small
        return float((rows @ near_one).min()) / float(np.sqrt((near_one**2).sum()))

    gaps = [gap(normal) for normal in normals]
    best = int(np.argmax(gaps))
    return gaps[best], normals[best]
