"""The table in lists that were copied out of a program: inputs and targets apart, pairs, columns or records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from playground.tables.problem import Problem
from playground.tables.reading.bracketed import SHORTENED_ARRAY
from playground.tables.reading.layout import LayoutError
from playground.tables.reading.lists_together import is_flat, lists_together
from playground.tables.reading.nested_table import NestedTableError, NoTableError, csv_of
from playground.tables.reading.program_calls import NoProgramError
from playground.tables.reading.program_parsing import Named, Pair, Statement, statements_of
from playground.tables.reading.program_tokens import ShortenedError
from playground.tables.reading.wrapping import line_left_out

_has_brackets = re.compile(r"[\[({]").search
_declared = re.compile(
    r"(?m)^[ \t]*(?:(?:public|private|static|final|const|let|var|auto|val|double|float|int|long|string|String)\b"
    r"(?:\[\]|<[\w<>]{1,20}>)*[ \t]+){1,4}(?=\w)"
).sub
_sized = re.compile(r"(?<=\w)(?:\[\d{0,6}\]){1,3}(?=[ \t]*=)").sub
_loads = re.compile(
    r"(?m)^[ \t]*(?:import\s|from\s+[\w.]+\s+import\s|library\(|require\(|using\s|\#include|(?:\w+\.)*seed\(|>>>[ \t]*$)[^\n]*$"
)
_printed = re.compile(r"(?m)^[ \t]*(?:>>>|In ?\[\d*\]:|Out\[\d+\]:)[^\n\[({]*(?=$|[\[({])")
_of_tensorflow = re.compile(r"<tf\.\w{1,60}[^\n]{0,200}numpy=\s*(.*)>\s*\Z", re.DOTALL)
_inserts = re.compile(
    r"(?is)\binsert\s+into\s+[\w.`\"\[\]]{1,80}\s*(?:(?P<names>\([\w\s,`\"\[\].]{1,2000}\))\s*)?values\s*(?=\()"
)
WITHOUT_BRACKETS = Problem(None, None, "", "The brackets around the rows are left out.")

_formula = re.compile(r"\s*=\s*(\{.*\})\s*", re.DOTALL)


def table_of_program(text: str, *, of_test: bool = False) -> tuple[str, list[Problem]] | None:
    r"""Return the table in a text of a program's lists as CSV, and what is to be said of it; None if it is no such text.

    Parameters
    ----------
    text : str
    of_test : bool
        Whether its lists of test rows are wanted, where there are some, and not those of training rows.

    Raises
    ------
    LayoutError
        If the lists do not make one table, or a program has left some values out when it printed them.

    Examples
    --------
    >>> table_of_program("X = np.array([[0, 1], [1, 1]])\ny = np.array([[1, 0]]).T")[0]
    'X 1,X 2,y\r\n0,1,1\r\n1,1,0\r\n'
    >>> table_of_program("[0, 1] -> [1]\n[1, 1] -> [0]")[0]
    '0,1,1\r\n1,1,0\r\n'
    >>> table_of_program("INSERT INTO t (x, y) VALUES (1, 0), (2, 1);")[0]
    'x,y\r\n1,0\r\n2,1\r\n'
    >>> table_of_program("size (m),fits\n1,0") is None
    True
    """
    if not _has_brackets(text):
        return None
    text, notes, names = _without_commands(text)
    try:
        record = _record(statements_of(text), notes, of_test=of_test)
    except ShortenedError as error:
        raise LayoutError(SHORTENED_ARRAY) from error
    except NoProgramError:
        return None
    if record is None:
        return None
    if names and isinstance(record, list) and all(isinstance(row, list) and len(row) == len(names) for row in record):
        record = [names, *record]
    try:
        return csv_of(record), notes
    except NoTableError:
        return None
    except NestedTableError as error:
        raise LayoutError(f"The text is a list{error}") from error


def _without_commands(text: str) -> tuple[str, list[Problem], list[str]]:
    """Return a text without what a program does besides its lists, what is said of that, and the names in SQL."""
    formula = _formula.fullmatch(text)
    if formula:
        if "," not in text:
            raise LayoutError(
                "The text is a formula of a spreadsheet. Copy the cells that show its values, and paste them."
            )
        text = formula[1]
    of_tensorflow = _of_tensorflow.match(text.strip())
    text = of_tensorflow[1] if of_tensorflow else text
    notes = [line_left_out(found.group().strip()) for found in _loads.finditer(text)]
    text = _printed.sub("", _loads.sub("", text))
    inserted = _inserts.search(text)
    names = re.findall(r"[^\s,()`\"\[\]]+", inserted["names"] or "") if inserted else []
    return _sized("", _declared("", _inserts.sub("", text))), notes, names


def _record(statements: Iterable[Statement], notes: list[Problem], *, of_test: bool) -> object:
    """Return the lists in the statements of a program as one record, and add to `notes` what is said of them."""
    lists: list[tuple[str, object]] = []
    rows: list[list[object]] = []
    for values in (statement.values for statement in statements):
        first = values[0]
        if all(isinstance(value, Named) and _is_table(value.value) for value in values):
            lists += [(value.name, value.value) for value in values if isinstance(value, Named)]
        elif len(values) > 1 or isinstance(first, Pair):
            rows += _rows(values)
        elif isinstance(first, Named):
            notes.append(line_left_out(f"{first.name} = {first.value}"))
        elif isinstance(first, dict) or (isinstance(first, list) and (len(first) > 1 or not is_flat(first))):
            lists.append(("", first))
        else:
            return None
    if bool(rows) == bool(lists):
        return None
    notes.append(WITHOUT_BRACKETS)
    if rows:
        return rows
    if len(lists) == 1:
        return _in_pairs(lists[0][1])
    return lists_together(lists, notes, of_test=of_test)


def _rows(values: Sequence[object]) -> list[list[object]]:
    """Return the rows in a statement of several values: one of numbers before its answer, or several in brackets.

    Raises
    ------
    NoProgramError
        If words stand among them: these are cells in brackets, rather than a program's.
    """
    if all(isinstance(value, list) and len(value) > 1 for value in values) and _of_one_form(values):
        return [_flat(value) for value in values]
    if len(values) > 1 and all(isinstance(value, Pair) for value in values):
        return [_flat(value) for value in values]
    flat = [_flat(value) for value in values]
    *before, _ = chain.from_iterable(flat)
    is_marked = any(isinstance(value, Pair) for value in values)
    if max(map(len, flat)) < 2 or (not is_marked and not all(isinstance(cell, float) for cell in before)):
        raise NoProgramError
    return [list(chain.from_iterable(flat))]


def _of_one_form(values: Sequence[object]) -> bool:
    return len({len(value) for value in values if isinstance(value, list)}) == 1


def _flat(value: object) -> list[object]:
    """Return the values of a list or pair in a row."""
    if isinstance(value, Pair):
        return [*_flat(value.left), *_flat(value.right)]
    if not isinstance(value, list):
        return [value]
    if not is_flat(value):
        raise NoProgramError
    return value


def _in_pairs(value: object) -> object:
    if isinstance(value, list) and value and all(isinstance(row, Pair) for row in value):
        return [_flat(row) for row in value]
    if isinstance(value, list) and value and is_flat(value):
        return [value]  # a single row
    return value


def _is_table(value: object) -> bool:
    """Return whether a variable holds rows or columns, rather than what names another one."""
    return isinstance(value, list) or (
        isinstance(value, dict) and any(isinstance(one, list | dict) for one in value.values())
    )
