"""Inputs of a size that no learning rate suits."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.mends import scaled
from nncore.table_checks import unscaled_inputs as check
from nncore.table_checks.table_finding import TableFinding
from nncore.training.divergence import DivergenceCause


def unscaled_inputs(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that a run failed whose inputs are far beyond the size that suits a network: they are the cause, not the rate."""
    if not run.has_failed:
        return
    by_rate = run.diverged_by_its_rate
    found: TableFinding | DivergenceCause | None = next(check.unscaled_inputs(run.table), None)
    if found is None and run.divergence is not None and run.divergence.kind == "inputs" and not by_rate:
        found = run.divergence
    if found is None:
        return
    yield Finding(
        "unscaled_inputs",
        found.sentence
        if by_rate
        else f"{found.sentence} It is the inputs that have to be mended, not the learning rate.",
        rows=tuple(range(run.experiment.dataset.samples)),
        epochs=() if run.is_finite else (run.first_epoch_not_finite,),
        mend=scaled(run.experiment),
        numbers=(("largest input", float(np.abs(run.table.seen_inputs).max())),),
    )
