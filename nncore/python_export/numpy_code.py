"""Write formulas as NumPy code, in the order in which the machine computes them."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite

from nncore.formulas.expression import Column, Expression, Number
from nncore.formulas.operations import COMPARISONS

COMPARISON, SUM, PRODUCT, SIGNED, POWER, WHOLE = range(6)

_BINARY = {
    **dict.fromkeys(("<", ">"), COMPARISON),
    **dict.fromkeys(("≤", "≥"), COMPARISON),
    **dict.fromkeys(("+", "−"), SUM),
    **dict.fromkeys(("·", "/"), PRODUCT),
}
_SIGNS = {"−": "-", "·": "*", "≤": "<=", "≥": ">="}
_FUNCTIONS = {
    "^": "float_power",
    "asin": "arcsin",
    "acos": "arccos",
    "atan": "arctan",
    "ln": "log",
    "min": "minimum",
    "max": "maximum",
    "pi": "pi",
    "e": "e",
}


def numpy_code(
    expression: Expression, names: Mapping[str, str], *, typed: bool = False, is_factor: bool = False
) -> str:
    """Return an expression as a line of NumPy code.

    Parameters
    ----------
    expression : Expression
        As `nncore.formulas` reads it.
    names : mapping of str to str
        What stands in the code for each of its names.
    typed : bool
        Whether it is a formula that somebody has typed: its powers are computed as `nncore.formulas` does, and a
        comparison is a number.
    is_factor : bool
        Whether the code will stand behind a sign of multiplication.

    Examples
    --------
    >>> from nncore.formulas.parser import parse
    >>> numpy_code(parse("1 / (1 + exp(−z))", ("z",)), {"z": "z"})
    '1 / (1 + np.exp(-z))'
    >>> numpy_code(parse("max(a, 2, b²) − a · b", ("a", "b")), {"a": "x[0]", "b": "x[1]"})
    'np.maximum(np.maximum(x[0], 2), x[1]**2) - x[0] * x[1]'
    """
    return _at_least(PRODUCT if is_factor else COMPARISON, _code(expression, names, typed))


def _code(expression: Expression, names: Mapping[str, str], typed: bool) -> tuple[int, str]:
    """Return how firmly the code of an expression holds together, and the code."""
    if isinstance(expression, Number):
        return WHOLE, number_code(expression.value)
    if isinstance(expression, Column):
        return WHOLE, names[expression.name]
    name, arguments = expression.name, [_code(argument, names, typed) for argument in expression.arguments]
    if name in _BINARY:
        return _between(name, arguments, typed)
    if name == "negative":
        return SIGNED, f"-{_at_least(SIGNED, arguments[0])}"
    if name == "^" and not typed:
        return POWER, f"{_at_least(WHOLE, arguments[0])}**{_at_least(POWER, arguments[1])}"
    return WHOLE, _called(f"np.{_FUNCTIONS.get(name, name)}", [argument for _, argument in arguments])


def _called(function: str, arguments: list[str]) -> str:
    if len(arguments) < 2:
        return f"{function}({arguments[0]})" if arguments else function
    code, *more = arguments
    for argument in more:  # of min and max, which take two at a time
        code = f"{function}({code}, {argument})"
    return code


def _between(name: str, arguments: list[tuple[int, str]], typed: bool) -> tuple[int, str]:
    firmness = _BINARY[name]
    # What stands behind a sign holds more firmly than the sign, so that a − (b − c) keeps its brackets.
    sides = [_at_least(firmness + (place > 0), argument) for place, argument in enumerate(arguments)]
    code = f" {_SIGNS.get(name, name)} ".join(sides)
    if name in COMPARISONS and typed:
        return WHOLE, f"np.where({code}, 1.0, 0.0)"
    return firmness, code


def _at_least(least: int, code: tuple[int, str]) -> str:
    firmness, text = code
    return text if firmness >= least else f"({text})"


def number_code(value: float) -> str:
    """Return a number with as many digits as it takes to read the same number back.

    Examples
    --------
    >>> number_code(2.0), number_code(-0.1), number_code(1e300), number_code(float("inf"))
    ('2', '-0.1', '1e+300', "float('inf')")
    """
    code = repr(float(value)).removesuffix(".0")
    return code if isfinite(value) else f"float({code!r})"
