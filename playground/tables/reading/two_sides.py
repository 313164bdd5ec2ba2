"""Lines with an arrow or a bar between their inputs and what belongs to them: "0 1 -> 1", "0 1 | 1"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from nncore.data.number_refusal import shown
from playground.tables.problem import Problem
from playground.tables.reading.codes import is_telephone
from playground.tables.reading.cutting import lines_of
from playground.tables.reading.survey import is_number

_ARROWS = ("-->", "==>", "->", "=>", "→", "⇒", "↦", "|", "=", "\t", "  ", ":")
_WORDS = ("|", "=", "\t", "  ", ":")
"""Signs that are arrows among numbers alone."""

_is_rule = re.compile(r"[\s|+=:─│┼-]*").fullmatch
"""Between a truth table's head and its rows; an empty line, too."""

_MOST_LINES = 20_000
_BEGINNING = 2_000


def without_arrows(text: str) -> tuple[str, Problem] | None:
    r"""Return lines with one sign between the cells on both sides of their arrow, and what is said of it.

    None if it is no such text: every line must have the same arrow once, with cells between commas, semicolons or spaces
    before it.

    Examples
    --------
    >>> without_arrows("a, b => t\n0, 1 => 1")[0], without_arrows("0 1 | 1\n1 1 | 0")[0], without_arrows("2 -> 4\n3 -> 6")[0]
    ('a\tb\tt\n0\t1\t1', '0\t1\t1\n1\t1\t0', '2\t4\n3\t6')
    >>> without_arrows("1|2\n3|4") is without_arrows("a = 1\nb = 2") is None
    True
    """
    beginning = text[:_BEGINNING]
    arrow = next((arrow for arrow in _ARROWS if arrow in beginning), None)
    if arrow is None:
        return None
    lines = [line.strip() for line in lines_of(text) if not _is_rule(line)]
    if not lines or (arrow in _WORDS and len(lines[0].split(arrow)) > 2):
        return None  # a table of several columns
    sides = [re.split(r" {2,}", line) if arrow == "  " else line.split(arrow) for line in lines]
    if not 1 < len(lines) < _MOST_LINES or any(len(parts) != 2 or not all(map(str.strip, parts)) for parts in sides):
        return None
    left, right = ([parts[side].strip() for parts in sides] for side in (0, 1))
    sign = _sign(left)
    if arrow in _WORDS and not (
        (sign in (", ", " ") or (arrow == ":" and sign in (",", ";")))
        and _are_of_numbers(left[1:], sign, arrow)
        and all(map(is_number, right[1:]))
    ):
        return None
    rows = [[*_cells(one, sign), *_cells(other, sign)] for one, other in zip(left, right, strict=True)]
    if len(rows[0]) == 2 < len(rows[1]):
        name, answer = (cell.rstrip(" :") for cell in rows[0])
        rows[0] = [*(f"{name} {number}" for number in range(1, len(rows[1]))), answer]
    in_doubt = next((cells for cells in left if sign == "," and is_number(cells)), "")
    taken = f', and the comma in "{shown(in_doubt)}" is taken for one between two cells' if in_doubt else ""
    what = f'The "{arrow}" in each line is left out' if arrow.strip() else "The cells that hold several numbers are cut"
    return "\n".join(map("\t".join, rows)), Problem(None, None, arrow, f"{what}{taken}.")


def operations_in_columns(text: str) -> tuple[str, Problem] | None:
    r"""Return lines such as "0 XOR 1 = 1" with tabs between their numbers, and what is said of it.

    Examples
    --------
    >>> operations_in_columns("0 AND 0 = 0\n0 AND 1 = 0")[0], operations_in_columns("1 + 2 = 3\n2 - 1 = 1") is None
    ('0\t0\t0\n0\t1\t0', True)
    """
    if "=" not in text[:_BEGINNING]:
        return None
    lines = [line.split() for line in lines_of(text) if line.strip()]
    if not 1 < len(lines) < _MOST_LINES or any(len(line) != 5 or line[1::2] != [lines[0][1], "="] for line in lines):
        return None
    rows = [line[::2] for line in lines]
    if not all(map(is_number, chain.from_iterable(rows))):
        return None
    sign = shown(lines[0][1])
    return "\n".join(map("\t".join, rows)), Problem(
        None, None, sign, f'The "{sign}" and "=" in each line are left out.'
    )


def _sign(sides: Sequence[str]) -> str:
    """Return what stands between the cells on one side of the arrows; "" if there is one cell."""
    for sign in (";", "\t", ", "):
        if all(sign in cells for cells in sides[1:]):
            return sign
    if all(is_number(cells) or is_telephone(cells) for cells in sides[1:] if " " in cells) and " " in sides[-1]:
        return ""  # spaces between thousands
    if len({len(cells.split()) for cells in sides[1:]}) == 1 and all(map(is_number, " ".join(sides[1:]).split())):
        return " " if " " in sides[-1] else "," if all("," in cells for cells in sides[1:]) else ""
    return "," if len({cells.count(",") for cells in sides[1:]} | {0}) == 2 else ""


def _are_of_numbers(sides: Sequence[str], sign: str, arrow: str) -> bool:
    cells = [_cells(side, sign) for side in sides]
    return all(is_number(cell) for row in cells for cell in (row if arrow in ("|", ":") else row[:1]))


def _cells(side: str, sign: str) -> list[str]:
    if sign == " ":
        return side.split()
    return [cell.strip() for cell in side.split(sign.strip() or sign)] if sign else [side]
