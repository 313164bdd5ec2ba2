"""Change an experiment's table and keep everything else that fits it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from nncore.data.dataset import Dataset
from nncore.errors import NeuralNetworkError
from nncore.experiment.experiment import Experiment
from nncore.network.architecture import Architecture
from nncore.number_text import sentence_number


def with_settings(experiment: Experiment, **settings: Any) -> Experiment | None:
    """Return the experiment with other settings; None if they do not fit it.

    Examples
    --------
    >>> from nncore import articles
    >>> with_settings(articles.hidden_layer(), test_scaling="train").test_scaling
    'train'
    >>> with_settings(articles.single_neuron(), loss="categorical_cross_entropy") is None
    True
    """
    try:
        return replace(experiment, **settings)
    except NeuralNetworkError:
        return None


def with_biases(experiment: Experiment) -> Experiment | None:
    """Return the experiment with a bias at every neuron; None if it changes weights by their place in the network."""
    architecture = experiment.architecture
    return _reshaped(experiment, replace(architecture, bias=True), experiment.dataset)


def without_rows(experiment: Experiment, rows: Sequence[int]) -> Experiment | None:
    """Return the experiment without some training rows.

    Examples
    --------
    >>> from nncore import articles
    >>> without_rows(articles.single_neuron(), [0, 2]).dataset.inputs.tolist()
    [[1.0, 1.0, 1.0], [0.0, 1.0, 1.0]]
    """
    dataset = experiment.dataset
    kept = {"inputs": np.delete(dataset.inputs, rows, axis=0), "targets": np.delete(dataset.targets, rows, axis=0)}
    return with_settings(experiment, dataset=_changed(dataset, **kept))


def without_test_rows(experiment: Experiment, rows: Sequence[int]) -> Experiment | None:
    """Return the experiment without some test rows, and without a test table if none is left."""
    dataset = experiment.dataset
    assert dataset.test_inputs is not None
    assert dataset.test_targets is not None
    inputs, targets = (np.delete(table, rows, axis=0) for table in (dataset.test_inputs, dataset.test_targets))
    left = [row for row in range(len(dataset.test_inputs)) if row not in rows]
    watched = [place for place, row in enumerate(left) if row in dataset.validation_rows]
    kept: dict[str, ArrayLike | None] = {"test_inputs": None, "test_targets": None}
    if len(inputs):
        kept = {"test_inputs": inputs, "test_targets": targets}
    return with_settings(experiment, dataset=_changed(dataset, **kept, validation_rows=watched))


def without_inputs(experiment: Experiment, columns: Sequence[int]) -> Experiment | None:
    """Return the experiment without some input columns, the derived ones counted behind the table's own.

    None if none of the table's own is left, if another column is derived from one of them, or if weights are changed by
    their place.

    Examples
    --------
    >>> from nncore import articles
    >>> fewer = without_inputs(articles.single_neuron(), [1])
    >>> fewer.dataset.input_names, fewer.architecture.layer_sizes
    (('input 1', 'input 3'), (2, 1))
    """
    dataset, sizes = experiment.dataset, experiment.architecture.layer_sizes
    left = [column for column in range(dataset.input_count) if column not in columns]
    derived = [column for place, column in enumerate(dataset.derived, dataset.input_count) if place not in columns]
    names = [dataset.input_names[column] for column in left]
    if not left or not all(set(column.formula.columns) <= set(names) for column in derived):
        return None
    tests = {} if dataset.test_inputs is None else {"test_inputs": dataset.test_inputs[:, left]}
    fewer = _changed(dataset, inputs=dataset.inputs[:, left], input_names=names, derived=derived, **tests)
    return _reshaped(
        experiment, replace(experiment.architecture, layer_sizes=(fewer.all_input_count, *sizes[1:])), fewer
    )


def with_an_output_for_each_class(experiment: Experiment, values: Sequence[float]) -> Experiment | None:
    """Return the experiment with a softmax output for each value of its one target column, and the loss that goes with it.

    Test rows stay if their targets are among the values; otherwise there is no such experiment, and None is returned.
    """
    dataset, architecture = experiment.dataset, experiment.architecture
    if dataset.test_targets is not None and not np.isin(dataset.test_targets, values).all():
        return None
    tests = {} if dataset.test_targets is None else {"test_targets": (dataset.test_targets == values).astype(float)}
    names = [f"{dataset.target_names[0]} {value:g}" for value in values]
    several = _changed(
        dataset, targets=(dataset.targets == values).astype(float), target_names=names, class_names=None, **tests
    )
    shape = Architecture(
        (*architecture.layer_sizes[:-1], len(values)), (*architecture.activations[:-1], "softmax"), architecture.bias
    )
    return _reshaped(experiment, shape, several, loss="categorical_cross_entropy", target_scaling="none")


def with_two_classes(experiment: Experiment, low: float, high: float) -> Experiment | None:
    """Return the experiment with one sigmoid output that tells apart two values of its one target column, as classes.

    Test rows stay if their targets are among the two; otherwise there is no such experiment, and None is returned.
    """
    dataset, architecture = experiment.dataset, experiment.architecture
    if dataset.test_targets is not None and not np.isin(dataset.test_targets, (low, high)).all():
        return None
    tests = {} if dataset.test_targets is None else {"test_targets": (dataset.test_targets == high).astype(float)}
    names = [sentence_number(value) for value in (low, high)]
    two = _changed(dataset, targets=(dataset.targets == high).astype(float), class_names=names, **tests)
    shape = replace(architecture, activations=(*architecture.activations[:-1], "sigmoid"))
    return _reshaped(experiment, shape, two, target_scaling="none")


def with_hidden_neurons(experiment: Experiment, count: int) -> Experiment | None:
    """Return the experiment with so many sigmoid neurons in its one hidden layer; None if weights are changed by their place.

    Examples
    --------
    >>> from nncore import articles
    >>> with_hidden_neurons(articles.single_neuron(), 2).architecture.layer_sizes
    (3, 2, 1)
    """
    architecture = experiment.architecture
    sizes = (architecture.input_count, count, architecture.output_count)
    shape = replace(architecture, layer_sizes=sizes, activations=("sigmoid", architecture.activations[-1]))
    return _reshaped(experiment, shape, experiment.dataset)


def with_wider_layers(experiment: Experiment, least: int) -> Experiment | None:
    """Return the experiment with so many neurons at least in each hidden layer.

    None if it has no hidden layer, if all are as wide, or if weights are changed by their place.

    Examples
    --------
    >>> from nncore import articles
    >>> with_wider_layers(articles.hidden_layer(), 5).architecture.layer_sizes
    (3, 5, 1)
    """
    first, *hidden, last = experiment.architecture.layer_sizes
    if all(size >= least for size in hidden):
        return None
    wider = replace(experiment.architecture, layer_sizes=(first, *(max(size, least) for size in hidden), last))
    return _reshaped(experiment, wider, experiment.dataset)


def with_rows_repeated(experiment: Experiment, rows: Sequence[int], times: int) -> Experiment | None:
    """Return the experiment with some training rows so many times as often, behind the others.

    Examples
    --------
    >>> from nncore import articles
    >>> with_rows_repeated(articles.single_neuron(), [1], 3).dataset.targets.ravel().tolist()
    [0.0, 1.0, 1.0, 0.0, 1.0, 1.0]
    """
    dataset = experiment.dataset
    again = [*range(dataset.samples), *(list(rows) * (times - 1))]
    return with_settings(
        experiment, dataset=_changed(dataset, inputs=dataset.inputs[again], targets=dataset.targets[again])
    )


def repeated_rows(experiment: Experiment, mend: Experiment) -> list[int]:
    """Return which training rows a mend has once more behind all others, in the order in which they stand there.

    Examples
    --------
    >>> from nncore import articles
    >>> article = articles.single_neuron()
    >>> repeated_rows(article, with_rows_repeated(article, [1, 3], 3))
    [1, 3, 1, 3]
    """
    before, after = (np.column_stack((one.dataset.inputs, one.dataset.targets)) for one in (experiment, mend))
    return [int((before == line).all(axis=1).argmax()) for line in after[len(before) :]]


def _reshaped(
    experiment: Experiment, architecture: Architecture, dataset: Dataset, **settings: Any
) -> Experiment | None:
    # An intervention that names a weight would name another one.
    if experiment.interventions:
        return None
    return with_settings(experiment, architecture=architecture, dataset=dataset, **settings)


def _changed(dataset: Dataset, **parts: Any) -> Dataset:
    return replace(dataset, **parts)
