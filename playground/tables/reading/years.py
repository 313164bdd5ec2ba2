"""Numbers that are probably years: they may name a column, where other whole numbers hardly do."""

from __future__ import annotations

import re
from collections.abc import Iterable

_years = re.compile(r"(?:(?:(?:19|20)\d\d|2100)\n)+", re.ASCII).fullmatch


def are_years(texts: Iterable[str]) -> bool:
    """Return whether all texts, at least one, are years from 1900 to 2100.

    Examples
    --------
    >>> are_years(["1900", "2100"]), are_years(["1900", "2101"])
    (True, False)
    """
    return are_lines_of_years("".join(f"{text.strip()}\n" for text in texts))


def are_lines_of_years(lines: str) -> bool:
    r"""Return the same of texts that end with a line's end each.

    Examples
    --------
    >>> are_lines_of_years("1990\n2000\n"), are_lines_of_years("1990\n12\n")
    (True, False)
    """
    return _years(lines) is not None
