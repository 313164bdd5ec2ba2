"""What the writing of one number shows: its sign, its digits, and the marks between them."""

from __future__ import annotations

import re

_SPACES = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_ZEROS = "٠۰०০੦૦୦௦౦೦൦๐໐༠၀០᠐"
"""Of the scripts that have digits of their own: the other nine follow each."""

# Not Unicode's own normal form: it would turn "5²" into 52.
_PLAIN_CHARACTERS = str.maketrans(
    {
        **{full_width: full_width - 0xFEE0 for full_width in range(0xFF01, 0xFF5F)},
        **{ord(zero) + digit: str(digit) for zero in _ZEROS for digit in range(10)},
        **{ord(space): " " for space in _SPACES},
        **{ord(dash): "-" for dash in _DASHES},
        **{ord(invisible): None for invisible in _INVISIBLE},
        ord("\u2019"): "'",
        ord("\u066b"): ".",
        ord("\u066c"): "'",
        ord("\u2044"): "/",
    }
)
_NUMBER = re.compile(
    r"""(?P<sign>[+-]?)\ ?(?=[.,]?\d)
    (?P<whole>[1-9]\d{0,2}(?P<group>[ '_.,])
        (?:\d{3}(?:(?P=group)\d{3})*  # thousands in threes
        |(?<=,)(?<!\d{3},)\d\d(?:,\d\d)*,\d{3})(?![eE])  # lakhs and crores: 1,00,000
        |\d*)
    (?:(?!(?P=group))(?P<mark>[.,])(?P<fraction>\d*))?
    (?P<exponent>(?:[eE][+-]?\d+)?)""",
    re.VERBOSE | re.ASCII,
)

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_ending_otherwise = re.compile(
    r"(?<=[\d.,])(?:\ ?[x×*·⋅]\ ?10(?:\^\(?(?P<power>[+-]?\d{1,3})\)?|(?P<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))"
    r"|(?:\*\^|[dD](?=[+-]))(?P<exponent>[+-]?\d{1,3})|(?<=\d)(?P<mark>[.,])--?)\Z",
    re.ASCII | re.VERBOSE,
).search
"""A power of ten as people, Fortran and Mathematica write it, or a dash for the decimals of a price."""


_LONGEST_ENDING = 20
"""Characters: what has more is looked at no further."""

# As programs write most numbers. What is in doubt is written so, too, and found first.
_SIMPLE = re.compile(r"-?(?:(?P<doubt>[1-9]\d{0,2}\.\d{3})|(?:0|[1-9]\d*)(?P<fraction>\.\d+)?)", re.ASCII)


def simple_number(text: str) -> tuple[bool, bool] | None:
    """Return whether the dot of a number is in doubt, and whether it has one that is not; None if it is not written simply.

    A table has as many numbers as cells, and nearly all of them are written so: this takes a tenth of `written_number`.

    Examples
    --------
    >>> simple_number("-0.25"), simple_number("12"), simple_number("1.500"), simple_number("0,5")
    ((False, True), (False, False), (True, False), None)
    """
    simple = _SIMPLE.fullmatch(text)
    return None if simple is None else (simple["doubt"] is not None, simple["fraction"] is not None)


def plain_text(text: str) -> str:
    """Return `text` with plain signs for those of print and of other scripts, and without what cannot be seen.

    Examples
    --------
    >>> plain_text(" −1\u00a0000 "), plain_text("1.5 × 10^-3"), plain_text("2·10³"), plain_text("5,–"), plain_text("١٬٢٣٤٫٥")
    ('-1 000', '1.5e-3', '2e3', '5,0', "1'234.5")
    """
    plain = text.translate(_PLAIN_CHARACTERS).strip()
    if plain[-1:].isdecimal() and "^" not in plain and "d" not in plain and "D" not in plain:
        return plain  # as nearly all are, and a table has very many of them
    otherwise = _ending_otherwise(plain[-_LONGEST_ENDING:])
    if otherwise is None:
        return plain
    before = plain[: len(plain) - len(otherwise.group())]
    if otherwise["mark"]:
        return f"{before}{otherwise['mark']}0"
    raised = (otherwise["raised"] or "").translate(_SUPERSCRIPTS)
    return f"{before}e{otherwise['power'] or otherwise['exponent'] or raised}"


def written_number(plain: str) -> re.Match[str] | None:
    """Return the parts of a number (sign, whole, group, mark, fraction, exponent), or None if `plain` is none.

    Examples
    --------
    >>> written_number("1.234,5").group("group", "mark", "fraction"), written_number("abc")
    (('.', ',', '5'), None)
    """
    return _NUMBER.fullmatch(plain)


def mark_in_doubt(written: re.Match[str]) -> str:
    """Return the comma or dot that may stand before decimals as well as between thousands, or "".

    Examples
    --------
    >>> mark_in_doubt(written_number("1,500")), mark_in_doubt(written_number("0,500"))
    (',', '')
    """
    group = written["group"]
    in_doubt = group in (",", ".") and written["mark"] is None and written["whole"].count(group) == 1
    return str(group) if in_doubt else ""
