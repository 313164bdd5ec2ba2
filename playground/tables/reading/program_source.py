"""The lists in the text of a whole program, as it is copied out of an article or a question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playground.tables.problem import Problem
from playground.tables.reading.layout import LayoutError
from playground.tables.reading.nested_table import NestedTableError, csv_of
from playground.tables.reading.program_calls import NoProgramError
from playground.tables.reading.program_parsing import ShortenedError, value_at
from playground.tables.reading.program_table import listed_names, together

MOST_LISTS = 20
"""That are looked for in a program."""

_MOST_TRIES = 1_000
"""Brackets at which one might begin."""

_command = re.compile(
    r"(?m)^[ \t]*(?:import\s+\w|from\s+[\w.]+\s+import\b|"
    r"def\s+\w+\(|class\s+\w{1,100}\b[^\n]{0,200}:[ \t]*$|(?:for|while|if)\b[^\n]{0,200}[:{][ \t]*$|"
    r"print\(|library\(|\#include|console\.log\()"
).search
_begins_list = re.compile(
    r"(?:(?P<name>[A-Za-z_][\w.]{0,60})[ \t]*(?:=|<-|:)[ \t]*)?(?<![\w.])"
    r"(?=(?:(?:np|numpy|torch|tf)\.[\w.]{1,20}\(\s*|c\()?[\[({])"
).search
_has_lists = re.compile(r"[\[({]\s*[\[({]").search
_quoted = re.compile(r'"[^"\n]*"')
_no_table = (
    "The text is a program, and no lists of numbers that make one table are found in it. Paste only the lists, such as "
    "X = [[0, 1], [1, 0]] and y = [1, 0]."
)


def table_in_program(text: str) -> tuple[str, list[Problem]] | None:
    r"""Return the lists in a program that stand beside one another as CSV, and which they are; None if it is no program.

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
        return _table_of(list(_lists(text)))
    except LayoutError:
        if is_program:
            raise
        return None


def _table_of(lists: list[tuple[str, list[object]]]) -> tuple[str, list[Problem]]:
    lists = next(([one] for one in lists if _is_of(one[1], dict)), lists)  # records hold both inputs and targets
    rows = next((len(value) for _, value in lists if isinstance(value[0], list | dict) and len(value) > 1), 0)
    of_one_length = [(name, value) for name, value in lists if rows in (len(value), _turned_length(value))]
    if not rows or len({name for name, _ in of_one_length}) < len(of_one_length):
        raise LayoutError(_no_table)
    try:
        found = csv_of(together(of_one_length, []) if len(of_one_length) > 1 else of_one_length[0][1])
    except (NoProgramError, NestedTableError) as error:
        raise LayoutError(_no_table) from error
    listed = listed_names([name for name, _ in of_one_length])
    only = f"lists {listed} are" if len(of_one_length) > 1 else f"list {listed} is"
    return found, [Problem(None, None, "", f"The text is a program: only its {only} read.")]


def _lists(text: str) -> Iterator[tuple[str, list[object]]]:
    """Yield the lists of numbers or words that have a name, by their names."""
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
        if not isinstance(value, list) or not value:
            continue
        if _is_of(value, list) or _is_of(value, dict) or (len(value) > 1 and _is_flat(value)):
            number += 1
            yield begun["name"] or f"list {number}", value


def _turned_length(value: list[object]) -> int:
    return len(value[0]) if len(value) == 1 and isinstance(value[0], list) else 0


def _is_of(value: list[object], kind: type) -> bool:
    return all(isinstance(row, kind) for row in value)


def _is_flat(value: list[object]) -> bool:
    return not any(isinstance(cell, list | dict) for cell in value)
