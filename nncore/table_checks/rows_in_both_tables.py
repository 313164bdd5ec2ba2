"""Test rows that the network has been trained on."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.named_rows import begin_sentence
from nncore.table_checks.checked_table import CheckedTable
from nncore.table_checks.mends import without_test_rows
from nncore.table_checks.table_finding import TableFinding


def rows_in_both_tables(table: CheckedTable) -> Iterator[TableFinding]:
    """Find test rows whose inputs stand in the training table too."""
    dataset = table.experiment.dataset
    if dataset.test_inputs is None:
        return
    trained: dict[bytes, list[int]] = {}
    for row, cells in enumerate(dataset.inputs + 0.0):
        trained.setdefault(cells.tobytes(), []).append(row)
    met = [trained.get(cells.tobytes(), []) for cells in dataset.test_inputs + 0.0]
    tests = [row for row, training in enumerate(met) if training]
    if not tests:
        return
    named = table.named_tests(tests)
    stand = "stands" if len(tests) == 1 else "stand"
    yield TableFinding(
        "test_rows_in_training",
        f"{begin_sentence(named)} {stand} in the training table too: right answers there show what was remembered, "
        "not what was understood.",
        rows=tuple(sorted({row for training in met for row in training})),
        test_rows=tuple(tests),
        mend=without_test_rows(table.experiment, tests),
        weight="note",
    )
