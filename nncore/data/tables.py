"""Turn what a caller hands over into a table of finite numbers, or say which cell is to blame."""

from __future__ import annotations

import math
from collections.abc import Sequence
from numbers import Real
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.errors import TableError
from nncore.quoting import quoted

Table = NDArray[np.float64]

_MEND = "Write a number such as 1.5, or delete the row."


def as_table(name: str, values: ArrayLike) -> Table:
    """Return `values` as a table of finite numbers, or say why it is none.

    Parameters
    ----------
    name : str
        What the caller calls this table; the sentence of an error begins with it.
    values : array_like, shape (rows, columns)
        Numbers, at least one row and one column. True and False count as 1 and 0.

    Returns
    -------
    ndarray of float64, shape (rows, columns)
        In row order. It is `values` itself where nothing had to be converted, so copy before writing into it.

    Raises
    ------
    TableError
        If `values` is empty, not two-dimensional, or holds anything but finite numbers.

    Examples
    --------
    >>> as_table("inputs", [[0, 1], [2, 3]])
    array([[0., 1.],
           [2., 3.]])
    >>> as_table("inputs", [[0, 1], [2, float("nan")]])
    Traceback (most recent call last):
    nncore.errors.TableError: inputs, row 2, column 2: nan is not a finite number. Write a number such as 1.5, or delete the row.
    """
    return require_finite_numbers(name, require_two_dimensions(name, values))


def require_two_dimensions(name: str, values: ArrayLike) -> NDArray[Any]:
    """Return `values` as an array of rows and columns, at least one of each; its cells may still be anything.

    Raises
    ------
    TableError
        If `values` has no cell, rows of different lengths, or another number of dimensions than two.

    Examples
    --------
    >>> require_two_dimensions("targets", [0, 1, 1])
    Traceback (most recent call last):
    nncore.errors.TableError: targets must have two dimensions, (rows, columns). Got shape (3,) instead: write targets.reshape(-1, 1) for one column, targets.reshape(1, -1) for one row.
    """  # noqa: E501
    _refuse_masked_cells(name, values)
    try:
        array = np.asarray(values)
    except ValueError as error:
        raise TableError(
            f"{name} must have the same number of columns in every row. "
            "Fill or delete the rows that are shorter or longer than the others."
        ) from error
    if array.size == 0:
        raise TableError(f"{name} must have at least one row and one column. Got shape {array.shape} instead.")
    if array.ndim != 2:
        got = f"shape {array.shape}" if array.ndim else quoted(values)
        mend = f": write {name}.reshape(-1, 1) for one column, {name}.reshape(1, -1) for one row" * (array.ndim == 1)
        raise TableError(f"{name} must have two dimensions, (rows, columns). Got {got} instead{mend}.")
    if array.dtype.kind in "biufO":
        return array
    # One text makes NumPy turn the numbers beside it into texts too; the original cells tell which one is to blame.
    # A time becomes a text, because as an object it may pass for a whole number.
    return array.astype(str).astype(object) if array.dtype.kind in "mM" else np.asarray(values, dtype=object)


def _refuse_masked_cells(name: str, values: ArrayLike) -> None:
    masked = np.ma.atleast_2d(values) if np.ma.is_masked(values) else ()
    # NumPy drops the masks of rows in a list; rows that are tables themselves are refused for their shape.
    for row, cells in enumerate(values if isinstance(values, list | tuple) else masked, start=1):
        if np.ma.is_masked(cells) and np.ndim(cells) == 1:
            column = int(np.ma.getmaskarray(cells).argmax()) + 1
            raise TableError(f"{name}, row {row}, column {column}: the cell is masked. {_MEND}")


def require_finite_numbers(name: str, cells: NDArray[Any], column_names: Sequence[str] | None = None) -> Table:
    """Return two-dimensional `cells` as float64 in row order; without `column_names`, columns are counted from 1.

    Raises
    ------
    TableError
        If a cell is not a finite number; the sentence names table, row and column.

    Examples
    --------
    >>> require_finite_numbers("inputs", np.array([[0.5], [None]]), ["height"])
    Traceback (most recent call last):
    nncore.errors.TableError: inputs, row 2, column height: None is not a number. Write a number such as 1.5, or delete the row.
    """

    def place(row: int, column: int) -> str:
        return f"{name}, row {row + 1}, column {column_names[column] if column_names else column + 1}"

    if cells.dtype == object:
        for (row, column), cell in np.ndenumerate(cells):
            if not isinstance(cell, Real | np.bool_):
                raise TableError(f"{place(row, column)}: {quoted(cell)} is not a number. {_MEND}")
        table = np.array([[_as_float(cell) for cell in row] for row in cells])
    else:
        with np.errstate(over="ignore"):  # what is too large for float64 becomes infinite, and is refused below
            table = np.ascontiguousarray(cells, dtype=np.float64)
    finite = np.isfinite(table)
    if not finite.all():
        row, column = (int(index) for index in np.argwhere(~finite)[0])
        raise TableError(f"{place(row, column)}: {quoted(cells[row, column])} is not a finite number. {_MEND}")
    return table


def _as_float(number: Real | np.bool_) -> float:
    try:
        return float(number)
    except OverflowError:
        return math.inf
