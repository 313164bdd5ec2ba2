"""Ask of an experiment whether one neuron can learn its classes, and say the answer and its proof in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from nncore.experiment.experiment import Experiment
from nncore.number_text import number_text
from nncore.separability.linear_separability import linear_separability, separability_of_each_class
from nncore.separability.separability import Separability
from nncore.table_checks.checked_table import CheckedTable
from nncore.table_checks.mends import with_biases
from nncore.table_checks.said_proof import called_cut, said_proof

MOST_ROWS = 5_000
"""Of a longer table the question is asked only by a person."""


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
    proof = said_proof(table, answers[refused], positive, bias)
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
        f"{who} can learn it: {called_cut(table, bias)} has every row strictly on its side, and {is_} "
        f"{number_text(answer.margin or 0.0)} away{scaled}."
    )
