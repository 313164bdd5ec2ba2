"""What a loss function is: a value for each sample, and the derivative of exactly that value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Loss:
    """One loss function.

    Attributes
    ----------
    name : str
        How it is called everywhere.
    formula : str
        The loss of one sample; y are the outputs, t the targets, z the output layer's pre-activations, K the outputs.
    values : callable
        ``values(scores, targets, axis=-1)``: the loss of each sample. `scores` are the outputs, or the pre-activations
        of the output layer if `output_activation` is set. `axis` is the one along which the outputs lie.
    gradient : callable
        ``gradient(outputs, targets, out=None, axis=-1)``: the derivative of each sample's loss, with respect to the
        outputs, or to the pre-activations if `output_activation` is set.
    output_activation : str or None
        The only activation of the output layer this loss goes with; None if it goes with all.
    least_outputs : int
        How many outputs it needs.
    curvature : callable or None
        ``curvature(outputs)``: the largest second derivative of a sample's loss with respect to one of so many outputs;
        None where nobody has worked it out.
    """

    name: str
    formula: str
    values: Callable[..., Array]
    gradient: Callable[..., Array]
    output_activation: str | None = None
    least_outputs: int = 1
    curvature: Callable[[int], float] | None = None


def divided_by_outputs(out: Array, axis: int) -> Array:
    """Turn sums over the outputs, which lie along `axis`, into means, in place."""
    outputs = out.shape[axis]
    return out if outputs == 1 else np.divide(out, outputs, out)
