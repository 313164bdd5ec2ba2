"""Targets outside what the output layer can answer."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.network.activations import find_activation
from nncore.number_text import sentence_number
from nncore.table_checks.checked_table import CheckedTable
from nncore.table_checks.mends import with_settings
from nncore.table_checks.table_finding import TableFinding


def unreachable_targets(table: CheckedTable) -> Iterator[TableFinding]:
    """Find training targets, scaled as they are, beyond the range of the output layer's activation."""
    experiment, seen = table.experiment, table.seen_targets
    activation = find_activation(experiment.architecture.activations[-1])
    outside = (seen < activation.lowest) | (seen > activation.highest)
    if not outside.any():
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
        mend=with_settings(experiment, target_scaling="min_max"),
    )
