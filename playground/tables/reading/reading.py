"""What was read in a text: the table, how it was understood, what is to be asked, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playground.tables.problem import Problem

Value = float | str | None
"""A number, a text, or None where there is a gap."""

MOST_ROWS = 10_000
MOST_COLUMNS = 30
MOST_CHARACTERS = 10_000_000
"""Of a text; a table of the most rows and columns has 33 for each cell."""


@dataclass(frozen=True)
class Choice:
    """One of the readings that are possible.

    Parameters
    ----------
    words : str
        What the text would say then.
    arguments : mapping of str to object
        What to hand to `read_text` to have it read so.
    """

    words: str
    arguments: Mapping[str, object]


@dataclass(frozen=True)
class Question:
    """Something that a text does not show, answered once for the whole table.

    Parameters
    ----------
    about : str
        "separator", "decimal", "header", "codes", "percent" or "otherwise".
    sentence : str
        What is asked, as plain text.
    choices : tuple of Choice
        At least two.
    guess : int
        Which of them was taken until somebody chooses.
    """

    about: str
    sentence: str
    choices: tuple[Choice, ...]
    guess: int = 0


@dataclass(frozen=True)
class Reading:
    r"""A table read from a text.

    Parameters
    ----------
    separator : str
        What stands between cells: a tab, ";", ",", "|" or a space; "" for a single column.
    decimal, thousands : str
        What stands before decimals, and between thousands; "" if nothing does.
    header : bool
        Whether the first line names the columns.
    names : tuple of str
        One name a column, all of them different.
    kinds : tuple of str
        "number", "word" or "empty", one a column.
    rows : tuple of tuple
        A number, a text or None (a gap) for each column. A text in a column of numbers is a cell that one of `problems`
        is about, as it was written.
    questions : tuple of Question
        Where two readings are possible.
    problems : tuple of Problem
        What is wrong or was left out, row by row; row 1 is the first below the header.
    units : tuple of str
        The sign or unit that was written at the numbers of a column and is left out of `rows`; "" where there is none.
    empty_at_end : int
        How many columns at the end hold nothing, not even a name, and are left out.

    Examples
    --------
    >>> reading = Reading(";", ",", "", True, ("a",), ("number",), ((1.5,),))
    >>> reading.understood()
    'Semicolons between cells, a comma before decimals, the first line holds names; 1 row, 1 column.'
    """

    separator: str
    decimal: str
    thousands: str
    header: bool
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    questions: tuple[Question, ...] = ()
    problems: tuple[Problem, ...] = ()
    units: tuple[str, ...] = ()
    empty_at_end: int = 0

    def said_of_empty_columns(self) -> str:
        r"""Return that columns at the end are left out; empty if none are.

        Examples
        --------
        >>> Reading("\t", ".", "", False, ("a",), ("number",), ((1.0,),), empty_at_end=1).said_of_empty_columns()
        'A column at the end is empty and left out.'
        """
        if not self.empty_at_end:
            return ""
        several = self.empty_at_end > 1
        return f"{'Columns' if several else 'A column'} at the end {'are' if several else 'is'} empty and left out."

    def understood(self) -> str:
        """Return in one sentence how the text was read."""
        between = SEPARATOR_WORDS[self.separator]
        decimal = f"a {MARK_WORDS[self.decimal]} before decimals"
        thousands = f", {THOUSANDS_WORDS[self.thousands]} between thousands" if self.thousands else ""
        first = "the first line holds names" if self.header else "no line of names"
        rows, columns = counted(len(self.rows), "row"), counted(len(self.names), "column")
        return f"{between}, {decimal}{thousands}, {first}; {rows}, {columns}."


SEPARATOR_WORDS = {
    "\t": "Tabs between cells",
    ";": "Semicolons between cells",
    ",": "Commas between cells",
    "|": "Bars between cells",
    " ": "Spaces between cells",
    "": "One column",
}
MARK_WORDS = {".": "dot", ",": "comma"}
THOUSANDS_WORDS = {".": "dots", ",": "commas", " ": "spaces", "'": "apostrophes", "_": "low lines", "": "nothing"}


def counted(number: int, thing: str) -> str:
    """Return a number of things.

    Examples
    --------
    >>> counted(1, "row"), counted(1200, "row")
    ('1 row', '1,200 rows')
    """
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
