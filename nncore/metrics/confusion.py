"""Count right and wrong answers of one output column by class."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from nncore.errors import TableError, require_number
from nncore.metrics.classes import find_classes
from nncore.metrics.matched_tables import Measured, matched, plain
from nncore.number_text import sentence_number

MOST_TOLD = 4
"""Values that an error lists."""


@dataclass(frozen=True)
class Confusion:
    """How many samples of each class were taken for which class; "positive" is class 1.

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
        """The number of samples."""
        return self.true_positives + self.true_negatives + self.false_positives + self.false_negatives

    @property
    def accuracy(self) -> float:
        """The share of samples that are right: (TP + TN) / all."""
        return _ratio(self.true_positives + self.true_negatives, self.total)

    @property
    def precision(self) -> float:
        """Of the samples taken for class 1, the share that is: TP / (TP + FP)."""
        return _ratio(self.true_positives, self.true_positives + self.false_positives)

    @property
    def recall(self) -> float:
        """Of the samples of class 1, the share taken for it: TP / (TP + FN)."""
        return _ratio(self.true_positives, self.true_positives + self.false_negatives)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN)."""
        return _ratio(2 * self.true_positives, 2 * self.true_positives + self.false_positives + self.false_negatives)


def confusion(targets: ArrayLike, outputs: ArrayLike, threshold: float = 0.5) -> Confusion:
    """Count how often one output column falls on the right and on the wrong side of a threshold.

    Every sample is counted: an output exactly at the threshold is not above it, and counts as class 0. Who would rather
    say that such a sample is undecided asks `Classes.counts`, which leaves it out of the four.

    Parameters
    ----------
    targets : array_like, shape (samples, 1) or (samples,)
        The classes, 0 and 1 or −1 and 1; the threshold plays no part in them.
    outputs : array_like, shape (samples, 1) or (samples,)
        The answers; strictly above `threshold` counts as class 1.
    threshold : float
        In the unit of the outputs.

    Raises
    ------
    TableError
        If there is more than one column, if the samples do not match, if an output is not a number, or if the targets
        are other numbers than these.
    SettingError
        If `threshold` is not a finite number.

    Examples
    --------
    An output of exactly 0.5 is not above the threshold, so the second sample of class 1 is missed.

    >>> confusion([[1], [1], [0], [0]], [[0.9], [0.5], [0.2], [0.7]])
    Confusion(true_positives=1, true_negatives=1, false_positives=1, false_negatives=1)
    """
    threshold = require_number("threshold", threshold)
    answers_wanted, answers = matched(targets, outputs)
    if answers.ndim != 2 or answers.shape[1] != 1:
        raise TableError(f"confusion counts one output column. Got outputs of shape {answers.shape} instead.")
    if (unknown := np.flatnonzero(np.isnan(answers))).size:
        raise TableError(f"outputs, row {unknown[0] + 1}: nan belongs to no class. Every output must be a number.")
    if find_classes(answers_wanted) is None:
        there = [sentence_number(value) for value in np.unique(answers_wanted).tolist()]
        listed = ", ".join(there[:MOST_TOLD]) + (" …" if len(there) > MOST_TOLD else "")
        raise TableError(f"targets must hold the classes 0 and 1, or −1 and 1. Got {listed} instead.")
    positive, called_positive = answers_wanted > 0.5, answers > threshold
    return Confusion(
        true_positives=int((positive & called_positive).sum()),
        true_negatives=int((~positive & ~called_positive).sum()),
        false_positives=int((~positive & called_positive).sum()),
        false_negatives=int((positive & ~called_positive).sum()),
    )


def accuracy(targets: ArrayLike, outputs: ArrayLike, threshold: float | None = None) -> Measured:
    """Return the share of samples that get their right class, from 0 to 1, as `Classes.accuracy` judges them.

    Parameters
    ----------
    targets : array_like, shape (samples, outputs) or (samples,)
        The classes. One column, 0 and 1 or −1 and 1. Several columns: one 1 in each sample, else 0.
    outputs : array_like, shape (..., samples, outputs) or (samples,)
        The answers. One column: above `threshold` is class 1, below it class 0. Several columns: the largest is the
        class, and `threshold` plays no part. At the threshold, or with no largest column, a sample is not right.
    threshold : float, optional
        In the unit of the outputs; the middle between the two classes if it is left out.

    Returns
    -------
    float or ndarray, shape (...)
        One number for each leading position of `outputs`; `nan` where an output is not a number, and everywhere if the
        targets are no classes.

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
    >>> accuracy([[-1], [1]], [[-0.9], [0.3]])
    1.0
    >>> accuracy([[1, 0, 0], [0, 0, 1]], [[0.4, 0.3, 0.3], [0.2, 0.5, 0.3]])
    0.5
    """
    if threshold is not None:
        threshold = require_number("threshold", threshold)
    wanted, answers = matched(targets, outputs)
    classes = find_classes(wanted)
    if classes is None:
        return plain(np.full(answers.shape[:-2], np.nan))
    return plain(classes.accuracy(wanted, answers, threshold))


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else math.nan
