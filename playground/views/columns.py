"""The strip above the table: what each column is called, what it is for, and whether numbers or words stand in it."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from playground import session
from playground.page.change_columns import change_columns
from playground.page.open_document import OpenDocument
from playground.page.page_state import PageState
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
from playground.views.lasting_button import draw_lasting_button
from playground.views.said_problem import say_problem
from playground.views.sign_button import sign_button

Change = Callable[[tuple[Column, ...], int], ColumnChange]
"""Of one of the columns, by its place."""

Presses = dict[str, Change]
"""By the key of a button, what it is pressed for."""

Done = tuple[list[Change], Presses]
"""What is done in the fields of one column, and what its buttons are pressed for."""

UNFOLDED = "columns_open"
"""The key of what says whether the strip is unfolded."""

# Pixels.
NAME_WIDTH = 150
CHOICE_WIDTH = 108


def columns_of_the_table() -> DeltaGenerator | None:
    """Draw the strip, folded behind a button, and do at once what is done to a column.

    Returns the place below it, for what is known when the table has been read; None while it is folded.
    """
    strip = st.popover("Columns", type="tertiary", key=UNFOLDED, on_change="rerun")
    # A click beside the strip folds it, and brings in the same message what was typed last.
    if strip.open:
        with strip:
            _strip()
            return st.container()
    if session.was_said(UNFOLDED, True):
        with strip:
            _strip()
    session.forget_shown()
    return None


def _strip() -> None:
    state = session.page_state()
    here = state.open
    columns, derived, key = here.columns, here.derived, here.tables["training"].key
    # What is done to one of them, or taken back, makes it another version, and the others are drawn as they were.
    version = key, tuple((column.name, column.role, column.kind) for column in columns)
    done = [_column(here, place, version) for place in range(len(columns))]
    add = draw_lasting_button(st.button, "Add column", "columns_add", type="tertiary")
    refusals = st.container()
    st.caption("Words in an input become one input each. Words in the target are its classes.")
    formulas = derived_inputs(columns, derived, state.opened, version)
    # All is drawn before anything is done: whatever is drawn, or asked of the session, may break the run off, and what came
    # in one message is to be done as a whole.
    buttons = [add, *(key for _, presses in done for key in presses), *(drawn.button for drawn in formulas.inputs)]
    pressed = session.were_pressed(buttons)
    said = [(refusals, sentence) for sentence in _do(state, done, pressed, is_added=add in pressed)]
    said += formulas.change(state, pressed)
    for room, sentence in said:
        if sentence:
            with room:
                say_problem(sentence)


def _do(state: PageState, done: Sequence[Done], pressed: Container[str], *, is_added: bool) -> list[str]:
    """Do what is done to the columns; return why not, or empty texts.

    Several may come in one message: what is typed and chosen changes no places, and then each is known by its name.
    """
    here = state.open
    refused = [_change(state, change, place) for place, (changes, _) in enumerate(done) for change in changes]
    names = [column.name for column in here.columns]
    for name, (_, presses) in zip(names, done, strict=True):
        for change in (change for key, change in presses.items() if key in pressed):
            place = _place_of(name, here.columns)
            refused += [] if place is None else [_change(state, change, place)]
    if is_added:
        refused.append(_change(state, lambda columns, _: with_new_column(columns), 0))
    return refused


def _column(here: OpenDocument, place: int, version: object) -> Done:
    """Draw the fields of one column; return what is done in them, and what the buttons beside them are pressed for."""
    column = here.columns[place]
    known = here.first_names.get(column.name, column.name)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"column_{place}"):
        name = st.text_input(
            f"Name of column {place + 1}",
            key=_shown(place, known, "name", column.name, version),
            # A question of a questionnaire may be longer, and would be cut off as soon as it is drawn.
            max_chars=max(LONGEST_NAME, len(column.name)),
            label_visibility="collapsed",
            autocomplete="off",
            width=NAME_WIDTH,
        )
        key = _shown(place, known, "role", column.role, version)
        role = _choice(f"Role of column {place + 1}", list(ROLES), key, lambda role: ROLES[role].label)
        words = "classes" if column.its_role.side == "targets" else "words"
        kinds = {"numbers": "numbers", "words": words}
        key = _shown(place, known, "kind", column.kind, version)
        kind = _choice(f"Kind of column {place + 1}", list(kinds), key, kinds.__getitem__)
        presses = _presses(place, len(here.columns), known)
    changes: list[Change] = []
    if name != column.name:
        changes.append(lambda columns, place: renamed_column(columns, place, name))
    if role != column.role:
        changes.append(lambda columns, place: column_with_role(columns, place, role))
    if kind != column.kind:
        changes.append(lambda columns, place: column_of_kind(columns, place, kind))
    return changes, presses


def _presses(place: int, count: int, known: str) -> Presses:
    """Draw the buttons of one column; return what those are pressed for that can be.

    A second click may find another column in this place: it is for nothing, so that one click removes, or moves, one.
    """
    name, is_first, is_last = f"column {place + 1}", place == 0, place == count - 1
    left = sign_button("arrow_back", f"Move {name} to the left", known, disabled=is_first)
    right = sign_button("arrow_forward", f"Move {name} to the right", known, disabled=is_last)
    remove = sign_button("close", f"Remove {name}", known, disabled=count == 1)
    presses: Presses = {}
    if not is_first:
        presses[left] = lambda columns, place: moved_column(columns, place, -1)
    if not is_last:
        presses[right] = lambda columns, place: moved_column(columns, place, 1)
    if count > 1:
        presses[remove] = without_column
    return presses


def _place_of(name: str, columns: tuple[Column, ...]) -> int | None:
    """Return where a column stands by now; None if it is gone."""
    names = [column.name for column in columns]
    return names.index(name) if name in names else None


def _change(state: PageState, change: Change, place: int) -> str:
    return change_columns(state, lambda: change(state.open.columns, place))


def _shown(place: int, known: str, what: str, value: str, version: object) -> str:
    """Have a field of a column show what it stands for; return its key.

    It is another field where another column stands in its place: what the browser still says of the one before, in the
    message of a second click, would be done to that.
    """
    return session.have_shown(f"columns_{what}_{place}_{known}", value, version)


def _choice(name: str, options: list[str], key: str, label: Callable[[str], str]) -> str:
    return st.selectbox(name, options, format_func=label, key=key, label_visibility="collapsed", width=CHOICE_WIDTH)
