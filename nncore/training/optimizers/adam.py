"""Adam: steps of about the learning rate, whatever the size of the gradient."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from nncore.engine.products import Step
from nncore.training.optimizers.optimizer import Optimizer, StepFormula, Stepper, store_number

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Adam(Optimizer):
    """Steps of about the learning rate for every parameter, whatever the size of its gradient.

    m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; w ← w − learning_rate · m̂ / (√v̂ + ε), where m̂ = m / (1 − β₁ᵗ) and
    v̂ = v / (1 − β₂ᵗ) after t steps.

    Raises
    ------
    SettingError
        If a β is not from 0 up to 1, or ε is not positive.

    Notes
    -----
    Source: D. P. Kingma and J. Ba, *Adam: A Method for Stochastic Optimization*, 2015, algorithm 1.

    Examples
    --------
    >>> Adam(learning_rate=0.01).beta_2
    0.999
    """

    beta_1: float = 0.9
    beta_2: float = 0.999
    epsilon: float = 1e-8
    name: ClassVar[str] = "Adam"
    slots: ClassVar[int] = 2
    numpy_step: ClassVar[str] = (
        "parameters - m / (np.sqrt(v) / np.sqrt(1 - beta_2**t) + epsilon) * (learning_rate / (1 - beta_1**t))"
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        store_number(self, "beta_1", at_least=0, below=1)
        store_number(self, "beta_2", at_least=0, below=1)
        store_number(self, "epsilon", above=0)

    @property
    def step_formulas(self) -> tuple[StepFormula, ...]:
        """The two moments, both corrected for their start at 0, the step, and the parameter after it."""
        return (
            StepFormula("m", "beta_1 · m before + (1 − beta_1) · g", slot=0),
            StepFormula("v", "beta_2 · v before + (1 − beta_2) · g²", slot=1),
            StepFormula("corrected m", "m / (1 − beta_1^t)"),
            StepFormula("corrected v", "v / (1 − beta_2^t)"),
            StepFormula("step", "learning rate · corrected m / (sqrt(corrected v) + epsilon)"),
            StepFormula("new", "w − step"),
        )

    def formula(self, at_work: Stepper, parameters: Array, gradient: Array) -> list[Step]:
        """Return one step, as NumPy calls."""
        mean, square = at_work.memory
        scratch = at_work.scratch
        rates = at_work.learning_rates.item() if at_work.learning_rates.ndim == 0 else at_work.learning_rates
        beta_1, beta_2 = self.beta_1, self.beta_2
        # Arrays rather than Python numbers: NumPy would convert those anew at every call.
        decay_1, decay_2, rest_1, rest_2, epsilon = map(
            np.array, (beta_1, beta_2, 1 - beta_1, 1 - beta_2, self.epsilon)
        )

        def step() -> None:
            at_work.steps += 1
            np.multiply(mean, decay_1, mean)
            np.add(mean, np.multiply(gradient, rest_1, scratch), mean)
            np.multiply(square, decay_2, square)
            np.multiply(gradient, gradient, scratch)
            np.add(square, np.multiply(scratch, rest_2, scratch), square)
            np.sqrt(square, scratch)
            np.divide(scratch, sqrt(1 - beta_2**at_work.steps), scratch)
            np.add(scratch, epsilon, scratch)
            np.divide(mean, scratch, gradient)
            np.multiply(gradient, rates / (1 - beta_1**at_work.steps), gradient)
            np.subtract(parameters, gradient, parameters)

        return [step]
