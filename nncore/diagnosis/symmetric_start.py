"""Hidden neurons that start alike and stay alike."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.mends import from_drawn_weights
from nncore.network.network import Network


def symmetric_start(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that all neurons of a hidden layer have the same weights at the start, or that all weights are 0."""
    if not run.has_failed or run.experiment.architecture.layer_count == 1:
        return
    alike = [layer for layer in range(run.start.architecture.layer_count - 1) if _are_alike(run.start, layer)]
    zeros = not any(weights.any() for weights in run.start.weights)
    if not alike and not zeros:
        return
    architecture = run.experiment.architecture
    names = " and ".join(f"the layer {architecture.layer_name(layer)}" for layer in alike)
    begin = "All weights start at 0" if zeros else f"All neurons of {names} start with the same weights"
    if all((one == other).all() for one, other in zip(run.start.weights, run.network.weights, strict=True)):
        what = "no weight has a gradient, and none has moved"
    elif alike:
        neurons = sum(architecture.layer_sizes[layer + 1] for layer in alike)
        what = f"{neurons:,} hidden neurons get the same updates, stay alike for ever, and together do no more than one"
    else:
        what = "there is nothing that the hidden neurons could tell each other apart by"
    yield Finding(
        "symmetric_start",
        f"{begin}: {what}. Weights drawn at random are what makes neurons differ.",
        rows=run.unlearnt,
        epochs=(0,),
        mend=from_drawn_weights(run.experiment),
    )


def _are_alike(network: Network, layer: int) -> bool:
    """Whether all neurons of a hidden layer, of which there are several, have the same weights in and out."""
    into, bias, out = network.weights[layer], network.biases[layer], network.weights[layer + 1]
    if into.shape[1] < 2:
        return False
    same_bias = bias is None or (bias == bias[0]).all()
    return bool((into == into[:, :1]).all() and same_bias and (out == out[:1]).all())
