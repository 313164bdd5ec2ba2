"""See whether one thing made the difference: the same start is trained without it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from nncore.diagnosis.continuation import affordable_epochs
from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.goal import goal_loss
from nncore.diagnosis.mends import stopped_at
from nncore.experiment.experiment import Experiment


@dataclass(frozen=True)
class OtherRun:
    """What a changed experiment came to.

    Attributes
    ----------
    epochs : int
        How many were tried: as many as the run had, or fewer where a moment allows no more.
    has_learnt : bool
        Whether its table was learnt after them.
    learnt_after : int or None
        After how many its loss was first as low as that of a table that is learnt; None if it never was.
    """

    epochs: int
    has_learnt: bool
    learnt_after: int | None


def run_otherwise(run: DiagnosedRun, changed: Experiment | None) -> OtherRun | None:
    """Train a changed experiment from the same seed; None where it cannot be changed.

    Parameters
    ----------
    run : DiagnosedRun
        One that has failed.
    changed : Experiment or None
        The same experiment with one thing changed.
    """
    last = int(run.epochs[-1])
    if changed is None or changed == run.experiment or not last:
        return None
    epochs = min(last, affordable_epochs(changed))
    tried = stopped_at(replace(changed, stop=()), epochs)
    if tried is None:
        return None
    made = tried.trainer(warn=False).finish()
    learnt = np.flatnonzero(made.history.loss <= goal_loss(tried))
    after = int(made.history.epochs[learnt[0]]) if learnt.size else None
    return OtherRun(epochs, not DiagnosedRun(made, tried).has_failed, after)


def learnt_otherwise(run: DiagnosedRun, changed: Experiment | None) -> int | None:
    """Return after how many epochs a changed experiment has learnt the table from the same seed; None if it has not."""
    other = run_otherwise(run, changed)
    if other is None or not other.has_learnt:
        return None
    return other.epochs if other.learnt_after is None else other.learnt_after
