"""Minimise the length of a residual over non-negative unknowns: Lawson and Hanson's active set.

Source: C. L. Lawson, R. J. Hanson, *Solving Least Squares Problems*, 1974, chapter 23.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

STEPS_PER_EQUATION = 30
"""How many unknowns may enter for each equation before the search ends where it is; some two are usual."""

ROUNDING = 2.0**-50
"""A slope below it, in units of the columns' lengths, is not told from 0."""

SMALLEST = float(np.finfo(np.float64).tiny)
"""Keeps 0 / 0 from being asked."""


def non_negative_least_squares(matrix: Array, wanted: Array, start: Array | None = None) -> tuple[Array, Array]:
    """Return the unknowns λ ≥ 0 for which ``matrix @ λ`` comes nearest to what is wanted, and what is left over.

    Parameters
    ----------
    matrix : ndarray, shape (equations, unknowns)
    wanted : ndarray, shape (equations,)
    start : ndarray, shape (unknowns,), optional
        Non-negative, with linearly independent columns where it is not 0: the nearer to the answer, the sooner it is found.

    Returns
    -------
    unknowns : ndarray, shape (unknowns,)
        The columns of those that are not 0 are linearly independent, up to rounding.
    residual : ndarray, shape (equations,)
        ``wanted - matrix @ unknowns``. No column points its way: ``matrix.T @ residual`` is 0 for the unknowns that are
        not 0, and nowhere positive, up to rounding.

    Examples
    --------
    (2, −1) is wanted of the columns (1, 0) and (0, 1): the second cannot be taken negatively.

    >>> non_negative_least_squares(np.eye(2), np.array([2.0, -1.0]))
    (array([2., 0.]), array([ 0., -1.]))
    """
    unknowns = np.zeros(matrix.shape[1])
    if start is not None:
        unknowns = _settled(matrix, wanted, start, _best(matrix, wanted, start > 0))
    lengths = np.sqrt((matrix**2).sum(axis=0))
    least = ROUNDING * lengths * max(1.0, lengths.max())
    barred = np.zeros(matrix.shape[1], dtype=bool)
    for _ in range(STEPS_PER_EQUATION * len(wanted)):
        free = unknowns > 0
        residual = wanted - matrix[:, free] @ unknowns[free]
        slopes = np.where(free | barred, -np.inf, matrix.T @ residual - least)
        entering = int(np.argmax(slopes))
        if not slopes[entering] > 0:
            break
        free[entering] = True
        best = _best(matrix, wanted, free)
        if best[entering] <= 0:
            barred[entering] = True  # it is rounding that seemed to point its way
            continue
        unknowns = _settled(matrix, wanted, unknowns, best)
        barred[:] = False
    return unknowns, wanted - matrix @ unknowns


def _settled(matrix: Array, wanted: Array, unknowns: Array, best: Array) -> Array:
    """Return the unknowns after they have gone to where they are best, as far as all stay non-negative."""
    free = best != 0
    while (best[free] <= 0).any():
        falling = np.flatnonzero(free & (best <= 0))
        reach = unknowns[falling] / (unknowns[falling] - best[falling] + SMALLEST)
        unknowns = unknowns + reach.min() * (best - unknowns)
        free[falling[reach == reach.min()]] = False
        unknowns = np.where(free, unknowns, 0.0)
        best = _best(matrix, wanted, free)
    return best


def _best(matrix: Array, wanted: Array, free: NDArray[np.bool_]) -> Array:
    """Return the unknowns that are best if the free ones may have any sign and the others are 0."""
    best = np.zeros(matrix.shape[1])
    best[free] = np.linalg.lstsq(matrix[:, free], wanted, rcond=None)[0]
    return best
