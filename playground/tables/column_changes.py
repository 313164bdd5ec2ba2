"""What somebody does to the columns of a table: rename, move, add and remove them, and say what they are for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from nncore.errors import TableError
from nncore.quoting import quoted
from playground.tables.column import Column
from playground.tables.table_dataset import as_situation

LONGEST_NAME = 60
"""Characters of a name that is typed."""

NAMES_OF_THE_GRID = ("_index",)
"""What the grid calls something of its own."""

NUMBER_OF_A_NEW_COLUMN = "0"
"""So that the table can be learnt as before, until something is typed there."""


@dataclass(frozen=True)
class ColumnChange:
    """Columns, and where each of them was before.

    Attributes
    ----------
    columns : tuple of Column
    sources : tuple of (int or None)
        For each column its place before; None for a new one.
    """

    columns: tuple[Column, ...]
    sources: tuple[int | None, ...]

    def applied_to(self, table: pd.DataFrame, before: Sequence[Column], *, only_inputs: bool = False) -> pd.DataFrame:
        """Return a typed table with these columns.

        Parameters
        ----------
        table : DataFrame
        before : sequence of Column
            The columns as they were.
        only_inputs : bool
            Whether it is the table of a new situation.

        Examples
        --------
        >>> columns = (Column("a"), Column("t", "target"))
        >>> table = pd.DataFrame([["5", "1"]], columns=["a", "t"], dtype=object)
        >>> moved_column(columns, 1, -1).applied_to(table, columns).to_dict("records")
        [{'t': '1', 'a': '5'}]
        """
        places = {str(name): place for place, name in enumerate(table.columns)}
        shown = as_situation(self.columns) if only_inputs else self.columns
        found = {}
        for column, source in zip(self.columns, self.sources, strict=True):
            place = None if source is None else places.get(before[source].name)
            found[column.name] = [_first_text(column)] * len(table) if place is None else table.iloc[:, place].tolist()
        return pd.DataFrame({column.name: found[column.name] for column in shown}, dtype=object)


def renamed_column(columns: Sequence[Column], place: int, name: str) -> ColumnChange:
    """Return what becomes of columns one of which is given another name.

    Raises
    ------
    TableError
        If it is no name, or another column has it.

    Examples
    --------
    >>> renamed_column([Column("a"), Column("b")], 0, "b")
    Traceback (most recent call last):
    nncore.errors.TableError: Another column is called "b". Columns must have different names.
    """
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or name in NAMES_OF_THE_GRID:
        raise TableError(
            f"A column's name must be a text of 1 to {LONGEST_NAME} characters. Got {quoted(name)} instead."
        )
    if any(column.name == name for number, column in enumerate(columns) if number != place):
        raise TableError(f"Another column is called {quoted(name)}. Columns must have different names.")
    return _replaced(columns, place, name=name)


def column_with_role(columns: Sequence[Column], place: int, role: str) -> ColumnChange:
    """Return what becomes of columns one of which is for something else.

    Examples
    --------
    >>> [column.role for column in column_with_role([Column("a"), Column("b")], 0, "ignored").columns]
    ['ignored', 'input']
    """
    return _replaced(columns, place, role=role)


def column_of_kind(columns: Sequence[Column], place: int, kind: str) -> ColumnChange:
    """Return what becomes of columns one of which is said to hold "numbers", or else words, each of them a class.

    Examples
    --------
    >>> column_of_kind([Column("digit", "target")], 0, "words").columns[0].kind
    'words'
    """
    return _replaced(columns, place, words=None if kind == "numbers" else ())


def moved_column(columns: Sequence[Column], place: int, by: int) -> ColumnChange:
    """Return what becomes of columns one of which is moved, to the left by less than 0; as far as there are columns."""
    order = list(range(len(columns)))
    order.insert(min(max(place + by, 0), len(columns) - 1), order.pop(place))
    return ColumnChange(tuple(columns[number] for number in order), tuple(order))


def without_column(columns: Sequence[Column], place: int) -> ColumnChange:
    """Return what becomes of columns one of which is removed.

    Raises
    ------
    TableError
        If it is the only one.
    """
    if len(columns) == 1:
        raise TableError("A table needs a column. Add another one first.")
    order = [number for number in range(len(columns)) if number != place]
    return ColumnChange(tuple(columns[number] for number in order), tuple(order))


def with_new_column(columns: Sequence[Column]) -> ColumnChange:
    """Return what becomes of columns to which an input is added, behind the last input.

    Examples
    --------
    >>> with_new_column([Column("input 1"), Column("target", "target")]).columns[1].name
    'input 2'
    """
    names = [column.name for column in columns]
    number = 1 + sum(column.role == "input" for column in columns)
    while f"input {number}" in names:
        number += 1
    inputs = [place for place, column in enumerate(columns) if column.role == "input"]
    place = max(inputs, default=-1) + 1
    order: list[int | None] = list(range(len(columns)))
    order.insert(place, None)
    return ColumnChange((*columns[:place], Column(f"input {number}"), *columns[place:]), tuple(order))


def _replaced(columns: Sequence[Column], place: int, **changed: Any) -> ColumnChange:
    return ColumnChange(
        tuple(replace(column, **changed) if number == place else column for number, column in enumerate(columns)),
        tuple(range(len(columns))),
    )


def _first_text(column: Column) -> str:
    return NUMBER_OF_A_NEW_COLUMN if column.words is None else next(iter(column.words), "")
