"""Numbers the way people write them, into a cell, a field, a weight or a terminal: "0,5", "1 000", "−2.5", "1e-3".

A comma or a dot stands before the decimals, or between thousands. Most numbers show by themselves which it is: a number
has one decimal mark, thousands come in threes, and their first group does not start with 0. Two forms do not show it,
and there the other numbers of the same table are asked, because one table is written in one way:

- ``1,500`` is 1.5 if the table has a decimal comma elsewhere (``0,5``) or dots between thousands (``1.234,5``).
  It is 1500 if the table has commas between thousands (``1,234.5``). If it has neither, or both, the person is asked.
- ``1.500`` is 1.5, because this program itself writes a dot before the decimals. The person is asked only if the table
  has dots between thousands, or if it has decimal commas and not one decimal dot; and where a whole number is wanted.

A dot before the decimals elsewhere (``0.5``) does not decide ``1,500``: that dot may have been written by this program.
A number that stands alone, in a field or as a weight, has no others beside it: ``1,500`` is asked about.

The page reads a weight in the browser with `number_parsing.mjs`, the twin of this file. Both are held to
`typed_number_cases.json`, a table of cases beside the tests.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from nncore.data.number_formatting import format_number
from nncore.data.number_refusal import Unreadable
from nncore.data.number_rewriting import why_no_number
from nncore.data.number_shape import mark_in_doubt, plain_text, simple_number, written_number

__all__ = [
    "EITHER_MARK",
    "MARKS_OF_WHOLE_NUMBERS",
    "Marks",
    "Unreadable",
    "format_number",
    "is_blank",
    "marks_of",
    "read_number",
]


@dataclass(frozen=True)
class Marks:
    """The marks that the numbers of one table show beyond doubt.

    Parameters
    ----------
    decimal : frozenset of str
        What stands before decimals: ".", "," or both.
    groups : frozenset of str
        What stands between thousands: any of ".", ",", " ", "'" and "_".
    decided : bool
        Whether somebody said so: then nothing is in doubt that they decide.
    """

    decimal: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    decided: bool = False

    @property
    def comma_is_decimal(self) -> bool | None:
        """Whether the comma of "1,500" stands before decimals; None if the table does not show it."""
        before_decimals = "," in self.decimal or "." in self.groups
        between_thousands = "," in self.groups
        if self.decided:
            return True if "," in self.decimal else False if between_thousands else None
        return None if before_decimals == between_thousands else before_decimals

    @property
    def dot_is_decimal(self) -> bool | None:
        """Whether the dot of "1.500" stands before decimals; None if the table makes that doubtful."""
        if self.decided:
            return True if "." in self.decimal else False if "." in self.groups else None
        only_commas = "," in self.decimal and "." not in self.decimal
        return None if "." in self.groups or only_commas else True


_NO_MARKS = Marks()

EITHER_MARK = Marks(decimal=frozenset(".,"), decided=True)
"""For numbers so small that nobody writes thousands: a comma or a dot stands before the decimals."""

MARKS_OF_WHOLE_NUMBERS = Marks(frozenset(","), frozenset(",."))
"""For a number that must be whole: "1,500" and "1.500" are both asked about, since neither need be before decimals.

This program writes no dot into such a number, and who means one and a half is not asked for a whole number.
"""


def is_blank(text: str) -> bool:
    """Return whether nothing can be seen in `text`: it is empty, or spaces and invisible marks.

    Examples
    --------
    >>> is_blank(" "), is_blank("0")
    (True, False)
    """
    return not (text[:1].isalnum() or text[:1] == "-") and not plain_text(text)


def marks_of(texts: Iterable[str]) -> Marks:
    """Return the marks that `texts` show beyond doubt; what is not a number shows none.

    Examples
    --------
    >>> marks = marks_of(["0,5", "1,000", "abc"])
    >>> marks.comma_is_decimal, marks_of(["1,000"]).comma_is_decimal
    (True, None)
    """
    decimal, groups = set(), set()
    for text in texts:
        simple = simple_number(text)
        if simple is not None:
            if simple[1]:
                decimal.add(".")
            continue
        written = written_number(plain_text(text))
        if written is None or mark_in_doubt(written):
            continue
        if written["fraction"]:
            decimal.add(written["mark"])
        if written["group"]:
            groups.add(written["group"])
    return Marks(frozenset(decimal), frozenset(groups))


def read_number(text: str, marks: Marks = _NO_MARKS) -> float | Unreadable:
    """Return the finite number that `text` writes, or why it is not read as one.

    Parameters
    ----------
    text : str
        As typed or pasted, not blank. Spaces around it, any width of space between thousands, apostrophes there, a
        typographic minus and full-width digits are understood.
    marks : Marks
        What the other numbers of the same table show, which decides what a comma or dot in doubt means.

    Returns
    -------
    float or Unreadable
        The float64 nearest to what is written.

    Notes
    -----
    Percentages, fractions and words for true and false are not read, since what they should become is the person's
    decision; the mend offers a number.

    Examples
    --------
    >>> read_number("0,5"), read_number("1.234,5"), read_number("1,234.5"), read_number("−1 000")
    (0.5, 1234.5, 1234.5, -1000.0)
    >>> read_number("1,000", marks_of(["0,5"]))
    1.0
    >>> read_number("1,000")
    Unreadable(reason='can mean 1000 or 1.0', mend='Write 1000 or 1.0')
    >>> read_number("50%")
    Unreadable(reason='is a percentage', mend='Write 0.5 instead')
    """
    simple = simple_number(text)
    if simple is not None and (not simple[0] or marks.dot_is_decimal):
        number = float(text)
        if number and math.isfinite(number):
            return number
    plain = plain_text(text)
    written = written_number(plain)
    if written is None:
        return why_no_number(plain, _certain_number, partial(_certain_number, marks=marks))
    return _value(written, marks)


def _value(written: re.Match[str], marks: Marks) -> float | Unreadable:
    is_decimal = {"": False, ",": marks.comma_is_decimal, ".": marks.dot_is_decimal}[mark_in_doubt(written)]
    if is_decimal is None:
        return _question(written, marks)
    whole = written["whole"].replace(written["group"] or " ", "." if is_decimal else "")
    fraction = f".{written['fraction']}" if written["mark"] else ""
    number = float(written["sign"] + whole + fraction + written["exponent"])
    if math.isinf(number):
        return Unreadable("is too large", "Write a finite number, below 1.7e308")
    if number == 0 and re.search("[1-9]", whole + fraction):
        return Unreadable("is too close to 0", "Write 0, or a number of at least 5e-324")
    return number


def _question(written: re.Match[str], marks: Marks) -> Unreadable:
    before, after = written["whole"].split(written["group"])
    decimals = after.rstrip("0") or "0"
    if len(decimals) == 3 and marks.dot_is_decimal is None:
        decimals += "0"  # Three digits after a dot would be asked about again.
    choice = f"{written['sign']}{before}{after} or {written['sign']}{before}.{decimals}"
    return Unreadable(f"can mean {choice}", f"Write {choice}")


def _certain_number(plain: str, marks: Marks = _NO_MARKS) -> float | None:
    written = written_number(plain.strip())
    value = None if written is None else _value(written, marks)
    return value if isinstance(value, float) else None
