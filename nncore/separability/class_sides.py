"""Say on which side of a plane each row belongs: two classes in one column, or each of several against the rest."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.data.tables import as_table
from nncore.errors import TableError
from nncore.metrics.classes import find_classes

Array = NDArray[np.float64]


def two_sides(targets: ArrayLike) -> Array:
    """Return 1 for each row of class 1 and −1 for each row of class 0.

    Parameters
    ----------
    targets : array_like, shape (rows, 1) or (rows,)
        0 and 1, or −1 and 1, or any two values: the higher is class 1.

    Raises
    ------
    TableError
        If there are several columns, or more than two values, or only one that is no class by itself.

    Examples
    --------
    >>> two_sides([[3.0], [7.0], [3.0]]).tolist()
    [-1.0, 1.0, -1.0]
    >>> two_sides([0.5, 0.7, 0.9])
    Traceback (most recent call last):
    nncore.errors.TableError: Only classes can be separated: targets must hold two values, such as 0 and 1. Got 3 values instead.
    """
    column = as_table("targets", np.reshape(targets, (-1, 1)) if np.ndim(targets) == 1 else targets)
    if column.shape[1] > 1:
        raise TableError(
            f"targets must have one column. Got {column.shape[1]} instead: "
            "ask separability_of_each_class, which holds each class against the rest."
        )
    values = np.unique(column)
    classes = find_classes(column)
    if classes is None and len(values) != 2:
        got = "1 value" if len(values) == 1 else f"{len(values):,} values"
        raise TableError(
            "Only classes can be separated: targets must hold two values, such as 0 and 1. " + f"Got {got} instead."
        )
    higher = classes.values[1] if classes is not None else values[1]
    return np.where(column[:, 0] == higher, 1.0, -1.0)


def sides_of_each_class(targets: ArrayLike) -> list[Array]:
    """Return for each class 1 for its rows and −1 for all others.

    Parameters
    ----------
    targets : array_like, shape (rows, classes), (rows, 1) or (rows,)
        Several columns: one 1 in each row, else 0. One column: each value is a class, in rising order.

    Raises
    ------
    TableError
        If several columns are no classes.

    Examples
    --------
    >>> [sides.tolist() for sides in sides_of_each_class([[1, 0, 0], [0, 0, 1]])]
    [[1.0, -1.0], [-1.0, -1.0], [-1.0, 1.0]]
    """
    table = as_table("targets", np.reshape(targets, (-1, 1)) if np.ndim(targets) == 1 else targets)
    if table.shape[1] == 1:
        return [np.where(table[:, 0] == value, 1.0, -1.0) for value in np.unique(table)]
    if find_classes(table) is None:
        raise TableError("Only classes can be separated: each row of targets must hold one 1, and 0 elsewhere.")
    return [np.where(column == 1.0, 1.0, -1.0) for column in table.T]
