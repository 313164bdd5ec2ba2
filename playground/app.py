"""The page, from top to bottom: settings, tables, and the run they describe; and the server that sends it.

`streamlit run` takes this file for both: it imports it for the server, once, and runs it for every page, again and again.
"""

from __future__ import annotations

import streamlit as st
from starlette.middleware import Middleware
from streamlit.delta_generator import DeltaGenerator

from nncore.errors import NeuralNetworkError
from playground import player_requests, session
from playground.fetched_ahead import fetched_ahead
from playground.head_of_page import HeadOfPage
from playground.hears_pastes import PASS_ON
from playground.kept_compressed import KeptCompressed
from playground.opens_links import MOVE
from playground.own_address import ask_nobody_for_own_address
from playground.page.follow_table import follow_table
from playground.player.component import CANNOT_START, can_play, draw_player
from playground.settings.settings import BY_NAME, Values
from playground.tables.table_dataset import DatasetReading
from playground.unsent_messages import keep_unsent_messages, let_it_begin
from playground.views import article_page, laboratory
from playground.views.controls import controls
from playground.views.one_neuron_box import one_neuron_box, one_neuron_button
from playground.views.page_style import page_style
from playground.views.starting_weights_box import starting_weights_box
from playground.views.table_findings import table_findings, test_findings
from playground.views.tables import TrainingRows, new_situation, test_table, training_table
from playground.views.title import TITLE
from playground.views.top_of_page import begin_at_the_top

# Pixels. (A string on its own line of this file would be put on the page.)
SIDEBAR_WIDTH = 228
# What can be had in place of the playground.
PAGES = {laboratory.NAME: laboratory.laboratory_page, article_page.NAME: article_page.article_page}


def page() -> None:
    """Draw the page."""
    begin_at_the_top()
    st.set_page_config(page_title=TITLE, layout="wide", initial_sidebar_state=SIDEBAR_WIDTH)
    st.html(page_style())
    state = session.page_state()
    session.see_what_is_typed()
    state.begin()
    for name, draw in PAGES.items():
        key = session.key_of_box(name)
        if key is not None:
            draw(key)
            return
    # On the page the player comes first; the tables are laid over its places.
    stage = st.container(key="stage" if can_play() else "tables")
    player = stage.container(key="live")
    # Whoever has just come sees the run before anything else is drawn: nothing can say more than what was opened.
    shown = _draw_first(player) if session.is_first_drawing() else None
    with st.sidebar:
        values = controls()
    with stage:
        with st.container(key="training"):
            training = training_table()
        with st.container(key="test"):
            reading = test_table(training)
            found_in_tests = st.empty()
        with st.container(key="situation"):
            situation = new_situation(training.columns)
    state.open.situation = situation
    state.open.stale = _train(reading, values)
    # Columns, settings that follow from them, and what the table is called stand above what changed them.
    if state.page_is_old or state.list_is_old:
        st.rerun()
    _what_is_found(training, found_in_tests)
    session.note_widgets()
    if shown is None:
        with player:
            live()
    elif shown != state.open.shown():
        st.rerun()


def _what_is_found(training: TrainingRows, in_tests: DeltaGenerator) -> None:
    """Draw what is found in the tables, and the way to ask whether one neuron can learn them."""
    table_findings(training.findings)
    test_findings(in_tests)
    if training.below_columns is not None:
        with training.below_columns:
            one_neuron_button("below_columns")
    one_neuron_box()
    starting_weights_box()


def _draw_first(player: DeltaGenerator) -> tuple[object, ...]:
    """Draw the player, let it be sent, and return what it shows."""
    with player:
        live()
    let_it_begin()
    return session.page_state().open.shown()


def _train(reading: DatasetReading, values: Values) -> str:
    """Train what the page describes; return why that is not possible, or an empty text."""
    state = session.page_state()
    if reading.problems:
        here, first = state.open, reading.problems[0].sentence
        # What somebody opens may be larger than what is trained here.
        is_its = here.learnt.is_typed(here.run.experiment.dataset, here.columns, here.tables)
        whose = "is the run that was opened with it" if is_its else "belongs to the last table that could be read"
        return f"A table has something to mend. {first} What stands below {whose}."
    if state.open.refused:
        label = BY_NAME[next(iter(state.open.refused))].label
        return f"{label} has something to mend. What stands below belongs to the last settings that could be read."
    try:
        follow_table(state, reading, values)
    except NeuralNetworkError as error:
        return f"{error} What stands below belongs to the last settings that went together."
    return ""


@st.fragment
def live() -> None:
    """Draw the run on the screen; whenever the player asks for more of it, this runs again."""
    if not can_play():
        st.error(CANNOT_START)
        return
    draw_player(player_requests.answer(), key=session.PLAYER, on_request=player_requests.receive_request)
    player_requests.train_on()
    if session.page_state().page_is_old or session.a_widget_says_something_else():
        st.rerun()


if __name__ == "__main__":
    page()
else:
    ask_nobody_for_own_address()
    keep_unsent_messages()
    head = MOVE + PASS_ON + fetched_ahead()
    app = st.App(__file__, middleware=[Middleware(HeadOfPage, head), Middleware(KeptCompressed)])
