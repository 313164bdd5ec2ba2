"""From a place near a minimum to the minimum itself, by Newton's method."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nncore.loss_surface.plane import Plane

Array = NDArray[np.float64]

_STEPS = 12
# Of an axis: how far to either side the gradient is compared to see how it bends.
_ASIDE = 1e-4


def bottom_of_valley(
    plane: Plane, axes: tuple[Array, Array], place: tuple[float, float], loss: float
) -> tuple[float, float, float]:
    """Return both parameters at the bottom of the valley that a place lies in, and the loss there.

    Parameters
    ----------
    plane : Plane
    axes : (ndarray, ndarray)
        Of both parameters, ascending: their ends are not left.
    place : (float, float)
        Near a minimum.
    loss : float
        At the place. A step that does not lower it is not taken.

    Examples
    --------
    A line through three points: by least squares its weight is 3/2, and its bias 1/3.

    >>> import nncore
    >>> line = nncore.Experiment(
    ...     nncore.Dataset([[1.0], [2.0], [3.0]], [[2.0], [3.0], [5.0]]), nncore.Architecture((1, 1), ("linear",)),
    ...     loss="mean_squared_error", optimizer=nncore.SGD(0.1), epochs=1)
    >>> axis = np.linspace(0, 2, 60)
    >>> bottom = bottom_of_valley(Plane(line, np.zeros(2), (0, 1)), (axis, axis), (1.4, 0.5), 1.0)
    >>> [round(number, 9) for number in bottom]
    [1.5, 0.333333333, 0.055555556]
    """
    at = np.array(place)
    low, high = (np.array([axis[end] for axis in axes]) for end in (0, -1))
    with np.errstate(all="ignore"):
        aside = (high - low) * _ASIDE
        for _ in range(_STEPS):
            step = _newton_step(plane, at, aside)
            if step is None:
                break
            ahead = np.clip(at + step, low, high)
            found = float(plane.losses(*ahead))
            if not found < loss:
                break
            at, loss = ahead, found
    return float(at[0]), float(at[1]), loss


def _newton_step(plane: Plane, at: Array, aside: Array) -> Array | None:
    """Return the step to where the gradient would be 0 if it went on as it does here; None where the loss has no bottom."""
    downhill = np.array(plane.downhill(*at))
    columns = []
    for moved in np.diag(aside):
        difference = np.subtract(plane.downhill(*(at - moved)), plane.downhill(*(at + moved)))
        columns.append(difference / (2 * moved.sum()))
    curvature = (np.array(columns) + np.transpose(columns)) / 2
    if not (np.isfinite(curvature).all() and (np.linalg.eigvalsh(curvature) > 0).all()):
        return None
    return np.linalg.solve(curvature, downhill)
