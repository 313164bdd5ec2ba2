"""Shorten gradients that are too long."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def clip(gradient: Array, clip_norm: float) -> None:
    """Shorten every row of `gradient` that is longer than `clip_norm` to that length, in place.

    Source: R. Pascanu, T. Mikolov, Y. Bengio, *On the difficulty of training recurrent neural networks*, 2013,
    algorithm 1.

    Examples
    --------
    >>> gradient = np.array([[3.0, 4.0], [0.3, 0.4]])
    >>> clip(gradient, 1.0)
    >>> gradient.round(12).tolist()
    [[0.6, 0.8], [0.3, 0.4]]
    """
    # Measured in units of the largest entry: the square of a very large one would overflow, and clip everything to 0.
    largest = np.abs(gradient).max(axis=-1, keepdims=True)
    unit = np.where(largest > 0, largest, 1.0)
    scaled = gradient / unit
    length = np.sqrt(np.square(scaled).sum(axis=-1, keepdims=True))
    too_long = unit * length > clip_norm
    np.copyto(gradient, scaled * (clip_norm / np.where(too_long, length, 1.0)), where=too_long)
