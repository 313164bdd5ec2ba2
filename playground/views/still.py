"""The page where the player cannot start: the same run as standing pictures, drawn anew at every change."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from nncore.errors import NeuralNetworkError
from playground import session
from playground.figures.style import PLOTLY_CONFIG
from playground.player.charts import loss_chart, weights_chart
from playground.runs.answers import shown_number
from playground.runs.live_run import LiveRun
from playground.views.answered import answer_tables, situation_answer
from playground.views.heading import heading

SLICE = 0.25


def still(run: LiveRun, situation: Sequence[float] | None, place: DeltaGenerator, stale: str) -> None:
    """Draw the run as far as it is trained, and train it on.

    Parameters
    ----------
    run : LiveRun
    situation : sequence of float or None
        The new situation, if it can be read.
    place : DeltaGenerator
        Where its answer is written.
    stale : str
        Why the run does not belong to what stands beside it; empty if it does.
    """
    state = session.page_state()
    run.advance(run.experiment.epochs, SLICE)
    epoch, loss = run.trainer.epoch, float(run.trainer.history.loss[-1])
    share = 1.0 if run.trainer.finished else epoch / max(run.last_epoch, 1)
    st.progress(share, text=f"Epoch {epoch:,} of {run.experiment.epochs:,} · loss {shown_number(loss)}")
    st.caption("The live player could not start here, so the run is shown as it ends, without playing it.")
    for sentence in (stale,) if stale else (*run.experiment.warnings(), *run.early_end):
        st.html(f'<div class="note" role="status">{escape(sentence)}</div>')
    answer_tables(run, state.before)
    left, right = st.columns(2, gap="medium")
    with left:
        heading("Loss")
        st.plotly_chart(loss_chart(run, state.before, state.choices), config=PLOTLY_CONFIG, theme=None, key="loss")
    with right:
        heading("Weights")
        chart = weights_chart(run, state.before, state.choices)
        st.plotly_chart(chart, config=PLOTLY_CONFIG, theme=None, key="weights")
    if situation is not None:
        try:
            answer = situation_answer(run, state.before, situation)
        except NeuralNetworkError as error:  # an answer that is too large for a number
            answer = f'<div class="note" role="status">{escape(str(error))}</div>'
        place.html(answer)
    if not run.trainer.finished:
        st.rerun()  # of the whole page: a fragment may not ask for itself alone when the page was just drawn
