"""Cut a table into mini-batches, shuffled anew in every epoch if the plan says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

from nncore.engine.products import Step
from nncore.engine.stack import TrainingStack

Array = NDArray[np.float64]


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
        parts = [slice(start, min(start + batch_size, samples)) for start in range(0, samples, batch_size)]
        self._batches = [(stacks[part.stop - part.start], features[..., part], targets[..., part]) for part in parts]

    def steps(self, update: list[Step]) -> list[Step]:
        """Return one epoch: for each batch forward, backward and `update`."""
        steps: list[Step] = []
        for stack, features, targets in self._batches:
            steps += [*stack.forward_steps(features), *stack.backward_steps(features, targets), *update]
        return steps

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
