"""Draw rows until there are as many of each class as are wanted."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from nncore.errors import SettingError

Array = NDArray[np.float64]
Draw = Callable[[int], tuple[Array, NDArray[np.bool_]]]

FEWEST_DRAWN = 1_000
MOST_ROUNDS = 100
MOST_DRAWN = 200_000
"""Rows: whoever sends a recipe of many, whose formula hardly ever holds, keeps nobody waiting for long."""


def alternating(ones: Array, zeros: Array) -> tuple[Array, Array]:
    """Return the rows of two classes by turns, class 1 first, and their targets.

    Parameters
    ----------
    ones, zeros : ndarray, shape (rows, columns)
        As many of each, or one more of class 1.

    Examples
    --------
    >>> alternating(np.array([[1.0], [3.0]]), np.array([[2.0]]))[0].ravel().tolist()
    [1.0, 2.0, 3.0]
    """
    count = len(ones) + len(zeros)
    rows, targets = np.empty((count, ones.shape[1])), np.zeros((count, 1))
    rows[::2], rows[1::2], targets[::2] = ones, zeros, 1.0
    return rows, targets


def drawn_in_balance(count: int, draw: Draw) -> tuple[Array, Array]:
    """Return rows of two classes by turns, and their targets, each class in the order in which it was drawn.

    Parameters
    ----------
    count : int
        Rows, half of them of each class; if it is odd, one more of class 1.
    draw : function of int
        Draws so many rows, or fewer, and tells which of them are of class 1.

    Raises
    ------
    SettingError
        If one of the classes hardly ever comes, or no row at all.

    Examples
    --------
    >>> draw = lambda count: (np.arange(count)[:, None] / 1.0, np.arange(count) > 2)
    >>> drawn_in_balance(4, draw)[0].ravel().tolist()
    [3.0, 0.0, 4.0, 1.0]
    """
    wanted = {True: count - count // 2, False: count // 2}
    found: dict[bool, list[Array]] = {True: [], False: []}
    tried, size = 0, max(FEWEST_DRAWN, count)
    for _ in range(min(MOST_ROUNDS, MOST_DRAWN // size)):
        rows, is_one = draw(size)
        tried += size
        for one in wanted:
            found[one].append(rows[is_one == one][: wanted[one]])
        if all(sum(map(len, found[one])) >= wanted[one] for one in wanted):
            return alternating(*(np.concatenate(found[one])[: wanted[one]] for one in (True, False)))
    if not any(map(len, [*found[True], *found[False]])):
        raise SettingError(
            f"The formula has no value in any of {tried:,} rows that were drawn. Change the formula or the range."
        )
    rare = min(wanted, key=lambda one: sum(map(len, found[one])))
    raise SettingError(
        f"Class {int(rare)} hardly ever comes: of {tried:,} rows that were drawn, {sum(map(len, found[rare])):,} "
        f"are of it, and {wanted[rare]:,} are wanted. Change the formula or the range, or take fewer rows."
    )
