"""Put a table that was pasted or uploaded on the page, in place of the training or the test table, or below one of them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from nncore.errors import TableError
from playground.page.page_state import PageState
from playground.tables.column import Column
from playground.tables.derived_inputs import derived_that_fit
from playground.tables.kept_values import values_in, with_values_kept
from playground.tables.pasted_table import appended_cells, pasted_table
from playground.tables.reading.reading import Reading, Value, counted
from playground.tables.table_dataset import as_situation

_FIRST_NUMBER = "0"


def replace_table(state: PageState, reading: Reading) -> None:
    """Have a table in place of the training table; test rows stay where it has the columns of before.

    Of the derived inputs those stay whose columns it has. The output layer follows its targets, whatever they are called.

    Raises
    ------
    TableError
        If the page takes no such table; what is there stays.
    """
    here = state.open
    table = pasted_table(reading, here.columns)
    with state.lock:
        here.tables["training"].put(_frame(table.columns, table.cells))
        if _shapes(table.columns) != _shapes(here.columns):
            here.tables["test"].put(_frame(table.columns, ()), ())
            here.tables["situation"].put(_situation(table.columns, table.cells))
        here.derived = derived_that_fit(here.derived, table.columns)
        here.columns, here.grid_paste, here.is_another_table = table.columns, None, True
        state.page_is_old = True


def replace_test_table(state: PageState, reading: Reading) -> None:
    """Have rows in place of those of the test table, which has the columns of the training table.

    Raises
    ------
    TableError
        If they do not fit; what is there stays.
    """
    here = state.open
    cells = appended_cells(reading, here.columns, 0)
    with state.lock:
        here.tables["test"].put(_frame(here.columns, cells), ())
        here.grid_paste = None
        state.page_is_old = True


def append_rows(state: PageState, reading: Reading, name: str = "training") -> None:
    """Have rows below those of the table "training" or "test"; each number of both keeps its value.

    Raises
    ------
    TableError
        If they do not fit; what is there stays.
    """
    here = state.open
    table = here.tables[name]
    there = table.filled_rows
    cells = appended_cells(reading, here.columns, len(there))
    values = [*values_in(there, here.columns), *values_in(cells, here.columns)]
    with state.lock:
        kept = with_values_kept([*there, *cells], here.columns, values)
        table.put(_frame(here.columns, kept), table.filled_validation)
        here.grid_paste = None
        state.page_is_old = True


def why_not_appended(state: PageState, reading: Reading, name: str = "training") -> str:
    """Return why rows cannot be appended to the table "training" or "test"; empty if they can."""
    try:
        appended_cells(reading, state.open.columns, len(state.open.tables[name].typed))
    except TableError as error:
        return str(error)
    return ""


def why_no_test_rows(state: PageState, reading: Reading) -> str:
    """Return why rows cannot be test rows; empty if they can."""
    columns = state.open.columns
    if len(reading.names) == len(columns):
        return ""
    return (
        f"Test rows have the {counted(len(columns), 'column')} of the training table, and what is pasted has "
        f"{len(reading.names):,}. Paste the same columns."
    )


def _shapes(columns: Sequence[Column]) -> list[tuple[str, str, str]]:
    return [(column.name, column.role, column.kind) for column in columns]


def _frame(columns: Sequence[Column], cells: Sequence[Sequence[object]]) -> pd.DataFrame:
    rows = [["" if cell is None else cell for cell in row] for row in cells]
    return pd.DataFrame(rows, columns=[column.name for column in columns], dtype=object)


def _situation(columns: Sequence[Column], cells: Sequence[Sequence[Value]]) -> pd.DataFrame:
    """Return a new situation to begin with: the inputs of the first row that has them all."""
    asked = [columns.index(column) for column in as_situation(columns)]
    full = (row for row in cells if all(row[place] is not None for place in asked))
    row = next(full, (_FIRST_NUMBER,) * len(columns))
    return _frame([columns[place] for place in asked], [[row[place] for place in asked]])
