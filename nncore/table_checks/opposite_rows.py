"""Rows that are each other's opposites to a network without biases."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from nncore.named_rows import begin_sentence
from nncore.number_text import sentence_number
from nncore.table_checks.checked_table import Array, CheckedTable, first_alike
from nncore.table_checks.mends import with_biases
from nncore.table_checks.rows_of_zeros import at_zero, in_target_units
from nncore.table_checks.table_finding import TableFinding
from nncore.table_checks.wanted_pre_activations import wanted_pre_activations

ODD = frozenset({"tanh", "sin", "linear"})
"""Activations f with f(−z) = −f(z)."""

Pairs = NDArray[np.intp]


def opposite_rows(table: CheckedTable) -> Iterator[TableFinding]:
    """Find rows x and −x whose targets no weights can reach, since a network without biases answers both at once.

    If every hidden activation is odd, so is the pre-activation z of each output: z(−x) = −z(x). If the last hidden layer is
    one of sigmoids, z(−x) = C − z(x), with the same C for all rows.
    """
    hidden = table.experiment.architecture.activations[:-1]
    is_odd = ODD.issuperset(hidden)
    is_odd_before = hidden[-1:] == ("sigmoid",) and ODD.issuperset(hidden[:-1])
    if table.experiment.architecture.bias or not (is_odd or is_odd_before):
        return
    wanted, pairs = wanted_pre_activations(table), _opposites(table.seen_inputs)
    if wanted is None or not len(pairs):
        return
    with np.errstate(invalid="ignore"):  # one that is never reached
        lowest, highest = (bound[pairs].sum(axis=1) for bound in wanted)
    if is_odd:
        impossible = ((lowest > 0) | (highest < 0)) & (pairs[:, :1] != pairs[:, 1:])
        if impossible.any():
            place, column = np.argwhere(impossible)[0]
            why = _told_sums(table, pairs[place], int(column))
            yield _found(table, pairs[impossible.any(axis=1)], why)
        return
    too_much = lowest.max(axis=0) > highest.min(axis=0)
    if too_much.any():
        column = int(too_much.argmax())
        less, more = pairs[highest[:, column].argmin()], pairs[lowest[:, column].argmax()]
        yield _found(table, np.stack([less, more]), _told_order(table, less, more))


def _opposites(inputs: Array) -> Pairs:
    """Return each row behind the first row that is its opposite, which is itself if it is all zeros: shape (pairs, 2)."""
    within = (-inputs >= inputs.min(axis=0)) & (-inputs <= inputs.max(axis=0))
    possible = np.flatnonzero(within.all(axis=1))  # comparing whole rows takes long
    opposite = first_alike(np.vstack([inputs[possible], -inputs[possible]]))[len(possible) :]
    places = np.flatnonzero(opposite <= np.arange(len(possible)))
    return possible[np.stack([opposite[places], places], axis=1)]


def _found(table: CheckedTable, pairs: Pairs, sentence: str) -> TableFinding:
    rows = tuple(np.unique(pairs).tolist())
    return TableFinding("opposite_rows", sentence, rows=rows, mend=with_biases(table.experiment))


def _told_sums(table: CheckedTable, pair: Pairs, column: int) -> str:
    dataset, output = table.experiment.dataset, table.experiment.architecture.activations[-1]
    answers = 2 * in_target_units(table.experiment, at_zero(output, dataset.target_count))[column]
    targets = dataset.targets[pair, column].sum()
    where = "" if dataset.target_count == 1 else f" in {dataset.target_names[column]}"
    return (
        f"{begin_sentence(table.named(pair.tolist()))} are opposites, each input of one being that of the other with its sign "
        "changed. The network has no biases, so its answers to opposites always add up to "
        f"{sentence_number(answers)}, whatever the weights; their targets{where} add up to {sentence_number(targets)}."
    )


def _told_order(table: CheckedTable, less: Pairs, more: Pairs) -> str:
    pairs = [table.named(np.unique(pair).tolist()) for pair in (less, more)]
    is_alone = [pair[0] == pair[1] for pair in (less, more)]
    first, second = (
        f"{pair} {'is its own opposite' if alone else 'are opposites'}"
        for pair, alone in zip(pairs, is_alone, strict=True)
    )
    return (
        f"{begin_sentence(first)} to the network, which has no biases, and {second if any(is_alone) else f'so are {pairs[1]}'}: "
        "the sums z of its output for two opposites always add up to the same number, whatever the weights, but for "
        f"{pairs[1]} it would have to be larger than for {pairs[0]}."
    )
