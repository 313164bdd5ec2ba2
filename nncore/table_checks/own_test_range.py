"""Test rows that are scaled by their own range."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.data.scaling import fit_scaler
from nncore.table_checks.checked_table import CheckedTable, named_columns
from nncore.table_checks.mends import with_settings
from nncore.table_checks.table_finding import TableFinding


def own_test_range(table: CheckedTable) -> Iterator[TableFinding]:
    """Find that the test table is scaled by its own range, if it makes a difference."""
    experiment = table.experiment
    dataset = experiment.dataset
    if dataset.all_test_inputs is None or experiment.test_scaling != "own":
        return
    trained, own = experiment.input_scaler, fit_scaler(experiment.input_scaling, dataset.all_test_inputs)
    differs = np.flatnonzero((trained.offset != own.offset) | (trained.scale != own.scale)).tolist()
    if not differs:
        return
    names = tuple(dataset.all_input_names[column] for column in differs)
    yield TableFinding(
        "test_scaled_by_own_range",
        f"The test rows are scaled by their own range, which differs in {named_columns(names)}: the network is asked "
        "another question than it was trained for.",
        test_rows=tuple(range(len(dataset.all_test_inputs))),
        columns=names,
        mend=with_settings(experiment, test_scaling="train"),
        weight="note",
    )
