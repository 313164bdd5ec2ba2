"""Change one weight or bias: set it by hand, hold it where it is, or let it learn again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nncore.errors import SettingError, require_number, require_whole_number
from nncore.network.architecture import Architecture
from nncore.quoting import quoted
from nncore.training.in_force import InForce
from nncore.training.interventions.intervention import Intervention, Wording


class _OfOneParameter(Intervention):
    """A change whose value begins with an index into the flat vector."""

    @property
    def parameter(self) -> int:
        """The place of its weight or bias in the flat vector."""
        index: int = self.value[0]
        return index

    def check(self, architecture: Architecture) -> None:
        """Refuse a network that has no such parameter, with a SettingError."""
        if self.parameter >= architecture.parameter_count:
            raise SettingError(
                f"The index of a parameter must be below {architecture.parameter_count}, the number of weights and "
                f"biases. Got {quoted(self.parameter)} instead."
            )

    def plain_value(self) -> list[Any]:
        """Return the value as a list."""
        return list(self.value)


class SetParameter(_OfOneParameter, what="parameter"):
    """A weight or bias set to a number; the value is ``(index, number)``.

    Examples
    --------
    >>> Intervention(4, "parameter", (0, 2.5)).parameter
    0
    """

    @classmethod
    def checked(cls, value: Any) -> tuple[int, float]:
        """Return index and number, as Python's own."""
        if not _is_pair(value):
            raise SettingError(f"A parameter is changed by (index, number). Got {quoted(value)} instead.")
        return _index(value[0]), require_number("a parameter", value[1])

    def sets(self, architecture: Architecture) -> dict[int, float]:
        """Return the number it is set to."""
        return {self.parameter: self.value[1]}

    def is_idle(self, before: InForce) -> bool:
        """Return False: what was there before is not known here."""
        return False

    @property
    def details(self) -> dict[str, Any]:
        """Which parameter, and its value."""
        return {"index": self.parameter, "value": self.value[1]}

    def words(self, wording: Wording) -> str:
        """Return such as "input 1 → target = 2.500"."""
        return f"{wording.parameter(self.parameter)} = {wording.number(self.value[1])}"


class Freeze(_OfOneParameter, what="frozen"):
    """A weight or bias held where it is: ``(index, True)``, or let learn again: ``(index, False)``.

    As long as it is held its gradient counts as 0.
    """

    @classmethod
    def checked(cls, value: Any) -> tuple[int, bool]:
        """Return index and whether it is held."""
        if not (_is_pair(value) and isinstance(value[1], bool)):
            raise SettingError(
                f"A parameter is frozen by (index, True), freed by (index, False). Got {quoted(value)} instead."
            )
        return _index(value[0]), value[1]

    def in_force(self, before: InForce) -> InForce:
        """Add the parameter to those held, or take it out."""
        index = {self.parameter}
        return replace(before, frozen=before.frozen | index if self.value[1] else before.frozen - index)

    @property
    def details(self) -> dict[str, Any]:
        """Which parameter, and whether it is held."""
        return {"index": self.parameter, "frozen": self.value[1]}

    def words(self, wording: Wording) -> str:
        """Return such as "input 1 → target frozen"."""
        return f"{wording.parameter(self.parameter)} {'frozen' if self.value[1] else 'learns again'}"


def _is_pair(value: Any) -> bool:
    return isinstance(value, tuple | list) and len(value) == 2


def _index(value: Any) -> int:
    return require_whole_number("the index of a parameter", value, at_least=0)
