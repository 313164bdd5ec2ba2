"""What the fields of a command hold, read from plain JSON: a value, or None for what is none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playground.document.kept_text import LONGEST_TABLE
from playground.player.protocol.numbers_from_outside import read_count, read_finite

LONGEST_PASTE = 500_000
"""Characters of a pasted text that come along; pasted_cells.mjs sends none of a longer one."""

UNSEEN = -1
"""The row of a selected cell that the grid has scrolled out of sight: the browser says null."""

Cells = Mapping[int, float]
"""Numbers by the place of their column."""

_MOST_TOGETHER = 2
_DIGITS_OF_A_PLACE = 10
_PLACES = frozenset(map(str, range(1000)))


def read_flag(given: Any) -> bool:
    """Return whether a field is true."""
    return given is True


def read_table(given: Any) -> str | None:
    """Return the name of a table that is edited, or None."""
    return given if given in ("training", "test") else None


def read_text(given: Any) -> str | None:
    """Return a text that somebody may have typed or pasted, or None."""
    return given if isinstance(given, str) and len(given) <= LONGEST_PASTE else None


def read_kept(given: Any) -> str | None:
    """Return a text that a browser may have kept, empty if it is too long to be one; None if it is no text."""
    if not isinstance(given, str):
        return None
    # The page waits for what was kept, so whatever comes has to end that.
    return given if len(given) <= LONGEST_TABLE else ""


def read_row(given: Any) -> int | None:
    """Return a row of a grid, or `UNSEEN`; None if it is neither."""
    return UNSEEN if given is None else read_count(given)


def read_cells(given: Any) -> Cells | None:
    """Return numbers by the place of their column, or None if they are none."""
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        return None
    places = {name: str(name) for name in given}
    cells = {int(text): read_finite(given[name]) for name, text in places.items() if text in _PLACES}
    return None if None in cells.values() else {place: value for place, value in cells.items() if value is not None}


def read_values(given: Any) -> Cells | None:
    """Return the numbers of one or two parameters by their places in the flat vector, or None if they are none."""
    if not isinstance(given, Mapping) or not 0 < len(given) <= _MOST_TOGETHER:
        return None
    # A whole number as text: so JSON names what belongs to a place. Python refuses to read one of thousands of digits.
    is_place = {name: isinstance(name, str) and name.isdecimal() and len(name) < _DIGITS_OF_A_PLACE for name in given}
    values = {int(name) if is_place[name] else None: read_finite(given[name]) for name in given}
    return None if None in (*values, *values.values()) else values  # type: ignore[return-value]
