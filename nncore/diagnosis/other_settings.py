"""See whether one thing made the difference: the same start is trained without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from nncore.diagnosis.continuation import affordable_epochs
from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding, Kind
from nncore.diagnosis.goal import goal_loss
from nncore.diagnosis.mend_words import mend_words
from nncore.diagnosis.mends import stopped_at
from nncore.diagnosis.other_run import OtherRun
from nncore.experiment.experiment import Experiment
from nncore.number_text import counted


def run_otherwise(run: DiagnosedRun, changed: Experiment | None) -> OtherRun | None:
    """Train a changed experiment from the same seed; None where it cannot be changed.

    Parameters
    ----------
    run : DiagnosedRun
        One that has failed. It keeps what others came to, so that no two kinds of findings train the same one.
    changed : Experiment or None
        The same experiment with one thing changed.
    """
    # A run that broke off has no epochs that would say how long the other may take.
    allowed = int(run.epochs[-1]) if run.is_finite else run.experiment.epochs
    if changed is None or changed == run.experiment or not allowed:
        return None
    if changed not in run.other_runs:
        run.other_runs[changed] = _trained(changed, min(allowed, affordable_epochs(changed)))
    return run.other_runs[changed]


def learnt_otherwise(run: DiagnosedRun, changed: Experiment | None) -> OtherRun | None:
    """Return what a changed experiment came to if it has learnt the table from the same seed; None if it has not."""
    other = run_otherwise(run, changed)
    return other if other is not None and other.has_learnt else None


def proved_by(
    run: DiagnosedRun, changed: Experiment | None, kind: Kind, evidence: str, number: tuple[str, float]
) -> Iterator[Finding]:
    """Find that the same start learns the table with one thing changed, in no more epochs.

    Parameters
    ----------
    run, changed
        As for `run_otherwise`.
    kind : str
        What is named if it does.
    evidence : str
        What is said before the proof.
    number : tuple of (str, float)
        What is to be changed.
    """
    other = learnt_otherwise(run, changed)
    if other is None:
        return
    yield Finding(
        kind,
        f"{evidence} {said_of(run, other)}.",
        rows=run.unlearnt,
        epochs=(int(run.epochs[-1]),),
        mend=other.changed,
        numbers=(number, ("epochs otherwise", float(other.least_epochs))),
    )


def said_of(run: DiagnosedRun, other: OtherRun) -> str:
    """Return what another run has learnt, as a sentence without its full stop."""
    if other.learnt_after is not None:
        learnt = "has learnt its table"
    elif run.experiment.dataset.classes is None:
        learnt = "is near its targets"
    else:
        learnt = f"calls every row right{'' if run.contradiction is None else ' that contradicts no other'}"
    words = mend_words(run.experiment, other.changed)
    return f"From the same starting weights, {words}, the network {learnt} after {counted(other.least_epochs, 'epoch')}"


def _trained(changed: Experiment, epochs: int) -> OtherRun | None:
    tried = stopped_at(replace(changed, stop=()), epochs)
    if tried is None:
        return None
    made = tried.trainer(warn=False).finish()
    learnt = np.flatnonzero(made.history.loss <= goal_loss(tried))
    after = int(made.history.epochs[learnt[0]]) if learnt.size else None
    return OtherRun(changed, epochs, not DiagnosedRun(made, tried).has_failed, after)
