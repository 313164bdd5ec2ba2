"""The measures of how good answers are, by name; each lives in the file of its kind.

Where a measure is undefined (0 divided by 0) it is `nan`, without a warning. Errors too large for a float are `inf`.
"""

from __future__ import annotations

from collections.abc import Callable

from numpy.typing import ArrayLike

from nncore.metrics.confusion import Confusion, accuracy, confusion
from nncore.metrics.matched_tables import Measured
from nncore.metrics.regression_errors import mean_absolute_error, mean_squared_error, r_squared

__all__ = [
    "MEASURES",
    "Confusion",
    "accuracy",
    "confusion",
    "mean_absolute_error",
    "mean_squared_error",
    "r_squared",
]

MEASURES: dict[str, Callable[[ArrayLike, ArrayLike], Measured]] = {
    "mean_absolute_error": mean_absolute_error,
    "mean_squared_error": mean_squared_error,
    "accuracy": accuracy,
    "r_squared": r_squared,
}
