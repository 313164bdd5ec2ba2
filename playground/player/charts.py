"""The two charts of a run, Loss and Weights: what is picked out of its history, and the figures made of it."""

from __future__ import annotations

from typing import Any

from playground.document.chart_choices import ChartChoices
from playground.figures import loss_curve, loss_curve_chart, plain_figure, weight_lines, weight_lines_chart
from playground.figures.epoch_axis import EpochScale
from playground.runs.live_run import LiveRun
from playground.runs.measures import available_measures, kind_of_loss, measure_run


def chosen_scale(run: LiveRun, choices: ChartChoices) -> EpochScale:
    """Return the epoch axis of slider and charts."""
    return run.epoch_scale if choices.epoch_scale == "auto" else choices.epoch_scale


def chart_pair(run: LiveRun, before: LiveRun | None, choices: ChartChoices) -> dict[str, Any]:
    """Return both charts as plain dicts for `plotly.utils.PlotlyJSONEncoder`, and what they were made of."""
    return {
        "trained": run.trainer.epoch,
        "before": None if before is None else before.number,
        "choices": vars(choices),
        "threshold": run.threshold,
        "loss": plain_figure(_loss_chart(run, before, choices)),
        "weights": plain_figure(_weights_chart(run, before, choices)),
    }


def _loss_chart(run: LiveRun, before: LiveRun | None, choices: ChartChoices) -> dict[str, Any]:
    """Return the chosen measure over all epochs that are trained, with the run before in grey."""
    measure = choices.measure if choices.measure in available_measures(run.experiment.dataset) else "loss"
    measured = measure_run(run.experiment, run.trainer.history, measure, run.threshold)
    ghost = None
    if before is not None and _can_be_compared(run, before, measure):
        ghost = measure_run(before.experiment, before.trainer.history, measure, before.threshold)
    curve = loss_curve(
        (measured.epochs, measured.train),
        total_epochs=run.last_epoch,
        test=None if measured.test is None else (measured.epochs, measured.test),
        validation=None if measured.validation is None else (measured.epochs, measured.validation),
        measure=measured.label,
        epoch_scale=chosen_scale(run, choices),
        value_scale=choices.value_scale,
        ghost_train=None if ghost is None else (ghost.epochs, ghost.train),
        ghost_test=None if ghost is None or ghost.test is None else (ghost.epochs, ghost.test),
    )
    return loss_curve_chart(curve)


def _can_be_compared(run: LiveRun, before: LiveRun, measure: str) -> bool:
    """Whether a measure of two runs is a number of the same kind: two losses are none if they are two functions."""
    here, there = run.experiment, before.experiment
    return measure in available_measures(there.dataset) and (
        measure != "loss" or kind_of_loss(here) == kind_of_loss(there)
    )


def _weights_chart(run: LiveRun, before: LiveRun | None, choices: ChartChoices) -> dict[str, Any]:
    """Return all parameters over all epochs that are trained, with the run before in grey."""
    experiment, history = run.experiment, run.trainer.history
    record = weight_lines(
        (history.epochs, history.parameters),
        layer_sizes=experiment.architecture.layer_sizes,
        bias=experiment.architecture.bias,
        input_names=experiment.dataset.all_input_names,
        target_names=experiment.dataset.target_names,
        total_epochs=run.last_epoch,
        epoch_scale=chosen_scale(run, choices),
        ghost=None if before is None else (before.trainer.history.epochs, before.trainer.history.parameters),
    )
    return weight_lines_chart(record)
