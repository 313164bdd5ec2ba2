"""See what neurons do with a table: which bend nothing any more, and which never answer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nncore.network.activations import find_activation, has_ends
from nncore.network.architecture import Architecture
from nncore.network.trace import Trace

Array = NDArray[np.float64]

FLAT = 0.01
"""A bounded activation is at its end where its derivative is so small a part of the one at 0: a sigmoid beyond about ±6."""


def flat_share(architecture: Architecture, trace: Trace, layer: int) -> float:
    """Return at which share of rows and neurons of a layer the activation is at one of its ends; 0 if it has none.

    Examples
    --------
    >>> from nncore import Network
    >>> network = Network.from_layers(weights=[[[1.0, 20.0]]], biases=None, activations=("sigmoid",))
    >>> flat_share(network.architecture, network.forward([[1.0], [-1.0]]), 0)
    0.5
    """
    if not has_ends(architecture.activations[layer]):
        return 0.0
    activation = find_activation(architecture.activations[layer])
    sums, answers = trace.pre_activations[layer], trace.activations[layer]
    if activation.derivative is None:
        return float((answers * (1.0 - answers) < FLAT / 4).mean())  # softmax, of which a sigmoid is half
    middle = np.zeros((1, 1))
    steepest = activation.derivative(middle, activation.value(middle))
    with np.errstate(all="ignore"):
        return float((np.abs(activation.derivative(sums, answers)) < FLAT * steepest).mean())


def silent_neurons(architecture: Architecture, trace: Trace) -> tuple[tuple[int, int], ...]:
    """Return the ReLUs that answer 0 to every row, as (layer, neuron): no gradient comes through them.

    Examples
    --------
    >>> from nncore import Network
    >>> network = Network.from_layers(weights=[[[1.0, -1.0]]], biases=None, activations=("relu",))
    >>> silent_neurons(network.architecture, network.forward([[1.0], [2.0]]))
    ((0, 1),)
    """
    found = []
    for layer, name in enumerate(architecture.activations):
        if name == "relu":
            silent = (trace.pre_activations[layer] <= 0).all(axis=0)
            found += [(layer, neuron) for neuron in np.flatnonzero(silent).tolist()]
    return tuple(found)


def relu_count(architecture: Architecture) -> int:
    """Return how many ReLUs a network has."""
    layers = zip(architecture.activations, architecture.layer_sizes[1:], strict=True)
    return sum(size for name, size in layers if name == "relu")
