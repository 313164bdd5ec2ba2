"""Rows that are the same to the network and ask for different answers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
from numpy.typing import NDArray

from nncore.named_rows import begin_sentence
from nncore.number_text import sentence_number
from nncore.table_checks.checked_table import Array, CheckedTable, first_alike
from nncore.table_checks.lowest_loss import lowest_loss
from nncore.table_checks.table_finding import TableFinding

SMALL_SHARE = 0.01
"""Amounts that are measured twice differ a little: so much of the loss of one answer to all is no contradiction to mend."""

_DIGITS = 12
"""What differs behind so many was computed, and rounded on the way."""

_NEAR = 1e-9
"""What differs by less is told apart by weights of billions alone."""

_NOTHING = 1e-16
"""Of the largest number of a column: what remains of a difference that is 0."""


def contradictory_rows(table: CheckedTable) -> Iterator[TableFinding]:
    """Find rows with the same inputs and other targets, and the lowest loss that any network can then reach.

    Amounts that differ a little, as those that are measured twice, are only noted.
    """
    first, targets = table.first_alike, table.seen_targets
    rows = _contradictory(first, targets)
    if not rows:
        yield from _hardly_told_apart(table)
        return
    experiment = table.experiment
    judged_by = (experiment.loss, experiment.architecture.activations[-1], experiment.reduction)
    lowest = lowest_loss(first, targets, *judged_by)
    with_one_answer = lowest_loss(np.zeros_like(first), targets, *judged_by)
    is_small = experiment.dataset.classes is None and lowest <= SMALL_SHARE * with_one_answer < np.inf
    named = table.named(rows)
    groups = "have the same inputs" if len(set(first[rows])) == 1 else "have inputs in common"
    yield TableFinding(
        "contradictory_rows",
        f"{begin_sentence(named)} {groups} and different targets: a network gives equal inputs one answer, so its "
        f"loss cannot fall below {sentence_number(lowest)}.",
        weight="note" if is_small else "warning",
        rows=tuple(rows),
        lowest_loss=lowest,
    )


def _hardly_told_apart(table: CheckedTable) -> Iterator[TableFinding]:
    """Find rows that a program has rounded otherwise: 0.3 beside 0.30000000000000004."""
    inputs, seen = table.experiment.dataset.all_inputs, table.seen_inputs
    if not _may_hold_near_rows(seen):
        return
    nothing = _NOTHING * np.maximum(inputs.max(axis=0), -inputs.min(axis=0))
    first = first_alike(inputs, form=partial(_in_digits, nothing=nothing))
    again = np.flatnonzero(first != np.arange(len(first)))
    far = again[(np.abs(seen[again] - seen[first[again]]) >= _NEAR).any(axis=1)]
    first[far] = far
    rows = _contradictory(first, table.seen_targets)
    if rows:
        named = table.named(rows)
        yield TableFinding(
            "contradictory_rows",
            f"{begin_sentence(named)} have inputs that differ by rounding alone, and different targets: only weights "
            "of billions could tell them apart.",
            rows=tuple(rows),
        )


def _may_hold_near_rows(seen: Array) -> bool:
    """Return whether the sums of two rows are near, each column with a weight of its own; of near rows they are."""
    weights = np.linspace(1, 2, seen.shape[1])
    with np.errstate(over="ignore", invalid="ignore"):
        return bool((np.diff(np.sort(seen @ weights)) < _NEAR * weights.sum()).any())


def _in_digits(numbers: Array, nothing: Array) -> Array:
    """Return numbers with the digits that count; 0 for what is no larger than `nothing`, column by column."""
    mantissas, exponents = np.frexp(np.where(np.abs(numbers) <= nothing, 0.0, numbers))
    rounded: Array = np.ldexp(np.round(mantissas, _DIGITS), exponents)
    return rounded


def _contradictory(first: NDArray[np.intp], targets: Array) -> list[int]:
    """Return the rows of which others are the same and have other targets."""
    differs = (targets != targets[first]).any(axis=1)
    return np.flatnonzero(np.isin(first, first[differs])).tolist() if differs.any() else []
