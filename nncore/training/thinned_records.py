"""Keep records of epochs in arrays of a fixed size: every epoch while there is room, then every second, every fourth.

The first epoch, the last one and those that are pinned are always kept. So are a few between the first and the second of
the others, where a run changes most: a logarithmic axis gives them half of its width.
"""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Number = TypeVar("Number", bound=np.generic)

_FEW = 100
# 1, 2, 3, 4, 6, 8, 12 and so on: two for each doubling, evenly on a logarithmic axis.
_EARLY = np.unique([base << power for base in (1, 3) for power in range(40)])


class ThinnedRecords:
    """Records of epochs, ascending, thinned out when they grow full.

    Parameters
    ----------
    pinned : tuple of int
        Epochs that are always kept.
    limit : int
        How many records there may be. Of fewer than a hundred none are spent on early epochs.
    values, parameters : int
        Numbers of the two kinds in a record.

    Attributes
    ----------
    stride : int
        Epochs from one record to the next.

    Examples
    --------
    >>> records = ThinnedRecords((), limit=4, values=1, parameters=1)
    >>> records.add(np.arange(6), np.zeros((6, 1)), np.zeros((6, 1)))
    >>> records.epochs.tolist(), records.stride
    ([0, 2, 4, 5], 2)
    """

    def __init__(self, pinned: tuple[int, ...], limit: int, values: int, parameters: int) -> None:
        self.stride = 1
        self._pinned = np.array(sorted({0, *pinned}))
        self._limit = limit
        self._count = 0
        self._epochs = np.empty(0, dtype=np.int64)
        self._values = np.empty((0, values))
        self._parameters = np.empty((0, parameters))

    def __len__(self) -> int:
        return self._count

    @property
    def epochs(self) -> NDArray[np.int64]:
        """The recorded epochs: a window into the array, as are the other two."""
        return self._epochs[: self._count]

    @property
    def values(self) -> Array:
        """The first kind of numbers of each record, shape (records, values)."""
        return self._values[: self._count]

    @property
    def parameters(self) -> Array:
        """The second kind of numbers of each record, shape (records, parameters)."""
        return self._parameters[: self._count]

    @property
    def nbytes(self) -> int:
        """Bytes taken by the arrays."""
        return self._epochs.nbytes + self._values.nbytes + self._parameters.nbytes

    def place_of(self, epoch: int) -> int:
        """Return which record is the newest that is not later than an epoch."""
        return int(np.searchsorted(self.epochs, epoch, side="right")) - 1

    def wanted(self, first_epoch: int, count: int) -> NDArray[np.intp]:
        """Return which of `count` epochs from `first_epoch` on are to be recorded, as indices; always the last."""
        epochs = np.arange(first_epoch, first_epoch + count)
        keep = self.worth_keeping(epochs)
        keep[-1] = True
        return np.flatnonzero(keep)

    def add(self, epochs: NDArray[np.int64], values: Array, parameters: Array) -> None:
        """Record epochs that follow the newest one.

        Parameters
        ----------
        epochs : ndarray of int, shape (n,)
        values : ndarray, shape (n, values)
        parameters : ndarray, shape (n, parameters)
        """
        if self._count and not self.worth_keeping(self._epochs[self._count - 1 : self._count])[0]:
            self._count -= 1  # it was only there as the last
        while len(epochs):
            if self._count == self._limit:
                self._thin()
                keep = self.worth_keeping(epochs)
                keep[-1] = True
                epochs, values, parameters = epochs[keep], values[keep], parameters[keep]
            taken = min(len(epochs), self._room(len(epochs)))
            rows = slice(self._count, self._count + taken)
            self._epochs[rows], epochs = epochs[:taken], epochs[taken:]
            self._values[rows], values = values[:taken], values[taken:]
            self._parameters[rows], parameters = parameters[:taken], parameters[taken:]
            self._count += taken

    def worth_keeping(self, epochs: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return which epochs lie on the stride, are pinned, or are early ones that are kept."""
        keep: NDArray[np.bool_] = epochs % self.stride == 0
        if self.stride > 1:
            keep |= np.isin(epochs, self._pinned)
            # Of those beyond the stride some are kept already for when it doubles.
            early = int(np.searchsorted(epochs, 2 * self.stride)) if self._limit >= _FEW else 0
            keep[:early] |= np.isin(epochs[:early], _EARLY)
        return keep

    def _room(self, wanted: int) -> int:
        """Let the arrays grow for `wanted` rows, up to the limit, and return how many rows are free."""
        size = len(self._epochs)
        if self._count + wanted > size and size < self._limit:
            size = min(self._limit, max(2 * size, self._count + wanted, 64))
            self._epochs = _grown(self._epochs, size)
            self._values = _grown(self._values, size)
            self._parameters = _grown(self._parameters, size)
        return size - self._count

    def _thin(self) -> None:
        """Keep every second record."""
        self.stride *= 2
        keep = np.flatnonzero(self.worth_keeping(self._epochs[: self._count]))
        for array in (self._epochs, self._values, self._parameters):
            array[: len(keep)] = array[keep]
        self._count = len(keep)


def _grown(array: NDArray[Number], size: int) -> NDArray[Number]:
    grown = np.empty((size, *array.shape[1:]), dtype=array.dtype)
    grown[: len(array)] = array
    return grown
