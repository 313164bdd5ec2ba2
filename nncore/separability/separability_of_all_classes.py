"""Can one layer call every row by its class? Answer with a proof either way, for networks whose largest output is the class."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.data.tables import as_table
from nncore.separability.class_sides import sides_of_each_class
from nncore.separability.linear_separability import linear_separability
from nncore.separability.separability import Separability

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class AllClasses:
    """Whether weights exist with which the largest output of one layer is each row's class.

    Attributes
    ----------
    separable : bool
    rows : tuple of int
        Counted from 0. Those of the proof that there are none: however the weights are chosen, one of them is not
        called right.
    pair : (int, int) or None
        Two classes that already cannot be told from each other; None if any two can, but not all at once.
    answer : Separability or None
        Of that pair, with a multiplier for each row of the whole table: the first class is on the positive side.
    """

    separable: bool
    rows: tuple[int, ...] = ()
    pair: tuple[int, int] | None = None
    answer: Separability | None = None


def separability_of_all_classes(inputs: ArrayLike, targets: ArrayLike, *, bias: bool = True) -> AllClasses:
    """Return whether one layer can have the largest output at each row's class, with a proof either way.

    Parameters
    ----------
    inputs : array_like, shape (rows, inputs)
        As the layer sees them.
    targets : array_like, shape (rows, classes)
        One 1 in each row, else 0.
    bias : bool

    Raises
    ------
    TableError
        If a table is malformed, if the targets are no classes, or if only weights that are no floats would do.

    Notes
    -----
    Row x of class y asks of every other class j that w_y · x > w_j · x. With all weights in one vector, each of these
    conditions is a row of its own that has to lie on the positive side of a plane through the origin. Only differences
    of weights count, so those of the last class are 0.
    Source: C. Kesler's construction, in N. J. Nilsson, *Learning Machines*, 1965.

    Examples
    --------
    The middle one of three classes along a line can be called, though no threshold cuts it off from the others.

    >>> separability_of_all_classes([[1], [2], [3]], np.eye(3)).separable
    True
    >>> found = separability_of_all_classes([[1], [2], [3], [4]], np.eye(3)[[0, 1, 2, 0]])
    >>> found.separable, found.pair, found.rows
    (False, (0, 1), (0, 1, 3))
    """
    table = as_table("inputs", inputs)
    each = sides_of_each_class(targets)
    wanted = np.argmax(each, axis=0)
    for pair in combinations(range(len(each)), 2):
        rows = np.flatnonzero(np.isin(wanted, pair))
        if len(np.unique(wanted[rows])) < 2:
            continue
        answer = linear_separability(table[rows], wanted[rows] == pair[0], bias=bias)
        if not answer.separable:
            whole = _of_whole_table(answer, rows, len(table))
            return AllClasses(False, whole.rows, pair, whole)
    conditions, row_of = _conditions(table, wanted, len(each), bias)
    together = linear_separability(conditions, np.ones(len(conditions)), bias=False)
    return AllClasses(together.separable, tuple(sorted({int(row_of[place]) for place in together.rows})))


def _of_whole_table(answer: Separability, rows: NDArray[np.intp], count: int) -> Separability:
    """Return what was found of some rows with a multiplier for each row of the whole table."""
    assert answer.multipliers is not None
    multipliers, places = np.zeros(count), rows.tolist()
    multipliers[rows] = answer.multipliers
    exact = None
    if answer.exact_multipliers is not None:
        found = dict(zip(places, answer.exact_multipliers, strict=True))
        exact = tuple(found.get(row, Fraction(0)) for row in range(count))
    return Separability(
        False,
        multipliers=multipliers,
        exact_multipliers=exact,
        rows=tuple(places[row] for row in answer.rows),
        at_threshold=tuple(places[row] for row in answer.at_threshold),
    )


def _conditions(inputs: Array, wanted: NDArray[np.intp], classes: int, bias: bool) -> tuple[Array, NDArray[np.intp]]:
    """Return a row for each class that a row is not of, shape (rows · (classes − 1), weights), and whose condition it is."""
    seen = np.column_stack([inputs, np.ones(len(inputs))]) if bias else inputs
    row_of, other = (places.ravel() for places in np.indices((len(inputs), classes)))
    row_of, other = row_of[other != wanted[row_of]], other[other != wanted[row_of]]
    every = np.arange(len(row_of))
    weights = np.zeros((len(row_of), classes, seen.shape[1]))
    weights[every, wanted[row_of]] = seen[row_of]
    weights[every, other] = -seen[row_of]
    return weights[:, :-1].reshape(len(row_of), -1), row_of
