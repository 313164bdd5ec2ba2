"""Targets outside what the output layer can answer."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.network.activations import find_activation
from nncore.number_text import sentence_number
from nncore.table_checks.checked_table import CheckedTable
from nncore.table_checks.mends import with_settings
from nncore.table_checks.table_finding import TableFinding

_ROUNDING = 1e-6


def unreachable_targets(table: CheckedTable) -> Iterator[TableFinding]:
    """Find training targets, scaled as they are, beyond the range of the output layer's activation."""
    experiment, seen = table.experiment, table.seen_targets
    activation = find_activation(experiment.architecture.activations[-1])
    outside = activation.never_answers(seen)
    if not outside.any():
        if activation.name == "softmax":
            yield from _of_another_sum(table)
        return
    rows, columns = np.flatnonzero(outside.any(axis=1)), np.flatnonzero(outside.any(axis=0))
    row = int(rows[0])
    column = int(np.flatnonzero(outside[row])[0])
    scaled = ", as it is scaled," if experiment.target_scaling != "none" else ""
    yield TableFinding(
        "targets_out_of_reach",
        f"The target {sentence_number(seen[row, column])} of {table.named([row])}{scaled} can never be reached: "
        f"{activation.name} answers {activation.answers}.",
        rows=tuple(rows.tolist()),
        columns=tuple(experiment.dataset.target_names[place] for place in columns),
        # Scaled one by one the targets of a row would not add up to 1.
        mend=None if activation.name == "softmax" else with_settings(experiment, target_scaling="min_max"),
    )


def _of_another_sum(table: CheckedTable) -> Iterator[TableFinding]:
    """Find rows whose targets do not add up to 1, as all that softmax answers does."""
    sums = table.seen_targets.sum(axis=1)
    rows = np.flatnonzero(np.abs(sums - 1) > _ROUNDING).tolist()
    if not rows:
        return
    names = table.experiment.dataset.target_names
    what = f"add up to {sentence_number(sums[rows[0]])}" if len(names) > 1 else f"are {sentence_number(sums[rows[0]])}"
    yield TableFinding(
        "targets_out_of_reach",
        f"The targets of {table.named(rows[:1])} {what} and can never be reached: what softmax answers always adds up to 1.",
        rows=tuple(rows),
        columns=names,
    )
