"""Gradients that are shortened until hardly a step is left."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.other_settings import learnt_otherwise
from nncore.number_text import counted, sentence_number
from nncore.table_checks.mends import with_settings


def clipping_too_tight(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that the same start, without clipping and in no more epochs, learns the table."""
    norm, last = run.experiment.clip_norm, int(run.epochs[-1])
    if not run.has_failed or not run.is_finite or norm is None:
        return
    mend = with_settings(run.experiment, clip_norm=None)
    epochs = learnt_otherwise(run, mend)
    if epochs is None:
        return
    yield Finding(
        "clipping_too_tight",
        f"No gradient may be longer than {sentence_number(norm)}, so every step is short: after {counted(last, 'epoch')} "
        f"{run.named_unlearnt()}. From the same starting weights, without clipping, the network has learnt its table after "
        f"{counted(epochs, 'epoch')}.",
        rows=run.unlearnt,
        epochs=(last,),
        mend=mend,
        numbers=(("clipping norm", norm), ("epochs without clipping", float(epochs))),
    )
