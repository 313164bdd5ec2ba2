"""The order in which weights and biases lie in the flat vector: W1 row by row, b1, W2 row by row, b2, …."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class LayerSlices(NamedTuple):
    """Where a layer's weights and, right behind them, its biases lie; without biases the second is empty."""

    weights: slice
    biases: slice

    @property
    def whole(self) -> slice:
        """Where all of the layer lies."""
        return slice(self.weights.start, self.biases.stop)

    def weights_in(self, flat: Array, shape: tuple[int, int]) -> Array:
        """Return the weights, (…, fan_in, fan_out): a window into flat vectors, (…, parameter_count)."""
        return flat[..., self.weights].reshape(*flat.shape[:-1], *shape)

    def with_bias_row(self, flat: Array, fan_out: int) -> Array:
        """Return the weights with the biases as their last row, (…, fan_in [+ 1], fan_out): a window into the vectors.

        Examples
        --------
        >>> (layer,) = layer_slices((2, 1), bias=True)
        >>> layer.with_bias_row(np.array([[2.0, 3.0, 0.5]]), fan_out=1).tolist()
        [[[2.0], [3.0], [0.5]]]
        """
        return flat[..., self.whole].reshape(*flat.shape[:-1], -1, fan_out)


class ParameterPlace(NamedTuple):
    """A parameter's layer, counted from 0 at the first with weights, and the neurons it joins; a bias has no start."""

    layer: int
    start: int | None
    end: int


def layer_slices(layer_sizes: Sequence[int], bias: bool) -> tuple[LayerSlices, ...]:
    """Return where each layer's weights and biases lie in the flat vector.

    Examples
    --------
    >>> [(layer.weights, layer.biases) for layer in layer_slices((2, 1), bias=True)]
    [(slice(0, 2, None), slice(2, 3, None))]
    """
    found = []
    start = 0
    for fan_in, fan_out in pairwise(layer_sizes):
        middle = start + fan_in * fan_out
        end = middle + fan_out * bias
        found.append(LayerSlices(slice(start, middle), slice(middle, end)))
        start = end
    return tuple(found)


def parameter_places(layer_sizes: Sequence[int], bias: bool) -> tuple[ParameterPlace, ...]:
    """Return what each number of the flat vector belongs to, in its order.

    Examples
    --------
    >>> [tuple(place) for place in parameter_places((1, 2), bias=True)]
    [(0, 0, 0), (0, 0, 1), (0, None, 0), (0, None, 1)]
    """
    return tuple(
        ParameterPlace(layer, start, end)
        for layer, (fan_in, fan_out) in enumerate(pairwise(layer_sizes))
        for start in (*range(fan_in), *([None] if bias else []))
        for end in range(fan_out)
    )


def joined(weights: Sequence[Array], biases: Sequence[Array] | None) -> Array:
    """Return all weights and biases, one array a layer, in one new flat vector.

    Examples
    --------
    >>> joined([np.array([[2.0], [3.0]])], [np.array([0.5])]).tolist()
    [2.0, 3.0, 0.5]
    """
    if biases is None:
        return np.concatenate([layer.ravel() for layer in weights])
    return np.concatenate([part.ravel() for layer in zip(weights, biases, strict=True) for part in layer])
