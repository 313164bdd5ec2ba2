"""Training rows learnt ever better while rows held out get worse."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.held_out import losses_of_watched_rows, watched_rows
from nncore.diagnosis.mends import stopped_at
from nncore.number_text import number_text
from nncore.table_checks.extrapolation import extrapolation
from nncore.table_checks.mends import without_test_rows

ROSE = 1.2
"""So many times its lowest the loss of the rows held out is at the end."""

FELL = 0.8
"""So much, at most, of the loss of the training rows is left of what it was then."""


def overfitting(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that the loss of rows held out has risen again while that of the training rows went on falling.

    Validation rows are what one may stop by; test rows are looked at where there are none.
    """
    name = watched_rows(run.experiment)
    watched = run.history.validation_loss if name == "validation" else run.history.test_loss
    if name is None or watched is None or not run.is_finite:
        return
    best = int(watched.argmin())
    lowest, last = float(watched[best]), float(watched[-1])
    then, now = float(run.losses[best]), float(run.losses[-1])
    if best == 0 or not np.isfinite(last) or last < ROSE * lowest or last <= now or now > FELL * then:
        return
    if _rises_far_outside_alone(run, best):
        return
    epoch, asked = int(run.epochs[best]), run.experiment.held_out()[name][0]
    yield Finding(
        "overfitting",
        f"The loss of the {name} rows was lowest, {number_text(lowest)}, at epoch {epoch:,}, and has risen to "
        f"{number_text(last)} since, while that of the training rows fell from {number_text(then)} to {number_text(now)}: "
        "what was learnt since holds for the training rows alone.",
        epochs=(epoch, int(run.epochs[-1])),
        mend=stopped_at(run.experiment, epoch),
        is_failure=False,
        numbers=((f"lowest {name} loss", lowest), (f"last {name} loss", last)),
        test_rows=run.experiment.dataset.validation_rows or tuple(range(len(asked))),
        judged_by="held out",
    )


def _rises_far_outside_alone(run: DiagnosedRun, best: int) -> bool:
    """Whether without the rows far outside of what was trained, where no training row says what is right, it has not risen."""
    far = next(extrapolation(run.table), None)
    near = None if far is None else without_test_rows(run.experiment, far.test_rows)
    if near is None:
        return False
    if watched_rows(near) != watched_rows(run.experiment):
        return True
    lowest, last = losses_of_watched_rows(near, run.parameters[[best, -1]])
    return bool(last < ROSE * lowest)
