"""Measure a run at many of its epochs at once: the loss it was trained on, or an error a person can read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nncore.data.dataset import Dataset
from nncore.experiment.experiment import Experiment
from nncore.losses.losses import find_loss
from nncore.metrics.metrics import MEASURES
from nncore.name_words import name_words
from nncore.training.history import History
from playground.runs.target_units import in_target_units

Array = NDArray[np.float64]
Judge = Callable[[Array, Array], Any]

MEASURE_LABELS: Mapping[str, str] = {
    "loss": "Loss",
    "mean_absolute_error": "Mean absolute error",
    "mean_squared_error": "Mean squared error",
    "accuracy": "Accuracy",
    "r_squared": "R²",
}

_UNITS = {
    "mean_absolute_error": "in the target's unit",
    "mean_squared_error": "in the target's unit, squared",
    "accuracy": "share of rows on the right side",
    "r_squared": "share of the variance explained",
}

_LONGEST_TITLE = 16

MOST_MEASURED = 800
"""Epochs at which a measure is computed: more than a chart is wide in pixels would not be seen."""

LEAST_MEASURED = 40

MOST_PRODUCTS = 100_000_000
"""Products of a number and a weight that one measure may take, about a tenth of a second; large tables get fewer epochs."""

MOST_NUMBERS_AT_ONCE = 1_000_000
"""Activations held in memory while measuring."""


@dataclass(frozen=True, eq=False)
class Measured:
    """One measure over the epochs of a run.

    Attributes
    ----------
    label : str
        What was measured.
    epochs : ndarray of int, shape (k,)
    train : ndarray, shape (k,)
    test, validation : ndarray, shape (k,), or None
    """

    label: str
    epochs: NDArray[np.int64]
    train: Array
    test: Array | None
    validation: Array | None = None


def kind_of_loss(experiment: Experiment) -> str:
    """Return which function the loss is: the losses of two runs are numbers of one kind only where it is the same.

    Examples
    --------
    >>> from nncore import articles
    >>> kind_of_loss(articles.single_neuron())
    'half_squared_error sum'
    """
    return f"{experiment.loss} {experiment.reduction}"


def available_measures(dataset: Dataset) -> tuple[str, ...]:
    """Return the measures that make sense for a table: accuracy needs classes, R² numbers.

    Examples
    --------
    >>> available_measures(Dataset([[0.0], [1.0]], [[0.0], [1.0]]))
    ('loss', 'mean_absolute_error', 'mean_squared_error', 'accuracy', 'r_squared')
    """
    return tuple(name for name in MEASURE_LABELS if name != "accuracy" or dataset.classes is not None)


def described_measures(experiment: Experiment) -> list[tuple[str, str, str]]:
    """Return name, title and explanation of each measure that makes sense; the loss is told by its formula.

    A formula that is too long for a title gives way to the name of the loss.

    Examples
    --------
    >>> from nncore import articles
    >>> described_measures(articles.single_neuron())[0]
    ('loss', '½ Σ (y − t)²', 'The loss, ½ Σ (y − t)², summed over the rows')
    """
    formula = find_loss(experiment.loss).formula
    how = "summed" if experiment.reduction == "sum" else "averaged"
    short = len(formula) <= _LONGEST_TITLE
    titles = {**MEASURE_LABELS, "loss": formula if short else name_words(experiment.loss)}
    explained = {name: f"{MEASURE_LABELS[name]}, {unit}" for name, unit in _UNITS.items()}
    of = "" if experiment.target_scaling == "none" else ", of scaled targets"
    explained["loss"] = f"The loss, {formula}, {how} over the rows{of}"
    return [(name, titles[name], explained[name]) for name in available_measures(experiment.dataset)]


def measure_run(experiment: Experiment, history: History, measure: str, threshold: float | None = None) -> Measured:
    """Return a measure of a run at its recorded epochs, thinned where it has to be computed.

    The loss is what was trained on, in the scaled units the network sees; the other measures are in the table's own.
    The threshold tells two classes apart; left out, it is the middle between them.
    """
    if measure == "loss":
        losses = history.loss, history.test_loss, history.validation_loss
        return Measured(MEASURE_LABELS[measure], history.epochs, *losses)
    dataset = experiment.dataset
    inputs, _, test_inputs, _ = experiment.scaled()
    samples = len(inputs) + (0 if test_inputs is None else len(test_inputs))
    affordable = MOST_PRODUCTS // (samples * experiment.architecture.parameter_count)
    epochs = history.epochs
    rows = _spread(epochs, min(MOST_MEASURED, max(LEAST_MEASURED, affordable)))
    parameters = history.parameters[rows]
    judge = _judge(dataset, measure, threshold)
    train = _values(experiment, parameters, inputs, dataset.targets, judge)
    held_out: dict[str, Array] = {}
    if test_inputs is not None and dataset.test_targets is not None:
        watched = np.isin(np.arange(len(test_inputs)), dataset.validation_rows)
        for name, asked in (("test", ~watched), ("validation", watched)):
            if asked.any():
                targets = dataset.test_targets[asked]
                held_out[name] = _values(experiment, parameters, test_inputs[asked], targets, judge)
    return Measured(MEASURE_LABELS[measure], epochs[rows], train, held_out.get("test"), held_out.get("validation"))


def _judge(dataset: Dataset, measure: str, threshold: float | None) -> Judge:
    """Return what compares targets with many outputs; accuracy goes by the threshold and the training rows' classes."""
    classes = dataset.classes
    if measure != "accuracy" or classes is None:
        return MEASURES[measure]
    return lambda targets, outputs: classes.accuracy(targets, outputs, threshold)


def _values(experiment: Experiment, parameters: Array, inputs: Array, targets: Array, judge: Judge) -> Array:
    architecture = experiment.architecture
    at_once = max(1, MOST_NUMBERS_AT_ONCE // (len(inputs) * sum(architecture.layer_sizes)))
    values = []
    for start in range(0, len(parameters), at_once):
        outputs = experiment.outputs_at(parameters[start : start + at_once], inputs)
        values.append(judge(targets, in_target_units(experiment, outputs)))
    return np.concatenate(values)


def _spread(epochs: NDArray[np.int64], most: int) -> NDArray[np.intp]:
    """Return at most `most` of the rows: half of them evenly by epoch, half evenly by log(1 + epoch)."""
    if len(epochs) <= most:
        return np.arange(len(epochs))
    first, last = epochs[0], epochs[-1]
    even = np.linspace(first, last, most // 2)
    early = np.expm1(np.linspace(np.log1p(first), np.log1p(last), most // 2))
    places = np.searchsorted(epochs, np.concatenate([even, early]))
    return np.unique(places.clip(0, len(epochs) - 1))
