"""The editors: training rows, test rows, the new situation. What is typed arrives as text and is read by `table`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from playground import session
from playground.tables.table import TableReading, markdown_escape, read_table

MOST_PROBLEMS = 3
ROW_HEIGHT = 35
COLUMN_WIDTH = 68
MOST_ROWS_IN_SIGHT = 8


def training_table(columns: Sequence[str]) -> TableReading:
    """Draw the training rows and return what they say."""
    st.subheader("Training table", anchor=False)
    cells = _edited("training", columns, "dynamic")
    complete = session.page_state().open.tables["training"].complete_rows
    reading = read_table(cells, columns, table_name="Training table", complete_rows=complete)
    _say_problems(reading)
    return reading


def test_table(columns: Sequence[str]) -> TableReading | None:
    """Draw the test rows and return what they say; None if there are none."""
    st.subheader("Test table", anchor=False)
    st.caption("Rows to try the trained network on. It never learns from them.")
    cells = _edited("test", columns, "dynamic")
    complete = session.page_state().open.tables["test"].complete_rows
    reading = read_table(cells, columns, table_name="Test table", complete_rows=complete)
    if len(reading.ignored_rows) + len(reading.unfinished_rows) == len(cells):
        _say_unfinished(reading)
        return None
    _say_problems(reading)
    return reading


def new_situation(columns: Sequence[str]) -> TableReading:
    """Draw the row that is asked about and return what it says."""
    st.subheader("New situation", anchor=False)
    cells = _edited("situation", columns, "fixed")
    reading = read_table(cells, columns, table_name="New situation", row_labels=["New situation"], fixed_rows=True)
    _say_problems(reading)
    # The player writes the answer into it with every epoch that it shows.
    st.html('<div class="situation"></div>')
    return reading


def _edited(name: str, columns: Sequence[str], rows: Literal["fixed", "dynamic"]) -> list[list[object]]:
    state = session.page_state()
    table = state.open.tables[name]
    table.follow(session.what_changed_in(f"{name}_{table.key}"), state.new_key)
    edited = st.data_editor(
        table.base,
        key=f"{name}_{table.key}",
        num_rows=rows,
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=_height(len(table.base), rows),
        # Text columns deliver what was typed; a number column would turn a pasted 0,5 into 5.
        column_config={
            column: st.column_config.TextColumn(column, alignment="right", width=COLUMN_WIDTH) for column in columns
        },
    )
    if not table.is_old:  # else a row was dropped while this was drawn
        table.typed = edited
    return [list(row) for row in edited.itertuples(index=False, name=None)]


def _height(rows: int, kind: str) -> int:
    # One line more than the rows and the empty one below them: the height cannot change when a row is added.
    lines = 1 + rows if kind == "fixed" else 3 + min(rows, MOST_ROWS_IN_SIGHT)
    return lines * ROW_HEIGHT + 3


def _say_unfinished(reading: TableReading) -> None:
    for row in reading.unfinished_rows[:1]:
        st.caption(f"Row {row} counts as soon as all its cells are filled in.")


def _say_problems(reading: TableReading) -> None:
    _say_unfinished(reading)
    for problem in reading.problems[:MOST_PROBLEMS]:
        st.markdown(f":red[{markdown_escape(problem.sentence)}]")
    more = len(reading.problems) - MOST_PROBLEMS
    if more > 0:
        st.caption(f"And {more} more like {'this' if more == 1 else 'these'}.")
