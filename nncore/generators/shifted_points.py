"""Noise as TensorFlow Playground has it: a row keeps its place, and gets the target of a place nearby."""

from __future__ import annotations

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

Array = NDArray[np.float64]


def shifted(random: RandomState, points: Array, reach: float) -> Array:
    """Return points moved along each axis by a number drawn uniformly from −reach to reach.

    Parameters
    ----------
    random : RandomState
    points : ndarray, shape (rows, inputs)
    reach : float
        In the unit of the points; 0 leaves them where they are.
    """
    moved: Array = points + reach * random.uniform(-1.0, 1.0, points.shape)
    return moved
