"""A run that came to rest where other seeds may not."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.loss_course import FLAT_WITHIN
from nncore.diagnosis.mends import from_another_seed, without_penalty
from nncore.number_text import number_text

AT_REST = 0.5
"""Weights that in the second half of a run move by more of what they moved in the first are still on their way."""

NEARLY_NOTHING = 0.1
"""So little of the largest starting weight is left where a penalty has pulled all of them to 0."""


def stuck(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that the loss of a network with hidden layers has come to rest while rows are not learnt."""
    course = run.course
    if run.experiment.architecture.layer_count == 1:
        return  # without hidden layers there are no places to get stuck in
    if not run.has_failed or not run.is_finite or course.fell >= FLAT_WITHIN:
        return
    if course.fell > 0 and run.pace > AT_REST:
        return
    held = run.experiment.penalty is not None and _held_by_penalty(run)
    why = (
        "the penalty pulls the weights back as strongly as the loss pulls them on. Without it they can go on"
        if held
        else "from these starting weights the way downhill ends here. Another seed starts elsewhere"
    )
    yield Finding(
        "stuck",
        f"Since epoch {course.flat_since:,} the loss has hardly moved from {number_text(course.last)}, and "
        f"{run.named_unlearnt()}: {why}.",
        rows=run.unlearnt,
        epochs=(course.flat_since, int(run.epochs[-1])),
        mend=without_penalty(run.experiment) if held else from_another_seed(run.experiment),
        numbers=(("loss", course.last), ("fall in the second half", course.fell)),
    )


def _held_by_penalty(run: DiagnosedRun) -> bool:
    """Whether a penalty has pulled the weights to nearly 0, or the loss alone would still pull them on."""
    largest, at_first = (max(np.abs(one).max() for one in network.weights) for network in (run.network, run.start))
    if largest < NEARLY_NOTHING * at_first:
        return True
    experiment, targets = run.experiment, run.table.seen_targets
    reduction, penalty = experiment.reduction, experiment.penalty
    alone = run.network.backward(run.trace, targets, loss=experiment.loss, reduction=reduction)
    both = run.network.backward(run.trace, targets, loss=experiment.loss, reduction=reduction, penalty=penalty)
    return bool(np.linalg.norm(both.parameters) < np.linalg.norm(alone.parameters) / 2)
