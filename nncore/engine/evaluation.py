"""Send a whole table through many networks of one shape, in portions that stay in the processor's cache."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from nncore.engine.stack import Stack, as_features
from nncore.losses.losses import find_loss
from nncore.network.architecture import Architecture

Array = NDArray[np.float64]

PORTION_BYTES = 1 << 20
"""What flows through a network at once: as much as a processor's nearer caches hold."""


class Evaluation:
    """A table made ready to flow through so many networks at once, as often as their parameters change.

    Parameters
    ----------
    architecture : Architecture
        Of all networks.
    networks : int
        How many.
    features : ndarray, shape (columns, samples)
        The table, as `nncore.engine.stack.as_features` makes it.

    Examples
    --------
    >>> doubling = Evaluation(Architecture((1, 1), ("linear",), bias=False), 1, np.array([[3.0, 4.0]]))
    >>> doubling.outputs(np.array([[2.0]])).tolist()
    [[[6.0, 8.0]]]
    """

    def __init__(self, architecture: Architecture, networks: int, features: Array) -> None:
        self.networks = networks
        self._parameters = np.empty((networks, architecture.parameter_count))
        self._shape = networks, architecture.output_count, features.shape[-1]
        samples = features.shape[-1]
        portion = samples_in_a_portion(architecture)
        parts = [slice(start, min(start + portion, samples)) for start in range(0, samples, portion)]
        sizes = {part.stop - part.start for part in parts}
        stacks = {size: Stack(architecture, self._parameters, size) for size in sizes}
        self._parts = []
        for part in parts:
            stack = stacks[part.stop - part.start]
            self._parts.append((part, stack, stack.forward_steps(np.ascontiguousarray(features[None, :, part]))))

    def outputs(self, parameters: Array) -> Array:
        """Return what networks with these parameters answer, shape (networks, outputs, samples)."""
        return self._found(parameters, lambda stack: stack.outputs)

    def scores(self, parameters: Array, loss: str) -> Array:
        """Return what a loss of theirs is computed from, of the same shape; see `loss_scores`."""
        return self._found(parameters, lambda stack: loss_scores(stack, loss))

    def _found(self, parameters: Array, look: Callable[[Stack], Array]) -> Array:
        self._parameters[...] = parameters
        found = np.empty(self._shape)
        with np.errstate(all="ignore"):
            for part, stack, forward in self._parts:
                for step in forward:
                    step()
                found[..., part] = look(stack)
        return found


def samples_in_a_portion(architecture: Architecture) -> int:
    """Return how many samples flow at once. It hangs on nothing else, so that the same run always sums the same way.

    Examples
    --------
    >>> samples_in_a_portion(Architecture((20, 64, 64, 1), ("relu", "relu", "sigmoid")))
    439
    """
    return max(1, PORTION_BYTES // (2 * 8 * sum(architecture.layer_sizes)))


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
    outputs = np.empty((len(parameters), len(inputs), architecture.output_count))
    for rows, evaluation in _portions(architecture, len(parameters), as_features(inputs, architecture.bias)):
        outputs[rows] = evaluation.outputs(parameters[rows]).transpose(0, 2, 1)
    return outputs


def stacked_losses(
    architecture: Architecture, parameters: Array, features: Array, targets: Array, loss: str, reduction: str
) -> Array:
    """Return the loss of many networks of one shape over one table, shape (networks,).

    `features` and `targets` have units before samples, as `as_features` makes them.
    """
    losses = np.empty(len(parameters))
    with np.errstate(all="ignore"):
        for rows, evaluation in _portions(architecture, len(parameters), features):
            losses[rows] = reduced_losses(loss, reduction, evaluation.scores(parameters[rows], loss), targets)
    return losses


def _portions(architecture: Architecture, networks: int, features: Array) -> list[tuple[slice, Evaluation]]:
    """Return evaluations of as many networks at once as a portion holds, and which of `networks` each is for."""
    samples = features.shape[-1]
    at_once = max(1, samples_in_a_portion(architecture) // samples)
    rows = [slice(start, min(start + at_once, networks)) for start in range(0, networks, at_once)]
    evaluations = {
        count: Evaluation(architecture, count, features) for count in {part.stop - part.start for part in rows}
    }
    return [(part, evaluations[part.stop - part.start]) for part in rows]


def loss_scores(stack: Stack, loss: str) -> Array:
    """Return what a loss is computed from: a stack's outputs, or the pre-activations for a cross-entropy."""
    return stack.outputs if find_loss(loss).output_activation is None else stack.pre_activations


def reduced_losses(loss: str, reduction: str, scores: Array, targets: Array) -> Array:
    """Return the losses of scores of shape (..., outputs, samples), put together over the samples: shape (...)."""
    values = find_loss(loss).values(scores, targets, axis=-2)
    return np.asarray(values.sum(axis=-1) if reduction == "sum" else values.mean(axis=-1))
