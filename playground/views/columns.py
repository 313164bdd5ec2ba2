"""The strip above the table: what each column is called, what it is for, and whether numbers or words stand in it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from playground import session
from playground.page.change_columns import change_columns
from playground.tables.column import Column
from playground.tables.column_changes import (
    LONGEST_NAME,
    ColumnChange,
    column_of_kind,
    column_with_role,
    moved_column,
    renamed_column,
    with_new_column,
    without_column,
)
from playground.tables.roles import ROLES
from playground.views.derived_inputs import derived_inputs
from playground.views.said_problem import say_problem
from playground.views.sign_button import sign_button

# Pixels.
NAME_WIDTH = 150
CHOICE_WIDTH = 108


def columns_of_the_table() -> DeltaGenerator | None:
    """Draw the strip, folded behind a button, and do at once what is done to a column.

    Returns the place below it, for what is known when the table has been read; None while it is folded.
    """
    strip = st.popover("Columns", type="tertiary", key="columns_open", on_change="rerun")
    if not strip.open:
        return None
    with strip:
        _strip()
        return st.container()


def _strip() -> None:
    columns = session.page_state().open.columns
    # What is done to one of them makes it another version, and the others are drawn as they were.
    version = session.page_state().open.tables["training"].key
    refused = [_column(columns, place, version) for place in range(len(columns))]
    if st.button("Add column", type="tertiary", key="columns_add"):
        _change(lambda: with_new_column(columns))
    for sentence in filter(None, refused):
        say_problem(sentence)
    st.caption("Words in an input become one input each. Words in the target are its classes.")
    derived_inputs()


def _column(columns: tuple[Column, ...], place: int, version: int) -> str:
    """Draw the fields of one column; return why what was done to it cannot be, or an empty text."""
    column = columns[place]
    wanted: list[Callable[[], ColumnChange]] = []
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"column_{place}"):
        name = st.text_input(
            f"Name of column {place + 1}",
            key=session.have_shown(f"columns_name_{place}", column.name, version),
            max_chars=LONGEST_NAME,
            label_visibility="collapsed",
            autocomplete="off",
            width=NAME_WIDTH,
        )
        role = _choice(f"Role of column {place + 1}", list(ROLES), column.role, version, lambda role: ROLES[role].label)
        words = "classes" if column.its_role.side == "targets" else "words"
        kinds = {"numbers": "numbers", "words": words}
        kind = _choice(f"Kind of column {place + 1}", list(kinds), column.kind, version, kinds.__getitem__)
        if sign_button("arrow_back", f"Move column {place + 1} to the left", disabled=place == 0):
            wanted.append(lambda: moved_column(columns, place, -1))
        if sign_button("arrow_forward", f"Move column {place + 1} to the right", disabled=place == len(columns) - 1):
            wanted.append(lambda: moved_column(columns, place, 1))
        # A second click finds another column in this place: it is for nothing, so that one click removes one.
        if sign_button("close", f"Remove column {place + 1}", str(version), disabled=len(columns) == 1):
            wanted.append(lambda: without_column(columns, place))
    if name != column.name:
        wanted.append(lambda: renamed_column(columns, place, name))
    if role != column.role:
        wanted.append(lambda: column_with_role(columns, place, role))
    if kind != column.kind:
        wanted.append(lambda: column_of_kind(columns, place, kind))
    return _change(wanted[0]) if wanted else ""


def _change(change: Callable[[], ColumnChange]) -> str:
    return change_columns(session.page_state(), change)


def _choice(name: str, options: list[str], chosen: str, version: int, label: Callable[[str], str]) -> str:
    return st.selectbox(
        name,
        options,
        format_func=label,
        key=session.have_shown(f"columns_{name}", chosen, version),
        label_visibility="collapsed",
        width=CHOICE_WIDTH,
    )
