"""Targets so large that every step is."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.other_settings import learnt_otherwise
from nncore.number_text import counted, number_text
from nncore.table_checks.mends import with_settings
from nncore.training.divergence import FAR_FROM_SCALED


def unscaled_targets(run: DiagnosedRun) -> Iterator[Finding]:
    """Find amounts far beyond the size of 1 which the same start, with the same steps, learns if they are scaled."""
    dataset, largest = run.experiment.dataset, float(np.abs(run.table.seen_targets).max())
    if not run.has_failed or dataset.classes is not None or largest <= FAR_FROM_SCALED:
        return
    mend = with_settings(run.experiment, target_scaling="standard")
    epochs = learnt_otherwise(run, mend)
    if epochs is None:
        return
    who = dataset.target_names[0] if len(dataset.target_names) == 1 else "The targets"
    yield Finding(
        "unscaled_targets",
        f"{who} {'reaches' if len(dataset.target_names) == 1 else 'reach'} {number_text(largest)}, far beyond the size of 1 that "
        "suits a network: the misses are as large, and the steps with them. From the same starting weights, with scaled targets, "
        f"the network has learnt its table after {counted(epochs, 'epoch')}.",
        rows=run.unlearnt,
        epochs=(0,),
        mend=mend,
        numbers=(("largest target", largest), ("epochs with scaled targets", float(epochs))),
    )
