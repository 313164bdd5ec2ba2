"""Check the weights and biases of all layers, and lay them side by side in one flat vector."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from nncore.errors import SettingError
from nncore.network.flat_order import joined
from nncore.quoting import quoted

Array = NDArray[np.float64]


def flat_parameters(weights: object, biases: object) -> tuple[tuple[int, ...], bool, Array]:
    """Return the layer sizes that weights and biases tell, whether there are biases, and all of them in one vector.

    Parameters
    ----------
    weights : sequence of array_like, shape (fan_in, fan_out)
        One entry a layer.
    biases : sequence of array_like, shape (fan_out,), or None
        One entry a layer; no biases are None, or None a layer.

    Raises
    ------
    SettingError
        If something is no number, or the shapes do not fit each other.

    Examples
    --------
    >>> sizes, has_biases, parameters = flat_parameters([[[2.0], [3.0]]], [[0.5]])
    >>> sizes, has_biases, parameters.tolist()
    ((2, 1), True, [2.0, 3.0, 0.5])
    """
    layers = _arrays("weights", weights)
    if not layers or any(layer.ndim != 2 for layer in layers):
        raise SettingError("weights must be a list of tables (fan_in, fan_out), one a layer.")
    for number, (left, right) in enumerate(pairwise(layers), start=1):
        if left.shape[1] != right.shape[0]:
            raise SettingError(
                f"Layer {number} has {left.shape[1]} units but layer {number + 1} has weights for {right.shape[0]}."
            )
    sizes = (layers[0].shape[0], *(layer.shape[1] for layer in layers))
    vectors = None
    has_biases = biases is not None and not (
        isinstance(biases, tuple | list) and len(biases) == len(layers) and all(part is None for part in biases)
    )
    if has_biases:
        vectors = _arrays("biases", biases)
        if [vector.shape for vector in vectors] != [(size,) for size in sizes[1:]]:
            raise SettingError(
                f"biases must have one vector a layer, of lengths {sizes[1:]}. "
                f"Got shapes {[vector.shape for vector in vectors]} instead."
            )
    return sizes, has_biases, joined(layers, vectors)


def as_numbers(name: str, values: object) -> Array:
    """Return a copy of `values` as an array of numbers.

    Raises
    ------
    SettingError
        If something in it is no number, or its rows have different lengths.
    """
    try:
        return np.array(values, dtype=np.float64)
    except (TypeError, ValueError, OverflowError) as error:
        raise SettingError(f"{name} must hold numbers only, in rows of one length. Got {quoted(values)}.") from error


def _arrays(name: str, layers: object) -> list[Array]:
    if not isinstance(layers, Iterable):
        raise SettingError(f"{name} must be a list with one entry a layer. Got {quoted(layers)} instead.")
    return [as_numbers(name, layer) for layer in layers]
