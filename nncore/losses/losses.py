"""Say how wrong an answer is, in one number, and which way is better.

A loss is a value for each sample, put together over the samples by a reduction, "sum" or "mean". Its gradient is the
derivative of exactly that number. The two cross-entropies are computed from the pre-activations of the output layer: a
probability that has been rounded to 0 has lost what its logarithm needs, the pre-activation has not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.errors import SettingError, require_known
from nncore.network.activation_functions import ONE

Array = NDArray[np.float64]

REDUCTIONS = ("sum", "mean")
HUBER_DELTA = ONE
HALF = np.array(0.5)


@dataclass(frozen=True)
class Loss:
    """One loss function.

    Attributes
    ----------
    name : str
        How it is called everywhere.
    formula : str
        The loss of one sample; y are the outputs, t the targets, z the output layer's pre-activations, K the outputs.
    values : callable
        ``values(scores, targets, axis=-1)``: the loss of each sample. `scores` are the outputs, or the pre-activations
        of the output layer if `output_activation` is set. `axis` is the one along which the outputs lie.
    gradient : callable
        ``gradient(outputs, targets, out=None, axis=-1)``: the derivative of each sample's loss, with respect to the
        outputs, or to the pre-activations if `output_activation` is set.
    output_activation : str or None
        The only activation of the output layer this loss goes with; None if it goes with all.
    """

    name: str
    formula: str
    values: Callable[..., Array]
    gradient: Callable[..., Array]
    output_activation: str | None = None


def _divided_by_outputs(out: Array, axis: int) -> Array:
    outputs = out.shape[axis]
    return out if outputs == 1 else np.divide(out, outputs, out)


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
    return _divided_by_outputs(np.add(out, out, out), axis)


def _mean_absolute_error(outputs: Array, targets: Array, axis: int = -1) -> Array:
    error = np.subtract(outputs, targets)
    return np.asarray(np.abs(error, error).mean(axis=axis))


def _mean_absolute_error_gradient(outputs: Array, targets: Array, out: Array | None = None, axis: int = -1) -> Array:
    out = np.subtract(outputs, targets, out)
    return _divided_by_outputs(np.sign(out, out), axis)


def _huber(outputs: Array, targets: Array, axis: int = -1) -> Array:
    distance = np.abs(np.subtract(outputs, targets))
    near = np.minimum(distance, HUBER_DELTA)
    return np.asarray((near * (distance - HALF * near)).mean(axis=axis))


def _huber_gradient(outputs: Array, targets: Array, out: Array | None = None, axis: int = -1) -> Array:
    out = np.subtract(outputs, targets, out)
    np.maximum(out, -HUBER_DELTA, out=out)
    return _divided_by_outputs(np.minimum(out, HUBER_DELTA, out=out), axis)


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
    return _divided_by_outputs(np.subtract(outputs, targets, out), axis)


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


LOSSES: dict[str, Loss] = {
    loss.name: loss
    for loss in (
        Loss("half_squared_error", "½ Σ (y − t)²", _half_squared_error, _half_squared_error_gradient),
        Loss("mean_squared_error", "1/K Σ (y − t)²", _mean_squared_error, _mean_squared_error_gradient),
        Loss("mean_absolute_error", "1/K Σ |y − t|", _mean_absolute_error, _mean_absolute_error_gradient),
        Loss("huber", "1/K Σ (½ e² up to e = |y − t| = 1, then e − ½)", _huber, _huber_gradient),
        Loss(
            "binary_cross_entropy",
            "−1/K Σ (t log y + (1 − t) log(1 − y))",
            _binary_cross_entropy,
            _binary_cross_entropy_gradient,
            "sigmoid",
        ),
        Loss(
            "categorical_cross_entropy",
            "−Σ t log y",
            _categorical_cross_entropy,
            _categorical_cross_entropy_gradient,
            "softmax",
        ),
    )
}


def find_loss(name: str) -> Loss:
    """Return the loss called `name`.

    Raises
    ------
    UnknownNameError
        If there is none; the sentence offers the nearest name.

    Examples
    --------
    >>> find_loss("half_squared_error").formula
    '½ Σ (y − t)²'
    """
    return LOSSES[require_known("loss", name, LOSSES)]


def loss_value(
    loss: str, outputs: Array, targets: Array, *, pre_activations: Array | None = None, reduction: str = "sum"
) -> float:
    """Return the loss of a table, summed or averaged over its samples.

    Parameters
    ----------
    loss : str
        A name from `LOSSES`.
    outputs, targets : ndarray, shape (samples, outputs)
        What the network answered, and what it should have answered.
    pre_activations : ndarray, shape (samples, outputs), optional
        Those of the output layer; the cross-entropies are computed from them.
    reduction : {"sum", "mean"}
        How the samples are put together.

    Returns
    -------
    float
        In the square of the targets' unit for the squared errors, in that unit for the absolute error, in nats for the
        cross-entropies. 0 is a perfect fit.

    Raises
    ------
    UnknownNameError
        If the loss or the reduction is not known.
    SettingError
        If a cross-entropy is asked for without pre-activations.

    Notes
    -----
    Source: C. M. Bishop, *Pattern Recognition and Machine Learning*, 2006, eq. 5.11 (squared error), 5.22 and 5.24
    (cross-entropies); P. J. Huber, *Robust Estimation of a Location Parameter*, 1964.

    Examples
    --------
    Row 1 misses by −0.5 and 0, which costs ½ · 0.25 = 0.125; row 2 misses by 0 and 2, which costs ½ · 4 = 2.

    >>> outputs, targets = np.array([[0.5, 0.0], [1.0, 3.0]]), np.array([[1.0, 0.0], [1.0, 1.0]])
    >>> loss_value("half_squared_error", outputs, targets)
    2.125
    >>> loss_value("half_squared_error", outputs, targets, reduction="mean")
    1.0625
    """
    known = find_loss(loss)
    scores = outputs
    if known.output_activation is not None:
        if pre_activations is None:
            raise SettingError(f"{loss} is computed from pre-activations. Pass those of the output layer.")
        scores = pre_activations
    values = known.values(scores, targets)
    require_known("reduction", reduction, REDUCTIONS)
    return float(values.sum() if reduction == "sum" else values.mean())


def check_pair(loss: str, output_activation: str, outputs: int) -> None:
    """Refuse a loss that is undefined for what the output layer answers.

    Raises
    ------
    SettingError
        If the pair is not allowed: `binary_cross_entropy` goes with sigmoid, `categorical_cross_entropy` with softmax
        over two outputs or more. All other losses go with every output.

    Examples
    --------
    >>> check_pair("binary_cross_entropy", "tanh", 1)
    Traceback (most recent call last):
    nncore.errors.SettingError: binary_cross_entropy needs an output layer with sigmoid. Got tanh instead.
    """
    required = find_loss(loss).output_activation
    if required is not None and output_activation != required:
        raise SettingError(f"{loss} needs an output layer with {required}. Got {output_activation} instead.")
    if loss == "categorical_cross_entropy" and outputs < 2:
        raise SettingError(
            f"{loss} needs two outputs or more, one for each class. Got {outputs} instead: "
            "use binary_cross_entropy with sigmoid for a single output."
        )


def check_targets(loss: str, targets: Array) -> None:
    """Refuse targets for which a loss is undefined.

    Raises
    ------
    SettingError
        If a cross-entropy is given a target outside 0..1.

    Examples
    --------
    >>> check_targets("binary_cross_entropy", np.array([[2.0]]))
    Traceback (most recent call last):
    nncore.errors.SettingError: binary_cross_entropy needs targets from 0 to 1. Got 2 instead.
    """
    if find_loss(loss).output_activation is None:
        return
    outside = targets[(targets < 0) | (targets > 1)]
    if outside.size:
        raise SettingError(f"{loss} needs targets from 0 to 1. Got {outside[0]:g} instead.")
