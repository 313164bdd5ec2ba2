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
from playground.views.lasting_button import lasting_button
from playground.views.said_problem import say_problem
from playground.views.sign_button import sign_button

Change = Callable[[tuple[Column, ...], int], ColumnChange]
"""Of one of the columns, by its place."""

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
    here = session.page_state().open
    columns, derived, key = here.columns, here.derived, here.tables["training"].key
    # What is done to one of them, or taken back, makes it another version, and the others are drawn as they were.
    version = key, tuple((column.name, column.role, column.kind) for column in columns)
    done = [_column(columns, place, version) for place in range(len(columns))]
    is_added = lasting_button(st.button, "Add column", "columns_add", type="tertiary")
    refusals = st.container()
    st.caption("Words in an input become one input each. Words in the target are its classes.")
    # Several may come in one message: what is typed and chosen changes no places, and then each is known by its name.
    refused = [_change(change, place) for place, (changes, _) in enumerate(done) for change in changes]
    names = [column.name for column in here.columns]
    for name, (_, presses) in zip(names, done, strict=True):
        refused += [_change(change, place) for change in presses if (place := _place_of(name)) is not None]
    if is_added:
        refused.append(_change(lambda columns, _: with_new_column(columns), 0))
    with refusals:
        for sentence in filter(None, refused):
            say_problem(sentence)
    derived_inputs(columns, derived, key)


def _column(columns: tuple[Column, ...], place: int, version: object) -> tuple[list[Change], list[Change]]:
    """Draw the fields of one column; return what is done in them, and what the buttons beside them are pressed for."""
    column = columns[place]
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
        presses = _presses(place, len(columns))
    changes: list[Change] = []
    if name != column.name:
        changes.append(lambda columns, place: renamed_column(columns, place, name))
    if role != column.role:
        changes.append(lambda columns, place: column_with_role(columns, place, role))
    if kind != column.kind:
        changes.append(lambda columns, place: column_of_kind(columns, place, kind))
    return changes, presses


def _presses(place: int, count: int) -> list[Change]:
    """Draw the buttons of one column."""
    presses: list[Change] = []
    if sign_button("arrow_back", f"Move column {place + 1} to the left", disabled=place == 0):
        presses.append(lambda columns, place: moved_column(columns, place, -1))
    if sign_button("arrow_forward", f"Move column {place + 1} to the right", disabled=place == count - 1):
        presses.append(lambda columns, place: moved_column(columns, place, 1))
    # A second click finds another column in this place: it is for nothing, so that one click removes one.
    if sign_button("close", f"Remove column {place + 1}", str(count), disabled=count == 1):
        presses.append(without_column)
    return presses


def _place_of(name: str) -> int | None:
    """Return where a column stands by now; None if it is gone."""
    names = [column.name for column in session.page_state().open.columns]
    return names.index(name) if name in names else None


def _change(change: Change, place: int) -> str:
    state = session.page_state()
    return change_columns(state, lambda: change(state.open.columns, place))


def _choice(name: str, options: list[str], chosen: str, version: object, label: Callable[[str], str]) -> str:
    return st.selectbox(
        name,
        options,
        format_func=label,
        key=session.have_shown(f"columns_{name}", chosen, version),
        label_visibility="collapsed",
        width=CHOICE_WIDTH,
    )
