"""Test rows far outside what was trained."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.named_rows import begin_sentence
from nncore.number_text import sentence_number
from nncore.table_checks.checked_table import CheckedTable
from nncore.table_checks.table_finding import TableFinding

FAR = 0.5
"""So many ranges of a column beyond its end a test row is far outside; chance alone leads less far."""


def extrapolation(table: CheckedTable) -> Iterator[TableFinding]:
    """Find test rows that lie far outside the training range of a column, whatever scaling makes of them."""
    dataset = table.experiment.dataset
    asked = dataset.all_test_inputs
    if asked is None:
        return
    low, high = dataset.all_inputs.min(axis=0), dataset.all_inputs.max(axis=0)
    # Halves, because the range of a column may be beyond the largest float.
    beyond = np.maximum(low / 2 - asked / 2, asked / 2 - high / 2)
    far = beyond > FAR * (high / 2 - low / 2)
    if not far.any():
        return
    tests, columns = np.flatnonzero(far.any(axis=1)), np.flatnonzero(far.any(axis=0))
    row = int(tests[0])
    column = int(np.flatnonzero(far[row])[0])
    named, name = table.named_tests(tests.tolist()), dataset.all_input_names[column]
    lie = "lies" if tests.size == 1 else "lie"
    cell, ends = (
        sentence_number(asked[row, column]),
        (sentence_number(low[column]), sentence_number(high[column])),
    )
    trained = f"was {ends[0]} throughout training" if ends[0] == ends[1] else f"was trained from {ends[0]} to {ends[1]}"
    yield TableFinding(
        "extrapolation",
        f"{begin_sentence(named)} {lie} far outside the training range: {name} {trained} and is {cell} in "
        f"{table.named_tests([row])}, where no training row says what is right.",
        test_rows=tuple(tests.tolist()),
        columns=tuple(dataset.all_input_names[place] for place in columns),
        weight="note",
    )
