"""The box in which the weights are typed, or pasted, that a run starts from: an exercise from a textbook."""

from __future__ import annotations

from functools import partial

import streamlit as st

from nncore.errors import NeuralNetworkError
from nncore.experiment.typed_weights import read_weights, written_weights
from playground import session
from playground.page.take_starting_weights import take_starting_weights
from playground.views.said_problem import say_problem

BOX = "starting weights"
TITLE = "Type or paste starting weights"
HEIGHT_OF_A_LINE, LEAST_HEIGHT, MOST_HEIGHT = 22, 120, 340
MOST_PROBLEMS_TOLD = 4
_TYPED, _REFUSED = "starting_weights", "starting_weights_refused"
HOW = (
    "A number such as 0.25, 0,25 or 1/3 in each line, and “frozen” behind it if no update is to move it. "
    "Numbers alone are taken in this order: the weights that lead to a neuron, its bias, then those of the next."
)


def starting_weights_button() -> None:
    """Draw the button that opens the box."""
    # By a callback: which box is open is decided before any is drawn.
    st.button(TITLE, key="type_weights", type="tertiary", on_click=session.open_box, args=(BOX,))


def starting_weights_box() -> None:
    """Draw the box if it is open."""
    key = session.key_of_box(BOX)
    if key is not None:
        _box(key)


@st.dialog(TITLE, width="medium", on_dismiss=partial(session.close_box, BOX))
def _box(key: int) -> None:
    if session.key_of_box(BOX) != key:
        # Its button has closed it, and Streamlit runs the box's part of the script alone.
        st.rerun()
    state = session.page_state()
    written = written_weights(state.open.run.experiment)
    lines = written.count("\n") + 3
    text = st.text_area(
        "One line for each weight and bias",
        value=written,
        height=max(LEAST_HEIGHT, min(MOST_HEIGHT, HEIGHT_OF_A_LINE * lines)),
        key=f"{_TYPED}_{key}",
    )
    st.caption(HOW)
    if state.open.stale:
        say_problem(state.open.stale)
        return
    # By a callback: whatever has the page drawn anew before this line is reached would lose the press.
    st.button("Start from these weights", type="primary", key=f"take_weights_{key}", on_click=_take, args=(key,))
    refused, problems = session.found_in_box(BOX, _REFUSED, ("", ()))
    if refused == text:
        for sentence in problems[:MOST_PROBLEMS_TOLD]:
            say_problem(sentence)


def _take(key: int) -> None:
    """Take what is typed and close the box, or note in it why that cannot be."""
    if session.key_of_box(BOX) != key:
        return
    state = session.page_state()
    text = session.found_in_box(BOX, _TYPED, "") or ""
    session.see_what_is_typed()
    read = read_weights(text, state.open.run.experiment)
    problems = list(read.problems)
    if read.start is not None:
        try:
            take_starting_weights(state, read.start)
        except NeuralNetworkError as error:
            problems.append(str(error))
        else:
            session.close_box(BOX)
            return
    session.keep_in_box(BOX, _REFUSED, (text, problems))
