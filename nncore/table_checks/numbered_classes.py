"""Targets that number classes instead of measuring something."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.number_text import sentence_number
from nncore.table_checks.checked_table import CheckedTable, named_columns
from nncore.table_checks.mends import with_an_output_for_each_class, with_two_classes
from nncore.table_checks.table_finding import TableFinding

MOST_CLASSES = 10
ROWS_EACH = 2
"""On average a value must be met so often: amounts that were measured seldom repeat."""


def numbered_classes(table: CheckedTable) -> Iterator[TableFinding]:
    """Find one target column of ten whole numbers at most, each met repeatedly, that seem to number classes.

    Three or more stand without a gap: 0, 1, 2, say, for species. Two may be any that are not classes already, such as 1 and 2.
    """
    dataset = table.experiment.dataset
    if dataset.target_count > 1 or dataset.classes is not None:
        return
    values = np.unique(dataset.targets)
    if not 2 <= len(values) <= MOST_CLASSES or dataset.samples < ROWS_EACH * len(values) or (values % 1).any():
        return
    if len(values) == 2:
        yield _of_two(table, *values.tolist())
        return
    if (np.diff(values) != 1).any():
        return
    low, middle, high = (sentence_number(value) for value in (values[0], values[1], values[-1]))
    written = named_columns([sentence_number(value) for value in values])
    # A linear output says that amounts were meant.
    meant = table.experiment.architecture.activations[-1] == "linear"
    yield TableFinding(
        "numbered_classes",
        f"{dataset.target_names[0]} holds only {written}: if they number classes, {middle} is not half-way from {low} to "
        f"{high}, and each class needs an output of its own."
        if len(values) == 3
        else f"{dataset.target_names[0]} holds only {written}: if they number classes, {middle} is no more than {low}, and "
        "each class needs an output of its own.",
        columns=dataset.target_names,
        mend=with_an_output_for_each_class(table.experiment, values.tolist()),
        weight="note" if meant else "warning",
    )


def _of_two(table: CheckedTable, low: float, high: float) -> TableFinding:
    (name,) = table.experiment.dataset.target_names
    written = named_columns([sentence_number(low), sentence_number(high)])
    return TableFinding(
        "numbered_classes",
        f"{name} holds only {written} and is learnt as an amount: if they number two classes, take them as classes, and each "
        "row is right or wrong.",
        columns=(name,),
        mend=with_two_classes(table.experiment, low, high),
        weight="note",
    )
