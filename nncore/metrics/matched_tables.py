"""Lay targets and outputs beside each other before they are compared."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.data.tables import Table, as_table
from nncore.errors import TableError

Measured = float | NDArray[np.float64]


def matched(targets: ArrayLike, outputs: ArrayLike) -> tuple[Table, NDArray[np.float64]]:
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


def plain(measured: NDArray[np.float64]) -> Measured:
    """Return a single measurement as a float, several as they are."""
    return float(measured) if np.ndim(measured) == 0 else measured
