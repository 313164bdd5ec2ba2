"""Inputs that give the answer away."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.table_checks.checked_table import CheckedTable, named_columns
from nncore.table_checks.mends import without_inputs
from nncore.table_checks.table_finding import TableFinding


def input_equals_target(table: CheckedTable) -> Iterator[TableFinding]:
    """Find inputs that equal a target in every row, in the table or as the network sees it."""
    dataset = table.experiment.dataset
    if dataset.samples < 2:
        return
    equal = np.zeros((dataset.all_input_count, dataset.target_count), dtype=bool)
    for inputs, targets in ((dataset.all_inputs, dataset.targets), (table.seen_inputs, table.seen_targets)):
        for place, target in enumerate(targets.T):
            equal[:, place] |= (inputs == target[:, None]).all(axis=0)
    equal[table.constant] = False
    columns, targets_met = np.flatnonzero(equal.any(axis=1)), np.flatnonzero(equal.any(axis=0))
    if not columns.size:
        return
    names = tuple(dataset.all_input_names[column] for column in columns)
    answers = tuple(dataset.target_names[place] for place in targets_met)
    equals = "equals" if columns.size == 1 else "equal"
    yield TableFinding(
        "input_equals_target",
        f"{named_columns(names)} {equals} {named_columns(answers)} in every row: the network has only to find that out and "
        "pass it on, and knows nothing where it is not given the answer.",
        columns=(*names, *answers),
        mend=without_inputs(table.experiment, columns.tolist()),
        weight="note",
    )
