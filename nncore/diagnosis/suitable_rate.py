"""Find a learning rate that suits a network and its table, from how strongly the loss bends where training starts.

A step of gradient descent along a direction in which the loss bends with λ overshoots if the learning rate is above 2 / λ.
The largest λ is found by power iteration: a small step along a direction changes the gradient by the curvature along it.
Source: Y. LeCun, P. Y. Simard, B. Pearlmutter, "Automatic learning rate maximization by on-line estimation of the Hessian's
eigenvectors", 1993.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

from nncore.experiment.experiment import Experiment
from nncore.network.network import Network
from nncore.training.optimizers import SGD

Array = NDArray[np.float64]

ITERATIONS = 12
STEP = 0.1
"""How far is gone for it: far enough not to take the kink of a ReLU, which some row may lie at, for an endless curvature."""

MOST_PRODUCTS, LEAST_ROWS = 250_000, 50
"""Of a table with more rows times parameters only every second row is looked at, every third and so on."""

PART = 0.5
"""Of 1 / λ: the loss bends more on the way than where it starts."""

LARGEST = 1_000.0
"""A loss for which more seemed to suit is flat where the network starts, and tells nothing of the steps it takes."""

USUAL_RATES = {"Adam": 0.03, "RMSProp": 0.01, "Adagrad": 0.3}
"""What suits optimizers whose steps have a length of their own, whatever the loss."""


def suitable_rate(experiment: Experiment) -> float | None:
    """Return a learning rate, of one digit, that suits an experiment; None if the loss hardly bends where it starts.

    Examples
    --------
    Two rows of 1, no bias, half the squared error summed: λ = 1 + 1, and half of 1 / λ is 0.25.

    >>> from nncore import Architecture, Dataset
    >>> table, line = Dataset([[1], [1]], [[3], [3]]), Architecture((1, 1), ("linear",), bias=False)
    >>> suitable_rate(Experiment(table, line, loss="half_squared_error", reduction="sum", optimizer=SGD(9.0), epochs=1))
    0.2
    """
    usual = USUAL_RATES.get(experiment.optimizer.name)
    if usual is not None:
        return usual
    bend = largest_curvature(experiment, experiment.network())
    momentum = experiment.optimizer.momentum if isinstance(experiment.optimizer, SGD) else 0.0
    if not 0 < bend < np.inf:
        return None
    rate = PART * (1 - momentum) / bend
    if rate > LARGEST:
        return None
    digit = 10.0 ** math.floor(math.log10(rate))
    return float(f"{max(1, math.floor(rate / digit)) * digit:.6g}")


def largest_curvature(experiment: Experiment, network: Network) -> float:
    """Return how strongly the loss bends along the direction in which it bends most, downwards counting as well.

    Parameters
    ----------
    experiment : Experiment
    network : Network
        Where the curvature is asked for.
    """
    most_rows = max(LEAST_ROWS, MOST_PRODUCTS // len(network.parameters))
    every = -(-experiment.dataset.samples // most_rows)
    inputs, targets = experiment.scaled()[0][::every], experiment.scaled()[1][::every]
    part = len(targets) / experiment.dataset.samples if experiment.reduction == "sum" else 1.0

    def gradient(parameters: Array) -> Array:
        moved = Network(network.architecture, parameters)
        trace = moved.forward(inputs)
        return moved.backward(trace, targets, loss=experiment.loss, reduction=experiment.reduction).parameters

    direction = RandomState(0).standard_normal(len(network.parameters))
    curvature = 0.0
    with np.errstate(all="ignore"):
        for _ in range(ITERATIONS):
            direction /= np.linalg.norm(direction)
            there, back = network.parameters + STEP * direction, network.parameters - STEP * direction
            direction = (gradient(there) - gradient(back)) / (2 * STEP)
            curvature = float(np.linalg.norm(direction))
            if not 0 < curvature < np.inf:
                break
    return curvature / part
