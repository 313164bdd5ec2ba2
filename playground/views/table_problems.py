"""What has to be mended in a table before it can be learnt, and the way to go on without the rows it is in."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from playground import session
from playground.page.leave_out_rows import leave_out_rows, row_count, words_of_leaving_out
from playground.tables.problem import Problem
from playground.tables.table import TableReading
from playground.views.said_problem import say_problem

MOST_PROBLEMS = 3


def say_table_problems(problems: Sequence[Problem], reading: TableReading, leaves_out_of: str = "") -> None:
    """Draw what has to be mended, and which rows are still being typed.

    Parameters
    ----------
    problems : sequence of Problem
    reading : TableReading
    leaves_out_of : str
        The name of the table of which rows can be left out; empty if its rows are given.
    """
    if reading.unfinished_rows:
        st.caption(reading.said_of_unfinished_rows)
    for problem in problems[:MOST_PROBLEMS]:
        say_problem(problem.sentence)
    more = len(problems) - MOST_PROBLEMS
    if more > 0:
        st.caption(f"And {more} more like {'this' if more == 1 else 'these'}.")
    if problems and leaves_out_of:
        _offer_to_leave_out(problems, reading, leaves_out_of)


def _offer_to_leave_out(problems: Sequence[Problem], reading: TableReading, name: str) -> None:
    state = session.page_state()
    table = state.open.tables[name]
    words = words_of_leaving_out(problems, row_count(table, reading))
    if words:
        st.button(
            words,
            key=session.button_key(f"leave_out_{name}_{table.key}"),
            on_click=session.after_what_is_typed,
            args=(leave_out_rows, state, name),
            type="tertiary",
        )
