"""The ways to scale rows that are asked about, each beside how the training rows were scaled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.data.scaling import fit_scaler
from nncore.experiment.experiment import Experiment

Array = NDArray[np.float64]


@dataclass(frozen=True)
class ScalingWay:
    """A way to scale the rows that a trained network is asked about.

    Attributes
    ----------
    name : str
    label, sentence : str
        What it is called, and what it does to the rows.
    scale : function of Experiment and ndarray
        From rows in the table's own units, derived columns included, to the rows that the network is asked.
    """

    name: str
    label: str
    sentence: str
    scale: Callable[[Experiment, Array], Array]


def _by_own_range(experiment: Experiment, rows: Array) -> Array:
    return fit_scaler(experiment.input_scaling, rows).transform(rows)


def _by_training_range(experiment: Experiment, rows: Array) -> Array:
    return experiment.input_scaler.transform(rows)


def _clipped(experiment: Experiment, rows: Array) -> Array:
    learnt = experiment.scaled()[0]
    return np.clip(_by_training_range(experiment, rows), learnt.min(axis=0), learnt.max(axis=0))


def _unscaled(_: Experiment, rows: Array) -> Array:
    return rows.copy()


WAYS: dict[str, ScalingWay] = {
    way.name: way
    for way in (
        ScalingWay(
            "own",
            "By their own range",
            "The rows are scaled by what they themselves span, so a number may mean something else than in training.",
            _by_own_range,
        ),
        ScalingWay(
            "train",
            "By the training rows' range",
            "A number means what it meant in training; what lies outside the training rows stays outside: extrapolation.",
            _by_training_range,
        ),
        ScalingWay(
            "clipped",
            "By the training rows' range, clipped",
            "As before, but what lies outside the training rows is put on their edge.",
            _clipped,
        ),
        ScalingWay("unscaled", "Not at all", "The network takes each number for a scaled one.", _unscaled),
    )
}
"""By name. Where the experiment scales nothing, all but "clipped" are the same."""
