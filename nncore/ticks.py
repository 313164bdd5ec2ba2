"""Round numbers, at which axes have their ticks: one, two and five times the powers of ten.

The browser's twin is the player's `ticks.mjs`; both are held against one table of cases.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

_FACTORS = (1, 2, 5)
# So much smaller than the rough one a step may be: 0.5 / 5 may come out a hair above 0.1.
_TOLERANCE = 1e-9
_DIGITS = 12


def round_numbers(first: int, last: int) -> list[float]:
    """Return one, two and five times the powers of ten from the first exponent to the last, ascending.

    Examples
    --------
    >>> round_numbers(-1, 1)
    [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0]
    """
    # Read from text they are the floats nearest to them; 3 · 0.1 would not be.
    return [float(f"{factor}e{exponent}") for exponent in range(first, last + 1) for factor in _FACTORS]


def round_step(rough: float) -> float:
    """Return the smallest round number that is not smaller than a rough step above 0.

    Examples
    --------
    >>> round_step(0.03), round_step(50.0), round_step(51.0)
    (0.05, 50.0, 100.0)
    """
    power = math.floor(math.log10(rough))
    return next(step for step in round_numbers(power - 1, power + 1) if step >= rough * (1 - _TOLERANCE))


def multiples(step: float, numbers: Iterable[int]) -> list[float]:
    """Return so many times a step for each number, without the rounding error that a label would show.

    Examples
    --------
    >>> multiples(0.1, range(-1, 4)), 3 * 0.1
    ([-0.1, 0.0, 0.1, 0.2, 0.3], 0.30000000000000004)
    """
    return [float(f"{number * step:.{_DIGITS}g}") for number in numbers]
