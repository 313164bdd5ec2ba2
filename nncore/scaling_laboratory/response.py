"""How the output moves while one input of a row goes from one number to another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Response:
    """What each network answers while one input of a row moves, scaled as the training rows were.

    Attributes
    ----------
    input : int
        Which one moves, the first being 0.
    values : ndarray, shape (points,)
        Of that input, in its own unit.
    scaled : ndarray, shape (points,)
        The same as the networks see them.
    outputs : ndarray, shape (seeds, points, outputs)
        In the unit of the targets.
    trained_from, trained_to : float
        The least and the largest value of that input in the training rows; outside it is extrapolation.
    """

    input: int
    values: Array
    scaled: Array
    outputs: Array
    trained_from: float
    trained_to: float

    @property
    def extrapolated(self) -> NDArray[np.bool_]:
        """At which points the input is outside what was trained on, shape (points,)."""
        outside: NDArray[np.bool_] = (self.values < self.trained_from) | (self.values > self.trained_to)
        return outside
