"""Which of many recorded points a chart draws: no more than a screen can show, and never missing a spike."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def thinned(positions: NDArray[np.float64], end: float, most: int) -> NDArray[np.intp]:
    """Return the indices of at most `most` points, evenly spread over the axis; the first and the last are kept.

    The axis from 0 to `end` is cut into equal bins and the first point of each is kept, so that a run that grows keeps
    the points it has.

    Examples
    --------
    Four bins of width 2.5 keep the points at 0, 3, 5 and 8; the last point is the fifth.

    >>> thinned(np.arange(11.0), end=10.0, most=5).tolist()
    [0, 3, 5, 8, 10]
    """
    count = len(positions)
    if count <= most:
        return np.arange(count)
    starts = _bin_starts(positions, end, most - 1)
    return np.union1d(starts, [count - 1])


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
