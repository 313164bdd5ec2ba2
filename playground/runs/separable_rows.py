"""Whether what a single neuron draws can tell its training rows apart, and the proof in a sentence where it cannot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from nncore.errors import NeuralNetworkError
from nncore.experiment.experiment import Experiment
from nncore.separability.linear_separability import linear_separability
from nncore.table_checks.one_neuron import MOST_ROWS as MOST_ROWS_UNASKED
from nncore.table_checks.one_neuron import one_neuron

MOST_ROWS = 20
"""A proof for so many rows takes milliseconds; one is wanted in every step of a drag."""

_RISING = frozenset({"sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "linear"})

Rows = tuple[tuple[float, ...], ...]


def is_separable(experiment: Experiment) -> bool | None:
    """Return whether a plane has every training row of a single neuron on the side of its class, whatever the threshold.

    Returns
    -------
    bool or None
        None for other networks, for derived columns, in which a plane is a curve, and for more rows than `MOST_ROWS` or
        other targets than two classes. Without a bias the threshold decides what a neuron can: None where it has a chance.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> [is_separable(document.experiment) for document in gallery() if document.title in ("AND", "XOR")]
    [True, False]
    """
    dataset = experiment.dataset
    if not _draws_a_plane(experiment) or dataset.samples > MOST_ROWS or dataset.derived:
        return None
    inputs, targets = (tuple(map(tuple, table.tolist())) for table in (dataset.inputs, dataset.targets))
    separable = _is_separable(inputs, targets)
    return None if separable and not experiment.architecture.bias else separable


def why_not_separable(experiment: Experiment, row_numbers: Sequence[int] | None = None) -> str:
    """Return why no weights, bias and threshold of a single neuron have every training row on its side.

    Parameters
    ----------
    experiment : Experiment
    row_numbers : sequence of int, optional
        What the rows are called; by default they are counted from 1.

    Returns
    -------
    str
        A sentence; empty if some have, for another network, and where it is only answered when it is asked.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> (xor,) = [document.experiment for document in gallery() if document.title == "XOR"]
    >>> print(why_not_separable(xor))
    One neuron cannot learn it: rows 2 and 3 have the same middle point as rows 1 and 4, so no straight line can part them.
    """
    if not _draws_a_plane(experiment) or experiment.dataset.samples > MOST_ROWS_UNASKED:
        return ""
    try:
        answer = one_neuron(experiment, row_numbers=row_numbers, bias=True)
    except NeuralNetworkError:  # columns too large and too small at once
        return ""
    return answer.sentence if answer is not None and answer.kind == "not_separable" else ""


def _draws_a_plane(experiment: Experiment) -> bool:
    architecture, classes = experiment.architecture, experiment.dataset.classes
    is_neuron = len(architecture.layer_sizes) == 2 and architecture.layer_sizes[-1] == 1
    return is_neuron and architecture.activations[0] in _RISING and classes is not None and classes.kind == "two"


@lru_cache(maxsize=64)
def _is_separable(inputs: Rows, targets: Rows) -> bool | None:
    try:
        return linear_separability(inputs, targets).separable
    except NeuralNetworkError:  # columns too large and too small at once
        return None
