"""A sine curve, for regression with a single input."""

from __future__ import annotations

import numpy as np
from numpy.random import RandomState

from nncore.generators.generated_table import TARGET_DECIMALS, GeneratedTable, rounded
from nncore.generators.generator import Generator
from nncore.generators.parameters import NOISE, ROWS, SEED, NumberParameter

REACH = np.pi


def sine(count: int, waves: int, noise: float, seed: int) -> GeneratedTable:
    """Return rows along a sine curve, from left to right.

    Notes
    -----
    x is uniform in −π..π and the target is sin(waves·x), to which is added a normal number with standard deviation `noise`.
    Without noise the targets are −1..1.

    Examples
    --------
    >>> table = sine(count=3, waves=1, noise=0.0, seed=0)
    >>> table.inputs.ravel().tolist(), table.targets.ravel().tolist()
    ([0.307, 0.646, 1.352], [0.3022, 0.602, 0.9762])
    """
    random = RandomState(seed)
    x = rounded(np.sort(random.uniform(-REACH, REACH, count)))
    y = np.sin(waves * x) + noise * random.standard_normal(count)
    return GeneratedTable(x[:, None], rounded(y, TARGET_DECIMALS)[:, None], ("x",))


SINE = Generator(
    name="sine",
    label="Sine curve",
    sight="A wave over a single input. A few hidden neurons follow it, the more the more waves there are.",
    task="regression",
    parameters=(
        ROWS,
        NumberParameter("waves", "Waves", "How many whole waves there are from left to right.", 1, 1, 5, whole=True),
        NOISE,
        SEED,
    ),
    make=sine,
)
