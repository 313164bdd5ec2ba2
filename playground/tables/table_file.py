"""The page's table as a CSV file: what was typed, read cell by cell, and what is derived or answered beside it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nncore.data.number_parsing import Marks, Unreadable, format_number, marks_of, read_number
from playground.tables.column import Column
from playground.tables.reading.reading import Value
from playground.tables.reading.to_csv import to_csv
from playground.tables.table import cell_text

_AS_WRITTEN_HERE = Marks(frozenset("."), decided=True)


@dataclass(frozen=True)
class FurtherColumns:
    """Columns that come behind those of the table.

    Attributes
    ----------
    names : tuple of str
    rows : mapping of int to tuple
        One value a column, by the row of the table, the first being 1; None where there is none.
    """

    names: tuple[str, ...] = ()
    rows: Mapping[int, tuple[Value, ...]] = field(default_factory=dict)


def table_file(columns: Sequence[Column], cells: Sequence[Sequence[object]], *further: FurtherColumns) -> str:
    r"""Return a table as the text of a CSV file, which `read_text` reads as the same table.

    Numbers are written with a dot and all their digits, however they were typed; what cannot be read stays as it is.
    Rows in which nothing stands are left out. No cell is taken for a formula by a spreadsheet.

    Parameters
    ----------
    columns : sequence of Column
    cells : sequence of sequence of object, shape (rows, columns)
        As typed.
    *further : FurtherColumns
        What comes behind them, in this order.

    Examples
    --------
    >>> columns = [Column("a"), Column("=kind", "target", ("no", "yes"))]
    >>> table_file(columns, [["-0,50", "yes"], ["", None]], FurtherColumns(("output",), {1: (0.25,)}))
    "a,'=kind,output\r\n-0.5,yes,0.25\r\n"
    """
    typed = [[_typed(row[place]) if place < len(row) else "" for place in range(len(columns))] for row in cells]
    of_numbers = [column.words is None and column.its_role.side is not None for column in columns]
    marks = marks_of(
        cell for row in typed for cell, does in zip(row, of_numbers, strict=True) if does and isinstance(cell, str)
    )
    rows = [
        [
            *(
                _value(cell, marks if does else _AS_WRITTEN_HERE, does)
                for cell, does in zip(row, of_numbers, strict=True)
            ),
            *(value for more in further for value in more.rows.get(number, (None,) * len(more.names))),
        ]
        for number, row in enumerate(typed, start=1)
        if any(cell != "" for cell in row)
    ]
    names = [column.name for column in columns]
    return to_csv([*names, *_free_names([name for more in further for name in more.names], names)], rows)


def _typed(cell: object) -> float | str:
    text = cell_text(cell)
    return cell if text and isinstance(cell, float) else text


def _value(cell: float | str, marks: Marks, of_numbers: bool) -> Value:
    """Return what is written of a cell; a text that is a number as this program writes it stays one."""
    if isinstance(cell, float):
        return cell
    if not cell:
        return None
    number = read_number(cell, marks)
    if isinstance(number, Unreadable) or (not of_numbers and format_number(number) != cell):
        return cell
    return number


def word_or_number(text: str) -> Value:
    """Return a word as a cell; the number of a class that is called by it stays a number.

    Examples
    --------
    >>> word_or_number("-1"), word_or_number("yes")
    (-1.0, 'yes')
    """
    return _value(text, _AS_WRITTEN_HERE, False)


def finite_or_none(number: float) -> float | None:
    """Return a number, or None if there is no way to write it.

    Examples
    --------
    >>> finite_or_none(0.5), finite_or_none(float("inf"))
    (0.5, None)
    """
    return number if math.isfinite(number) else None


def _free_names(wanted: Sequence[str], taken: Sequence[str]) -> list[str]:
    names: list[str] = []
    for name in wanted:
        free, count = name, 1
        while free in taken or free in names:
            count += 1
            free = f"{name} {count}"
        names.append(free)
    return names
