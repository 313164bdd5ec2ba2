"""The lists in the text of a whole program, as it is copied out of an article or a question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from playground.tables.problem import Problem
from playground.tables.reading.cutting import lines_of
from playground.tables.reading.layout import LayoutError
from playground.tables.reading.lists_together import listed_names, lists_of_one_table, lists_together
from playground.tables.reading.nested_table import NestedTableError, csv_of
from playground.tables.reading.program_calls import NoProgramError
from playground.tables.reading.program_parsing import value_at
from playground.tables.reading.program_tokens import ShortenedError

MOST_LISTS = 20
"""That are looked for in a program."""

_MOST_TRIES = 1_000
"""Brackets at which one might begin."""

_List: TypeAlias = list[object] | dict[str, list[object]]
"""Rows or records; or columns by their names."""

_command = re.compile(
    r"(?m)^[ \t]*(?:import\s+\w|from\s+[\w.]+\s+import\b|"
    r"def\s+\w+\(|class\s+\w{1,100}\b[^\n]{0,200}:[ \t]*$|(?:for|while|if)\b[^\n]{0,200}[:{][ \t]*$|"
    r"print\(|library\(|\#include|console\.log\()"
).search
_begins_list = re.compile(
    r"(?P<name>[A-Za-z_][\w.]{0,60})[ \t]*(?:=|<-|:)[ \t]*(?=[\w.]{1,60}\(|[\[({])"
    r"|(?<![\w.])(?=(?:(?:np|numpy|torch|tf)\.[\w.]{1,20}\(\s*|c\()?[\[({])"
).search
_is_assigned = re.compile(r"[A-Za-z_][\w .\[\]]{0,80}(?:=|<-)[ \t]*(?:[^\n\[({]*[\w.])?[\[({]").match
_is_call = re.compile(r"[A-Za-z_][\w.]{0,60}\(.*\);?").fullmatch
_has_lists = re.compile(r"[\[({]\s*[\[({]").search
_quoted = re.compile(r'"[^"\n]*"')
_no_table = (
    "The text is a program, and no lists of numbers that make one table are found in it. Paste only the lists, such as "
    "X = [[0, 1], [1, 0]] and y = [1, 0]."
)


def table_in_program(text: str, *, of_test: bool = False) -> tuple[str, list[Problem]] | None:
    r"""Return the lists in a program that stand beside one another as CSV, and which they are; None if it is no program.

    Parameters
    ----------
    text : str
    of_test : bool
        Whether its lists of test rows are wanted, where there are some, and not those of training rows.

    Raises
    ------
    LayoutError
        If no table is found in it.

    Examples
    --------
    >>> program = "import numpy as np\nX = np.array([[0, 1], [1, 1]])\nlr = 0.1\ny = [1, 0]\nprint(X.shape)\n"
    >>> table, notes = table_in_program(program)
    >>> table, notes[0].sentence
    ('X 1,X 2,y\r\n0,1,1\r\n1,1,0\r\n', 'The text is a program: only its lists "X" and "y" are read.')
    >>> table_in_program("size,fits\n1,0") is None
    True
    """
    is_program = bool(_command(text))
    if not is_program and not _has_lists(_quoted.sub("", text)):
        return None
    try:
        return _table_of(list(_lists(text)), of_test=of_test)
    except LayoutError:
        if is_program:
            raise
        return None


def require_no_program(text: str) -> None:
    r"""Refuse a text of which no lists were read, if it is a program all the same.

    Raises
    ------
    LayoutError
        If each of its lines gives a name to something in brackets, or calls something.

    Examples
    --------
    >>> require_no_program("X = np.random.rand(4, 2)\ny = [0, 1, 1, 0]")
    Traceback (most recent call last):
    playground.tables.reading.layout.LayoutError: The text is a program, and no lists of numbers that make one table are found in it. Paste only the lists, such as X = [[0, 1], [1, 0]] and y = [1, 0].
    >>> require_no_program("Fe(II)\nFe(III)")
    """  # noqa: E501
    lines = [line.strip() for line in lines_of(text) if line.strip()]
    if all(_is_assigned(line) or _is_call(line) for line in lines) and any(map(_is_assigned, lines)):
        raise LayoutError(_no_table)


def _table_of(lists: list[tuple[str, _List]], *, of_test: bool) -> tuple[str, list[Problem]]:
    lists = list(lists_of_one_table(lists, [], of_test=of_test))
    matrices = [value for _, value in lists if isinstance(value, list) and isinstance(value[0], list)]
    rows = next((len(value) for value in matrices if len(value) > 1), 0)
    # Records and columns with names hold both inputs and targets.
    whole = max((one for one in lists if _has_names(one[1])), key=lambda one: _length(one[1]), default=None)
    if whole is not None and _length(whole[1]) >= rows:
        lists, rows = [whole], _length(whole[1])
    of_one_length = [(name, value) for name, value in lists if rows in (_length(value), _turned_length(value))]
    if rows < 2 or not of_one_length:
        raise LayoutError(_no_table)
    try:
        found = csv_of(lists_together(of_one_length, []) if len(of_one_length) > 1 else of_one_length[0][1])
    except (NoProgramError, NestedTableError) as error:
        raise LayoutError(_no_table) from error
    listed = listed_names([name for name, _ in of_one_length])
    only = f"lists {listed} are" if len(of_one_length) > 1 else f"list {listed} is"
    return found, [Problem(None, None, "", f"The text is a program: only its {only} read.")]


def _lists(text: str) -> Iterator[tuple[str, _List]]:
    """Yield the lists of numbers or words, and those of columns, by their names."""
    at = number = 0
    for _ in range(_MOST_TRIES):
        begun = _begins_list(text, at)
        if begun is None or number == MOST_LISTS:
            return
        at = max(begun.end(), at + 1)
        try:
            value, at = value_at(text, begun.end())
        except (NoProgramError, ShortenedError):
            continue
        if isinstance(value, list | dict) and value and _may_be_table(value):
            number += 1
            yield begun["name"] or f"list {number}", value


def _may_be_table(value: _List) -> bool:
    if isinstance(value, dict):
        return all(isinstance(column, list) for column in value.values())
    return _is_of(value, list) or _is_of(value, dict) or (len(value) > 1 and _is_flat(value))


def _has_names(value: _List) -> bool:
    return isinstance(value, dict) or _is_of(value, dict)


def _length(value: _List) -> int:
    """Return how many rows a list has, or the longest of several columns."""
    return len(value) if isinstance(value, list) else max(map(len, value.values()))


def _turned_length(value: _List) -> int:
    return len(value[0]) if isinstance(value, list) and len(value) == 1 and isinstance(value[0], list) else 0


def _is_of(value: list[object], kind: type) -> bool:
    return all(isinstance(row, kind) for row in value)


def _is_flat(value: list[object]) -> bool:
    return not any(isinstance(cell, list | dict) for cell in value)
