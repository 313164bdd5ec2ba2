"""Rows that come into another table keep the values they had: what a comma means is decided by the numbers beside it."""

from __future__ import annotations

from collections.abc import Sequence

from nncore.data.number_parsing import Marks, format_number, marks_of, read_number
from playground.tables.column import Column
from playground.tables.table import cell_text

Cells = Sequence[Sequence[object]]
Values = Sequence[Sequence[float | None]]


def values_in(cells: Cells, columns: Sequence[Column]) -> list[list[float | None]]:
    """Return the numbers that stand in a table, and None for every cell that is none or is not read as one.

    Examples
    --------
    >>> values_in([["0,5", "a"], ["1,000", "b"]], [Column("size"), Column("kind", "target", ("a", "b"))])
    [[0.5, None], [1.0, None]]
    """
    marks = _marks(cells, columns)
    return [[_value(cell, column, marks) for cell, column in zip(row, columns, strict=True)] for row in cells]


def with_values_kept(cells: Cells, columns: Sequence[Column], values: Values) -> list[list[object]]:
    """Return the cells of a table as they were typed; where they would be read as something else, as this program writes it.

    Parameters
    ----------
    cells : sequence of sequence of object, shape (rows, columns)
    columns : sequence of Column
    values : sequence of sequence of (float or None), shape (rows, columns)
        What the cells meant where they stood before.

    Examples
    --------
    >>> with_values_kept([["1,000"], ["2"]], [Column("size")], [[1.0], [2.0]])
    [['1'], ['2']]
    >>> with_values_kept([["0,5"], ["1,234"]], [Column("size")], [[0.5], [1.234]])
    [['0,5'], ['1,234']]
    """
    # Numbers become texts: such texts may be shown.
    kept = [[cell_text(cell) if isinstance(cell, float) else cell for cell in row] for row in cells]
    is_settled = False
    # What is written anew may decide for others.
    while not is_settled:
        is_settled, marks = True, _marks(kept, columns)
        for row, meant in zip(kept, values, strict=True):
            for place, value in enumerate(meant):
                if value is not None and _value(row[place], columns[place], marks) != value:
                    row[place] = _written(value, row[place])
                    is_settled = False
    return kept


def _marks(cells: Cells, columns: Sequence[Column]) -> Marks:
    return marks_of(
        text
        for row in cells
        for cell, column in zip(row, columns, strict=True)
        if _is_of_numbers(column) and isinstance(cell, str) and (text := cell_text(cell))
    )


def _value(cell: object, column: Column, marks: Marks) -> float | None:
    if not _is_of_numbers(column):
        return None
    text = cell_text(cell)
    number = cell if isinstance(cell, float) else read_number(text, marks)
    return number if text and isinstance(number, float) else None


def _is_of_numbers(column: Column) -> bool:
    return column.words is None and column.its_role.side is not None


def _written(value: float, before: object) -> str:
    text = format_number(value)
    if text != before:
        return text
    # Three digits behind a dot may be a thousand where others have dots between thousands; four are none.
    digits, mark, exponent = text.partition("e")
    return f"{digits}0{mark}{exponent}"
