"""Decide which classes a target has, which one an output calls, and whether that is right, wrong or undecided.

Whoever shows or counts right and wrong asks here. The browser's twin is `classes.mjs`; one table of cases holds them equal.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Places = NDArray[np.signedinteger[Any]]

NO_CLASS = -1
"""In place of a class: a target that is none of the classes, an output that is not a number."""

UNDECIDED = -2
"""In place of a called class: the output lies at the threshold, or no column is the largest."""

ROUNDING = 2.0**-42
"""How near the threshold an output is undecided, in units of the distance between two classes; about 2e-13.

An output is a sum of products of weights that are themselves sums over the samples. A thousand additions round by up to
1000 · 2⁻⁵³ ≈ 2⁻⁴³ of what is summed, and what is compared here is the difference of two such numbers.
"""

PAIRS = ((0.0, 1.0), (-1.0, 1.0))
"""The values that two classes in one column may have; only the first also marks one of several columns."""


@dataclass(frozen=True)
class ClassCounts:
    """How many samples are right, wrong and undecided; "positive" is class 1, the higher of two.

    Attributes
    ----------
    right, wrong, undecided : int
        The three are all the samples that are judged.
    true_positives, true_negatives, false_positives, false_negatives : int or None
        None with several classes. With `undecided` they are all the samples that are judged.
    """

    right: int
    wrong: int
    undecided: int
    true_positives: int | None = None
    true_negatives: int | None = None
    false_positives: int | None = None
    false_negatives: int | None = None

    @property
    def total(self) -> int:
        """The number of samples that are judged."""
        return self.right + self.wrong + self.undecided

    @property
    def accuracy(self) -> float:
        """The share of the judged samples that are right; `nan` if there are none."""
        return self.right / self.total if self.total else math.nan


@dataclass(frozen=True)
class Classes:
    """The classes of a table: two in one column, or one column for each of several.

    Attributes
    ----------
    values : (float, float)
        With one column the targets of class 0 and class 1; with several what stands in the columns that are not the
        sample's class, and in the one that is.
    columns : int
        How many columns the targets have.

    Examples
    --------
    >>> classes = find_classes(np.array([[-1.0], [1.0], [1.0]]))
    >>> classes.values, classes.threshold, classes.called(np.array([[-0.4], [0.0], [0.2]])).tolist()
    ((-1.0, 1.0), 0.0, [0, -2, 1])
    """

    values: tuple[float, float]
    columns: int = 1

    @property
    def kind(self) -> Literal["two", "several"]:
        """Whether one column is compared with a threshold, or the largest of several columns is the class."""
        return "two" if self.columns == 1 else "several"

    @property
    def count(self) -> int:
        """How many classes there are."""
        return 2 if self.columns == 1 else self.columns

    @property
    def threshold(self) -> float:
        """The threshold unless another one is chosen: the middle between the two values."""
        return (self.values[0] + self.values[1]) / 2

    @property
    def tolerance(self) -> float:
        """How near the threshold, or how near to each other the two largest columns, nothing is called."""
        return ROUNDING * (self.values[1] - self.values[0])

    def within(self, threshold: float) -> float:
        """Return the threshold that is nearest to the wanted one and not beyond the values of the classes."""
        return min(max(threshold, self.values[0]), self.values[1])

    def of_targets(self, targets: Array) -> Places:
        """Return the class of each sample, or `NO_CLASS`.

        Parameters
        ----------
        targets : ndarray, shape (samples, columns)

        Returns
        -------
        ndarray of int, shape (samples,)
        """
        is_class = np.isin(targets, self.values).all(axis=-1)
        if self.columns > 1:
            is_class &= (targets == self.values[1]).sum(axis=-1) == 1
            return np.where(is_class, targets.argmax(axis=-1), NO_CLASS)
        return np.where(is_class, targets[..., 0] == self.values[1], NO_CLASS)

    def called(self, outputs: Array, threshold: float | None = None) -> Places:
        """Return the class that each sample's outputs call, `UNDECIDED`, or `NO_CLASS` where one is not a number.

        Parameters
        ----------
        outputs : ndarray, shape (..., samples, columns)
            In the table's own units.
        threshold : float, optional
            With one column: above it is class 1, below it class 0, within `tolerance` of it neither. With several
            columns the largest is the class, unless another one is as large within `tolerance`.

        Returns
        -------
        ndarray of int, shape (..., samples)
        """
        if self.columns == 1:
            # Small numbers: this is asked of every sample at every epoch of a run.
            largest, level = outputs[..., 0], self.threshold if threshold is None else threshold
            above = largest > level + self.tolerance
            called, undecided = above.astype(np.int8), ~(above | (largest < level - self.tolerance))
        else:
            called = outputs.argmax(axis=-1)  # the place of what is not a number, if there is one
            largest = np.take_along_axis(outputs, called[..., None], axis=-1)[..., 0]
            undecided = self._others_as_large(outputs, largest)
        called[undecided] = UNDECIDED
        called[np.isnan(largest)] = NO_CLASS
        return called

    def _others_as_large(self, outputs: Array, largest: Array) -> NDArray[np.bool_]:
        # Column by column: NumPy is slow over many short rows.
        with np.errstate(invalid="ignore"):  # two columns that are both infinite
            as_large = [~(largest - outputs[..., column] > self.tolerance) for column in range(self.columns)]
        count: NDArray[np.intp] = np.sum(as_large, axis=0)
        return count > 1

    def right(self, targets: Array, outputs: Array, threshold: float | None = None) -> list[bool | None]:
        """Return for each sample whether it is right; None where it is undecided or its target is no class.

        What is not a number is wrong.

        Examples
        --------
        >>> Classes((0.0, 1.0)).right(np.array([[1.0], [1.0], [0.3]]), np.array([[0.9], [0.5], [0.9]]))
        [True, None, None]
        """
        wanted, called = self.of_targets(targets).tolist(), self.called(outputs, threshold).tolist()
        return [
            None if target == NO_CLASS or call == UNDECIDED else target == call
            for target, call in zip(wanted, called, strict=True)
        ]

    def accuracy(self, targets: Array, outputs: Array, threshold: float | None = None) -> Array:
        """Return the share of the judged samples that are right.

        Parameters
        ----------
        targets : ndarray, shape (samples, columns)
            Rows whose target is no class are not judged.
        outputs : ndarray, shape (..., samples, columns)
        threshold : float, optional

        Returns
        -------
        ndarray, shape (...)
            `nan` where an output is not a number, or if no sample is judged.
        """
        wanted, called = self.of_targets(targets), self.called(outputs, threshold)
        judged = wanted != NO_CLASS
        if not judged.any():
            return np.full(called.shape[:-1], np.nan)
        share = (called == wanted)[..., judged].mean(axis=-1)
        return np.where((called == NO_CLASS).any(axis=-1), np.nan, share)

    def counts(self, targets: Array, outputs: Array, threshold: float | None = None) -> ClassCounts | None:
        """Return how many samples are right, wrong and undecided; None if an output is not a number.

        Examples
        --------
        >>> found = Classes((0.0, 1.0)).counts(np.array([[1.0], [1.0], [0.0]]), np.array([[0.9], [0.5], [0.7]]))
        >>> found.true_positives, found.false_positives, found.undecided, found.total
        (1, 1, 1, 3)
        """
        wanted, called = self.of_targets(targets), self.called(outputs, threshold)
        if (called == NO_CLASS).any():
            return None
        wanted, called = wanted[wanted != NO_CLASS], called[wanted != NO_CLASS]
        undecided = int((called == UNDECIDED).sum())
        right = int((called == wanted).sum())
        kinds = [int(((wanted == one) & (called == other)).sum()) for one, other in ((1, 1), (0, 0), (0, 1), (1, 0))]
        return ClassCounts(right, len(wanted) - right - undecided, undecided, *(kinds if self.columns == 1 else ()))


def find_classes(targets: Array) -> Classes | None:
    """Return the classes of a table's training targets, or None if they are numbers of another kind.

    One column is two classes if it holds only 0 and 1, or only −1 and 1: the ends of what a sigmoid and a tanh can
    answer. Two other numbers, such as two prices, are quantities: between them there is a more and a less, and an answer
    half-way is not undecided. Several columns are classes if each sample has one 1 and is 0 elsewhere.

    Parameters
    ----------
    targets : ndarray, shape (samples, columns)

    Examples
    --------
    >>> find_classes(np.array([[0.0], [1.0]])), find_classes(np.array([[0.0], [0.5]]))
    (Classes(values=(0.0, 1.0), columns=1), None)
    """
    columns = targets.shape[1]
    for values in PAIRS[:1] if columns > 1 else PAIRS:
        classes = Classes(values, columns)
        if (classes.of_targets(targets) != NO_CLASS).all():
            return classes
    return None
