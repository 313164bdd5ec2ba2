"""The value axis: a calm range around what is drawn, with round ticks that are written as plain numbers."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.errors import require_known
from nncore.number_text import number_text
from nncore.ticks import multiples, round_numbers, round_step
from playground.figures.style import CHARACTER_WIDTH

ValueScale = Literal["linear", "log"]

_MOST_STEPS = 5
_MOST_DECADES = 5
# Of what an axis shows, to spare at each end.
_MARGIN = 0.02
# Labels are exact to this many digits; a range narrower than the second number, relative to its ends, is widened.
_DIGITS, _NARROWEST = 12, 1e-6
# Beyond the first, a linear range would itself be larger than the largest float; on a log axis that is its last whole power.
_LARGEST: dict[str, float] = {"linear": 1e300, "log": 1e308}
# A background run may widen the axis by as much as the run in front needs, not more: it must not flatten it.
_GHOST_SHARE = 1.0


@dataclass(frozen=True)
class ValueAxis:
    """What the value axis shows. On a log axis `range` holds exponents of ten, as Plotly wants them, ticks do not."""

    scale: ValueScale
    range: tuple[float, float]
    tick_values: tuple[float, ...]
    tick_labels: tuple[str, ...]
    room: int


def drawable(values: ArrayLike, scale: ValueScale) -> NDArray[np.float64]:
    """Return the values with NaN in place of those that have no place on the axis.

    Infinities have none, nor has what is as good as infinite, and on a log axis zero and what is below it have none.

    Examples
    --------
    >>> drawable([1.0, 0.0, np.inf], "linear").tolist(), drawable([1.0, 0.0, np.inf], "log").tolist()
    ([1.0, 0.0, nan], [1.0, nan, nan])
    """
    require_known("value scale", scale, ("linear", "log"))
    numbers = np.asarray(values, dtype=np.float64)
    return np.where((np.abs(numbers) <= _LARGEST[scale]) & ((numbers > 0) | (scale == "linear")), numbers, np.nan)


def value_axis(
    values: ArrayLike,
    scale: ValueScale,
    ghost_values: ArrayLike = (),
    *,
    from_zero: bool = False,
) -> ValueAxis:
    """Return an axis that holds all `values`, and of `ghost_values` what does not squeeze them.

    Parameters
    ----------
    values, ghost_values : array of float, any shape
        What is drawn in front and behind it. What is not `drawable` is passed over.
    scale : {"linear", "log"}
    from_zero : bool
        Whether a linear axis of positive values begins at 0: then a small fall of a large loss looks small.

    Examples
    --------
    The powers of ten that hold both values are 0.01 and 1, whose exponents are −2 and 0; a fiftieth is to spare on both sides.

    >>> axis = value_axis([0.5, 0.02], "log")
    >>> axis.tick_labels, axis.range
    (('0.01', '0.1', '1'), (-2.04, 0.04))
    """
    own, ghost = (_heights(given, scale) for given in (values, ghost_values))
    low, high = _joint_range(own, ghost)
    low = 0.0 if from_zero and scale == "linear" and low > 0 else low
    ends, ticks = _log_ticks(low, high) if scale == "log" else _linear_ticks(low, high)
    labels = tuple(number_text(tick, significant=_DIGITS) for tick in ticks)
    return ValueAxis(
        scale=scale,
        range=ends,
        tick_values=ticks,
        tick_labels=labels,
        room=round(max(len(label) for label in labels) * CHARACTER_WIDTH) + 8,
    )


def height(value: float, scale: ValueScale) -> float:
    """Return where a value stands, as Plotly places annotations: on a log axis its exponent of ten.

    Examples
    --------
    >>> height(0.01, "log"), height(0.01, "linear")
    (-2.0, 0.01)
    """
    return math.log10(value) if scale == "log" else value


def _heights(values: ArrayLike, scale: ValueScale) -> NDArray[np.float64]:
    numbers = drawable(values, scale)
    numbers = numbers[~np.isnan(numbers)]
    return np.log10(np.maximum(numbers, 1 / _LARGEST[scale])) if scale == "log" else numbers


def _joint_range(own: NDArray[np.float64], ghost: NDArray[np.float64]) -> tuple[float, float]:
    if own.size == 0:
        own = ghost
    if own.size == 0:
        return 0.0, 1.0
    low, high = float(own.min()), float(own.max())
    spare = (high - low if high > low else max(abs(high), 1.0)) * _GHOST_SHARE
    if ghost.size:
        low, high = min(low, max(float(ghost.min()), low - spare)), max(high, min(float(ghost.max()), high + spare))
    return low, high


def _linear_ticks(low: float, high: float) -> tuple[tuple[float, float], tuple[float, ...]]:
    """Ticks at round steps; the ends lie at half steps, so that a growing run seldom moves them. Zero if it is near."""
    low = 0.0 if low > 0 and (low < high / 2 or low == high) else low
    high = 0.0 if low == high < 0 else high
    low, high = (low, high) if low < high else (-1.0, 1.0)
    spare = max(0.0, max(abs(low), abs(high)) * _NARROWEST - (high - low)) / 2
    low, high = low - spare, high + spare
    step = round_step((high - low) / _MOST_STEPS)
    first, last = math.floor(2 * low / step + 1e-9), math.ceil(2 * high / step - 1e-9)
    ticks = tuple(multiples(step, range(math.ceil(first / 2), last // 2 + 1)))
    return _with_margin(first * step / 2, last * step / 2), ticks


def _log_ticks(low: float, high: float) -> tuple[tuple[float, float], tuple[float, ...]]:
    """Whole powers of ten that hold everything, every one or every second, third, … of them labelled."""
    first, last = math.floor(low + 1e-9), math.ceil(high - 1e-9)
    # The largest power of ten that a number can be is the upper end of a decade, not the lower one.
    first = min(first, sys.float_info.max_10_exp - 1)
    last = max(last, first + 1)
    step = math.ceil((last - first) / _MOST_DECADES)
    exponents: Sequence[int] = range(last, first - 1, -step)[::-1]
    ends = _with_margin(first, last)
    # Read from text what is too large for a number is infinite, and no tick.
    ticks = [float(f"1e{exponent}") for exponent in exponents]
    if last - first == 1:
        ticks = [*round_numbers(first, first), ticks[-1]]
    return ends, tuple(filter(math.isfinite, ticks))


def _with_margin(low: float, high: float) -> tuple[float, float]:
    """Return the ends a little further apart: a label at the very edge of a chart has no room and is left out."""
    margin = (high - low) * _MARGIN
    return low - margin, high + margin
