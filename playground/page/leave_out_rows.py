"""Leave the rows out that keep a table from being learnt; Undo brings them back as they were typed."""

from __future__ import annotations

from collections.abc import Sequence

from nncore.named_rows import named_rows
from playground.page.open_document import OpenDocument
from playground.page.page_state import PageState
from playground.tables.edited_table import EditedTable
from playground.tables.problem import Problem
from playground.tables.table import TableReading, read_table
from playground.tables.table_dataset import with_words
from playground.tables.typed_dataset import typed_dataset

MOST_NAMED = 3
"""Rows that a button names; of more it says how many they are."""


def offered_to_leave_out(here: OpenDocument) -> tuple[str, str] | None:
    """Return the table of which rows are to be mended first, and in words that they are left out; None if that is no way on.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> from playground.page.page_state import PageState
    >>> here = PageState(gallery()[0]).open
    >>> offered_to_leave_out(here) is None
    True
    >>> table = here.tables["training"]
    >>> cells = table.typed.copy()
    >>> cells.iloc[1, 0] = "abc"
    >>> table.put(cells)
    >>> here.stale = "A table has something to mend."
    >>> offered_to_leave_out(here)
    ('training', 'Leave row 2 out')
    """
    if not here.stale:
        return None
    reading = typed_dataset(here.columns, here.tables)
    if not reading.problems or reading.problems[0].row is None:  # without these rows it is still to be mended
        return None
    for name, rows in (("training", reading.training), ("test", reading.test)):
        if rows is not None and rows.problems:
            words = words_of_leaving_out(rows.problems, row_count(here.tables[name], rows))
            return (name, words) if words else None
    return None


def row_count(table: EditedTable, reading: TableReading) -> int:
    """Return how many rows are typed in a table, without those that are empty or still being typed."""
    return len(table.typed) - len(reading.ignored_rows) - len(reading.unfinished_rows)


def words_of_leaving_out(problems: Sequence[Problem], row_count: int) -> str:
    """Return in words what is left out without the rows that have something to mend; empty if that is no row, or all.

    Parameters
    ----------
    problems : sequence of Problem
    row_count : int
        How many rows there are.

    Examples
    --------
    >>> problems = [Problem(row, "a", "", "") for row in (7, 5, 7)]
    >>> words_of_leaving_out(problems, 12), words_of_leaving_out(problems, 2)
    ('Leave rows 5 and 7 out', '')
    >>> words_of_leaving_out([Problem(row, "a", "", "") for row in range(1, 12)], 12)
    'Leave these 11 rows out'
    """
    rows = _rows(problems)
    if len(rows) == row_count:
        return ""
    return f"Leave {named_rows(rows) if len(rows) <= MOST_NAMED else f'these {len(rows):,} rows'} out" if rows else ""


def leave_out_rows(state: PageState, name: str) -> None:
    """Have the table "training" or "test" shown without the rows that have something to mend.

    Parameters
    ----------
    state : PageState
        Changed in place; it stays if a row has been mended meanwhile.
    name : str
    """
    here = state.open
    table, training = here.tables[name], here.tables["training"]
    with state.lock:
        if table.is_old:
            return  # a button that is pressed twice does it once
        columns = with_words(here.columns, training.cells, training.complete_rows)
        reading = read_table(table.cells, columns, complete_rows=table.complete_rows)
        rows = _rows(reading.problems)
        if not rows:
            return
        state.keep_what_is_to_be_mended()
        table.put_without({row - 1 for row in rows})
        state.page_is_old = True


def _rows(problems: Sequence[Problem]) -> list[int]:
    return sorted({problem.row for problem in problems if problem.row is not None})
