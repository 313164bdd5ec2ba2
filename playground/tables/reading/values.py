"""The values of a table's cells, and what is wrong with those that have none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice, zip_longest

from nncore.data.number_parsing import Marks, Unreadable, format_number, read_number
from nncore.data.number_refusal import shown
from nncore.quoting import shortened
from playground.tables.kept_once import KeptOnce
from playground.tables.problem import Problem
from playground.tables.reading.formulas import with_formula
from playground.tables.reading.gaps import is_gap
from playground.tables.reading.layout import filled_width
from playground.tables.reading.letter_for_zero import letter_for_zero
from playground.tables.reading.reading import Value, counted
from playground.tables.reading.survey import LONGEST_NUMBER, blocks_of, plain_lines
from playground.tables.reading.units import without_unit

MOST_CELLS_TOLD = 1_000
"""Cells that have a problem of their own; what is wrong beyond them is told column by column."""

ANY_NUMBER = "Write a number such as 1.5, or delete the row"
_ANY_WORD = "Write a word, or delete the row"


@dataclass(frozen=True)
class ColumnForm:
    """How the cells of a column are read.

    Parameters
    ----------
    name, kind, unit : str
        As in a `Reading`.
    marks : Marks
        What decides about a comma or dot in doubt.
    percent_of_one : bool
        Whether 50 % is 0.5 rather than 50.
    as_meant : bool
        Whether (5) is -5 and 1/2 is 0.5, rather than to be mended.
    """

    name: str
    kind: str
    unit: str
    marks: Marks
    percent_of_one: bool
    as_meant: bool = False


@dataclass
class TableValues:
    """The values of a table, row by row, and the problems that were found on the way."""

    columns: Sequence[ColumnForm]
    usual_width: int
    rows: list[tuple[Value, ...]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    untold: dict[int, list[int]] = field(default_factory=dict)
    without_unit: dict[int, list[int]] = field(default_factory=dict)
    _numbers: KeptOnce[float] = field(default_factory=lambda: KeptOnce(float))
    _texts: KeptOnce[str] = field(default_factory=lambda: KeptOnce(str))

    def take(self, rows: Iterable[Sequence[str]]) -> None:
        """Read the cells of some more rows."""
        for block in blocks_of(rows):
            first = len(self.rows) + 1
            cells = islice(zip_longest(*block), len(self.columns))
            columns = [self._values(place, texts, first) for place, texts in enumerate(cells)]
            columns += [[None] * len(block)] * (len(self.columns) - len(columns))
            self.rows += zip(*columns, strict=True)
            for number, row in enumerate(block, start=first):
                self._see_width(number, row)

    def _values(self, place: int, texts: Sequence[str | None], first: int) -> list[Value]:
        """Return the values of some cells of a column, below one another; None where a row is too short for it."""
        column = self.columns[place]
        if column.kind == "number" and None not in texts:
            cells = [text or "" for text in texts]
            if (
                not column.unit
                and plain_lines(cells)
                and ("." in column.marks.decimal or not any("." in cell for cell in cells))
            ):
                return [self._numbers.of(text) for text in cells]
        return [
            None if text is None else self._value(number, place, text) for number, text in enumerate(texts, start=first)
        ]

    def _value(self, number: int, place: int, text: str) -> Value:
        if self.columns[place].kind == "number":
            text = with_formula(text)
        value = value_of(text, self.columns[place])
        if value is None or isinstance(value, Unreadable):
            self._tell(number, place, text, value)
            value = text.strip() if value else None
        elif self.columns[place].unit and not without_unit(text)[1]:
            self.without_unit.setdefault(place, []).append(number)
        return self._texts.of(value) if isinstance(value, str) else value

    def _see_width(self, number: int, cells: Sequence[str]) -> None:
        filled = filled_width(cells)
        if len(cells) >= self.usual_width >= filled:
            return
        has, others = counted(len(cells), "cell"), f"most rows have {self.usual_width}"
        mend = (
            "Fill in what is missing at its end" if filled < self.usual_width else "Check the signs between its cells"
        )
        self._add(Problem(number, None, "", f"Row {number} has {has}, but {others}. {mend}, or delete the row."), 0)

    def _tell(self, number: int, place: int, text: str, value: Unreadable | None) -> None:
        column = self.columns[place]
        if column.kind == "empty" or (place >= self.usual_width and value is None):
            return
        any_value = ANY_NUMBER if column.kind == "number" else _ANY_WORD
        if value is None:
            what = f'"{shown(text)}" is taken for an empty cell' if text.strip() else "the cell is empty"
            wrong = f"{what}. {any_value}."
        else:
            wrong = value.sentence(text, ANY_NUMBER)
        self._add(Problem(number, column.name, text, f"Row {number}, {column_called(column.name)}: {wrong}"), place)

    def _add(self, problem: Problem, place: int) -> None:
        if len(self.problems) < MOST_CELLS_TOLD:
            self.problems.append(problem)
        elif problem.row is not None:
            self.untold.setdefault(place, []).append(problem.row)

    def all_problems(self) -> list[Problem]:
        """Return the problems, those without a sentence of their own told column by column."""
        return sorted(self.problems, key=lambda problem: problem.row or 0) + [
            Problem(rows[0], self.columns[place].name, "", _of_many(rows, self.columns[place].name))
            for place, rows in sorted(self.untold.items())
        ]


def value_of(text: str, column: ColumnForm) -> float | str | Unreadable | None:
    """Return what a cell says: None for a gap, and why for what is no number in a column of numbers.

    Examples
    --------
    >>> percent = ColumnForm("share", "number", "%", Marks(), percent_of_one=True)
    >>> value_of("7%", percent), value_of("NA", percent), value_of("abc", percent)
    (0.07, None, Unreadable(reason='is not a number', mend=None))
    """
    if column.kind != "number":
        return None if is_gap(text, among_numbers=False) else with_formula(text.strip())
    if is_gap(text, among_numbers=True):
        return None
    if len(text) > LONGEST_NUMBER:
        return Unreadable("is not a number")
    slip = letter_for_zero(text, column.marks)
    if slip is not None:
        return slip
    number, unit = without_unit(text)
    return _without_its_unit(number, unit, column) if unit else _number(text, column)


def _without_its_unit(number: str, unit: str, column: ColumnForm) -> float | Unreadable:
    found = _number(number, column)
    if not isinstance(found, float):
        return found
    if unit != column.unit and number[-1] in ".,":
        return Unreadable("is not a number")  # "2,x": a letter in place of a digit
    if unit != column.unit:
        as_part = f"{format_number(float(f'{found / 100:.15g}'))} or " if unit == "%" else ""
        mend = f"Write {as_part}{number} alone, or all of them alike"
        return Unreadable("has a unit that other numbers of its column have not", mend)
    return float(f"{found / 100:.15g}") if unit == "%" and column.percent_of_one else found


def _number(text: str, column: ColumnForm) -> float | Unreadable:
    found = read_number(text, column.marks)
    if column.as_meant and isinstance(found, Unreadable) and found.meant is not None:
        return found.meant + 0.0  # of -0 as well
    return found


def _of_many(rows: Sequence[int], name: str) -> str:
    return f"In {column_called(name)} there is more to mend: {row_list(rows)}."


def column_called(name: str) -> str:
    """Return how a sentence speaks of a column.

    Examples
    --------
    >>> column_called("age"), column_called("column 2")
    ('column age', 'column 2')
    """
    return shortened(name) if name.startswith("column ") else f"column {shortened(name)}"


def row_list(rows: Sequence[int]) -> str:
    """Return which rows, in words.

    Examples
    --------
    >>> row_list([5]), row_list([5, 7, 10]), row_list([1, 2, 3, 4, 9])
    ('row 5', 'rows 5, 7 and 10', 'rows 1 to 4 and 9')
    """
    spans: list[list[int]] = []
    for row in rows:
        if spans and row == spans[-1][1] + 1:
            spans[-1][1] = row
        else:
            spans.append([row, row])
    parts = [part for first, last in spans for part in _span(first, last)]
    *before, end = parts
    listed = f"{', '.join(before)} and {end}" if before else end
    return f"{'row' if len(rows) == 1 else 'rows'} {listed}"


def _span(first: int, last: int) -> list[str]:
    return [f"{first:,} to {last:,}"] if last - first > 1 else [f"{row:,}" for row in sorted({first, last})]
