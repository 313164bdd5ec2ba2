"""What may be chosen about a generated table: numbers within limits, one of several names, a text."""

from __future__ import annotations

from dataclasses import dataclass

from nncore.errors import SettingError, require_known, require_number, require_whole_number
from nncore.network.initializers import LARGEST_SEED
from nncore.number_text import sentence_number
from nncore.quoting import quoted

Value = int | float | str

MOST_ROWS = 10_000
LARGEST_NOISE = 0.5


@dataclass(frozen=True)
class NumberParameter:
    """A number within limits, both of them allowed.

    Examples
    --------
    >>> NOISE.checked(0.7)
    Traceback (most recent call last):
    nncore.errors.SettingError: noise must be a number from 0 to 0.5. Got 0.7 instead.
    """

    name: str
    label: str
    help: str
    default: int | float
    least: int | float
    most: int | float
    whole: bool = False

    def checked(self, value: object) -> Value:
        """Return `value` as the generator takes it.

        Raises
        ------
        SettingError
            If it is no such number.
        """
        if self.whole:
            return require_whole_number(self.name, value, at_least=int(self.least), at_most=int(self.most))
        limits = f"from {sentence_number(self.least)} to {sentence_number(self.most)}"
        refusal = SettingError(f"{self.name} must be a number {limits}. Got {quoted(value)} instead.")
        try:
            number = require_number(self.name, value)
        except SettingError:
            raise refusal from None
        if not self.least <= number <= self.most:
            raise refusal
        return number


@dataclass(frozen=True)
class ChoiceParameter:
    """One of several names, each with its label.

    Examples
    --------
    >>> ChoiceParameter("gate", "Gate", "", "and", (("and", "AND"), ("or", "OR"))).checked("orr")
    Traceback (most recent call last):
    nncore.errors.UnknownNameError: "orr" is not a known gate. Did you mean "or"? Known are: and, or.
    """

    name: str
    label: str
    help: str
    default: str
    choices: tuple[tuple[str, str], ...]

    def checked(self, value: object) -> Value:
        """Return `value` as the generator takes it.

        Raises
        ------
        UnknownNameError
            If it is not one of the choices.
        """
        return require_known(self.name, value, [name for name, _ in self.choices])


@dataclass(frozen=True)
class TextParameter:
    """A text that the generator itself reads."""

    name: str
    label: str
    help: str
    default: str

    def checked(self, value: object) -> Value:
        """Return `value` as the generator takes it.

        Raises
        ------
        SettingError
            If it is no text.
        """
        if not isinstance(value, str):
            raise SettingError(f"{self.name} must be a text. Got {quoted(value)} instead.")
        return value


Parameter = NumberParameter | ChoiceParameter | TextParameter

COUNT = NumberParameter(
    "count", "Rows", "As many of each class; with an odd number, one more of class 1.", 100, 2, MOST_ROWS, whole=True
)
ROWS = NumberParameter("count", "Rows", "How many rows the table has.", 100, 2, MOST_ROWS, whole=True)
NOISE = NumberParameter(
    "noise", "Noise", "How far rows stray from the pattern; 0 is the pattern itself.", 0.0, 0.0, LARGEST_NOISE
)
SEED = NumberParameter("seed", "Seed", "The same seed gives the same table.", 0, 0, LARGEST_SEED, whole=True)
