"""The lowest point of a surface: a minimum inside, or a point of its border from where the loss may fall on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nncore.loss_surface.axis_range import evenly
from nncore.loss_surface.bottom_of_valley import bottom_of_valley
from nncore.loss_surface.plane import Plane

Array = NDArray[np.float64]

_ZOOMS, _ZOOM_POINTS = 16, 5
# What is lower by less than a millionth is not called lower, nor what rounding alone may make so.
_LEAST_SHARE, _ROUNDING = 1e-6, 1e-14
# So much of an axis beyond its end is looked whether the loss falls on.
_BEYOND = 1e-3


@dataclass(frozen=True)
class LowestPoint:
    """The lowest point of a surface, as far as it is drawn.

    Attributes
    ----------
    first, second : float
        Where it is.
    loss : float
    is_minimum : bool
        Whether it lies inside: lower than every point of the border.
    falls : (int, int)
        Otherwise, which way the loss keeps falling beyond the border: for each axis 1 towards larger values, −1 towards
        smaller ones, 0 neither. (0, 0) of a point on the border: the loss is level there, as in a valley that leads out.
    """

    first: float
    second: float
    loss: float
    is_minimum: bool
    falls: tuple[int, int]


def lowest_point(plane: Plane, first: Array, second: Array, losses: Array) -> LowestPoint | None:
    """Return the lowest point of a surface, found between the places of its grid too.

    Parameters
    ----------
    plane : Plane
    first, second : ndarray, shapes (m,) and (n,)
        The axes, at least three places each.
    losses : ndarray, shape (n, m)
        What `Plane.grid` gives for them.

    Returns
    -------
    LowestPoint or None
        None if no loss is finite.

    Notes
    -----
    From the lowest place of the grid on, its neighbourhood is computed finer sixteen times, half as wide each time, and
    Newton's method goes on to the bottom: a valley that lies aslant leads out of such a neighbourhood. A minimum that is
    narrower than a step of the grid may be missed.

    Examples
    --------
    The first article: two weights that tell the rows apart the better, the larger they are.

    >>> from nncore import articles
    >>> plane, axis = Plane(articles.single_neuron(), np.zeros(3), (0, 2)), np.linspace(-4, 4, 9)
    >>> lowest = lowest_point(plane, axis, axis, plane.grid(axis, axis))
    >>> lowest.first, lowest.is_minimum, lowest.falls
    (4.0, False, (1, 0))
    """
    known = _or_infinite(losses)
    if not np.isfinite(known).any():
        return None
    inside = _refined(plane, (first, second), known, (slice(1, -1), slice(1, -1)))
    edges = [(slice(0, 1), slice(None)), (slice(-1, None), slice(None))]
    sides = [*edges, *(edge[::-1] for edge in edges)]
    on_border = min((_refined(plane, (first, second), known, side) for side in sides), key=lambda found: found.loss)
    highest = float(known[np.isfinite(known)].max())
    least = max(_LEAST_SHARE * on_border.loss, _ROUNDING * highest, on_border.doubt)
    if on_border.loss - inside.loss > least:
        bottom = bottom_of_valley(plane, (first, second), (inside.first, inside.second), inside.loss)
        return LowestPoint(*bottom, is_minimum=True, falls=(0, 0))
    falls = _falls(plane, (first, second), on_border, least)
    return LowestPoint(on_border.first, on_border.second, on_border.loss, is_minimum=False, falls=falls)


class _Found(NamedTuple):
    """A place, its loss, and by how much the losses of the last and finest look at its neighbourhood differ."""

    first: float
    second: float
    loss: float
    doubt: float


def _refined(plane: Plane, axes: tuple[Array, Array], losses: Array, part: tuple[slice, slice]) -> _Found:
    """Return place and loss of the lowest point near the lowest place of a part of the grid, (rows, columns)."""
    first, second = axes[0][part[1]], axes[1][part[0]]
    # Between the border and the places next to it there is something inside, too; an edge stays an edge.
    first_ends, second_ends = (axis if len(own) > 1 else own for axis, own in zip(axes, (first, second), strict=True))
    place, found = (float(first[0]), float(second[0])), np.inf
    seen = losses[part]
    for _ in range(_ZOOMS + 1):
        row, column = divmod(int(seen.argmin()), len(first))
        if seen[row, column] < found:
            place, found = (float(first[column]), float(second[row])), float(seen[row, column])
        if not np.isfinite(found):
            break
        first, second = _finer(first, column, first_ends), _finer(second, row, second_ends)
        seen = _or_infinite(plane.grid(first, second))
    finite = seen[np.isfinite(seen)]
    return _Found(*place, found, float(np.ptp(finite)) if finite.size else 0.0)


def _finer(axis: Array, index: int, ends: Array) -> Array:
    """Return a finer axis from the neighbour before a place to the neighbour behind it."""
    if len(axis) == 1:
        return axis
    with np.errstate(over="ignore"):
        step = np.diff(axis[max(index - 1, 0) : index + 2]).max()
        low, high = max(ends[0], axis[index] - step), min(ends[-1], axis[index] + step)
    return evenly(float(low), float(high), _ZOOM_POINTS)


def _falls(plane: Plane, axes: tuple[Array, Array], lowest: _Found, least: float) -> tuple[int, int]:
    """Return the sides of the border on which a point of it lies and beyond which the loss is lower by more than `least`."""
    found = []
    for moved, axis in enumerate(axes):
        side = int(lowest[moved] == axis[-1]) - int(lowest[moved] == axis[0])
        beyond = [np.array(lowest[0]), np.array(lowest[1])]
        with np.errstate(over="ignore"):
            beyond[moved] = beyond[moved] + side * (axis[-1] - axis[0]) * _BEYOND
        drop = lowest.loss - float(plane.losses(*beyond))
        found.append(side if drop > least else 0)
    return found[0], found[1]


def _or_infinite(losses: Array) -> Array:
    return np.where(np.isfinite(losses), losses, np.inf)
