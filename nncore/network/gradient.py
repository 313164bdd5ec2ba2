"""Hold everything a backward pass computed: every δ, and which way every parameter should move."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.network.architecture import Architecture

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Gradient:
    """The derivative of the objective with respect to every parameter.

    Attributes
    ----------
    architecture : Architecture
        Says which part of the flat vector belongs to which layer.
    loss : float
        The loss itself, without penalty.
    objective : float
        The loss with the penalty: what the derivative is of.
    parameters : ndarray, shape (parameter_count,)
        The derivative, in the order of `Network.parameters`.
    deltas : tuple of ndarray, shape (samples, units)
        One a layer: the derivative δ of the loss, put together over the samples, with respect to each of the layer's
        pre-activations. A mean over the samples is in it; a penalty is not, which does not depend on the samples.
    """

    architecture: Architecture
    loss: float
    objective: float
    parameters: Array
    deltas: tuple[Array, ...]

    @property
    def weights(self) -> tuple[Array, ...]:
        """The derivative with respect to each layer's weights, (fan_in, fan_out)."""
        return self.architecture.weights_of(self.parameters)

    @property
    def biases(self) -> tuple[Array, ...] | tuple[None, ...]:
        """The derivative with respect to each layer's biases, (fan_out,), or None."""
        return self.architecture.biases_of(self.parameters)
