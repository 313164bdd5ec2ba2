"""What every optimizer is: a frozen description, with the formula of its step; and one at work on a stack of runs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import Any, ClassVar, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from nncore.engine.products import Step
from nncore.errors import require_number

Array = NDArray[np.float64]


class StepFormula(NamedTuple):
    """One line of an optimizer's step, for a single parameter, for the reader.

    Attributes
    ----------
    name : str
        What the line computes; "new" is the parameter after the step.
    formula : str
        As `nncore.formulas` reads it. It may name w, the parameter before the step; g, its gradient; t, the steps made,
        this one included; "learning rate" and the other numbers of the optimizer; and the lines before it.
    slot : int or None
        The place in the optimizer's memory where the result stays; what was there is called "… before".
    """

    name: str
    formula: str
    slot: int | None = None


@dataclass(frozen=True)
class Optimizer(ABC):
    """What every optimizer has in common: a learning rate.

    Raises
    ------
    SettingError
        If `learning_rate` is not a positive number.
    """

    learning_rate: float
    name: ClassVar[str]
    slots: ClassVar[int]
    numpy_step: ClassVar[str | None] = None  # the last line as NumPy code, where its formula rounds otherwise

    def __post_init__(self) -> None:
        store_number(self, "learning_rate", above=0)

    @property
    def memory_slots(self) -> int:
        """How many numbers it remembers for each parameter."""
        return self.slots

    def at(self, learning_rate: float) -> Self:
        """Return the same optimizer with another learning rate."""
        return replace(self, learning_rate=learning_rate)

    def stepper(self, shape: tuple[int, int], learning_rates: Array | None = None) -> Stepper:
        """Return this optimizer at work on parameters of shape (runs, parameter_count).

        Parameters
        ----------
        shape : tuple of int
        learning_rates : ndarray, shape () or (parameter_count,), optional
            In place of its own for all parameters.
        """
        return Stepper(self, shape, np.array(self.learning_rate) if learning_rates is None else learning_rates)

    @property
    @abstractmethod
    def step_formulas(self) -> tuple[StepFormula, ...]:
        """One step of one parameter, line by line; the last is "new"."""

    @abstractmethod
    def formula(self, at_work: Stepper, parameters: Array, gradient: Array) -> list[Step]:
        """Return one step as NumPy calls, element by element, which change `parameters` in place.

        They read what is in `gradient` whenever they are run, and may overwrite it.
        """


class Stepper:
    """An optimizer at work on one stack of parameter vectors. It knows nothing of layers.

    Attributes
    ----------
    learning_rates : ndarray, shape () or (parameter_count,)
    memory : ndarray, shape (slots, runs, parameter_count)
        What it remembers from step to step; all 0 at the start.
    steps : int
        How many steps it has made.
    scratch : ndarray, shape (runs, parameter_count)
        For the formula to work in.

    Examples
    --------
    >>> from nncore.training.optimizers import SGD
    >>> parameters = np.array([[2.0]])
    >>> SGD(learning_rate=0.1).stepper((1, 1)).step(parameters, np.array([[5.0]]))
    >>> parameters.tolist()
    [[1.5]]
    """

    def __init__(self, optimizer: Optimizer, shape: tuple[int, int], learning_rates: Array) -> None:
        self._optimizer = optimizer
        self.learning_rates = learning_rates
        self.memory = np.zeros((optimizer.memory_slots, *shape))
        self.steps = 0
        self.scratch = np.empty(shape)

    def step(self, parameters: Array, gradient: Array) -> None:
        """Change `parameters` in place; `gradient` may be overwritten."""
        for step in self.bound(parameters, gradient):
            step()

    def bound(self, parameters: Array, gradient: Array) -> list[Step]:
        """Return what makes a step with these two arrays, as often as it is run."""
        return self._optimizer.formula(self, parameters, gradient)


def store_number(optimizer: Optimizer, name: str, **limits: Any) -> None:
    """Check a number of an optimizer and store it as Python's own float: NumPy's could not be written to a file."""
    object.__setattr__(optimizer, name, require_number(name, getattr(optimizer, name), **limits))
