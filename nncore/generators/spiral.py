"""Two arms wound into each other."""

from __future__ import annotations

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

from nncore.generators.balanced_classes import alternating
from nncore.generators.generated_table import GeneratedTable, numbered_names, rounded
from nncore.generators.generator import Generator
from nncore.generators.parameters import COUNT, NOISE, SEED
from nncore.generators.shifted_points import shifted

RADIUS = 5.0
TURNS = 1.75


def spiral(count: int, noise: float, seed: int) -> GeneratedTable:
    """Return rows along two spiral arms that lie opposite each other.

    Notes
    -----
    Point i of the n of an arm, the first being 1, lies at distance r = 5·i/n from the middle, in the direction
    t = 1.75·2π·i/n for class 1 and t + π for class 0: (r·sin t, r·cos t), moved along each axis by a number uniform in
    ±noise. Inputs −5.5..5.5. Source: TensorFlow Playground, `classifySpiralData`; there i counts from 0, which puts the
    first points of both arms in the very same place.

    Examples
    --------
    The last point of class 1 has t = 3.5 π: sin t = −1 and cos t = 0.

    >>> spiral(count=8, noise=0.0, seed=0).inputs[-2:].tolist()
    [[-5.0, 0.0], [5.0, 0.0]]
    """
    random = RandomState(seed)

    def arm(points: int, turned: float) -> NDArray[np.float64]:
        part = np.arange(1, points + 1) / points
        angle = TURNS * 2 * np.pi * part + turned
        places = (RADIUS * part * np.stack([np.sin(angle), np.cos(angle)])).T
        return rounded(shifted(random, places, noise))

    inputs, targets = alternating(arm(count - count // 2, 0.0), arm(count // 2, np.pi))
    return GeneratedTable(inputs, targets, numbered_names("x", 2))


SPIRAL = Generator(
    name="spiral",
    label="Spiral",
    sight="Two arms wound into each other: the hardest of these tables, for several hidden layers and many epochs.",
    task="classes",
    parameters=(COUNT, NOISE, SEED),
    make=spiral,
)
