"""What networks answer to rows that were scaled in one way, and how many of them are right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nncore.metrics.classes import NO_CLASS, ClassCounts, Classes
from nncore.scaling_laboratory.scaling_ways import ScalingWay

Array = NDArray[np.float64]
Truths = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class WayResults:
    """What each network answers to the test rows, scaled in one way.

    Attributes
    ----------
    way : ScalingWay
    scaled : ndarray, shape (rows, inputs)
        The rows as the networks are asked them.
    outputs : ndarray, shape (seeds, rows, outputs)
        In the unit of the targets.
    targets : ndarray, shape (rows, outputs)
        In their own unit.
    classes : Classes or None
        None for a regression.
    threshold : float or None
        None is the middle between the two classes.
    """

    way: ScalingWay
    scaled: Array
    outputs: Array
    targets: Array
    classes: Classes | None
    threshold: float | None = None

    @cached_property
    def counts(self) -> tuple[ClassCounts | None, ...]:
        """For each seed, how many rows are right, wrong and undecided; None for a regression, or without a number."""
        if self.classes is None:
            return (None,) * len(self.outputs)
        return tuple(self.classes.counts(self.targets, outputs, self.threshold) for outputs in self.outputs)

    @cached_property
    def not_right(self) -> Truths:
        """Whether each seed fails at each row, shape (seeds, rows): wrong or undecided. Never for a regression."""
        if self.classes is None:
            return np.zeros(self.outputs.shape[:2], dtype=np.bool_)
        wanted = self.classes.of_targets(self.targets)
        called = self.classes.called(self.outputs, self.threshold)
        failed: Truths = (called != wanted) & (wanted != NO_CLASS)
        return failed

    @property
    def seeds_all_right(self) -> int:
        """How many seeds get every row right."""
        return int((~self.not_right.any(axis=1)).sum())

    @property
    def failures_by_row(self) -> tuple[int, ...]:
        """For each row, how many seeds fail at it."""
        return tuple(self.not_right.sum(axis=0).tolist())

    def seeds_giving(self, tp: int, tn: int, fp: int, fn: int) -> int:
        """Return how many seeds give these true and false positives and negatives, with no row undecided."""
        wanted = (tp, tn, fp, fn, 0)
        return sum(
            counts is not None
            and wanted
            == (
                counts.true_positives,
                counts.true_negatives,
                counts.false_positives,
                counts.false_negatives,
                counts.undecided,
            )
            for counts in self.counts
        )

    @cached_property
    def mean_absolute_errors(self) -> Array:
        """For each seed the mean over rows and outputs of |output − target|, shape (seeds,), in the unit of the targets."""
        errors: Array = np.abs(self.outputs - self.targets).mean(axis=(1, 2))
        return errors
