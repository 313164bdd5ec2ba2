"""What the declaration of a setting holds: the kinds of settings there are, and how each of them checks a value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from nncore.data.number_parsing import MARKS_OF_WHOLE_NUMBERS, Marks, Unreadable, format_number, is_blank, read_number
from nncore.data.number_refusal import shown
from nncore.errors import SettingError, require_known, require_number, require_whole_number
from nncore.number_text import sentence_number
from nncore.quoting import quoted
from playground.settings.setting_place import SettingPlace, behind_more

Values = Mapping[str, Any]
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")

MOST_DIGITS = 12
"""A number with more of them stands in its field with a power of ten."""


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
    place : callable
        Where it stands beside the other values.
    """

    name: str
    label: str
    help: str
    default: Any
    applies: Callable[[Values], bool] = lambda values: True
    place: Callable[[Values], SettingPlace] = behind_more

    def checked(self, value: Any) -> Any:
        """Return `value` as its widget wants it.

        Raises
        ------
        nncore.errors.NeuralNetworkError
            If the widget cannot say it; the sentence names the setting by its label.
        """
        raise NotImplementedError

    def read(self, given: Any) -> Any:
        """Return the value that its widget says.

        Raises
        ------
        nncore.errors.NeuralNetworkError
            If it is none; the sentence says what must hold, what came, and how to mend it.
        """
        return self.checked(given)


@dataclass(frozen=True)
class Choice(Setting):
    """One of several values, each with its label; a radio group if there are few and they are short.

    Attributes
    ----------
    choices : tuple of (str, str)
    radio : bool
    consequence : str
        What the screen says as long as another value than the default is chosen.
    """

    choices: tuple[tuple[str, str], ...] = ()
    radio: bool = False
    consequence: str = ""

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
    empty: str | None = None

    @property
    def wanted(self) -> str:
        """What must be typed into its field."""
        return f"a number from {sentence_number(self.minimum)} to {sentence_number(self.maximum)}"

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
            raise SettingError(f"{self.label} must be {self.wanted}. Got {quoted(number)} instead.")
        return number

    def read(self, given: str) -> float | None:
        """Return what was typed into its field, read as a cell of a table is.

        Examples
        --------
        >>> learning_rate = Number("learning_rate", "Learning rate", "", 1.0, minimum=0.001, maximum=10.0)
        >>> learning_rate.read("0,5")
        0.5
        >>> learning_rate.read("1,000")
        Traceback (most recent call last):
        nncore.errors.SettingError: Learning rate: "1,000" can mean 1000 or 1.0. Write 1000 or 1.0.
        >>> learning_rate.read("-1")
        Traceback (most recent call last):
        nncore.errors.SettingError: Learning rate must be a number from 0.001 to 10. Got "-1" instead.
        """
        number = _typed_number(self, given, Marks())
        if number is not None and not self.takes(number):
            raise _refusal(self, given)
        return number

    def takes(self, number: float) -> bool:
        """Return whether a number is within the limits."""
        return self.minimum <= number <= self.maximum


@dataclass(frozen=True)
class WholeNumber(Setting):
    """A whole number within limits; None, shown as `empty`, if it may be left out."""

    minimum: int = 0
    maximum: int = 1
    empty: str | None = None

    @property
    def wanted(self) -> str:
        """What must be typed into its field."""
        return f"a whole number from {self.minimum:,} to {self.maximum:,}"

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

    def read(self, given: str) -> int | None:
        """Return what was typed into its field, read as a cell of a table is.

        Examples
        --------
        >>> epochs = WholeNumber("epochs", "Epochs", "", 100, minimum=1, maximum=1_000_000)
        >>> epochs.read("1e3")
        1000
        >>> epochs.read("15.000")
        Traceback (most recent call last):
        nncore.errors.SettingError: Epochs: "15.000" can mean 15000 or 15.0. Write 15000 or 15.0.
        >>> WholeNumber("seeds", "Seeds (up to 1,000)", "", 200, minimum=1, maximum=1000).read("1,000")
        1000
        >>> epochs.read("1.5")
        Traceback (most recent call last):
        nncore.errors.SettingError: Epochs must be a whole number from 1 to 1,000,000. Got "1.5" instead.
        """
        if given.strip() == f"{self.maximum:,}":  # as the page itself writes the maximum beside the field
            return self.maximum
        number = _typed_number(self, given, MARKS_OF_WHOLE_NUMBERS)
        if number is None:
            return None
        if not self.takes(number):
            raise _refusal(self, given)
        return int(number)

    def takes(self, number: float) -> bool:
        """Return whether a number is whole and within the limits."""
        return number.is_integer() and self.minimum <= number <= self.maximum


def field_text(value: float | None) -> str:
    """Return what stands in the field of a number; nothing, if it is left out.

    Examples
    --------
    >>> field_text(0.5), field_text(15000), field_text(None)
    ('0.5', '15000', '')
    >>> field_text(0.000001), field_text(1e-30)
    ('0.000001', '1e-30')
    """
    if value is None:
        return ""
    text = format_number(value)
    digits = f"{Decimal(text):f}"  # a student has never typed 1e-06
    return digits if len(digits) <= MOST_DIGITS else text


@dataclass(frozen=True)
class Switch(Setting):
    """On or off."""

    def checked(self, value: Any) -> bool:
        """Return `value` if it is True or False."""
        if not isinstance(value, bool):
            raise SettingError(f"{self.label} must be on or off, True or False. Got {quoted(value)} instead.")
        return value


def _typed_number(setting: Number | WholeNumber, text: str, marks: Marks) -> float | None:
    """Return the number in a field, whatever its limits; None if it may be left out and is."""
    if is_blank(text):
        if setting.empty is None:
            raise _refusal(setting, text)
        return None
    number = read_number(text, marks)
    if not isinstance(number, Unreadable):
        return number
    if number.mend is None or not _can_be_followed(setting, number.mend):
        raise _refusal(setting, text)
    raise SettingError(f"{setting.label}: {number.sentence(text, '')}")


def _can_be_followed(setting: Number | WholeNumber, mend: str) -> bool:
    """Return whether what a mend offers is not refused by the field in its turn."""
    offered = [float(number) for number in _NUMBER.findall(mend)]
    return not offered or any(map(setting.takes, offered))


def _refusal(setting: Number | WholeNumber, text: str) -> SettingError:
    got = "nothing" if is_blank(text) else f'"{shown(text)}"'
    or_nothing = "" if setting.empty is None else f", or left empty ({setting.empty})"
    return SettingError(f"{setting.label} must be {setting.wanted}{or_nothing}. Got {got} instead.")
