"""Several lists of a program as one table: rows below one another, or columns beside one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from nncore.data.number_refusal import shown
from playground.tables.problem import Problem
from playground.tables.reading.layout import LayoutError
from playground.tables.reading.program_calls import NoProgramError
from playground.tables.reading.program_parsing import Pair
from playground.tables.reading.reading import MOST_COLUMNS

_L = TypeVar("_L")

_parts = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+").findall
_OF_TEST = {"test", "testing", "val", "valid", "validation"}
_OF_TRAINING = {"train", "training"}
_run_together = re.compile(r"([xy])(train|test|val)", re.IGNORECASE).fullmatch


def lists_together(lists: Sequence[tuple[str, object]], notes: list[Problem], *, of_test: bool = False) -> object:
    """Return several lists as one table: records and rows below one another, columns beside one another.

    Parameters
    ----------
    lists : sequence of (str, object)
        Each with its name, or "".
    notes : list of Problem
        What is said of it is added here.
    of_test : bool
        Whether those of test rows are wanted, where there are some, and not those of training rows.

    Raises
    ------
    LayoutError
        If they have different numbers of rows, or two of them one name.
    NoProgramError
        If one of them is no list of rows.

    Examples
    --------
    >>> lists_together([("x", [1.0, 2.0]), ("y", [[0.0, 1.0]])], [])
    {'x': [[1.0], [2.0]], 'y': [[0.0], [1.0]]}
    """
    if not any(name for name, _ in lists) and (
        all(isinstance(value, dict) for _, value in lists) or all(_is_row(value) for _, value in lists)
    ):
        return [value for _, value in lists]
    lists = lists_of_one_table(lists, notes, of_test=of_test)
    if len(lists) > MOST_COLUMNS:
        raise NoProgramError
    tables = [(name or f"list {number}", _column(value)) for number, (name, value) in enumerate(lists, start=1)]
    names = [name for name, _ in tables]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise LayoutError(
            f'Several lists are called "{shown(twice)}". Give each a name of its own, or paste one of them.'
        )
    most = max(len(rows) for _, rows in tables)
    tables = [(name, _turned(rows, most)) for name, rows in tables]
    other = next((pair for pair in tables if len(pair[1]) != len(tables[0][1])), None)
    if other is not None:
        (one, rows), (two, more) = tables[0], other
        raise LayoutError(
            f'The list "{shown(one)}" has {len(rows):,} rows, and "{shown(two)}" has {len(more):,}. Paste lists of equally '
            "many rows, or one of them."
        )
    listed = listed_names(names)
    notes.append(Problem(None, None, "", f"The lists {listed} stand beside one another, row by row."))
    return {name: list(rows) for name, rows in tables}


def lists_of_one_table(
    lists: Sequence[tuple[str, _L]], notes: list[Problem], *, of_test: bool = False
) -> Sequence[tuple[str, _L]]:
    """Return the lists of training rows, or those of test rows: each of these is called as one of those is, but for that.

    Lists of validation rows are none of training rows, and taken for the test table where it has no others.

    Where nothing is called after training and all are equally long, "test" is a word like others.

    Examples
    --------
    >>> notes = []
    >>> lists_of_one_table([("X_train", [0.0]), ("X_test", [1.0])], notes), notes[0].sentence
    ([('X_train', [0.0])], 'The list "X_test" holds other rows and is left out. Paste it alone for the test table.')
    >>> lists_of_one_table([("X_train", [0.0]), ("X_test", [1.0])], [], of_test=True)
    [('X_test', [1.0])]
    >>> len(lists_of_one_table([("score", [1.0]), ("test_score", [2.0])], []))
    2
    """
    stems = {_stem(name) for name, _ in lists if not _OF_TEST & _words(name)}
    others = [name for name, _ in lists if _OF_TEST & _words(name) and _stem(name) in stems]
    has_others = any(_OF_TRAINING & _words(name) for name, _ in lists) or len({_length(rows) for _, rows in lists}) > 1
    if not others or not has_others:
        return lists
    wanted = _of_test(others) if of_test else [name for name, _ in lists if name not in others]
    names = [name for name, _ in lists if name not in wanted]
    hold, them = ("holds other rows and is", "it") if len(names) == 1 else ("hold other rows and are", "them")
    listed = f"The list{'s' * (len(names) > 1)} {listed_names(names)}"
    mend = "" if of_test else f" Paste {them} alone for the test table."
    notes.append(Problem(None, None, "", f"{listed} {hold} left out.{mend}", is_note=True))
    return [one for one in lists if one[0] in wanted]


def listed_names(names: Sequence[str]) -> str:
    """Return names in quotation marks.

    Examples
    --------
    >>> listed_names(["X", "y"]), listed_names(["X"])
    ('"X" and "y"', '"X"')
    """
    *before, last = [f'"{shown(name)}"' for name in names]
    return f"{', '.join(before)} and {last}" if before else last


def is_flat(value: Sequence[object]) -> bool:
    """Return whether a list holds numbers and words alone."""
    return not any(isinstance(cell, list | dict | Pair) for cell in value)


def _words(name: str) -> set[str]:
    together = _run_together(name)
    return {part.casefold() for part in (together.groups() if together else _parts(name))}


def _of_test(names: Sequence[str]) -> Sequence[str]:
    """Return which of the lists that are not of training rows hold test rows; those of validation rows if none does."""
    return [name for name in names if {"test", "testing"} & _words(name)] or names


def _length(rows: object) -> int:
    return len(rows) if isinstance(rows, list) else 0


def _stem(name: str) -> frozenset[str]:
    """Return what a list is called beside whether its rows are for training."""
    return frozenset(_words(name) - _OF_TEST - _OF_TRAINING)


def _is_row(value: object) -> bool:
    return isinstance(value, list) and len(value) > 1 and is_flat(value)


def _column(value: object) -> list[list[object]]:
    """Return the rows of a list: those of a flat one hold one value each."""
    if not isinstance(value, list) or any(isinstance(cell, dict | Pair) for cell in value):
        raise NoProgramError
    rows = [row if isinstance(row, list) else [row] for row in value]
    if len(set(map(len, rows))) != 1 or any(isinstance(cell, list | dict) for row in rows for cell in row):
        raise NoProgramError
    return rows


def _turned(rows: list[list[object]], most: int) -> list[list[object]]:
    """Return one row of as many values as other lists have rows as a column."""
    if len(rows) == 1 and len(rows[0]) > 1 and (len(rows[0]) == most or most == 1):
        return [[cell] for cell in rows[0]]
    return rows
