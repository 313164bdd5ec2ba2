"""Hold everything a forward pass computed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Trace:
    """Everything a forward pass computed, one array of shape (samples, units) a layer."""

    inputs: Array
    pre_activations: tuple[Array, ...]
    activations: tuple[Array, ...]

    @property
    def layer_sizes(self) -> tuple[int, ...]:
        """How many units each layer has, the inputs first."""
        return tuple(int(layer.shape[1]) for layer in (self.inputs, *self.activations))

    @property
    def outputs(self) -> Array:
        """What the last layer answered, shape (samples, outputs)."""
        return self.activations[-1]
