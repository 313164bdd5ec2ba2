"""Targets that the output layer cannot answer."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.mends import with_linear_output
from nncore.table_checks.unreachable_targets import unreachable_targets


def targets_out_of_reach(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that rows are not learnt whose targets lie beyond the range of the output layer's activation."""
    if run.is_good:
        return
    for found in unreachable_targets(run.table):
        linear = with_linear_output(run.experiment)
        others = () if linear is None else (linear,)
        yield Finding("targets_out_of_reach", found.sentence, rows=found.rows, mend=found.mend, alternatives=others)
