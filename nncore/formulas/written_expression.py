"""Write an expression as a text that is read as the same expression."""

from __future__ import annotations

from collections.abc import Callable

from nncore.formulas.column_names import written_name
from nncore.formulas.expression import Column, Expression, Number
from nncore.formulas.operations import COMPARISONS

COMPARISON, SUM, PRODUCT, SIGNED, POWER, WHOLE = range(6)
"""How firmly the parts of an expression hold together; what holds less firmly than its place asks for is bracketed."""

_SIDES = {
    **dict.fromkeys(COMPARISONS, (COMPARISON, SUM, SUM)),
    **dict.fromkeys(("+", "−"), (SUM, SUM, PRODUCT)),
    **dict.fromkeys(("·", "/"), (PRODUCT, PRODUCT, SIGNED)),
}
"""Of a sign between two sides: how firmly the whole holds together, and what its two sides must."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LARGEST_RAISED = 99


def written(
    expression: Expression, called: Callable[[str], str] = written_name, held: Callable[[str], str] | None = None
) -> str:
    """Return an expression as a text; "+" and "·" may stand between more than two sides.

    Parameters
    ----------
    expression : Expression
    called : callable
        What stands in the text for the name of a column; only the name itself is read again.
    held : callable, optional
        The same where nothing stands beside it, as between the brackets of a function; by default it is `called`.

    Examples
    --------
    >>> from nncore.formulas.expression import Operation
    >>> x, y = Column("x"), Column("my y")
    >>> written(Operation("·", (Operation("+", (x, Number(0.5))), Operation("^", (y, Number(2.0))))))
    '(x + 0.5) · my y²'
    >>> written(Operation("min", (x, Operation("negative", (Column("y-1"),)))))
    'min(x, −[y-1])'
    >>> written(Operation("+", (x, y, Number(1.0))), {"x": "0.5", "my y": "2"}.get)
    '0.5 + 2 + 1'
    >>> written(Operation("+", (x, Operation("tanh", (x,)))), lambda name: "(−3)", lambda name: "−3")
    '(−3) + tanh(−3)'
    """
    return _held(expression, called, held or called)


def _held(expression: Expression, called: Callable[[str], str], held: Callable[[str], str]) -> str:
    return held(expression.name) if isinstance(expression, Column) else _parts(expression, called, held)[1]


def _parts(expression: Expression, called: Callable[[str], str], held: Callable[[str], str]) -> tuple[int, str]:
    """Return how firmly the text of an expression holds together, and the text."""
    if isinstance(expression, Number):
        return WHOLE, _number(expression.value)
    if isinstance(expression, Column):
        return WHOLE, called(expression.name)
    name, arguments = expression.name, expression.arguments

    def side(one: Expression, least: int) -> str:
        firmness, text = _parts(one, called, held)
        return text if firmness >= least else f"({text})"

    if name in _SIDES:
        firmness, first, later = _SIDES[name]
        return firmness, f" {name} ".join(side(one, later if place else first) for place, one in enumerate(arguments))
    if name == "negative":
        return SIGNED, f"−{side(arguments[0], SIGNED)}"
    if name == "^":
        return POWER, side(arguments[0], WHOLE) + (_raised(arguments[1]) or f"^{side(arguments[1], SIGNED)}")
    listed = ", ".join(_held(argument, called, held) for argument in arguments)
    return WHOLE, f"{name}({listed})" if arguments else name


def _raised(exponent: Expression) -> str:
    """Return a whole exponent in raised digits, as far as it has few; else nothing."""
    if isinstance(exponent, Number) and exponent.value <= _LARGEST_RAISED and exponent.value.is_integer():
        return str(int(exponent.value)).translate(_RAISED)
    return ""


def _number(value: float) -> str:
    # A float's own text has as many digits as it takes to read the same float back.
    text = repr(float(value))
    return text.removesuffix(".0")
