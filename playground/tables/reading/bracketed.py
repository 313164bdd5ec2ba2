"""A table that is copied out of a program: the rows of a list of lists, as Python, NumPy and MATLAB write them."""

from __future__ import annotations

import re
from itertools import zip_longest

from playground.tables.reading.gaps import is_gap
from playground.tables.reading.layout import LayoutError

SHORTENED_ARRAY = (
    'NumPy has left out what belongs where "..." stands. Print the array after '
    "np.set_printoptions(threshold=sys.maxsize), or save it as CSV."
)

_NAME = r"\s*+(?:\w+\s*=\s*+)?(?:(?:\w+\.)?(?:array|matrix|tensor)\s*+)?"
_begins = re.compile(rf"{_NAME}[\[({{]", re.ASCII).match
_is_nested = re.compile(rf"{_NAME}(?:\(\s*)?[\[({{]\s*[\[({{]", re.ASCII).match
_row = re.compile(r"[\[({]([^\[\](){}]*)[\])}]")
_BETWEEN_ROWS = r"[\s,;\[\](){}]*"
_around = re.compile(
    rf"{_NAME}{_BETWEEN_ROWS}(?:(?P<shortened>\.\.\.){_BETWEEN_ROWS})*(?:dtype=[\w.']+\s*\)\s*)?(?P<turned>\.T\s*)?",
    re.ASCII,
).fullmatch
_shape = re.compile(r",\s*shape=\([\d,\s]*\)")
"""NumPy adds it to an array that it shortens."""
_line_end = re.compile(r"[;\n]").split
_QUOTED = r""""[^"]*"|'[^']*'"""
_between_semicolons = re.compile(rf"{_QUOTED}|[^;\s][^;]*").findall
_between_commas = re.compile(rf"{_QUOTED}|[^,\s][^,]*").findall
_between_spaces = re.compile(rf"{_QUOTED}|\S+").findall
_is_with_decimal_comma = re.compile(r"[+\-−]?\d+(?:,\d+)?(?:[eE][+-]?\d+)?").fullmatch
_is_otherwise = re.compile(r"([,;])\s*\1|\{[^{}]*:").search
"""A cell is left out, or has a name: no list of rows."""


def rows_in_brackets(text: str) -> str | None:
    r"""Return the rows between the brackets of a text, one a line, with tabs between their cells; None if it is no such list.

    Raises
    ------
    LayoutError
        If NumPy shortened the list when it printed it.

    Examples
    --------
    >>> rows_in_brackets("X = np.array([[0, 0.5], [1, 2]])"), rows_in_brackets("[[0. 1.]\n [2. 3.]]")
    ('0\t0.5\n1\t2', '0.\t1.\n2.\t3.')
    >>> rows_in_brackets("[1, 2; 3, 4]"), rows_in_brackets("(1, 'a'),\n(2, 'New York')"), rows_in_brackets("[[0, 1]].T")
    ('1\t2\n3\t4', '1\ta\n2\tNew York', '0\n1')
    >>> rows_in_brackets("size (m)\n(5)") is rows_in_brackets("(5)\n(3)") is None
    True
    """
    text = _shape.sub("", text)
    around = _around(_row.sub("", text)) if _begins(text) and not _is_otherwise(text) else None
    if around is None:
        return None
    rows = [found[1] for found in _row.finditer(text)]
    lines = [_cells(line) for row in rows for line in (_line_end(row) if len(rows) == 1 else [row]) if line.strip()]
    # One number in brackets is rather a negative one, as accountants write it.
    if not lines or (not _is_nested(text) and min(map(len, lines)) < 2):
        return None
    if around["shortened"] or all("..." in _cells(row) for row in rows):
        raise LayoutError(SHORTENED_ARRAY)
    if around["turned"]:
        lines = list(map(list, zip_longest(*lines, fillvalue="")))
    return "\n".join(map("\t".join, lines))


def _cells(line: str) -> list[str]:
    if ";" in re.sub(_QUOTED, "", line):
        cells = _between_semicolons(line)
    elif "," in line and not _has_decimal_commas(line):
        cells = _between_commas(line)
    else:
        cells = _between_spaces(line)
    return [" ".join(cell.split()).strip("\"'") for cell in cells]


def _has_decimal_commas(line: str) -> bool:
    """Return whether spaces stand between the numbers of a row, so that its commas stand before decimals."""
    parts = line.split()
    return len(parts) > 1 and all(_is_with_decimal_comma(part) or is_gap(part, among_numbers=True) for part in parts)
