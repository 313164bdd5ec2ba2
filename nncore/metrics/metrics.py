"""Measure how far answers are from their targets: counts of right and wrong, mean errors, explained variance.

Where a measure is undefined (0 divided by 0) it is `nan`, without a warning. Errors too large for a float are `inf`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.data.tables import Table, as_table
from nncore.errors import TableError, require_number

Measured = float | NDArray[np.float64]


@dataclass(frozen=True)
class Confusion:
    """How many rows of each class were taken for which class; "positive" is class 1.

    A ratio whose denominator is 0 is undefined, and is `nan`.

    Notes
    -----
    Source: C. D. Manning, P. Raghavan, H. Schütze, *Introduction to Information Retrieval*, 2008, section 8.3.

    Examples
    --------
    >>> counts = Confusion(true_positives=2, true_negatives=3, false_positives=1, false_negatives=0)
    >>> counts.total, counts.recall, counts.f1
    (6, 1.0, 0.8)
    """

    true_positives: int
    true_negatives: int
    false_positives: int
    false_negatives: int

    @property
    def total(self) -> int:
        """The number of rows."""
        return self.true_positives + self.true_negatives + self.false_positives + self.false_negatives

    @property
    def accuracy(self) -> float:
        """The share of rows that are right: (TP + TN) / all."""
        return _ratio(self.true_positives + self.true_negatives, self.total)

    @property
    def precision(self) -> float:
        """Of the rows taken for class 1, the share that is: TP / (TP + FP)."""
        return _ratio(self.true_positives, self.true_positives + self.false_positives)

    @property
    def recall(self) -> float:
        """Of the rows of class 1, the share taken for it: TP / (TP + FN)."""
        return _ratio(self.true_positives, self.true_positives + self.false_negatives)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN)."""
        return _ratio(2 * self.true_positives, 2 * self.true_positives + self.false_positives + self.false_negatives)


def confusion(targets: ArrayLike, outputs: ArrayLike, threshold: float = 0.5) -> Confusion:
    """Count how often one output column falls on the right and on the wrong side of a threshold.

    Parameters
    ----------
    targets : array_like, shape (samples, 1) or (samples,)
        The classes, 0 or 1; strictly above 0.5 counts as class 1, whatever the threshold.
    outputs : array_like, shape (samples, 1) or (samples,)
        The answers; strictly above `threshold` counts as class 1.
    threshold : float
        In the unit of the outputs.

    Raises
    ------
    TableError
        If there is more than one column, if the rows do not match, or if an output is not a number.
    SettingError
        If `threshold` is not a finite number.

    Examples
    --------
    An output of exactly 0.5 is not above the threshold, so the second row of class 1 is missed.

    >>> confusion([[1], [1], [0], [0]], [[0.9], [0.5], [0.2], [0.7]])
    Confusion(true_positives=1, true_negatives=1, false_positives=1, false_negatives=1)
    """
    limit = require_number("threshold", threshold)
    answers_wanted, answers = _matched(targets, outputs)
    if answers.ndim != 2 or answers.shape[1] != 1:
        raise TableError(f"confusion counts one output column. Got outputs of shape {answers.shape} instead.")
    if (unknown := np.flatnonzero(np.isnan(answers))).size:
        raise TableError(f"outputs, row {unknown[0] + 1}: nan belongs to no class. Every output must be a number.")
    positive, called_positive = answers_wanted > 0.5, answers > limit
    return Confusion(
        true_positives=int((positive & called_positive).sum()),
        true_negatives=int((~positive & ~called_positive).sum()),
        false_positives=int((~positive & called_positive).sum()),
        false_negatives=int((positive & ~called_positive).sum()),
    )


def accuracy(targets: ArrayLike, outputs: ArrayLike, threshold: float = 0.5) -> Measured:
    """Return the share of rows that get their right class, from 0 to 1.

    Parameters
    ----------
    targets : array_like, shape (samples, outputs) or (samples,)
        The classes. One column: strictly above 0.5 is class 1. Several columns: the largest one is the class.
    outputs : array_like, shape (..., samples, outputs) or (samples,)
        The answers. One column: strictly above `threshold` is class 1. Several columns: the largest is the class,
        the first of them if several are equal, and `threshold` plays no part.
    threshold : float
        In the unit of the outputs.

    Returns
    -------
    float or ndarray, shape (...)
        One number for each leading position of `outputs`; `nan` where an output is not a number.

    Raises
    ------
    TableError
        If the shapes do not match.
    SettingError
        If `threshold` is not a finite number.

    Examples
    --------
    >>> accuracy([[1], [0], [0], [1]], [[0.9], [0.2], [0.7], [0.6]])
    0.75
    >>> accuracy([[1, 0, 0], [0, 0, 1]], [[0.4, 0.3, 0.3], [0.2, 0.5, 0.3]])
    0.5
    """
    limit = require_number("threshold", threshold)
    wanted, answers = _matched(targets, outputs)
    if wanted.shape[1] == 1:
        right = (wanted[:, 0] > 0.5) == (answers[..., 0] > limit)
    else:
        right = wanted.argmax(axis=-1) == answers.argmax(axis=-1)
    return _plain(np.where(np.isnan(answers).any(axis=(-2, -1)), np.nan, right.mean(axis=-1)))


def mean_absolute_error(targets: ArrayLike, outputs: ArrayLike) -> Measured:
    """Return the mean of |output − target| over all rows and columns, in the unit of the targets; 0 is perfect.

    Parameters
    ----------
    targets, outputs : array_like, shape (samples, outputs) or (samples,)
        What should have been answered, and what was; outputs may have leading dimensions: (..., samples, outputs).

    Returns
    -------
    float or ndarray, shape (...)
        One number for each leading position of `outputs`.

    Raises
    ------
    TableError
        If the shapes do not match.

    Notes
    -----
    Source: C. J. Willmott, K. Matsuura, *Climate Research* 30, 2005, pages 79–82.

    Examples
    --------
    The rows miss by 0.5 and 2, on average by 1.25.

    >>> mean_absolute_error([[1], [1]], [[0.5], [3]])
    1.25
    """
    wanted, answers = _matched(targets, outputs)
    with np.errstate(over="ignore"):
        return _plain(np.abs(answers - wanted).mean(axis=(-2, -1)))


def mean_squared_error(targets: ArrayLike, outputs: ArrayLike) -> Measured:
    """Return the mean of (output − target)² over all rows and columns, in the targets' unit squared; 0 is perfect.

    Parameters
    ----------
    targets, outputs : array_like, shape (samples, outputs) or (samples,)
        What should have been answered, and what was; outputs may have leading dimensions: (..., samples, outputs).

    Returns
    -------
    float or ndarray, shape (...)
        One number for each leading position of `outputs`.

    Raises
    ------
    TableError
        If the shapes do not match.

    Notes
    -----
    Source: I. Goodfellow, Y. Bengio, A. Courville, *Deep Learning*, 2016, section 5.1.4.

    Examples
    --------
    The rows miss by 0.5 and 2, so the mean square is (0.25 + 4) / 2 = 2.125.

    >>> mean_squared_error([[1], [1]], [[0.5], [3]])
    2.125
    """
    wanted, answers = _matched(targets, outputs)
    with np.errstate(over="ignore"):
        return _plain(np.square(answers - wanted).mean(axis=(-2, -1)))


def r_squared(targets: ArrayLike, outputs: ArrayLike) -> Measured:
    """Return R², the share of the targets' variance that the outputs explain, averaged over the columns.

    1 is perfect, 0 is no better than always answering the mean of the targets, below 0 is worse than that.

    Parameters
    ----------
    targets : array_like, shape (samples, outputs) or (samples,)
        What should have been answered. A column whose targets are all equal has no variance to explain:
        it counts as 1 if its outputs are all perfect, else as 0. A single row is such a column.
    outputs : array_like, shape (..., samples, outputs) or (samples,)
        What was answered.

    Returns
    -------
    float or ndarray, shape (...)
        One number for each leading position of `outputs`.

    Raises
    ------
    TableError
        If the shapes do not match.

    Notes
    -----
    R² = 1 − Σ (output − target)² / Σ (target − mean of the targets)², for each column.
    Source: N. R. Draper, H. Smith, *Applied Regression Analysis*, 3rd ed., 1998, chapter 1.

    Examples
    --------
    The targets' mean is 2, their squared distances from it sum to 2; the outputs miss by 0, 0 and 1: 1 − 1/2.

    >>> r_squared([[1], [2], [3]], [[1], [2], [4]])
    0.5
    """
    wanted, answers = _matched(targets, outputs)
    constant = wanted.min(axis=0) == wanted.max(axis=0)
    with np.errstate(over="ignore", invalid="ignore"):
        deviations, misses = wanted - wanted.mean(axis=0), answers - wanted
        # In units of the largest deviation neither very small nor very large targets vanish or overflow when squared.
        unit = np.where(constant, 1.0, np.abs(deviations).max(axis=0))
        variation = np.where(constant, 1.0, np.square(deviations / unit).sum(axis=0))
        scores = 1.0 - np.square(misses / unit).sum(axis=-2) / variation
        scores = np.where(constant & ~np.isnan(scores), (misses == 0).all(axis=-2), scores)
        return _plain(scores.mean(axis=-1))


MEASURES: dict[str, Callable[[ArrayLike, ArrayLike], Measured]] = {
    "mean_absolute_error": mean_absolute_error,
    "mean_squared_error": mean_squared_error,
    "accuracy": accuracy,
    "r_squared": r_squared,
}


def _matched(targets: ArrayLike, outputs: ArrayLike) -> tuple[Table, NDArray[np.float64]]:
    """Return targets (samples, outputs) and outputs (..., samples, outputs) as floats; one dimension is one column."""
    wanted = as_table("targets", _column("targets", targets))
    answers = np.asarray(_column("outputs", outputs))
    if answers.dtype.kind not in "biuf":
        raise TableError(f"outputs must be numbers. Got an array of type {answers.dtype} instead.")
    if answers.shape[-2:] != wanted.shape:
        raise TableError(
            f"outputs has shape {answers.shape} but targets has shape {wanted.shape}. "
            "Both need one row per sample and the same columns."
        )
    return wanted, answers.astype(np.float64, copy=False)


def _column(name: str, values: ArrayLike) -> ArrayLike:
    try:
        return np.reshape(values, (-1, 1)) if np.ndim(values) == 1 else values
    except ValueError:
        return as_table(name, values)  # rows of different lengths, which it refuses in a sentence


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else math.nan


def _plain(measured: NDArray[np.float64]) -> Measured:
    return float(measured) if np.ndim(measured) == 0 else measured
