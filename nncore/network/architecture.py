"""Describe a network without its numbers: how many layers, how wide, which activations, with or without biases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nncore.errors import SettingError, require_whole_number
from nncore.limits import check_parameter_count
from nncore.network.activations import find_activation
from nncore.network.flat_order import LayerSlices, layer_slices
from nncore.network.layer_names import layer_names
from nncore.quoting import quoted

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Architecture:
    """The shape of a fully connected feed-forward network.

    Parameters
    ----------
    layer_sizes : sequence of int
        Units of each layer, the inputs first: ``(3, 3, 1)`` has three inputs, three hidden neurons and one output.
    activations : sequence of str
        One name from `nncore.network.activations.ACTIVATIONS` for each layer but the inputs.
    bias : bool
        Whether every neuron adds a bias of its own to its weighted sum.

    Raises
    ------
    SettingError
        If there are fewer than two layers, a size is not a positive whole number, or the activations do not fit.
    UnknownNameError
        If an activation is not known.
    LimitError
        If it has more parameters than this package accepts.

    Examples
    --------
    >>> Architecture(layer_sizes=(3, 3, 1), activations=("sigmoid", "sigmoid"), bias=False).parameter_count
    12
    """

    layer_sizes: tuple[int, ...]
    activations: tuple[str, ...]
    bias: bool = True

    def __post_init__(self) -> None:
        for part in (self.layer_sizes, self.activations):
            if isinstance(part, str) or not isinstance(part, Sequence):
                raise SettingError(
                    "layer_sizes and activations must be sequences, such as (3, 1) and ('sigmoid',). "
                    f"Got {quoted(self.layer_sizes)} and {quoted(self.activations)} instead."
                )
        sizes = tuple(require_whole_number("a layer size", size, at_least=1) for size in self.layer_sizes)
        if len(sizes) < 2:
            raise SettingError(
                f"layer_sizes must name two layers or more, inputs and outputs. Got {quoted(sizes)} instead."
            )
        if len(self.activations) != len(sizes) - 1:
            raise SettingError(
                f"activations must name one function for each layer after the inputs: {len(sizes) - 1}. "
                f"Got {len(self.activations)} instead."
            )
        if not isinstance(self.bias, bool):
            raise SettingError(f"bias must be True or False. Got {quoted(self.bias)} instead.")
        for name in self.activations:
            find_activation(name)
        object.__setattr__(self, "layer_sizes", sizes)
        object.__setattr__(self, "activations", tuple(self.activations))
        check_parameter_count(self.parameter_count)

    @property
    def input_count(self) -> int:
        """Columns of the inputs."""
        return self.layer_sizes[0]

    @property
    def output_count(self) -> int:
        """Columns of the outputs."""
        return self.layer_sizes[-1]

    @property
    def layer_count(self) -> int:
        """Layers that have weights: all but the inputs."""
        return len(self.activations)

    @cached_property
    def weight_shapes(self) -> tuple[tuple[int, int], ...]:
        """(fan_in, fan_out) of every layer's weights."""
        return tuple(zip(self.layer_sizes[:-1], self.layer_sizes[1:], strict=True))

    @cached_property
    def parameter_count(self) -> int:
        """Length of the flat vector that holds all weights and biases."""
        return sum(fan_in * fan_out + fan_out * self.bias for fan_in, fan_out in self.weight_shapes)

    @cached_property
    def layer_slices(self) -> tuple[LayerSlices, ...]:
        """Where each layer's weights and biases lie in the flat vector."""
        return layer_slices(self.layer_sizes, self.bias)

    def weights_of(self, parameters: Array) -> tuple[Array, ...]:
        """Return each layer's weights, (…, fan_in, fan_out), as windows into flat vectors."""
        return tuple(
            layer.weights_in(parameters, shape)
            for layer, shape in zip(self.layer_slices, self.weight_shapes, strict=True)
        )

    def biases_of(self, parameters: Array) -> tuple[Array, ...] | tuple[None, ...]:
        """Return each layer's biases, (…, fan_out), as windows into flat vectors; None where there are none."""
        if not self.bias:
            return (None,) * self.layer_count
        return tuple(parameters[..., layer.biases] for layer in self.layer_slices)

    def leading_away(self, layer: int, index: int) -> range:
        """Return where the weights lie that lead away from a neuron, the inputs being layer 0.

        Examples
        --------
        >>> Architecture((2, 3, 1), ("tanh", "sigmoid")).leading_away(0, 1)
        range(3, 6)
        """
        fan_out = self.layer_sizes[layer + 1]
        start = self.layer_slices[layer].weights.start + index * fan_out
        return range(start, start + fan_out)

    def leading_to(self, layer: int, index: int) -> range:
        """Return where the weights and the bias lie that lead to a neuron; none do to an input, which is of layer 0.

        Examples
        --------
        >>> list(Architecture((2, 3, 1), ("tanh", "sigmoid")).leading_to(1, 0))
        [0, 3, 6]
        """
        if layer == 0:
            return range(0)
        whole = self.layer_slices[layer - 1].whole
        return range(whole.start + index, whole.stop, self.layer_sizes[layer])

    def parameters_of_neuron(self, layer: int, index: int) -> frozenset[int]:
        """Return where all weights and the bias lie that lead to a neuron or away from it."""
        return frozenset((*self.leading_to(layer, index), *self.leading_away(layer, index)))

    def layer_name(self, layer: int) -> str:
        """Return what the screen calls a layer: its number counts from 0 at the first layer with weights.

        Examples
        --------
        >>> Architecture((2, 4, 2, 1), ("tanh", "tanh", "sigmoid")).layer_name(1)
        'Hidden 2'
        """
        return layer_names(self.layer_count - 1)[layer + 1]
