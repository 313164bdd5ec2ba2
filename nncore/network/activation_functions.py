"""The activation functions and their derivatives, each written out.

Each accepts an array `out` to write into, as NumPy's own functions do, so that the textbook in `network` and the training
loop in `nncore.engine` run the very same lines. They hand it on by position: as a keyword it makes a small NumPy call
cost half as much again.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

# Arrays rather than Python numbers: NumPy converts a Python number anew at every call, which doubles its cost.
ZERO = np.array(0.0)
ONE = np.array(1.0)
TWO = np.array(2.0)
LEAKY_RELU_SLOPE = np.array(0.01)
for _constant in (ZERO, ONE, TWO, LEAKY_RELU_SLOPE):
    _constant.flags.writeable = False


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


def sigmoid_derivative(pre_activations: Array, activations: Array, out: Array | None = None) -> Array:
    """Return a · (1 − a), at most a quarter.

    Examples
    --------
    >>> sigmoid_derivative(np.array([0.0]), np.array([0.5])).item()
    0.25
    """
    out = np.subtract(ONE, activations, out)
    return np.multiply(out, activations, out)


def tanh(pre_activations: Array, out: Array | None = None) -> Array:
    """Return the hyperbolic tangent, between −1 and 1."""
    value: Array = np.tanh(pre_activations, out)
    return value


def tanh_of_many(pre_activations: Array, out: Array | None = None) -> Array:
    """Return the hyperbolic tangent as 1 − 2 / (1 + e²ᶻ), to 4e-16.

    On processors without AVX-512 NumPy's own takes twice as long: it goes through the numbers one by one. For few numbers
    its single call is the faster one, and near 0 it keeps more digits of a very small z.

    Examples
    --------
    >>> tanh_of_many(np.array([0.0, 1.0])).round(12).tolist()
    [0.0, 0.761594155956]
    """
    out = np.multiply(pre_activations, TWO, out)
    np.exp(out, out)
    np.add(out, ONE, out)
    np.divide(TWO, out, out)
    value: Array = np.subtract(ONE, out, out)
    return value


def tanh_derivative(pre_activations: Array, activations: Array, out: Array | None = None) -> Array:
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


def relu_derivative(pre_activations: Array, activations: Array, out: Array | None = None) -> Array:
    """Return 1 where z is positive, else 0; 0 at the kink."""
    derivative: Array = np.sign(activations, out)
    return derivative


def leaky_relu(pre_activations: Array, out: Array | None = None) -> Array:
    """Return z where it is positive, else 0.01 · z."""
    out = np.multiply(pre_activations, LEAKY_RELU_SLOPE, out)
    return np.maximum(pre_activations, out, out=out)


def leaky_relu_derivative(pre_activations: Array, activations: Array, out: Array | None = None) -> Array:
    """Return 1 where z is positive and 0.01 where it is negative; 0 at the kink."""
    out = np.sign(pre_activations, out)
    return np.maximum(out, -LEAKY_RELU_SLOPE * out, out=out)


def elu(pre_activations: Array, out: Array | None = None) -> Array:
    """Return z where it is positive, else eᶻ − 1."""
    out = np.minimum(pre_activations, ZERO, out=out)
    np.expm1(out, out)
    # eᶻ − 1 is never below z, so the larger of the two is the negative branch, and z itself on the positive one.
    return np.maximum(pre_activations, out, out=out)


def elu_derivative(pre_activations: Array, activations: Array, out: Array | None = None) -> Array:
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


def softplus_derivative(pre_activations: Array, activations: Array, out: Array | None = None) -> Array:
    """Return 1 / (1 + e⁻ᶻ)."""
    return sigmoid(pre_activations, out)


def linear(pre_activations: Array, out: Array | None = None) -> Array:
    """Return z itself."""
    value: Array = np.positive(pre_activations, out)
    return value


def linear_derivative(pre_activations: Array, activations: Array, out: Array | None = None) -> Array:
    """Return 1 everywhere."""
    out = np.empty_like(activations) if out is None else out
    out.fill(1.0)
    return out


def sin(pre_activations: Array, out: Array | None = None) -> Array:
    """Return the sine of z."""
    value: Array = np.sin(pre_activations, out)
    return value


def sin_derivative(pre_activations: Array, activations: Array, out: Array | None = None) -> Array:
    """Return the cosine of z."""
    derivative: Array = np.cos(pre_activations, out)
    return derivative


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
