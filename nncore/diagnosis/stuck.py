"""A run that came to rest where other seeds may not."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.diagnosis.cuts import least_squares
from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.mends import from_another_seed, with_bounded_output
from nncore.diagnosis.other_settings import proved_by
from nncore.network.activations import has_ends
from nncore.number_text import counted, number_text
from nncore.table_checks.mends import with_hidden_neurons, with_settings

NEAR = 0.05
"""Squared misses that are more by so much of the least there are have come down to it."""

HOLDING = ("frozen", "switched_off")
"""The interventions that keep weights from moving."""

HIDDEN = 3
"""So many neurons bend a line into most simple curves."""


def stuck(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that the loss has come to rest while rows are not learnt: by what is held, by straight lines, or where it started."""
    trend = run.trend
    if not run.has_failed or not run.is_finite or run.would_go_on:
        return
    if held := tuple(_held(run)):
        yield from held
        return
    if run.experiment.architecture.layer_count == 1:
        cuts = run.straight_cuts
        if run.experiment.dataset.classes is None:
            yield from _straight(run)
        elif cuts is None:
            yield from _straight_between(run)
        elif cuts.kind == "separable":
            yield from _without_ends(run)
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


def _straight_between(run: DiagnosedRun) -> Iterator[Finding]:
    """Say of several classes that a network without hidden layers parts any two of them by something straight."""
    if run.experiment.architecture.output_count == 1:
        return  # of one cut more is known
    shape = {1: "a threshold", 2: "a straight line", 3: "a plane"}.get(
        run.experiment.dataset.all_input_count, "a flat cut"
    )
    yield Finding(
        "stuck",
        f"Since epoch {run.trend.flat_since:,} the loss has hardly moved from {number_text(run.trend.last)}, and "
        f"{run.named_unlearnt()}: without hidden neurons the network parts any two classes by {shape}, and draws nothing else.",
        rows=run.unlearnt,
        epochs=(run.trend.flat_since, int(run.epochs[-1])),
        mend=with_hidden_neurons(run.experiment, max(HIDDEN, run.experiment.architecture.output_count)),
        numbers=(("loss", run.trend.last),),
    )


def _without_ends(run: DiagnosedRun) -> Iterator[Finding]:
    """Say that rows far beyond their target hold a cut back which could part the classes."""
    output = run.experiment.architecture.activations[-1]
    if has_ends(output):
        return
    yield Finding(
        "stuck",
        f"Since epoch {run.trend.flat_since:,} the loss has hardly moved from {number_text(run.trend.last)}, and "
        f"{run.named_unlearnt()}, though straight cuts can part the classes: with {output} as the output an answer far beyond "
        "its target counts as missed, too, and such rows hold the others back. An output between 0 and 1 has no such answers.",
        rows=run.unlearnt,
        epochs=(run.trend.flat_since, int(run.epochs[-1])),
        mend=with_bounded_output(run.experiment),
        numbers=(("loss", run.trend.last),),
    )


def _held(run: DiagnosedRun) -> Iterator[Finding]:
    """Say that weights are held which the same start learns with, where it does."""
    experiment = run.experiment
    held = experiment.plan.in_force(max(0, int(run.epochs[-1]) - 1)).held(experiment.architecture)
    if not held:
        return
    evidence = (
        f"{len(held):,} of {counted(experiment.architecture.parameter_count, 'weight')} and biases cannot move, because they are "
        f"frozen or their neuron is off: {run.named_unlearnt()}."
    )
    left = tuple(change for change in experiment.interventions if change.what not in HOLDING)
    free = with_settings(experiment, interventions=left)
    yield from proved_by(run, free, "stuck", evidence, ("held", float(len(held))))
