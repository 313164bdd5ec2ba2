"""From where to where an axis goes: around the path of the run and the point."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

LEAST_SHARE = 0.1
"""Of the largest value: how far an axis reaches beyond a path that hardly moves."""

_LARGEST = float(np.finfo(np.float64).max)
_SMALLEST = float(np.finfo(np.float64).tiny) / LEAST_SHARE


def axis_range(values: Array) -> tuple[float, float]:
    """Return the ends of an axis: what the values span, and half as much again on either side.

    Parameters
    ----------
    values : ndarray, shape (k,)
        Finite, at least one: a parameter over the epochs of a run.

    Examples
    --------
    >>> axis_range(np.array([0.0, 4.0])), axis_range(np.array([10.0, 10.0])), axis_range(np.array([0.0]))
    ((-2.0, 6.0), (9.0, 11.0), (-1.0, 1.0))
    """
    low, high = float(values.min()), float(values.max())
    # Halves first: the span of two large numbers may be beyond the largest float.
    reach = max(high / 2 - low / 2, LEAST_SHARE * max(abs(low), abs(high)))
    if reach < _SMALLEST:
        reach = 1.0
    return max(low - reach, -_LARGEST), min(high + reach, _LARGEST)


def axis_through(ends: tuple[float, float], value: float, points: int) -> Array:
    """Return evenly spaced places from end to end, the nearest of them moved to where a value lies.

    Parameters
    ----------
    ends : (float, float)
        With the value between them.
    value : float
    points : int
        At least three.

    Returns
    -------
    ndarray, shape (points,)
        Ascending.

    Examples
    --------
    >>> axis_through((0.0, 4.0), 0.75, 5).tolist()
    [0.0, 0.75, 2.0, 3.0, 4.0]
    """
    axis = evenly(*ends, points)
    axis[1 + np.abs(axis[1:-1] - value).argmin()] = value
    return axis


def evenly(low: float, high: float, points: int) -> Array:
    """Return evenly spaced places, where ``numpy.linspace`` may overflow too."""
    share = np.arange(points) / (points - 1)
    return np.asarray(low * (1 - share) + high * share)
