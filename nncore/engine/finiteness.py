"""Find where the numbers of a network stop being finite."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nncore.engine.stack import Stack, as_features
from nncore.network.architecture import Architecture

Array = NDArray[np.float64]


def first_non_finite_place(architecture: Architecture, parameters: Array, inputs: Array) -> str:
    """Return the layer in which the numbers of one network first stop being finite, as the screen calls it.

    "loss" if all layers are finite: then it is the loss that is not.
    """
    for layer, slices in enumerate(architecture.layer_slices):
        if not np.isfinite(parameters[slices.whole]).all():
            return architecture.layer_name(layer)
    stack = Stack(architecture, parameters[None], len(inputs))
    with np.errstate(all="ignore"):
        stack.forward(as_features(inputs, architecture.bias)[None])
    finite = stack.finite_layers()
    return "loss" if all(finite) else architecture.layer_name(finite.index(False))
