"""What of a text is its table: below the titles, without blank lines, and how wide it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from playground.tables.reading.cutting import cut, open_quote
from playground.tables.reading.reading import MOST_COLUMNS, MOST_ROWS
from playground.tables.reading.survey import is_like_number

_BEGINNING = 200
"""Rows that show how wide a table usually is, and whether a title stands above it."""


class LayoutError(ValueError):
    """A text holds no table, or one that is too large; the message is a sentence for the person."""


@dataclass(frozen=True)
class Layout:
    """A text that can be cut into the rows of its table again and again, so that its cells need not be kept.

    Parameters
    ----------
    text, separator : str
        What is cut, and at what.
    quotes : bool
        Whether double quotes hold cells together; they do not if one of them is never closed.
    titles : tuple of str
        The lines above the table.
    width : int
        Columns: cells of the longest row, without what is empty at its end.
    usual_width : int
        How many cells most rows have.
    empty_at_end : int
        How many columns behind the last one hold nothing at all, not even a name.
    """

    text: str
    separator: str
    quotes: bool
    titles: tuple[str, ...] = ()
    width: int = 0
    usual_width: int = 0
    empty_at_end: int = 0

    def rows(self) -> Iterator[list[str]]:
        """Yield the rows below the titles, without blank lines and what is empty at the end."""
        rows = (row or [""] * (not self.separator) for row in cut(self.text, self.separator, quotes=self.quotes))
        return islice(_without_blank_ends(rows), len(self.titles), None)

    def beginning(self) -> list[list[str]]:
        """Return the first rows."""
        return list(islice(self.rows(), _BEGINNING))


def layout_of(text: str, separator: str) -> Layout:
    r"""Return where in a text its table is.

    Raises
    ------
    LayoutError
        If there is none, or it is too large.
    CutError
        If a cell is too long.

    Examples
    --------
    >>> layout = layout_of("Trees of 2024\n\nname,height\nash,20\noak,\n,\n", ",")
    >>> layout.titles, layout.width, list(layout.rows())
    (('Trees of 2024',), 2, [['name', 'height'], ['ash', '20'], ['oak', '']])
    """
    layout = Layout(text, separator, quotes=not open_quote(text, separator))
    beginning = layout.beginning()
    if not beginning:
        raise LayoutError("There is no table in this text. Paste rows of numbers or words.")
    layout = replace(layout, titles=tuple(_titles(beginning)))
    widths: Counter[int] = Counter()
    width = 0
    for count, row in enumerate(layout.rows(), start=1):
        width = max(width, filled_width(row))
        if width > MOST_COLUMNS:
            raise LayoutError(
                f"Row {count:,} has more than {MOST_COLUMNS} columns. A table may have {MOST_COLUMNS}: paste fewer of them, "
                "or choose what stands between the cells."
            )
        if count > MOST_ROWS + 1:
            raise too_many_rows()
        if count > 1 or len(row) > 1:
            widths[len(row)] += 1
    usual = max(widths, key=lambda cells: (widths[cells], cells), default=width)
    if separator == " " and _has_more_words_than_columns(beginning[len(layout.titles) :], usual):
        titles = (*layout.titles, " ".join(beginning[len(layout.titles)]))
        return replace(layout, titles=titles, width=usual, usual_width=usual)
    empty_at_end = max(0, usual - width) if separator != " " else 0
    return replace(layout, width=width, usual_width=min(usual, width), empty_at_end=empty_at_end)


def too_many_rows() -> LayoutError:
    """Return what is said about a table of too many rows."""
    return LayoutError(f"The table has more than {MOST_ROWS:,} rows. Paste up to {MOST_ROWS:,} of them.")


def filled_width(row: Sequence[str]) -> int:
    """Return how many cells a row has, without the empty ones at its end.

    Examples
    --------
    >>> filled_width(["1", "", "2", "", " "])
    3
    """
    return next((place for place in range(len(row), 0, -1) if row[place - 1].strip()), 0)


def _without_blank_ends(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    blank: list[list[str]] = []
    begun = False
    for row in rows:
        if any(map(str.strip, row)):
            yield from blank
            blank.clear()
            begun = True
            yield row
        elif begun and row:
            blank.append(row)


def _titles(beginning: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines that stand above a table: each has a single text, where the table has columns."""
    wide = Counter(len(row) for row in beginning if filled_width(row) > 1)
    usual = max(wide, key=lambda cells: (wide[cells], cells), default=1)
    for row, following in pairwise(beginning):
        is_alone = filled_width(row) == 1 and not is_like_number(row[0])
        if usual == 1 or not is_alone or (len(row) == usual and not _are_names(following)):
            return
        yield row[0].strip()


def _has_more_words_than_columns(rows: Sequence[Sequence[str]], usual: int) -> bool:
    """Return whether a first line of names of several words stands above rows that are all narrower."""
    first, *below = rows
    return len(first) > usual and bool(below) and _are_names(first) and all(len(row) == usual for row in below)


def _are_names(row: Sequence[str]) -> bool:
    return filled_width(row) == len(row) and not any(map(is_like_number, row))
