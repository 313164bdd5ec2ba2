"""The page, from top to bottom: settings, tables, and the run they describe; and the server that sends it.

`streamlit run` takes this file for both: it imports it for the server, once, and runs it for every page, again and again.
"""

from __future__ import annotations

import streamlit as st
from starlette.middleware import Middleware

from nncore.data.dataset import Dataset
from nncore.errors import NeuralNetworkError
from playground import session
from playground.kept_compressed import KeptCompressed
from playground.opens_links import OpensLinks
from playground.own_address import ask_nobody_for_own_address
from playground.player.component import CANNOT_START, can_play, draw_player
from playground.settings.build import build_experiment
from playground.settings.settings import BY_NAME, Values
from playground.tables.table import TableReading
from playground.unsent_messages import keep_unsent_messages
from playground.views.controls import controls
from playground.views.page_style import page_style
from playground.views.tables import new_situation, test_table, training_table
from playground.views.top_of_page import begin_at_the_top

# Pixels. (A string on its own line of this file would be put on the page.)
SIDEBAR_WIDTH = 228


def page() -> None:
    """Draw the page."""
    begin_at_the_top()
    st.set_page_config(page_title="Neural Playground", layout="wide", initial_sidebar_state=SIDEBAR_WIDTH)
    st.html(page_style())
    session.page_state().begin()
    with st.sidebar:
        values = controls()
    opened = session.page_state().open.origin.experiment.dataset
    columns = [*opened.input_names, *opened.target_names]
    # On the page the player comes first; the tables, which it has to know, are drawn before it, and laid over its places.
    with st.container(key="stage" if can_play() else "tables"):
        player = st.container(key="live")
        with st.container(key="training"):
            training = training_table(columns)
        with st.container(key="test"):
            test = test_table(columns)
        with st.container(key="situation"):
            situation = new_situation(opened.input_names)
    state = session.page_state()
    state.open.situation = situation.rows[0] if situation.rows else None
    state.open.stale = _train(training, test, values)
    session.note_widgets()
    with player:
        live()


def _train(training: TableReading, test: TableReading | None, values: Values) -> str:
    """Train what the page describes; return why that is not possible, or an empty text."""
    state = session.page_state()
    problems = [*training.problems, *(test.problems if test else ())]
    if problems:
        first = problems[0].sentence
        return f"A table has something to mend. {first} What stands below belongs to the last table that could be read."
    if state.open.refused:
        label = BY_NAME[next(iter(state.open.refused))].label
        return f"{label} has something to mend. What stands below belongs to the last settings that could be read."
    opened = state.open.origin.experiment.dataset
    inputs = opened.input_count
    try:
        dataset = Dataset(
            [row[:inputs] for row in training.rows],
            [row[inputs:] for row in training.rows],
            test_inputs=[row[:inputs] for row in test.rows] if test else None,
            test_targets=[row[inputs:] for row in test.rows] if test else None,
            input_names=opened.input_names,
            target_names=opened.target_names,
        )
        row_numbers = training.row_numbers, test.row_numbers if test else ()
        state.follow(build_experiment(dataset, values), row_numbers)
    except NeuralNetworkError as error:
        return f"{error} What stands below belongs to the last settings that went together."
    return ""


@st.fragment
def live() -> None:
    """Draw the run on the screen; whenever the player asks for more of it, this runs again."""
    if not can_play():
        st.error(CANNOT_START)
        return
    draw_player(session.answer(), key=session.PLAYER, on_request=session.receive_request)
    session.train_on()
    if session.page_state().page_is_old or session.a_widget_says_something_else():
        st.rerun()


if __name__ == "__main__":
    page()
else:
    ask_nobody_for_own_address()
    keep_unsent_messages()
    app = st.App(__file__, middleware=[Middleware(OpensLinks), Middleware(KeptCompressed)])
