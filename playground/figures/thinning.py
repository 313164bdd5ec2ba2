"""Which of many recorded points a chart draws: no more than a screen can show, and never missing a spike."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

JUMP = 0.01
"""A line that moves by so much of the range that all lines of a chart take, from one point to the next, has jumped."""


def thinned(positions: NDArray[np.float64], values: NDArray[np.float64], end: float, most: int) -> NDArray[np.intp]:
    """Return the indices of at most `most` points of several lines, spread over the axis, and both sides of each jump.

    The axis from 0 to `end` is cut into equal bins and the first point of each is kept, so that a run that grows keeps
    the points it has. A weight that somebody sets jumps within one epoch: a line without the two points of it would pass
    where the weight never was. So where lines jump the bins are twice as wide, and the largest jumps have the other half
    of the points.

    Parameters
    ----------
    positions : ndarray, shape (k,)
        Ascending, from 0 to at most `end`.
    values : ndarray, shape (k, lines)
        NaN where a line has a gap.
    end : float
    most : int
        At least 3.

    Returns
    -------
    ndarray of int
        Ascending; the first and the last point are among them.

    Examples
    --------
    Four bins of width 2.5 keep the points at 0, 3, 5 and 8; the last point is the fifth. A line that jumps behind the
    point at 4 keeps that, and the next.

    >>> thinned(np.arange(11.0), np.zeros((11, 1)), end=10.0, most=5).tolist()
    [0, 3, 5, 8, 10]
    >>> jumping = np.where(np.arange(13.0) > 4, 1.0, 0.0)[:, np.newaxis]
    >>> thinned(np.arange(13.0), jumping, end=12.0, most=8).tolist()
    [0, 4, 5, 8, 12]
    """
    count = len(positions)
    if count <= most:
        return np.arange(count)
    bins = (most - 1) // 2
    evenly = np.union1d(_bin_starts(positions, end, 2 * bins), [count - 1])
    jumps = _jumps(values)
    # The first epochs of a run move far, too, and stand so wide apart on their axis that all are kept.
    missed = jumps[~np.isin(jumps, evenly) | ~np.isin(jumps - 1, evenly)][: bins // 2]
    if not missed.size:
        return evenly
    return np.unique(np.concatenate([_bin_starts(positions, end, bins), [count - 1], missed - 1, missed]))


def _jumps(values: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return the points at which any line has jumped since the one before, the largest jump first."""
    steps = np.nanmax(np.abs(np.diff(values, axis=0)), axis=1, initial=0.0)
    reach = np.nanmax(values, initial=-np.inf) - np.nanmin(values, initial=np.inf)
    places = np.flatnonzero(steps > max(JUMP * reach, 0)) + 1
    return places[np.argsort(-steps[places - 1], kind="stable")]


def thinned_with_extremes(
    positions: NDArray[np.float64], values: NDArray[np.float64], end: float, most: int
) -> NDArray[np.intp]:
    """Return the indices of at most `most` points that keep the smallest and the largest value of every bin.

    Values that are NaN cannot be drawn; a bin that holds nothing else keeps one of them, which leaves a gap.

    Examples
    --------
    Two bins; in each the smallest and the largest value are kept, and besides them the first and the last point.

    >>> values = np.array([5.0, 1.0, 9.0, 4.0, 3.0, 8.0, 0.0, 2.0])
    >>> thinned_with_extremes(np.arange(8.0), values, end=7.0, most=6).tolist()
    [0, 1, 2, 5, 6, 7]
    """
    count = len(positions)
    if count <= most:
        return np.arange(count)
    starts = _bin_starts(positions, end, (most - 2) // 2)
    kept = {0, count - 1}
    for start, stop in zip(starts, [*starts[1:], count], strict=True):
        part = values[start:stop]
        if np.isnan(part).all():
            kept.add(int(start))
        else:
            kept.update((int(start + np.nanargmin(part)), int(start + np.nanargmax(part))))
    return np.array(sorted(kept))


def _bin_starts(positions: NDArray[np.float64], end: float, bins: int) -> NDArray[np.intp]:
    numbers = np.minimum(np.floor(positions / end * bins), bins - 1)
    return np.flatnonzero(np.diff(numbers, prepend=-1.0))
