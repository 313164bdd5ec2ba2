"""Which row of a table was which row of the table before."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def matching_rows(old_inputs: NDArray[np.float64], new_inputs: NDArray[np.float64]) -> list[int | None]:
    """Return for each new row which old row it was: the same place if no row came or went, else equal inputs.

    Examples
    --------
    >>> matching_rows(np.array([[0.0], [1.0], [2.0]]), np.array([[0.0], [2.0]]))
    [0, 2]
    """
    if len(old_inputs) == len(new_inputs):
        return list(range(len(new_inputs)))
    places: dict[tuple[float, ...], list[int]] = {}
    for index, row in enumerate(old_inputs.tolist()):
        places.setdefault(tuple(row), []).append(index)
    found: list[int | None] = []
    for row in new_inputs.tolist():
        candidates = places.get(tuple(row), [])
        found.append(candidates.pop(0) if candidates else None)
    return found
