"""The cells of an edited table, read into rows of numbers or into a list of what keeps them from being read.

The page shows its tables in columns of text, because a number column turns a pasted "0,5" into 5 without a word. So
every cell arrives here as it was typed. How one number is read, and what decides about its commas, is in
`nncore.data.number_parsing`.
"""

from __future__ import annotations

import math
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from numbers import Real
from typing import TypeGuard

import numpy as np

from nncore.data.number_parsing import Marks, Unreadable, format_number, is_blank, marks_of, read_number
from nncore.named_rows import named_rows
from nncore.quoting import shortened
from playground.tables.column import Column
from playground.tables.kept_once import KeptOnce
from playground.tables.problem import Problem
from playground.tables.reading.letter_for_zero import letter_for_zero
from playground.tables.reading.units import without_unit

__all__ = ["Problem", "TableReading", "cell_text", "format_number", "markdown_escape", "read_table"]

MOST_ROWS = 10_000
"""Rows that a table may have; `shown_rows` says how many of them the page shows."""

_MISSING_VALUES = ("<NA>", "NaT", "nan")


@dataclass(frozen=True)
class TableReading:
    """What an edited table says.

    Parameters
    ----------
    rows : tuple of tuple of float
        The numbers, all finite, one tuple a row; in a column of words the place of each word, the first being 0; nothing
        of an ignored column. Empty if there is any problem, so that nobody learns half a table.
    row_numbers : tuple of int
        Which row of the edited table each of `rows` is, the first being 1.
    ignored_rows : tuple of int
        The rows left out because all their cells are empty, the first being 1.
    problems : tuple of Problem
        Row by row, then column by column; empty if the table was read.
    unfinished_rows : tuple of int
        The rows that are still being typed, the first being 1; they are left out, too.
    """

    rows: tuple[tuple[float, ...], ...]
    row_numbers: tuple[int, ...]
    ignored_rows: tuple[int, ...]
    problems: tuple[Problem, ...]
    unfinished_rows: tuple[int, ...] = ()

    def is_empty_of(self, rows: int) -> bool:
        """Whether none of so many rows counts."""
        return len(self.ignored_rows) + len(self.unfinished_rows) == rows

    @property
    def said_of_unfinished_rows(self) -> str:
        """When the rows that are still being typed will count; empty if there are none."""
        if not self.unfinished_rows:
            return ""
        count, their = ("counts", "its") if len(self.unfinished_rows) == 1 else ("count", "their")
        return f"{named_rows(self.unfinished_rows).capitalize()} {count} as soon as all {their} cells are filled in."


@dataclass(frozen=True)
class _Row:
    number: int
    label: str
    cells: Sequence[object]
    found: Sequence[float | Unreadable | None]
    is_given: bool
    """Whether it cannot be deleted."""


def read_table(
    cells: Sequence[Sequence[object]],
    columns: Sequence[str | Column],
    *,
    table_name: str = "Training table",
    row_labels: Sequence[str] | None = None,
    fixed_rows: bool = False,
    complete_rows: int | None = None,
) -> TableReading:
    """Return the numbers of an edited table, or the problems that keep it from being read.

    Parameters
    ----------
    cells : sequence of sequence of object, shape (rows, columns)
        What stands in each cell: text as typed; or a number, taken as it is (True is 1). None, NaN, "" and spaces are
        empty. Cells missing at the end of a row are empty too.
    columns : sequence of Column or str
        With the words that may stand in them; of a column of numbers its name is enough.
    table_name : str
        What the table is called, for the sentence about a table without rows.
    row_labels : sequence of str, optional
        What the rows are called; "Row 4" where there is no label.
    fixed_rows : bool
        Whether the rows are given and cannot be added or deleted. Then an empty row is still to be filled in;
        otherwise it is one being added, and ignored.
    complete_rows : int, optional
        How many rows there were before somebody began to add some. A row behind them in which cells are missing is still
        being typed.

    Returns
    -------
    TableReading
        With rows or with problems, never both. Nothing is raised for what a cell holds.

    Examples
    --------
    >>> read_table([["0", "1,5"], ["", None], [" 1 ", "-2"]], ["input 1", "output"])
    TableReading(rows=((0.0, 1.5), (1.0, -2.0)), row_numbers=(1, 3), ignored_rows=(2,), problems=(), unfinished_rows=())
    >>> for problem in read_table([["0", "abc"], ["", "1,000"]], ["input 1", "output"]).problems:
    ...     print(problem.sentence)
    Row 1, column output: "abc" is not a number. Write a number such as 1.5, or delete the row.
    Row 2, column input 1: the cell is empty. Write a number such as 1.5, or delete the row.
    Row 2, column output: "1,000" can mean 1000 or 1.0. Write 1000 or 1.0.
    >>> read_table([["0", "3,5h"]], ["input 1", "output"]).problems[0].sentence
    'Row 1, column output: "3,5h" has a unit. Write 3,5 alone.'
    """
    if len(cells) > MOST_ROWS:
        sentence = f"The {table_name} has {len(cells):,} rows. The page takes up to {MOST_ROWS:,}: paste fewer of them."
        return TableReading((), (), (), (Problem(None, None, "", sentence),))
    every = [column if isinstance(column, Column) else Column(column) for column in columns]
    used = [place for place, column in enumerate(every) if column.its_role.side is not None]
    learnt = [every[place] for place in used]
    numbers = _number_reader(cells, every)
    rows: list[tuple[float, ...]] = []
    row_numbers, ignored_rows, unfinished = list[int](), list[int](), list[int]()
    problems: list[Problem] = []
    for row_number, given in enumerate(cells, start=1):
        row = [*(given[place] for place in used if place < len(given)), *given[len(every) :]]
        found = [_read_cell(cell, numbers, column) for cell, column in zip_longest(row, learnt[: len(row)])]
        if not fixed_rows and all(value is None for value in found):
            ignored_rows.append(row_number)
            continue
        is_added = complete_rows is not None and row_number > complete_rows
        if is_added and None in found and not any(isinstance(value, Unreadable) for value in found):
            unfinished.append(row_number)
            continue
        label = row_labels[row_number - 1] if row_labels and row_number <= len(row_labels) else f"Row {row_number}"
        problems += _problems_of_row(_Row(row_number, label, row, found, fixed_rows), learnt, len(given) - len(row))
        rows.append(tuple(value for value in found if isinstance(value, float)))
        row_numbers.append(row_number)
    if not rows:
        sentence = f"The {table_name} has no rows. Add a row with a number in every column."
        problems.append(Problem(None, None, "", sentence))
    if problems:
        return TableReading((), (), tuple(ignored_rows), tuple(problems), tuple(unfinished))
    return TableReading(tuple(rows), tuple(row_numbers), tuple(ignored_rows), (), tuple(unfinished))


def markdown_escape(text: str) -> str:
    r"""Return `text` such that no character of it formats anything where Streamlit shows Markdown.

    HTML, emphasis, code, formulas, colours and lists show as they were typed. What Streamlit reads in plain text too
    (an address becomes a link, -> an arrow) still does; it is harmless.

    Examples
    --------
    >>> print(markdown_escape("2*x*"))
    2\*x\*
    """
    return "".join("\\" + character if character in string.punctuation else character for character in text)


def _number_reader(cells: Sequence[Sequence[object]], columns: Sequence[Column]) -> KeptOnce[float | Unreadable | None]:
    """Return what reads a text as a number beside all the others of its table."""
    marks = marks_of(_numbers_typed(cells, columns))
    return KeptOnce(lambda text: None if is_blank(text) else _number_in(text, marks))


def _number_in(text: str, marks: Marks) -> float | Unreadable:
    """Return the number that is typed; of one beside a unit, or with a letter for a zero, what the box for tables says."""
    found = read_number(text, marks)
    slip = None if isinstance(found, float) else letter_for_zero(text, marks)
    if slip is not None:
        return slip
    number, unit = ("", "") if isinstance(found, float) else without_unit(text)
    is_number = unit and number[-1] not in ".," and isinstance(read_number(number, marks), float)
    return Unreadable("has a unit", f"Write {number} alone") if is_number else found


def _numbers_typed(cells: Sequence[Sequence[object]], columns: Sequence[Column]) -> Iterator[str]:
    takes = [column.words is None and column.its_role.side is not None for column in columns]
    for row in cells:
        yield from (
            cell for cell, does in zip_longest(row, takes[: len(row)], fillvalue=True) if does and _is_text(cell)
        )


def _is_text(cell: object) -> TypeGuard[str]:
    return isinstance(cell, str)


def cell_text(cell: object) -> str:
    """Return what stands in a cell, a number as this program writes it; empty if it is missing or nothing can be seen in it.

    Examples
    --------
    >>> cell_text(" a "), cell_text(None), cell_text(float("nan")), cell_text(2.0)
    ('a', '', '', '2')
    """
    text = _as_text(cell)
    return "" if is_blank(text) or (not isinstance(cell, str) and text in _MISSING_VALUES) else text.strip()


def _read_cell(
    cell: object, numbers: KeptOnce[float | Unreadable | None], column: Column | None
) -> float | Unreadable | None:
    """Return the number in `cell` or the place of its word, why it is none, or None if the cell is empty."""
    of_words = column is not None and column.words is not None
    if isinstance(cell, str) and not of_words:
        return numbers.of(cell)
    if isinstance(cell, (Real, np.bool_)) and not of_words:
        number = _as_float(cell)
        if math.isnan(number):
            return None
        return Unreadable("is not a finite number") if math.isinf(number) else number
    text = cell_text(cell)
    if not text:
        return None
    return numbers.of(text) if column is None or column.words is None else column.read_word(text)


def _as_float(cell: Real | np.bool_) -> float:
    try:
        return float(cell)
    except OverflowError:
        return -math.inf if cell < 0 else math.inf  # A whole number past the largest float64.


def _as_text(cell: object) -> str:
    if cell is None:
        return ""
    number = _as_float(cell) if isinstance(cell, Real) else math.nan
    return format_number(number) if math.isfinite(number) else str(cell if math.isnan(number) else number)


def _problems_of_row(row: _Row, columns: Sequence[Column], ignored: int) -> list[Problem]:
    count = len(columns)
    if len(row.found) == count and all(isinstance(value, float) for value in row.found):
        return []
    filled_up = [*zip(row.cells, row.found, strict=True), *[(None, None)] * (count - len(row.cells))]
    problems = [
        _problem_of_cell(row, column, cell, value)
        for column, (cell, value) in zip(columns, filled_up, strict=False)
        if not isinstance(value, float)
    ]
    if any(value is not None for value in row.found[count:]):
        what = f"{row.label} has {len(row.cells) + ignored} cells, but the table has {count + ignored} columns"
        problems.append(Problem(row.number, None, "", f"{what}. Delete what is past the last column."))
    return problems


def _problem_of_cell(row: _Row, column: Column, cell: object, value: Unreadable | None) -> Problem:
    text = "" if value is None else _as_text(cell)
    wanted = f'a word such as "{shortened(column.words[0])}"' if column.words else "a number such as 1.5"
    mend = f"Write {wanted}" + ("" if row.is_given else ", or delete the row")
    wrong = f"the cell is empty. {mend}." if value is None else value.sentence(text, mend)
    return Problem(row.number, column.name, text, f"{row.label}, column {column.name}: {wrong}")
