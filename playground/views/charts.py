"""The two charts, Loss and Weights, and what they show."""

from __future__ import annotations

from typing import Final

import streamlit as st

from playground import session
from playground.chart import draw_chart
from playground.demonstration import Demonstration
from playground.figures import loss_curve, loss_curve_figure, weight_lines, weight_lines_figure
from playground.figures.epoch_axis import EpochScale
from playground.measures import MEASURE_LABELS, available_measures, measure_run
from playground.views.heading import heading

SCALES: Final[tuple[EpochScale, ...]] = ("linear", "log")


def charts(demonstration: Demonstration, before: Demonstration | None, next_turn: int | None) -> bool:
    """Draw loss and weights over the epochs that are shown; the second asks for the next turn when it has drawn.

    Returns
    -------
    bool
        False if the live charts could not start: then nobody asks.
    """
    scale = _epoch_scale(demonstration)
    left, right = st.columns(2, gap="medium")
    with left:
        started = _loss(demonstration, before, scale)
    with right:
        started = _weights(demonstration, before, scale, next_turn) and started
    if not started:
        st.caption("The live charts could not start here, so these are drawn anew at every change.")
    return started


def _epoch_scale(demonstration: Demonstration) -> EpochScale:
    chosen = session.choice("epoch_scale", "auto")
    if chosen == "auto":
        return demonstration.scale if demonstration.seconds else demonstration.default_epoch_scale
    return "log" if chosen == "log" else "linear"


def _loss(demonstration: Demonstration, before: Demonstration | None, scale: EpochScale) -> bool:
    item = session.page_state().item
    available = available_measures(demonstration.experiment.dataset)
    first = item.measure if item.measure in available else "loss"
    with heading("Loss"), st.popover("Show …"):
        measure = st.selectbox(
            "Measure",
            available,
            index=available.index(first),
            format_func=lambda name: MEASURE_LABELS[name],
            key=session.widget_key("measure"),
        )
        value_scale = st.radio("Value axis", SCALES, horizontal=True, key=session.widget_key("value_scale"))
        st.radio(
            "Epoch axis",
            ["auto", *SCALES],
            horizontal=True,
            help="log(1 + epoch) gives the first epochs room; auto chooses it when most of the fall happens early.",
            key=session.widget_key("epoch_scale"),
        )
    measured = measure_run(demonstration.experiment, demonstration.trainer.history, demonstration.shown, measure)
    ghost = None
    if before is not None and measure in available_measures(before.experiment.dataset):
        ghost = measure_run(before.experiment, before.trainer.history, before.shown, measure)
    curve = loss_curve(
        (measured.epochs, measured.train),
        total_epochs=demonstration.last_epoch,
        test=None if measured.test is None else (measured.epochs, measured.test),
        measure=measured.label,
        unit=measured.unit,
        epoch_scale=scale,
        value_scale=value_scale,
        ghost_train=None if ghost is None else (ghost.epochs, ghost.train),
        ghost_test=None if ghost is None or ghost.test is None else (ghost.epochs, ghost.test),
    )
    newest = f"{measured.label} of the training rows, epoch 0 to {demonstration.shown_epoch:,}"
    drawn = draw_chart(loss_curve_figure(curve), key="loss_chart", label=f"{newest}: now {measured.train[-1]:.4g}.")
    if item.note and measure == item.measure:
        st.caption(item.note)
    return drawn


def _weights(
    demonstration: Demonstration, before: Demonstration | None, scale: EpochScale, next_turn: int | None
) -> bool:
    heading("Weights")
    experiment, history, shown = demonstration.experiment, demonstration.trainer.history, demonstration.shown
    architecture = experiment.architecture
    ghost = None
    if before is not None:
        ghost = (before.trainer.history.epochs[before.shown], before.trainer.history.parameters[before.shown])
    record = weight_lines(
        (history.epochs[shown], history.parameters[shown]),
        layer_sizes=architecture.layer_sizes,
        bias=architecture.bias,
        input_names=experiment.dataset.input_names,
        target_names=experiment.dataset.target_names,
        total_epochs=demonstration.last_epoch,
        epoch_scale=scale,
        ghost=ghost,
    )
    label = f"{architecture.parameter_count} weights and biases, epoch 0 to {demonstration.shown_epoch:,}."
    return draw_chart(weight_lines_figure(record), key="weights_chart", label=label, next_turn=next_turn)
