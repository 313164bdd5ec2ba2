"""A table that is written as JSON: a list of records, one record a line, a list of rows, or an object of columns."""

from __future__ import annotations

import json
import math
import re

from playground.tables.reading.nested_table import NestedTableError, csv_of

_STRING = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\\?(?P<open>\Z))', re.DOTALL)
# How JSON begins that can hold a table, and hardly anything else does.
_BEGINNING = re.compile(r'\s*(?:\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}\s*$)|\[\s*(?:[\[{]|\]\s*$))')


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
        return csv_of(_records(text))
    except _NotJsonError:
        return None
    except NestedTableError as error:
        raise JsonTableError(f"is JSON{error}") from error


class _NotJsonError(ValueError):
    """A text is no JSON."""


def _records(text: str) -> object:
    """Return what a text of JSON holds, or one record a line."""
    try:
        return _loaded(text)
    except _NotJsonError as error:
        if is_cut_off(text):
            raise JsonTableError("is JSON whose end is missing. Ask for the whole file, or save it anew.") from error
    return [_loaded(line) for line in text.splitlines() if line.strip()]


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
