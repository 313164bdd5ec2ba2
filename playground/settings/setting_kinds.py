"""What the declaration of a setting holds: the kinds of settings there are, and how each of them checks a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from nncore.errors import SettingError, require_known, require_number, require_whole_number

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Setting:
    """What all settings have in common.

    Attributes
    ----------
    name : str
        In code, files and links.
    label, help : str
        On the screen.
    default : object
        Its value when nothing else is known.
    applies : callable
        Whether it has any effect beside the other values; a setting without effect is not shown.
    at_first : bool
        Whether it is shown at once; the others stand behind *More*.
    narrow : bool
        Whether two of its kind have room beside each other.
    """

    name: str
    label: str
    help: str
    default: Any
    applies: Callable[[Values], bool] = lambda values: True
    at_first: bool = False
    narrow: bool = False

    def checked(self, value: Any) -> Any:
        """Return `value` as its widget wants it.

        Raises
        ------
        nncore.errors.NeuralNetworkError
            If the widget cannot say it; the sentence names the setting by its label.
        """
        raise NotImplementedError


@dataclass(frozen=True)
class Choice(Setting):
    """One of several values, each with its label; a radio group if there are few and they are short."""

    choices: tuple[tuple[str, str], ...] = ()
    radio: bool = False

    def label_of(self, value: str) -> str:
        """Return what a value is called on the screen."""
        return dict(self.choices)[value]

    def checked(self, value: Any) -> str:
        """Return `value` if it is one of the choices."""
        return require_known(f"choice for {self.label}", value, dict(self.choices))


@dataclass(frozen=True)
class Number(Setting):
    """A number within limits; None, shown as `empty`, if it may be left out."""

    minimum: float = 0.0
    maximum: float = 1.0
    step: float = 0.1
    empty: str | None = None

    def checked(self, value: Any) -> float | None:
        """Return `value` as a float if it is within the limits.

        Examples
        --------
        >>> Number("learning_rate", "Learning rate", "", 1.0, minimum=0.001, maximum=10.0).checked(20)
        Traceback (most recent call last):
        nncore.errors.SettingError: Learning rate must be a number from 0.001 to 10. Got 20.0 instead.
        """
        if value is None and self.empty is not None:
            return None
        number = require_number(self.label, value)
        if not self.minimum <= number <= self.maximum:
            limits = f"from {self.minimum:g} to {self.maximum:g}"
            raise SettingError(f"{self.label} must be a number {limits}. Got {number!r} instead.")
        return number


@dataclass(frozen=True)
class WholeNumber(Setting):
    """A whole number within limits; None, shown as `empty`, if it may be left out."""

    minimum: int = 0
    maximum: int = 1
    step: int = 1
    empty: str | None = None

    def checked(self, value: Any) -> int | None:
        """Return `value` as an int if it is within the limits.

        Examples
        --------
        >>> WholeNumber("epochs", "Epochs", "", 100, minimum=1, maximum=1000).checked(0)
        Traceback (most recent call last):
        nncore.errors.SettingError: Epochs must be a whole number from 1 to 1,000. Got 0 instead.
        """
        if value is None and self.empty is not None:
            return None
        return require_whole_number(self.label, value, at_least=self.minimum, at_most=self.maximum)


@dataclass(frozen=True)
class Switch(Setting):
    """On or off."""

    def checked(self, value: Any) -> bool:
        """Return `value` if it is True or False."""
        if not isinstance(value, bool):
            raise SettingError(f"{self.label} must be on or off, True or False. Got {value!r} instead.")
        return value
