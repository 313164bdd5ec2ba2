"""The part of the page that moves while a run is going on, by itself, without the rest of the page."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from playground import session
from playground.views.answered import answer_tables, situation_answer
from playground.views.charts import charts
from playground.views.running import run_bar

SLICE = 0.08
"""Seconds of training in one step of a run that goes on."""


@st.fragment
def live(situation: Sequence[float] | None, place: DeltaGenerator, stale: str) -> None:
    """Draw the run on the screen; while it goes on the charts ask for the next step, and this runs again.

    Parameters
    ----------
    situation : sequence of float or None
        The new situation, if it can be read.
    place : DeltaGenerator
        Where its answer is written.
    stale : str
        Why the results do not belong to what stands beside them; empty if they do.
    """
    state = session.page_state()
    demonstration = state.demonstration
    if demonstration is None:
        st.error(stale)
        return
    demonstration.advance(SLICE)
    run_bar(demonstration, stale)
    with st.container(key="results"):
        answer_tables(demonstration, state.before)
        charts(demonstration, state.before, session.next_turn())
    if situation is not None:
        place.html(situation_answer(demonstration, state.before, situation))
