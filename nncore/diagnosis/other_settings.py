"""See whether one thing made the difference: the same start is trained without it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nncore.diagnosis.continuation import affordable_epochs
from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.goal import goal_loss
from nncore.diagnosis.mends import stopped_at
from nncore.experiment.experiment import Experiment


def learnt_otherwise(run: DiagnosedRun, changed: Experiment | None) -> int | None:
    """Return after how many epochs a changed experiment has learnt the table from the same seed.

    Parameters
    ----------
    run : DiagnosedRun
        One that has failed.
    changed : Experiment or None
        The same experiment with one thing changed; None where it cannot be changed.

    Returns
    -------
    int or None
        None if it fails as well in as many epochs as the run had, or in those that a moment allows.
    """
    last = int(run.epochs[-1])
    if changed is None or changed == run.experiment or not last:
        return None
    epochs = min(last, affordable_epochs(changed))
    tried = stopped_at(replace(changed, stop=()), epochs)
    if tried is None:
        return None
    made = tried.trainer(warn=False).finish()
    if DiagnosedRun(made, tried).has_failed:
        return None
    learnt = np.flatnonzero(made.history.loss <= goal_loss(tried))
    return int(made.history.epochs[learnt[0]]) if learnt.size else epochs
