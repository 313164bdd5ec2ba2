"""Make large weights cost something: the L2 and the L1 penalty on weights, never on biases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from nncore.errors import require_number
from nncore.network.architecture import Architecture

Array = NDArray[np.float64]


@dataclass(frozen=True)
class L2:
    """Add strength/2 · Σ w² to the loss, so that every update shrinks the weights a little.

    Parameters
    ----------
    strength : float
        0 or more. In the unit of the loss per squared weight.

    Raises
    ------
    SettingError
        If `strength` is negative or not finite.

    Notes
    -----
    Source: I. Goodfellow, Y. Bengio, A. Courville, *Deep Learning*, 2016, section 7.1.1.

    Examples
    --------
    Weights 3 and −4 cost 0.1/2 · (9 + 16) = 1.25.

    >>> L2(0.1).value(np.array([3.0, -4.0]), np.array([1.0, 1.0])).item()
    1.25
    """

    strength: float
    formula: ClassVar[str] = "strength/2 · Σ w²"
    gradient_formula: ClassVar[str] = "strength · w"

    def __post_init__(self) -> None:
        object.__setattr__(self, "strength", require_number("strength", self.strength, at_least=0))

    def value(self, parameters: Array, weight_mask: Array) -> Array:
        """Return the penalty of each parameter vector; `weight_mask` is 1 for weights and 0 for biases."""
        return np.asarray(0.5 * self.strength * (parameters * parameters * weight_mask).sum(axis=-1))

    def gradient(self, parameters: Array, weight_mask: Array) -> Array:
        """Return strength · w for weights and 0 for biases."""
        return parameters * (self.strength * weight_mask)


@dataclass(frozen=True)
class L1:
    """Add strength · Σ abs(w) to the loss, so that weights of little use go to 0.

    Parameters
    ----------
    strength : float
        0 or more. In the unit of the loss per weight.

    Raises
    ------
    SettingError
        If `strength` is negative or not finite.

    Notes
    -----
    Source: I. Goodfellow, Y. Bengio, A. Courville, *Deep Learning*, 2016, section 7.1.2.

    Examples
    --------
    Weights 3 and −4 cost 0.5 · (3 + 4) = 3.5.

    >>> L1(0.5).value(np.array([3.0, -4.0]), np.array([1.0, 1.0])).item()
    3.5
    """

    strength: float
    formula: ClassVar[str] = "strength · Σ |w|"
    gradient_formula: ClassVar[str] = "strength · sign(w)"

    def __post_init__(self) -> None:
        object.__setattr__(self, "strength", require_number("strength", self.strength, at_least=0))

    def value(self, parameters: Array, weight_mask: Array) -> Array:
        """Return the penalty of each parameter vector; `weight_mask` is 1 for weights and 0 for biases."""
        return np.asarray(self.strength * (np.abs(parameters) * weight_mask).sum(axis=-1))

    def gradient(self, parameters: Array, weight_mask: Array) -> Array:
        """Return strength · sign(w) for weights, 0 for biases and for weights of 0."""
        return np.sign(parameters) * (self.strength * weight_mask)


Penalty = L1 | L2

PENALTIES: dict[str, Callable[..., Penalty]] = {"L1": L1, "L2": L2}


def weight_mask(architecture: Architecture) -> Array:
    """Return a flat vector that is 1 where a weight lies and 0 where a bias does.

    Examples
    --------
    >>> weight_mask(Architecture((2, 1), ("linear",))).tolist()
    [1.0, 1.0, 0.0]
    """
    mask = np.ones(architecture.parameter_count)
    for _, biases in architecture.layer_slices:
        mask[biases] = 0.0
    return mask
