"""Change a run while it runs: a weight set or held, another learning rate, optimizer or penalty from an epoch on.

An intervention belongs to the description of a run, so that replaying the run repeats it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nncore.errors import SettingError, require_known, require_number, require_whole_number
from nncore.network.architecture import Architecture
from nncore.training.optimizers import Optimizer
from nncore.training.penalties import L1, L2

WHATS = ("parameter", "frozen", "learning_rate", "optimizer", "penalty")

OF_ONE_PARAMETER = ("parameter", "frozen")
"""Those whose value begins with the index of a parameter."""


@dataclass(frozen=True)
class Intervention:
    """One change, made to the state of an epoch before the next update.

    Parameters
    ----------
    epoch : int
        The record of this epoch shows the change; the updates after it work with it. 0 changes the starting state.
    what : {"parameter", "frozen", "learning_rate", "optimizer", "penalty"}
        What is changed.
    value : object
        For a parameter ``(index, number)``, the index into the flat vector; for a frozen one ``(index, True)``, or
        ``(index, False)`` to let it learn again: as long as it is frozen its gradient counts as 0; for a learning rate
        a positive number, the optimizer keeping what it remembers; for an optimizer one of `nncore.training.optimizers`, which
        starts remembering anew; for a penalty `L1`, `L2` or None.

    Raises
    ------
    SettingError
        If the value does not suit what is changed.
    UnknownNameError
        If `what` is not known.

    Examples
    --------
    >>> Intervention(epoch=40, what="learning_rate", value=0.1).epoch
    40
    """

    epoch: int
    what: str
    value: Any

    def __post_init__(self) -> None:
        epoch = require_whole_number("an intervention's epoch", self.epoch, at_least=0)
        object.__setattr__(self, "epoch", epoch)
        require_known("intervention", self.what, WHATS)
        if self.what in OF_ONE_PARAMETER:
            object.__setattr__(self, "value", _of_one_parameter(self.what, self.value))
        elif self.what == "learning_rate":
            object.__setattr__(self, "value", require_number("learning_rate", self.value, above=0))
        elif self.what == "optimizer" and not isinstance(self.value, Optimizer):
            raise SettingError(f"An optimizer must be one such as SGD(learning_rate=0.1). Got {self.value!r} instead.")
        elif self.what == "penalty" and not isinstance(self.value, L1 | L2 | None):
            raise SettingError(f"A penalty must be L1(strength), L2(strength) or None. Got {self.value!r} instead.")


def _of_one_parameter(what: str, value: Any) -> tuple[int, float | bool]:
    pair = isinstance(value, tuple | list) and len(value) == 2
    if what == "frozen" and not (pair and isinstance(value[1], bool)):
        raise SettingError(f"A parameter is frozen by (index, True), freed by (index, False). Got {value!r} instead.")
    if not pair:
        raise SettingError(f"A parameter is changed by (index, number). Got {value!r} instead.")
    index = require_whole_number("the index of a parameter", value[0], at_least=0)
    return index, value[1] if what == "frozen" else require_number("a parameter", value[1])


def check_interventions(interventions: tuple[Intervention, ...], architecture: Architecture, epochs: int) -> None:
    """Refuse interventions that this run cannot have.

    Raises
    ------
    SettingError
        If they are not in the order of their epochs, lie after the last epoch, or name a parameter there is not.

    Examples
    --------
    >>> late = (Intervention(11, "learning_rate", 0.1),)
    >>> check_interventions(late, Architecture((1, 1), ("linear",)), epochs=10)
    Traceback (most recent call last):
    nncore.errors.SettingError: An intervention's epoch must be within the run, 0 to 10. Got 11 instead.
    """
    previous = 0
    for intervention in interventions:
        if intervention.epoch > epochs:
            raise SettingError(
                f"An intervention's epoch must be within the run, 0 to {epochs}. Got {intervention.epoch} instead."
            )
        if intervention.epoch < previous:
            raise SettingError(
                "interventions must be in the order of their epochs. "
                f"Got epoch {intervention.epoch} after epoch {previous}."
            )
        previous = intervention.epoch
        if intervention.what in OF_ONE_PARAMETER and intervention.value[0] >= architecture.parameter_count:
            raise SettingError(
                f"The index of a parameter must be below {architecture.parameter_count}, the number of weights and "
                f"biases. Got {intervention.value[0]} instead."
            )
