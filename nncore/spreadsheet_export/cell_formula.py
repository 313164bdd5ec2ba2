"""Write a formula as a spreadsheet reads it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby

from nncore.formulas.expression import Column, Expression, Number
from nncore.formulas.operations import COMPARISONS

_SIGNS = {"+": "+", "−": "-", "·": "*", "/": "/", "^": "^", "<": "<", ">": ">", "≤": "<=", "≥": ">="}
_FUNCTIONS = {
    **{name: name.upper() for name in ("sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh")},
    **{name: name.upper() for name in ("exp", "ln", "log10", "sqrt", "abs", "sign", "min", "max")},
    "log": "LN",
    "floor": "INT",
}
_PATTERNS = {"pi": "PI()", "e": "EXP(1)", "log2": "LOG({0},2)", "ceil": "-INT(-{0})", "negative": "-{0}"}

FEW = 3
"""So many cells below each other are written as a range: a spreadsheet reads no formula of a thousand cells."""

_CELL = re.compile(r"\(?(?P<column>[A-Z]+)(?P<row>\d+)(?:\^2\))?")


def cell_formula(expression: Expression, cells: Mapping[str, str]) -> str:
    """Return an expression as the formula of a cell, without the sign of equality.

    Parameters
    ----------
    expression : Expression
    cells : mapping of str to str
        Where the number of each name stands.

    Examples
    --------
    >>> from nncore.formulas.parser import parse
    >>> cell_formula(parse("1 / (1 + exp(−z))", ("z",)), {"z": "B7"})
    '1/(1+EXP(-B7))'
    >>> cell_formula(parse("(z > 0) + 0.01 · −z²", ("z",)), {"z": "B7"})
    'IF(B7>0,1,0)+(0.01*(-(B7^2)))'
    """
    return _bare(_code(expression, cells))


def _code(expression: Expression, cells: Mapping[str, str]) -> str:
    if isinstance(expression, Number):
        return repr(expression.value).removesuffix(".0")
    if isinstance(expression, Column):
        return cells[expression.name]
    name, arguments = expression.name, [_code(argument, cells) for argument in expression.arguments]
    if name in COMPARISONS:
        return f"IF({_bare(arguments[0])}{_SIGNS[name]}{_bare(arguments[1])},1,0)"
    if name in _SIGNS:
        # In brackets: a spreadsheet takes −2² for (−2)², and nobody counts how firmly its signs hold.
        return f"({_SIGNS[name].join(_with_ranges(arguments) if name == '+' else arguments)})"
    if name in _PATTERNS:
        code = _PATTERNS[name].format(*arguments)
        return f"({code})" if code.startswith("-") else code
    return f"{_FUNCTIONS[name]}({','.join(map(_bare, arguments))})"


def _with_ranges(parts: list[str]) -> list[str]:
    """Return the parts of a sum with a range in place of cells below each other, or of their squares.

    Examples
    --------
    >>> _with_ranges(["B4", "B5", "B6", "B9", "(B11^2)", "(B12^2)", "(B13^2)"])
    ['SUM(B4:B6)', 'B9', 'SUMSQ(B11:B13)']
    """
    found: list[str] = []
    for _, run in groupby(enumerate(parts), key=lambda numbered: _run_of(*numbered)):
        same = [part for _, part in run]
        if len(same) < FEW or not _CELL.fullmatch(same[0]):
            found += same
        else:
            first, last = (part.strip("()").removesuffix("^2") for part in (same[0], same[-1]))
            found.append(f"{'SUMSQ' if same[0].startswith('(') else 'SUM'}({first}:{last})")
    return found


def _run_of(place: int, part: str) -> object:
    """Return what is the same for cells that stand below each other, and for no two other parts."""
    cell = _CELL.fullmatch(part)
    return (cell["column"], part.startswith("("), int(cell["row"]) - place) if cell else place


def _bare(code: str) -> str:
    """Take away brackets round the whole."""
    if not code.startswith("("):
        return code
    return code[1:-1] if _closing(code) == len(code) - 1 else code


def _closing(code: str) -> int:
    depth = 0
    for place, sign in enumerate(code):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth == 0:
            return place
    return -1
