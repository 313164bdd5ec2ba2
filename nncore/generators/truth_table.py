"""Every combination of zeros and ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nncore.generators.parameters import NumberParameter

MOST_INPUTS = 10

INPUTS = NumberParameter(
    "inputs", "Inputs", "Each one more doubles the rows: ten give 1,024.", 2, 2, MOST_INPUTS, whole=True
)


def truth_table(inputs: int) -> NDArray[np.float64]:
    """Return all combinations of `inputs` zeros and ones, counting up, the first column counting the slowest.

    Examples
    --------
    >>> truth_table(2).tolist()
    [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
    """
    numbers = np.arange(2**inputs)[:, None]
    return (numbers >> np.arange(inputs)[::-1] & 1).astype(np.float64)
