"""Bring the columns of a table to a common range, and back: x ↦ (x − offset) / scale, column by column.

A scaler is fitted to one table and then applied to any other with the same columns. Fitting it to the training rows
and applying it to the test rows asks the network the question it was trained for; fitting it to each table on its own
does not, and is called inconsistent preprocessing.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from nncore.data.scaler import Scaler
from nncore.data.tables import Table
from nncore.errors import require_known


class IdentityScaler(Scaler):
    """Leave every column as it is: offset 0, scale 1.

    Examples
    --------
    >>> IdentityScaler().fit([[2, 5], [4, 5]]).transform([[3, 7]])
    array([[3., 7.]])
    """

    measured_as = "offset 0, scale 1"

    @staticmethod
    def _measured(table: Table) -> tuple[Table, Table]:
        return np.zeros(table.shape[1]), np.ones(table.shape[1])


class MinMaxScaler(Scaler):
    """Bring every column to 0..1: offset min, scale max − min. A constant column becomes 0.

    Notes
    -----
    Rows the scaler was not fitted to may land outside 0..1: to the network that is extrapolation.
    Source: J. Han, M. Kamber, J. Pei, *Data Mining: Concepts and Techniques*, 3rd ed., 2012, section 3.5.2.

    Examples
    --------
    The first column spans 2..4, so 3 lands in the middle; the second is constant and divides by 1: 7 − 5 = 2.

    >>> MinMaxScaler().fit([[2, 5], [4, 5]]).transform([[3, 7]])
    array([[0.5, 2. ]])
    """

    measured_as = "offset is the smallest number of the column, scale its largest minus its smallest"

    @staticmethod
    def _measured(table: Table) -> tuple[Table, Table]:
        lowest = table.min(axis=0)
        return lowest, table.max(axis=0) - lowest


class StandardScaler(Scaler):
    """Bring every column to mean 0 and standard deviation 1: offset mean, scale √(Σ (x − mean)² / rows).

    The deviation is the population's: it divides by the number of rows, not by one less.
    A constant column becomes 0.

    Notes
    -----
    Source: Y. LeCun, L. Bottou, G. B. Orr, K.-R. Müller, "Efficient BackProp", 1998, section 4.3.

    Examples
    --------
    The first column has mean 3 and deviation 1; the second is constant and divides by 1: 7 − 5 = 2.

    >>> StandardScaler().fit([[2, 5], [4, 5]]).transform([[3, 7]])
    array([[0., 2.]])
    """

    measured_as = "offset is the mean of the column, scale its standard deviation"

    @staticmethod
    def _measured(table: Table) -> tuple[Table, Table]:
        # Squares leave the range of floats long before the numbers do. A power of two takes each column near 1 and
        # back without rounding.
        exponent = np.frexp(np.abs(table).max(axis=0))[1]
        near_one = np.ldexp(table, -exponent)
        mean, deviation = np.ldexp(near_one.mean(axis=0), exponent), np.ldexp(near_one.std(axis=0), exponent)
        # The rounded mean of equal numbers may differ from them, and would pretend that they vary.
        constant = table.min(axis=0) == table.max(axis=0)
        return np.where(constant, table[0], mean), np.where(constant, 0.0, deviation)


class MaxAbsScaler(Scaler):
    """Bring every column to −1..1 without moving its 0: offset 0, scale max |x|. An all-zero column stays 0.

    Notes
    -----
    Source: the scikit-learn user guide, "Scaling features to a range".

    Examples
    --------
    The largest size in the first column is 4; the second holds only 0 and divides by 1.

    >>> MaxAbsScaler().fit([[2, 0], [-4, 0]]).transform([[3, 7]])
    array([[0.75, 7.  ]])
    """

    measured_as = "offset is 0, scale the size of the largest number of the column"

    @staticmethod
    def _measured(table: Table) -> tuple[Table, Table]:
        return np.zeros(table.shape[1]), np.abs(table).max(axis=0)


SCALERS: dict[str, type[Scaler]] = {
    "none": IdentityScaler,
    "min_max": MinMaxScaler,
    "standard": StandardScaler,
    "max_abs": MaxAbsScaler,
}


def fit_scaler(name: str, table: ArrayLike) -> Scaler:
    """Return the scaler called `name`, fitted to `table`.

    Parameters
    ----------
    name : {"none", "min_max", "standard", "max_abs"}
        A key of `SCALERS`.
    table : array_like, shape (rows, columns)
        Finite numbers, at least one row.

    Raises
    ------
    UnknownNameError
        If no scaler is called `name`.
    TableError
        If `table` is not such a table, or if a column spans more than the largest float.

    Examples
    --------
    >>> fit_scaler("min_max", [[0.0], [10.0]])
    MinMaxScaler(offset=[0.0], scale=[10.0])
    """
    return SCALERS[require_known("scaler", name, SCALERS)]().fit(table)
