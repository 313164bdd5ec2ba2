"""Two clouds."""

from __future__ import annotations

import numpy as np
from numpy.random import RandomState

from nncore.generators.balanced_classes import alternating
from nncore.generators.generated_table import GeneratedTable, numbered_names, rounded
from nncore.generators.generator import Generator
from nncore.generators.parameters import COUNT, NOISE, SEED

CENTRE = 2.0
LEAST_VARIANCE, VARIANCE_PER_NOISE = 0.5, 7.0


def gaussians(count: int, noise: float, seed: int) -> GeneratedTable:
    """Return rows in two round clouds: class 1 around (2, 2), class 0 around (−2, −2).

    Notes
    -----
    Each input is normally distributed around its centre, with variance 0.5 + 7·noise, so from 0.5 to 4. The clouds have
    no end: now and then a point lies nearer to the other centre, at noise 0 about one in 30,000.
    Source: TensorFlow Playground, `classifyTwoGaussData`.

    Examples
    --------
    >>> table = gaussians(count=1000, noise=0.0, seed=0)
    >>> table.inputs[::2].mean(axis=0).round(1).tolist(), table.inputs[1::2].var(axis=0).round(1).tolist()
    ([2.0, 2.0], [0.5, 0.5])
    """
    random = RandomState(seed)
    deviation = np.sqrt(LEAST_VARIANCE + VARIANCE_PER_NOISE * noise)
    ones = rounded(CENTRE + deviation * random.standard_normal((count - count // 2, 2)))
    zeros = rounded(-CENTRE + deviation * random.standard_normal((count // 2, 2)))
    inputs, targets = alternating(ones, zeros)
    return GeneratedTable(inputs, targets, numbered_names("x", 2))


GAUSSIANS = Generator(
    name="gaussians",
    label="Two gaussians",
    sight="Two round clouds, which run into each other as the noise grows. A single neuron separates them.",
    task="classes",
    parameters=(COUNT, NOISE, SEED),
    make=gaussians,
)
