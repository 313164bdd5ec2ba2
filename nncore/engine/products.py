"""Multiply stacks of matrices, one pair a run: for a single run by the shorter of NumPy's two ways."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

Step = Callable[[], object]
"""One NumPy call, or a few, with its arrays bound: a pass is a list of steps, and running it looks nothing up."""


def product_step(left: Array, right: Array, out: Array) -> Step:
    """Return what leaves ``left @ right`` in `out`, whenever it is run.

    Parameters
    ----------
    left, right : ndarray, shape (1 or runs, rows, inner) and (1 or runs, inner, columns)
        Read when the step is run; shared by all runs, or one matrix each.
    out : ndarray, shape (runs, rows, columns)
        Each run's part contiguous.

    Notes
    -----
    `np.matmul` needs about a microsecond to find its way through a stack, three times as long as a small product. For a
    stack of one `np.dot` does without, and the numbers are the same to the last bit: both call the same routine of the
    BLAS with the same arguments, as long as the matrices are contiguous (else `np.dot` would copy them first).
    Where nothing is summed, element by element is faster than `np.matmul`. There only the sign of a 0 may differ, which
    is lost in the next sum.

    Examples
    --------
    >>> out = np.empty((1, 1, 1))
    >>> step = product_step(np.array([[[1.0, 2.0]]]), np.array([[[3.0], [4.0]]]), out)
    >>> _ = step()
    >>> out.item()
    11.0
    """
    if len(out) == 1 and _is_contiguous(left[0]) and _is_contiguous(right[0]):
        return partial(np.dot, left[0], right[0], out[0])
    return partial(np.matmul if left.shape[-1] > 1 else np.multiply, left, right, out)


def _is_contiguous(matrix: Array) -> bool:
    return matrix.flags.c_contiguous or matrix.flags.f_contiguous
