"""Hold a table that was computed: inputs, targets and their names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.data.dataset import Dataset

Array = NDArray[np.float64]

INPUT_DECIMALS = 3
"""Inputs are rounded: a table is read and typed by people, and two machines then agree in every digit."""

TARGET_DECIMALS = 4


def rounded(numbers: Array, decimals: int = INPUT_DECIMALS) -> Array:
    """Return numbers with so many decimals, none of them −0.

    Examples
    --------
    >>> rounded(np.array([1.23456, -0.0001])).tolist()
    [1.235, 0.0]
    """
    result: Array = np.round(numbers, decimals) + 0.0
    return result


@dataclass(frozen=True, eq=False)
class GeneratedTable:
    """Rows that were computed, and what their columns are called.

    Attributes
    ----------
    inputs : ndarray, shape (rows, inputs)
    targets : ndarray, shape (rows, 1)
        0 and 1 for classes.
    input_names, target_names : tuple of str
    """

    inputs: Array
    targets: Array
    input_names: tuple[str, ...]
    target_names: tuple[str, ...] = ("target",)

    def dataset(self) -> Dataset:
        """Return the table as training rows, without test rows."""
        return Dataset(self.inputs, self.targets, input_names=self.input_names, target_names=self.target_names)


def numbered_names(kind: str, count: int) -> tuple[str, ...]:
    """Return names that count from 1.

    Examples
    --------
    >>> numbered_names("x", 2)
    ('x1', 'x2')
    """
    return tuple(f"{kind}{number}" for number in range(1, count + 1))
