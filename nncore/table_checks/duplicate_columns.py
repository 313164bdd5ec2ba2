"""Input columns that say the same."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.table_checks.checked_table import CheckedTable, first_alike, named_columns
from nncore.table_checks.mends import without_inputs
from nncore.table_checks.table_finding import TableFinding


def duplicate_columns(table: CheckedTable) -> Iterator[TableFinding]:
    """Find input columns that hold the same numbers in every training row; constant ones are another matter."""
    dataset = table.experiment.dataset
    first = first_alike(dataset.all_inputs.T)
    again = np.flatnonzero((first != np.arange(len(first))) & ~table.constant)
    if len(dataset.all_inputs) < 2 or not again.size:
        return
    columns = np.flatnonzero(np.isin(first, first[again]))
    names = tuple(dataset.all_input_names[column] for column in columns)
    groups = "hold the same numbers" if len(set(first[columns])) == 1 else "hold the same numbers, in pairs or more,"
    yield TableFinding(
        "duplicate_columns",
        f"{named_columns(names)} {groups} in every row: their weights share one job, and only their sum counts.",
        columns=names,
        mend=without_inputs(table.experiment, again.tolist()),
    )
