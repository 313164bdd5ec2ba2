"""Training rows learnt ever better while test rows get worse."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.mends import stopped_at
from nncore.number_text import number_text

ROSE = 1.2
"""So many times its lowest the loss of the test rows is at the end."""

FELL = 0.8
"""So much, at most, of the loss of the training rows is left of what it was then."""


def overfitting(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that the loss of the test rows has risen again while that of the training rows went on falling."""
    tests, test_inputs = run.history.test_loss, run.experiment.scaled()[2]
    if tests is None or test_inputs is None or not run.is_finite:
        return
    best = int(tests.argmin())
    lowest, last = float(tests[best]), float(tests[-1])
    then, now = float(run.losses[best]), float(run.losses[-1])
    if best == 0 or not np.isfinite(last) or last < ROSE * lowest or last <= now or now > FELL * then:
        return
    epoch = int(run.epochs[best])
    yield Finding(
        "overfitting",
        f"The loss of the test rows was lowest at epoch {epoch:,}, {number_text(lowest)}, and has risen to "
        f"{number_text(last)} since, while that of the training rows fell from {number_text(then)} to {number_text(now)}: "
        "what was learnt since holds for the training rows alone.",
        epochs=(epoch, int(run.epochs[-1])),
        mend=stopped_at(run.experiment, epoch),
        is_failure=False,
        numbers=(("lowest test loss", lowest), ("last test loss", last)),
        test_rows=tuple(range(len(test_inputs))),
    )
