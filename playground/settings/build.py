"""Turn settings and a dataset into an experiment, and an experiment back into settings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from nncore.data.dataset import Dataset
from nncore.errors import FormatError, NeuralNetworkError
from nncore.experiment.experiment import Experiment
from nncore.network.architecture import Architecture
from nncore.training.optimizers import OPTIMIZERS, SGD, Optimizer
from nncore.training.penalties import L1, L2, Penalty
from nncore.training.stop_rules import LossReached, NoImprovement, NoValidationImprovement, StopRule
from playground.settings.settings import BY_NAME, DEFAULTS, MOST_HIDDEN_LAYERS, Values

_PENALTIES = {"none": None, "L1": L1, "L2": L2}
_SAME_NAMES = (
    "loss",
    "epochs",
    "reduction",
    "batch_size",
    "shuffle",
    "clip_norm",
    "initializer",
    "seed",
    "input_scaling",
    "target_scaling",
    "test_scaling",
)


def build_experiment(dataset: Dataset, values: Values) -> Experiment:
    """Return the experiment that settings describe.

    Parameters
    ----------
    dataset : Dataset
        In the table's own units.
    values : mapping
        One value for each name in `playground.settings.settings.SETTINGS`.

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
    if values["stop_validation_patience"] is not None:
        stop.append(NoValidationImprovement(values["stop_validation_patience"]))
    return Experiment(
        dataset=dataset,
        architecture=_architecture(dataset, values),
        optimizer=_optimizer(values),
        penalty=_penalty(values),
        stop=tuple(stop),
        **{name: values[name] for name in _SAME_NAMES},
    )


def settings_of(experiment: Experiment) -> dict[str, Any]:
    """Return the settings that describe an experiment; what it does not decide keeps its default.

    `build_experiment` makes the same experiment of them again, except that it has its own order for stop rules, which
    plays no part.

    Raises
    ------
    FormatError
        If the experiment holds something that no setting can say; the sentence names it.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from nncore import articles
    >>> from nncore.training.optimizers import Adam
    >>> settings_of(replace(articles.single_neuron(), optimizer=Adam(0.1, beta_1=0.5)))
    Traceback (most recent call last):
    nncore.errors.FormatError: The page has no setting for optimizer = Adam(learning_rate=0.1, beta_1=0.5, \
beta_2=0.999, epsilon=1e-08).
    """
    hidden = len(experiment.architecture.layer_sizes) - 2
    if hidden > MOST_HIDDEN_LAYERS:
        raise FormatError(f"The page has settings for up to {MOST_HIDDEN_LAYERS} hidden layers. Got {hidden}.")
    values: dict[str, Any] = dict(DEFAULTS)
    for name, value in _described(experiment):
        try:
            values[name] = BY_NAME[name].checked(value)
        except NeuralNetworkError as error:
            raise FormatError(str(error)) from error
    _require_same(experiment, build_experiment(experiment.dataset, values))
    return values


def settings_at_the_end(experiment: Experiment) -> dict[str, Any]:
    """Return the settings that are in force at the end of a run that may have been changed on the way.

    Those are what the page shows beside it: a learning rate that was changed at epoch 40 is the changed one.

    Raises
    ------
    FormatError
        As `settings_of`.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from nncore import Intervention, articles
    >>> branch = replace(articles.single_neuron(), interventions=(Intervention(40, "learning_rate", 0.1),))
    >>> settings_at_the_end(branch)["learning_rate"]
    0.1
    """
    state = experiment.plan.in_force(experiment.epochs)
    return settings_of(replace(experiment, optimizer=state.optimizer, penalty=state.penalty, interventions=()))


def _described(experiment: Experiment) -> Iterator[tuple[str, Any]]:
    """Give name and value of every setting that an experiment decides, as far as there are settings."""
    for name in _SAME_NAMES:
        yield name, getattr(experiment, name)
    architecture = experiment.architecture
    hidden = architecture.layer_sizes[1:-1]
    yield "architecture", "hidden_layers" if hidden else "single_neuron"
    yield "hidden_layers", len(hidden) or DEFAULTS["hidden_layers"]
    for number, (size, activation) in enumerate(zip(hidden, architecture.activations, strict=False), start=1):
        yield f"hidden_{number}_size", size
        yield f"hidden_{number}_activation", activation
    yield "output_activation", architecture.activations[-1]
    yield "bias", architecture.bias
    optimizer = experiment.optimizer
    yield "optimizer", optimizer.name
    yield "learning_rate", optimizer.learning_rate
    if isinstance(optimizer, SGD):
        yield "momentum", optimizer.momentum
        yield "nesterov", optimizer.nesterov
    if experiment.penalty is not None:
        yield "penalty", type(experiment.penalty).__name__
        yield "penalty_strength", experiment.penalty.strength
    for rule in experiment.stop:
        if isinstance(rule, LossReached):
            yield "stop_loss", rule.loss
        elif isinstance(rule, NoImprovement):
            yield "stop_patience", rule.epochs
        elif isinstance(rule, NoValidationImprovement):
            yield "stop_validation_patience", rule.epochs


def _require_same(experiment: Experiment, said: Experiment) -> None:
    """Refuse an experiment that is not what its settings say, so that nothing of it is dropped without a word."""
    for field in fields(Experiment):
        value, again = getattr(experiment, field.name), getattr(said, field.name)
        if field.name == "stop":
            value, again = set(value), set(again)
        if value != again:
            raise FormatError(f"The page has no setting for {field.name} = {getattr(experiment, field.name)!r}.")


def _architecture(dataset: Dataset, values: Values) -> Architecture:
    hidden = range(1, values["hidden_layers"] + 1) if values["architecture"] == "hidden_layers" else range(0)
    return Architecture(
        layer_sizes=(
            dataset.all_input_count,
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
