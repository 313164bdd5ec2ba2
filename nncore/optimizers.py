"""Turn a gradient into a step: plain and heavy-ball gradient descent, Adam, RMSProp and Adagrad, as PyTorch defines them.

An optimizer is a frozen description. For a run it makes a `Stepper`, which holds what the optimizer remembers, as
arrays of the parameters' shape. The steps are element-wise and know nothing of layers.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from math import sqrt
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from nncore.errors import SettingError, require_number

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

    def __post_init__(self) -> None:
        require_number("learning_rate", self.learning_rate, above=0)

    @property
    def memory_slots(self) -> int:
        """How many numbers it remembers for each parameter."""
        return self.slots

    def at(self, learning_rate: float) -> Self:
        """Return the same optimizer with another learning rate."""
        return replace(self, learning_rate=learning_rate)

    @abstractmethod
    def stepper(self, shape: tuple[int, int]) -> Stepper:
        """Return this optimizer at work on parameters of shape (runs, parameter_count)."""


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
        require_number("momentum", self.momentum, at_least=0, below=1)
        if self.nesterov and self.momentum == 0:
            raise SettingError("nesterov needs a momentum above 0. Got 0 instead.")

    @property
    def memory_slots(self) -> int:
        """One velocity for each parameter, if there is momentum."""
        return 1 if self.momentum else 0

    def stepper(self, shape: tuple[int, int]) -> Stepper:
        """Return this optimizer at work."""
        return _MomentumStepper(self, shape) if self.momentum else _DescentStepper(self, shape)


class _DescentStepper(Stepper):
    def __init__(self, optimizer: SGD, shape: tuple[int, int]) -> None:
        super().__init__(shape, 0)
        self._learning_rate = np.array(optimizer.learning_rate)

    def step(self, parameters: Array, gradient: Array) -> None:
        np.multiply(gradient, self._learning_rate, gradient)
        np.subtract(parameters, gradient, parameters)


class _MomentumStepper(Stepper):
    def __init__(self, optimizer: SGD, shape: tuple[int, int]) -> None:
        super().__init__(shape, 1)
        self._learning_rate = np.array(optimizer.learning_rate)
        self._momentum = np.array(optimizer.momentum)
        self._nesterov = optimizer.nesterov

    def step(self, parameters: Array, gradient: Array) -> None:
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

    def __post_init__(self) -> None:
        super().__post_init__()
        require_number("beta_1", self.beta_1, at_least=0, below=1)
        require_number("beta_2", self.beta_2, at_least=0, below=1)
        require_number("epsilon", self.epsilon, above=0)

    def stepper(self, shape: tuple[int, int]) -> Stepper:
        """Return this optimizer at work."""
        return _AdamStepper(self, shape)


class _AdamStepper(Stepper):
    def __init__(self, optimizer: Adam, shape: tuple[int, int]) -> None:
        super().__init__(shape, 2)
        self._optimizer = optimizer
        self._beta_1 = np.array(optimizer.beta_1)
        self._beta_2 = np.array(optimizer.beta_2)
        self._rest_1 = np.array(1 - optimizer.beta_1)
        self._rest_2 = np.array(1 - optimizer.beta_2)
        self._epsilon = np.array(optimizer.epsilon)

    def step(self, parameters: Array, gradient: Array) -> None:
        self.steps += 1
        mean, square = self.memory
        scratch = self._scratch
        np.multiply(mean, self._beta_1, mean)
        np.add(mean, np.multiply(gradient, self._rest_1, scratch), mean)
        np.multiply(square, self._beta_2, square)
        np.multiply(gradient, gradient, scratch)
        np.add(square, np.multiply(scratch, self._rest_2, scratch), square)
        optimizer = self._optimizer
        np.sqrt(square, scratch)
        np.divide(scratch, sqrt(1 - optimizer.beta_2**self.steps), scratch)
        np.add(scratch, self._epsilon, scratch)
        np.divide(mean, scratch, gradient)
        np.multiply(gradient, optimizer.learning_rate / (1 - optimizer.beta_1**self.steps), gradient)
        np.subtract(parameters, gradient, parameters)


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
        require_number("decay", self.decay, at_least=0, below=1)
        require_number("epsilon", self.epsilon, above=0)

    def stepper(self, shape: tuple[int, int]) -> Stepper:
        """Return this optimizer at work."""
        return _SquareStepper(shape, self.learning_rate, self.decay, 1 - self.decay, self.epsilon)


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
        require_number("epsilon", self.epsilon, above=0)

    def stepper(self, shape: tuple[int, int]) -> Stepper:
        """Return this optimizer at work."""
        return _SquareStepper(shape, self.learning_rate, 1.0, 1.0, self.epsilon)


class _SquareStepper(Stepper):
    def __init__(self, shape: tuple[int, int], learning_rate: float, keep: float, take: float, epsilon: float) -> None:
        super().__init__(shape, 1)
        self._learning_rate = np.array(learning_rate)
        self._keep = np.array(keep)
        self._take = np.array(take)
        self._epsilon = np.array(epsilon)

    def step(self, parameters: Array, gradient: Array) -> None:
        square = self.memory[0]
        scratch = self._scratch
        np.multiply(square, self._keep, square)
        np.multiply(gradient, gradient, scratch)
        np.add(square, np.multiply(scratch, self._take, scratch), square)
        np.add(np.sqrt(square, scratch), self._epsilon, scratch)
        np.divide(gradient, scratch, gradient)
        np.multiply(gradient, self._learning_rate, gradient)
        np.subtract(parameters, gradient, parameters)


OPTIMIZERS: dict[str, type[SGD] | type[Adam] | type[RMSProp] | type[Adagrad]] = {
    optimizer.name: optimizer for optimizer in (SGD, Adam, RMSProp, Adagrad)
}
