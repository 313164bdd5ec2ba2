"""Tell which networks draw but one straight cut or line, and whether that is enough for their table."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.errors import TableError
from nncore.network.architecture import Architecture
from nncore.table_checks.mends import without_rows
from nncore.table_checks.one_neuron import MOST_ROWS, OneNeuron, one_neuron


def draws_one_cut(architecture: Architecture) -> bool:
    """Return whether a network with one output comes to no more than one neuron.

    So it does if it has no hidden layer, if all hidden neurons are linear, or if each hidden layer has but one, which
    rises or falls throughout.

    Examples
    --------
    >>> draws_one_cut(Architecture((2, 1, 1), ("tanh", "sigmoid"))), draws_one_cut(Architecture((2, 2, 1), ("tanh", "sigmoid")))
    (True, False)
    """
    hidden = architecture.activations[:-1]
    if architecture.output_count != 1 or "sin" in architecture.activations:
        return False
    return all(name == "linear" for name in hidden) or all(size == 1 for size in architecture.layer_sizes[1:-1])


def one_neuron_of(run: DiagnosedRun) -> OneNeuron | None:
    """Return whether one neuron can learn the classes, if the network comes to no more; None if the question does not arise.

    Rows that contradict each other are left out: no network tells them apart.
    """
    experiment, numbers = run.experiment, run.row_numbers
    if not draws_one_cut(experiment.architecture) or experiment.dataset.samples > MOST_ROWS:
        return None
    kept = np.arange(experiment.dataset.samples)
    if run.contradiction is not None:
        kept = np.delete(kept, run.contradiction.rows)
        left = without_rows(experiment, run.contradiction.rows) if kept.size else None
        if left is None:
            return None
        experiment, numbers = left, [row + 1 if numbers is None else numbers[row] for row in kept.tolist()]
    try:
        answer = one_neuron(experiment, row_numbers=numbers)
    except TableError:
        return None
    if answer is None:
        return None
    return replace(answer, rows=tuple(kept[list(answer.rows)].tolist()))


def least_squares(run: DiagnosedRun, *, bias: bool) -> float | None:
    """Return the smallest sum of squared misses a linear layer leaves of amounts; None if it is another network, or infinite.

    Source: A. M. Legendre, *Nouvelles méthodes pour la détermination des orbites des comètes*, 1805.
    """
    if run.experiment.dataset.classes is not None or run.experiment.architecture.activations != ("linear",):
        return None
    inputs, targets = run.table.seen_inputs, run.table.seen_targets
    if bias:
        inputs = np.column_stack([inputs, np.ones(len(inputs))])
    weights = np.linalg.lstsq(inputs, targets)[0]
    with np.errstate(over="ignore", invalid="ignore"):
        least = float(np.square(inputs @ weights - targets).sum())
    return least if np.isfinite(least) else None
