"""Write an expression as a text that is read as the same expression."""

from __future__ import annotations

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


def written(expression: Expression) -> str:
    """Return an expression as a text.

    Examples
    --------
    >>> from nncore.formulas.expression import Operation
    >>> x, y = Column("x"), Column("my y")
    >>> written(Operation("·", (Operation("+", (x, Number(0.5))), Operation("^", (y, Number(2.0))))))
    '(x + 0.5) · my y²'
    >>> written(Operation("min", (x, Operation("negative", (Column("y-1"),)))))
    'min(x, −[y-1])'
    """
    return _written(expression, COMPARISON)


def _written(expression: Expression, least: int) -> str:
    firmness, text = _parts(expression)
    return text if firmness >= least else f"({text})"


def _parts(expression: Expression) -> tuple[int, str]:
    """Return how firmly the text of an expression holds together, and the text."""
    if isinstance(expression, Number):
        return WHOLE, _number(expression.value)
    if isinstance(expression, Column):
        return WHOLE, written_name(expression.name)
    name, arguments = expression.name, expression.arguments
    if name in _SIDES:
        firmness, *sides = _SIDES[name]
        return firmness, f" {name} ".join(_written(*side) for side in zip(arguments, sides, strict=True))
    if name == "negative":
        return SIGNED, f"−{_written(arguments[0], SIGNED)}"
    if name == "^":
        return POWER, _written(arguments[0], WHOLE) + _exponent(arguments[1])
    listed = ", ".join(_written(argument, COMPARISON) for argument in arguments)
    return WHOLE, f"{name}({listed})" if arguments else name


def _exponent(exponent: Expression) -> str:
    if isinstance(exponent, Number) and exponent.value <= _LARGEST_RAISED and exponent.value.is_integer():
        return str(int(exponent.value)).translate(_RAISED)
    return f"^{_written(exponent, SIGNED)}"


def _number(value: float) -> str:
    # A float's own text has as many digits as it takes to read the same float back.
    text = repr(float(value))
    return text.removesuffix(".0")
