"""A table that is written as JSON: a list of records, one record a line, a list of rows, or an object of columns."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence

from nncore.data.number_parsing import format_number
from nncore.data.number_refusal import shown
from playground.tables.reading.reading import Value
from playground.tables.reading.to_csv import to_csv

_STRING = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\\?(?P<open>\Z))', re.DOTALL)
# How JSON begins that can hold a table, and hardly anything else does.
_BEGINNING = re.compile(r'\s*(?:\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}\s*$)|\[\s*(?:[\[{]|\]\s*$))')

NO_TABLE = (
    'is JSON, but not a table: that is a list of records, such as [{"size": 1, "fits": "yes"}], or an object with a list for '
    "each column. Save it in that form, or as CSV."
)


class JsonTableError(ValueError):
    """JSON holds no table; the message says what it is instead, and continues the name of the file."""


def text_of_json(text: str) -> str | None:
    r"""Return the table in a text of JSON as CSV, or None for a text that is no JSON.

    Raises
    ------
    JsonTableError
        If it is JSON without a table, or was cut off.

    Examples
    --------
    >>> text_of_json('[{"size": 1.5, "fits": "yes"}, {"fits": "no"}]')
    'size,fits\r\n1.5,yes\r\n,no\r\n'
    >>> text_of_json('{"size": 1.5, "fits": "yes"}\n{"size": 2, "fits": "no"}\n')
    'size,fits\r\n1.5,yes\r\n2,no\r\n'
    >>> text_of_json('{"size": [1, 2], "fits": [true, null]}')
    'size,fits\r\n1,True\r\n2,\r\n'
    >>> text_of_json("[size],[fits]") is None
    True
    """
    if not _BEGINNING.match(text):
        return None
    try:
        return _csv(_loaded(text))
    except _NotJsonError as error:
        if is_cut_off(text):
            raise JsonTableError("is JSON whose end is missing. Ask for the whole file, or save it anew.") from error
    try:
        return _csv([_loaded(line) for line in text.splitlines() if line.strip()])
    except _NotJsonError:
        return None


class _NotJsonError(ValueError):
    """A text is no JSON."""


def _loaded(text: str) -> object:
    """Return what a text of JSON holds; a number that no float64 is near to stays the text that it is."""
    try:
        return json.loads(text, parse_float=_number, parse_constant=str)
    except (ValueError, RecursionError) as error:
        raise _NotJsonError from error


def _number(text: str) -> float | str:
    number = float(text)
    return number if math.isfinite(number) else text


def is_cut_off(text: str) -> bool:
    """Return whether brackets or quotes are open at the end of a text of JSON.

    Examples
    --------
    >>> is_cut_off('{"a": [1, "}'), is_cut_off('{"a": [1, "}"]}'), is_cut_off("a,b")
    (True, False, False)
    """
    marks = _STRING.sub(lambda string: "" if string["open"] is None else '"', text)
    return '"' in marks or sum(map(marks.count, "[{")) > sum(map(marks.count, "]}"))


def _csv(record: object) -> str:
    if isinstance(record, Mapping) and record and all(isinstance(column, list) for column in record.values()):
        names, columns = list(record), list(record.values())
        if len(set(map(len, columns))) != 1:
            raise JsonTableError("is JSON with columns of different lengths. Each needs one value for every row.")
        return to_csv(names, _rows(names, zip(*columns, strict=True)))
    if isinstance(record, list) and record and all(isinstance(row, Mapping) for row in record):
        names = list(dict.fromkeys(name for row in record for name in row))
        return to_csv(names, _rows(names, ([row.get(name) for name in names] for row in record)))
    if isinstance(record, list) and record and all(isinstance(row, list) for row in record):
        names, *rows = [[_value(number, None, cell) for cell in row] for number, row in enumerate(record, start=1)]
        # Whether the first row holds names is told by what is read of the text.
        return to_csv([name if isinstance(name, str) else _written(name) for name in names], rows)
    raise JsonTableError(NO_TABLE)


def _written(value: float | None) -> str:
    return "" if value is None else format_number(value)


def _rows(names: Sequence[str], rows: Iterable[Iterable[object]]) -> list[list[Value]]:
    return [
        [_value(number, name, cell) for name, cell in zip(names, row, strict=True)]
        for number, row in enumerate(rows, start=1)
    ]


def _value(number: int, name: str | None, cell: object) -> Value:
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, int | float):
        try:
            # A number whose digits are too many to be kept is asked about as any text is.
            return float(cell) if cell == float(cell) else str(cell)
        except OverflowError:
            return str(cell)
    where = f"row {number:,}" if name is None else f'row {number:,}, column "{shown(name)}"'
    what = "a list" if isinstance(cell, list) else "an object"
    raise JsonTableError(f"is JSON, but not a table: in {where}, stands {what}. A cell holds one number or one word.")
