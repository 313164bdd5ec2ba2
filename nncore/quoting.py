"""Quote what somebody has given, in the sentence that refuses it."""

from __future__ import annotations

import numpy as np

LONGEST_QUOTE = 40
"""Characters; a sentence that quotes more is not read to its end."""

MOST_WRITTEN_OUT = 10**15
"""Counts beyond it are not written out: nobody reads more digits."""


def shortened(text: str) -> str:
    """Return `text`, or as much of it as is quoted.

    Examples
    --------
    >>> shortened("a" * 50)
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…'
    """
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1].rstrip()}…"


def quoted(value: object) -> str:
    """Return `value` as it is shown in a sentence: texts in double quotes, NumPy's numbers as Python's.

    Examples
    --------
    >>> quoted("abc"), quoted(None), quoted(np.float64(0.5))
    ('"abc"', 'None', '0.5')
    """
    if isinstance(value, str):
        return f'"{shortened(value)}"'
    try:
        return shortened(repr(value.item() if isinstance(value, np.generic) else value))
    except ValueError:  # Python writes no whole number of more than some thousand digits
        return "a number of too many digits"


def written_count(count: int) -> str:
    """Return a number of things as it is written in a sentence, however many they are.

    Examples
    --------
    >>> written_count(1234567), written_count(10**20)
    ('1,234,567', 'more than 1,000,000,000,000,000')
    """
    return f"{count:,}" if count <= MOST_WRITTEN_OUT else f"more than {MOST_WRITTEN_OUT:,}"
