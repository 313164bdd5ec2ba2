"""A number as the text of a cell."""

from __future__ import annotations

import math

from nncore.errors import require_number


def format_number(value: float) -> str:
    """Return the text that stands for `value` in a cell: as short as reads back to exactly the same float64.

    Raises
    ------
    SettingError
        If `value` is not a finite number.

    Notes
    -----
    Python's own shortest form, without the ".0" of whole numbers. Source: G. L. Steele and J. L. White, *How to Print
    Floating-Point Numbers Accurately*, 1990.

    Examples
    --------
    >>> [format_number(value) for value in (0.0, 1.0, 0.1 + 0.2, -2.5, 1e-7)]
    ['0', '1', '0.30000000000000004', '-2.5', '1e-07']
    """
    # A large table has very many of them: what is a finite float already is asked nothing else.
    is_ready = type(value) is float and math.isfinite(value)
    return repr(value if is_ready else require_number("The value of a cell", value)).removesuffix(".0")
