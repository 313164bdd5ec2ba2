"""Signs between cells that other keyboards and programs have, and marks around and between lines, as the usual ones."""

from __future__ import annotations

import re

from playground.tables.problem import Problem
from playground.tables.reading.cutting import lines_of
from playground.tables.reading.gaps import is_gap
from playground.tables.reading.survey import is_number

_WIDE_SIGNS = {
    "，": (",", "wide comma"),
    "،": (",", "Arabic comma"),
    "؛": (";", "Arabic semicolon"),
    "、": (",", "wide comma"),
    "；": (";", "wide semicolon"),
    "｜": ("|", "wide bar"),
    "\u00a0": (" ", "space without a break"),
    "\u3000": (" ", "wide space"),
    "\u2003": (" ", "wide space"),
}

_RARE_SIGNS = {"~": 1, "^": 1, "¦": 1, "§": 1, "¬": 1, "&": 1, "::": 1, ":": 3, "/": 3}
"""Each with how many of it a line must have at least: a date or a time has two of the last ones."""

_BEGINNING = 2_000

_LINE_ENDS = re.compile("\r\n|[\x0b\x0c\x85\u2028\u2029]")
_comma_in_a_number = re.compile(r"\d,\d").search
_in_typographic_quotes = re.compile(r"(?m)(^|[,;\t|])([ ]?)[“”„‟«]([^“”„‟«»\n]*)[“”»]([ ]?)(?=[,;\t|]|\r?$)").sub

_begins_and_ends_so = re.compile(r"[“”„‟«].*[“”»]").fullmatch
"""All of its cells stand in such marks: where single ones do, these are part of them."""


def with_usual_line_ends(text: str) -> str:
    r"""Return a text whose lines end as lines of a table do, if all of it stands in one line for that.

    Word processors and web pages end lines with signs of their own.

    Examples
    --------
    >>> with_usual_line_ends("x,t\u20281,0"), with_usual_line_ends('"a\x0bb",1\n2,3')
    ('x,t\n1,0', '"a\x0bb",1\n2,3')
    """
    return text if "\n" in text or "\r" in text else _LINE_ENDS.sub("\n", text)


def without_quotes_around_lines(text: str) -> str:
    r"""Return a text without the quotation marks around whole lines, in which a spreadsheet saves what stood in one cell.

    Quotation marks of print around cells are those of a keyboard.

    Examples
    --------
    >>> without_quotes_around_lines('"1,2,0"\n"3,4,1"'), without_quotes_around_lines('"1.5"\n"2.5"')
    ('1,2,0\n3,4,1', '"1.5"\n"2.5"')
    >>> without_quotes_around_lines("“1,5”;“0”\n“2,5”;“1”")
    '"1,5";"0"\n"2,5";"1"'
    """
    if '"' not in text:
        filled = filter(None, map(str.strip, lines_of(text)))
        return _in_typographic_quotes(r'\1\2"\3"\4', text) if all(map(_begins_and_ends_so, filled)) else text
    if text.strip().split("\n", 1)[0].count('"') > 2:
        return text
    lines = [line.strip() for line in lines_of(text) if line.strip()]
    inside = [line[1:-1] for line in lines if len(line) > 2 and line[0] == line[-1] == '"' and line.count('"') == 2]
    sign = next((sign for sign in "\t;," if inside and sign in inside[0]), None)
    if sign is None or len(inside) < max(len(lines), 2) or len({line.count(sign) for line in inside}) > 1:
        return text
    is_one_number = sign == "," and all(map(is_number, inside[1:]))
    return "\n".join(inside) if _are_mostly_numbers(inside[1:], sign) and not is_one_number else text


def with_plain_signs(text: str) -> tuple[str, Problem] | None:
    r"""Return a text whose cells are kept apart by a wide or rare sign with a plain one, and what is said of it.

    None if it is no such text: each line must have the sign equally often.

    Examples
    --------
    >>> with_plain_signs("1，0\n2，1")[0], with_plain_signs("x~t\n1,5~0\n2~1")[0]
    ('1,0\n2,1', 'x\tt\n1,5\t0\n2\t1')
    >>> with_plain_signs("1:30:05\n0:45:10") is None
    True
    """
    if any(sign in text for sign in "\t;|"):
        return None
    lines = [line.strip() for line in lines_of(text) if line.strip()]
    for wide, (plain, called) in _WIDE_SIGNS.items():
        if "," in text or wide not in text or len({line.count(wide) for line in lines}) > 1:
            continue
        if plain == " " and (" " in text or all(map(is_number, lines))):
            continue
        note = f"The {called} between the cells is read as a plain one."
        return text.replace(wide, plain), Problem(None, None, wide, note)
    if "," in text and (not lines or "," in lines[0]):
        return None  # these, rather than decimals
    beginning = text[:_BEGINNING]
    for sign, least in _RARE_SIGNS.items():
        if sign not in beginning:
            continue
        counts = {line.count(sign) for line in lines}
        if len(lines) > 1 and len(counts) == 1 and min(counts) >= least and _are_mostly_numbers(lines[1:], sign):
            note = f'The "{sign}" between the cells is read as a tab.'
            return "\n".join("\t".join(map(str.strip, line.split(sign))) for line in lines), Problem(
                None, None, sign, note
            )
    return None


def with_spaced_commas(text: str) -> tuple[str, Problem] | None:
    r"""Return a text with tabs for the commas that have a space behind them, if all others stand inside numbers.

    Examples
    --------
    >>> with_spaced_commas("x, t\n1,5, 0\n2, 1")[0], with_spaced_commas("1, 2\n3, 4") is None
    ('x\tt\n1,5\t0\n2\t1', True)
    """
    if ", " not in text or any(sign in text for sign in '\t;|"') or not _comma_in_a_number(text):
        return None
    rows = [line.strip().split(", ") for line in lines_of(text) if line.strip()]
    with_commas = [cell for row in rows for cell in row if "," in cell]
    if len(set(map(len, rows))) > 1 or not with_commas or not all(map(is_number, with_commas)):
        return None
    note = "A comma with a space behind it is read as one between cells; any other stands inside a number."
    return "\n".join(map("\t".join, rows)), Problem(None, None, ", ", note)


def _are_mostly_numbers(lines: list[str], sign: str) -> bool:
    """Return whether cells are numbers but for gaps, and for the last of each line, which may be a class."""
    rows = [[cell.strip() for cell in line.split(sign)] for line in lines]
    are_cells = all(is_number(cell) or is_gap(cell, among_numbers=True) for row in rows for cell in row[:-1])
    return are_cells and all(any(map(is_number, row)) for row in rows)
