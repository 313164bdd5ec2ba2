"""Run a stack of networks forward and backward at once, in buffers that are made once: the fast form of `network`.

All networks of a stack share an architecture; their parameters are the rows of one array, shape (runs,
parameter_count). Inside, units come before samples: a layer's activations have shape (runs, units, samples). With a last
row of ones below the units, the weights and the biases of a layer, which lie side by side in the flat vector, are one
matrix: one product serves both, forward and backward.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nncore.activations import Activation, backpropagate, find_activation
from nncore.architecture import Architecture
from nncore.losses import find_loss

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
        runs = len(parameters)
        self._layers = []
        shapes = zip(architecture.layer_slices, architecture.weight_shapes, architecture.activations, strict=True)
        for (weights, biases), (fan_in, fan_out), name in shapes:
            with_biases = parameters[:, weights.start : biases.stop].reshape(runs, -1, fan_out)
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
        # Bound once, because looking a function up in an object costs as much as a fifth of a small product.
        self._forward_steps = [
            (layer.weights, layer.pre_activations, _value(layer.activation), layer.activations, layer.source)
            for layer in self._layers
        ]

    @property
    def pre_activations(self) -> Array:
        """Those of the output layer after `forward`, shape (runs, outputs, samples)."""
        return self._layers[-1].pre_activations

    @property
    def outputs(self) -> Array:
        """Those after `forward`, shape (runs, outputs, samples)."""
        return self._layers[-1].activations

    def forward(self, features: Array) -> None:
        """Let features flow through; they may be shared, (columns, samples), or one table a run."""
        source = features
        for weights, pre_activations, value, activations, next_source in self._forward_steps:
            np.matmul(weights, source, pre_activations)
            value(pre_activations, activations)
            source = next_source

    def finite_layers(self) -> list[bool]:
        """Return for each layer whether all its pre-activations and activations are finite after `forward`."""
        return [
            bool(np.isfinite(layer.pre_activations).all() & np.isfinite(layer.source).all()) for layer in self._layers
        ]


def _value(activation: Activation) -> Callable[..., Array]:
    return activation.value if activation.slope is not None else partial(activation.value, axis=-2)


class TrainingStack(Stack):
    """A stack that can go backward, too.

    Parameters
    ----------
    architecture, parameters, samples
        As for `Stack`.
    gradient : ndarray, shape (runs, parameter_count)
        Where `backward` leaves its result.
    loss, reduction : str
        See `nncore.losses`.
    """

    def __init__(
        self, architecture: Architecture, parameters: Array, samples: int, gradient: Array, loss: str, reduction: str
    ) -> None:
        super().__init__(architecture, parameters, samples)
        self._loss = find_loss(loss)
        self._divisor = np.array(float(samples)) if reduction == "mean" and samples > 1 else None
        runs = len(parameters)
        deltas = [np.empty_like(layer.pre_activations) for layer in self._layers]
        self._output_delta = deltas[-1]
        self._slopes = [np.empty_like(delta) for delta in deltas]
        self._gradients = [
            gradient[:, weights.start : biases.stop].reshape(runs, -1, fan_out)
            for (weights, biases), (_, fan_out) in zip(
                architecture.layer_slices, architecture.weight_shapes, strict=True
            )
        ]
        self._backward_steps = [
            (
                self._layers[number - 1].source,
                deltas[number],
                deltas[number].transpose(0, 2, 1),
                self._gradients[number],
                self._layers[number].weights_back,
                deltas[number - 1],
                partial(self._through, number - 1, deltas[number - 1]),
            )
            for number in range(len(deltas) - 1, 0, -1)
        ]
        self._first_delta = deltas[0].transpose(0, 2, 1)

    def backward(self, features: Array, targets: Array) -> None:
        """Leave the gradient of the last `forward`, of the same features, in the gradient array.

        Parameters
        ----------
        features : ndarray, shape (columns, samples) or (runs, columns, samples)
            What flowed through.
        targets : ndarray, shape (outputs, samples) or (runs, outputs, samples)
            What should have come out.
        """
        delta = self._output_delta
        self._loss.gradient(self.outputs, targets, delta, -2)
        if self._loss.output_activation is None:
            self._through(len(self._layers) - 1, delta)
        if self._divisor is not None:
            np.divide(delta, self._divisor, delta)
        for source, delta, delta_back, gradient, weights, next_delta, through in self._backward_steps:
            np.matmul(source, delta_back, gradient)
            np.matmul(weights, delta, next_delta)
            through()
        np.matmul(features, self._first_delta, self._gradients[0])

    def _through(self, number: int, delta: Array) -> None:
        layer = self._layers[number]
        slope = layer.activation.slope
        if slope is None:
            backpropagate(layer.activation, delta, layer.pre_activations, layer.activations, delta, -2)
        elif layer.activation.name != "linear":
            slope(layer.pre_activations, layer.activations, self._slopes[number])
            np.multiply(delta, self._slopes[number], delta)


def stacked_outputs(architecture: Architecture, parameters: Array, inputs: Array) -> Array:
    """Return what many networks of one shape answer to one table.

    Parameters
    ----------
    architecture : Architecture
        The shape of all of them.
    parameters : ndarray, shape (networks, parameter_count)
        One flat vector a row.
    inputs : ndarray, shape (samples, inputs)
        As the networks see them.

    Returns
    -------
    ndarray, shape (networks, samples, outputs)

    Examples
    --------
    >>> stacked_outputs(Architecture((1, 1), ("linear",), bias=False), np.array([[2.0], [3.0]]), np.array([[5.0]])).ravel()
    array([10., 15.])
    """
    stack = Stack(architecture, parameters, len(inputs))
    with np.errstate(all="ignore"):
        stack.forward(as_features(inputs, architecture.bias))
    return np.ascontiguousarray(stack.outputs.transpose(0, 2, 1))


def stacked_losses(
    architecture: Architecture, parameters: Array, features: Array, targets: Array, loss: str, reduction: str
) -> Array:
    """Return the loss of many networks of one shape over one table, shape (networks,).

    `features` and `targets` have units before samples, as `as_features` makes them.
    """
    stack = Stack(architecture, parameters, features.shape[-1])
    with np.errstate(all="ignore"):
        stack.forward(features)
        return reduced_losses(loss, reduction, loss_scores(stack, loss), targets)


def loss_scores(stack: Stack, loss: str) -> Array:
    """Return what a loss is computed from: a stack's outputs, or the pre-activations for a cross-entropy."""
    return stack.outputs if find_loss(loss).output_activation is None else stack.pre_activations


def reduced_losses(loss: str, reduction: str, scores: Array, targets: Array) -> Array:
    """Return the losses of scores of shape (..., outputs, samples), put together over the samples: shape (...)."""
    values = find_loss(loss).values(scores, targets, axis=-2)
    return np.asarray(values.sum(axis=-1) if reduction == "sum" else values.mean(axis=-1))
