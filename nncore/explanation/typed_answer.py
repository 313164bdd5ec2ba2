"""Read the number that somebody has worked out, and how exactly it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nncore.data.fraction_parsing import SUCH_A_NUMBER, read_number_or_fraction
from nncore.data.number_parsing import EITHER_MARK, Unreadable
from nncore.data.number_shape import plain_text
from nncore.errors import SettingError

LEAST_POWER = -300
"""Beyond it no digit is told from the next."""

_DECIMALS = re.compile(r"[.,](\d+)")
_EXPONENT = re.compile(r"[eE]\s*([+-]?\d+)$")


@dataclass(frozen=True)
class TypedAnswer:
    """A number as it was typed.

    Attributes
    ----------
    value : float
    last_place : float
        What one more in its last digit would be worth; 0 for a fraction, which is exact.
    """

    value: float
    last_place: float

    @classmethod
    def read(cls, text: str) -> TypedAnswer:
        """Return the number that a text writes: with a comma or a dot, or as a fraction.

        Raises
        ------
        SettingError
            If it writes none.

        Examples
        --------
        >>> TypedAnswer.read("0,150"), TypedAnswer.read("1/4"), TypedAnswer.read("−2.5 · 10⁻³")
        (TypedAnswer(value=0.15, last_place=0.001), TypedAnswer(value=0.25, last_place=0.0), \
TypedAnswer(value=-0.0025, last_place=0.0001))
        """
        value = read_number_or_fraction(text.strip(), EITHER_MARK)
        if isinstance(value, Unreadable):
            raise SettingError(value.sentence(text, SUCH_A_NUMBER))
        plain = plain_text(text)
        if "/" in plain:
            return cls(value, 0.0)
        decimals = _DECIMALS.findall(plain)
        exponent = _EXPONENT.search(plain)
        # A power of so many digits is that of a 0, or of what is as good as 0.
        power = float(exponent[1]) if exponent else 0
        places = len(decimals[-1]) if decimals else 0
        return cls(value, float(f"1e{max(LEAST_POWER, min(-LEAST_POWER, power - places)):.0f}"))

    def is_written(self, value: float) -> bool:
        """Whether a number, written with as many decimals as this one, is this one.

        Examples
        --------
        >>> TypedAnswer.read("0.333").is_written(1 / 3), TypedAnswer.read("0.335").is_written(1 / 3)
        (True, False)
        """
        slack = max(0.5 * self.last_place, 1e-12 * abs(value))
        return abs(self.value - value) <= slack * (1 + 1e-9)

    @property
    def digits(self) -> int:
        """How many of its digits count.

        Examples
        --------
        >>> TypedAnswer.read("0.0150").digits, TypedAnswer.read("0").digits
        (3, 1)
        """
        if self.last_place == 0.0:
            return 17
        return len(f"{abs(self.value) / self.last_place:.0f}") if abs(self.value) < self.last_place * 1e17 else 17
