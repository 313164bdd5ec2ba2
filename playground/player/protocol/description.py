"""Everything about a run that does not change while it is trained, as plain JSON for the browser."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from numpy.typing import NDArray

from nncore.data.dataset import Dataset
from nncore.data.scaler import Scaler
from nncore.errors import TableError
from nncore.experiment.experiment import Experiment
from nncore.metrics.unjudged_rows import why_no_classes, why_not_judged
from nncore.network.layer_names import layer_names
from nncore.network.neuron_names import neuron_names
from playground.player.protocol.change_log import describe_changes, way_back
from playground.runs.matching_rows import matching_rows
from playground.runs.measures import described_measures, kind_of_loss
from playground.runs.separable_rows import is_separable
from playground.text.parameter_names import parameter_names


def describe(
    experiment: Experiment, row_numbers: tuple[Sequence[int], Sequence[int]], names_of: int | None = None
) -> dict[str, Any]:
    """Return what the browser needs to draw a network and to compute what it answers.

    Parameters
    ----------
    experiment : Experiment
    row_numbers : (sequence of int, sequence of int)
        What the training and the test rows are called; counted from 1 if there are not as many as rows.
    names_of : int, optional
        The number of a run whose neurons and parameters are called the same and have been told; they are most of it.

    Returns
    -------
    dict
        Passes through JSON. Rows stand in it in the table's own units and as the network sees them; the latter so that
        nobody has to scale them again.
    """
    architecture, dataset = experiment.architecture, experiment.dataset
    inputs, _, test_inputs, _ = experiment.scaled()
    return {
        "epochs": experiment.epochs,
        "loss": kind_of_loss(experiment),
        "layer_sizes": architecture.layer_sizes,
        "activations": architecture.activations,
        "bias": architecture.bias,
        "input_names": dataset.all_input_names,
        **_derived(dataset),
        "target_names": dataset.target_names,
        **(_names(experiment) if names_of is None else {"names_of": names_of}),
        "train": _rows(dataset.all_inputs, inputs, dataset.targets, row_numbers[0]),
        "test": _test_rows(dataset, test_inputs, row_numbers[1]),
        "input_scaling": _scaling(experiment.input_scaler),
        "target_scaling": _scaling(experiment.target_scaler),
        "classes": _classes(dataset),
        "separable": is_separable(experiment),
        "not_judged": _not_judged(dataset, row_numbers),
        "warnings": experiment.warnings(),
        "changes": describe_changes(experiment),
        "start_over": way_back(experiment),
        "measures": described_measures(experiment),
    }


def are_named_alike(experiment: Experiment, other: Experiment) -> bool:
    """Whether the neurons and parameters of two experiments are called the same."""
    return _what_names_depend_on(experiment) == _what_names_depend_on(other)


def describe_situation(experiment: Experiment, situation: Sequence[float] | None) -> dict[str, Any] | None:
    """Return the new situation with its derived columns, and as the network sees it, or None if it cannot be asked about."""
    if situation is None or len(situation) != experiment.dataset.input_count:
        return None
    try:
        inputs = experiment.dataset.with_derived([list(situation)])
        scaled = experiment.input_scaler.transform(inputs)
    except TableError:  # a derived column has no value, or the row lies too far from the training rows to be scaled
        return None
    return {"inputs": inputs[0].tolist(), "scaled": scaled[0].tolist()}


def has_same_columns(old: Dataset, new: Dataset) -> bool:
    """Whether two tables have as many inputs and the same targets, so that a run on one can be compared with one on the other."""
    return (old.input_count, old.target_names) == (new.input_count, new.target_names)


def rows_before(old: Dataset, new: Dataset) -> dict[str, list[int | None] | None]:
    """Return which row of the run before each training and each test row was; None for a table that was another one."""
    if not has_same_columns(old, new):
        return {"train": None, "test": None}
    test = None
    if old.test_inputs is not None and new.test_inputs is not None:
        test = matching_rows(old.test_inputs, new.test_inputs)
    return {"train": matching_rows(old.inputs, new.inputs), "test": test}


def _what_names_depend_on(experiment: Experiment) -> tuple[Any, ...]:
    architecture, dataset = experiment.architecture, experiment.dataset
    return architecture.layer_sizes, architecture.bias, dataset.all_input_names, dataset.target_names


def _names(experiment: Experiment) -> dict[str, Any]:
    sizes, bias, *names = _what_names_depend_on(experiment)
    return {
        "parameters": [vars(name) for name in parameter_names(sizes, bias, *names)],
        "neuron_names": neuron_names(sizes, *names),
        "layer_names": layer_names(len(sizes) - 2),
    }


def _rows(
    inputs: NDArray[Any] | None, scaled: NDArray[Any] | None, targets: NDArray[Any] | None, numbers: Sequence[int]
) -> dict[str, Any] | None:
    if inputs is None or scaled is None or targets is None:
        return None
    return {
        "inputs": inputs.tolist(),
        "scaled": scaled.tolist(),
        "targets": targets.tolist(),
        "row_numbers": called_rows(numbers, len(targets)),
    }


def _test_rows(dataset: Dataset, scaled: NDArray[Any] | None, numbers: Sequence[int]) -> dict[str, Any] | None:
    rows = _rows(dataset.all_test_inputs, scaled, dataset.test_targets, numbers)
    return rows and {**rows, **({"validation": dataset.validation_rows} if dataset.validation_rows else {})}


def called_rows(numbers: Sequence[int], count: int) -> list[int]:
    """Return what so many rows are called: by their numbers, or counted from 1.

    A table that is brought back to be mended has no numbers for the run's rows.

    Examples
    --------
    >>> called_rows((2, 5), 2), called_rows((), 2)
    ([2, 5], [1, 2])
    """
    return list(numbers) if len(numbers) == count else list(range(1, count + 1))


def _derived(dataset: Dataset) -> dict[str, Any]:
    formulas = [column.formula.as_lists(dataset.input_names) for column in dataset.derived]
    return {"derived": formulas} if formulas else {}


def _classes(dataset: Dataset) -> dict[str, Any] | None:
    classes = dataset.classes
    if classes is None:
        return None
    return {
        "kind": classes.kind,
        "values": classes.values,
        "threshold": classes.threshold,
        "tolerance": classes.tolerance,
        **({} if dataset.class_names is None else {"names": dataset.class_names}),
    }


def _not_judged(dataset: Dataset, row_numbers: tuple[Sequence[int], Sequence[int]]) -> dict[str, str]:
    """Return why right and wrong are not shown for training and test rows; empty where they are."""
    classes, targets, test_targets = dataset.classes, dataset.targets, dataset.test_targets
    if classes is None:
        return {"train": why_no_classes(targets, called_rows(row_numbers[0], len(targets))), "test": ""}
    if test_targets is None:
        return {"train": "", "test": ""}
    return {"train": "", "test": why_not_judged(classes, test_targets, called_rows(row_numbers[1], len(test_targets)))}


def _scaling(scaler: Scaler) -> dict[str, list[float]]:
    return {"offset": scaler.offset.tolist(), "scale": scaler.scale.tolist()}
