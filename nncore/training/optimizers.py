"""Turn a gradient into a step: plain and heavy-ball gradient descent, Adam, RMSProp and Adagrad, as PyTorch defines them.

An optimizer is a frozen description. For a run it makes a `Stepper`, which carries its formula out.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

from nncore.engine.steppers import AdamStepper, DescentStepper, MomentumStepper, SquareStepper, Stepper
from nncore.errors import SettingError, require_number


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
        _store_number(self, "learning_rate", above=0)

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


def _store_number(optimizer: Optimizer, name: str, **limits: Any) -> None:
    # As Python's own float: NumPy's could not be written to a file.
    object.__setattr__(optimizer, name, require_number(name, getattr(optimizer, name), **limits))


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
        _store_number(self, "momentum", at_least=0, below=1)
        if not isinstance(self.nesterov, bool):
            raise SettingError(f"nesterov must be True or False. Got {self.nesterov!r} instead.")
        if self.nesterov and self.momentum == 0:
            raise SettingError("nesterov needs a momentum above 0. Got 0 instead.")

    @property
    def memory_slots(self) -> int:
        """One velocity for each parameter, if there is momentum."""
        return 1 if self.momentum else 0

    def stepper(self, shape: tuple[int, int]) -> Stepper:
        """Return this optimizer at work."""
        if self.momentum == 0:
            return DescentStepper(shape, self.learning_rate)
        return MomentumStepper(shape, self.learning_rate, self.momentum, self.nesterov)


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
        _store_number(self, "beta_1", at_least=0, below=1)
        _store_number(self, "beta_2", at_least=0, below=1)
        _store_number(self, "epsilon", above=0)

    def stepper(self, shape: tuple[int, int]) -> Stepper:
        """Return this optimizer at work."""
        return AdamStepper(shape, self.learning_rate, self.beta_1, self.beta_2, self.epsilon)


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
        _store_number(self, "decay", at_least=0, below=1)
        _store_number(self, "epsilon", above=0)

    def stepper(self, shape: tuple[int, int]) -> Stepper:
        """Return this optimizer at work."""
        return SquareStepper(shape, self.learning_rate, self.decay, 1 - self.decay, self.epsilon)


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
        _store_number(self, "epsilon", above=0)

    def stepper(self, shape: tuple[int, int]) -> Stepper:
        """Return this optimizer at work."""
        return SquareStepper(shape, self.learning_rate, 1.0, 1.0, self.epsilon)


OPTIMIZERS: dict[str, type[SGD] | type[Adam] | type[RMSProp] | type[Adagrad]] = {
    optimizer.name: optimizer for optimizer in (SGD, Adam, RMSProp, Adagrad)
}
