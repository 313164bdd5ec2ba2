"""The bar above the charts: start, stop, and how far the run has come."""

from __future__ import annotations

import math
from html import escape

import streamlit as st

from playground import session
from playground.answers import shown_number
from playground.demonstration import Demonstration

BUTTON_WIDTH = 98


def run_bar(demonstration: Demonstration, stale: str) -> None:
    """Draw the buttons, the progress and one line that says where the run stands.

    `stale` says why the results do not belong to what stands beside them; it is empty if they do.
    """
    with st.container(key="run_bar", horizontal=True, vertical_alignment="center"):
        if demonstration.going_on:
            st.button("Stop", on_click=session.stop, width=BUTTON_WIDTH)
        elif demonstration.stopped and not demonstration.finished:
            st.button("Continue", on_click=session.go_on, width=BUTTON_WIDTH)
        else:
            st.button("Train", on_click=session.train_again, type="primary", width=BUTTON_WIDTH, disabled=bool(stale))
        share = demonstration.shown_epoch / max(demonstration.epochs, 1)
        st.progress(1.0 if demonstration.finished else share, text=status(demonstration), width="stretch")
        state = session.page_state()
        state.at_once = st.toggle(
            "At once",
            state.at_once,
            key="at_once",
            help="Skip the show: *Train* then shows the finished run straight away.",
            width="content",
        )
    for sentence in (stale,) if stale else (*demonstration.experiment.cautions(), *_early_end(demonstration)):
        st.html(f'<div class="note" role="status">{escape(sentence)}</div>')
    # What does not belong to the settings beside it is paler, wherever one looks.
    st.html(f"<style>.st-key-results {{ opacity: {0.45 if stale else 1}; }}</style>")


def status(demonstration: Demonstration) -> str:
    """Return the line that says where a run stands.

    Examples
    --------
    >>> from nncore import articles
    >>> experiment = articles.hidden_layer()
    >>> finished = Demonstration(experiment, experiment.trainer())
    >>> finished.advance(60.0)
    >>> status(finished)
    'Epoch 200 of 200 · loss 0.0102 · finished'
    """
    epoch = demonstration.shown_epoch
    parts = [f"Epoch {epoch:,} of {demonstration.epochs:,}", f"loss {shown_number(shown_loss(demonstration))}"]
    if demonstration.finished:
        parts.append("finished" if demonstration.trainer.epoch == demonstration.epochs else "ended early")
    elif demonstration.stopped:
        parts.append("stopped")
    else:
        parts.append(f"{demonstration.speed():,.0f} epochs/s")
        remaining = demonstration.remaining()
        parts.append(f"{max(1, math.ceil(remaining))} s to go" if math.isfinite(remaining) else "training")
    return " · ".join(parts)


def shown_loss(demonstration: Demonstration) -> float:
    """Return the training loss at the newest recorded epoch that is shown."""
    return float(demonstration.trainer.history.loss[demonstration.shown[-1]])


def _early_end(demonstration: Demonstration) -> tuple[str, ...]:
    """Return why a run ended before its planned end, if it did."""
    reason = demonstration.trainer.stop_reason
    if not demonstration.finished or reason is None or reason.kind == "epochs":
        return ()
    return (reason.sentence,)
