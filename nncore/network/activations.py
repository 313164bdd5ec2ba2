"""Bend the straight line a neuron computes: which activation functions there are, by name.

Each activation is a pair: its value at a pre-activation, and its derivative there. The derivative is told from the
pre-activation and the value together, because for many of them the value alone gives it away: a sigmoid that answers a
has the derivative a · (1 − a). The formulas stand in `activation_functions`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.errors import require_known
from nncore.network import activation_functions as functions
from nncore.number_text import sentence_number

Array = NDArray[np.float64]

MANY = 1_000
"""From how many numbers on the form for many is the faster one."""


@dataclass(frozen=True)
class Activation:
    """One activation function.

    Attributes
    ----------
    name : str
        How it is called everywhere: in settings, links and files.
    formula : str
        The value, z being the pre-activation, as `nncore.formulas` reads it; softmax's is there to be read by people.
    derivative_formula : str or None
        The derivative in the same way, a being the activation; None for softmax.
    value : callable
        ``value(pre_activations, out=None)``, of the same shape.
    derivative : callable or None
        ``derivative(pre_activations, activations, out=None)``: of each activation with respect to its own
        pre-activation. None for softmax, whose activations depend on all pre-activations of their layer.
    lowest, highest : float
        The open range of its values: targets outside can never be reached.
    value_of_many : callable or None
        The same function, equal to 1e-15, in a form that is faster for a thousand numbers and more; None if there is
        none.
    numpy_value : str or None
        The value as NumPy code of z, where the operations of the formula round otherwise than `value` does.
    """

    name: str
    formula: str
    derivative_formula: str | None
    value: Callable[..., Array]
    derivative: Callable[..., Array] | None
    lowest: float = -np.inf
    highest: float = np.inf
    value_of_many: Callable[..., Array] | None = None
    numpy_value: str | None = None

    @property
    def answers(self) -> str:
        """What it answers, for a sentence about targets that it never does.

        Examples
        --------
        >>> find_activation("tanh").answers, find_activation("relu").answers
        ('between −1 and 1', 'nothing below 0')
        """
        lowest, highest = sentence_number(self.lowest), sentence_number(self.highest)
        return f"nothing below {lowest}" if np.isinf(self.highest) else f"between {lowest} and {highest}"

    def never_answers(self, targets: Array) -> NDArray[np.bool_]:
        """Return which targets stand outside the range of its values.

        Examples
        --------
        >>> find_activation("sigmoid").never_answers(np.array([0.5, 5.0]))
        array([False,  True])
        """
        return (targets < self.lowest) | (targets > self.highest)

    def value_for(self, count: int) -> Callable[..., Array]:
        """Return the form of `value` that is the faster one for so many numbers.

        Examples
        --------
        >>> find_activation("tanh").value_for(8) is find_activation("tanh").value
        True
        """
        return self.value if self.value_of_many is None or count < MANY else self.value_of_many


ACTIVATIONS: dict[str, Activation] = {
    activation.name: activation
    for activation in (
        Activation(
            "sigmoid", "1 / (1 + exp(−z))", "a · (1 − a)", functions.sigmoid, functions.sigmoid_derivative, 0.0, 1.0
        ),
        Activation(
            "tanh",
            "tanh(z)",
            "1 − a²",
            functions.tanh,
            functions.tanh_derivative,
            -1.0,
            1.0,
            functions.tanh_of_many,
            f"np.tanh(z) if z.size < {MANY} else 1 - 2 / (np.exp(2 * z) + 1)",
        ),
        Activation("relu", "max(0, z)", "z > 0", functions.relu, functions.relu_derivative, 0.0),
        Activation(
            "leaky_relu",
            "max(0.01 · z, z)",
            "(z > 0) + 0.01 · (z < 0)",
            functions.leaky_relu,
            functions.leaky_relu_derivative,
        ),
        Activation(
            "elu",
            "max(exp(min(z, 0)) − 1, z)",
            "exp(min(z, 0))",
            functions.elu,
            functions.elu_derivative,
            -1.0,
            numpy_value="np.maximum(z, np.expm1(np.minimum(z, 0)))",
        ),
        # log(1 + eᶻ), in a form in which nothing overflows.
        Activation(
            "softplus",
            "max(0, z) + log(1 + exp(−abs(z)))",
            "1 / (1 + exp(−z))",
            functions.softplus,
            functions.softplus_derivative,
            0.0,
            numpy_value="np.logaddexp(0, z)",
        ),
        Activation("linear", "z", "1", functions.linear, functions.linear_derivative),
        Activation("sin", "sin(z)", "cos(z)", functions.sin, functions.sin_derivative, -1.0, 1.0),
        Activation("softmax", "eᶻ / Σ eᶻ", None, functions.softmax, None, 0.0, 1.0),
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


def has_ends(activation: str) -> bool:
    """Whether an activation comes to rest at both ends.

    Examples
    --------
    >>> [name for name in ("sigmoid", "tanh", "relu", "sin", "linear", "softmax") if has_ends(name)]
    ['sigmoid', 'tanh', 'softmax']
    """
    found = find_activation(activation)
    return bool(np.isfinite([found.lowest, found.highest]).all()) and activation != "sin"


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
        gradient · derivative. For softmax aₖ · (gₖ − Σⱼ gⱼ aⱼ), which is the product with its full matrix of derivatives.
        Source: I. Goodfellow, Y. Bengio, A. Courville, *Deep Learning*, 2016, sections 6.2.2.3 and 6.5.

    Examples
    --------
    >>> backpropagate(find_activation("sigmoid"), np.array([2.0]), np.array([0.0]), np.array([0.5])).item()
    0.5
    """
    if activation.derivative is None:
        shared = (gradient * activations).sum(axis=axis, keepdims=True)
        out = np.subtract(gradient, shared, out)
        return np.multiply(out, activations, out)
    through: Array = np.multiply(gradient, activation.derivative(pre_activations, activations), out)
    return through
