"""Digits that may be a code rather than an amount: a code that is read as a number becomes another one."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nncore.data.number_parsing import format_number
from nncore.data.number_refusal import shown
from nncore.data.number_shape import plain_text, simple_number, written_number
from playground.tables.reading.reading import Choice, Question

EXACT_DIGITS = 15
"""Of a whole number; most of more digits are no float64."""

_FEWEST_DIGITS_OF_A_TELEPHONE = 9
_MOST_DIGITS_OF_A_NUMBER = 300
_MOST_TOLD = 3
_lines_of_codes = re.compile(rf"(?:^|\n)(-?(?:0\d[\d.]*|\d{{{EXACT_DIGITS + 1},}}))(?=\n)", re.ASCII).finditer
_exponent_alone = re.compile(r"\d+[eE]\d+", re.ASCII).fullmatch
_letters_and_digits = re.compile(r"(?=\D*\d)(?=\d*[A-Za-z])[A-Za-z\d]+", re.ASCII).fullmatch
_telephone = re.compile(r"(?:\+|0)\d{1,5}[ /.()-][\d /.()-]+|\(0?\d{1,5}\)[ /.-]*\d[\d /.-]+", re.ASCII).fullmatch


def seems_code(sign: str, digits: str, fraction: str | None, exponent: str) -> bool:
    """Return whether a number is written as codes are: zeros before it, a telephone's plus, more digits than it keeps.

    Parameters
    ----------
    sign, digits, exponent : str
        Of the number; the digits are those before its decimals, without marks between thousands.
    fraction : str or None
        Its decimals.

    Examples
    --------
    >>> seems_code("", "01234", None, ""), seems_code("", "9007199254740993", None, ""), seems_code("+", "491512345678", None, "")
    (True, True, True)
    >>> seems_code("", "0", "5", ""), seems_code("", "9007199254740992", None, ""), seems_code("+", "5", None, "")
    (False, False, False)
    """
    if digits.startswith("0") and len(digits) > 1:
        return True
    if fraction or exponent:
        return False
    if sign == "+" and len(digits) >= _FEWEST_DIGITS_OF_A_TELEPHONE:
        return True
    return EXACT_DIGITS < len(digits) <= _MOST_DIGITS_OF_A_NUMBER and int(float(digits)) != int(digits)


def is_code(text: str) -> bool:
    """Return whether a text is a number that seems a code.

    Examples
    --------
    >>> is_code("01234"), is_code("1234"), is_code("a1")
    (True, False, False)
    """
    if len(text) <= EXACT_DIGITS and simple_number(text):
        return False
    written = written_number(plain_text(text))
    return written is not None and written_as_code(written)


def written_as_code(written: re.Match[str]) -> bool:
    """Return whether what `written_number` finds seems a code."""
    digits = written["whole"].replace(written["group"] or " ", "")
    return seems_code(written["sign"], digits, written["fraction"], written["exponent"])


def code_in_lines(lines: str) -> str:
    r"""Return the first code in lines of plain numbers, or "".

    Examples
    --------
    >>> code_in_lines("12\n007\n0.5\n"), code_in_lines("0\n0.5\n")
    ('007', '')
    """
    for found in _lines_of_codes(lines):
        digits, _, fraction = found[1].removeprefix("-").partition(".")
        if seems_code("", digits, fraction, ""):
            return found[1]
    return ""


def is_exponent_alone(text: str) -> bool:
    """Return whether a number such as "1e5" would be a code among others of letters and digits.

    Examples
    --------
    >>> is_exponent_alone("1e5"), is_exponent_alone("1.5e5"), is_exponent_alone("1e-5")
    (True, False, False)
    """
    return _exponent_alone(text) is not None


def is_of_letters_and_digits(text: str) -> bool:
    """Return whether a text is a code of letters and digits, such as "2a7".

    Examples
    --------
    >>> is_of_letters_and_digits("2a7"), is_of_letters_and_digits("a"), is_of_letters_and_digits("27")
    (True, False, False)
    """
    return _letters_and_digits(text) is not None


def is_telephone(text: str) -> bool:
    """Return whether a text is a telephone number with signs between its digits: not one number, not two, no fraction.

    Examples
    --------
    >>> [is_telephone(text) for text in ("0151 2345678", "030/1234567", "+49 (30) 12-345", "(030) 1234567")]
    [True, True, True, True]
    >>> [is_telephone(text) for text in ("0 1", "1 000", "1/2", "0.5", "+1 000", "01.02")]
    [False, False, False, False, False, False]
    """
    digits = sum(map(str.isdecimal, text))
    return digits >= _FEWEST_DIGITS_OF_A_TELEPHONE and _telephone(text) is not None


def codes_question(codes: Mapping[str, object]) -> Question:
    """Return the question whether what looks like codes is words or numbers.

    Parameters
    ----------
    codes : mapping of str to object
        The first of each column, and which number it would be; anything but a float where it would be none.

    Examples
    --------
    >>> question = codes_question({"01234": 1234.0})
    >>> question.sentence, [choice.words for choice in question.choices]
    ('Is "01234" a code, or a number?', ['a code, kept as it is written', 'a number: "01234" is 1234'])
    """
    *before, last = [f'"{shown(text)}"' for text in codes][:_MOST_TOLD]
    listed = f"{', '.join(before)} and {last}" if before else last
    several = len(codes) > 1
    asked = f"Are {listed} codes, or numbers?" if several else f"Is {listed} a code, or a number?"
    values = [f'"{shown(text)}" is {whole_digits(value)}' for text, value in codes.items() if isinstance(value, float)]
    numbers = ": ".join(["numbers" if several else "a number", *filter(None, [", ".join(values[:_MOST_TOLD])])])
    choices = (
        Choice("codes, kept as they are written" if several else "a code, kept as it is written", {"codes": True}),
        Choice(numbers, {"codes": False}),
    )
    return Question("codes", asked, choices)


def whole_digits(value: float) -> str:
    """Return a number, a whole one with all its digits: some of them may be others than were written.

    Examples
    --------
    >>> whole_digits(float("9007199254740993")), whole_digits(0.5)
    ('9007199254740992', '0.5')
    """
    return f"{value:.0f}" if value.is_integer() and abs(value) < 1e25 else format_number(value)
