"""Gradients that are shortened until hardly a step is left."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.mends import with_suitable_rate
from nncore.diagnosis.other_settings import learnt_otherwise, proved_by
from nncore.number_text import counted, sentence_number
from nncore.table_checks.mends import with_settings


def clipping_too_tight(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that the same start, without clipping and in no more epochs, learns the table.

    Where the rate is too high for whole gradients it is one that suits them: clipping is what hid that.
    """
    norm, last = run.experiment.clip_norm, int(run.epochs[-1])
    if not run.has_failed or not run.is_finite or norm is None:
        return
    evidence = (
        f"No gradient may be longer than {sentence_number(norm)}, so every step is short: after {counted(last, 'epoch')} "
        f"{run.named_unlearnt()}."
    )
    without = with_settings(run.experiment, clip_norm=None)
    suited = None if without is None else with_suitable_rate(without)
    mend = without if learnt_otherwise(run, without) is not None else suited
    yield from proved_by(run, mend, "clipping_too_tight", evidence, ("clipping norm", norm))
