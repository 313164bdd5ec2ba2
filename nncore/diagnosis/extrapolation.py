"""Test rows where no training row says what is right."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.table_checks import extrapolation as check


def extrapolation(run: DiagnosedRun) -> Iterator[Finding]:
    """Say that test rows lie far outside the range that was trained."""
    for found in check.extrapolation(run.table):
        yield Finding("extrapolation", found.sentence, is_failure=False, test_rows=found.test_rows)
