"""Gradient descent, plain or with momentum."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from nncore.engine.products import Step
from nncore.errors import SettingError
from nncore.quoting import quoted
from nncore.training.optimizers.optimizer import Optimizer, StepFormula, Stepper, store_number

Array = NDArray[np.float64]


@dataclass(frozen=True)
class SGD(Optimizer):
    """Gradient descent, with or without momentum.

    v ← momentum · v + g; w ← w − learning_rate · v, or with `nesterov` w ← w − learning_rate · (g + momentum · v).

    Raises
    ------
    SettingError
        If momentum is not from 0 up to 1, or nesterov is asked for without momentum.

    Notes
    -----
    Source: I. Sutskever et al., *On the importance of initialization and momentum in deep learning*, 2013, section 2,
    in PyTorch's form, where the learning rate stands outside the velocity.

    Examples
    --------
    >>> SGD(learning_rate=1.0)
    SGD(learning_rate=1.0, momentum=0.0, nesterov=False)
    """

    momentum: float = 0.0
    nesterov: bool = False
    name: ClassVar[str] = "SGD"

    def __post_init__(self) -> None:
        super().__post_init__()
        store_number(self, "momentum", at_least=0, below=1)
        if not isinstance(self.nesterov, bool):
            raise SettingError(f"nesterov must be True or False. Got {quoted(self.nesterov)} instead.")
        if self.nesterov and self.momentum == 0:
            raise SettingError("nesterov needs a momentum above 0. Got 0 instead.")

    @property
    def memory_slots(self) -> int:
        """One velocity for each parameter, if there is momentum."""
        return 1 if self.momentum else 0

    @property
    def step_formulas(self) -> tuple[StepFormula, ...]:
        """The velocity, if there is momentum, and the step."""
        if self.momentum == 0:
            return (StepFormula("new", "w − learning rate · g"),)
        taken = "(g + momentum · velocity)" if self.nesterov else "velocity"
        return (
            StepFormula("velocity", "momentum · velocity before + g", slot=0),
            StepFormula("new", f"w − learning rate · {taken}"),
        )

    def formula(self, at_work: Stepper, parameters: Array, gradient: Array) -> list[Step]:
        """Return one step, as NumPy calls."""
        rates = at_work.learning_rates
        if self.momentum == 0:
            steps: list[Step] = [partial(np.subtract, parameters, gradient, parameters)]
            if np.any(rates != 1):  # the articles' rate; a product with 1 changes nothing
                steps.insert(0, partial(np.multiply, gradient, rates, gradient))
            return steps
        velocity, scratch = at_work.memory[0], at_work.scratch
        momentum, nesterov = np.array(self.momentum), self.nesterov

        def step() -> None:
            np.multiply(velocity, momentum, velocity)
            np.add(velocity, gradient, velocity)
            if nesterov:
                np.multiply(velocity, momentum, scratch)
                np.add(gradient, scratch, gradient)
                np.multiply(gradient, rates, gradient)
            else:
                np.multiply(velocity, rates, gradient)
            np.subtract(parameters, gradient, parameters)

        return [step]
