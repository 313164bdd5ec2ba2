"""Inputs of a size that no learning rate suits."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.mends import scaled, slower
from nncore.diagnosis.other_run import OtherRun
from nncore.diagnosis.other_settings import learnt_otherwise, run_otherwise, said_of
from nncore.number_text import counted, sentence_number
from nncore.table_checks import unscaled_inputs as check
from nncore.table_checks.checked_table import named_columns
from nncore.table_checks.first_epoch_too_far import BEYOND_SCALED
from nncore.table_checks.table_finding import TableFinding
from nncore.training.divergence import DivergenceCause

MUCH_SOONER = 4
"""Scaled inputs are what helps where a smaller learning rate alone takes so many times as many epochs."""


def unscaled_inputs(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that a run failed whose inputs are far beyond the size that suits a network: they are the cause, not the rate."""
    if not run.has_failed:
        return
    by_rate = run.diverged_by_its_rate
    found: TableFinding | DivergenceCause | None = next(check.unscaled_inputs(run.table), None)
    if found is None and run.divergence is not None and run.divergence.kind == "inputs" and not by_rate:
        found = run.divergence
    if found is None:
        return
    yield Finding(
        "unscaled_inputs",
        found.sentence
        if by_rate
        else f"{found.sentence} It is the inputs that have to be mended, not the learning rate.",
        rows=tuple(range(run.experiment.dataset.samples)),
        epochs=() if run.is_finite else (run.first_epoch_not_finite,),
        mend=scaled(run.experiment),
        numbers=(("largest input", float(np.abs(run.table.seen_inputs).max())),),
    )


def unscaled_after_all(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that the same start learns the table with scaled inputs, and with a smaller rate alone far later or not at all.

    Inputs of 3 to 10 suit some networks and not others: only what was tried tells.
    """
    experiment, sizes = run.experiment, np.abs(run.table.seen_inputs).max(axis=0)
    if not run.has_failed or experiment.input_scaling != "none" or sizes.max() <= BEYOND_SCALED:
        return
    mend, smaller = scaled(experiment), slower(experiment)
    other = learnt_otherwise(run, mend)
    if other is None or smaller is None:
        return
    later = run_otherwise(run, smaller)
    if later is None or (later.has_learnt and later.least_epochs < MUCH_SOONER * other.least_epochs):
        return
    names = [experiment.dataset.all_input_names[place] for place in np.flatnonzero(sizes > BEYOND_SCALED)]
    reach = f"{named_columns(names)} reach{'es' if len(names) == 1 else ''} {sentence_number(sizes.max())}"
    rate = sentence_number(smaller.optimizer.learning_rate)
    yield Finding(
        "unscaled_inputs",
        f"{reach}, beyond the size of 1 that suits a network. {said_of(run, other)}; with a smaller learning rate alone, "
        f"{rate}, {_later(later)}.",
        rows=run.unlearnt,
        epochs=(int(run.epochs[-1]),),
        mend=mend,
        numbers=(("largest input", float(sizes.max())), ("epochs otherwise", float(other.least_epochs))),
    )


def _later(other: OtherRun) -> str:
    if not other.has_learnt:
        return f"it has not after {counted(other.epochs, 'epoch')}"
    return f"it takes {counted(other.least_epochs, 'epoch')}{' or more' if other.learnt_after is None else ''}"
