"""Measure a run at many of its epochs at once: the loss it was trained on, or an error a person can read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.dataset import Dataset
from nncore.experiment import Experiment
from nncore.history import History
from nncore.losses import find_loss
from nncore.metrics import MEASURES
from nncore.stack import stacked_outputs

Array = NDArray[np.float64]

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

MOST_MEASURED = 400
"""Epochs at which a measure is computed: more than a chart is wide in pixels would not be seen."""


@dataclass(frozen=True, eq=False)
class Measured:
    """One measure over the epochs of a run.

    Attributes
    ----------
    label, unit : str
        For the axis.
    epochs : ndarray of int, shape (k,)
    train : ndarray, shape (k,)
    test : ndarray, shape (k,), or None
    """

    label: str
    unit: str
    epochs: NDArray[np.int64]
    train: Array
    test: Array | None


def available_measures(dataset: Dataset) -> tuple[str, ...]:
    """Return the measures that make sense for a table: accuracy needs classes, R² numbers.

    Examples
    --------
    >>> available_measures(Dataset([[0.0], [1.0]], [[0.0], [1.0]]))
    ('loss', 'mean_absolute_error', 'mean_squared_error', 'accuracy', 'r_squared')
    """
    return tuple(name for name in MEASURE_LABELS if name != "accuracy" or has_classes(dataset))


def has_classes(dataset: Dataset) -> bool:
    """Whether the targets are classes: one column of 0 and 1, or several of which each row marks exactly one."""
    if dataset.target_count == 1:
        return dataset.two_classes
    tables = [table for table in (dataset.targets, dataset.test_targets) if table is not None]
    return all(bool(np.isin(table, (0.0, 1.0)).all() and (table.sum(axis=1) == 1).all()) for table in tables)


def measure_run(experiment: Experiment, history: History, shown: NDArray[np.intp], measure: str) -> Measured:
    """Return a measure of a run at the recorded epochs `shown`, thinned where it has to be computed.

    The loss is what was trained on, in the scaled units the network sees; the other measures are in the table's own.
    """
    if measure == "loss":
        test_loss = history.test_loss
        unit = f"{find_loss(experiment.loss).formula}, {'summed' if experiment.reduction == 'sum' else 'averaged'}"
        return Measured(
            MEASURE_LABELS[measure],
            unit,
            history.epochs[shown],
            history.loss[shown],
            None if test_loss is None else test_loss[shown],
        )
    rows = _spread(history.epochs, shown)
    inputs, _, test_inputs, _ = experiment.scaled()
    dataset = experiment.dataset
    parameters = history.parameters[rows]
    train = _values(experiment, parameters, inputs, dataset.targets, measure)
    test = None
    if test_inputs is not None and dataset.test_targets is not None:
        test = _values(experiment, parameters, test_inputs, dataset.test_targets, measure)
    return Measured(MEASURE_LABELS[measure], _UNITS[measure], history.epochs[rows], train, test)


def _values(experiment: Experiment, parameters: Array, inputs: Array, targets: Array, measure: str) -> Array:
    outputs = stacked_outputs(experiment.architecture, parameters, inputs)
    scaler = experiment.target_scaler
    return np.atleast_1d(MEASURES[measure](targets, outputs * scaler.scale + scaler.offset))


def _spread(epochs: NDArray[np.int64], shown: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return at most twice `MOST_MEASURED` of the shown rows: evenly by epoch, and evenly by log(1 + epoch)."""
    if len(shown) <= 2 * MOST_MEASURED:
        return shown
    last = epochs[shown[-1]]
    even = np.linspace(0, last, MOST_MEASURED)
    early = np.expm1(np.linspace(0, np.log1p(last), MOST_MEASURED))
    return np.unique(np.searchsorted(epochs[shown], np.concatenate([even, early])).clip(0, len(shown) - 1))
