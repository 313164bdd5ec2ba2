"""What a call in a program makes of the values that it is given, for those calls that only hold them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_holds_one = re.compile(
    r"asarray|array|[mM]atrix|[tT]ensor(?:[1-4][dD])?|FloatTensor|constant|list|tuple|vec|Array"
).fullmatch
_holds_several = re.compile("c|rbind|vec!").fullmatch
_holds_columns = re.compile("DataFrame|frame|dict|tibble|data_frame|structure").fullmatch
_is_said_beside = re.compile(
    r"dtype|device|requires_grad|grad_fn|shape|copy|order|ndmin|numpy|index|class|row\.names|stringsAsFactors|check\.names"
).fullmatch


class NoProgramError(ValueError):
    """A text is not written as programs write lists."""


def values_of_call(name: str, given: list[object], named: Mapping[str, object]) -> object:
    """Return the values that a call holds.

    Parameters
    ----------
    name : str
        What is called, such as "np.array".
    given : list of object
        Its arguments without a name.
    named : mapping of str to object
        Those with one.

    Raises
    ------
    NoProgramError
        If it does more than hold them.

    Examples
    --------
    >>> values_of_call("np.array", [[[0.0, 1.0]]], {"dtype": "float"}), values_of_call("c", [0.0, 1.0], {})
    ([[0.0, 1.0]], [0.0, 1.0])
    >>> values_of_call("data.frame", [], {"x": [1.0], "row.names": ["a"]})
    {'row': ['a'], 'x': [1.0]}
    """
    function = name.rpartition(".")[2]
    if _holds_columns(function) or (function in ("list", "cbind") and named):
        return _columns(given, named)
    if function == "matrix" and len(given) == 1 and named.keys() & {"nrow", "ncol"}:
        return _matrix_of_r(given[0], named)
    if not all(map(_is_said_beside, named)):
        raise NoProgramError
    if _holds_several(function) or (function == "list" and len(given) > 1):
        return given
    if function == "cbind" and all(isinstance(column, list) for column in given):
        return transposed(given)
    if len(given) > 1 and all(isinstance(value, str) for value in given[1:]):
        given = given[:1]  # numpy.array(rows, "float32")
    if len(given) == 1 and (function == "t" or _holds_one(function)):
        return transposed(given[0]) if function == "t" else given[0]
    raise NoProgramError


def _columns(given: Sequence[object], named: Mapping[str, object]) -> object:
    """Return the columns that a data frame is made of, with the names of its rows if they are words."""
    called = next((named[key] for key in ("index", "row.names") if key in named), None)
    columns = {name: value for name, value in named.items() if not _is_said_beside(name)}
    names = columns.pop("columns", None) if given else None
    if len(given) > 1 or (given and columns):
        raise NoProgramError
    held: object = {"columns": names, "data": given[0]} if isinstance(names, list) else given[0] if given else columns
    if not isinstance(called, list) or not all(isinstance(name, str) and name != "NA" for name in called):
        return held
    if not isinstance(held, dict):
        raise NoProgramError
    return {**held, "index": called} if "data" in held else {"row": called, **held}


def _matrix_of_r(values: object, named: Mapping[str, object]) -> list[object]:
    """Return the rows of a matrix that R fills column by column, unless it is told otherwise."""
    size = named.get("nrow", named.get("ncol"))
    if not isinstance(values, list) or not isinstance(size, float) or size < 1 or len(values) % size:
        raise NoProgramError
    is_by_row = named.get("byrow") in ("TRUE", "T")
    width = int(size) if is_by_row == ("nrow" not in named) else len(values) // int(size)
    lines: list[object] = [values[start : start + width] for start in range(0, len(values), width)]
    return lines if is_by_row else transposed(lines)


def transposed(rows: object) -> list[object]:
    """Return rows as columns, and values in a single list as a column.

    Raises
    ------
    NoProgramError
        If these are no rows of equal length.

    Examples
    --------
    >>> transposed([[0, 1, 1]]), transposed([0, 1])
    ([[0], [1], [1]], [[0], [1]])
    """
    if isinstance(rows, list) and not any(isinstance(row, list) for row in rows):
        return [[cell] for cell in rows]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows) or len(set(map(len, rows))) > 1:
        raise NoProgramError
    return [list(column) for column in zip(*rows, strict=True)]
