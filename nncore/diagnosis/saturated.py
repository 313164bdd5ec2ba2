"""Neurons that stand at an end of their activation, where hardly any gradient is left."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.mends import without_saturation
from nncore.diagnosis.neurons import flat_share
from nncore.losses.losses import find_loss
from nncore.network.trace import Trace
from nncore.number_text import number_text

HALF, MOST = 0.5, 0.9
"""At so many of its rows and neurons a layer stands at the ends at the start, and at the end of a run, before it is blamed."""


def saturated_from_the_start(run: DiagnosedRun) -> Iterator[Finding]:
    """Find a layer that stands at its ends before the first update, and still does at the end."""
    if run.has_failed and run.is_finite:
        for layer in sorted(_layers(run, run.start_trace, HALF) & _layers(run, run.trace, HALF))[:1]:
            yield _finding(run, layer, run.start_trace, "from the start", 0)


def saturated_on_the_way(run: DiagnosedRun) -> Iterator[Finding]:
    """Find a layer that came to stand at its ends while it was trained."""
    if run.has_failed:
        for layer in sorted(saturated_since(run))[:1]:
            yield _finding(run, layer, run.trace, "at the end of the run", int(run.epochs[-1]))


def saturated_since(run: DiagnosedRun) -> set[int]:
    """Return the layers that stand at their ends after the run and did not before."""
    return _layers(run, run.trace, MOST) - _layers(run, run.start_trace, HALF)


def _layers(run: DiagnosedRun, trace: Trace, share: float) -> set[int]:
    architecture = run.experiment.architecture
    layers = range(architecture.layer_count)
    if find_loss(run.experiment.loss).output_activation is not None:
        layers = layers[:-1]  # what these losses hand back does not go through the derivative of the output
    return {layer for layer in layers if flat_share(architecture, trace, layer) >= share}


def _finding(run: DiagnosedRun, layer: int, trace: Trace, when: str, epoch: int) -> Finding:
    architecture = run.experiment.architecture
    share = flat_share(architecture, trace, layer)
    sums = float(np.abs(trace.pre_activations[layer]).max())
    name, activation = architecture.layer_name(layer), architecture.activations[layer]
    return Finding(
        "saturated",
        f"In the layer {name}, {share:.0%} of the answers of {activation} stand at one of its ends {when}: the sums reach "
        f"{number_text(sums)}, where the curve is flat and its derivative nearly 0. So hardly any gradient comes through.",
        rows=run.unlearnt,
        epochs=(epoch,),
        mend=without_saturation(run.experiment, layer),
        numbers=(("share at an end", share), ("largest sum", sums)),
    )
