"""An expression as it is said in a sentence: its names without the brackets in which they are typed."""

from __future__ import annotations

import re

from nncore.formulas.expression import Expression
from nncore.formulas.written_expression import written

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
    """
    return _NAME.sub(_said, written(expression, lambda name: f"\0{name}\1"))


def _said(found: re.Match[str]) -> str:
    name, power = found.groups()
    return f"({name}){power}" if power and " " in name else f"{name}{power}"
