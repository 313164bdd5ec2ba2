"""Round numbers, at which axes have their ticks; the twin of frontend/shared/ticks.mjs."""

from __future__ import annotations


def round_numbers(first: int, last: int) -> list[float]:
    """Return one, two and five times the powers of ten from the first exponent to the last, ascending.

    Examples
    --------
    >>> round_numbers(-1, 1)
    [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0]
    """
    return [factor * 10.0**exponent for exponent in range(first, last + 1) for factor in (1, 2, 5)]
