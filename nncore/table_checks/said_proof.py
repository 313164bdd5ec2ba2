"""Say the proof that classes cannot be separated in a sentence that can be followed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nncore.number_text import number_text, sentence_number
from nncore.separability.separability import Separability
from nncore.table_checks.checked_table import CheckedTable

MOST_TERMS = 6
"""A proof by so many rows is written out as a sum; of a longer one the rows are only named."""

LARGEST_TIMES = 100.0
"""A proof of larger whole numbers of rows is no longer followed: that one mixture is also another says as much."""


def called_cut(table: CheckedTable, bias: bool) -> str:
    """Return what separates the classes, in the words of as many dimensions as the table has inputs."""
    shapes = {1: "threshold", 2: "straight line", 3: "plane"}
    shape = shapes.get(table.experiment.dataset.all_input_count, "flat cut")
    if bias:
        return f"a {shape}"
    return "a threshold at 0" if shape == "threshold" else f"a {shape} through the origin"


def said_proof(table: CheckedTable, answer: Separability, positive: NDArray[np.bool_], bias: bool) -> str:
    """Return in words that no cut has every row on its side.

    Parameters
    ----------
    table : CheckedTable
    answer : Separability
        Of classes that are not separable, with a multiplier for each row of the table.
    positive : ndarray of bool, shape (rows,)
        Which rows are to lie on the positive side.
    bias : bool
    """
    assert answer.multipliers is not None
    zeros = np.flatnonzero(~table.seen_inputs.any(axis=1)).tolist()
    if zeros and not bias:
        is_ = "is" if len(zeros) == 1 else "are"
        return f"{table.named(zeros)} {is_} all zeros, and so exactly at the threshold whatever the weights"
    exact = answer.exact_multipliers is not None
    upper, lower = ([row for row in answer.rows if positive[row] == side] for side in (True, False))
    numbers = answer.multipliers.tolist()
    if len(upper) == len(lower) == 1 and (table.seen_inputs[upper[0]] == table.seen_inputs[lower[0]]).all():
        return f"{table.named(answer.rows)} are the same and of different classes"
    cut = called_cut(table, bias).removeprefix("a ")
    nearest = (
        f"; the best leaves {table.named(answer.at_threshold)} exactly at the threshold" if answer.at_threshold else ""
    )
    if len(upper) == len(lower) == 2 and len({numbers[row] for row in answer.rows}) == 1:
        pairs = f"{table.named(upper)} have the same middle point as {table.named(lower)}"
        exactly = "" if exact else ", within rounding"
        return f"{pairs}{exactly}, so no {cut} can part them{nearest}"
    told = exact and all(number.is_integer() and number <= LARGEST_TIMES for number in numbers)
    if told and len(answer.rows) <= MOST_TERMS:
        sums = [" + ".join(_term(numbers[row], table.named([row])) for row in side) or "0" for side in (upper, lower)]
        equal = f"{sums[0]} = {sums[1]}"
    else:
        sides = sorted((side for side in (upper, lower) if side), key=len)
        equal = _mixed(table, sides) if bias else _multiplied(table, sides, numbers)
        equal += "" if exact else ", within rounding"
    return f"{equal}, so no {cut} has every row on its side{nearest}"


def _mixed(table: CheckedTable, sides: Sequence[list[int]]) -> str:
    """Return that rows of both sides, each with its share of 1, come to the same."""
    return " is also ".join(
        table.named(side) if len(side) == 1 else f"a mixture of {table.named(side)}" for side in sides
    )


def _multiplied(table: CheckedTable, sides: Sequence[list[int]], numbers: Sequence[float]) -> str:
    """Return that rows of both sides, each times a number above 0, come to the same; to 0 where there is but one side."""
    if [len(side) for side in sides] == [1, 1]:
        (row,), (other,) = sides
        return f"{table.named([row])} is {number_text(numbers[other] / numbers[row])} times {table.named([other])}"
    sums = [table.named(side) if len(side) == 1 else f"a sum of multiples of {table.named(side)}" for side in sides]
    return " is also ".join(sums) if len(sums) > 1 else f"{sums[0]} is 0"


def _term(number: float, row: str) -> str:
    return row if number == 1 else f"{sentence_number(number)} · {row}"
