"""A run that came to rest where other seeds may not."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.diagnosis.cuts import least_squares
from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.mends import from_another_seed, without_penalty
from nncore.number_text import number_text
from nncore.table_checks.mends import with_hidden_neurons

NEARLY_NOTHING = 0.1
"""So little of the largest starting weight is left where a penalty has pulled all of them to 0."""

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
    held = run.experiment.penalty is not None and _held_by_penalty(run)
    why = (
        "the penalty pulls the weights back as strongly as the loss pulls them on. Without it they can go on"
        if held
        else "from these starting weights the way downhill ends here. Another seed starts elsewhere"
    )
    yield Finding(
        "stuck",
        f"Since epoch {trend.flat_since:,} the loss has hardly moved from {number_text(trend.last)}, and "
        f"{run.named_unlearnt()}: {why}.",
        rows=run.unlearnt,
        epochs=(trend.flat_since, int(run.epochs[-1])),
        mend=without_penalty(run.experiment) if held else from_another_seed(run.experiment),
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
