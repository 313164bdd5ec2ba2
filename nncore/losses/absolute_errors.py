"""The absolute error, and Huber's, which is squared near 0 so that it has no corner there.

Source: P. J. Huber, *Robust Estimation of a Location Parameter*, 1964.
"""

from __future__ import annotations

import numpy as np

from nncore.losses.loss import Array, Loss, LossParts, divided_by_outputs
from nncore.losses.squared_errors import HALF
from nncore.network.activation_functions import ONE

HUBER_DELTA = ONE


def _mean_absolute_error(outputs: Array, targets: Array, axis: int = -1) -> Array:
    error = np.subtract(outputs, targets)
    return np.asarray(np.abs(error, error).mean(axis=axis))


def _mean_absolute_error_gradient(outputs: Array, targets: Array, out: Array | None = None, axis: int = -1) -> Array:
    out = np.subtract(outputs, targets, out)
    return divided_by_outputs(np.sign(out, out), axis)


def _huber(outputs: Array, targets: Array, axis: int = -1) -> Array:
    distance = np.abs(np.subtract(outputs, targets))
    near = np.minimum(distance, HUBER_DELTA)
    return np.asarray((near * (distance - HALF * near)).mean(axis=axis))


def _huber_gradient(outputs: Array, targets: Array, out: Array | None = None, axis: int = -1) -> Array:
    out = np.subtract(outputs, targets, out)
    np.maximum(out, -HUBER_DELTA, out=out)
    return divided_by_outputs(np.minimum(out, HUBER_DELTA, out=out), axis)


MEAN_ABSOLUTE_ERROR = Loss(
    "mean_absolute_error",
    "1/K Σ |y − t|",
    LossParts("abs(e)", "sign(e)", mean=True),
    _mean_absolute_error,
    _mean_absolute_error_gradient,
)
HUBER = Loss(
    "huber",
    "1/K Σ (½ e² up to e = |y − t| = 1, then e − ½)",
    LossParts("min(abs(e), 1) · (abs(e) − min(abs(e), 1) / 2)", "max(−1, min(1, e))", mean=True),
    _huber,
    _huber_gradient,
    curvature=lambda outputs: 1.0 / outputs,
)
