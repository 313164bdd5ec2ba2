"""What every intervention is: one change to a run while it runs, with all that is to be known of it.

An intervention belongs to the description of a run, so that replaying the run repeats it. Whoever meets one asks it: a
new kind is a class of its own, and nobody else changes.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

import numpy as np
from numpy.typing import NDArray

from nncore.errors import SettingError, require_known, require_whole_number
from nncore.network.architecture import Architecture
from nncore.plain_records import built, read_fields
from nncore.quoting import quoted
from nncore.training.in_force import InForce

KINDS: dict[str, type[Intervention]] = {}
"""Every kind of intervention by its `what`."""


class Wording(Protocol):
    """How the one who shows an intervention calls things and writes numbers."""

    def parameter(self, index: int) -> str:
        """Return the name of a weight or bias."""

    def layer(self, layer: int) -> str:
        """Return the name of a layer, counted from 0 at the first with weights."""

    def neuron(self, layer: int, index: int) -> str:
        """Return the name of a neuron, the inputs being layer 0."""

    def optimizer(self, name: str) -> str:
        """Return the label of an optimizer."""

    def number(self, value: float) -> str:
        """Return the value of a weight as it is written."""


@dataclass(frozen=True, repr=False)
class Intervention:
    """One change, made to the state of an epoch before the next update.

    Parameters
    ----------
    epoch : int
        The record of this epoch shows the change; the updates after it work with it. 0 changes the starting state.
    what : str
        What is changed, one of `KINDS`; it decides of which type the intervention is.
    value : object
        To what; see that type.

    Raises
    ------
    SettingError
        If the value does not suit what is changed.
    UnknownNameError
        If `what` is not known.

    Examples
    --------
    >>> Intervention(epoch=40, what="learning_rate", value=0.1)
    Intervention(epoch=40, what='learning_rate', value=0.1)
    >>> type(Intervention(epoch=40, what="learning_rate", value=0.1)).__name__
    'ChangeLearningRate'
    """

    epoch: int
    what: str
    value: Any
    known_as: ClassVar[str] = ""

    def __init_subclass__(cls, *, what: str = "") -> None:
        super().__init_subclass__()
        cls.known_as = what
        if what:
            KINDS[what] = cls

    def __new__(cls, epoch: int = 0, what: str = "", value: Any = None) -> Intervention:
        """Return an intervention of the type that `what` names; the defaults are there for copying alone."""
        return object.__new__(KINDS[require_known("intervention", what, KINDS)] if cls is Intervention else cls)

    def __post_init__(self) -> None:
        if self.what != self.known_as:
            raise SettingError(
                f'what must be "{self.known_as}" for {type(self).__name__}. Got {quoted(self.what)} instead.'
            )
        epoch = require_whole_number("an intervention's epoch", self.epoch, at_least=0)
        object.__setattr__(self, "epoch", epoch)
        object.__setattr__(self, "value", self.checked(self.value))

    def __repr__(self) -> str:
        return f"Intervention(epoch={self.epoch!r}, what={self.what!r}, value={self.value!r})"

    # --- its value -----------------------------------------------------------------------------------------------------

    @classmethod
    def checked(cls, value: Any) -> Any:
        """Return the value as it is kept.

        Raises
        ------
        SettingError
            If it does not suit.
        """
        raise NotImplementedError

    def check(self, architecture: Architecture) -> None:
        """Refuse a network that this change does not fit, with a SettingError."""

    # --- its effect ----------------------------------------------------------------------------------------------------

    def sets(self, architecture: Architecture) -> dict[int, float]:
        """Return the weights and biases that it sets, by their places in the flat vector, and what to."""
        return {}

    def apply(self, parameters: NDArray[np.float64], architecture: Architecture) -> None:
        """Change the parameters of its epoch, shape (runs, parameter_count), in place."""
        for place, number in self.sets(architecture).items():
            parameters[:, place] = number

    def in_force(self, before: InForce) -> InForce:
        """Return what the updates after it work with, given what was in force before."""
        return before

    def is_idle(self, before: InForce) -> bool:
        """Whether it changes nothing of what is in force already."""
        return self.in_force(before) == before

    # --- what others ask -----------------------------------------------------------------------------------------------

    @property
    def parameter(self) -> int | None:
        """The place of the one weight or bias it is about; None if it is about the training of all."""
        return None

    @property
    def is_by_hand(self) -> bool:
        """Whether it is done to the network on the way, not to the settings of its training."""
        return self.parameter is not None

    @property
    def subject(self) -> tuple[Hashable, ...]:
        """What it is about: of two with the same subject the later one takes the other's place."""
        return self.epoch, self.what, self.parameter

    @property
    def details(self) -> dict[str, Any]:
        """What a picture of it needs besides its epoch and words, as plain JSON."""
        return {}

    def words(self, wording: Wording) -> str:
        """Return it for a person, without its epoch."""
        raise NotImplementedError

    # --- its dict form -------------------------------------------------------------------------------------------------

    def plain_value(self) -> Any:
        """Return the value as plain lists, numbers, texts and None."""
        return self.value

    @classmethod
    def read_value(cls, path: str, record: Any) -> Any:
        """Return the value that `plain_value` wrote.

        Raises
        ------
        FormatError
            If it is none; the sentence names its place, which begins with `path`.
        """
        return record

    def to_dict(self) -> dict[str, Any]:
        """Return it as a plain dict.

        Examples
        --------
        >>> Intervention(4, "parameter", (0, 2.5)).to_dict()
        {'epoch': 4, 'what': 'parameter', 'value': [0, 2.5]}
        """
        return {"epoch": self.epoch, "what": self.what, "value": self.plain_value()}

    @staticmethod
    def from_dict(path: str, record: object) -> Intervention:
        """Return the intervention that `to_dict` described.

        Raises
        ------
        FormatError
            If it describes none; the sentence names its place, which begins with `path`.
        """
        known = ["epoch", "what", "value"]
        values = read_fields(path, record, known, known)
        kind = KINDS.get(values["what"]) if isinstance(values["what"], str) else None
        if kind is not None:
            values["value"] = kind.read_value(f"{path}.value", values["value"])
        return built(path, Intervention, values)


def check_interventions(interventions: tuple[Intervention, ...], architecture: Architecture, epochs: int) -> None:
    """Refuse interventions that this run cannot have.

    Raises
    ------
    SettingError
        If they are not in the order of their epochs, lie after the last epoch, or do not fit the network.

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
                f"An intervention's epoch must be within the run, 0 to {epochs}. "
                f"Got {quoted(intervention.epoch)} instead."
            )
        if intervention.epoch < previous:
            raise SettingError(
                "interventions must be in the order of their epochs. "
                f"Got epoch {intervention.epoch} after epoch {previous}."
            )
        previous = intervention.epoch
        intervention.check(architecture)
