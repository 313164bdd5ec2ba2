"""Targets so large that every step is."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.other_settings import proved_by
from nncore.diagnosis.unscaled_inputs import unscaled_inputs
from nncore.number_text import number_text
from nncore.table_checks.mends import with_settings
from nncore.training.divergence import FAR_FROM_SCALED


def unscaled_targets(run: DiagnosedRun) -> Iterator[Finding]:
    """Find amounts far beyond the size of 1 which the same start, with the same steps, learns if they are scaled."""
    dataset, largest = run.experiment.dataset, float(np.abs(run.table.seen_targets).max())
    if not run.has_failed or dataset.classes is not None or largest <= FAR_FROM_SCALED:
        return
    if any(unscaled_inputs(run)):
        return  # its mend scales large targets as well
    one = len(dataset.target_names) == 1
    evidence = (
        f"{dataset.target_names[0] if one else 'The targets'} {'reaches' if one else 'reach'} {number_text(largest)}, far beyond "
        "the size of 1 that suits a network: the misses are as large, and the steps with them."
    )
    mend = with_settings(run.experiment, target_scaling="standard")
    yield from proved_by(run, mend, "unscaled_targets", evidence, ("largest target", largest))
