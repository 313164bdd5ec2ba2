"""The box in which the weights are typed, or pasted, that a run starts from: an exercise from a textbook."""

from __future__ import annotations

import streamlit as st

from nncore.errors import NeuralNetworkError
from nncore.experiment.typed_weights import read_weights, written_weights
from playground import session
from playground.page.page_state import PageState
from playground.page.take_starting_weights import take_starting_weights
from playground.views.box import box, box_button
from playground.views.lasting_button import lasting_button
from playground.views.said_problem import say_problem

BOX = "starting weights"
TITLE = "Type or paste starting weights"
HEIGHT_OF_A_LINE, LEAST_HEIGHT, MOST_HEIGHT = 22, 120, 340
MOST_PROBLEMS_TOLD = 4
HOW = (
    "A number such as 0.25, 0,25 or 1/3 in each line, and “frozen” behind it if no update is to move it. "
    "Numbers alone are taken in this order: the weights that lead to a neuron, its bias, then those of the next."
)


def starting_weights_button() -> None:
    """Draw the button that opens the box."""
    box_button(TITLE, "type_weights", BOX)


def starting_weights_box() -> None:
    """Draw the box if it is open."""
    key = session.key_of_box(BOX)
    if key is not None:
        _box(key)


@box(BOX, TITLE, "medium")
def _box(key: int) -> None:
    state = session.page_state()
    experiment = state.open.run.experiment
    written = written_weights(experiment)
    lines = written.count("\n") + 3
    text = st.text_area(
        "One line for each weight and bias",
        value=written,
        height=max(LEAST_HEIGHT, min(MOST_HEIGHT, HEIGHT_OF_A_LINE * lines)),
        key=f"starting_weights_{key}",
    )
    st.caption(HOW)
    if state.open.stale:
        say_problem(state.open.stale)
        return
    if lasting_button(st.button, "Start from these weights", f"take_weights_{key}", type="primary"):
        problems = _take(state, text or "")
        if not problems:
            state.close_box()
            st.rerun()
        session.keep_refusal(BOX, text or "", problems)
    for sentence in session.refusal_of(BOX, text or "")[:MOST_PROBLEMS_TOLD]:
        say_problem(sentence)


def _take(state: PageState, text: str) -> list[str]:
    """Have the run start from what was typed; return what there is to be mended first."""
    read = read_weights(text, state.open.run.experiment)
    if read.start is None:
        return list(read.problems)
    try:
        take_starting_weights(state, read.start)
    except NeuralNetworkError as error:
        return [str(error)]
    return []
