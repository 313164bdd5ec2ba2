"""Work out the lowest loss that any network can reach on a table in which equal rows may ask for different answers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nncore.losses.losses import find_loss
from nncore.network.activations import find_activation

Array = NDArray[np.float64]

HALVINGS = 60
"""After so many an interval is as short as floats can tell."""


def lowest_loss(groups: NDArray[np.intp], targets: Array, loss: str, activation: str, reduction: str) -> float:
    """Return what the loss of a table cannot fall below, whatever the network.

    A network gives equal rows one answer. The best one lies, for each output by itself, where the derivatives of the
    rows' losses cancel, or at the end of what the activation of the output layer can answer.

    Parameters
    ----------
    groups : ndarray of int, shape (rows,)
        Rows with the same number have the same inputs.
    targets : ndarray, shape (rows, outputs)
        As the network's outputs are held against them.
    loss, activation, reduction : str
        The loss, the activation of the output layer, and how the loss is put together over the rows.

    Examples
    --------
    Rows 1 and 2 are the same and want 0 and 1. The best answer is 0.5, which costs ½ · 0.25 for each of them.

    >>> lowest_loss(np.array([0, 0, 2]), np.array([[0.0], [1.0], [1.0]]), "half_squared_error", "linear", "sum")
    0.25

    The best probability is a half as well: log 2 for each.

    >>> two, wanted = np.array([0, 0]), np.array([[0.0], [1.0]])
    >>> round(lowest_loss(two, wanted, "binary_cross_entropy", "sigmoid", "mean"), 12)
    0.69314718056
    """
    places = np.unique(groups, return_inverse=True)[1]
    if find_loss(loss).output_activation is None:
        values = _of_outputs(places, targets, loss, activation)
    else:
        values = _of_probabilities(places, targets, several=loss == "categorical_cross_entropy")
    with np.errstate(over="ignore"):
        return float(values.sum() if reduction == "sum" else values.mean())


def _of_outputs(places: NDArray[np.intp], targets: Array, loss: str, activation: str) -> Array:
    """Return each row's loss at the best answer to its group."""
    known, reach = find_loss(loss), find_activation(activation)
    low = np.full((places.max() + 1, targets.shape[1]), np.inf)
    high = -low
    np.minimum.at(low, places, targets)
    np.maximum.at(high, places, targets)
    low, high = np.clip(low, reach.lowest, reach.highest), np.clip(high, reach.lowest, reach.highest)
    for _ in range(HALVINGS):
        middle = low / 2 + high / 2
        derivatives = np.zeros_like(middle)
        with np.errstate(over="ignore"):
            np.add.at(derivatives, places, known.gradient(middle[places], targets))
        low, high = np.where(derivatives <= 0, middle, low), np.where(derivatives >= 0, middle, high)
    with np.errstate(over="ignore"):  # a loss beyond the largest float is infinite
        return known.values((low / 2 + high / 2)[places], targets)


def _of_probabilities(places: NDArray[np.intp], targets: Array, *, several: bool) -> Array:
    """Return each row's cross-entropy with the mean of its group, which is the best answer to it."""
    sums = np.zeros((places.max() + 1, targets.shape[1]))
    np.add.at(sums, places, targets)
    if several:
        best = (sums / np.maximum(sums.sum(axis=1, keepdims=True), np.finfo(float).tiny))[places]
        return np.asarray(-_times_log(targets, best).sum(axis=1))
    best = (sums / np.bincount(places)[:, None])[places]
    return np.asarray(-(_times_log(targets, best) + _times_log(1 - targets, 1 - best)).mean(axis=1))


def _times_log(factor: Array, number: Array) -> Array:
    """Return factor · log(number), which is 0 where the factor is."""
    return factor * np.log(np.where(factor > 0, number, 1.0))
