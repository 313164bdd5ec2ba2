"""Numbers that grew beyond all bounds."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.mends import without_divergence


def not_finite(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that the numbers stopped being finite; why they did is what the run itself says of its end."""
    if run.is_finite:
        return
    yield Finding(
        "not_finite",
        run.run.stop_reason.sentence,
        epochs=(run.first_epoch_not_finite,),
        mend=without_divergence(run.experiment, run.divergence),
        numbers=(("last finite loss", float(run.losses[-1])),),
    )
