"""The two cross-entropies, computed from the pre-activations of the output layer.

A probability that has been rounded to 0 has lost what its logarithm needs, the pre-activation has not.
Source: C. M. Bishop, *Pattern Recognition and Machine Learning*, 2006, eq. 5.22 and 5.24.
"""

from __future__ import annotations

import numpy as np

from nncore.losses.loss import Array, Loss, LossParts, divided_by_outputs
from nncore.network.activation_functions import ONE


def _binary_cross_entropy(pre_activations: Array, targets: Array, axis: int = -1) -> Array:
    # log(1 + eᶻ) − t z = log(1 + e^−|z|) + max((1 − t) z, −t z): no term overflows, and none is negative, so that nothing
    # cancels however small the loss has become.
    values = np.abs(pre_activations)
    np.exp(np.negative(values, values), values)
    np.log1p(values, values)
    linear = np.multiply(ONE - targets, pre_activations)
    np.add(values, np.maximum(linear, -targets * pre_activations, out=linear), values)
    return np.asarray(values.mean(axis=axis))


def _binary_cross_entropy_gradient(outputs: Array, targets: Array, out: Array | None = None, axis: int = -1) -> Array:
    return divided_by_outputs(np.subtract(outputs, targets, out), axis)


def _categorical_cross_entropy(pre_activations: Array, targets: Array, axis: int = -1) -> Array:
    # −Σ tₖ log softmax(z)ₖ = Σ tₖ (log Σⱼ e^(zⱼ − z_max) − (zₖ − z_max)): no term can overflow, and none is rounded to 0.
    # The largest term of the sum is 1; the others are summed without it, because beside it they would lose their digits.
    shifted = pre_activations - pre_activations.max(axis=axis, keepdims=True)
    others = np.delete(np.sort(np.exp(shifted), axis=axis), -1, axis=axis)
    log_sum = np.log1p(others.sum(axis=axis, keepdims=True))
    return np.asarray((targets * (log_sum - shifted)).sum(axis=axis))


def _categorical_cross_entropy_gradient(
    outputs: Array, targets: Array, out: Array | None = None, axis: int = -1
) -> Array:
    # Σ tₖ is 1 for a class; it is kept so that the derivative is right for targets that do not sum to 1, too.
    out = np.multiply(outputs, targets.sum(axis=axis, keepdims=True), out)
    return np.subtract(out, targets, out)


BINARY_CROSS_ENTROPY = Loss(
    "binary_cross_entropy",
    "−1/K Σ (t log y + (1 − t) log(1 − y))",
    LossParts(
        "log(1 + exp(−abs(z))) + max((1 − t) · z, −t · z)",
        "e",
        mean=True,
        derivation="∂L/∂y = (y − t) / (y (1 − y)) and, for a sigmoid, ∂y/∂z = y (1 − y): in their product y (1 − y) cancels, "
        "and y − t is left.",
        numpy_part="np.log1p(np.exp(-np.abs(z))) + np.maximum((1 - t) * z, -t * z)",
    ),
    _binary_cross_entropy,
    _binary_cross_entropy_gradient,
    "sigmoid",
)
CATEGORICAL_CROSS_ENTROPY = Loss(
    "categorical_cross_entropy",
    "−Σ t log y",
    LossParts(
        "t · (log(sum of e) − (z − largest z))",
        "y · sum of t − t",
        mean=False,
        derivation="∂L/∂yⱼ = −tⱼ / yⱼ and, for a softmax, ∂yⱼ/∂zₖ = yⱼ (1 − yₖ) where j = k and −yⱼ yₖ elsewhere: the sum of "
        "their products over the outputs j is yₖ Σ t − tₖ.",
        numpy_part="t * (np.log1p(np.sort(np.exp(z - z.max(axis=0)), axis=0)[:-1].sum(axis=0)) - (z - z.max(axis=0)))",
    ),
    _categorical_cross_entropy,
    _categorical_cross_entropy_gradient,
    "softmax",
    least_outputs=2,
)
