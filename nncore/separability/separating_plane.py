"""Turn the normal of a plane into weights and a bias that are proved to separate the classes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.separability.strict_sides import all_strictly_right, exact_value

Array = NDArray[np.float64]

AS_NEAR = 1e-6
"""Rows that are farther away than the nearest by less than this share of it are called nearest as well."""


@dataclass(frozen=True)
class SeparatingPlane:
    """Weights of length 1 and a bias that put every row strictly on its side, and how far away the nearest rows are."""

    weights: Array
    bias: float
    margin: float
    nearest: tuple[int, ...]


def separating_plane(inputs: Array, signs: Array, normal: Array, bias: bool) -> SeparatingPlane | None:
    """Return the plane with this normal, half-way between the classes; None if it does not separate them, proved exactly.

    Parameters
    ----------
    inputs : ndarray, shape (rows, inputs)
    signs : ndarray, shape (rows,)
        1 or −1; with a bias both occur.
    normal : ndarray, shape (inputs,)
        Of any length.
    bias : bool
        Without it the plane goes through the origin.

    Examples
    --------
    >>> plane = separating_plane(np.array([[1.0], [4.0]]), np.array([-1.0, 1.0]), np.array([5.0]), True)
    >>> plane.weights.tolist(), plane.bias, plane.margin, plane.nearest
    ([1.0], -2.5, 1.5, (0, 1))
    """
    largest = np.abs(normal).max()
    if not 0 < largest < np.inf:
        return None
    weights = normal / largest  # squares of what is left are neither too large nor too small
    weights = weights / np.sqrt((weights**2).sum())
    with np.errstate(over="ignore", invalid="ignore"):
        values = inputs @ weights
        offset = -(values[signs < 0].max() / 2 + values[signs > 0].min() / 2) if bias else 0.0
        distances = signs * (values + offset)
    if not np.isfinite(offset) or not all_strictly_right(inputs, signs, weights, float(offset)):
        return None
    nearest = np.flatnonzero(distances <= distances.min() + AS_NEAR * abs(distances.min()))
    # Of a thin margin little is left after the products have cancelled in floats.
    margin = abs(exact_value(inputs[distances.argmin()].tolist(), weights.tolist(), float(offset)))
    return SeparatingPlane(weights, float(offset), float(margin), tuple(nearest.tolist()))
