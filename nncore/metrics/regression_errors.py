"""Measure how far answers are from their targets: mean errors, explained variance.

Errors too large for a float are `inf`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from nncore.metrics.matched_tables import Measured, matched, plain


def mean_absolute_error(targets: ArrayLike, outputs: ArrayLike) -> Measured:
    """Return the mean of |output − target| over all samples and columns, in the unit of the targets; 0 is perfect.

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
    The samples miss by 0.5 and 2, on average by 1.25.

    >>> mean_absolute_error([[1], [1]], [[0.5], [3]])
    1.25
    """
    wanted, answers = matched(targets, outputs)
    with np.errstate(over="ignore"):
        return plain(np.abs(answers - wanted).mean(axis=(-2, -1)))


def mean_squared_error(targets: ArrayLike, outputs: ArrayLike) -> Measured:
    """Return the mean of (output − target)² over all samples and columns, in the targets' unit squared; 0 is perfect.

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
    The samples miss by 0.5 and 2, so the mean square is (0.25 + 4) / 2 = 2.125.

    >>> mean_squared_error([[1], [1]], [[0.5], [3]])
    2.125
    """
    wanted, answers = matched(targets, outputs)
    with np.errstate(over="ignore"):
        return plain(np.square(answers - wanted).mean(axis=(-2, -1)))


def r_squared(targets: ArrayLike, outputs: ArrayLike) -> Measured:
    """Return R², the share of the targets' variance that the outputs explain, averaged over the columns.

    1 is perfect, 0 is no better than always answering the mean of the targets, below 0 is worse than that.

    Parameters
    ----------
    targets : array_like, shape (samples, outputs) or (samples,)
        What should have been answered. A column whose targets are all equal has no variance to explain:
        it counts as 1 if its outputs are all perfect, else as 0. A single sample is such a column.
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
    wanted, answers = matched(targets, outputs)
    constant = wanted.min(axis=0) == wanted.max(axis=0)
    with np.errstate(over="ignore", invalid="ignore"):
        deviations, misses = wanted - wanted.mean(axis=0), answers - wanted
        # In units of the largest deviation neither very small nor very large targets vanish or overflow when squared.
        unit = np.where(constant, 1.0, np.abs(deviations).max(axis=0))
        variation = np.where(constant, 1.0, np.square(deviations / unit).sum(axis=0))
        scores = 1.0 - np.square(misses / unit).sum(axis=-2) / variation
        scores = np.where(constant & ~np.isnan(scores), (misses == 0).all(axis=-2), scores)
        return plain(scores.mean(axis=-1))
