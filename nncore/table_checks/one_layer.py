"""Ask of an experiment whether a layer without hidden ones can call all of several classes, and say why not in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from nncore.experiment.experiment import Experiment
from nncore.separability.separability_of_all_classes import AllClasses, separability_of_all_classes
from nncore.table_checks.checked_table import CheckedTable
from nncore.table_checks.said_proof import called_cut, said_proof


@dataclass(frozen=True, eq=False)
class OneLayer:
    """Whether the largest output of one layer can be the class of each row.

    Attributes
    ----------
    kind : {"separable", "needs_bias", "not_separable"}
        The second: the network has no biases, and with them it could.
    sentence : str
        Why it cannot, with the proof; empty if it can.
    rows : tuple of int
        Those that the sentence is about, counted from 0.
    """

    kind: Literal["separable", "needs_bias", "not_separable"]
    sentence: str = ""
    rows: tuple[int, ...] = ()


def one_layer(experiment: Experiment, *, row_numbers: Sequence[int] | None = None) -> OneLayer | None:
    """Return whether one layer can call each row by its class; None if the targets are not several classes.

    Parameters
    ----------
    experiment : Experiment
        Its training rows are taken as the network sees them. Hidden layers and everything about training play no part.
    row_numbers : sequence of int, optional
        What the rows are called in the sentence; by default they are counted from 1.

    Raises
    ------
    TableError
        If the columns are so large and so small that weights which separate the classes would be no floats.

    Examples
    --------
    >>> import numpy as np
    >>> from nncore import Architecture, Dataset, SGD
    >>> line = Dataset([[1], [2], [3], [4]], np.eye(3)[[0, 1, 2, 0]], class_names=["low", "middle", "high"])
    >>> network = Architecture((1, 3), ("softmax",))
    >>> settings = {"loss": "categorical_cross_entropy", "optimizer": SGD(1.0), "epochs": 10}
    >>> found = one_layer(Experiment(line, network, **settings))
    >>> found.kind, found.sentence.partition(": ")[0]
    ('not_separable', 'Without hidden neurons the network cannot tell low from middle')
    >>> found.sentence.partition(": ")[2]
    '2 · row 1 + row 4 = 3 · row 2, so no threshold has every row on its side.'
    """
    dataset, bias = experiment.dataset, experiment.architecture.bias
    if dataset.classes is None or dataset.classes.kind != "several":
        return None
    found = _answer(experiment, bias)
    if found.separable:
        return OneLayer("separable")
    needs_bias = not bias and _answer(experiment, True).separable
    sentence = _why_not(CheckedTable(experiment, row_numbers), found, bias, needs_bias)
    return OneLayer("needs_bias" if needs_bias else "not_separable", sentence, found.rows)


def _answer(experiment: Experiment, bias: bool) -> AllClasses:
    return separability_of_all_classes(experiment.scaled()[0], experiment.dataset.targets, bias=bias)


def _why_not(table: CheckedTable, found: AllClasses, bias: bool, needs_bias: bool) -> str:
    dataset = table.experiment.dataset
    classes, called = dataset.classes, dataset.called_classes
    assert classes is not None
    assert called is not None
    network = f"Without {'biases' if needs_bias else 'hidden neurons'} the network"
    if found.pair is not None and found.answer is not None:
        first, second = found.pair
        proof = said_proof(table, found.answer, classes.of_targets(dataset.targets) == first, bias)
        otherwise = ", though with them it could" if needs_bias else ""
        return f"{network} cannot tell {called[first]} from {called[second]}{otherwise}: {proof}."
    otherwise = "; with biases all could be" if needs_bias else ""
    return (
        f"{network} parts any two classes by {called_cut(table, bias)}, and however these lie, one at least of "
        f"{table.named(found.rows)} is not on its side{otherwise}."
    )
