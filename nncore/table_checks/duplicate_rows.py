"""Rows that stand in the training table more than once."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.named_rows import begin_sentence
from nncore.table_checks.checked_table import CheckedTable, first_alike
from nncore.table_checks.mends import without_rows
from nncore.table_checks.table_finding import TableFinding


def duplicate_rows(table: CheckedTable) -> Iterator[TableFinding]:
    """Find rows with the inputs and targets of an earlier row; measured tables have them by chance, so it is a note."""
    dataset = table.experiment.dataset
    first = first_alike(dataset.inputs, dataset.targets)
    again = np.flatnonzero(first != np.arange(len(first)))
    if not again.size:
        return
    rows = np.flatnonzero(np.isin(first, first[again])).tolist()
    if again.size == 1:
        what = f"{table.named(again.tolist())} is {table.named([int(first[again[0]])])} once more: it counts"
    else:
        what = f"{table.named(again.tolist())} repeat earlier rows: each of them counts"
    yield TableFinding(
        "duplicate_rows",
        f"{begin_sentence(what)} again in the loss and in every update.",
        rows=tuple(rows),
        mend=without_rows(table.experiment, again.tolist()),
        weight="note",
    )
