"""A disc inside a ring."""

from __future__ import annotations

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

from nncore.generators.balanced_classes import drawn_in_balance
from nncore.generators.generated_table import GeneratedTable, numbered_names, rounded
from nncore.generators.generator import Generator
from nncore.generators.parameters import COUNT, NOISE, SEED
from nncore.generators.shifted_points import shifted

RADIUS = 5.0
DISC, RING = (0.0, 0.5 * RADIUS), (0.7 * RADIUS, RADIUS)


def circle(count: int, noise: float, seed: int) -> GeneratedTable:
    """Return rows in a disc, class 1, and in a ring around it, class 0.

    Notes
    -----
    A point has a distance from the middle that is uniform in 0..2.5 (disc) or 3.5..5 (ring), and a direction uniform in
    0..2π. It is of class 1 if, moved along each axis by a number uniform in ±5·noise, it lies less than 2.5 from the
    middle. Inputs −5..5. Source: TensorFlow Playground, `classifyCircleData`; there noise changes how many rows a class
    has, here rows are drawn until there are as many of each.

    Examples
    --------
    >>> table = circle(count=6, noise=0.0, seed=0)
    >>> np.hypot(*table.inputs.T).round(2).tolist(), table.targets.ravel().tolist()
    ([1.37, 4.57, 1.51, 4.32, 1.06, 4.47], [1.0, 0.0, 1.0, 0.0, 1.0, 0.0])
    """
    random = RandomState(seed)

    def draw(size: int) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        lowest, highest = np.where(np.arange(size)[:, None] % 2 == 0, DISC, RING).T
        distance, angle = random.uniform(lowest, highest), random.uniform(0.0, 2 * np.pi, size)
        points = rounded(np.stack([distance * np.sin(angle), distance * np.cos(angle)], axis=1))
        return points, np.hypot(*shifted(random, points, noise * RADIUS).T) < DISC[1]

    inputs, targets = drawn_in_balance(count, draw)
    return GeneratedTable(inputs, targets, numbered_names("x", 2))


CIRCLE = Generator(
    name="circle",
    label="Circle",
    sight="A disc of class 1 inside a ring of class 0. No line separates them; three hidden neurons can.",
    task="classes",
    parameters=(COUNT, NOISE, SEED),
    make=circle,
)
