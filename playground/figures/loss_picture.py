"""What is drawn of the loss over two weights: the record of its contour and of its surface."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.loss_surface import LossSurface
from playground.figures.epoch_axis import positions
from playground.figures.thinning import thinned
from playground.figures.value_axis import ValueScale, drawable
from playground.text.loss_surface_note import loss_surface_note

MOST_PATH_POINTS = 400
ARROW_SHARE = 0.15
"""Of the picture: how long the arrow is. It says which way is downhill, not how steep it is."""

Place = tuple[float, float]


@dataclass(frozen=True)
class LossPicture:
    """Everything that the two figures draw.

    Attributes
    ----------
    names : (str, str)
        Of the two parameters.
    first, second : tuple of float
        The axes.
    losses, heights : tuple of tuple of float or None
        The loss, a row for each value of the second parameter, and how high it is drawn; None leaves a gap.
    scale : {"linear", "log"}
    point : (float, float)
    loss : float or None
        At the point; None if it cannot be drawn.
    played, ahead : tuple of (float, float)
        The path up to the point, and on from it.
    arrow : (float, float) or None
        Where the arrow from the point ends, down the gradient; None where the loss is level.
    minimum : (float, float, float) or None
        Where it is and its loss, if one lies inside.
    floor : float
        The lowest loss that is drawn.
    note : str
    """

    names: tuple[str, str]
    first: tuple[float, ...]
    second: tuple[float, ...]
    losses: tuple[tuple[float | None, ...], ...]
    heights: tuple[tuple[float | None, ...], ...]
    scale: ValueScale
    point: Place
    loss: float | None
    played: tuple[Place, ...]
    ahead: tuple[Place, ...]
    arrow: Place | None
    minimum: tuple[float, float, float] | None
    floor: float
    note: str


def loss_picture(surface: LossSurface, names: tuple[str, str], *, scale: ValueScale = "linear") -> LossPicture:
    """Return the record of both pictures.

    Parameters
    ----------
    surface : LossSurface
    names : (str, str)
        What its two parameters are called.
    scale : {"linear", "log"}
        How the loss is drawn. A loss of 0 has no place on a log scale.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.loss_surface import loss_surface
    >>> experiment = articles.single_neuron()
    >>> surface = loss_surface(experiment, experiment.run().history, epoch=15_000, parameters=(0, 2), points=5)
    >>> picture = loss_picture(surface, ("input 1", "input 3"))
    >>> picture.minimum, picture.played[-1] == picture.point, len(picture.losses)
    (None, True, 5)
    """
    losses = drawable(surface.losses, scale)
    known = losses[~np.isnan(losses)]
    own = float(drawable([surface.loss], scale)[0])
    played, ahead = _path(surface)
    lowest = surface.lowest
    return LossPicture(
        names=names,
        first=tuple(surface.first.tolist()),
        second=tuple(surface.second.tolist()),
        losses=_with_gaps(losses),
        heights=_with_gaps(np.log10(losses) if scale == "log" else losses),
        scale=scale,
        point=surface.point,
        loss=None if np.isnan(own) else own,
        played=played,
        ahead=ahead,
        arrow=_arrow_end(surface),
        minimum=(lowest.first, lowest.second, lowest.loss) if lowest is not None and lowest.is_minimum else None,
        floor=float(known.min()) if known.size else 1.0,
        note=loss_surface_note(surface, *names),
    )


def _path(surface: LossSurface) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Return the path up to the point and on from it, of a long one as many places as can be told apart."""
    epochs = surface.path_epochs
    end = float(positions([max(int(epochs[-1]), 1)], "log")[0])
    # Early epochs move the most.
    kept = thinned(positions(epochs, "log"), end, MOST_PATH_POINTS)
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


def _with_gaps(numbers: NDArray[np.float64]) -> tuple[tuple[float | None, ...], ...]:
    return tuple(tuple(None if np.isnan(number) else number for number in row.tolist()) for row in numbers)
