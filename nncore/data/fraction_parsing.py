"""Numbers that may be written as a fraction: "1/3", "-2/3", "1,5/2".

A cell of a table asks what a fraction should become; a weight, or a number that somebody has worked out, is one.

The page reads a weight in the browser with `fraction_parsing.mjs`, the twin of this file. Both are held to
`typed_fraction_cases.json`, a table of cases beside the tests.
"""

from __future__ import annotations

import math

from nncore.data.number_parsing import Marks, Unreadable, read_number
from nncore.data.number_shape import plain_text

SUCH_A_NUMBER = "Write a number such as 0.25, 0,25 or 1/4"
"""The mend where any number would do."""

_NO_MARKS = Marks()


def read_number_or_fraction(text: str, marks: Marks = _NO_MARKS) -> float | Unreadable:
    """Return the finite number that a text writes, also as a fraction, or why it is not read as one.

    Parameters
    ----------
    text : str
        Not blank.
    marks : Marks
        As in `nncore.data.number_parsing.read_number`.

    Examples
    --------
    >>> read_number_or_fraction("1/4"), read_number_or_fraction("-1,5/3"), read_number_or_fraction("0,25")
    (0.25, -0.5, 0.25)
    >>> read_number_or_fraction("1/0")
    Unreadable(reason='has no value', mend='Divide by another number than 0')
    """
    above, stroke, below = plain_text(text).partition("/")
    if not stroke:
        return read_number(text, marks)
    numerator, denominator = read_number(above, marks), read_number(below, marks)
    if isinstance(numerator, Unreadable) or isinstance(denominator, Unreadable):
        return Unreadable("is not a fraction", "Write one such as 1/4")
    if denominator == 0:
        return Unreadable("has no value", "Divide by another number than 0")
    value = numerator / denominator
    return value if math.isfinite(value) else Unreadable("is too large", "Write a finite number, below 1.7e308")
