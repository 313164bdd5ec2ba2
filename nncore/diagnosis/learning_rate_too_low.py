"""Steps so small that the network has hardly begun."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.diagnosis.continuation import continuation
from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.mends import with_learning_rate
from nncore.number_text import counted, number_text, sentence_number

FAR_BELOW = 10.0
"""So many times smaller than the one that suits a learning rate is too low."""

HARDLY = 0.5
"""Weights that all have moved by less are still about where they were drawn."""

PACE = 0.1
"""Weights that in the second half of a run move by so little of what they moved in the first are coming to rest."""

FEW_EPOCHS = 20
"""A run of fewer has been stopped early, whatever its learning rate."""


def learning_rate_too_low(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that no weight has moved far, though the gradient is there and much larger steps would suit."""
    last = int(run.epochs[-1])
    if not run.has_failed or not run.is_finite or last < FEW_EPOCHS:
        return
    moved = float(np.abs(run.network.parameters - run.start.parameters).max())
    rate, suits = run.learning_rate_at(last), run.suitable_rate
    if not 0 < moved < HARDLY or run.pace < PACE or suits is None or suits < FAR_BELOW * rate:
        return
    yield Finding(
        "learning_rate_too_low",
        f"In {last:,} epochs no weight has moved by more than {number_text(moved)}, and {run.named_unlearnt()}: a learning "
        f"rate of {sentence_number(rate)} is too low. The loss here allows about {sentence_number(suits)}.",
        rows=run.unlearnt,
        epochs=(last,),
        mend=with_learning_rate(run.experiment, suits),
        numbers=(("largest move of a weight", moved), ("suitable learning rate", suits)),
    )


def crawls(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that the run, if it goes on, learns the table at once with a much larger rate, and not with its own."""
    last = int(run.epochs[-1])
    if not run.has_failed or not run.is_finite or last < FEW_EPOCHS:
        return
    own = run.trained_on
    if own is None or own.learnt_after is not None:
        return
    rate, suits = run.learning_rate_at(last), run.suitable_rate
    if suits is None or suits < FAR_BELOW * rate:
        return
    faster = continuation(run.experiment, run.history, suits)
    if faster is None or faster.learnt_after is None:
        return
    yield Finding(
        "learning_rate_too_low",
        f"After {last:,} epochs {run.named_unlearnt()}. If the training goes on from there, a learning rate of "
        f"{sentence_number(suits)} learns them in {counted(faster.learnt_after, 'epoch')}; in "
        f"{counted(own.epochs, 'epoch')} {sentence_number(rate)} does not: it is too low.",
        rows=run.unlearnt,
        epochs=(last,),
        mend=with_learning_rate(run.experiment, suits),
        numbers=(("suitable learning rate", suits), ("epochs with it", float(faster.learnt_after))),
    )
