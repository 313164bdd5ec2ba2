"""Choose rows of a table to be held out: those that are asked about later and that nothing is learnt from."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Sequence

from numpy.random import RandomState

from nncore.errors import SettingError, TableError, require_number, require_whole_number
from nncore.network.initializers import LARGEST_SEED
from nncore.quoting import quoted


def held_out_rows(
    groups: Sequence[int], share: float, seed: int, holds: Sequence[Collection[Hashable]] = ()
) -> tuple[int, ...]:
    """Return the places of the rows that are held out, each group giving its share of them, by chance.

    Of all rows ``round(share · rows)`` are held out, half a row being a whole one. Each group gives ``floor(share · size)``,
    and the rows that are still missing come from the groups with the largest remainders. One row of each group stays, and one
    with each thing that rows hold: a group without enough other rows gives fewer.

    Parameters
    ----------
    groups : sequence of int, shape (rows,)
        Rows of the same class have the same number; all have it if there are no classes.
    share : float
        More than 0 and less than 1.
    seed : int
        The same rows are held out whenever it is the same.
    holds : sequence of collection, optional
        What each row holds that could not be understood if no other row held it, such as its words.

    Returns
    -------
    tuple of int
        In the order of the table, the first place being 0.

    Raises
    ------
    SettingError
        If the share or the seed is none.
    TableError
        If no row can be held out.

    Examples
    --------
    >>> classes = [0, 0, 0, 0, 1, 1, 1, 1]
    >>> held_out_rows(classes, 0.25, seed=1)
    (3, 4)
    >>> held_out_rows(classes, 0.25, seed=1, holds=[["red"]] * 4 + [["blue"]] + [["red"]] * 3)
    (3, 6)
    >>> held_out_rows([0], 0.5, seed=1)
    Traceback (most recent call last):
    nncore.errors.TableError: No row can be held out: one of each class has to stay. Add rows first.
    """
    share = require_number("share", share, above=0, below=1)
    seed = require_whole_number("seed", seed, at_least=0, at_most=LARGEST_SEED)
    members: dict[int, list[int]] = {}
    for place, group in enumerate(groups):
        members.setdefault(group, []).append(place)
    counts = _counts([len(members[group]) for group in sorted(members)], share)
    if not sum(counts):
        raise TableError("No row can be held out: one of each class has to stay. Add rows first.")
    random = RandomState(seed)
    left = Counter(thing for things in holds for thing in things)
    held_out: list[int] = []
    for group, count in zip(sorted(members), counts, strict=True):
        order = [members[group][place] for place in random.permutation(len(members[group])).tolist()]
        held_out += _first(order, count, holds, left)
    if not held_out:
        raise TableError("No row can be held out: each is the only one with something that it holds. Add rows first.")
    return tuple(sorted(held_out))


def checked_validation_rows(given: object, test_rows: int) -> tuple[int, ...]:
    """Return the places of validation rows in a test table, ascending.

    Raises
    ------
    TableError
        If they are none.

    Examples
    --------
    >>> checked_validation_rows([3, 1], 4)
    (1, 3)
    >>> checked_validation_rows([4], 4)
    Traceback (most recent call last):
    nncore.errors.TableError: validation_rows must hold places in the test table, from 0 to 3, each once. Got [4] instead.
    """
    listed = list(given) if isinstance(given, Iterable) and not isinstance(given, str) else [None]
    try:
        places = {require_whole_number("A place", place, at_least=0, at_most=test_rows - 1) for place in listed}
    except SettingError:
        places = set()
    if len(places) != len(listed):
        span = f"from 0 to {test_rows - 1}" if test_rows else "which is empty"
        raise TableError(
            f"validation_rows must hold places in the test table, {span}, each once. Got {quoted(given)} instead."
        )
    return tuple(sorted(places))


def _first(
    order: Sequence[int], count: int, holds: Sequence[Collection[Hashable]], left: Counter[Hashable]
) -> list[int]:
    """Return the first rows that are not the last ones with anything; `left` counts what the others hold."""
    chosen: list[int] = []
    for row in order:
        things = holds[row] if holds else ()
        if len(chosen) < count and all(left[thing] > 1 for thing in things):
            chosen.append(row)
            left.subtract(things)
    return chosen


def _counts(sizes: Sequence[int], share: float) -> list[int]:
    counts = [min(math.floor(share * size), size - 1) for size in sizes]
    wanted = max(1, math.floor(share * sum(sizes) + 0.5))
    # The larger of two groups with the same remainder gives first, then the earlier one.
    order = sorted(
        range(len(sizes)), key=lambda at: (-(share * sizes[at] - math.floor(share * sizes[at])), -sizes[at], at)
    )
    while sum(counts) < wanted and any(count < size - 1 for count, size in zip(counts, sizes, strict=True)):
        for at in order:
            if sum(counts) < wanted and counts[at] < sizes[at] - 1:
                counts[at] += 1
    return counts
