"""Run a stack of networks forward and backward at once, in buffers that are made once: the fast form of `network`.

All networks of a stack share an architecture; their parameters are the rows of one array, shape (runs,
parameter_count). Inside, units come before samples: a layer's activations have shape (runs, units, samples). With a last
row of ones below the units, the weights and the biases of a layer, which lie side by side in the flat vector, are one
matrix: one product serves both, forward and backward.
"""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nncore.engine.products import Step, product_step
from nncore.losses.losses import find_loss
from nncore.network.activations import Activation, backpropagate, find_activation
from nncore.network.architecture import Architecture

Array = NDArray[np.float64]


def as_features(table: Array, bias: bool) -> Array:
    """Return a table with units before samples, and a last row of ones if there are biases.

    Parameters
    ----------
    table : ndarray, shape (..., samples, columns)
        Inputs as the network sees them.
    bias : bool
        Whether the network has biases.

    Returns
    -------
    ndarray, shape (..., columns [+ 1], samples)

    Examples
    --------
    >>> as_features(np.array([[2.0, 3.0]]), bias=True).tolist()
    [[2.0], [3.0], [1.0]]
    """
    features = np.swapaxes(table, -1, -2)
    if bias:
        features = np.concatenate([features, np.ones((*features.shape[:-2], 1, features.shape[-1]))], axis=-2)
    return np.ascontiguousarray(features)


class _Layer(NamedTuple):
    activation: Activation
    weights: Array  # (runs, fan_out, fan_in [+ 1]): with the biases, to go forward
    weights_back: Array  # (runs, fan_in, fan_out): without, to go back
    pre_activations: Array  # (runs, fan_out, samples)
    activations: Array  # the same
    source: Array  # (runs, fan_out [+ 1], samples): the activations with the row of ones, for the next layer


class Stack:
    """A stack of networks over one number of samples.

    Parameters
    ----------
    architecture : Architecture
        Of all of them.
    parameters : ndarray, shape (runs, parameter_count)
        Used where it lies: change it in place, and the stack computes with the change.
    samples : int
        Rows of the tables that will flow through.
    """

    def __init__(self, architecture: Architecture, parameters: Array, samples: int) -> None:
        self.runs = runs = len(parameters)
        self._layers = []
        shapes = zip(architecture.layer_slices, architecture.weight_shapes, architecture.activations, strict=True)
        for slices, (fan_in, fan_out), name in shapes:
            with_biases = slices.with_bias_row(parameters, fan_out)
            source = np.ones((runs, fan_out + architecture.bias, samples))
            self._layers.append(
                _Layer(
                    activation=find_activation(name),
                    weights=with_biases.transpose(0, 2, 1),
                    weights_back=with_biases[:, :fan_in],
                    pre_activations=np.empty((runs, fan_out, samples)),
                    activations=source[:, :fan_out],
                    source=source,
                )
            )

    @property
    def pre_activations(self) -> Array:
        """Those of the output layer after `forward`, shape (runs, outputs, samples)."""
        return self._layers[-1].pre_activations

    @property
    def outputs(self) -> Array:
        """Those after `forward`, shape (runs, outputs, samples)."""
        return self._layers[-1].activations

    def forward_steps(self, features: Array) -> list[Step]:
        """Return what lets features flow through.

        Parameters
        ----------
        features : ndarray, shape (1 or runs, columns, samples)
            Read when the steps are run; shared by all runs, or one table each.
        """
        steps: list[Step] = []
        source = features
        for layer in self._layers:
            value = layer.activation.value_for(layer.pre_activations[0].size)
            if layer.activation.derivative is None:
                value = partial(value, axis=-2)
            steps.append(product_step(layer.weights, source, layer.pre_activations))
            steps.append(partial(value, layer.pre_activations, layer.activations))
            source = layer.source
        return steps

    def forward(self, features: Array) -> None:
        """Let features flow through; see `forward_steps`."""
        for step in self.forward_steps(features):
            step()

    def flowed(self) -> tuple[tuple[Array, ...], tuple[Array, ...]]:
        """Return copies of all layers' pre-activations and activations after `forward`, (runs, units, samples) each."""
        layers = self._layers
        return tuple(layer.pre_activations.copy() for layer in layers), tuple(
            layer.activations.copy() for layer in layers
        )

    def finite_layers(self) -> list[bool]:
        """Return for each layer whether all its pre-activations and activations are finite after `forward`."""
        return [
            bool(np.isfinite(layer.pre_activations).all() & np.isfinite(layer.source).all()) for layer in self._layers
        ]


class TrainingStack(Stack):
    """A stack that can go backward, too.

    Parameters
    ----------
    architecture, parameters, samples
        As for `Stack`.
    gradient : ndarray, shape (runs, parameter_count)
        Where the steps backward leave their result.
    loss, reduction : str
        See `nncore.losses.losses`.
    """

    def __init__(
        self, architecture: Architecture, parameters: Array, samples: int, gradient: Array, loss: str, reduction: str
    ) -> None:
        super().__init__(architecture, parameters, samples)
        self._loss = find_loss(loss)
        self._divisor = np.array(float(samples)) if reduction == "mean" and samples > 1 else None
        self._deltas = [np.empty_like(layer.pre_activations) for layer in self._layers]
        self._derivatives = [np.empty_like(delta) for delta in self._deltas]
        self._gradients = [
            slices.with_bias_row(gradient, fan_out)
            for slices, (_, fan_out) in zip(architecture.layer_slices, architecture.weight_shapes, strict=True)
        ]

    def backward_steps(self, features: Array, targets: Array) -> list[Step]:
        """Return what leaves the gradient of the last pass forward, of the same features, in the gradient array.

        Parameters
        ----------
        features : ndarray, shape (1 or runs, columns, samples)
            What flowed through.
        targets : ndarray, shape (1 or runs, outputs, samples)
            What should have come out.
        """
        last = len(self._layers) - 1
        delta = self._deltas[last]
        steps: list[Step] = [partial(self._loss.gradient, self.outputs, targets, delta, -2)]
        if self._loss.output_activation is None:
            steps += self._steps_through(last)
        if self._divisor is not None:
            steps.append(partial(np.divide, delta, self._divisor, delta))
        for number in range(last, -1, -1):
            delta = self._deltas[number]
            source = self._layers[number - 1].source if number else features
            steps.append(product_step(source, delta.transpose(0, 2, 1), self._gradients[number]))
            if number:
                steps.append(product_step(self._layers[number].weights_back, delta, self._deltas[number - 1]))
                steps += self._steps_through(number - 1)
        return steps

    def backward(self, features: Array, targets: Array) -> None:
        """Leave the gradient in the gradient array; see `backward_steps`."""
        for step in self.backward_steps(features, targets):
            step()

    def _steps_through(self, number: int) -> list[Step]:
        """Return what takes a layer's delta from its activations to its pre-activations, in place."""
        layer, delta, derivatives = self._layers[number], self._deltas[number], self._derivatives[number]
        z, a = layer.pre_activations, layer.activations
        if layer.activation.derivative is None:
            return [partial(backpropagate, layer.activation, delta, z, a, delta, -2)]
        if layer.activation.name == "linear":
            return []
        return [
            partial(layer.activation.derivative, z, a, derivatives),
            partial(np.multiply, delta, derivatives, delta),
        ]
