"""The exact loss of the training table over two parameters, and where a run is and was above them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.errors import SettingError, require_whole_number
from nncore.experiment.experiment import Experiment
from nncore.loss_surface.axis_range import axis_range, axis_through
from nncore.loss_surface.lowest_point import LowestPoint, lowest_point
from nncore.loss_surface.plane import Plane
from nncore.loss_surface.trained_parameters import trained_parameters
from nncore.quoting import quoted
from nncore.training.history import History

Array = NDArray[np.float64]

POINTS = 60
"""Places on each axis."""

MOST_POINTS = 200


@dataclass(frozen=True, eq=False)
class LossSurface:
    """The loss over two parameters, all others held at those of an epoch.

    Attributes
    ----------
    epoch : int
    parameters : (int, int)
        The places of the two in the flat vector.
    first, second : ndarray, shape (points,)
        The axes, ascending; the point is one of the places of each.
    losses : ndarray, shape (points, points)
        One row for each value of the second parameter. Infinite or NaN where the loss is too large for a number.
    point : (float, float)
        The two parameters at the epoch.
    loss : float
        There. The point lies on the surface, with no other epoch's.
    downhill : (float, float)
        The negative gradient of the loss at the point, in the plane.
    path_epochs : ndarray, shape (k,)
        The recorded epochs.
    path : ndarray, shape (k, 2)
        The two parameters at each.
    is_projection : bool
        Whether the path is but a projection: the others were not always what they are held at here.
    is_penalized : bool
        Whether the run also lowers a penalty, which the surface is without.
    lowest : LowestPoint or None
        A minimum only if it lies inside; None if no loss is finite.
    """

    epoch: int
    parameters: tuple[int, int]
    first: Array
    second: Array
    losses: Array
    point: tuple[float, float]
    loss: float
    downhill: tuple[float, float]
    path_epochs: NDArray[np.int64]
    path: Array
    is_projection: bool
    is_penalized: bool
    lowest: LowestPoint | None


def loss_surface(
    experiment: Experiment, history: History, *, epoch: int, parameters: tuple[int, int], points: int = POINTS
) -> LossSurface:
    """Return the exact loss of the whole training table over two parameters, the others held at those of an epoch.

    Parameters
    ----------
    experiment : Experiment
    history : History
        Of a run of it.
    epoch : int
        Of that run.
    parameters : (int, int)
        Two different places in the flat vector.
    points : int
        On each axis, 3 to 200.

    Returns
    -------
    LossSurface
        Its axes go around the recorded path, so they are the same at every epoch; only an epoch that is not recorded and
        lies far from all that are widens them.

    Raises
    ------
    EpochError
        If the run does not have this epoch.
    SettingError
        If there are no such two parameters, or too few or too many points.

    Notes
    -----
    The networks of all places are a population, computed a few at a time: memory does not grow with the points. The loss
    is without a penalty, as in `History.loss`.

    Examples
    --------
    >>> from nncore import articles
    >>> experiment = articles.single_neuron()
    >>> history = experiment.run().history
    >>> surface = loss_surface(experiment, history, epoch=15_000, parameters=(0, 2))
    >>> surface.losses.shape, surface.loss == history.loss[-1].item(), surface.is_projection
    ((60, 60), True, True)
    >>> surface.lowest.is_minimum, surface.lowest.falls  # it keeps falling: the first weight larger, the third smaller
    (False, (1, -1))
    """
    pair = _checked_pair(parameters, experiment.architecture.parameter_count)
    points = require_whole_number("points", points, at_least=3, at_most=MOST_POINTS)
    held = history.network_at(epoch).parameters
    plane = Plane(experiment, held, pair)
    path = history.parameters[:, pair]
    point = (float(held[pair[0]]), float(held[pair[1]]))
    first, second = (axis_through(_around(path[:, axis], value), value, points) for axis, value in enumerate(point))
    losses = plane.grid(first, second)
    return LossSurface(
        epoch=epoch,
        parameters=pair,
        first=first,
        second=second,
        losses=losses,
        point=point,
        loss=float(experiment.losses_at(held[None])[0]),
        downhill=plane.downhill(*point),
        path_epochs=history.epochs,
        path=path,
        is_projection=_is_projection(experiment, history, held, pair),
        is_penalized=experiment.plan.is_penalized,
        lowest=lowest_point(plane, first, second, losses),
    )


def _around(values: Array, value: float) -> tuple[float, float]:
    """Return the range around a path; around the path and the point if that lies outside of it."""
    low, high = axis_range(values)
    return (low, high) if low < value < high else axis_range(np.append(values, value))


def _is_projection(experiment: Experiment, history: History, held: Array, pair: tuple[int, int]) -> bool:
    others = np.delete(np.arange(len(held)), pair)
    held_all_along = bool((history.parameters[:, others] == held[others]).all())
    return not (set(trained_parameters(experiment)) == set(pair) and held_all_along)


def _checked_pair(parameters: tuple[int, int], count: int) -> tuple[int, int]:
    if count < 2:
        raise SettingError("A loss surface needs two parameters to go over. Got a network that has but one.")
    if not isinstance(parameters, tuple | list) or len(parameters) != 2:
        raise SettingError(
            f"parameters must be two places in the flat vector, such as (0, 1). Got {quoted(parameters)}."
        )
    first, second = (require_whole_number("parameters", place, at_least=0, at_most=count - 1) for place in parameters)
    if first == second:
        raise SettingError(f"parameters must be two different places in the flat vector. Got {first} twice.")
    return first, second
