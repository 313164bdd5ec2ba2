"""Rows that are the same to the network and ask for different answers."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.number_text import sentence_number
from nncore.table_checks.checked_table import CheckedTable
from nncore.table_checks.lowest_loss import lowest_loss
from nncore.table_checks.table_finding import TableFinding


def contradictory_rows(table: CheckedTable) -> Iterator[TableFinding]:
    """Find rows with the same inputs and other targets, and the lowest loss that any network can then reach."""
    first, targets = table.first_alike, table.seen_targets
    differs = (targets != targets[first]).any(axis=1)
    if not differs.any():
        return
    rows = np.flatnonzero(np.isin(first, first[differs])).tolist()
    experiment = table.experiment
    lowest = lowest_loss(first, targets, experiment.loss, experiment.architecture.activations[-1], experiment.reduction)
    named = table.named(rows)
    groups = "have the same inputs" if len(set(first[rows])) == 1 else "have inputs in common"
    yield TableFinding(
        "contradictory_rows",
        f"{named[0].upper()}{named[1:]} {groups} and different targets: a network gives equal inputs one answer, so its "
        f"loss cannot fall below {sentence_number(lowest)}.",
        rows=tuple(rows),
        lowest_loss=lowest,
    )
