"""Steps that go much too far."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.mends import (
    FAR_FROM_SUITABLE,
    slower,
    with_a_tenth_of_its_rate,
    with_learning_rate,
    with_scaled_targets,
)
from nncore.diagnosis.other_settings import proved_by
from nncore.diagnosis.penalty_too_strong import penalty_too_strong
from nncore.diagnosis.saturated import saturated_since
from nncore.diagnosis.unscaled_inputs import unscaled_after_all, unscaled_inputs
from nncore.diagnosis.unscaled_targets import unscaled_targets
from nncore.network.activations import has_ends
from nncore.network.network import Network
from nncore.number_text import counted, number_text, sentence_number
from nncore.table_checks.first_epoch_too_far import FAR

Array = NDArray[np.float64]

FIRST = 8
"""Epochs among which the leap is looked for where not every epoch is recorded."""

HARDLY_FELL = 0.5
"""After a leap a run that has more of its first loss left has not recovered from it, nor one that has come to rest.

Nor has one whose neurons stand at an end of their activation since.
"""

OFTEN, MUCH = 0.2, 0.02
"""A loss that so often rises, and by so much of its mean, goes up and down instead of falling."""


def learning_rate_too_high(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that a run diverged for its learning rate, ended above where it began, leapt, or goes up and down.

    Where scaled inputs are what helps, that is found in its place.
    """
    if not run.has_failed:
        return
    if any(unscaled_inputs(run)) and not run.diverged_by_its_rate:
        return  # no rate suits such inputs
    if any(unscaled_targets(run)) or any(penalty_too_strong(run)):
        return  # it suits small ones; without the penalty it suits
    seen = _diverged(run) if not run.is_finite else _leapt(run) or _went_up_and_down(run) or _ended_higher(run)
    if seen is None:
        return
    if run.is_finite and (inputs := next(unscaled_after_all(run), None)) is not None:
        yield inputs
        return
    evidence, epochs, numbers = seen
    tenth = with_a_tenth_of_its_rate(run.experiment)
    targets = with_scaled_targets(run.experiment) if run.experiment.dataset.classes is None else None
    rate = sentence_number(run.learning_rate_at(epochs[-1]))
    yield Finding(
        "learning_rate_too_high",
        evidence if not run.is_finite else f"{evidence} A learning rate of {rate} is too high here.",
        rows=run.unlearnt,
        epochs=epochs,
        mend=slower(run.experiment),
        alternatives=tuple(one for one in (tenth, targets) if one is not None),
        numbers=numbers,
    )


def overshoots(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that the same start, with a much smaller rate and in no more epochs, learns the table."""
    last = int(run.epochs[-1])
    if not run.has_failed or not run.is_finite:
        return
    rate, suits = run.learning_rate_at(last), run.suitable_rate
    if suits is None or rate < FAR_FROM_SUITABLE * suits:
        return
    too_high = f"a learning rate of {sentence_number(rate)} is too high here"
    evidence = f"After {counted(last, 'epoch')} {run.named_unlearnt()}: {too_high}."
    mend = with_learning_rate(run.experiment, suits)
    yield from proved_by(run, mend, "learning_rate_too_high", evidence, ("suitable learning rate", suits))


Evidence = tuple[str, tuple[int, ...], tuple[tuple[str, float], ...]]


def _diverged(run: DiagnosedRun) -> Evidence | None:
    if run.divergence is None or not run.diverged_by_its_rate:
        return None
    epoch, finite = run.first_epoch_not_finite, run.losses[np.isfinite(run.losses)]
    grown = (
        f"The loss grew from {number_text(float(finite[0]))} to {number_text(float(finite[-1]))}, and at epoch {epoch:,} "
        f"the numbers stopped being finite. {run.divergence.sentence}"
    )
    return grown, (epoch,), (("first loss", float(finite[0])), ("last finite loss", float(finite[-1])))


def _leapt(run: DiagnosedRun) -> Evidence | None:
    """Return the epoch that moved a sum farther than its activation bends, if the run never recovered from it."""
    goes_on = run.trend.last < HARDLY_FELL * run.trend.first and not run.trend.is_flat
    if goes_on and not saturated_since(run):
        return None
    every = run.history.stride == 1
    first = min(FIRST, int(run.epochs[-1]))
    epochs = run.epochs if every else np.arange(first + 1)
    parameters = run.parameters if every else np.array([run.history.network_at(epoch).parameters for epoch in epochs])
    if len(epochs) < 2:
        return None
    architecture = run.experiment.architecture
    by_hand = [change.epoch for change in run.experiment.interventions if change.sets(architecture)]
    steps = np.abs(np.diff(parameters, axis=0)).max(axis=1)
    widest = int(np.where(np.isin(epochs[1:], by_hand), -1.0, steps).argmax())
    before, after = (
        Network(architecture, parameters[place]).forward(run.table.seen_inputs).pre_activations
        for place in (widest, widest + 1)
    )
    bounded = [layer for layer, name in enumerate(architecture.activations) if has_ends(name)]
    moves = {layer: float(np.abs(after[layer] - before[layer]).max()) for layer in bounded}
    layer = max(moves, key=lambda place: moves[place], default=None)
    if layer is None or not moves[layer] > FAR:
        return None
    epoch, moved = int(epochs[widest + 1]), number_text(moves[layer])
    sentence = (
        f"Epoch {epoch:,} alone moved a sum in the layer {architecture.layer_name(layer)} by {moved}, beyond all that "
        f"{architecture.activations[layer]} bends in, and the loss has not recovered."
    )
    return sentence, (epoch,), (("largest move of a sum", moves[layer]),)


def _went_up_and_down(run: DiagnosedRun) -> Evidence | None:
    trend = run.trend
    if trend.rising < OFTEN or trend.mean_rise < MUCH or trend.fell > HARDLY_FELL:
        return None
    middle = int(run.epochs[np.searchsorted(run.epochs, run.epochs[-1] / 2)])
    sentence = (
        f"From epoch {middle:,} on the loss rose at {trend.rising:.0%} of the epochs instead of falling, on average by "
        f"{trend.mean_rise:.0%} of the mean loss there: each step goes too far."
    )
    return sentence, (middle, int(run.epochs[-1])), (("share of rises", trend.rising), ("mean rise", trend.mean_rise))


def _ended_higher(run: DiagnosedRun) -> Evidence | None:
    trend = run.trend
    if not trend.last > trend.first:
        return None
    first, last = number_text(trend.first), number_text(trend.last)
    sentence = f"The loss is {last} at the end, higher than the {first} it began with: the steps went too far."
    return sentence, (0, int(run.epochs[-1])), (("first loss", trend.first), ("last loss", trend.last))
