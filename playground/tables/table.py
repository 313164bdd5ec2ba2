"""The cells of an edited table, read into rows of numbers or into a list of what keeps them from being read.

The page shows its tables in columns of text, because a number column turns a pasted "0,5" into 5 without a word. So
every cell arrives here as it was typed. How one number is read, and what decides about its commas, is in
`nncore.data.number_parsing`.
"""

from __future__ import annotations

import math
import string
from collections.abc import Sequence
from dataclasses import dataclass
from numbers import Real

import numpy as np

from nncore.data.number_parsing import Marks, Unreadable, format_number, is_blank, marks_of, read_number

__all__ = ["Problem", "TableReading", "format_number", "markdown_escape", "read_table"]

MOST_ROWS = 2000
"""Rows that a table may have; the page is made for half as many."""

_MISSING_VALUES_OF_PANDAS = ("<NA>", "NaT")


@dataclass(frozen=True)
class Problem:
    """One thing in a table that keeps it from being learnt, for the person who has to mend it.

    Parameters
    ----------
    row : int or None
        Which row, the first being 1; None if it is the table as a whole.
    column : str or None
        Which column; None if it is not one column.
    text : str
        The cell as it was typed.
    sentence : str
        What is wrong, where, and how to mend it, as plain text. It quotes what was typed: a view that shows Markdown
        passes it through `markdown_escape`.
    """

    row: int | None
    column: str | None
    text: str
    sentence: str


@dataclass(frozen=True)
class TableReading:
    """What an edited table says.

    Parameters
    ----------
    rows : tuple of tuple of float
        The numbers, all finite, one tuple a row; empty if there is any problem, so that nobody learns half a table.
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


@dataclass(frozen=True)
class _Row:
    number: int
    label: str
    cells: Sequence[object]
    found: Sequence[float | Unreadable | None]


def read_table(
    cells: Sequence[Sequence[object]],
    column_names: Sequence[str],
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
    column_names : sequence of str
        What the columns are called, for the sentences.
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
    """
    if len(cells) > MOST_ROWS:
        sentence = f"The {table_name} has {len(cells):,} rows. The page takes up to {MOST_ROWS:,}: delete some of them."
        return TableReading((), (), (), (Problem(None, None, "", sentence),))
    marks = marks_of(cell for row in cells for cell in row if isinstance(cell, str))
    any_number = "Write a number such as 1.5" + ("" if fixed_rows else ", or delete the row")
    rows: list[tuple[float, ...]] = []
    row_numbers: list[int] = []
    ignored_rows: list[int] = []
    problems: list[Problem] = []
    unfinished: list[int] = []
    for row_number, row in enumerate(cells, start=1):
        found = [_read_cell(cell, marks) for cell in row]
        if not fixed_rows and all(value is None for value in found):
            ignored_rows.append(row_number)
            continue
        is_added = complete_rows is not None and row_number > complete_rows
        if is_added and None in found and not any(isinstance(value, Unreadable) for value in found):
            unfinished.append(row_number)
            continue
        label = row_labels[row_number - 1] if row_labels and row_number <= len(row_labels) else f"Row {row_number}"
        problems += _problems_of_row(_Row(row_number, label, row, found), column_names, any_number)
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


def _read_cell(cell: object, marks: Marks) -> float | Unreadable | None:
    """Return the number in `cell`, why it is none, or None if the cell is empty."""
    if isinstance(cell, (Real, np.bool_)):
        number = _as_float(cell)
        if math.isnan(number):
            return None
        return Unreadable("is not a finite number") if math.isinf(number) else number
    text = _as_text(cell)
    if is_blank(text) or (not isinstance(cell, str) and text in _MISSING_VALUES_OF_PANDAS):
        return None
    return read_number(text, marks)


def _as_float(cell: Real | np.bool_) -> float:
    try:
        return float(cell)
    except OverflowError:
        return -math.inf if cell < 0 else math.inf  # A whole number past the largest float64.


def _as_text(cell: object) -> str:
    if cell is None:
        return ""
    return str(_as_float(cell) if isinstance(cell, Real) else cell)


def _problems_of_row(row: _Row, column_names: Sequence[str], any_number: str) -> list[Problem]:
    columns = len(column_names)
    filled_up = [*zip(row.cells, row.found, strict=True), *[(None, None)] * (columns - len(row.cells))]
    problems = [
        _problem_of_cell(row, column, cell, value, any_number)
        for column, (cell, value) in zip(column_names, filled_up, strict=False)
        if not isinstance(value, float)
    ]
    if any(value is not None for value in row.found[columns:]):
        what = f"{row.label} has {len(row.cells)} cells, but the table has {columns} columns"
        problems.append(Problem(row.number, None, "", f"{what}. Delete what is past the last column."))
    return problems


def _problem_of_cell(row: _Row, column: str, cell: object, value: Unreadable | None, any_number: str) -> Problem:
    text = "" if value is None else _as_text(cell)
    wrong = f"the cell is empty. {any_number}." if value is None else value.sentence(text, any_number)
    return Problem(row.number, column, text, f"{row.label}, column {column}: {wrong}")
