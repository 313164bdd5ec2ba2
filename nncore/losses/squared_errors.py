"""The squared errors: half of it, whose derivative is the error itself, and its mean over the outputs.

Source: C. M. Bishop, *Pattern Recognition and Machine Learning*, 2006, eq. 5.11.
"""

from __future__ import annotations

import numpy as np

from nncore.losses.loss import Array, Loss, LossParts, divided_by_outputs

HALF = np.array(0.5)


def _half_squared_error(outputs: Array, targets: Array, axis: int = -1) -> Array:
    error = np.subtract(outputs, targets)
    return np.asarray(np.multiply(np.multiply(error, error, error), HALF, error).sum(axis=axis))


def _half_squared_error_gradient(outputs: Array, targets: Array, out: Array | None = None, axis: int = -1) -> Array:
    return np.subtract(outputs, targets, out)


def _mean_squared_error(outputs: Array, targets: Array, axis: int = -1) -> Array:
    error = np.subtract(outputs, targets)
    return np.asarray(np.multiply(error, error, error).mean(axis=axis))


def _mean_squared_error_gradient(outputs: Array, targets: Array, out: Array | None = None, axis: int = -1) -> Array:
    out = np.subtract(outputs, targets, out)
    return divided_by_outputs(np.add(out, out, out), axis)


HALF_SQUARED_ERROR = Loss(
    "half_squared_error",
    "½ Σ (y − t)²",
    LossParts("e² / 2", "e", mean=False),
    _half_squared_error,
    _half_squared_error_gradient,
    curvature=lambda outputs: 1.0,
)
MEAN_SQUARED_ERROR = Loss(
    "mean_squared_error",
    "1/K Σ (y − t)²",
    LossParts("e²", "2 · e", mean=True),
    _mean_squared_error,
    _mean_squared_error_gradient,
    curvature=lambda outputs: 2.0 / outputs,
)
