"""What the cells of a column show before they are read: how many are numbers, and how these are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, zip_longest

from nncore.data.number_parsing import Unreadable, read_number
from nncore.data.number_shape import mark_in_doubt, plain_text, written_number
from playground.tables.reading.codes import (
    code_in_lines,
    is_exponent_alone,
    is_of_letters_and_digits,
    is_telephone,
    written_as_code,
)
from playground.tables.reading.gaps import is_gap, is_spreadsheet_error
from playground.tables.reading.units import is_currency, without_unit
from playground.tables.reading.years import are_lines_of_years, are_years

LONGEST_NUMBER = 400
"""Characters; a longer cell is text."""
MOST_WORDS_KEPT = 1_000
USUALLY = 0.9
"""Of the numbers of a column: where so many have one unit, another one is a slip."""

ROWS_AT_ONCE = 500
"""Rows whose cells are looked at together, so that those of 10,000 are never held at once."""

_PLAIN = r"-?\d{1,20}(?:\.\d{1,20})?"
_plain_number = re.compile(_PLAIN, re.ASCII).fullmatch
_plain_lines = re.compile(rf"(?:{_PLAIN}\n)+", re.ASCII).fullmatch
_decimals = re.compile(r"\.(?:\d{1,2}|\d{4,})\n|(?:^|[-\n])0\d*\.\d|\d{4}\.\d").search
_dot_in_doubt = re.compile(r"(?:^|\n)(-?[1-9]\d{0,2}\.\d{3})\n").search
_three_digits = re.compile(r"(?:^|\n)[1-9]\d\d\n").search

_ARABIC_DECIMAL_MARK = "\u066b"
_other_digit = re.compile(r"[^\D0-9]").search
_date = re.compile(r"[0-3]?\d\.[01]?\d\.(?:\d{4}|\d{2})|(?:0[1-9]|1[0-2])/(?:19|20)\d\d", re.ASCII).fullmatch


def plain_lines(cells: Sequence[str]) -> str:
    r"""Return cells in lines if all are such numbers as people and programs write alike, else "".

    Nearly all columns of a large table are of such, so a thousand cells are looked at as fast as one.

    Examples
    --------
    >>> plain_lines(["1", "-0.5"]), plain_lines(["1", "1,5"])
    ('1\n-0.5\n', '')
    """
    lines = "\n".join(cells) + "\n"
    return lines if _plain_lines(lines) and lines.count("\n") == len(cells) else ""


@dataclass
class ColumnSurvey:
    """What is seen in the cells of one column, some at a time.

    Attributes
    ----------
    numbers : int
        Cells that are numbers, with a unit or without.
    near : int
        Cells that would be numbers if they were written otherwise: fractions, infinities, two numbers in one cell.
    written_otherwise : dict of str to str
        The first of these that is one number, for each reason why it is not read as such.
    words : int
        Cells that are neither, and no gaps.
    kept_words : set of str
        Some of what is written there.
    decimal, groups : set of str
        The marks that stand before decimals and between thousands beyond doubt.
    doubts : dict of str to str
        The first number in which a comma or dot may be either, by that mark.
    has_no_years : bool
        Whether some of the numbers are no years such as 1998.
    three_digits : bool
        Whether there is a whole number from 100 to 999, which needs no mark between thousands.
    units : Counter of str
        What stands at how many of the numbers.
    percentage : str
        The first one.
    digits_of_a_code : str
        The first number that is written as codes are.
    exponent_alone : str
        The first number such as "1e5", which is a code if others are.
    other_digits : str
        The first number in digits of another script.
    has_letters_and_digits : bool
        Whether one of the words is such a code.
    """

    numbers: int = 0
    near: int = 0
    written_otherwise: dict[str, str] = field(default_factory=dict)
    words: int = 0
    kept_words: set[str] = field(default_factory=set)
    decimal: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    doubts: dict[str, str] = field(default_factory=dict)
    has_no_years: bool = False
    three_digits: bool = False
    units: Counter[str] = field(default_factory=Counter)
    percentage: str = ""
    digits_of_a_code: str = ""
    exponent_alone: str = ""
    other_digits: str = ""
    has_letters_and_digits: bool = False

    @property
    def code(self) -> str:
        """The first number that is perhaps a code; "" if there is none."""
        return self.digits_of_a_code or (self.exponent_alone if self.has_letters_and_digits else "")

    @property
    def unit(self) -> str:
        """The unit of the column; "" if it has none, or several: another one at a few numbers is a slip, as "5.2x" is."""
        unit, count = next(iter(self.units.most_common(1)), ("", 0))
        if len(self.units) > 1:
            return unit if count >= USUALLY * self.numbers else ""
        is_slip = count < self.numbers and (count == 1 or count <= (1 - USUALLY) * self.numbers)
        return "" if is_slip and not is_currency(unit) else unit

    @property
    def kind(self) -> str:
        """Return "number", "word" or "empty"."""
        of_other_units = self.units.total() - self.units[self.unit]
        numbers = self.numbers - of_other_units + self.near
        words = self.words + of_other_units
        if numbers + words == 0:
            return "empty"
        return "number" if numbers >= words else "word"

    def see(self, cells: Sequence[str]) -> None:
        """Take in some more cells."""
        lines = plain_lines(cells)
        if not lines:
            for text in cells:
                self._look_closely(text)
            return
        self.numbers += len(cells)
        self.has_no_years = self.has_no_years or not are_lines_of_years(lines)
        self.three_digits = self.three_digits or _three_digits(lines) is not None
        if "." in lines:
            if _decimals(lines):
                self.decimal.add(".")
            in_doubt = _dot_in_doubt(lines)
            if in_doubt:
                self.doubts.setdefault(".", in_doubt[1])
        self.digits_of_a_code = self.digits_of_a_code or code_in_lines(lines)

    def _look_closely(self, text: str) -> None:
        number, unit = without_unit(text)
        if is_gap(text, among_numbers=True):
            if not is_gap(text, among_numbers=False):
                self._keep(text)
            return
        written = written_number(plain_text(number)) if len(number) <= LONGEST_NUMBER else None
        if written is None:
            near = number if number.startswith("(") else text
            if is_near_number(near):
                self.near += 1
                self._see_written_otherwise(text, near)
            else:
                self.words += 1
            self._keep(text)
            self.has_letters_and_digits = self.has_letters_and_digits or is_of_letters_and_digits(text.strip())
            return
        self.numbers += 1
        self.has_no_years = self.has_no_years or not are_years((text,))
        if not text.isascii() and _other_digit(text):
            self.other_digits = self.other_digits or text.strip()
        if unit:
            self.units[unit] += 1
            self._keep(text)
            self.percentage = self.percentage or (text.strip() if unit == "%" else "")
        self._see_marks(number.strip(), written)
        self._see_code(text.strip(), written)

    def _see_written_otherwise(self, text: str, near: str) -> None:
        found = read_number(near)
        inside = written_number(plain_text(near).strip("()-"))
        if inside is not None:
            self._see_marks(near.strip().strip("()-"), inside)
        if isinstance(found, Unreadable) and (inside is not None or found.meant is not None):
            self.written_otherwise.setdefault(found.reason, text.strip())

    def _see_code(self, text: str, written: re.Match[str]) -> None:
        if written_as_code(written):
            self.digits_of_a_code = self.digits_of_a_code or text
        elif is_exponent_alone(text):
            self.exponent_alone = self.exponent_alone or text

    def _see_marks(self, number: str, written: re.Match[str]) -> None:
        doubt = mark_in_doubt(written)
        if doubt == "." and _ARABIC_DECIMAL_MARK in number:
            self.decimal.add(doubt)
        elif doubt:
            self.doubts.setdefault(doubt, number)
        if doubt:
            return
        self.three_digits = self.three_digits or _three_digits(f"{number}\n") is not None
        if written["fraction"]:
            self.decimal.add(written["mark"])
        if written["group"]:
            self.groups.add(written["group"])

    def _keep(self, text: str) -> None:
        if len(self.kept_words) < MOST_WORDS_KEPT:
            self.kept_words.add(text.strip())


def survey_columns(rows: Iterable[Sequence[str]], width: int) -> list[ColumnSurvey]:
    """Return what the cells of each column show.

    Examples
    --------
    >>> [column.kind for column in survey_columns([["1,5", "yes", ""], ["2", "no", "NA"]], 3)]
    ['number', 'word', 'empty']
    """
    columns = [ColumnSurvey() for _ in range(width)]
    for block in blocks_of(rows):
        for column, cells in zip(columns, zip_longest(*block, fillvalue=""), strict=False):
            column.see(cells)
    return columns


def blocks_of(rows: Iterable[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """Yield rows, some hundred at a time."""
    remaining = iter(rows)
    while block := list(islice(remaining, ROWS_AT_ONCE)):
        yield block


def is_like_number(text: str) -> bool:
    """Return whether a cell is a number, with a unit or without, or would be one if it were written otherwise.

    Examples
    --------
    >>> is_like_number("5 kg"), is_like_number("1/2"), is_like_number("age")
    (True, True, False)
    """
    return is_number(text) or (not is_gap(text, among_numbers=True) and is_near_number(text))


def is_number(text: str) -> bool:
    """Return whether a cell is a number, with a unit or without."""
    if _plain_number(text):
        return True
    number, _ = without_unit(text)
    return len(number) <= LONGEST_NUMBER and written_number(plain_text(number)) is not None


def is_near_number(text: str) -> bool:
    """Return whether a cell would be a number if it were written otherwise or computed; a date or telephone number would not.

    Examples
    --------
    >>> is_near_number("1/2"), is_near_number("1.2.3.4"), is_near_number("#REF!"), is_near_number("31.01.2024")
    (True, True, True, False)
    """
    if _date(text.strip()) or is_telephone(text.strip()):
        return False
    if is_spreadsheet_error(text.strip()):
        return True
    found = read_number(text) if len(text) <= LONGEST_NUMBER else Unreadable("is not a number")
    return isinstance(found, Unreadable) and found.reason != "is not a number"
