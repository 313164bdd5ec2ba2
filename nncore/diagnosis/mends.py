"""Change what a finding blames in an experiment, and keep everything else that fits it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nncore.diagnosis.suitable_rate import USUAL_RATES, suitable_rate
from nncore.experiment.experiment import Experiment
from nncore.network.initializers import LARGEST_SEED
from nncore.table_checks.checked_table import CheckedTable
from nncore.table_checks.mends import with_settings, with_wider_layers
from nncore.table_checks.unscaled_inputs import unscaled_inputs
from nncore.training.divergence import FAR_FROM_SCALED, LARGEST_SET, DivergenceCause
from nncore.training.interventions import Intervention, SetParameter
from nncore.training.optimizers import Adam
from nncore.training.plan import MOST_EPOCHS

FAR_FROM_SUITABLE = 10.0
"""A learning rate that differs by more from the one that suits is changed with what it was chosen for."""

ENOUGH_EPOCHS, ENOUGH_NEURONS = 2_000, 8
"""So many epochs, and neurons in each hidden layer, small tables are mostly learnt with."""

MORE = 4
"""So many times its epochs a run gets that ended too early."""

RATES = ("learning_rate", "optimizer", "layer_learning_rate")
"""The interventions that would give a run another learning rate than its mend says."""


def with_learning_rate(experiment: Experiment, rate: float) -> Experiment | None:
    """Return the experiment with another learning rate from the first epoch to the last.

    Examples
    --------
    >>> from nncore import articles
    >>> with_learning_rate(articles.single_neuron(), 0.5).optimizer.learning_rate
    0.5
    """
    left = tuple(change for change in experiment.interventions if change.what not in RATES)
    return with_settings(experiment, optimizer=experiment.optimizer.at(rate), interventions=left)


def with_suitable_rate(experiment: Experiment) -> Experiment | None:
    """Return the experiment with a learning rate that suits it; None if none is known."""
    suits = suitable_rate(experiment)
    return None if suits is None else with_learning_rate(experiment, suits)


def slower(experiment: Experiment) -> Experiment | None:
    """Return the experiment with a learning rate that suits it, a tenth of its own at most."""
    tenth = _tenth_of_rate(experiment)
    return with_learning_rate(experiment, min(suitable_rate(experiment) or tenth, tenth))


def with_a_tenth_of_its_rate(experiment: Experiment) -> Experiment | None:
    """Return the experiment with a tenth of its learning rate.

    Examples
    --------
    >>> from nncore import articles
    >>> with_a_tenth_of_its_rate(articles.single_neuron()).optimizer.learning_rate
    0.1
    """
    return with_learning_rate(experiment, _tenth_of_rate(experiment))


def scaled(experiment: Experiment) -> Experiment | None:
    """Return the experiment with its inputs scaled, large targets as well, and a learning rate that suits them then."""
    found = next(unscaled_inputs(CheckedTable(experiment)), None)
    mend = found.mend if found is not None else with_settings(experiment, input_scaling="standard")
    return None if mend is None else with_scaled_targets(mend)


def with_scaled_targets(experiment: Experiment) -> Experiment | None:
    """Return the experiment with large targets scaled, and a learning rate that suits what it is then."""
    if experiment.dataset.classes is None and np.abs(experiment.scaled()[1]).max() > FAR_FROM_SCALED:
        experiment = with_settings(experiment, target_scaling="standard") or experiment
    rate, suits = experiment.optimizer.learning_rate, suitable_rate(experiment)
    if suits is None or suits / FAR_FROM_SUITABLE <= rate <= suits * FAR_FROM_SUITABLE / 2:
        return experiment
    return with_learning_rate(experiment, suits)


def without_penalty(experiment: Experiment) -> Experiment | None:
    """Return the experiment without a penalty from the first epoch to the last."""
    left = tuple(change for change in experiment.interventions if change.what != "penalty")
    return with_settings(experiment, penalty=None, interventions=left)


def without_divergence(experiment: Experiment, cause: DivergenceCause | None) -> Experiment | None:
    """Return the experiment without what its numbers grew beyond all bounds by."""
    if cause is None:
        return None
    if cause.kind in ("inputs", "targets"):
        return scaled(experiment) if cause.kind == "inputs" else with_scaled_targets(experiment)
    if cause.kind == "penalty":
        return without_penalty(experiment)
    if cause.kind == "weights":
        without = tuple(change for change in experiment.interventions if not _sets_too_much(change))
        return with_settings(experiment, interventions=without)
    return slower(experiment)


def from_drawn_weights(experiment: Experiment) -> Experiment | None:
    """Return the experiment from weights that are drawn at random, and none of them set by hand.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from nncore import articles
    >>> from_drawn_weights(replace(articles.single_neuron(), initializer="zeros")).initializer
    'uniform'
    """
    drawn = "uniform" if experiment.initializer == "zeros" else experiment.initializer
    left = tuple(change for change in experiment.interventions if not isinstance(change, SetParameter))
    return with_settings(experiment, initializer=drawn, interventions=left)


def from_another_seed(experiment: Experiment) -> Experiment | None:
    """Return the experiment with the next seed."""
    return with_settings(experiment, seed=(experiment.seed + 1) % (LARGEST_SEED + 1))


def with_leaky_relus(experiment: Experiment) -> Experiment | None:
    """Return the experiment with a leaky ReLU for each ReLU.

    Examples
    --------
    >>> from nncore import Architecture, Dataset, SGD
    >>> network = Architecture((1, 2, 1), ("relu", "sigmoid"))
    >>> table = Dataset([[0], [1]], [[0], [1]])
    >>> with_leaky_relus(Experiment(table, network, loss="huber", optimizer=SGD(1.0), epochs=1)).architecture.activations
    ('leaky_relu', 'sigmoid')
    """
    leaky = tuple("leaky_relu" if name == "relu" else name for name in experiment.architecture.activations)
    return with_settings(experiment, architecture=replace(experiment.architecture, activations=leaky))


def with_linear_output(experiment: Experiment) -> Experiment | None:
    """Return the experiment with an output layer that answers any number; None if the loss does not allow it.

    Examples
    --------
    >>> from nncore import articles
    >>> with_linear_output(articles.hidden_layer()).architecture.activations
    ('sigmoid', 'linear')
    """
    return _with_output(experiment, "linear")


def with_bounded_output(experiment: Experiment) -> Experiment | None:
    """Return the experiment of 0 and 1 with an output layer that ends there; None if the loss does not allow it.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from nncore import articles
    >>> linear = with_linear_output(articles.hidden_layer())
    >>> with_bounded_output(linear).architecture.activations
    ('sigmoid', 'sigmoid')
    """
    return _with_output(experiment, "sigmoid" if experiment.architecture.output_count == 1 else "softmax")


def _with_output(experiment: Experiment, activation: str) -> Experiment | None:
    activations = (*experiment.architecture.activations[:-1], activation)
    return with_settings(experiment, architecture=replace(experiment.architecture, activations=activations))


def without_saturation(experiment: Experiment, layer: int) -> Experiment | None:
    """Return the experiment without what most probably drives a layer to the ends of its activation.

    In this order: weights set by hand, large inputs, a squared error behind sigmoids, wide starting weights, a learning rate.
    """
    if any(isinstance(change, SetParameter) for change in experiment.interventions):
        return from_drawn_weights(experiment)
    if np.abs(experiment.scaled()[0]).max() > FAR_FROM_SCALED:
        return scaled(experiment)
    if layer == experiment.architecture.layer_count - 1 and experiment.architecture.activations[-1] == "sigmoid":
        return with_settings(experiment, loss="binary_cross_entropy")
    if experiment.initializer != "glorot_uniform":
        return with_settings(experiment, initializer="glorot_uniform")
    return slower(experiment)


def without_stop_rules(experiment: Experiment, *, stopped_at: int, least: int = 0) -> Experiment | None:
    """Return the experiment without the rules that ended it, with more epochs where its own are not many more than it had.

    Examples
    --------
    >>> from nncore import articles
    >>> without_stop_rules(articles.single_neuron(), stopped_at=12).epochs
    15000
    """
    free = with_settings(experiment, stop=())
    if free is None or experiment.epochs >= max(MORE * stopped_at, 2 * least):
        return free
    return with_more_epochs(free, least=least)


def with_more_epochs(experiment: Experiment, *, least: int = 0) -> Experiment | None:
    """Return the experiment with four times its epochs, or twice `least`.

    Examples
    --------
    >>> from nncore import articles
    >>> with_more_epochs(articles.hidden_layer(), least=612).epochs
    2000
    """
    epochs = max(MORE * experiment.epochs, 2 * least, 1)
    digit = 10 ** (len(str(epochs)) - 1)
    return with_settings(experiment, epochs=min(MOST_EPOCHS, -(-epochs // digit) * digit))


def stopped_at(experiment: Experiment, epoch: int) -> Experiment | None:
    """Return the experiment as far as an epoch."""
    left = tuple(change for change in experiment.interventions if change.epoch <= epoch)
    return with_settings(experiment, epochs=epoch, interventions=left)


def helped_along(mend: Experiment) -> tuple[Experiment, ...]:
    """Return a mend with what else may be in its way changed too: the steps and the length of the run, then width and optimizer.

    Of a table whose inputs no rate suits these are scaled with it.

    Examples
    --------
    >>> from nncore import Architecture, Dataset, SGD
    >>> xor = Dataset([[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]])
    >>> network = Architecture((2, 3, 1), ("tanh", "sigmoid"))
    >>> mend = Experiment(xor, network, loss="half_squared_error", optimizer=SGD(0.01), epochs=100)
    >>> for helped in helped_along(mend):
    ...     print(helped.architecture.layer_sizes, helped.optimizer.name, helped.optimizer.learning_rate, helped.epochs)
    (2, 3, 1) SGD 3.0 2000
    (2, 8, 1) Adam 0.03 2000
    """
    suited = (any(unscaled_inputs(CheckedTable(mend))) and scaled(mend)) or mend
    longer = with_settings(suited, epochs=max(mend.epochs, ENOUGH_EPOCHS)) or suited
    rate, suits = longer.optimizer.learning_rate, suitable_rate(longer)
    if suits is not None and not suits / FAR_FROM_SUITABLE < rate <= suits * FAR_FROM_SUITABLE / 2:
        longer = with_learning_rate(longer, suits) or longer
    wide = with_wider_layers(longer, ENOUGH_NEURONS) or longer
    plenty = with_settings(wide, optimizer=Adam(USUAL_RATES["Adam"]), interventions=())
    return tuple(dict.fromkeys(helped for helped in (longer, plenty) if helped not in (None, mend)))


def _tenth_of_rate(experiment: Experiment) -> float:
    return float(f"{experiment.optimizer.learning_rate / 10:.3g}")


def _sets_too_much(change: Intervention) -> bool:
    return isinstance(change, SetParameter) and abs(change.value[1]) > LARGEST_SET
