"""Two half circles that reach into each other."""

from __future__ import annotations

import numpy as np
from numpy.random import RandomState

from nncore.generators.balanced_classes import alternating
from nncore.generators.generated_table import GeneratedTable, numbered_names, rounded
from nncore.generators.generator import Generator
from nncore.generators.parameters import COUNT, NOISE, SEED


def moons(count: int, noise: float, seed: int) -> GeneratedTable:
    """Return rows along two half circles: the lower one is class 1, the upper one class 0.

    Notes
    -----
    With t uniform in 0..π: (1 − cos t, ½ − sin t) for class 1, (cos t, sin t) for class 0, and to each input is added a
    normal number with standard deviation `noise`. Without noise the inputs are −1..2 and −½..1.
    Source: scikit-learn, `make_moons`; there t is evenly spaced.

    Examples
    --------
    >>> table = moons(count=100, noise=0.0, seed=0)
    >>> np.hypot(*table.inputs[1::2].T).round(2).max().item(), np.hypot(*(table.inputs[::2] - [1, 0.5]).T).round(2).min().item()
    (1.0, 1.0)
    """
    random = RandomState(seed)
    lower, upper = random.uniform(0.0, np.pi, count - count // 2), random.uniform(0.0, np.pi, count // 2)
    inputs, targets = alternating(
        np.stack([1.0 - np.cos(lower), 0.5 - np.sin(lower)], axis=1), np.stack([np.cos(upper), np.sin(upper)], axis=1)
    )
    inputs = rounded(inputs + noise * random.standard_normal(inputs.shape))
    return GeneratedTable(inputs, targets, numbered_names("x", 2))


MOONS = Generator(
    name="moons",
    label="Moons",
    sight="Two half circles that reach into each other. A line gets most rows right; a few hidden neurons get them all.",
    task="classes",
    parameters=(COUNT, NOISE, SEED),
    make=moons,
)
