"""Where a few words in a chart stand so that no line runs through them, as narrow or wide as the page draws it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from playground.figures.style import CHARACTER_WIDTH

LINE_HEIGHT = 17
FROM_POINT = 8
"""Pixels from the middle of a point to what is said of it."""

STEPS = 6
"""How many lines up or down it may stand."""

_CLEARANCE = 2
_FAR = 10_000.0
_BEFORE_END = 0.035
_STRAY = 10.0
"""One pixel outside of the chart is as bad as that many of a line."""


class Box(NamedTuple):
    """A rectangle in pixels, from the upper left corner of the chart."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, x: float, y: float, size: float) -> Box:
        """Return that around a point."""
        return cls(x - size / 2, y - size / 2, x + size / 2, y + size / 2)

    def shared_with(self, other: Box) -> float:
        """Return how wide the part is that two of them share; 0 if there is none."""
        is_level = self.top < other.bottom and other.top < self.bottom
        return max(0.0, min(self.right, other.right) - max(self.left, other.left)) if is_level else 0.0

    def holds(self, points: NDArray[np.float64]) -> int:
        """Return how many points lie within it, or nearly."""
        across, down = points.T
        inside = (self.left - _CLEARANCE < across) & (across < self.right + _CLEARANCE)
        return int((inside & (self.top - _CLEARANCE < down) & (down < self.bottom + _CLEARANCE)).sum())


@dataclass(frozen=True)
class Place:
    """Where words stand: on which side their point is, and how far above it their middle is, in pixels; below it if negative."""

    side: str
    up: int

    def box(self, x: float, y: float, text: str) -> Box:
        """Return the room that they take."""
        width = CHARACTER_WIDTH * len(text)
        left = x if self.side == "left" else x - width
        return Box(left, y - self.up - LINE_HEIGHT / 2, left + width, y - self.up + LINE_HEIGHT / 2)


@dataclass(frozen=True)
class Candidate:
    """A place at a point, whose values are those of the chart's axes."""

    x: float
    y: float
    place: Place

    def box(self, chart: DrawnChart, text: str) -> Box:
        """Return the room that words take there in a chart."""
        return self.place.box(*chart.at(self.x, self.y), text)


@dataclass
class DrawnChart:
    """A chart of one size with what is drawn in it, in pixels.

    Attributes
    ----------
    width, height : float
    x_range, y_range : (float, float)
    lines : list of ndarray, shape (points, 2)
        A point for each pixel.
    taken : list of Box
    """

    width: float
    height: float
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    lines: list[NDArray[np.float64]] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return where two values are drawn."""
        return (
            (x - self.x_range[0]) / (self.x_range[1] - self.x_range[0]) * self.width,
            (self.y_range[1] - y) / (self.y_range[1] - self.y_range[0]) * self.height,
        )

    def draw(self, points: Sequence[tuple[float, float]]) -> None:
        """Have a line of these values in the chart."""
        with np.errstate(all="ignore"):
            corners = np.array([self.at(x, y) for x, y in points])
        corners = np.clip(corners[np.isfinite(corners).all(axis=1)], -_FAR, _FAR)
        if len(corners) == 0:
            return
        way = np.concatenate([[0.0], np.hypot(*np.diff(corners, axis=0).T).cumsum()])
        steps = np.arange(0.0, way[-1] + 1)
        self.lines.append(np.column_stack([np.interp(steps, way, across) for across in corners.T]))

    def covered(self, box: Box) -> float:
        """Return how much of what is drawn would be covered by words, in pixels."""
        outside = max(0.0, -box.left, box.right - self.width) + max(0.0, -box.top, box.bottom - self.height)
        shared = sum(box.shared_with(other) for other in self.taken)
        return _STRAY * outside + shared + sum(map(box.holds, self.lines))


def beside_point(x: float, y: float) -> tuple[Candidate, ...]:
    """Return where words may stand that are said of a point, the nearest place first."""
    return tuple(
        Candidate(x, y, Place(side, sign * (FROM_POINT + LINE_HEIGHT // 2 + step * LINE_HEIGHT)))
        for step in range(STEPS)
        for sign in (1, -1)
        for side in ("left", "right")
    )


def along_line(y: float, x_range: tuple[float, float]) -> tuple[Candidate, ...]:
    """Return where words may stand that are said of a level line: above and below it, at either end or a little before it."""
    up = LINE_HEIGHT // 2 + _CLEARANCE + 1
    inset = _BEFORE_END * (x_range[1] - x_range[0])
    ends = ((x_range[1], "right"), (x_range[1] - inset, "right"), (x_range[0], "left"), (x_range[0] + inset, "left"))
    return tuple(Candidate(x, y, Place(side, sign * up)) for sign in (1, -1) for x, side in ends)


def free_place(charts: Sequence[DrawnChart], candidates: Sequence[Candidate], text: str) -> Candidate:
    """Return where words cover the least of a chart in all its sizes, the first of several; it is taken then.

    Examples
    --------
    >>> chart = DrawnChart(300, 200, (0.0, 1.0), (0.0, 1.0))
    >>> chart.draw([(0.0, 0.0), (1.0, 1.0)])
    >>> free_place([chart], beside_point(0.0, 0.0), "here").place, free_place([chart], beside_point(1.0, 1.0), "there").place
    (Place(side='left', up=33), Place(side='right', up=-33))
    """
    best = min(candidates, key=lambda one: sum(chart.covered(one.box(chart, text)) for chart in charts))
    for chart in charts:
        chart.taken.append(best.box(chart, text))
    return best
