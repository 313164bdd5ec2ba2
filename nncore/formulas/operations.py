"""Every sign, function and constant of a formula, with the numbers it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Truths = NDArray[np.bool_]


@dataclass(frozen=True)
class OperationKind:
    """What an operation computes, and what it takes.

    Parameters
    ----------
    compute : function of arrays
        Element by element; it may return what is not finite.
    arguments : int
        How many numbers it takes; with `or_more`, at least so many.
    or_more : bool
    takes : function of arrays, optional
        Where its numbers are those it is defined for; None if it is defined for all.
    requirement : str
        What they must be, as the end of a sentence.
    """

    compute: Callable[..., Any]
    arguments: int = 1
    or_more: bool = False
    takes: Callable[..., Any] | None = None
    requirement: str = ""


def _power_is_defined(base: Array, exponent: Array) -> Truths:
    negative_base = (base >= 0) | (exponent == np.rint(exponent))
    divided_by_zero = (base == 0) & (exponent < 0)
    result: Truths = negative_base & ~divided_by_zero
    return result


SIGNS: dict[str, OperationKind] = {
    "+": OperationKind(np.add, 2),
    "−": OperationKind(np.subtract, 2),
    "·": OperationKind(np.multiply, 2),
    "/": OperationKind(
        np.divide, 2, takes=lambda _, divisor: divisor != 0, requirement="what one divides by must not be 0"
    ),
    "^": OperationKind(
        np.float_power,
        2,
        takes=_power_is_defined,
        requirement="a negative number has only whole powers, and 0 has no negative ones",
    ),
    "negative": OperationKind(np.negative),
}
"""A sign of two sides by itself; the minus sign before a number as "negative"."""

COMPARISONS: dict[str, OperationKind] = {
    sign: OperationKind(compute, 2)
    for sign, compute in (("<", np.less), (">", np.greater), ("≤", np.less_equal), ("≥", np.greater_equal))
}
"""1 where it holds, 0 where it does not."""

CONSTANTS: dict[str, OperationKind] = {
    "pi": OperationKind(lambda: np.pi, 0),
    "e": OperationKind(lambda: np.e, 0),
}


def _logarithm(name: str, compute: Callable[..., Any]) -> OperationKind:
    return OperationKind(compute, takes=lambda x: x > 0, requirement=f"{name} takes numbers above 0")


def _inverse(name: str, compute: Callable[..., Any]) -> OperationKind:
    return OperationKind(compute, takes=lambda x: np.abs(x) <= 1, requirement=f"{name} takes numbers from −1 to 1")


FUNCTIONS: dict[str, OperationKind] = {
    "sin": OperationKind(np.sin),
    "cos": OperationKind(np.cos),
    "tan": OperationKind(np.tan),
    "asin": _inverse("asin", np.arcsin),
    "acos": _inverse("acos", np.arccos),
    "atan": OperationKind(np.arctan),
    "sinh": OperationKind(np.sinh),
    "cosh": OperationKind(np.cosh),
    "tanh": OperationKind(np.tanh),
    "exp": OperationKind(np.exp),
    "ln": _logarithm("ln", np.log),
    "log": _logarithm("log", np.log),
    "log2": _logarithm("log2", np.log2),
    "log10": _logarithm("log10", np.log10),
    "sqrt": OperationKind(np.sqrt, takes=lambda x: x >= 0, requirement="sqrt takes numbers of at least 0"),
    "abs": OperationKind(np.abs),
    "sign": OperationKind(np.sign),
    "floor": OperationKind(np.floor),
    "ceil": OperationKind(np.ceil),
    "min": OperationKind(lambda *numbers: reduce(np.minimum, numbers), 2, or_more=True),
    "max": OperationKind(lambda *numbers: reduce(np.maximum, numbers), 2, or_more=True),
}
"""Angles are in radians. "log" is the natural logarithm, as in NumPy and Python, and the same as "ln"."""

OPERATIONS = {**SIGNS, **COMPARISONS, **CONSTANTS, **FUNCTIONS}
