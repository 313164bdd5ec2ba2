"""Cut a table into mini-batches, shuffled anew in every epoch if the plan says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

from nncore.engine.products import Step
from nncore.engine.stack import TrainingStack

Array = NDArray[np.float64]


def batch_slices(samples: int, batch_size: int) -> list[slice]:
    """Return which samples, in the order of an epoch, are in each batch; the smaller last one is kept.

    Examples
    --------
    >>> batch_slices(5, 2)
    [slice(0, 2, None), slice(2, 4, None), slice(4, 5, None)]
    """
    return [slice(start, min(start + batch_size, samples)) for start in range(0, samples, batch_size)]


def rows_of_batches(samples: int, batch_size: int | None, shuffled_by: tuple[int, int] | None) -> list[list[int]]:
    """Return the rows of the table in each batch of an epoch.

    Parameters
    ----------
    samples : int
        Rows of the table.
    batch_size : int or None
        None is the whole table at once, which has no order.
    shuffled_by : (int, int) or None
        Seed and epoch, the first epoch being 1; None keeps the order of the table.

    Examples
    --------
    >>> rows_of_batches(3, 2, None), rows_of_batches(3, 2, (0, 1))
    ([[0, 1], [2]], [[1, 2], [0]])
    """
    if batch_size is None or batch_size >= samples:
        return [list(range(samples))]
    order = np.arange(samples) if shuffled_by is None else RandomState(list(shuffled_by)).permutation(samples)
    return [order[part].tolist() for part in batch_slices(samples, batch_size)]


class Batches:
    """The mini-batches of a table, for a stack of runs.

    Parameters
    ----------
    features, targets : ndarray, shape (1, columns, samples) and (1, outputs, samples)
        The whole table, as `nncore.engine.stack.as_features` makes it.
    batch_size : int
        Samples in a batch; the smaller last one is kept.
    seeds : sequence of int, optional
        One a run, to shuffle by; None keeps the order of the table.
    make_stack : callable
        Returns a `TrainingStack` for a number of samples.
    """

    def __init__(
        self,
        features: Array,
        targets: Array,
        batch_size: int,
        seeds: Sequence[int] | None,
        make_stack: Callable[[int], TrainingStack],
    ) -> None:
        # With samples first again, so that a batch, which is a few of them, lies in one piece.
        self._tables = tables = [np.ascontiguousarray(table[0].T) for table in (features, targets)]
        self._seeds = seeds
        self._shuffled = [table[None] for table in tables]
        if seeds is not None:
            # Each run has an order of its own, so it needs a copy of the table of its own.
            self._shuffled = [np.empty((len(seeds), *table.shape)) for table in tables]
            self._stream = RandomState(0)
        features, targets = (table.transpose(0, 2, 1) for table in self._shuffled)
        samples = features.shape[-1]
        stacks = {size: make_stack(size) for size in {batch_size, samples % batch_size or batch_size}}
        parts = batch_slices(samples, batch_size)
        self._batches = [(stacks[part.stop - part.start], features[..., part], targets[..., part]) for part in parts]

    def passes(self) -> list[list[Step]]:
        """Return for each batch of an epoch its pass forward and backward; an update follows each."""
        return [
            [*stack.forward_steps(features), *stack.backward_steps(features, targets)]
            for stack, features, targets in self._batches
        ]

    def stack(self, batch: int) -> TrainingStack:
        """Return the stack that a batch of an epoch flows through; others of its size share it."""
        return self._batches[batch][0]

    def shuffle(self, epoch: int) -> None:
        """Put the samples in the order of an epoch: ``RandomState([seed, epoch]).permutation(samples)`` for each run."""
        if self._seeds is None:
            return
        for run, seed in enumerate(self._seeds):
            # Seeded anew, not built anew: building one takes fifty times as long.
            self._stream.seed([seed, epoch])
            order = self._stream.permutation(len(self._tables[0]))
            for table, shuffled in zip(self._tables, self._shuffled, strict=True):
                np.take(table, order, axis=0, out=shuffled[run])
