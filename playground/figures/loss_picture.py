"""What is drawn of the loss over two weights, from above and as a surface; the browser's frontend/surface/ draws it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.loss_surface import LossSurface, LowestPoint
from playground.figures.epoch_axis import positions
from playground.figures.thinning import thinned
from playground.figures.value_axis import drawable
from playground.text.loss_surface_note import loss_surface_note

MOST_PATH_POINTS = 400
ARROW_SHARE = 0.15
"""Of the picture: how long the arrow is. It says which way is downhill, not how steep it is."""

_LOSS_DIGITS = 5
"""Of the losses that become colours and heights; the point's own loss is exact."""

Place = tuple[float, float]


@dataclass(frozen=True)
class LossPicture:
    """Everything that both pictures draw.

    Attributes
    ----------
    first, second : tuple of float
        The axes.
    losses : tuple of tuple of float or None
        A row for each value of the second parameter; None leaves a gap: the loss is too large to be drawn.
    point : (float, float)
    loss : float or None
        At the point; None if it cannot be drawn.
    played, ahead : tuple of (float, float)
        The path up to the point, and on from it.
    arrow : (float, float) or None
        Where the arrow from the point ends, down the gradient; None where the loss is level.
    minimum : (float, float) or None
        Where it is, if one lies inside.
    keeps_falling : (float, float, int, int) or None
        Otherwise the lowest place, and for each axis which way the loss keeps falling from there: 1 towards larger values,
        −1 towards smaller ones, 0 neither. None where it falls no further.
    note : str
    """

    first: tuple[float, ...]
    second: tuple[float, ...]
    losses: tuple[tuple[float | None, ...], ...]
    point: Place
    loss: float | None
    played: tuple[Place, ...]
    ahead: tuple[Place, ...]
    arrow: Place | None
    minimum: Place | None
    keeps_falling: tuple[float, float, int, int] | None
    note: str


def loss_picture(surface: LossSurface, names: tuple[str, str]) -> LossPicture:
    """Return the record of both pictures.

    Parameters
    ----------
    surface : LossSurface
    names : (str, str)
        What its two parameters are called.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.loss_surface import loss_surface
    >>> experiment = articles.single_neuron()
    >>> surface = loss_surface(experiment, experiment.run().history, epoch=15_000, parameters=(0, 2), points=5)
    >>> picture = loss_picture(surface, ("input 1", "input 3"))
    >>> picture.minimum, picture.keeps_falling[2:], picture.played[-1] == picture.point, len(picture.losses)
    (None, (1, -1), True, 5)
    """
    own = float(drawable([surface.loss], "linear")[0])
    played, ahead = _path(surface)
    minimum, keeps_falling = _lowest(surface.lowest)
    return LossPicture(
        first=tuple(surface.first.tolist()),
        second=tuple(surface.second.tolist()),
        losses=_with_gaps(drawable(surface.losses, "linear")),
        point=surface.point,
        loss=None if np.isnan(own) else own,
        played=played,
        ahead=ahead,
        arrow=_arrow_end(surface),
        minimum=minimum,
        keeps_falling=keeps_falling,
        note=loss_surface_note(surface, *names),
    )


def _lowest(lowest: LowestPoint | None) -> tuple[Place | None, tuple[float, float, int, int] | None]:
    """Return the minimum if there is one, else the place from where the loss keeps falling if it does."""
    if lowest is None:
        return None, None
    place = lowest.first, lowest.second
    if lowest.is_minimum:
        return place, None
    return None, (*place, *lowest.falls) if any(lowest.falls) else None


def _path(surface: LossSurface) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Return the path up to the point and on from it, of a long one as many places as can be told apart."""
    epochs = surface.path_epochs
    end = float(positions([max(int(epochs[-1]), 1)], "log")[0])
    # Early epochs move the most.
    kept = thinned(positions(epochs, "log"), surface.path, end, MOST_PATH_POINTS)
    before, after = kept[epochs[kept] < surface.epoch], kept[epochs[kept] > surface.epoch]
    return (*_places(surface.path[before]), surface.point), (surface.point, *_places(surface.path[after]))


def _places(numbers: NDArray[np.float64]) -> tuple[Place, ...]:
    return tuple((first, second) for first, second in numbers.tolist())


def _arrow_end(surface: LossSurface) -> Place | None:
    # Half the spans: that of two large numbers may be beyond the largest float.
    reach = np.array([axis[-1] / 2 - axis[0] / 2 for axis in (surface.first, surface.second)])
    with np.errstate(all="ignore"):
        shares = np.array(surface.downhill) / reach
        shares = shares / np.abs(shares).max()
        first, second = (surface.point + 2 * ARROW_SHARE * shares * reach).tolist()
    return (first, second) if np.isfinite([first, second]).all() else None


def _with_gaps(losses: NDArray[np.float64]) -> tuple[tuple[float | None, ...], ...]:
    return tuple(tuple(None if np.isnan(loss) else _rounded(loss) for loss in row.tolist()) for row in losses)


def _rounded(loss: float) -> float:
    return float(f"{loss:.{_LOSS_DIGITS}g}")
