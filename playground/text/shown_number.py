"""An answer as a person reads it: four decimals or digits, and never what it is not."""

from __future__ import annotations

import math

from nncore.number_text import NO_BREAK_SPACE, number_text

_NEAREST = 0.000001
_LARGEST = 10_000_000.0


def shown_number(value: float) -> str:
    """Return a number as the page shows an answer: four decimals or digits, more where it is nearly 0, 1 or −1.

    A bare 0, 1 or −1 is exact. A number that only comes near it never looks like it.

    Examples
    --------
    >>> shown_number(0.41), shown_number(0.9999584), shown_number(0.0000864), shown_number(-2.5), shown_number(12345.678)
    ('0.4100', '0.99996', '0.000086', '−2.500', '12,346')
    >>> shown_number(0.0), shown_number(1e-12), shown_number(1 - 1e-12).split()  # no-break spaces
    ('0', '10⁻¹²', ['1', '−', '10⁻¹²'])
    """
    if not math.isfinite(value):
        return "not finite"
    size = abs(value)
    if size in (0, 1):
        text = f"{size:.0f}"
    elif size < _NEAREST or size >= _LARGEST:
        text = number_text(size, 2 if size < 1 else 4)
    elif size >= 1:
        text = f"{size:,.{max(0, 4 - len(str(int(size))))}f}"
    elif 1.0 - size < _NEAREST:
        distance = number_text(1.0 - size, 2)
        gap = NO_BREAK_SPACE
        return f"1{gap}−{gap}{distance}" if value > 0 else f"−1{gap}+{gap}{distance}"
    else:
        text = f"{size:.{_decimals(size)}f}"
    return f"−{text}" if value < 0 else text


def _decimals(size: float) -> int:
    """Return how many decimals keep two digits of what is nearly 0, one of the distance to 1; four at least."""
    zeros = math.ceil(-math.log10(min(size, 1.0 - size)))
    return max(4, zeros + 1 if size < 0.5 else zeros)
