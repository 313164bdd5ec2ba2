"""An expression as it is said in a sentence: its names without the brackets in which they are typed."""

from __future__ import annotations

import re

from nncore.formulas.expression import Column, Expression, Operation
from nncore.formulas.written_expression import written

MOST_SAID = 6
"""Of more terms the first two and the last are said: who hears all of them does not hear what is done with them."""

_NAME = re.compile("\0([^\1]*)\1([⁰¹²³⁴⁵⁶⁷⁸⁹^]?)")


def said_expression(expression: Expression) -> str:
    """Return an expression in the words of a sentence; of a name of several words all is raised to a power, not its last.

    Examples
    --------
    >>> from nncore.formulas.expression import Column, Number, Operation
    >>> said_expression(Operation("·", (Column("m"), Column("error of price"))))
    'm · error of price'
    >>> said_expression(Operation("^", (Column("error of price"), Number(2.0))))
    '(error of price)²'

    Of a long sum its middle is left out.

    >>> said_expression(Operation("/", (Operation("+", tuple(Column(f"L{row}") for row in range(1, 26))), Number(25.0))))
    '(L1 + L2 + … + L25) / 25'
    """
    return _NAME.sub(_said, written(_shortened(expression), lambda name: f"\0{name}\1"))


def _shortened(expression: Expression) -> Expression:
    if not isinstance(expression, Operation):
        return expression
    parts = expression.arguments
    if expression.name == "+" and len(parts) > MOST_SAID:
        parts = (*parts[:2], Column("…"), parts[-1])
    return Operation(expression.name, tuple(_shortened(part) for part in parts))


def _said(found: re.Match[str]) -> str:
    name, power = found.groups()
    return f"({name}){power}" if power and " " in name else f"{name}{power}"
