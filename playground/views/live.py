"""The part of the page that moves while a run is going on, by itself, without the rest of the page."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from playground import session
from playground.demonstration import Demonstration
from playground.views.answered import answer_tables, situation_answer
from playground.views.charts import charts
from playground.views.running import run_bar

SLICE = 0.08
"""Seconds of training in one step of a run that goes on."""

PAUSE = 0.12
"""Seconds from one step to the next: what drawing takes, so that clicks are heard in between."""


def live(demonstration: Demonstration, situation: Sequence[float] | None, place: DeltaGenerator, stale: str) -> None:
    """Draw the run on the screen and, while it goes on, draw it again and again."""
    run_every = PAUSE if demonstration.going_on else None
    st.fragment(_live, run_every=run_every)(situation, place, stale, run_every is not None)


def _live(situation: Sequence[float] | None, place: DeltaGenerator, stale: str, ticking: bool) -> None:
    state = session.page_state()
    demonstration = state.demonstration
    if demonstration is None:
        return
    demonstration.advance(SLICE)
    if ticking != demonstration.going_on:
        # Only a run of the whole page can start or end the ticking.
        st.rerun()
    run_bar(demonstration, stale)
    answer_tables(demonstration, state.before)
    charts(demonstration, state.before)
    if state.before is not None:
        st.button("Forget the run before", on_click=session.forget_before, type="tertiary")
    if situation is not None:
        place.html(situation_answer(demonstration, state.before, situation))
