"""Build the formulas of a calculation, and compute them number by number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, reduce

import numpy as np

from nncore.formulas.expression import Column, Expression, Number, Operation, column_names, renamed
from nncore.formulas.operations import OPERATIONS
from nncore.formulas.parser import parse

CHAINS = ("+", "·")
"""Operations that may have more than two arguments here: sums over inputs, paths and rows are not nested by hand."""


@lru_cache(maxsize=256)
def parsed(formula: str, names: tuple[str, ...]) -> Expression:
    """Return the tree of a formula that somebody has written down for one case, of the names it may hold."""
    return parse(formula, names)


def applied(formula: str, terms: Mapping[str, str]) -> Expression:
    """Return a formula with other names: those of the terms of a line.

    Examples
    --------
    >>> from nncore.formulas.written_expression import written
    >>> written(applied("a · (1 − a)", {"z": "z of out", "a": "y of out"}))
    'y of out · (1 − y of out)'
    """
    return renamed(parsed(formula, tuple(terms)), terms)


def with_parts(expression: Expression, parts: Mapping[str, Expression]) -> Expression:
    """Return a formula with whole formulas in place of some of its names.

    Examples
    --------
    >>> from nncore.formulas.written_expression import written
    >>> written(with_parts(parsed("w · m", ("w", "m")), {"m": parsed("a + b", ("a", "b"))}))
    'w · (a + b)'
    """
    if isinstance(expression, Column):
        return parts.get(expression.name, expression)
    if isinstance(expression, Operation):
        return Operation(expression.name, tuple(with_parts(argument, parts) for argument in expression.arguments))
    return expression


def product_of(*names: str) -> Expression:
    """Return the product of terms."""
    return chain("·", [Column(name) for name in names])


def sum_of(parts: Iterable[Expression]) -> Expression:
    """Return the sum of one expression or more."""
    return chain("+", list(parts))


def mean_of(parts: Sequence[Expression]) -> Expression:
    """Return the mean of one expression or more."""
    return sum_of(parts) if len(parts) == 1 else divided(sum_of(parts), len(parts))


def divided(expression: Expression, divisor: int) -> Expression:
    """Return an expression divided by a number of things; by one of them it stays as it is."""
    return expression if divisor == 1 else Operation("/", (expression, Number(float(divisor))))


def chain(sign: str, parts: Sequence[Expression]) -> Expression:
    """Return parts with a sign between each two; one part stays as it is."""
    return parts[0] if len(parts) == 1 else Operation(sign, tuple(parts))


def terms_of(expression: Expression) -> tuple[str, ...]:
    """Return the names of the terms, each once, in the order in which they first stand in it."""
    return tuple(dict.fromkeys(column_names(expression)))


def value_of(expression: Expression, values: Mapping[str, float]) -> float:
    """Return the value of a formula.

    Parameters
    ----------
    expression : Expression
    values : mapping of str to float
        The number of each term.

    Examples
    --------
    >>> value_of(applied("w · x + b", {"w": "w", "x": "x", "b": "b"}), {"w": 2.0, "x": 3.0, "b": 0.5})
    6.5
    """
    with np.errstate(all="ignore"):  # e⁻ᶻ may overflow on the way to a sigmoid of 0
        return _value_of(expression, values)


def _value_of(expression: Expression, values: Mapping[str, float]) -> float:
    if isinstance(expression, Column):
        return values[expression.name]
    if isinstance(expression, Number):
        return expression.value
    compute = OPERATIONS[expression.name].compute
    arguments = [_value_of(argument, values) for argument in expression.arguments]
    return float(reduce(compute, arguments) if expression.name in CHAINS else compute(*arguments))
