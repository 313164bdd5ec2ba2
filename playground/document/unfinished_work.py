"""What stands on a page and has not become a run: a table with something to mend, a row that is half typed."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import numpy as np

from nncore.data.derived_columns import MOST_DERIVED, DerivedColumn
from nncore.errors import FormatError, FormulaError, require_whole_number
from nncore.formulas import Formula
from nncore.plain_records import read_fields, read_list
from nncore.quoting import quoted
from playground.document.table_columns import columns_from_list, columns_to_list
from playground.document.typed_table import TypedTable
from playground.tables.column import Column
from playground.tables.table import MOST_ROWS
from playground.tables.table_dataset import IgnoredCells, as_situation

TABLES = ("training", "test", "situation")

_PATH = "unfinished"

Item = TypeVar("Item")


@dataclass(frozen=True)
class UnfinishedWork:
    """Tables as they are typed, and what is set beside them, where that is more than the run on the screen was made of.

    Attributes
    ----------
    columns : tuple of Column
    tables : mapping of str to TypedTable
        "training", "test" and "situation".
    derived : tuple of DerivedColumn
        Of the columns; one may name a column that is gone.
    settings : mapping of str to object
        By their names, those that are others than the run's.

    Examples
    --------
    >>> columns = (Column("hours"), Column("passed", "target", ()))
    >>> cells = {"training": [["2,1", "no"], ["abc", None]], "test": [], "situation": [["3"]]}
    >>> tables = {name: table_of_cells(name, columns, rows) for name, rows in cells.items()}
    >>> work = UnfinishedWork(columns, tables, settings={"seed": 7})
    >>> UnfinishedWork.from_dict(work.to_dict()) == work
    True
    """

    columns: tuple[Column, ...]
    tables: Mapping[str, TypedTable]
    derived: tuple[DerivedColumn, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def cell_count(self) -> int:
        """How many cells its tables have."""
        return sum(table.cells.size for table in self.tables.values())

    def to_dict(self) -> dict[str, Any]:
        """Return it as a plain dict, which passes through json unchanged."""
        return {
            "columns": columns_to_list(self.columns, IgnoredCells()),
            **{name: table.cells.tolist() for name, table in self.tables.items()},
            "complete": [self.tables[name].complete for name in ("training", "test")],
            "validation": list(self.tables["test"].validation),
            "derived": [{**column.to_dict(), "columns": list(column.formula.columns)} for column in self.derived],
            "settings": dict(self.settings),
        }

    @classmethod
    def from_dict(cls, record: object) -> UnfinishedWork:
        """Return what `to_dict` described; whether a setting may have its value is asked by who opens it.

        Raises
        ------
        FormatError
            If it describes none; the line names the field.
        """
        names = ["columns", *TABLES, "complete", "validation", "derived", "settings"]
        values = read_fields(_PATH, record, names, names)
        columns = _read_columns(values["columns"])
        complete = _read_short("complete", values["complete"], 2, _read_line_or_none)
        validation = _read_short("validation", values["validation"], MOST_ROWS, _read_line)
        if len(complete) != 2:
            raise FormatError(f"{_PATH}.complete must have one number for the training and one for the test table.")
        if not isinstance(values["settings"], Mapping):
            raise FormatError(f"{_PATH}.settings must be a dict. Got {quoted(values['settings'])} instead.")
        tables = {}
        for name, ready in zip(TABLES, (*complete, None), strict=True):
            lines = validation if name == "test" else ()
            tables[name] = table_of_cells(name, columns, values[name], validation=lines, complete=ready)
        derived = _read_short("derived", values["derived"], MOST_DERIVED, _read_derived)
        return cls(columns, tables, derived, values["settings"])


def table_of_cells(
    name: str,
    columns: Sequence[Column],
    rows: object,
    *,
    validation: Sequence[int] = (),
    complete: int | None = None,
) -> TypedTable:
    """Return the table "training", "test" or "situation" of columns, from its cells in lists.

    Raises
    ------
    FormatError
        If they are no such table.

    Examples
    --------
    >>> table_of_cells("situation", [Column("a"), Column("b", "target")], [["0,5"]]).cells.tolist()
    [['0,5']]
    """
    named = tuple(column.name for column in (as_situation(columns) if name == "situation" else columns))
    path = f"{_PATH}.{name}"
    is_one = name == "situation"
    if not isinstance(rows, list) or len(rows) > MOST_ROWS or (is_one and len(rows) != 1):
        raise FormatError(f"{path} must be a list of {'one row' if is_one else f'at most {MOST_ROWS:,} rows'}.")
    for number, row in enumerate(rows):
        if not isinstance(row, list) or len(row) != len(named) or not all(map(_is_cell, row)):
            raise FormatError(f"{path}[{number}] must be a list of {len(named)} texts, numbers or None.")
    if (complete or 0) > len(rows):
        raise FormatError(f"{_PATH}.complete must be at most the {len(rows):,} rows of {path}. Got {complete:,}.")
    if any(line >= len(rows) for line in validation):
        raise FormatError(f"{_PATH}.validation must be lines of the {len(rows):,} rows of {path}, the first being 0.")
    cells = np.empty((len(rows), len(named)), dtype=object)
    for number, row in enumerate(rows):
        # Whoever writes a file anew may write 2 for 2.0.
        cells[number] = [float(cell) if isinstance(cell, int) else cell for cell in row]
    return TypedTable(named, cells, tuple(validation), complete)


def _read_short(name: str, given: object, most: int, read: Callable[[str, object], Item]) -> tuple[Item, ...]:
    if isinstance(given, list) and len(given) > most:
        raise FormatError(f"{_PATH}.{name} must be a list of at most {most:,}. Got {len(given):,}.")
    return read_list(f"{_PATH}.{name}", given, read)


def _is_cell(cell: object) -> bool:
    if isinstance(cell, int) and not isinstance(cell, bool):
        return abs(cell) <= sys.float_info.max
    return cell is None or isinstance(cell, str) or (isinstance(cell, float) and math.isfinite(cell))


def _read_columns(record: object) -> tuple[Column, ...]:
    columns: tuple[Column, ...] = columns_from_list(record)["columns"]
    names = [column.name for column in columns]
    if not names or len(set(names)) != len(names):
        raise FormatError(f"{_PATH}.columns must be columns of different names.")
    return columns


def _read_line(path: str, given: object) -> int:
    return require_whole_number(path, given, at_least=0, at_most=MOST_ROWS)


def _read_line_or_none(path: str, given: object) -> int | None:
    return None if given is None else _read_line(path, given)


def _read_derived(path: str, record: object) -> DerivedColumn:
    values = read_fields(path, record, ["name", "formula", "columns"], ["name", "formula", "columns"])
    names = read_list(f"{path}.columns", values["columns"], _read_name)
    try:
        return DerivedColumn(_read_name(f"{path}.name", values["name"]), Formula.parse(values["formula"], names))
    except FormulaError as error:
        raise FormatError(f"{path}.formula: {error}") from error


def _read_name(path: str, given: object) -> str:
    if not isinstance(given, str) or not given.strip():
        raise FormatError(f"{path} must be a name. Got {quoted(given)} instead.")
    return given
