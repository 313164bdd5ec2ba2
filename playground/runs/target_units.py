"""Bring what a network answers back to the units in which the table states its targets."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nncore.data.scaling import Scaler, fit_scaler
from nncore.experiment.experiment import Experiment

Array = NDArray[np.float64]


def in_target_units(experiment: Experiment, outputs: Array, *, test: bool) -> Array:
    """Return outputs in the table's own units, undoing how the targets of these rows were scaled.

    Test rows that are scaled by their own range are brought back by their own range: an output that equals the scaled
    target, and so costs no loss, equals the target in the table, too.

    Parameters
    ----------
    experiment : Experiment
    outputs : ndarray, shape (..., rows, outputs)
        As the network answers.
    test : bool
        Whether they answer the test rows.

    Returns
    -------
    ndarray, of the same shape
        Infinite where a result is too large for a float.

    Examples
    --------
    >>> from nncore import articles
    >>> in_target_units(articles.hidden_layer(), np.array([[0.25]]), test=True).tolist()
    [[0.25]]
    """
    scaler = target_scaler(experiment, test=test)
    with np.errstate(over="ignore", invalid="ignore"):
        return outputs * scaler.scale + scaler.offset


def target_scaler(experiment: Experiment, *, test: bool) -> Scaler:
    """Return what scaled the targets of the training or of the test rows."""
    test_targets = experiment.dataset.test_targets
    if test and experiment.test_scaling == "own" and test_targets is not None:
        return fit_scaler(experiment.target_scaling, test_targets)
    return experiment.target_scaler
