"""Prove, without trusting any rounding, that a plane has every row strictly on its side."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from nncore.separability.exact_rows import READINGS, Reading, as_held, as_typed

Array = NDArray[np.float64]

HALF_UNIT = 2.0**-53
"""By how much, relative to itself, a float is off that stands for a sum, a product or a decimal."""

SMALLEST = 2.0**-1000
"""More than what all products of one row can lose by being too small for a float."""


def all_strictly_right(inputs: Array, signs: Array, weights: Array, bias: float) -> bool:
    """Return whether sᵢ · (w · xᵢ + b) is positive for every row, in either exact reading of the table.

    Parameters
    ----------
    inputs : ndarray, shape (rows, inputs)
    signs : ndarray, shape (rows,)
        1 or −1.
    weights : ndarray, shape (inputs,)
    bias : float
        Weights and bias are taken as the binary fractions that they are.

    Notes
    -----
    A float decides alone where it is larger than all that its rounding and the reading of the cells may come to. The
    other rows, which are few, are computed in fractions.

    Examples
    --------
    Ten times 0.1 is 1, and not above it; only the binary fraction that is nearest to 0.1 is a bit too large.

    >>> all_strictly_right(np.array([[0.1]]), np.ones(1), np.array([10.0]), -1.0)
    False
    """
    with np.errstate(over="ignore", invalid="ignore", under="ignore"):
        products = np.abs(inputs) @ np.abs(weights) + abs(bias)
        values = signs * (inputs @ weights + bias)
        doubt = 2 * (inputs.shape[1] + 4) * HALF_UNIT * products + SMALLEST
    if not np.isfinite(doubt).all() or (values < -doubt).any():
        return False
    doubtful = np.flatnonzero(values <= doubt)
    return all(
        signs[row] * exact_value(inputs[row].tolist(), weights.tolist(), bias, reading) > 0
        for row in doubtful.tolist()
        for reading in READINGS
    )


def exact_value(row: Sequence[float], weights: Sequence[float], bias: float, reading: Reading = as_typed) -> Fraction:
    """Return w · x + b of one row without rounding.

    Examples
    --------
    >>> exact_value([0.1], [3.0], -0.25)
    Fraction(1, 20)
    """
    products = (as_held(weight) * reading(cell) for weight, cell in zip(weights, row, strict=True))
    return sum(products, as_held(bias))
