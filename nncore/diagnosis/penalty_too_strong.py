"""A penalty that keeps the weights from growing as far as the table asks for."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.mends import without_penalty
from nncore.diagnosis.other_settings import proved_by
from nncore.number_text import counted, number_text, sentence_number
from nncore.training.penalties import Penalty

NEARLY_NOTHING = 0.1
"""So little of the largest starting weight is left where a penalty has pulled all of them to 0."""


def penalty_too_strong(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that the same start, without the penalty and in no more epochs, learns the table."""
    penalty, last = _penalty(run), int(run.epochs[-1])
    if not run.has_failed or not run.is_finite or penalty is None:
        return
    evidence = f"{_strength(penalty)} is too strong here: after {counted(last, 'epoch')} {run.named_unlearnt()}."
    strength = ("strength", penalty.strength)
    yield from proved_by(run, without_penalty(run.experiment), "penalty_too_strong", evidence, strength)


def held_by_a_penalty(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that the loss has come to rest where the penalty pulls the weights back as strongly as it pulls them on."""
    penalty = _penalty(run)
    if not run.has_failed or not run.is_finite or run.would_go_on or penalty is None or not _is_held(run, penalty):
        return
    yield Finding(
        "penalty_too_strong",
        f"Since epoch {run.trend.flat_since:,} the loss has hardly moved from {number_text(run.trend.last)}, and "
        f"{run.named_unlearnt()}: {_strength(penalty)[0].lower()}{_strength(penalty)[1:]} pulls the weights back as strongly "
        "as the loss pulls them on. Without it they can go on.",
        rows=run.unlearnt,
        epochs=(int(run.epochs[-1]),),
        mend=without_penalty(run.experiment),
        numbers=(("strength", penalty.strength), ("loss", run.trend.last)),
    )


def _penalty(run: DiagnosedRun) -> Penalty | None:
    return run.experiment.plan.in_force(max(0, int(run.epochs[-1]) - 1)).penalty


def _strength(penalty: Penalty) -> str:
    return f"An {type(penalty).__name__} penalty of {sentence_number(penalty.strength)}"


def _is_held(run: DiagnosedRun, penalty: Penalty) -> bool:
    """Whether a penalty has pulled the weights to nearly 0, or the loss alone would still pull them on."""
    largest, at_first = (max(np.abs(one).max() for one in network.weights) for network in (run.network, run.start))
    if largest < NEARLY_NOTHING * at_first:
        return True
    experiment, targets = run.experiment, run.table.seen_targets
    reduction = experiment.reduction
    alone = run.network.backward(run.trace, targets, loss=experiment.loss, reduction=reduction)
    both = run.network.backward(run.trace, targets, loss=experiment.loss, reduction=reduction, penalty=penalty)
    return bool(np.linalg.norm(both.parameters) < np.linalg.norm(alone.parameters) / 2)
