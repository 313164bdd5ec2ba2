"""Bring what a network answers back to the units in which the table states its targets."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nncore.experiment.experiment import Experiment

Array = NDArray[np.float64]


def in_target_units(experiment: Experiment, outputs: Array) -> Array:
    """Return outputs in the table's own units, undoing how the training targets were scaled.

    That holds for test rows too, however their inputs are scaled: what the network says does not depend on what it
    should have said.

    Parameters
    ----------
    experiment : Experiment
    outputs : ndarray, shape (..., rows, outputs)
        As the network answers.

    Returns
    -------
    ndarray, of the same shape
        Infinite where a result is too large for a float.

    Examples
    --------
    >>> from nncore import articles
    >>> in_target_units(articles.hidden_layer(), np.array([[0.25]])).tolist()
    [[0.25]]
    """
    scaler = experiment.target_scaler
    with np.errstate(over="ignore", invalid="ignore"):
        return outputs * scaler.scale + scaler.offset
