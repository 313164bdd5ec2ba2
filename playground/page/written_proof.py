"""Write out why one neuron can tell a class from the rest, or cannot: its weights, or the rows that no weights suit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from nncore.named_rows import named_rows
from nncore.number_text import number_text, sentence_number
from nncore.separability.separability import Separability

Array = NDArray[np.float64]

MOST_ROWS_WRITTEN = 8
"""Of the rows that can be learnt the nearest are written; of a proof that they cannot, all are."""

FEWEST_DECIMALS, MOST_DECIMALS = 3, 15
"""As many decimals of the weights are written as it takes for what is written to put every row on its side."""

DIGITS, ALL_DIGITS = 15, 17


@dataclass(frozen=True, eq=False)
class ProvedRows:
    """The rows that a neuron is to tell apart, as it sees them.

    Attributes
    ----------
    inputs : ndarray, shape (rows, inputs)
    positive : ndarray of bool, shape (rows,)
        Which are of the class that is to be on the positive side.
    names : sequence of str
        Of the inputs.
    classes : (str, str)
        What the rows of that class, and the others, are called.
    row_numbers : sequence of int or None
        What the rows are called; None counts them from 1.
    are_scaled : bool
        Whether the neuron sees them scaled.
    """

    inputs: Array
    positive: NDArray[np.bool_]
    names: Sequence[str]
    classes: tuple[str, str]
    row_numbers: Sequence[int] | None = None
    are_scaled: bool = False

    @property
    def where(self) -> str:
        """What is added to a sentence about the numbers, if they are not those of the table."""
        return ", in scaled inputs" if self.are_scaled else ""

    def number(self, row: int) -> int:
        """Return what a row is called."""
        return row + 1 if self.row_numbers is None else self.row_numbers[row]

    def named(self, rows: Sequence[int]) -> str:
        """Return rows as a sentence names them."""
        return named_rows([self.number(row) for row in rows])

    def class_of(self, row: int) -> str:
        """Return what the class of a row is called."""
        return self.classes[0 if self.positive[row] else 1]


@dataclass(frozen=True)
class WrittenProof:
    """A proof as the page shows it: a sentence, a table, and what follows.

    Attributes
    ----------
    statement : str
    head : tuple of str
        Of the columns of the table.
    groups : tuple of tuple of tuple of str
        Lines of the table, in groups.
    conclusion : str
    """

    statement: str
    head: tuple[str, ...] = ()
    groups: tuple[tuple[tuple[str, ...], ...], ...] = field(default=())
    conclusion: str = ""


def written_proof(rows: ProvedRows, answer: Separability, *, bias: bool) -> WrittenProof:
    """Return an answer of `nncore.linear_separability` written out.

    Parameters
    ----------
    rows : ProvedRows
    answer : Separability
    bias : bool
        Whether the neuron that was asked about has one.

    Examples
    --------
    >>> from nncore import linear_separability
    >>> corners = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
    >>> table = ProvedRows(corners, np.array([False, True, True, False]), ["a", "b"], ("class 1", "class 0"))
    >>> proof = written_proof(table, linear_separability(corners, table.positive.astype(float)), bias=True)
    >>> print(proof.statement)
    With these λ, class 1 and class 0 add up to the same:
    >>> proof.groups[0]
    (('1', 'row 2', '0', '1'), ('1', 'row 3', '1', '0'), ('2', 'class 1: Σ λ · row', '1', '1'))
    >>> proof.groups[1][-1]
    ('2', 'class 0: Σ λ · row', '1', '1')
    """
    return _weights(rows, answer) if answer.separable else _combination(rows, answer, bias)


def written_weights(rows: ProvedRows, answer: Separability) -> str:
    """Return the sum that is above 0 for the rows of the class and below 0 for all others, also as it is written.

    Examples
    --------
    >>> from nncore import linear_separability
    >>> table = ProvedRows(np.array([[0.0], [1.0]]), np.array([False, True]), ["a"], ("class 1", "class 0"))
    >>> written_weights(table, linear_separability(table.inputs, [0, 1]))
    'a − 0.5'
    """
    assert answer.weights is not None
    assert answer.bias is not None
    exact = [*answer.weights.tolist(), answer.bias]
    rounded = (_rounded(exact, decimals) for decimals in range(FEWEST_DECIMALS, MOST_DECIMALS + 1))
    numbers = next((numbers for numbers in rounded if _separate(rows, numbers)), exact)
    digits = ALL_DIGITS if numbers is exact else DIGITS
    text = ""
    for number, name in zip(numbers, [*rows.names, ""], strict=True):
        if number:
            amount = number_text(abs(number), digits)
            term = amount if not name else name if amount == "1" else f"{amount} · {name}"
            sign = "−" if number < 0 else "+"
            text += f" {sign} {term}" if text else f"{sign.replace('+', '')}{term}"
    return text or "0"


def _rounded(numbers: Sequence[float], decimals: int) -> list[float]:
    return [float(f"{round(number, decimals):.{DIGITS - 1}e}") for number in numbers]


def _separate(rows: ProvedRows, numbers: Sequence[float]) -> bool:
    sides = rows.inputs @ np.array(numbers[:-1]) + numbers[-1]
    return bool((np.where(rows.positive, sides, -sides) > 0).all())


def _weights(rows: ProvedRows, answer: Separability) -> WrittenProof:
    assert answer.weights is not None
    assert answer.bias is not None
    if not np.isfinite(answer.margin or 0.0):
        return WrittenProof("Any neuron that answers that class to every row is right.")
    distances = rows.inputs @ answer.weights + answer.bias
    # Rows that are as near as each other, but for rounding, stand in the order of the table.
    nearest = np.argsort(np.abs(distances).round(12), kind="stable")[:MOST_ROWS_WRITTEN].tolist()
    lines = tuple((f"row {rows.number(row)}", rows.class_of(row), number_text(distances[row])) for row in nearest)
    more = len(distances) - len(nearest)
    return WrittenProof(
        f"{written_weights(rows, answer)} is above 0 for every row of {rows.classes[0]}, and below 0 for every other"
        f"{rows.where}.",
        ("Row", "Class", "Distance"),
        (lines,),
        f"The other {more:,} rows are no nearer." if more > 1 else "The last row is no nearer." if more else "",
    )


def _combination(rows: ProvedRows, answer: Separability, bias: bool) -> WrittenProof:
    assert answer.multipliers is not None
    sides = [[row for row in answer.rows if rows.positive[row] == side] for side in (True, False)]
    sums = [_sum(rows, answer, side) for side in sides]
    if answer.exact_multipliers is not None and all(sides):
        sums[1] = sums[0]  # equal without rounding
    groups = tuple(
        (*(_line(rows, answer.multipliers, row) for row in side), _total(sum_, f"{name}: Σ λ · row"))
        for side, sum_, name in zip(sides, sums, rows.classes, strict=True)
        if side
    )
    there = [name for side, name in zip(sides, rows.classes, strict=True) if side]
    equal = (
        f"{there[0]} and {there[1]} add up to the same{rows.where}:"
        if len(there) == 2
        else f"{there[0]} adds up to 0{rows.where}:"
    )
    same = "both sums come out the same" if len(there) == 2 else "this sum comes out as 0"
    total = " (a bias adds as much to both)" if bias and len(there) == 2 else ""
    touching = ""
    if answer.at_threshold:
        is_ = "is" if len(answer.at_threshold) == 1 else "are"
        named = rows.named(answer.at_threshold)
        touching = f" {named[0].upper()}{named[1:]} {is_} exactly at the threshold at best."
    return WrittenProof(
        f"With these λ, {equal}",
        ("λ", "Row", *rows.names),
        groups,
        f"Whatever the weights, {same}{total}: no weights have all these rows strictly on their sides.{touching}",
    )


def _sum(rows: ProvedRows, answer: Separability, side: Sequence[int]) -> list[float]:
    assert answer.multipliers is not None
    exact = answer.exact_multipliers
    if exact is None:
        return [float(answer.multipliers[side].sum()), *(answer.multipliers[side] @ rows.inputs[side]).tolist()]
    # The decimals that the cells are written in, as the proof takes them.
    columns = zip(*([Fraction(repr(cell)) for cell in rows.inputs[row].tolist()] for row in side), strict=True)
    sums = [sum((exact[row] * cell for row, cell in zip(side, column, strict=True)), Fraction(0)) for column in columns]
    return [float(sum((exact[row] for row in side), Fraction(0))), *map(float, sums)]


def _line(rows: ProvedRows, multipliers: Array, row: int) -> tuple[str, ...]:
    cells = rows.inputs[row].tolist()
    return (sentence_number(multipliers[row]), f"row {rows.number(row)}", *map(sentence_number, cells))


def _total(sums: Sequence[float], name: str) -> tuple[str, ...]:
    total, *cells = map(sentence_number, sums)
    return (total, name, *cells)
