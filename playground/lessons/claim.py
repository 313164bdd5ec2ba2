"""What a lesson claims of a run: two quantities compared, or a quantity and a number or rows as they are written."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from nncore.quoting import quoted
from playground.lessons.lesson_error import LessonError
from playground.lessons.quantity import Quantity, RunOf, read_quantity
from playground.lessons.quantity_kinds import Value

_COMPARES: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}
_PARTS = re.compile(r"(?P<left>.+?) (?P<sign>=|<=|>=|<|>) (?P<right>.+)")
_NUMBER = re.compile(r"[-−]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?\Z")
_ROWS = re.compile(r"(no (test )?row|(test )?rows? [\d, and]+)\Z")


@dataclass(frozen=True)
class Written:
    """A number or rows as they are written.

    Attributes
    ----------
    text : str
    """

    text: str

    @property
    def number(self) -> float | None:
        """The number; None for rows."""
        plain = self.text.replace(",", "").replace("−", "-")
        return float(plain) if _NUMBER.match(self.text) else None

    @property
    def precision(self) -> float:
        """How far another number may be away that is written the same: half of the last decimal; a whole number is exact."""
        _, _, decimals = self.text.partition(".")
        return 0.5 * 10.0 ** -len(decimals) if decimals else 0.0


@dataclass(frozen=True)
class Claim:
    """One claim.

    Attributes
    ----------
    text : str
        As it was written.
    left, right : Quantity or Written
    sign : str
        One of =, <, >, <= and >=.
    """

    text: str
    left: Quantity | Written
    sign: str
    right: Quantity | Written

    def holds(self, run_of: RunOf) -> bool:
        """Return whether it is so.

        Raises
        ------
        LessonError
            If the run has no such quantity, or the two cannot be compared.
        """
        left, right = (_value(side, run_of) for side in (self.left, self.right))
        if isinstance(left, str) != isinstance(right, str):
            raise LessonError(f"{quoted(self.text)} compares rows with a number.")
        if self.sign == "=" and not isinstance(left, str) and not isinstance(right, str):
            written = [side.precision for side in (self.left, self.right) if isinstance(side, Written)]
            return abs(left - right) <= max(written, default=0.0) * (1 + 1e-9)
        return left == right if self.sign == "=" else _COMPARES[self.sign](left, right)

    @property
    def is_slow(self) -> bool:
        """Whether other runs are trained for it."""
        return any(isinstance(side, Quantity) and side.kind.is_slow for side in (self.left, self.right))


def read_claim(text: str) -> Claim:
    """Return the claim that a text makes.

    Raises
    ------
    LessonError
        If it makes none.

    Examples
    --------
    >>> read_claim("wrong rows at 4 = no row").sign
    '='
    >>> read_claim("the loss falls")
    Traceback (most recent call last):
    playground.lessons.lesson_error.LessonError: "the loss falls" is no claim: write "loss at 0 > loss at the end", \
"wrong rows at 4 = no row".
    """
    found = _PARTS.match(text)
    if found is None:
        raise LessonError(
            f'{quoted(text)} is no claim: write "loss at 0 > loss at the end", "wrong rows at 4 = no row".'
        )
    return Claim(text, read_side(found["left"]), found["sign"], read_side(found["right"]))


def read_side(text: str) -> Quantity | Written:
    """Return a quantity, or what is written in place of one."""
    return Written(text) if _NUMBER.match(text) or _ROWS.match(text) else read_quantity(text)


def _value(side: Quantity | Written, run_of: RunOf) -> Value:
    if isinstance(side, Quantity):
        return side.value(run_of)
    return side.text if side.number is None else side.number
