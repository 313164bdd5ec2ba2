"""Compute what a network answers, and which way each of its weights should move: the textbook, to be read.

All weights and biases lie in one flat vector; the weights of a layer are a window into it. `forward` keeps everything it
computes, because `backward` and the reader need it. The training loop uses the faster form in `stack`; a test holds the
two equal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.data.tables import as_table
from nncore.errors import SettingError, TableError, require_instance
from nncore.losses.losses import check_pair, check_targets, find_loss, loss_value
from nncore.network.activations import backpropagate, find_activation
from nncore.network.architecture import Architecture
from nncore.network.flat_order import joined
from nncore.network.flat_parameters import as_numbers, flat_parameters
from nncore.network.gradient import Gradient
from nncore.network.initializers import initial_parameters
from nncore.network.trace import Trace
from nncore.number_text import counted
from nncore.training.penalties import Penalty, weight_mask

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Network:
    """A fully connected feed-forward network: an architecture and one flat vector of parameters.

    Parameters
    ----------
    architecture : Architecture
        The shape.
    parameters : array_like, shape (parameter_count,)
        ``W1`` row by row, ``b1``, ``W2``, ``b2``, …; kept as a read-only copy.

    Raises
    ------
    SettingError
        If the vector has another length, or a number in it is not finite.

    Examples
    --------
    >>> network = Network(Architecture((2, 1), ("linear",)), [2.0, 3.0, 0.5])
    >>> network.predict([[1.0, 10.0]]).tolist()
    [[32.5]]
    """

    architecture: Architecture
    parameters: Array

    def __post_init__(self) -> None:
        require_instance("architecture", self.architecture, Architecture)
        parameters = as_numbers("parameters", self.parameters)
        if parameters.shape != (self.architecture.parameter_count,):
            raise SettingError(
                f"parameters must be one flat vector of {self.architecture.parameter_count} numbers. "
                f"Got shape {parameters.shape} instead."
            )
        if not np.isfinite(parameters).all():
            raise SettingError("parameters must be finite numbers. Got NaN or infinity instead.")
        parameters.flags.writeable = False
        object.__setattr__(self, "parameters", parameters)

    def __reduce__(self) -> tuple[type[Network], tuple[Architecture, Array]]:
        # NumPy forgets "read-only" when an array is copied or pickled; the constructor sets it again.
        return type(self), (self.architecture, self.parameters)

    @classmethod
    def initialize(cls, architecture: Architecture, *, initializer: str = "uniform", seed: int = 0) -> Network:
        """Return a network with freshly drawn weights; see `nncore.network.initializers`.

        Examples
        --------
        >>> Network.initialize(Architecture((3, 1), ("sigmoid",), bias=False), seed=1).weights[0].round(8).ravel().tolist()
        [-0.16595599, 0.44064899, -0.99977125]
        """
        return cls(architecture, initial_parameters(architecture, initializer, [seed])[0])

    @classmethod
    def from_layers(
        cls,
        *,
        weights: Sequence[ArrayLike],
        biases: Sequence[ArrayLike] | Sequence[None] | None,
        activations: Sequence[str],
    ) -> Network:
        """Return a network of the weights and biases given, one entry a layer; no biases are None, or None a layer.

        Raises
        ------
        SettingError
            If something is no number, or the shapes do not fit each other.

        Examples
        --------
        >>> Network.from_layers(weights=[[[2.0]]], biases=[[1.0]], activations=["linear"]).predict([[3.0]]).tolist()
        [[7.0]]
        """
        sizes, has_biases, parameters = flat_parameters(weights, biases)
        architecture = Architecture(sizes, cast(tuple[str, ...], activations), bias=has_biases)
        return cls(architecture, parameters)

    @cached_property
    def weights(self) -> tuple[Array, ...]:
        """Each layer's weights, (fan_in, fan_out): windows into the flat vector."""
        return self.architecture.weights_of(self.parameters)

    @cached_property
    def biases(self) -> tuple[Array, ...] | tuple[None, ...]:
        """Each layer's biases, (fan_out,): windows into the flat vector; None where there are none."""
        return self.architecture.biases_of(self.parameters)

    def predict(self, inputs: ArrayLike) -> Array:
        """Return what the network answers to each sample, shape (samples, outputs)."""
        return self.forward(inputs).outputs

    def forward(self, inputs: ArrayLike) -> Trace:
        """Let a table flow through the network and keep what every neuron computed.

        Parameters
        ----------
        inputs : array_like, shape (samples, inputs)
            As the network sees them: scaled, if it was trained on scaled rows.

        Returns
        -------
        Trace
            For each layer z = x · W + b and a = f(z), where x is the layer before.

        Raises
        ------
        TableError
            If the table is empty, not finite, not two-dimensional, or has another number of columns.

        Examples
        --------
        >>> network = Network.from_layers(weights=[[[2.0]]], biases=None, activations=["sigmoid"])
        >>> trace = network.forward([[0.0]])
        >>> trace.pre_activations[0].item(), trace.outputs.item()
        (0.0, 0.5)
        """
        table = as_table("inputs", inputs).copy()
        if table.shape[1] != self.architecture.input_count:
            raise TableError(
                f"inputs has {counted(table.shape[1], 'column')} but the network has "
                f"{counted(self.architecture.input_count, 'input')}."
            )
        pre_activations, activations = [], []
        x = table
        # A sigmoid far on its flat side overflows to the right result; numbers that explode are the trainer's to report.
        with np.errstate(all="ignore"):
            for weights, bias, name in zip(self.weights, self.biases, self.architecture.activations, strict=True):
                z = x @ weights if bias is None else x @ weights + bias
                x = find_activation(name).value(z)
                pre_activations.append(z)
                activations.append(x)
        return Trace(table, tuple(pre_activations), tuple(activations))

    def backward(
        self,
        trace: Trace,
        targets: ArrayLike,
        *,
        loss: str = "half_squared_error",
        reduction: str = "sum",
        penalty: Penalty | None = None,
    ) -> Gradient:
        """Return the derivative of the objective with respect to every weight and bias.

        Parameters
        ----------
        trace : Trace
            Of this network, from `forward`.
        targets : array_like, shape (samples, outputs)
            What it should have answered.
        loss, reduction : str
            See `nncore.losses.losses`.
        penalty : L1 or L2, optional
            Added to the loss; its derivative is part of the result.

        Returns
        -------
        Gradient
            With every δ, the derivative with respect to a layer's pre-activations: ∂/∂W = xᵀ · δ and ∂/∂b = Σ δ over the
            samples, and for the layer before, δ · Wᵀ times the derivative of its activations.
            Source: C. M. Bishop, *Pattern Recognition and Machine Learning*, 2006, section 5.3.1.

        Raises
        ------
        TableError
            If the targets' shape is not that of the outputs.
        SettingError
            If the loss is undefined for these outputs or targets.

        Examples
        --------
        output = 2 · 3 = 6, error = 6 − 5 = 1, so the derivative with respect to the weight is 1 · 3 = 3.

        >>> network = Network.from_layers(weights=[[[2.0]]], biases=None, activations=["linear"])
        >>> network.backward(network.forward([[3.0]]), [[5.0]]).parameters.tolist()
        [3.0]
        """
        targets = self._checked_targets(trace, targets, loss)
        of_weights: list[Array] = []
        deltas: list[Array] = []
        with np.errstate(all="ignore"):
            value = loss_value(
                loss, trace.outputs, targets, pre_activations=trace.pre_activations[-1], reduction=reduction
            )
            delta = self._output_delta(trace, targets, loss, reduction)
            for layer in reversed(range(self.architecture.layer_count)):
                deltas.append(delta)
                x = trace.activations[layer - 1] if layer > 0 else trace.inputs
                of_weights.append(x.T @ delta)
                if layer > 0:
                    activation = find_activation(self.architecture.activations[layer - 1])
                    z = trace.pre_activations[layer - 1]
                    delta = backpropagate(activation, delta @ self.weights[layer].T, z, x)
            of_biases = [delta.sum(axis=0) for delta in deltas] if self.architecture.bias else None
        flat = joined(of_weights[::-1], of_biases and of_biases[::-1])
        objective = value
        if penalty is not None:
            mask = weight_mask(self.architecture)
            objective += float(penalty.value(self.parameters, mask))
            flat = flat + penalty.gradient(self.parameters, mask)
        return Gradient(self.architecture, value, objective, flat, tuple(deltas[::-1]))

    def _checked_targets(self, trace: Trace, targets: ArrayLike, loss: str) -> Array:
        table = as_table("targets", targets)
        if require_instance("trace", trace, Trace).layer_sizes != self.architecture.layer_sizes:
            sizes = (
                f"Its layers have the sizes {trace.layer_sizes}, those of the network {self.architecture.layer_sizes}"
            )
            raise TableError(f"trace must come from the forward of this network. {sizes}.")
        if table.shape != trace.outputs.shape:
            raise TableError(f"targets has shape {table.shape} but outputs has shape {trace.outputs.shape}.")
        check_pair(loss, self.architecture.activations[-1], self.architecture.output_count)
        check_targets(loss, table)
        return table

    def _output_delta(self, trace: Trace, targets: Array, loss: str, reduction: str) -> Array:
        known = find_loss(loss)
        delta = known.gradient(trace.outputs, targets)
        if known.output_activation is None:
            activation = find_activation(self.architecture.activations[-1])
            delta = backpropagate(activation, delta, trace.pre_activations[-1], trace.outputs)
        return delta / len(targets) if reduction == "mean" else delta
