"""Six hills and hollows, for regression."""

from __future__ import annotations

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

from nncore.generators.generated_table import TARGET_DECIMALS, GeneratedTable, numbered_names, rounded
from nncore.generators.generator import Generator
from nncore.generators.parameters import NOISE, ROWS, SEED
from nncore.generators.shifted_points import shifted

REACH = 6.0
WIDTH = 2.0
HILLS = ((-4.0, 2.5, 1.0), (0.0, 2.5, -1.0), (4.0, 2.5, 1.0), (-4.0, -2.5, -1.0), (0.0, -2.5, 1.0), (4.0, -2.5, -1.0))
"""Each with its place, x₁ and x₂, and its height."""


def height_at(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the height of the landscape at each point.

    Parameters
    ----------
    points : ndarray, shape (rows, 2)

    Returns
    -------
    ndarray, shape (rows,)
        The height h·max(0, 1 − d/2) of the hill for which it is the farthest from 0, d being the distance from its place.

    Examples
    --------
    On the hill's top, half-way down its side, and on the plain.

    >>> height_at(np.array([[-4.0, 2.5], [1.0, 2.5], [6.0, 6.0]])).tolist()
    [1.0, -0.5, 0.0]
    """
    x, y, height = np.array(HILLS).T
    distance = np.hypot(points[:, :1] - x, points[:, 1:] - y)
    heights = height * np.clip(1.0 - distance / WIDTH, 0.0, 1.0)
    farthest = np.abs(heights).argmax(axis=1)
    result: NDArray[np.float64] = heights[np.arange(len(points)), farthest]
    return result


def several_gaussians(count: int, noise: float, seed: int) -> GeneratedTable:
    """Return rows on a landscape of three hills and three hollows, by turns in two lines.

    Notes
    -----
    Each input is uniform in ±6. The target is `height_at` the point moved along each axis by a number uniform in ±6·noise:
    −1..1. Source: TensorFlow Playground, `regressGaussian`; the hills are cones, whatever they are called there.

    Examples
    --------
    >>> table = several_gaussians(count=100, noise=0.0, seed=0)
    >>> bool(np.allclose(table.targets[:, 0], height_at(table.inputs), atol=5e-5))
    True
    """
    random = RandomState(seed)
    inputs = rounded(random.uniform(-REACH, REACH, (count, 2)))
    targets = rounded(height_at(shifted(random, inputs, noise * REACH)), TARGET_DECIMALS)
    return GeneratedTable(inputs, targets[:, None], numbered_names("x", 2))


SEVERAL_GAUSSIANS = Generator(
    name="several_gaussians",
    label="Several gaussians",
    sight="Three hills and three hollows by turns. It takes a hidden layer or two to be learnt.",
    task="regression",
    parameters=(ROWS, NOISE, SEED),
    make=several_gaussians,
)
