"""Whether what a single neuron draws can tell its training rows apart, in tables so small that it can be seen."""

from __future__ import annotations

from functools import lru_cache

from nncore.errors import NeuralNetworkError
from nncore.experiment.experiment import Experiment
from nncore.separability.linear_separability import linear_separability

MOST_ROWS = 20
"""A proof for so many rows takes milliseconds; one is wanted in every step of a drag."""

_RISING = frozenset({"sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "linear"})

Rows = tuple[tuple[float, ...], ...]


def is_separable(experiment: Experiment) -> bool | None:
    """Return whether a plane has every training row of a single neuron on the side of its class, whatever the threshold.

    Returns
    -------
    bool or None
        None for other networks, for a neuron without a bias, whose plane depends on the threshold, for derived columns, in
        which a plane is a curve, and for more rows than `MOST_ROWS` or other targets than two classes.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> [is_separable(document.experiment) for document in gallery() if document.title in ("AND", "XOR")]
    [True, False]
    """
    architecture, dataset = experiment.architecture, experiment.dataset
    classes = dataset.classes
    is_neuron = len(architecture.layer_sizes) == 2 and architecture.layer_sizes[-1] == 1 and architecture.bias
    if not is_neuron or architecture.activations[0] not in _RISING or classes is None or classes.kind != "two":
        return None
    if dataset.samples > MOST_ROWS or dataset.derived:
        return None
    inputs, targets = (tuple(map(tuple, table.tolist())) for table in (dataset.inputs, dataset.targets))
    return _is_separable(inputs, targets)


@lru_cache(maxsize=64)
def _is_separable(inputs: Rows, targets: Rows) -> bool | None:
    try:
        return linear_separability(inputs, targets).separable
    except NeuralNetworkError:  # columns too large and too small at once
        return None
