"""Between which pre-activations of the output layer every training row is learnt."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from nncore.metrics.classes import ROUNDING
from nncore.table_checks.checked_table import GOOD_WITHIN, Array, CheckedTable

PRE_ACTIVATIONS: dict[str, Callable[[Array], Array]] = {
    "linear": lambda answers: answers,
    "tanh": lambda answers: np.arctanh(answers.clip(-1, 1)),
    "sigmoid": lambda answers: np.log(answers.clip(0, 1)) - np.log1p(-answers.clip(0, 1)),
}
"""The pre-activation from which an output activation answers something; infinite where it never does."""


def wanted_pre_activations(table: CheckedTable) -> tuple[Array, Array] | None:
    """Return the lowest and the highest pre-activations with which rows are called by their class, or near their amounts.

    Each is of shape (rows, outputs). None for several classes, of which the largest output counts however large it is, and for
    output activations that are no invertible function of one pre-activation.

    Examples
    --------
    The articles' sigmoids call a row 1 where z is above 0, and 0 where it is below.

    >>> from nncore import articles
    >>> lowest, highest = wanted_pre_activations(CheckedTable(articles.single_neuron()))
    >>> lowest.round(9).ravel().tolist(), highest.round(9).ravel().tolist()
    ([-inf, 0.0, 0.0, -inf], [-0.0, inf, inf, -0.0])
    """
    pre_activation = PRE_ACTIVATIONS.get(table.experiment.architecture.activations[-1])
    targets, classes = table.seen_targets, table.experiment.dataset.classes
    if pre_activation is None or (classes is not None and classes.kind == "several"):
        return None
    if classes is not None:
        threshold, edge = (targets.min() + targets.max()) / 2, ROUNDING * np.ptp(targets)
        is_above = targets > threshold
        wanted = np.where(is_above, threshold + edge, -np.inf), np.where(is_above, np.inf, threshold - edge)
    else:
        with np.errstate(over="ignore"):
            wanted = targets - GOOD_WITHIN * table.units, targets + GOOD_WITHIN * table.units
    with np.errstate(divide="ignore"):
        return pre_activation(wanted[0]), pre_activation(wanted[1])
