"""Test rows that were asked another question than the network was trained for."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.table_checks.own_test_range import own_test_range


def test_scaled_by_own_range(run: DiagnosedRun) -> Iterator[Finding]:
    """Say that the test rows are scaled by their own range."""
    for found in own_test_range(run.table):
        yield Finding(
            "test_scaled_by_own_range",
            found.sentence,
            mend=found.mend,
            is_failure=False,
            test_rows=found.test_rows,
        )
