"""What is offered for a text that is no number as it stands: "1 1/2" is 1.5, "(5)" may be -5, "50%" is 0.5."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable

from nncore.data.number_formatting import format_number
from nncore.data.number_refusal import Unreadable
from nncore.data.number_shape import written_number

CertainNumber = Callable[[str], float | None]

_whole_and_fraction = re.compile(r"(?:(?P<whole>-?\d+) (?=\d))? ?(?P<above>[^/]+)/(?P<below>[^/]+)", re.ASCII).fullmatch
_number_and_note = re.compile(
    r"(?P<number>[^\[*†‡§]*\d)\s?(?:(?:\[[a-z]\]|\[\d{1,3}\])+|[*†‡§]{1,3})", re.ASCII
).fullmatch
_before_raised_dot_and_behind = re.compile(r"(?P<whole>[+-]?\d{1,15})[·⋅](?P<fraction>\d{1,15})", re.ASCII).fullmatch
_TRUTH_WORDS = (("true", "false"), ("yes", "no"), ("on", "off"))
_WORDS_THAT_ARE_NOT_FINITE = ("inf", "infinity", "∞", "nan")


def why_no_number(plain: str, certain: CertainNumber, by_marks: CertainNumber | None = None) -> Unreadable:
    """Return why a text is no number, and what to write in its place.

    Parameters
    ----------
    plain : str
        Without typographic characters.
    certain : callable
        Returns the number that a text writes beyond doubt, or None.
    by_marks : callable, optional
        The same, where the marks of a table decide what is in doubt.

    Examples
    --------
    >>> why_no_number("(2)", float), why_no_number("1 1/2", float)
    (Unreadable(reason='stands in brackets', mend='Write -2 if it is negative, or 2'), Unreadable(reason='is a fraction', mend='Write 1.5 instead'))
    """  # noqa: E501
    return (
        _truth_word(plain)
        or _not_finite(plain)
        or _percentage(plain, certain)
        or _fraction(plain, certain)
        or _of_accounts(plain, certain, by_marks or certain)
        or _with_note(plain, certain)
        or _with_raised_dot(plain)
        or _several_numbers(plain)
        or _marks_that_do_not_fit(plain)
        or Unreadable("is not a number")
    )


def _truth_word(plain: str) -> Unreadable | None:
    for pair in _TRUTH_WORDS:
        if plain.casefold() in pair:
            return Unreadable("is not a number", f"Write 1 for {pair[0]} and 0 for {pair[1]}")
    return None


def _not_finite(plain: str) -> Unreadable | None:
    if plain.casefold().lstrip("+-") in _WORDS_THAT_ARE_NOT_FINITE:
        return Unreadable("is not a finite number")
    return None


def _percentage(plain: str, certain: CertainNumber) -> Unreadable | None:
    number = certain(plain[:-1]) if plain.endswith("%") else None
    return None if number is None else Unreadable("is a percentage", _offer(number / 100))


def _fraction(plain: str, certain: CertainNumber) -> Unreadable | None:
    """Return the offer for a fraction, alone or behind a whole number: "1/2", "1 1/2", "1½"."""
    mixed = _whole_and_fraction(re.sub("[¼-¾⅐-⅞]", _in_two_numbers, plain))
    if mixed is None:
        return None
    numerator, denominator = certain(mixed["above"]), certain(mixed["below"])
    if numerator is None or not denominator:
        return None
    whole = mixed["whole"] or "0"
    part = numerator / denominator
    meant = float(whole) + (-part if whole.startswith("-") else part)
    return Unreadable("is a fraction", _offer(meant), meant if math.isfinite(meant) else None)


def _in_two_numbers(sign: re.Match[str]) -> str:
    return f" {unicodedata.normalize('NFKC', sign.group()).replace(chr(0x2044), '/')}"


def _of_accounts(plain: str, certain: CertainNumber, by_marks: CertainNumber) -> Unreadable | None:
    """Return the offer for a number that accounts write as negative: in brackets, or with its sign behind it."""
    in_brackets = plain[:1] == "(" and plain[-1:] == ")"
    inner = plain[1:-1] if in_brackets else plain[:-1] if plain[-1:] == "-" else ""
    if not inner[:1].isdecimal() or written_number(inner) is None:
        return None
    if certain(inner) == 0:
        return Unreadable("is 0 as accounts write it", "Write 0 instead", 0.0)
    what = "stands in brackets" if in_brackets else "has a minus sign behind it"
    number = by_marks(inner)
    return Unreadable(what, f"Write -{inner} if it is negative, or {inner}", None if number is None else -number)


def _with_note(plain: str, certain: CertainNumber) -> Unreadable | None:
    """Return the offer for a number with marks of notes behind it, as tables of web pages have them: "5.2[1]", "5.2*"."""
    noted = _number_and_note(plain)
    number = certain(noted["number"]) if noted else None
    return None if number is None else Unreadable("has the mark of a note behind it", _offer(number), number)


def _with_raised_dot(plain: str) -> Unreadable | None:
    """Return the offer for a number whose decimals stand behind a raised dot, as British journals print them: "1·5"."""
    parts = _before_raised_dot_and_behind(plain)
    if parts is None:
        return None
    number = float(f"{parts['whole']}.{parts['fraction']}")
    return Unreadable("has a raised dot", f"Write {format_number(number)} if decimals stand behind it", number)


def _offer(number: float) -> str | None:
    # Twelve digits, so that 0.7 % is offered as 0.007 and not as 0.006999999999999999.
    return f"Write {format_number(float(f'{number:.12g}') + 0.0)} instead" if math.isfinite(number) else None


def _several_numbers(plain: str) -> Unreadable | None:
    parts = re.split(r"[\s;|]+|,\s+", plain)
    if len(parts) > 1 and all(written_number(part) for part in parts):
        return Unreadable("holds more than one number", "Write a single number")
    return None


def _marks_that_do_not_fit(plain: str) -> Unreadable | None:
    if re.fullmatch(r"[+-]?[0-9.,' _]+", plain) and re.search("[0-9]", plain):
        return Unreadable("has marks that do not fit a number", "Write it with a single dot, such as 1234.5")
    return None
