"""A run that came to rest where other seeds may not."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.diagnosis.cuts import least_squares
from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.mends import from_another_seed
from nncore.number_text import number_text
from nncore.table_checks.mends import with_hidden_neurons

NEAR = 0.05
"""Squared misses that are more by so much of the least there are have come down to it."""

HIDDEN = 3
"""So many neurons bend a line into most simple curves."""


def stuck(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that the loss of a network with hidden layers has come to rest while rows are not learnt."""
    trend = run.trend
    if not run.has_failed or not run.is_finite or run.would_go_on:
        return
    if run.experiment.architecture.layer_count == 1:
        yield from _straight(run)
        return
    yield Finding(
        "stuck",
        f"Since epoch {trend.flat_since:,} the loss has hardly moved from {number_text(trend.last)}, and "
        f"{run.named_unlearnt()}: from these starting weights the way downhill ends here. "
        "Another seed starts elsewhere, and wider layers have more ways down.",
        rows=run.unlearnt,
        epochs=(trend.flat_since, int(run.epochs[-1])),
        mend=from_another_seed(run.experiment),
        numbers=(("loss", trend.last), ("fall in the second half", trend.fell)),
    )


def _straight(run: DiagnosedRun) -> Iterator[Finding]:
    """Say of amounts that a linear layer has come as near to them as anything straight can."""
    least, misses = (
        least_squares(run, bias=run.experiment.architecture.bias),
        run.trace.outputs - run.table.seen_targets,
    )
    with np.errstate(over="ignore"):
        if least is None or np.square(misses).sum() > (1 + NEAR) * least:
            return
    shape = {1: "straight line", 2: "plane"}.get(run.experiment.dataset.all_input_count, "flat surface")
    yield Finding(
        "stuck",
        f"Since epoch {run.trend.flat_since:,} the loss has hardly moved from {number_text(run.trend.last)}: no {shape} "
        "comes nearer to all the targets, and without hidden neurons the network draws nothing else.",
        rows=run.unlearnt,
        epochs=(run.trend.flat_since, int(run.epochs[-1])),
        mend=with_hidden_neurons(run.experiment, HIDDEN),
        numbers=(("least squared misses", least),),
    )
