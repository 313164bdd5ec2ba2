"""Targets that are all the same, or nearly all."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.number_text import sentence_number
from nncore.table_checks.checked_table import CheckedTable
from nncore.table_checks.table_finding import TableFinding

FAR_MORE = 10.0
"""So many times the rows of the rarest class the most frequent one has before they are called very unequal."""


def one_class(table: CheckedTable) -> Iterator[TableFinding]:
    """Find that all training rows have the same target."""
    dataset = table.experiment.dataset
    if dataset.samples < 2 or (dataset.targets != dataset.targets[0]).any():
        return
    answer = ", ".join(sentence_number(number) for number in dataset.targets[0].tolist())
    what = "are of one class" if dataset.classes is not None else "have the same target"
    yield TableFinding(
        "one_class",
        f"All rows {what}, {answer}: the network learns to answer that whatever it is asked; add rows of another.",
        rows=tuple(range(dataset.samples)),
        columns=dataset.target_names,
    )


def unequal_classes(table: CheckedTable) -> Iterator[TableFinding]:
    """Find that one class has ten times the rows of another and more."""
    dataset = table.experiment.dataset
    if dataset.classes is None:
        return
    places = dataset.classes.of_targets(dataset.targets)
    counts = np.bincount(places, minlength=max(2, dataset.target_count))
    present = np.flatnonzero(counts)
    if present.size < 2 or counts.max() < FAR_MORE * counts[present].min():
        return
    rare = int(present[counts[present].argmin()])
    frequent, called = int(counts.argmax()), dataset.called_classes
    assert called is not None
    yield TableFinding(
        "unequal_classes",
        f"{counts[frequent]:,} of {dataset.samples:,} rows are {called[frequent]} and only {counts[rare]:,} "
        f"{'is' if counts[rare] == 1 else 'are'} {called[rare]}: a network that always answers {called[frequent]} is "
        f"right in {counts[frequent] / dataset.samples:.0%}, and may learn no more.",
        rows=tuple(np.flatnonzero(places == rare).tolist()),
        columns=dataset.target_names,
    )
