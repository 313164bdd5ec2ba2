"""Carry out an optimizer's formula on a stack of parameter vectors, in place, element by element.

A stepper holds what its optimizer remembers from step to step, as arrays of the parameters' shape; it knows nothing of
layers. Which formula belongs to which optimizer, and where it comes from, stands in `optimizers`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import partial
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from nncore.engine.products import Step

Array = NDArray[np.float64]


class Stepper(ABC):
    """An optimizer at work on one stack of parameter vectors.

    Attributes
    ----------
    memory : ndarray, shape (slots, runs, parameter_count)
        What it remembers from step to step; all 0 at the start.
    steps : int
        How many steps it has made.
    """

    def __init__(self, shape: tuple[int, int], slots: int) -> None:
        self.memory = np.zeros((slots, *shape))
        self.steps = 0
        self._scratch = np.empty(shape)

    @abstractmethod
    def step(self, parameters: Array, gradient: Array) -> None:
        """Change `parameters` in place; `gradient` may be overwritten."""

    def bound(self, parameters: Array, gradient: Array) -> list[Step]:
        """Return what makes a step with these two arrays, as often as it is run."""
        return [partial(self.step, parameters, gradient)]


class DescentStepper(Stepper):
    """w ← w − learning_rate · g."""

    def __init__(self, shape: tuple[int, int], learning_rate: float) -> None:
        super().__init__(shape, 0)
        self._learning_rate = np.array(learning_rate)

    def step(self, parameters: Array, gradient: Array) -> None:
        """Change `parameters` in place; `gradient` is overwritten."""
        for step in self.bound(parameters, gradient):
            step()

    def bound(self, parameters: Array, gradient: Array) -> list[Step]:
        """Return what makes a step with these two arrays, as often as it is run."""
        steps: list[Step] = [partial(np.subtract, parameters, gradient, parameters)]
        if self._learning_rate != 1:  # the articles' rate; a product with 1 changes nothing
            steps.insert(0, partial(np.multiply, gradient, self._learning_rate, gradient))
        return steps


class MomentumStepper(Stepper):
    """v ← momentum · v + g; w ← w − learning_rate · v, or · (g + momentum · v) with `nesterov`."""

    def __init__(self, shape: tuple[int, int], learning_rate: float, momentum: float, nesterov: bool) -> None:
        super().__init__(shape, 1)
        self._learning_rate = np.array(learning_rate)
        self._momentum = np.array(momentum)
        self._nesterov = nesterov

    def step(self, parameters: Array, gradient: Array) -> None:
        """Change `parameters` in place; `gradient` is overwritten."""
        velocity = self.memory[0]
        np.multiply(velocity, self._momentum, velocity)
        np.add(velocity, gradient, velocity)
        if self._nesterov:
            np.multiply(velocity, self._momentum, self._scratch)
            np.add(gradient, self._scratch, gradient)
            np.multiply(gradient, self._learning_rate, gradient)
        else:
            np.multiply(velocity, self._learning_rate, gradient)
        np.subtract(parameters, gradient, parameters)


class AdamStepper(Stepper):
    """m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; w ← w − learning_rate · m̂ / (√v̂ + ε)."""

    def __init__(
        self, shape: tuple[int, int], learning_rate: float, beta_1: float, beta_2: float, epsilon: float
    ) -> None:
        super().__init__(shape, 2)
        self._learning_rate = learning_rate
        self._decays = beta_1, beta_2
        self._beta_1 = np.array(beta_1)
        self._beta_2 = np.array(beta_2)
        self._rest_1 = np.array(1 - beta_1)
        self._rest_2 = np.array(1 - beta_2)
        self._epsilon = np.array(epsilon)

    def step(self, parameters: Array, gradient: Array) -> None:
        """Change `parameters` in place; `gradient` is overwritten."""
        self.steps += 1
        mean, square = self.memory
        scratch = self._scratch
        np.multiply(mean, self._beta_1, mean)
        np.add(mean, np.multiply(gradient, self._rest_1, scratch), mean)
        np.multiply(square, self._beta_2, square)
        np.multiply(gradient, gradient, scratch)
        np.add(square, np.multiply(scratch, self._rest_2, scratch), square)
        beta_1, beta_2 = self._decays
        np.sqrt(square, scratch)
        np.divide(scratch, sqrt(1 - beta_2**self.steps), scratch)
        np.add(scratch, self._epsilon, scratch)
        np.divide(mean, scratch, gradient)
        np.multiply(gradient, self._learning_rate / (1 - beta_1**self.steps), gradient)
        np.subtract(parameters, gradient, parameters)


class SquareStepper(Stepper):
    """v ← keep · v + take · g²; w ← w − learning_rate · g / (√v + ε)."""

    def __init__(self, shape: tuple[int, int], learning_rate: float, keep: float, take: float, epsilon: float) -> None:
        super().__init__(shape, 1)
        self._learning_rate = np.array(learning_rate)
        self._keep = np.array(keep)
        self._take = np.array(take)
        self._epsilon = np.array(epsilon)

    def step(self, parameters: Array, gradient: Array) -> None:
        """Change `parameters` in place; `gradient` is overwritten."""
        square = self.memory[0]
        scratch = self._scratch
        np.multiply(square, self._keep, square)
        np.multiply(gradient, gradient, scratch)
        np.add(square, np.multiply(scratch, self._take, scratch), square)
        np.add(np.sqrt(square, scratch), self._epsilon, scratch)
        np.divide(gradient, scratch, gradient)
        np.multiply(gradient, self._learning_rate, gradient)
        np.subtract(parameters, gradient, parameters)
