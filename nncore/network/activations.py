"""Bend the straight line a neuron computes: the activation functions and their slopes.

Each activation is a pair: its value at a pre-activation, and its slope there. The slope is told from the
pre-activation and the value together, because for many of them the value alone gives it away: a sigmoid that answers a
has the slope a · (1 − a).

Both accept an array `out` to write into, as NumPy's own functions do, so that the textbook in `network` and the training
loop in `stack` run the very same lines. They hand it on by position: as a keyword it makes a small NumPy call cost half
as much again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.errors import require_known

Array = NDArray[np.float64]

# Arrays rather than Python numbers: NumPy converts a Python number anew at every call, which doubles its cost.
ZERO = np.array(0.0)
ONE = np.array(1.0)
LEAKY_RELU_SLOPE = np.array(0.01)
for _constant in (ZERO, ONE, LEAKY_RELU_SLOPE):
    _constant.flags.writeable = False


@dataclass(frozen=True)
class Activation:
    """One activation function.

    Attributes
    ----------
    name : str
        How it is called everywhere: in settings, links and files.
    formula : str
        The value in the field's notation, z being the pre-activation.
    value : callable
        ``value(pre_activations, out=None)``, of the same shape.
    slope : callable or None
        ``slope(pre_activations, activations, out=None)``: the derivative of each activation with respect to its own
        pre-activation. None for softmax, whose activations depend on all pre-activations of their layer.
    lowest, highest : float
        The open range of its values: targets outside can never be reached.
    """

    name: str
    formula: str
    value: Callable[..., Array]
    slope: Callable[..., Array] | None
    lowest: float = -np.inf
    highest: float = np.inf


def sigmoid(pre_activations: Array, out: Array | None = None) -> Array:
    """Return 1 / (1 + e⁻ᶻ), between 0 and 1.

    Far on the left e⁻ᶻ overflows to infinity, and its reciprocal is the 0 that is meant.

    Examples
    --------
    >>> sigmoid(np.array([0.0])).item()
    0.5
    """
    out = np.negative(pre_activations, out)
    np.exp(out, out)
    np.add(out, ONE, out)
    return np.reciprocal(out, out)


def sigmoid_slope(pre_activations: Array, activations: Array, out: Array | None = None) -> Array:
    """Return a · (1 − a), at most a quarter.

    Examples
    --------
    >>> sigmoid_slope(np.array([0.0]), np.array([0.5])).item()
    0.25
    """
    out = np.subtract(ONE, activations, out)
    return np.multiply(out, activations, out)


def tanh(pre_activations: Array, out: Array | None = None) -> Array:
    """Return the hyperbolic tangent, between −1 and 1."""
    value: Array = np.tanh(pre_activations, out)
    return value


def tanh_slope(pre_activations: Array, activations: Array, out: Array | None = None) -> Array:
    """Return 1 − a²."""
    out = np.multiply(activations, activations, out)
    value: Array = np.subtract(ONE, out, out)
    return value


def relu(pre_activations: Array, out: Array | None = None) -> Array:
    """Return z where it is positive, else 0."""
    out = np.zeros_like(pre_activations) if out is None else out
    # Against an array of zeros NumPy compares three times as fast as against a single one.
    out.fill(0.0)
    return np.maximum(pre_activations, out, out=out)


def relu_slope(pre_activations: Array, activations: Array, out: Array | None = None) -> Array:
    """Return 1 where z is positive, else 0; 0 at the kink."""
    slope: Array = np.sign(activations, out)
    return slope


def leaky_relu(pre_activations: Array, out: Array | None = None) -> Array:
    """Return z where it is positive, else 0.01 · z."""
    out = np.multiply(pre_activations, LEAKY_RELU_SLOPE, out)
    return np.maximum(pre_activations, out, out=out)


def leaky_relu_slope(pre_activations: Array, activations: Array, out: Array | None = None) -> Array:
    """Return 1 where z is positive and 0.01 where it is negative; 0 at the kink."""
    out = np.sign(pre_activations, out)
    return np.maximum(out, -LEAKY_RELU_SLOPE * out, out=out)


def elu(pre_activations: Array, out: Array | None = None) -> Array:
    """Return z where it is positive, else eᶻ − 1."""
    out = np.minimum(pre_activations, ZERO, out=out)
    np.expm1(out, out)
    # eᶻ − 1 is never below z, so the larger of the two is the negative branch, and z itself on the positive one.
    return np.maximum(pre_activations, out, out=out)


def elu_slope(pre_activations: Array, activations: Array, out: Array | None = None) -> Array:
    """Return 1 where z is positive, else eᶻ.

    It is not taken from a + 1, which far on the left has lost the digits that eᶻ still has.
    """
    out = np.minimum(pre_activations, ZERO, out=out)
    value: Array = np.exp(out, out)
    return value


def softplus(pre_activations: Array, out: Array | None = None) -> Array:
    """Return log(1 + eᶻ), a relu without its corner."""
    value: Array = np.logaddexp(ZERO, pre_activations, out)
    return value


def softplus_slope(pre_activations: Array, activations: Array, out: Array | None = None) -> Array:
    """Return 1 / (1 + e⁻ᶻ)."""
    return sigmoid(pre_activations, out)


def linear(pre_activations: Array, out: Array | None = None) -> Array:
    """Return z itself."""
    value: Array = np.positive(pre_activations, out)
    return value


def linear_slope(pre_activations: Array, activations: Array, out: Array | None = None) -> Array:
    """Return 1 everywhere."""
    out = np.empty_like(activations) if out is None else out
    out.fill(1.0)
    return out


def sin(pre_activations: Array, out: Array | None = None) -> Array:
    """Return the sine of z."""
    value: Array = np.sin(pre_activations, out)
    return value


def sin_slope(pre_activations: Array, activations: Array, out: Array | None = None) -> Array:
    """Return the cosine of z."""
    slope: Array = np.cos(pre_activations, out)
    return slope


def softmax(pre_activations: Array, out: Array | None = None, axis: int = -1) -> Array:
    """Return eᶻ divided by the sum of eᶻ over the units of the layer, so that they sum to 1.

    The largest z is subtracted first: this changes nothing in the result and keeps e from overflowing.

    Examples
    --------
    >>> softmax(np.array([[0.0, 0.0]])).tolist()
    [[0.5, 0.5]]
    """
    out = np.subtract(pre_activations, pre_activations.max(axis=axis, keepdims=True), out)
    np.exp(out, out)
    value: Array = np.divide(out, out.sum(axis=axis, keepdims=True), out)
    return value


ACTIVATIONS: dict[str, Activation] = {
    activation.name: activation
    for activation in (
        Activation("sigmoid", "1 / (1 + e⁻ᶻ)", sigmoid, sigmoid_slope, 0.0, 1.0),
        Activation("tanh", "tanh z", tanh, tanh_slope, -1.0, 1.0),
        Activation("relu", "max(0, z)", relu, relu_slope, 0.0),
        Activation("leaky_relu", "z, or 0.01 z below 0", leaky_relu, leaky_relu_slope),
        Activation("elu", "z, or eᶻ − 1 below 0", elu, elu_slope, -1.0),
        Activation("softplus", "log(1 + eᶻ)", softplus, softplus_slope, 0.0),
        Activation("linear", "z", linear, linear_slope),
        Activation("sin", "sin z", sin, sin_slope, -1.0, 1.0),
        Activation("softmax", "eᶻ / Σ eᶻ", softmax, None, 0.0, 1.0),
    )
}


def find_activation(name: str) -> Activation:
    """Return the activation called `name`.

    Raises
    ------
    UnknownNameError
        If there is none; the sentence offers the nearest name.

    Examples
    --------
    >>> find_activation("relu").formula
    'max(0, z)'
    """
    return ACTIVATIONS[require_known("activation", name, ACTIVATIONS)]


def backpropagate(
    activation: Activation,
    gradient: Array,
    pre_activations: Array,
    activations: Array,
    out: Array | None = None,
    axis: int = -1,
) -> Array:
    """Turn a gradient with respect to a layer's activations into one with respect to its pre-activations.

    Parameters
    ----------
    activation : Activation
        The layer's function.
    gradient, pre_activations, activations : ndarray, all of one shape
        `gradient` is overwritten when `out` is `gradient`.
    out : ndarray, optional
        Where to write the result.
    axis : int
        The axis along which the layer's units lie; only softmax needs to know.

    Returns
    -------
    ndarray
        gradient · slope. For softmax aₖ · (gₖ − Σⱼ gⱼ aⱼ), which is the product with its full matrix of derivatives.
        Source: I. Goodfellow, Y. Bengio, A. Courville, *Deep Learning*, 2016, sections 6.2.2.3 and 6.5.

    Examples
    --------
    >>> backpropagate(find_activation("sigmoid"), np.array([2.0]), np.array([0.0]), np.array([0.5])).item()
    0.5
    """
    if activation.slope is None:
        shared = (gradient * activations).sum(axis=axis, keepdims=True)
        out = np.subtract(gradient, shared, out)
        return np.multiply(out, activations, out)
    through: Array = np.multiply(gradient, activation.slope(pre_activations, activations), out)
    return through
