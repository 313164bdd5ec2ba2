"""Hold the answer to "can one neuron learn it?" with its proof: a plane between the classes, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Separability:
    """What `nncore.linear_separability` found: one side of Gordan's theorem of the alternative, and its proof.

    With sᵢ = 1 for a row of class 1 and −1 for one of class 0, either there are weights w and a bias b for which
    sᵢ · (w · xᵢ + b) is positive for every row, or there are multipliers λᵢ ≥ 0, not all 0, for which Σ λᵢ sᵢ (xᵢ, 1) is
    zero. Never both: the weights, multiplied into that sum, would make it positive. Without a bias, b and the 1 are left
    out.

    Attributes
    ----------
    separable : bool
        Whether the weights exist.
    weights : ndarray, shape (inputs,), or None
        Of length 1, unless all are 0 because there is but one class. Every row lies strictly on its side of the plane
        w · x + b = 0: class 1 where it is positive. None if the classes are not separable.
    bias : float or None
        0 without a bias. None if the classes are not separable.
    margin : float or None
        The distance of the nearest row from this plane, in the unit of the inputs: infinite if there is but one class and
        a bias. Of all planes this one is the farthest from its nearest row, within a millionth, unless the columns'
        ranges differ so much that floats cannot weigh them against each other.
    multipliers : ndarray, shape (rows,), or None
        λ. The smallest whole numbers, if none is above a million; otherwise they sum to 1. None if the classes are
        separable.
    exact_multipliers : tuple of Fraction, one a row, or None
        The same without rounding: with them the sum above is zero exactly, in the decimals that the cells are written
        in, or else in the binary fractions that they are held as. None if the classes are separable, and where the sum is
        zero only within rounding; see `nncore.linear_separability`.
    rows : tuple of int
        Counted from 0. Those whose multiplier is not 0: they alone cannot be separated. For separable classes those
        that are nearest to the plane.
    at_threshold : tuple of int
        Counted from 0. Rows that lie exactly at the threshold: without a bias those that are all zeros, whatever the
        weights; and where the classes touch without overlapping those that every plane goes through which has no row on
        its wrong side. The latter are looked for in tables of up to 300 cells, a bias counting as a column.
    """

    separable: bool
    weights: Array | None = None
    bias: float | None = None
    margin: float | None = None
    multipliers: Array | None = None
    exact_multipliers: tuple[Fraction, ...] | None = None
    rows: tuple[int, ...] = ()
    at_threshold: tuple[int, ...] = ()
