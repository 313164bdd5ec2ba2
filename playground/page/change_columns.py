"""Carry out what somebody does to the columns of the page's table, on all that is typed into it."""

from __future__ import annotations

from collections.abc import Callable

from nncore.errors import NeuralNetworkError
from playground.page.page_state import PageState
from playground.tables.column_changes import ColumnChange
from playground.tables.derived_inputs import derived_after


def change_columns(state: PageState, change: Callable[[], ColumnChange]) -> str:
    """Have other columns on the page; return why that cannot be, or an empty text.

    Parameters
    ----------
    state : PageState
        Changed in place: its editors show the same cells under other columns.
    change : callable
        Returns the change, or raises an error for the person.
    """
    here = state.open
    try:
        changed = change()
    except NeuralNetworkError as error:
        return str(error)
    with state.lock:
        for name, table in here.tables.items():
            table.put(changed.applied_to(table.typed, here.columns, only_inputs=name == "situation"))
            table.renew(state.new_key())
        here.derived = derived_after(changed, here.columns, here.derived)
        here.first_names = {
            column.name: here.first_names.get(before, before)
            for column, source in zip(changed.columns, changed.sources, strict=True)
            if source is not None and (before := here.columns[source].name)
        }
        here.columns = changed.columns
        state.page_is_old = True
    return ""
