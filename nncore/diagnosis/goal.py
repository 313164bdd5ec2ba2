"""Say what a network is to reach on its table before a mend counts as one."""

from __future__ import annotations

import math

import numpy as np

from nncore.experiment.experiment import Experiment
from nncore.losses.losses import find_loss
from nncore.table_checks.checked_table import CheckedTable
from nncore.table_checks.lowest_loss import lowest_loss

MISSED_BY = 0.07
"""A table of classes is learnt if its rows miss their targets by no more, in units of the distance between two classes."""

UNEXPLAINED = 0.1
"""Amounts are not learnt as long as more is left of the loss that one answer to all rows would have."""


def loss_of_one_answer(experiment: Experiment) -> float:
    """Return the loss of the best network that gives all rows the same answer.

    Examples
    --------
    The first article's targets are 0, 1, 1 and 0: 0.5 misses each by a half, which costs 4 · ½ · 0.25.

    >>> from nncore import articles
    >>> loss_of_one_answer(articles.single_neuron())
    0.5
    """
    return _lowest(experiment, np.zeros(experiment.dataset.samples, dtype=np.intp))


def floor_of_loss(experiment: Experiment) -> float:
    """Return the loss that no network can go below, because equal rows ask for different answers; 0 if they do not.

    What targets cost that the output layer cannot reach is no part of it: with such an output a table is not learnt.
    """
    lowest = _lowest(experiment, CheckedTable(experiment).first_alike)
    out_of_reach = _lowest(experiment, np.arange(experiment.dataset.samples))
    return max(0.0, lowest - out_of_reach) if np.isfinite(out_of_reach) else lowest


def goal_loss(experiment: Experiment) -> float:
    """Return the loss at which an experiment's table counts as learnt, rounded to one digit, or more above a lowest loss.

    Examples
    --------
    Four rows that miss by 0.07 cost 4 · ½ · 0.0049 = 0.0098.

    >>> from nncore import articles
    >>> goal_loss(articles.single_neuron())
    0.01
    """
    floor = floor_of_loss(experiment)
    one_answer = loss_of_one_answer(experiment)
    if experiment.dataset.classes is None and one_answer > floor:
        return _rounded(floor, UNEXPLAINED * (one_answer - floor))
    loss, targets = find_loss(experiment.loss), experiment.scaled()[1]
    if loss.output_activation is not None:
        each = -math.log(1.0 - MISSED_BY)
    else:
        # Where all targets are equal a miss is held against their own size.
        missed = targets + MISSED_BY * (np.ptp(targets) or np.abs(targets).max() or 1.0)
        each = float(loss.values(missed, targets).mean())
    above = each * (len(targets) if experiment.reduction == "sum" else 1)
    if floor == 0:
        return _rounded(floor, above)
    # Nobody has learnt a table who is no nearer to its floor than to what one answer to all rows costs, if that costs more.
    half_way = math.inf if math.isclose(one_answer, floor) else (one_answer - floor) / 2
    # Rows torn two ways bend the answers to those around, by about as much as they leave themselves.
    return _rounded(floor, min(above + floor, half_way), floor + half_way)


def _lowest(experiment: Experiment, groups: np.ndarray) -> float:
    output, targets = experiment.architecture.activations[-1], experiment.scaled()[1]
    return lowest_loss(groups, targets, experiment.loss, output, experiment.reduction)


def _rounded(floor: float, above: float, highest: float = math.inf) -> float:
    """Return a loss with as few digits as it takes to stay about as far above the lowest one, and no higher than the highest."""
    loss = floor + above
    rounded = (float(f"{loss:.{digits}e}") for digits in range(16)) if loss < 1e300 else ()
    return next((found for found in rounded if abs(found - loss) <= above / 2 and found <= highest), loss)
