"""A run that ended before its rows were learnt."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.goal import goal_loss
from nncore.diagnosis.held_out import losses_of_watched_rows, watched_rows
from nncore.diagnosis.mends import with_more_epochs, without_stop_rules
from nncore.diagnosis.overfitting import ROSE
from nncore.network.activations import find_activation
from nncore.number_text import counted, number_text, sentence_number


def stopped_early(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that rows are not learnt and that the loss falls further if the run goes on.

    Where straight cuts can part the classes the loss of a sigmoid falls for ever, however slowly.
    """
    last, ended_by = int(run.epochs[-1]), run.run.stop_reason.kind
    if not run.has_failed or not run.is_finite or ended_by == "no_validation_improvement":
        return
    if not run.would_go_on and not _falls_for_ever(run):
        return
    stopped, further = ended_by != "epochs", run.trained_on
    learnt_at = last + further.learnt_after if further is not None and further.learnt_after else None
    how_far = f", and is below {sentence_number(goal_loss(run.experiment))} by epoch {learnt_at:,}" if learnt_at else ""
    least = learnt_at or 0
    mend = (
        without_stop_rules(run.experiment, stopped_at=last, least=least)
        if stopped
        else with_more_epochs(run.experiment, least=least)
    )
    ended = f" {run.run.stop_reason.sentence}" if stopped else ""
    yield Finding(
        "stopped_early",
        f"After {counted(last, 'epoch')} {run.named_unlearnt()}, but the loss, {number_text(run.trend.last)} by then, falls "
        f"further if the training goes on{how_far}.{_meanwhile(run)}{ended}",
        rows=run.unlearnt,
        epochs=(last,),
        mend=mend,
        numbers=(("loss at the end", run.trend.last), *((("learnt at", float(learnt_at)),) if learnt_at else ())),
    )


def _meanwhile(run: DiagnosedRun) -> str:
    """Return what the rows held out lose if the training goes on: as much as is called overfitting afterwards."""
    name, further = watched_rows(run.experiment), run.trained_on
    if name is None or further is None:
        return ""
    both = np.stack([run.parameters[-1], further.network.parameters])
    now, then = losses_of_watched_rows(run.experiment, both).tolist()
    if not ROSE * now < then < np.inf:
        return ""
    rises = f"from {number_text(now)} to {number_text(then)} by epoch {int(run.epochs[-1]) + further.epochs:,}"
    return f" But that of the {name} rows rises {rises}."


def _falls_for_ever(run: DiagnosedRun) -> bool:
    """Return whether the targets are the ends of the output layer, and weights lead as near to them as one likes."""
    output, outputs = run.experiment.architecture.activations[-1], run.experiment.architecture.output_count
    activation = find_activation(output)
    at_the_ends = np.isin(run.table.seen_targets, (activation.lowest, activation.highest)).all()
    if not at_the_ends or run.contradiction is not None or (outputs > 1 and output != "softmax"):
        return False
    answer = run.straight_cuts
    return answer is not None and answer.kind == "separable"
