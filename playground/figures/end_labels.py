"""Labels at the ends of lines, moved apart so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playground.figures.style import CHARACTER_WIDTH, LINE_HEIGHT, MARGIN_RIGHT, PLOT_HEIGHT

# A label this far from its line is tied to it by a thin stroke.
_TIED_FROM = 4.0
_BESIDE = 6
_BESIDE_TIED = 18


@dataclass(frozen=True)
class EndLabel:
    """A text beside a line's last point.

    `position` and `height` are the point on the two axes, as Plotly counts them (the exponent on a log axis).
    `shift_right` and `shift_up` are pixels from there to the text; `tied` asks for a stroke between them.
    """

    text: str
    position: float
    height: float
    shift_right: int
    shift_up: int
    tied: bool
    quiet: bool = False


def end_labels(
    texts: Sequence[str], points: Sequence[tuple[float, float]], value_range: tuple[float, float], quiet: Sequence[bool]
) -> tuple[EndLabel, ...]:
    """Return one label a line, in the order of the lines.

    Parameters
    ----------
    texts : sequence of str
        What the labels say.
    points : sequence of (position, height)
        The last point of each line.
    value_range : (low, high)
        The ends of the value axis, in the unit of the heights.
    quiet : sequence of bool
        Whether a label belongs to something in the background.

    Examples
    --------
    Two lines end at the same height; their labels stand 18 pixels apart and are tied to them.

    >>> labels = end_labels(["train", "test"], [(10.0, 0.5), (10.0, 0.5)], (0.0, 1.0), [False, False])
    >>> [(label.text, label.shift_up, label.tied) for label in labels]
    [('train', -9, True), ('test', 9, True)]
    """
    low, high = value_range
    wanted = [(height - low) / (high - low) * PLOT_HEIGHT for _, height in points]
    placed = spread(wanted, gap=LINE_HEIGHT, low=0.0, high=float(PLOT_HEIGHT))
    labels = []
    for text, (position, height), here, there, is_quiet in zip(texts, points, wanted, placed, quiet, strict=True):
        tied = abs(there - here) >= _TIED_FROM
        beside = _BESIDE_TIED if tied else _BESIDE
        labels.append(EndLabel(text, position, height, beside, round(there - here), tied, is_quiet))
    return tuple(labels)


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> tuple[float, ...]:
    """Return heights at least `gap` apart between `low` and `high`, moved from the wanted ones as little as possible.

    As little as possible: the sum of the squared moves is the smallest. If there are too many for `gap`, they share the
    room evenly. The result is in the order of `wanted`, and what stood below another stays below it.

    Notes
    -----
    With i · gap taken off the i-th from below, "at least a gap apart" becomes "not falling", which is isotonic
    regression, solved by pooling neighbours that violate it. Source: R. E. Barlow et al., *Statistical Inference under
    Order Restrictions*, 1972, section 1.2.

    Examples
    --------
    50 and 52 part around their mean, 51; 80 has room and stays.

    >>> spread([52.0, 80.0, 50.0], gap=10.0, low=0.0, high=100.0)
    (56.0, 80.0, 46.0)
    """
    count = len(wanted)
    if count == 0:
        return ()
    step = min(gap, (high - low) / max(1, count - 1))
    order = sorted(range(count), key=lambda index: wanted[index])
    pools: list[list[float]] = []  # the sum and the number of those that share one place
    for rank, index in enumerate(order):
        pools.append([wanted[index] - rank * step, 1.0])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            total, members = pools.pop()
            pools[-1][0] += total
            pools[-1][1] += members
    shared = [total / members for total, members in pools for _ in range(int(members))]
    heights = [0.0] * count
    for rank, index in enumerate(order):
        heights[index] = min(max(shared[rank], low), high - (count - 1) * step) + rank * step
    return tuple(heights)


def room_beside(texts: Sequence[str]) -> int:
    """Return the width in pixels that the longest of these labels needs to the right of the lines.

    Examples
    --------
    Five characters of 6.8 pixels, and 20 pixels to stand beside the line's end.

    >>> room_beside(["train", "test"]), room_beside([])
    (54, 26)
    """
    longest = max((len(text) for text in texts), default=0)
    return max(MARGIN_RIGHT, round(longest * CHARACTER_WIDTH) + _BESIDE_TIED + 2)
