"""Read numbers that come from the browser, which may be anything at all."""

from __future__ import annotations

import sys
from typing import Any

LARGEST_WHOLE = 2**53
"""Beyond it a browser's whole numbers have gaps."""


def is_number(given: Any) -> bool:
    """Whether it is a finite number."""
    # Compared, not converted: a whole number may be too large for a float.
    return isinstance(given, int | float) and not isinstance(given, bool) and abs(given) < float("inf")


def read_finite(given: Any) -> float | None:
    """Return a finite number as a float, None for anything else.

    Examples
    --------
    >>> read_finite(2), read_finite("2"), read_finite(float("nan"))
    (2.0, None, None)
    """
    # 0.0 is added so that −0.0 becomes 0.0: nobody means the one without the other.
    return float(given) + 0.0 if is_number(given) and abs(given) <= sys.float_info.max else None


def read_epoch(given: Any) -> int | None:
    """Return a count, such as an epoch or a place, within what a browser counts exactly; None for anything else.

    Examples
    --------
    >>> read_epoch(4.0), read_epoch(-1), read_epoch(None)
    (4, 0, None)
    """
    return int(between(given, 0, LARGEST_WHOLE)) if is_number(given) else None


def read_count(given: Any) -> int | None:
    """Return a whole number from 0 on, such as a place, within what a browser counts exactly; None for anything else.

    Examples
    --------
    >>> read_count(4.0), read_count(-1), read_count(1.5)
    (4, None, None)
    """
    return int(given) if is_number(given) and 0 <= given <= LARGEST_WHOLE and given == int(given) else None


def between(given: Any, lowest: float, highest: float) -> float:
    """Return a number brought within limits; the lowest for what is none."""
    return float(min(max(given, lowest), highest)) if is_number(given) else lowest
