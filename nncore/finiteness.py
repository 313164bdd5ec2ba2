"""Find where the numbers of a network stop being finite."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nncore.architecture import Architecture
from nncore.losses import find_loss
from nncore.stack import Stack, as_features

Array = NDArray[np.float64]


def first_non_finite_layer(architecture: Architecture, parameters: Array, inputs: Array, loss: str) -> str:
    """Return the layer in which the numbers of one network first stop being finite, for a person to read."""
    for layer, (weights, biases) in enumerate(architecture.layer_slices):
        if not np.isfinite(parameters[weights.start : biases.stop]).all():
            return architecture.layer_name(layer)
    stack = Stack(architecture, parameters[None], len(inputs))
    with np.errstate(all="ignore"):
        stack.forward(as_features(inputs, architecture.bias)[None])
    for layer, finite in enumerate(stack.finite_layers()):
        if not finite:
            return architecture.layer_name(layer)
    return f"loss ({find_loss(loss).formula})"
