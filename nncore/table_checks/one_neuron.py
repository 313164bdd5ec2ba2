"""Ask of an experiment whether one neuron can learn its classes, and say the answer and its proof in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nncore.experiment.experiment import Experiment
from nncore.number_text import number_text, sentence_number
from nncore.separability.linear_separability import linear_separability, separability_of_each_class
from nncore.separability.separability import Separability
from nncore.table_checks.checked_table import CheckedTable
from nncore.table_checks.mends import with_biases

MOST_ROWS = 5_000
"""Of a longer table the question is asked only by a person."""

MOST_TERMS = 6
"""A proof by so many rows is written out as a sum; of a longer one the rows are only named."""

LARGEST_TIMES = 100.0
"""A proof of larger whole numbers of rows is no longer followed: that one mixture is also another says as much."""


@dataclass(frozen=True, eq=False)
class OneNeuron:
    """Whether a single neuron can learn a table's two classes, or one for each of several can tell it from the rest.

    Attributes
    ----------
    kind : {"separable", "needs_bias", "not_separable"}
        The second: the network has no biases, and with one a neuron could.
    sentence : str
        The answer and its proof; of several classes the one that is told from the rest with the least margin, or the
        first that cannot be.
    answers : tuple of Separability
        One for two classes; otherwise one a class, held against the rest.
    class_names : tuple of str
        What the class of each answer is called, the one on the positive side of its plane.
    rows : tuple of int
        Those that the sentence is about, counted from 0: the nearest to the plane, or those that cannot be separated.
    mend : Experiment or None
        For "needs_bias" the same experiment with biases, if it has none.
    """

    kind: Literal["separable", "needs_bias", "not_separable"]
    sentence: str
    answers: tuple[Separability, ...]
    class_names: tuple[str, ...]
    rows: tuple[int, ...]
    mend: Experiment | None = None


def one_neuron(
    experiment: Experiment, *, row_numbers: Sequence[int] | None = None, bias: bool | None = None
) -> OneNeuron | None:
    """Return whether one neuron can learn the classes of an experiment's table; None if its targets are no classes.

    Parameters
    ----------
    experiment : Experiment
        Its training rows are taken as the network sees them. Hidden layers and everything about training play no part.
    row_numbers : sequence of int, optional
        What the rows are called in the sentence; by default they are counted from 1.
    bias : bool, optional
        Whether the neuron has one; by default it has one if the network has biases.

    Raises
    ------
    TableError
        If the columns are so large and so small that weights which separate the classes would be no floats.

    Examples
    --------
    >>> from nncore import Architecture, Dataset, SGD
    >>> xor = Dataset([[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]])
    >>> network = Architecture((2, 1), ("sigmoid",))
    >>> answer = one_neuron(Experiment(xor, network, loss="half_squared_error", optimizer=SGD(1.0), epochs=10))
    >>> answer.kind, answer.rows
    ('not_separable', (0, 1, 2, 3))
    >>> print(answer.sentence)
    One neuron cannot learn it: rows 2 and 3 have the same middle point as rows 1 and 4, so no straight line can part them.
    """
    dataset, has_biases = experiment.dataset, experiment.architecture.bias
    bias = has_biases if bias is None else bias
    called = dataset.called_classes
    if dataset.classes is None or called is None:
        return None
    table = CheckedTable(experiment, row_numbers)
    answers = _answers(experiment, bias)
    names = called if len(answers) > 1 else called[-1:]
    refused = next((place for place, answer in enumerate(answers) if not answer.separable), None)
    if refused is None:
        nearest = min(range(len(answers)), key=lambda place: answers[place].margin or 0.0)
        return OneNeuron("separable", _learnt(table, answers, nearest, bias), answers, names, answers[nearest].rows)
    positive = dataset.classes.of_targets(dataset.targets) == (refused if len(answers) > 1 else 1)
    what = f"tell {names[refused]} from the rest" if len(answers) > 1 else "learn it"
    proof = _proof(table, answers[refused], positive, bias)
    if bias or not all(answer.separable for answer in _answers(experiment, True)):
        neuron = "One neuron" if bias else "One neuron without a bias"
        return OneNeuron("not_separable", f"{neuron} cannot {what}: {proof}.", answers, names, answers[refused].rows)
    mend = None if has_biases else with_biases(experiment)
    sentence = f"One neuron without a bias cannot {what}, though with one it could: {proof}."
    return OneNeuron("needs_bias", sentence, answers, names, answers[refused].rows, mend)


def _answers(experiment: Experiment, bias: bool) -> tuple[Separability, ...]:
    inputs, targets = experiment.scaled()[0], experiment.dataset.targets
    if targets.shape[1] == 1:
        return (linear_separability(inputs, targets, bias=bias),)
    return separability_of_each_class(inputs, targets, bias=bias)


def _learnt(table: CheckedTable, answers: tuple[Separability, ...], nearest: int, bias: bool) -> str:
    who = "One neuron" if len(answers) == 1 else "One neuron for each class"
    answer = answers[nearest]
    if not np.isfinite(answer.margin or 0.0):
        return f"{who} can learn it: there is only one class."
    named = table.named(answer.rows)
    is_ = f"{named}, the nearest, is" if len(answer.rows) == 1 else f"{named}, the nearest, are"
    scaled = " in scaled inputs" if table.experiment.input_scaling != "none" else ""
    return (
        f"{who} can learn it: {_cut(table, bias)} has every row strictly on its side, and {is_} "
        f"{number_text(answer.margin or 0.0)} away{scaled}."
    )


def _cut(table: CheckedTable, bias: bool) -> str:
    """Return what separates the classes, in the words of as many dimensions as the table has inputs."""
    shapes = {1: "threshold", 2: "straight line", 3: "plane"}
    shape = shapes.get(table.experiment.dataset.all_input_count, "flat cut")
    if bias:
        return f"a {shape}"
    return "a threshold at 0" if shape == "threshold" else f"a {shape} through the origin"


def _proof(table: CheckedTable, answer: Separability, positive: NDArray[np.bool_], bias: bool) -> str:
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
    cut = _cut(table, bias).removeprefix("a ")
    touch = (
        f"; the best leaves {table.named(answer.at_threshold)} exactly at the threshold" if answer.at_threshold else ""
    )
    if len(upper) == len(lower) == 2 and len({numbers[row] for row in answer.rows}) == 1:
        pairs = f"{table.named(upper)} have the same middle point as {table.named(lower)}"
        exactly = "" if exact else ", within rounding"
        return f"{pairs}{exactly}, so no {cut} can part them{touch}"
    told = exact and all(number.is_integer() and number <= LARGEST_TIMES for number in numbers)
    if told and len(answer.rows) <= MOST_TERMS:
        sums = [" + ".join(_term(numbers[row], table.named([row])) for row in side) or "0" for side in (upper, lower)]
        equal = f"{sums[0]} = {sums[1]}"
    else:
        sides = sorted((side for side in (upper, lower) if side), key=len)
        equal = _mixed(table, sides) if bias else _multiplied(table, sides, numbers)
        equal += "" if exact else ", within rounding"
    return f"{equal}, so no {cut} has every row on its side{touch}"


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
