"""The derivative of every weight beside a measured one, as the player shows them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nncore.experiment.experiment import Experiment
from nncore.network.gradient_check import check_gradient
from playground.runs.live_run import REPLAY_SLICE, LiveRun
from playground.text.gradient_check_note import gradient_check_note
from playground.text.parameter_names import parameter_names

AFFORDABLE = 150_000_000
"""Rows times parameters times parameters: each parameter has the whole network computed twice for every row."""

MOST_PARAMETERS = 1_000

_TOO_LARGE = (
    "This table and this network together are too large to be checked here. In Python nncore.check_gradient does it."
)


def told_gradient_check(run: LiveRun, epoch: int, seconds: float) -> dict[str, Any] | None:
    """Return the check of the loss of all training rows at an epoch as plain JSON.

    None if the run has no such epoch, or some seconds are not enough to reach it.
    """
    experiment, trainer = run.experiment, run.trainer
    if epoch > trainer.epoch:
        return None
    told = {"run": run.number, "epoch": epoch, "analytic": [], "numeric": [], "relative_error": [], "too_small": []}
    if not is_affordable(experiment):
        return {**told, "note": _TOO_LARGE}
    if not trainer.history.approach(epoch, seconds=min(seconds, REPLAY_SLICE)):
        return None
    inputs, targets, _, _ = experiment.scaled()
    network = trainer.history.network_at(epoch)
    check = check_gradient(network, inputs, targets, loss=experiment.loss, reduction=experiment.reduction)
    return {
        **told,
        "analytic": _finite(check.analytic),
        "numeric": _finite(check.numeric),
        "relative_error": _finite(check.relative_error),
        "too_small": check.too_small.tolist(),
        "note": gradient_check_note(check, _names(experiment)),
    }


def is_affordable(experiment: Experiment) -> bool:
    """Whether a check takes no longer than others, who are served by the same process, can wait.

    Examples
    --------
    >>> from nncore import articles
    >>> is_affordable(articles.single_neuron())
    True
    """
    count = experiment.architecture.parameter_count
    return count <= MOST_PARAMETERS and experiment.dataset.samples * count**2 <= AFFORDABLE


def _names(experiment: Experiment) -> list[str]:
    dataset, architecture = experiment.dataset, experiment.architecture
    names = parameter_names(architecture.layer_sizes, architecture.bias, dataset.all_input_names, dataset.target_names)
    return [name.name for name in names]


def _finite(numbers: NDArray[np.float64]) -> list[float | None]:
    return [number if np.isfinite(number) else None for number in numbers.tolist()]
