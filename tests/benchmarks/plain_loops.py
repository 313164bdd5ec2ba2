"""Training loops as a competent author writes them for exactly one network: plain expressions, nothing general.

Each returns the parameters and the whole table's loss of every epoch, the start included: what `nncore.train` records.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

import nncore

from .works import Work

Array = NDArray[np.float64]
Learnt = tuple[list[tuple[Array, ...]], list[float]]


def single_neuron(work: Work, network: nncore.Network, epochs: int) -> Learnt:
    """Train as the first article does."""
    inputs, targets = work.inputs, work.targets
    weights = network.weights[0].copy()
    recorded, losses = [(weights.copy(),)], []
    for _ in range(epochs):
        output = 1 / (1 + np.exp(-(inputs @ weights)))
        error = targets - output
        losses.append(0.5 * (error**2).sum())
        weights += inputs.T @ (error * output * (1 - output))
        recorded.append((weights.copy(),))
    losses.append(0.5 * ((targets - 1 / (1 + np.exp(-(inputs @ weights)))) ** 2).sum())
    return recorded, losses


def hidden_layer(work: Work, network: nncore.Network, epochs: int) -> Learnt:
    """Train as the second article does."""
    inputs, targets = work.inputs, work.targets
    weights_1, weights_2 = (weights.copy() for weights in network.weights)
    recorded, losses = [(weights_1.copy(), weights_2.copy())], []
    for _ in range(epochs):
        hidden = 1 / (1 + np.exp(-(inputs @ weights_1)))
        output = 1 / (1 + np.exp(-(hidden @ weights_2)))
        error = targets - output
        losses.append(0.5 * (error**2).sum())
        delta_2 = error * output * (1 - output)
        delta_1 = (delta_2 @ weights_2.T) * hidden * (1 - hidden)
        weights_2 += hidden.T @ delta_2
        weights_1 += inputs.T @ delta_1
        recorded.append((weights_1.copy(), weights_2.copy()))
    output = 1 / (1 + np.exp(-(1 / (1 + np.exp(-(inputs @ weights_1))) @ weights_2)))
    losses.append(0.5 * ((targets - output) ** 2).sum())
    return recorded, losses


def tanh_batches(work: Work, network: nncore.Network, epochs: int) -> Learnt:
    """Train three tanh layers batch by batch on the mean of half the squared error."""
    inputs, targets, rate = work.inputs, work.targets, work.learning_rate
    parameters = weights_1, bias_1, weights_2, bias_2, weights_3, bias_3 = _copies(network)
    recorded, losses = [], []
    for epoch in range(epochs + 1):
        for rows, wanted in work.batches() if epoch else ():
            hidden_1 = np.tanh(rows @ weights_1 + bias_1)
            hidden_2 = np.tanh(hidden_1 @ weights_2 + bias_2)
            output = np.tanh(hidden_2 @ weights_3 + bias_3)
            delta_3 = (output - wanted) * (1 - output**2) / len(rows)
            delta_2 = delta_3 @ weights_3.T * (1 - hidden_2**2)
            delta_1 = delta_2 @ weights_2.T * (1 - hidden_1**2)
            weights_3 -= rate * (hidden_2.T @ delta_3)
            bias_3 -= rate * delta_3.sum(axis=0)
            weights_2 -= rate * (hidden_1.T @ delta_2)
            bias_2 -= rate * delta_2.sum(axis=0)
            weights_1 -= rate * (rows.T @ delta_1)
            bias_1 -= rate * delta_1.sum(axis=0)
        hidden_2 = np.tanh(np.tanh(inputs @ weights_1 + bias_1) @ weights_2 + bias_2)
        losses.append(0.5 * ((np.tanh(hidden_2 @ weights_3 + bias_3) - targets) ** 2).mean())
        recorded.append(tuple(array.copy() for array in parameters))
    return recorded, losses


def thousand_rows(work: Work, network: nncore.Network, epochs: int) -> Learnt:
    """Train two tanh layers and a sigmoid on the mean binary cross-entropy, all rows at once."""
    inputs, targets, rate = work.inputs, work.targets, work.learning_rate
    parameters = weights_1, bias_1, weights_2, bias_2, weights_3, bias_3 = _copies(network)
    recorded, losses = [], []
    for _ in range(epochs + 1):
        hidden_1 = np.tanh(inputs @ weights_1 + bias_1)
        hidden_2 = np.tanh(hidden_1 @ weights_2 + bias_2)
        output = 1 / (1 + np.exp(-(hidden_2 @ weights_3 + bias_3)))
        losses.append(_cross_entropy(output, targets))
        recorded.append(tuple(array.copy() for array in parameters))
        delta_3 = (output - targets) / len(inputs)
        delta_2 = delta_3 @ weights_3.T * (1 - hidden_2**2)
        delta_1 = delta_2 @ weights_2.T * (1 - hidden_1**2)
        weights_3 -= rate * (hidden_2.T @ delta_3)
        bias_3 -= rate * delta_3.sum(axis=0)
        weights_2 -= rate * (hidden_1.T @ delta_2)
        bias_2 -= rate * delta_2.sum(axis=0)
        weights_1 -= rate * (inputs.T @ delta_1)
        bias_1 -= rate * delta_1.sum(axis=0)
    return recorded, losses


def relu_batches(work: Work, network: nncore.Network, epochs: int) -> Learnt:
    """Train two relu layers and a sigmoid on the mean binary cross-entropy, batch by batch."""
    inputs, targets, rate = work.inputs, work.targets, work.learning_rate
    parameters = weights_1, bias_1, weights_2, bias_2, weights_3, bias_3 = _copies(network)
    recorded, losses = [], []
    for epoch in range(epochs + 1):
        for rows, wanted in work.batches() if epoch else ():
            hidden_1 = np.maximum(rows @ weights_1 + bias_1, 0)
            hidden_2 = np.maximum(hidden_1 @ weights_2 + bias_2, 0)
            output = 1 / (1 + np.exp(-(hidden_2 @ weights_3 + bias_3)))
            delta_3 = (output - wanted) / len(rows)
            delta_2 = delta_3 @ weights_3.T * (hidden_2 > 0)
            delta_1 = delta_2 @ weights_2.T * (hidden_1 > 0)
            weights_3 -= rate * (hidden_2.T @ delta_3)
            bias_3 -= rate * delta_3.sum(axis=0)
            weights_2 -= rate * (hidden_1.T @ delta_2)
            bias_2 -= rate * delta_2.sum(axis=0)
            weights_1 -= rate * (rows.T @ delta_1)
            bias_1 -= rate * delta_1.sum(axis=0)
        hidden_2 = np.maximum(np.maximum(inputs @ weights_1 + bias_1, 0) @ weights_2 + bias_2, 0)
        losses.append(_cross_entropy(1 / (1 + np.exp(-(hidden_2 @ weights_3 + bias_3))), targets))
        recorded.append(tuple(array.copy() for array in parameters))
    return recorded, losses


def large_tanh_batches(work: Work, network: nncore.Network, epochs: int) -> Learnt:
    """Train two tanh layers and a sigmoid on the mean binary cross-entropy, batch by batch."""
    inputs, targets, rate = work.inputs, work.targets, work.learning_rate
    parameters = weights_1, bias_1, weights_2, bias_2, weights_3, bias_3 = _copies(network)
    recorded, losses = [], []
    for epoch in range(epochs + 1):
        for rows, wanted in work.batches() if epoch else ():
            hidden_1 = np.tanh(rows @ weights_1 + bias_1)
            hidden_2 = np.tanh(hidden_1 @ weights_2 + bias_2)
            output = 1 / (1 + np.exp(-(hidden_2 @ weights_3 + bias_3)))
            delta_3 = (output - wanted) / len(rows)
            delta_2 = delta_3 @ weights_3.T * (1 - hidden_2**2)
            delta_1 = delta_2 @ weights_2.T * (1 - hidden_1**2)
            weights_3 -= rate * (hidden_2.T @ delta_3)
            bias_3 -= rate * delta_3.sum(axis=0)
            weights_2 -= rate * (hidden_1.T @ delta_2)
            bias_2 -= rate * delta_2.sum(axis=0)
            weights_1 -= rate * (rows.T @ delta_1)
            bias_1 -= rate * delta_1.sum(axis=0)
        hidden_2 = np.tanh(np.tanh(inputs @ weights_1 + bias_1) @ weights_2 + bias_2)
        losses.append(_cross_entropy(1 / (1 + np.exp(-(hidden_2 @ weights_3 + bias_3))), targets))
        recorded.append(tuple(array.copy() for array in parameters))
    return recorded, losses


two_relu_epochs, two_tanh_epochs = relu_batches, large_tanh_batches


def _copies(network: nncore.Network) -> tuple[Array, ...]:
    layers = zip(network.weights, network.biases, strict=True)
    return tuple(array.copy() for layer in layers for array in layer)


def _cross_entropy(output: Array, targets: Array) -> float:
    return -(targets * np.log(output) + (1 - targets) * np.log(1 - output)).mean()
