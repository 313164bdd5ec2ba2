"""The picture of the loss over two weights of a run, as the player draws it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from nncore.experiment.experiment import Experiment
from nncore.loss_surface import loss_surface
from nncore.loss_surface.loss_surface import POINTS
from playground.figures.loss_picture import loss_picture
from playground.player.protocol.wanted_surface import WantedSurface
from playground.runs.live_run import REPLAY_SLICE, LiveRun
from playground.text.parameter_names import parameter_names

AFFORDABLE = 20_000
"""Rows times parameters up to which a picture is as fine as it gets: others are served by the same process."""

FEWEST_POINTS = 20


def told_surface(run: LiveRun, wanted: WantedSurface, seconds: float) -> dict[str, Any] | None:
    """Return the picture as plain JSON, or None if the run has none such, or some seconds are not enough to reach its epoch."""
    experiment, trainer = run.experiment, run.trainer
    is_there = wanted.epoch <= trainer.epoch and max(wanted.parameters) < experiment.architecture.parameter_count
    if not is_there or not trainer.history.approach(wanted.epoch, seconds=min(seconds, REPLAY_SLICE)):
        return None
    surface = loss_surface(
        experiment,
        trainer.history,
        epoch=wanted.epoch,
        parameters=wanted.parameters,
        points=points_of(experiment),
    )
    dataset, architecture = experiment.dataset, experiment.architecture
    names = parameter_names(architecture.layer_sizes, architecture.bias, dataset.all_input_names, dataset.target_names)
    first, second = (names[place].in_sentence for place in wanted.parameters)
    picture = loss_picture(surface, (first, second))
    return {
        "run": run.number,
        "trained": trainer.epoch,
        "epoch": wanted.epoch,
        "parameters": wanted.parameters,
        **asdict(picture),
    }


def points_of(experiment: Experiment) -> int:
    """Return how many places an axis has: fewer for a table and a network that are large together.

    Examples
    --------
    >>> from nncore import articles
    >>> points_of(articles.single_neuron())
    60
    """
    work = experiment.dataset.samples * experiment.architecture.parameter_count
    return max(FEWEST_POINTS, min(POINTS, int(POINTS * (AFFORDABLE / work) ** 0.5)))
