"""The end of the box for tables: which table it is for, and the buttons that take it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from nncore.errors import TableError
from playground import session
from playground.page.follow_table import follow_what_was_put
from playground.page.leave_out_rows import words_of_leaving_out
from playground.page.page_state import PageState
from playground.page.take_table import (
    append_rows,
    replace_table,
    replace_test_table,
    why_no_test_rows,
    why_not_appended,
)
from playground.tables.column import Column
from playground.tables.pasted_table import pasted_table, why_ignored
from playground.tables.reading.reading import Reading
from playground.tables.table import markdown_escape
from playground.views.lasting_button import lasting_button

BOX = "paste"
"""The name of the box."""

TABLE = "table"
"""As which the table is noted that a text is said to be for."""

_TABLES = {"training": "Training table", "test": "Test table"}

Take = Callable[[PageState, Reading], None]


def offer(reading: Reading, key: str, *, is_open: bool) -> None:
    """Draw the choice of the table and the two buttons that take what was read, and why one cannot be pressed.

    Parameters
    ----------
    reading : Reading
    key : str
        Part of the keys of the box's widgets.
    is_open : bool
        Whether a question is not answered yet.
    """
    state = session.page_state()
    table = _table(key)
    try:
        columns = pasted_table(reading, state.open.columns).columns
    except TableError as error:
        st.caption(markdown_escape(str(error)))
        return
    refused = why_no_test_rows(state, reading) if table == "test" else ""
    if refused:
        st.caption(markdown_escape(refused))
        return
    if is_open:
        st.caption("Answer what is asked above first.")
    else:
        of_test_rows = "Test rows are asked about, and nothing is learnt from them."
        what = of_test_rows if table == "test" else f"Replacing makes of it: {_told_roles(reading, columns)}."
        st.caption(markdown_escape(f"{what}{_to_be_mended(reading)} Undo brings back what was there."))
    why_not = why_not_appended(state, reading, table)
    left, right = st.columns(2)
    replace: Take = replace_test_table if table == "test" else replace_table
    # Not by the text's key: a text that comes in one message with the press is what is taken.
    box = session.key_of_box(BOX)
    if lasting_button(
        left.button, "Replace the table", f"replace_{box}", type="primary", disabled=is_open, width="stretch"
    ):
        _take(state, replace, reading)
    if lasting_button(
        right.button, "Append to the table", f"append_{box}", disabled=is_open or bool(why_not), width="stretch"
    ):
        _take(state, lambda state, reading: append_rows(state, reading, table), reading)
    if why_not:
        st.caption(markdown_escape(f"It cannot be appended. {why_not}"))


def _told_roles(reading: Reading, columns: Sequence[Column]) -> str:
    """Return what each column is for, and why one is for nothing."""
    told = []
    for place, column in enumerate(columns):
        why = why_ignored(reading, place) if column.role == "ignored" else ""
        told.append(f"{column.name} ({column.role}{why and f': {why}'})")
    return ", ".join(told)


def _to_be_mended(reading: Reading) -> str:
    """Return what there will be to do about rows that cannot be read, after a space; empty if there are none to leave out."""
    problems = [problem for problem in reading.problems if not problem.is_note]
    if not words_of_leaving_out(problems, len(reading.rows)):
        return ""
    rows = "that row" if len({problem.row for problem in problems}) == 1 else "those rows"
    return f" It is taken as it is: then write what is wanted, or leave {rows} out with one click."


def meant_table() -> str:
    """Return the name of the table that the box was opened for."""
    return str(session.opened_with(BOX, "meant", "training"))


def _table(key: str) -> str:
    """Return the name of the table that is chosen."""
    names, field = list(_TABLES), f"into_{key}"
    return st.radio(
        "For the",
        names,
        index=names.index(meant_table()),
        format_func=_TABLES.__getitem__,
        horizontal=True,
        key=field,
        on_change=session.say_of_a_text,
        args=(key, TABLE, field),
    )


def _take(state: PageState, take: Take, reading: Reading) -> None:
    take(state, reading)
    state.close_box()
    follow_what_was_put(state)
    st.rerun()
