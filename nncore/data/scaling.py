"""Bring the columns of a table to a common range, and back: x ↦ (x − offset) / scale, column by column.

A scaler is fitted to one table and then applied to any other with the same columns. Fitting it to the training rows
and applying it to the test rows asks the network the question it was trained for; fitting it to each table on its own
does not, and is called inconsistent preprocessing.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, Self

import numpy as np
from numpy.typing import ArrayLike

from nncore.data.tables import Table, as_table
from nncore.errors import SettingError, TableError, require_known


class Scaler(ABC):
    """What all scalers have in common: `fit` measures each column, `transform` and `inverse_transform` apply it.

    `fit` returns a new scaler and leaves the one it is called on as it was, so a scaler never changes.
    Two scalers are equal if they are of the same kind and have the same offsets and scales.
    """

    formula: ClassVar[str] = "(x − offset) / scale"
    measured_as: ClassVar[str]  # what its offset and its scale are
    _offset: Table | None = None
    _scale: Table | None = None

    @staticmethod
    @abstractmethod
    def _measured(table: Table) -> tuple[Table, Table]:
        """Return offset and scale of each column; a scale of 0 stands for a constant column."""

    @property
    def offset(self) -> Table:
        """What is subtracted from each column, shape (columns,), in the unit of the column."""
        return self._fitted()[0]

    @property
    def scale(self) -> Table:
        """What each column is divided by, shape (columns,), in the unit of the column; never 0."""
        return self._fitted()[1]

    def fit(self, table: ArrayLike) -> Self:
        """Return a new scaler of this kind with the offset and scale of each column of `table`.

        Parameters
        ----------
        table : array_like, shape (rows, columns)
            Finite numbers, at least one row.

        Raises
        ------
        TableError
            If `table` is not such a table, or if a column spans more than the largest float, about 1.8e308.
        """
        with np.errstate(over="ignore"):  # an infinite range is refused below, in a sentence
            offset, scale = self._measured(as_table("table", table))
        beyond = np.flatnonzero(~np.isfinite(scale))
        if beyond.size:
            raise TableError(
                f"Column {beyond[0] + 1} of the table must span less than 1.8e308, the largest number there is here. "
                "Write it in a larger unit."
            )
        scale = np.where(scale == 0, 1.0, scale)
        offset.flags.writeable = scale.flags.writeable = False
        fitted = type(self)()
        fitted._offset, fitted._scale = offset, scale
        return fitted

    def transform(self, table: ArrayLike, *, name: str = "table") -> Table:
        """Return (table − offset) / scale as a new array.

        Parameters
        ----------
        table : array_like, shape (rows, columns)
            As many columns as the table this scaler was fitted to.
        name : str
            What the caller calls the table; the sentence of an error begins with it.

        Raises
        ------
        SettingError
            If the scaler has not been fitted.
        TableError
            If `table` is not a table of finite numbers, has other columns, or if a result is too large for a float.
        """
        offset, scale = self._fitted()
        numbers = self._same_columns(name, table)
        with np.errstate(over="ignore"):
            scaled = (numbers - offset) / scale
            if not np.isfinite(scaled).all():
                # Two numbers near the largest float may lie further apart than it; their halves do not.
                scaled = np.where(np.isfinite(scaled), scaled, (numbers / 2 - offset / 2) / scale * 2)
            return _require_finite(name, scaled)

    def inverse_transform(self, table: ArrayLike, *, name: str = "table") -> Table:
        """Return table · scale + offset, which undoes `transform` up to rounding, as a new array.

        Parameters
        ----------
        table : array_like, shape (rows, columns)
            Scaled numbers, as `transform` returns them.
        name : str
            As for `transform`.

        Raises
        ------
        SettingError
            If the scaler has not been fitted.
        TableError
            If `table` is not a table of finite numbers, has other columns, or if a result is too large for a float.
        """
        offset, scale = self._fitted()
        numbers = self._same_columns(name, table)
        with np.errstate(over="ignore"):
            unscaled = numbers * scale + offset
            if not np.isfinite(unscaled).all():
                unscaled = np.where(np.isfinite(unscaled), unscaled, (numbers * (scale / 2) + offset / 2) * 2)
            return _require_finite(name, unscaled)

    def _fitted(self) -> tuple[Table, Table]:
        if self._offset is None or self._scale is None:
            name = type(self).__name__
            raise SettingError(
                f"{name} must be fitted before it is used. fit returns a new scaler: "
                f"write scaler = {name}().fit(training_rows)."
            )
        return self._offset, self._scale

    def _same_columns(self, name: str, table: ArrayLike) -> Table:
        numbers, columns = as_table(name, table), len(self.scale)
        if numbers.shape[1] != columns:
            raise TableError(
                f"{name} must have {columns} columns, as the table the scaler was fitted to. "
                f"Got {numbers.shape[1]} instead."
            )
        return numbers

    def _content(self) -> tuple[object, ...]:
        if self._offset is None or self._scale is None:
            return (type(self),)
        return (type(self), tuple(self._offset.tolist()), tuple(self._scale.tolist()))

    def __eq__(self, other: object) -> bool:
        return self._content() == other._content() if isinstance(other, Scaler) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._content())

    def __repr__(self) -> str:
        if self._offset is None or self._scale is None:
            return f"{type(self).__name__}()"
        return f"{type(self).__name__}(offset={self._offset.tolist()}, scale={self._scale.tolist()})"


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


def _require_finite(name: str, scaled: Table) -> Table:
    beyond = np.argwhere(~np.isfinite(scaled))
    if beyond.size:
        row, column = beyond[0] + 1
        raise TableError(
            f"{name}, row {row}, column {column}: the result is too large for a number here. "
            "Write a number nearer to those the scaler was fitted to."
        )
    return scaled
