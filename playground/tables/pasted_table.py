"""What a table that was read becomes on the page: its columns and what they are for, and the texts of its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nncore.data.number_parsing import format_number
from nncore.errors import TableError
from playground.tables.column import Column
from playground.tables.reading.reading import Reading, Value, counted
from playground.tables.table import MOST_ROWS

MOST_WORDS_OF_AN_INPUT = 10
"""A column of more words is rather one of names or dates, from which nothing can be learnt."""

NAME_OF_THE_GRID = "_index"


@dataclass(frozen=True)
class PastedTable:
    """A table that is to be put on the page.

    Parameters
    ----------
    columns : tuple of Column
        Those of words hold none yet: their words are found in the cells.
    cells : tuple of tuple of (float, str or None)
        What was read: the texts of a large table would take three times the memory of its numbers. None is a gap.
    """

    columns: tuple[Column, ...]
    cells: tuple[tuple[Value, ...], ...]


def pasted_table(reading: Reading, before: Sequence[Column]) -> PastedTable:
    """Return the table that takes the place of one with the columns `before`.

    Where as many columns were before, or those of the same names, each stays what it was for. Otherwise the last column
    is the target and the others are inputs, but for those that are mostly empty, count the rows, or hold too many words.

    Raises
    ------
    TableError
        If the page takes no table of so many rows, or there is none.

    Examples
    --------
    >>> reading = Reading(",", ".", "", True, ("a", "b"), ("number", "word"), ((1.0, "x"), (None, "y")))
    >>> table = pasted_table(reading, ())
    >>> [(column.name, column.role, column.kind) for column in table.columns], table.cells
    ([('a', 'input', 'numbers'), ('b', 'target', 'words')], ((1.0, 'x'), (None, 'y')))
    """
    _check_rows(len(reading.rows))
    return PastedTable(_as_before(reading, before) or _proposed(reading), reading.rows)


def appended_cells(reading: Reading, columns: Sequence[Column], rows: int) -> tuple[tuple[str, ...], ...]:
    """Return the cells of the rows that come below a table: columns of its names, or as many of them in its order.

    Parameters
    ----------
    reading : Reading
    columns : sequence of Column
        Of the table.
    rows : int
        How many the table has.

    Raises
    ------
    TableError
        If the columns do not fit, or there are too many rows.

    Examples
    --------
    >>> reading = Reading(",", ".", "", True, ("b", "a"), ("number", "number"), ((1.0, 2.0),))
    >>> appended_cells(reading, [Column("a"), Column("b", "target")], 4)
    (('2', '1'),)
    """
    _check_rows(len(reading.rows), rows)
    names = [column.name for column in columns]
    if len(reading.names) != len(names):
        raise TableError(
            f"The table has {counted(len(names), 'column')}, and what is pasted has {len(reading.names):,}. "
            "Paste the same columns, or replace the table."
        )
    order = [reading.names.index(name) for name in names] if set(names) == set(reading.names) else range(len(names))
    return tuple(tuple(cell_of(row[place]) for place in order) for row in reading.rows)


def cell_of(value: Value) -> str:
    """Return the text of a cell."""
    if value is None:
        return ""
    return value if isinstance(value, str) else format_number(value)


def _check_rows(pasted: int, there: int = 0) -> None:
    if pasted == 0:
        raise TableError("There are no rows to take. Paste rows of numbers or words.")
    if pasted + there > MOST_ROWS:
        raise TableError(
            f"The table would have {pasted + there:,} rows. The page takes up to {MOST_ROWS:,}: paste fewer."
        )


def _as_before(reading: Reading, before: Sequence[Column]) -> tuple[Column, ...]:
    """Return columns that are for what they were for before; none if they are others than before."""
    if len(before) != len(reading.names):
        return ()
    by_name = {column.name: column for column in before}
    if reading.header and set(by_name) != set(reading.names):
        return ()
    same = [by_name[name] for name in reading.names] if reading.header else before
    return tuple(_of_kind(column, kind) for column, kind in zip(same, reading.kinds, strict=True))


def _of_kind(column: Column, kind: str) -> Column:
    if kind == "word" or (column.words is not None and kind == "number"):
        return replace(column, words=())
    return replace(column, words=None)


def _proposed(reading: Reading) -> tuple[Column, ...]:
    used = [place for place in range(len(reading.names)) if not why_ignored(reading, place)]
    target = used[-1] if used else None
    roles = [
        "target" if place == target else "input" if place in used else "ignored" for place in range(len(reading.names))
    ]
    columns = []
    for place, (role, kind) in enumerate(zip(roles, reading.kinds, strict=True)):
        named = reading.names[place] if reading.header else _called_by_role(roles, place, reading.names[place])
        columns.append(Column(_free_of_the_grid(named, reading.names), role, () if kind == "word" else None))
    return tuple(columns)


def _called_by_role(roles: Sequence[str], place: int, otherwise: str) -> str:
    if roles[place] == "input":
        return f"input {roles[: place + 1].count('input')}"
    return "target" if roles[place] == "target" else otherwise


def _free_of_the_grid(name: str, others: Sequence[str]) -> str:
    if name != NAME_OF_THE_GRID:
        return name
    return next(free for free in ("index", "index 2", "_index_") if free not in others)


def why_ignored(reading: Reading, place: int) -> str:
    """Return why nothing can be learnt from a column, in few words; empty if something can.

    Examples
    --------
    >>> reading = Reading(",", ".", "", True, ("a", "b"), ("number", "word"), ((1.0, "x"), (2.0, None), (3.0, None)))
    >>> why_ignored(reading, 0), why_ignored(reading, 1)
    ('', 'most of its cells are empty')
    """
    kind, values = reading.kinds[place], [row[place] for row in reading.rows]
    if 2 * values.count(None) > len(values):  # such as one that a single sign too many has opened in a single row
        return "most of its cells are empty"
    if kind == "word":
        words = {value for value in values if value is not None}
        return f"more than {MOST_WORDS_OF_AN_INPUT} different words" if len(words) > MOST_WORDS_OF_AN_INPUT else ""
    counts = place == 0 and reading.header and reading.names[0] == "column 1"
    is_count = counts and values in ([*range(len(values))], [*range(1, len(values) + 1)])
    return "it counts the rows" if is_count else ""
