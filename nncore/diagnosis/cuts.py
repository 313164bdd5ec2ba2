"""Tell which networks draw but straight cuts or lines, and whether these are enough for their table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from nncore.errors import TableError
from nncore.network.architecture import Architecture
from nncore.table_checks.mends import without_rows
from nncore.table_checks.one_layer import OneLayer, one_layer
from nncore.table_checks.one_neuron import MOST_ROWS, OneNeuron, one_neuron

if TYPE_CHECKING:
    from nncore.diagnosis.diagnosed_run import DiagnosedRun

MOST_NUMBERS = 30_000
"""Rows, times classes twice, times weights of one output: of a larger table of several classes it takes too long to find out."""


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


def parts_by_straight_cuts(architecture: Architecture) -> bool:
    """Return whether a network with several outputs parts any two classes by something straight.

    So it does if its hidden neurons are linear, or if it has none, and its outputs rise with their sums.

    Examples
    --------
    >>> parts_by_straight_cuts(Architecture((2, 3), ("softmax",))), parts_by_straight_cuts(Architecture((2, 3), ("sin",)))
    (True, False)
    """
    *hidden, output = architecture.activations
    return architecture.output_count > 1 and output != "sin" and all(name == "linear" for name in hidden)


def straight_cuts_of(run: DiagnosedRun) -> OneNeuron | OneLayer | None:
    """Return whether the straight cuts of a network can learn the classes; None if the question does not arise.

    Rows that contradict each other are left out: no network tells them apart.
    """
    experiment, numbers = run.experiment, run.row_numbers
    if not _is_asked(run):
        return None
    kept = np.arange(experiment.dataset.samples)
    if run.contradiction is not None:
        kept = np.delete(kept, run.contradiction.rows)
        left = without_rows(experiment, run.contradiction.rows) if kept.size else None
        if left is None:
            return None
        experiment, numbers = left, [row + 1 if numbers is None else numbers[row] for row in kept.tolist()]
    try:
        ask = one_neuron if experiment.architecture.output_count == 1 else one_layer
        answer = ask(experiment, row_numbers=numbers)
    except TableError:
        return None
    if answer is None:
        return None
    return replace(answer, rows=tuple(kept[list(answer.rows)].tolist()))


def _is_asked(run: DiagnosedRun) -> bool:
    dataset, architecture = run.experiment.dataset, run.experiment.architecture
    if architecture.output_count == 1:
        return draws_one_cut(architecture) and dataset.samples <= MOST_ROWS
    numbers = dataset.samples * architecture.output_count**2 * (dataset.all_input_count + 1)
    # Scaled by unequal amounts, the largest output is no longer the largest sum.
    alike = np.array_equal(run.table.seen_targets, dataset.targets)
    return parts_by_straight_cuts(architecture) and numbers <= MOST_NUMBERS and alike


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
