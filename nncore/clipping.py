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
    norms = np.sqrt((gradient * gradient).sum(axis=-1, keepdims=True))
    np.multiply(gradient, np.where(norms > clip_norm, clip_norm / norms, 1.0), gradient)
