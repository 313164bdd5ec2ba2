"""Read a table's numbers exactly, as fractions, and as whole numbers where only their proportions count.

A cell is a float, but it stands for what somebody typed: 0.1 is one tenth, and not the binary fraction nearest to it. A
number that was computed, such as one million and one parts of 2²⁰, may mean that binary fraction itself. A proof that
holds for one of the two readings in all cells holds for a table that cannot be told from this one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Reading = Callable[[float], Fraction]


def as_typed(number: float) -> Fraction:
    """Return the shortest decimal that is this float.

    Examples
    --------
    >>> as_typed(0.1), as_typed(-2.0)
    (Fraction(1, 10), Fraction(-2, 1))
    """
    return Fraction(repr(number))


def as_held(number: float) -> Fraction:
    """Return the binary fraction that this float is.

    Examples
    --------
    >>> as_held(0.1)
    Fraction(3602879701896397, 36028797018963968)
    """
    return Fraction(number)


READINGS: tuple[Reading, ...] = (as_typed, as_held)


def exact_rows(rows: Array, reading: Reading) -> list[list[Fraction]]:
    """Return each row's numbers as fractions.

    Parameters
    ----------
    rows : ndarray, shape (rows, columns)
    """
    return [[reading(number) for number in row] for row in rows.tolist()]


def whole_columns(rows: Sequence[Sequence[Fraction]]) -> tuple[list[list[int]], list[int]]:
    """Return the rows with every column multiplied until it is whole, and by how much each column was.

    Examples
    --------
    >>> whole_columns([[Fraction(1, 2), Fraction(3)], [Fraction(1, 3), Fraction(5)]])
    ([[3, 3], [2, 5]], [6, 1])
    """
    factors = [math.lcm(*(number.denominator for number in column)) for column in zip(*rows, strict=True)]
    whole = [[int(number * factor) for number, factor in zip(row, factors, strict=True)] for row in rows]
    return whole, factors


def in_lowest_terms(numbers: Sequence[int]) -> list[int]:
    """Return whole numbers divided by all they have in common.

    Examples
    --------
    >>> in_lowest_terms([4, 0, 6])
    [2, 0, 3]
    """
    common = math.gcd(*numbers) or 1
    return [number // common for number in numbers]
