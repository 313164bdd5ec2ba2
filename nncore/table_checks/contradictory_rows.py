"""Rows that are the same to the network and ask for different answers."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.number_text import sentence_number
from nncore.table_checks.checked_table import CheckedTable
from nncore.table_checks.lowest_loss import lowest_loss
from nncore.table_checks.table_finding import TableFinding

SMALL_SHARE = 0.01
"""Amounts that are measured twice differ a little: so much of the loss of one answer to all is no contradiction to mend."""


def contradictory_rows(table: CheckedTable) -> Iterator[TableFinding]:
    """Find rows with the same inputs and other targets, and the lowest loss that any network can then reach.

    Amounts that differ a little, as those that are measured twice, are only noted.
    """
    first, targets = table.first_alike, table.seen_targets
    differs = (targets != targets[first]).any(axis=1)
    if not differs.any():
        return
    rows = np.flatnonzero(np.isin(first, first[differs])).tolist()
    experiment = table.experiment
    judged_by = (experiment.loss, experiment.architecture.activations[-1], experiment.reduction)
    lowest = lowest_loss(first, targets, *judged_by)
    with_one_answer = lowest_loss(np.zeros_like(first), targets, *judged_by)
    is_small = experiment.dataset.classes is None and lowest <= SMALL_SHARE * with_one_answer < np.inf
    named = table.named(rows)
    groups = "have the same inputs" if len(set(first[rows])) == 1 else "have inputs in common"
    yield TableFinding(
        "contradictory_rows",
        f"{named[0].upper()}{named[1:]} {groups} and different targets: a network gives equal inputs one answer, so its "
        f"loss cannot fall below {sentence_number(lowest)}.",
        weight="note" if is_small else "warning",
        rows=tuple(rows),
        lowest_loss=lowest,
    )
