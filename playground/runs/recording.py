"""The epochs of a run that are sent to the browser: all while they are few, then as many as a screen can show."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nncore.training.history import History

RECORDING_BYTES = 4_000_000
MOST_RECORDS = 40_000
LEAST_RECORDS = 256


class Recording:
    """The records of one run, in the precision of a screen. A record is the loss, the test loss, and the parameters.

    Which epochs have one is decided by the length of the run alone, so that a record that was sent stays valid. They
    are close enough for a linear and for a logarithmic epoch axis.

    Parameters
    ----------
    parameter_count : int
    total_epochs : int
        The planned length of the run.
    """

    def __init__(self, parameter_count: int, total_epochs: int) -> None:
        self.width = 2 + parameter_count
        self._most = min(MOST_RECORDS, max(LEAST_RECORDS, RECORDING_BYTES // (4 * self.width)))
        self._coarsest = total_epochs / (self._most / 2)
        self._last = -1
        self._epochs = np.empty(0, dtype="<u4")
        self._rows = np.empty((0, self.width), dtype="<f4")

    @property
    def epochs(self) -> NDArray[np.uint32]:
        """The recorded epochs, ascending, shape (k,)."""
        return self._epochs

    @property
    def rows(self) -> NDArray[np.float32]:
        """The records, shape (k, width); the test loss is NaN if there are no test rows."""
        return self._rows

    def take(self, history: History, *, finished: bool) -> None:
        """Record what a history holds beyond the newest record; its last epoch only if it is the end of the run."""
        if history.last_epoch <= self._last:
            return
        epochs = history.epochs
        wanted = (epochs > self._last) & (epochs % np.maximum(self.strides(epochs), history.stride) == 0)
        if finished:
            wanted[-1] = True
        if not wanted.any():
            return
        rows = np.empty((int(wanted.sum()), self.width), dtype="<f4")
        test_loss = history.test_loss
        with np.errstate(over="ignore"):  # what is too large for a screen's numbers becomes infinite there
            rows[:, 0] = history.loss[wanted]
            rows[:, 1] = np.nan if test_loss is None else test_loss[wanted]
            rows[:, 2:] = history.parameters[wanted]
        self._epochs = np.concatenate([self._epochs, epochs[wanted].astype("<u4")])
        self._rows = np.concatenate([self._rows, rows])
        self._last = int(self._epochs[-1])

    def take_over(self, other: Recording, epoch: int) -> None:
        """Begin with the records of a run that is the same up to an epoch."""
        if other.width != self.width:
            return
        epochs = other._epochs.astype(np.int64)
        kept = (epochs <= epoch) & (epochs % self.strides(epochs) == 0)
        self._epochs, self._rows = other._epochs[kept], other._rows[kept]
        self._last = int(self._epochs[-1])

    def strides(self, epochs: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return, for each epoch, the distance to the next record: a power of two that grows with the epoch.

        Examples
        --------
        A short run of a small network keeps every epoch.

        >>> Recording(3, 15_000).strides(np.array([0, 7, 14_999])).tolist()
        [1, 1, 1]
        >>> Recording(100, 1_000_000).strides(np.array([0, 7, 10_000, 999_999])).tolist()
        [1, 1, 8, 128]
        """
        distance = np.clip(np.minimum(epochs / (self._most / 8), self._coarsest), 1.0, None)
        strides: NDArray[np.int64] = 2 ** np.floor(np.log2(distance)).astype(np.int64)
        return strides
