"""What a loss function is: a value for each sample, and the derivative of exactly that value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True)
class LossParts:
    """What each output has to do with the loss of a sample, in formulas as `nncore.formulas` reads them.

    They may name, of the output: y, its target t, its error e = y − t and its pre-activation z; of all outputs: the
    largest pre-activation "largest z", the sum of exp(z − largest z), "sum of e", and the sum of the targets, "sum of t".

    Attributes
    ----------
    part : str
        What the output adds to the loss.
    derivative : str
        Of its part, with respect to the output, or to its pre-activation if the loss has an `output_activation`.
    mean : bool
        Whether the parts of the outputs, and so the derivatives, are averaged; else they are summed.
    derivation : str
        Where the derivative comes from, if it is that with respect to the pre-activation.
    numpy_part : str or None
        The parts of all outputs as NumPy code of z and t, one row an output, where the operations of the formula round
        otherwise than `Loss.values` does.
    """

    part: str
    derivative: str
    mean: bool
    derivation: str = ""
    numpy_part: str | None = None


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
    parts : LossParts
        The same once more for the reader, one output at a time.
    """

    name: str
    formula: str
    parts: LossParts
    values: Callable[..., Array]
    gradient: Callable[..., Array]
    output_activation: str | None = None
    least_outputs: int = 1
    curvature: Callable[[int], float] | None = None

    def formula_over(self, outputs: int) -> str:
        """Return the formula for so many outputs: over one there is nothing to sum, and nothing to average.

        Examples
        --------
        >>> from nncore.losses.losses import find_loss
        >>> find_loss("half_squared_error").formula_over(1), find_loss("half_squared_error").formula_over(2)
        ('½ (y − t)²', '½ Σ (y − t)² over the 2 outputs')
        """
        if outputs == 1:
            return self.formula.replace("1/K Σ ", "").replace("Σ ", "")
        return f"{self.formula} over the {outputs} outputs"


def divided_by_outputs(out: Array, axis: int) -> Array:
    """Turn sums over the outputs, which lie along `axis`, into means, in place."""
    outputs = out.shape[axis]
    return out if outputs == 1 else np.divide(out, outputs, out)
