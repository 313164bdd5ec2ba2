"""RMSProp and Adagrad: each parameter's step divided by the size of its own gradients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from nncore.engine.products import Step
from nncore.training.optimizers.optimizer import Optimizer, StepFormula, Stepper, store_number

Array = NDArray[np.float64]

_STEP = (
    StepFormula("step", "learning rate · (g / (sqrt(v) + epsilon))"),
    StepFormula("new", "w − step"),
)


@dataclass(frozen=True)
class RMSProp(Optimizer):
    """Divide each step by the recent size of that parameter's gradients.

    v ← decay · v + (1 − decay) g²; w ← w − learning_rate · g / (√v + ε).

    Raises
    ------
    SettingError
        If decay is not from 0 up to 1, or ε is not positive.

    Notes
    -----
    Source: T. Tieleman and G. Hinton, *Neural Networks for Machine Learning*, lecture 6.5, 2012.

    Examples
    --------
    >>> RMSProp(learning_rate=0.01).decay
    0.99
    """

    decay: float = 0.99
    epsilon: float = 1e-8
    name: ClassVar[str] = "RMSProp"
    slots: ClassVar[int] = 1

    def __post_init__(self) -> None:
        super().__post_init__()
        store_number(self, "decay", at_least=0, below=1)
        store_number(self, "epsilon", above=0)

    def formula(self, at_work: Stepper, parameters: Array, gradient: Array) -> list[Step]:
        """Return one step, as NumPy calls."""
        return _formula(at_work, parameters, gradient, self.decay, 1 - self.decay, self.epsilon)

    @property
    def step_formulas(self) -> tuple[StepFormula, ...]:
        """The recent size of the gradients, squared, the step, and the parameter after it."""
        return StepFormula("v", "decay · v before + (1 − decay) · g²", slot=0), *_STEP


@dataclass(frozen=True)
class Adagrad(Optimizer):
    """Divide each step by the size of all of that parameter's gradients so far.

    v ← v + g²; w ← w − learning_rate · g / (√v + ε).

    Raises
    ------
    SettingError
        If ε is not positive.

    Notes
    -----
    Source: J. Duchi, E. Hazan, Y. Singer, *Adaptive Subgradient Methods*, 2011, with diagonal matrices.

    Examples
    --------
    >>> Adagrad(learning_rate=0.1).epsilon
    1e-10
    """

    epsilon: float = 1e-10
    name: ClassVar[str] = "Adagrad"
    slots: ClassVar[int] = 1

    def __post_init__(self) -> None:
        super().__post_init__()
        store_number(self, "epsilon", above=0)

    def formula(self, at_work: Stepper, parameters: Array, gradient: Array) -> list[Step]:
        """Return one step, as NumPy calls."""
        return _formula(at_work, parameters, gradient, 1.0, 1.0, self.epsilon)

    @property
    def step_formulas(self) -> tuple[StepFormula, ...]:
        """The sum of all squared gradients, the step, and the parameter after it."""
        return StepFormula("v", "v before + g²", slot=0), *_STEP


def _formula(
    at_work: Stepper, parameters: Array, gradient: Array, keep: float, take: float, epsilon: float
) -> list[Step]:
    """Return v ← keep · v + take · g²; w ← w − learning_rate · g / (√v + ε)."""
    square, scratch, rates = at_work.memory[0], at_work.scratch, at_work.learning_rates
    kept, taken, least = np.array(keep), np.array(take), np.array(epsilon)

    def step() -> None:
        np.multiply(square, kept, square)
        np.multiply(gradient, gradient, scratch)
        np.add(square, np.multiply(scratch, taken, scratch), square)
        np.add(np.sqrt(square, scratch), least, scratch)
        np.divide(gradient, scratch, gradient)
        np.multiply(gradient, rates, gradient)
        np.subtract(parameters, gradient, parameters)

    return [step]
