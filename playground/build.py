"""Turn settings and a dataset into an experiment, and an experiment back into settings."""

from __future__ import annotations

from typing import Any

from nncore.architecture import Architecture
from nncore.dataset import Dataset
from nncore.errors import FormatError
from nncore.experiment import Experiment
from nncore.optimizers import OPTIMIZERS, SGD, Optimizer
from nncore.penalties import L1, L2, Penalty
from nncore.stop_rules import LossReached, NoImprovement, StopRule
from playground.settings import DEFAULTS, MOST_HIDDEN_LAYERS, Values

_PENALTIES = {"none": None, "L1": L1, "L2": L2}


def build_experiment(dataset: Dataset, values: Values) -> Experiment:
    """Return the experiment that settings describe.

    Parameters
    ----------
    dataset : Dataset
        In the table's own units.
    values : mapping
        One value for each name in `playground.settings.SETTINGS`.

    Raises
    ------
    NeuralNetworkError
        If the settings do not go together or do not suit the table.

    Examples
    --------
    >>> from nncore import articles
    >>> article = articles.hidden_layer()
    >>> build_experiment(article.dataset, settings_of(article)) == article
    True
    """
    stop: list[StopRule] = []
    if values["stop_loss"] is not None:
        stop.append(LossReached(values["stop_loss"]))
    if values["stop_patience"] is not None:
        stop.append(NoImprovement(values["stop_patience"]))
    return Experiment(
        dataset=dataset,
        architecture=_architecture(dataset, values),
        loss=values["loss"],
        optimizer=_optimizer(values),
        epochs=values["epochs"],
        reduction=values["reduction"],
        batch_size=values["batch_size"],
        shuffle=values["shuffle"] and values["batch_size"] is not None,
        penalty=_penalty(values),
        clip_norm=values["clip_norm"],
        stop=tuple(stop),
        initializer=values["initializer"],
        seed=values["seed"],
        input_scaling=values["input_scaling"],
        target_scaling=values["target_scaling"],
        test_scaling=values["test_scaling"],
    )


def settings_of(experiment: Experiment) -> dict[str, Any]:
    """Return the settings that describe an experiment; what it does not decide keeps its default.

    Raises
    ------
    FormatError
        If the experiment holds something that no setting can say.
    """
    architecture = experiment.architecture
    hidden = architecture.layer_sizes[1:-1]
    if len(hidden) > MOST_HIDDEN_LAYERS:
        raise FormatError(f"The page shows up to {MOST_HIDDEN_LAYERS} hidden layers. Got {len(hidden)}.")
    values = dict(DEFAULTS)
    plain = ("loss", "epochs", "reduction", "batch_size", "shuffle", "clip_norm", "initializer", "seed")
    for name in (*plain, "input_scaling", "target_scaling", "test_scaling"):
        values[name] = getattr(experiment, name)
    values["architecture"] = "hidden_layers" if hidden else "single_neuron"
    values["hidden_layers"] = len(hidden) or 1
    for number, (size, activation) in enumerate(zip(hidden, architecture.activations, strict=False), start=1):
        values[f"hidden_{number}_size"] = size
        values[f"hidden_{number}_activation"] = activation
    values["output_activation"] = architecture.activations[-1]
    values["bias"] = architecture.bias
    values["optimizer"] = experiment.optimizer.name
    values["learning_rate"] = experiment.optimizer.learning_rate
    if isinstance(experiment.optimizer, SGD):
        values["momentum"] = experiment.optimizer.momentum
        values["nesterov"] = experiment.optimizer.nesterov
    if experiment.penalty is not None:
        values["penalty"] = type(experiment.penalty).__name__
        values["penalty_strength"] = experiment.penalty.strength
    for rule in experiment.stop:
        if isinstance(rule, LossReached):
            values["stop_loss"] = rule.loss
        elif isinstance(rule, NoImprovement):
            values["stop_patience"] = rule.epochs
    return values


def _architecture(dataset: Dataset, values: Values) -> Architecture:
    hidden = range(1, values["hidden_layers"] + 1) if values["architecture"] == "hidden_layers" else range(0)
    return Architecture(
        layer_sizes=(
            dataset.input_count,
            *(values[f"hidden_{number}_size"] for number in hidden),
            dataset.target_count,
        ),
        activations=(
            *(values[f"hidden_{number}_activation"] for number in hidden),
            values["output_activation"],
        ),
        bias=values["bias"],
    )


def _optimizer(values: Values) -> Optimizer:
    if values["optimizer"] == "SGD":
        momentum = values["momentum"]
        return SGD(values["learning_rate"], momentum=momentum, nesterov=values["nesterov"] and momentum > 0)
    return OPTIMIZERS[values["optimizer"]](values["learning_rate"])


def _penalty(values: Values) -> Penalty | None:
    kind = _PENALTIES[values["penalty"]]
    return None if kind is None else kind(values["penalty_strength"])
