"""The three things a formula is made of: numbers, columns, and operations on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Number:
    """A number as it was written, never negative: a minus sign before it is an operation."""

    value: float


@dataclass(frozen=True)
class Column:
    """The column of a table, by its name."""

    name: str


@dataclass(frozen=True)
class Operation:
    """A sign, a function or a constant, by its name in `nncore.formulas.operations`, and what it is applied to."""

    name: str
    arguments: tuple[Expression, ...] = ()


Expression = Number | Column | Operation


def column_names(expression: Expression) -> Iterator[str]:
    """Yield the names of the columns of an expression from left to right, each as often as it is there.

    Examples
    --------
    >>> list(column_names(Operation("+", (Column("x"), Operation("sin", (Column("y"),))))))
    ['x', 'y']
    """
    if isinstance(expression, Column):
        yield expression.name
    elif isinstance(expression, Operation):
        for argument in expression.arguments:
            yield from column_names(argument)


def as_lists(expression: Expression, places: Mapping[str, int]) -> float | list[Any]:
    """Return an expression as numbers and lists: ``["input", place]`` for a column, else an operation and what it is of.

    Examples
    --------
    >>> as_lists(Operation("+", (Column("y"), Number(0.5))), {"x": 0, "y": 1})
    ['+', ['input', 1], 0.5]
    """
    if isinstance(expression, Number):
        return expression.value
    if isinstance(expression, Column):
        return ["input", places[expression.name]]
    return [expression.name, *(as_lists(argument, places) for argument in expression.arguments)]


def renamed(expression: Expression, names: Mapping[str, str]) -> Expression:
    """Return an expression whose columns have their new names; a name that is not in `names` stays.

    Examples
    --------
    >>> renamed(Operation("sin", (Column("x"),)), {"x": "height"})
    Operation(name='sin', arguments=(Column(name='height'),))
    """
    if isinstance(expression, Column):
        return Column(names.get(expression.name, expression.name))
    if isinstance(expression, Operation):
        return Operation(expression.name, tuple(renamed(argument, names) for argument in expression.arguments))
    return expression
