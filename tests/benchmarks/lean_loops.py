"""The same loops written for speed: buffers made once, results written into them, nothing computed twice.

This is about the fastest that NumPy allows somebody who gives up readability and knows only one network. Units come
before samples, and a last row of ones lets one product serve weights and biases, forward and backward.

Each returns the parameters, shape (epochs + 1, parameter_count), and the whole table's loss of every epoch.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

import nncore

from .works import Work

Array = NDArray[np.float64]
Learnt = tuple[Array, list[float]]

# NumPy converts a Python number anew at every call, which doubles its cost.
ONE, ZERO = np.array(1.0), np.array(0.0)


class Buffers:
    """Views into one flat vector, and room for what flows through three layers."""

    def __init__(self, architecture: nncore.Architecture, parameters: Array, gradient: Array, samples: int) -> None:
        slices = architecture.layer_slices
        sizes = architecture.layer_sizes[1:]
        ends = [(weights.start, biases.stop) for weights, biases in slices]
        shaped = [parameters[start:end].reshape(-1, size) for (start, end), size in zip(ends, sizes, strict=True)]
        self.forward = [layer.T for layer in shaped]
        self.back = [layer[:-1] for layer in shaped]
        self.gradients = [gradient[start:end].reshape(-1, size) for (start, end), size in zip(ends, sizes, strict=True)]
        self.sources = [np.ones((size + 1, samples)) for size in sizes]
        self.values = [source[:-1] for source in self.sources]
        self.deltas = [np.empty((size, samples)) for size in sizes]
        self.derivatives = [np.empty((size, samples)) for size in sizes]
        self.divisor = np.array(float(samples))


def single_neuron(work: Work, network: nncore.Network, epochs: int) -> Learnt:
    """Train as the first article does."""
    inputs, inputs_back = work.inputs, np.ascontiguousarray(work.inputs.T)
    targets = work.targets
    weights = network.weights[0].copy()
    flat = weights.ravel()
    output, error, derivative, change = np.empty((4, 1)), np.empty((4, 1)), np.empty((4, 1)), np.empty((3, 1))
    recorded, losses = np.empty((epochs + 1, weights.size)), []
    error_flat = error.ravel()
    dot, negative, exp, add, reciprocal = np.dot, np.negative, np.exp, np.add, np.reciprocal
    subtract, multiply, note = np.subtract, np.multiply, losses.append
    for epoch in range(epochs + 1):
        recorded[epoch] = flat
        dot(inputs, weights, output)
        negative(output, output)
        exp(output, output)
        add(output, ONE, output)
        reciprocal(output, output)
        subtract(targets, output, error)
        note(0.5 * dot(error_flat, error_flat))
        subtract(ONE, output, derivative)
        multiply(derivative, output, derivative)
        multiply(derivative, error, derivative)
        dot(inputs_back, derivative, change)
        add(weights, change, weights)
    return recorded, losses


def hidden_layer(work: Work, network: nncore.Network, epochs: int) -> Learnt:
    """Train as the second article does."""
    inputs, inputs_back, targets = work.inputs, np.ascontiguousarray(work.inputs.T), work.targets
    flat, change = network.parameters.copy(), np.empty(12)
    weights_1, weights_2 = flat[:9].reshape(3, 3), flat[9:].reshape(3, 1)
    change_1, change_2 = change[:9].reshape(3, 3), change[9:].reshape(3, 1)
    weights_2_back = weights_2.T
    hidden, delta_1, derivative_1 = np.empty((6, 3)), np.empty((6, 3)), np.empty((6, 3))
    output, error, derivative_2 = np.empty((6, 1)), np.empty((6, 1)), np.empty((6, 1))
    hidden_back, error_flat = hidden.T, error.ravel()
    recorded, losses = np.empty((epochs + 1, 12)), []
    dot, add, subtract, multiply = np.dot, np.add, np.subtract, np.multiply
    for epoch in range(epochs + 1):
        recorded[epoch] = flat
        dot(inputs, weights_1, hidden)
        _sigmoid(hidden)
        dot(hidden, weights_2, output)
        _sigmoid(output)
        subtract(targets, output, error)
        losses.append(0.5 * dot(error_flat, error_flat))
        subtract(ONE, output, derivative_2)
        multiply(derivative_2, output, derivative_2)
        multiply(derivative_2, error, derivative_2)
        dot(derivative_2, weights_2_back, delta_1)
        subtract(ONE, hidden, derivative_1)
        multiply(derivative_1, hidden, derivative_1)
        multiply(derivative_1, delta_1, derivative_1)
        dot(hidden_back, derivative_2, change_2)
        dot(inputs_back, derivative_1, change_1)
        add(flat, change, flat)
    return recorded, losses


def tanh_batches(work: Work, network: nncore.Network, epochs: int) -> Learnt:
    """Train three tanh layers batch by batch on the mean of half the squared error."""
    flat, gradient, recorded, losses, rate, batches = _prepare(work, network, epochs)
    batch = Buffers(work.architecture, flat, gradient, work.batch_size)
    whole = Buffers(work.architecture, flat, gradient, len(work.inputs))
    features, targets = _units_first(work.inputs, work.targets)
    error = whole.deltas[2].ravel()
    for epoch in range(epochs + 1):
        for rows, wanted in batches if epoch else ():
            _tanh_forward(batch, rows)
            np.tanh(np.dot(batch.forward[2], batch.sources[1], batch.values[2]), batch.values[2])
            np.subtract(batch.values[2], wanted, batch.deltas[2])
            _times_tanh_derivative(batch, 2)
            np.divide(batch.deltas[2], batch.divisor, batch.deltas[2])
            _tanh_backward(batch, rows)
            np.subtract(flat, np.multiply(gradient, rate, gradient), flat)
        _tanh_forward(whole, features)
        np.tanh(np.dot(whole.forward[2], whole.sources[1], whole.values[2]), whole.values[2])
        np.subtract(whole.values[2], targets, whole.deltas[2])
        losses.append(0.5 * np.dot(error, error) / len(error))
        recorded[epoch] = flat
    return recorded, losses


def thousand_rows(work: Work, network: nncore.Network, epochs: int) -> Learnt:
    """Train two tanh layers and a sigmoid on the mean binary cross-entropy, all rows at once."""
    flat, gradient, recorded, losses, rate, _ = _prepare(work, network, epochs)
    whole = Buffers(work.architecture, flat, gradient, len(work.inputs))
    features, targets = _units_first(work.inputs, work.targets)
    right = 1 - targets.ravel()
    for epoch in range(epochs + 1):
        if epoch:
            np.subtract(whole.values[2], targets, whole.deltas[2])
            np.divide(whole.deltas[2], whole.divisor, whole.deltas[2])
            _tanh_backward(whole, features)
            np.subtract(flat, np.multiply(gradient, rate, gradient), flat)
        _tanh_forward(whole, features)
        _sigmoid(np.dot(whole.forward[2], whole.sources[1], whole.values[2]))
        losses.append(_cross_entropy(whole, right))
        recorded[epoch] = flat
    return recorded, losses


def relu_batches(work: Work, network: nncore.Network, epochs: int) -> Learnt:
    """Train two relu layers and a sigmoid on the mean binary cross-entropy, batch by batch."""
    flat, gradient, recorded, losses, rate, batches = _prepare(work, network, epochs)
    sizes = {rows.shape[1] for rows, _ in batches}
    buffers = {size: Buffers(work.architecture, flat, gradient, size) for size in sizes}
    whole = Buffers(work.architecture, flat, gradient, len(work.inputs))
    features, targets = _units_first(work.inputs, work.targets)
    right = 1 - targets.ravel()
    for epoch in range(epochs + 1):
        for rows, wanted in batches if epoch else ():
            batch = buffers[rows.shape[1]]
            _relu_forward(batch, rows)
            np.subtract(batch.values[2], wanted, batch.deltas[2])
            np.divide(batch.deltas[2], batch.divisor, batch.deltas[2])
            for layer in (2, 1):
                np.dot(batch.sources[layer - 1], batch.deltas[layer].T, batch.gradients[layer])
                np.dot(batch.back[layer], batch.deltas[layer], batch.deltas[layer - 1])
                np.sign(batch.values[layer - 1], batch.derivatives[layer - 1])
                np.multiply(batch.deltas[layer - 1], batch.derivatives[layer - 1], batch.deltas[layer - 1])
            np.dot(rows, batch.deltas[0].T, batch.gradients[0])
            np.subtract(flat, np.multiply(gradient, rate, gradient), flat)
        _relu_forward(whole, features)
        losses.append(_cross_entropy(whole, right))
        recorded[epoch] = flat
    return recorded, losses


def large_tanh_batches(work: Work, network: nncore.Network, epochs: int) -> Learnt:
    """Train two tanh layers and a sigmoid on the mean binary cross-entropy, batch by batch."""
    flat, gradient, recorded, losses, rate, batches = _prepare(work, network, epochs)
    sizes = {rows.shape[1] for rows, _ in batches}
    buffers = {size: Buffers(work.architecture, flat, gradient, size) for size in sizes}
    whole = Buffers(work.architecture, flat, gradient, len(work.inputs))
    features, targets = _units_first(work.inputs, work.targets)
    right = 1 - targets.ravel()
    for epoch in range(epochs + 1):
        for rows, wanted in batches if epoch else ():
            batch = buffers[rows.shape[1]]
            _tanh_forward(batch, rows)
            _sigmoid(np.dot(batch.forward[2], batch.sources[1], batch.values[2]))
            np.subtract(batch.values[2], wanted, batch.deltas[2])
            np.divide(batch.deltas[2], batch.divisor, batch.deltas[2])
            _tanh_backward(batch, rows)
            np.subtract(flat, np.multiply(gradient, rate, gradient), flat)
        _tanh_forward(whole, features)
        _sigmoid(np.dot(whole.forward[2], whole.sources[1], whole.values[2]))
        losses.append(_cross_entropy(whole, right))
        recorded[epoch] = flat
    return recorded, losses


two_relu_epochs, two_tanh_epochs = relu_batches, large_tanh_batches


def _prepare(work: Work, network: nncore.Network, epochs: int) -> tuple:
    flat = network.parameters.copy()
    batches = [_units_first(rows, wanted) for rows, wanted in work.batches()]
    recorded = np.empty((epochs + 1, len(flat)))
    return flat, np.empty_like(flat), recorded, [], np.array(work.learning_rate), batches


def _units_first(inputs: Array, targets: Array) -> tuple[Array, Array]:
    return np.vstack([inputs.T, np.ones(len(inputs))]), np.ascontiguousarray(targets.T)


def _sigmoid(values: Array) -> None:
    np.negative(values, values)
    np.exp(values, values)
    np.add(values, ONE, values)
    np.reciprocal(values, values)


def _tanh_forward(buffers: Buffers, features: Array) -> None:
    np.tanh(np.dot(buffers.forward[0], features, buffers.values[0]), buffers.values[0])
    np.tanh(np.dot(buffers.forward[1], buffers.sources[0], buffers.values[1]), buffers.values[1])


def _tanh_backward(buffers: Buffers, features: Array) -> None:
    for layer in (2, 1):
        np.dot(buffers.sources[layer - 1], buffers.deltas[layer].T, buffers.gradients[layer])
        np.dot(buffers.back[layer], buffers.deltas[layer], buffers.deltas[layer - 1])
        _times_tanh_derivative(buffers, layer - 1)
    np.dot(features, buffers.deltas[0].T, buffers.gradients[0])


def _times_tanh_derivative(buffers: Buffers, layer: int) -> None:
    derivative = np.multiply(buffers.values[layer], buffers.values[layer], buffers.derivatives[layer])
    np.multiply(buffers.deltas[layer], np.subtract(ONE, derivative, derivative), buffers.deltas[layer])


def _relu_forward(buffers: Buffers, features: Array) -> None:
    np.maximum(np.dot(buffers.forward[0], features, buffers.values[0]), ZERO, out=buffers.values[0])
    np.maximum(np.dot(buffers.forward[1], buffers.sources[0], buffers.values[1]), ZERO, out=buffers.values[1])
    _sigmoid(np.dot(buffers.forward[2], buffers.sources[1], buffers.values[2]))


def _cross_entropy(buffers: Buffers, right: Array) -> float:
    # With targets of 0 and 1 only, one logarithm a row will do: of 1 − y where the target is 0, of y where it is 1.
    scratch = np.abs(np.subtract(right, buffers.values[2].ravel(), buffers.derivatives[2].ravel()))
    return -np.log(scratch, scratch).mean()
