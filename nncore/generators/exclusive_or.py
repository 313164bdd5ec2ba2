"""Four squares like a chessboard's, the two on a diagonal of one class."""

from __future__ import annotations

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

from nncore.generators.balanced_classes import drawn_in_balance
from nncore.generators.generated_table import GeneratedTable, numbered_names, rounded
from nncore.generators.generator import Generator
from nncore.generators.parameters import COUNT, NOISE, SEED
from nncore.generators.shifted_points import shifted

REACH = 5.0
GAP = 0.3


def exclusive_or(count: int, noise: float, seed: int) -> GeneratedTable:
    """Return rows in four squares: class 1 where both inputs have the same sign, class 0 where they differ.

    Notes
    -----
    Each input is uniform in ±5 and then moved away from 0 by 0.3. A point is of class 1 if, moved along each axis by a
    number uniform in ±5·noise, x₁·x₂ ≥ 0. Inputs −5.3..5.3. Source: TensorFlow Playground, `classifyXORData`; there the
    number of rows of a class is left to chance, here rows are drawn until there are as many of each.

    Examples
    --------
    >>> table = exclusive_or(count=4, noise=0.0, seed=0)
    >>> (table.inputs.prod(axis=1) >= 0).tolist(), table.targets.ravel().tolist()
    ([True, False, True, False], [1.0, 0.0, 1.0, 0.0])
    """
    random = RandomState(seed)

    def draw(size: int) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        points = random.uniform(-REACH, REACH, (size, 2))
        points = rounded(points + np.where(points > 0, GAP, -GAP))
        return points, shifted(random, points, noise * REACH).prod(axis=1) >= 0

    inputs, targets = drawn_in_balance(count, draw)
    return GeneratedTable(inputs, targets, numbered_names("x", 2))


EXCLUSIVE_OR = Generator(
    name="exclusive_or",
    label="Exclusive or",
    sight="Four squares, each of the other class than its neighbours. No line separates them; two lines together do.",
    task="classes",
    parameters=(COUNT, NOISE, SEED),
    make=exclusive_or,
)
