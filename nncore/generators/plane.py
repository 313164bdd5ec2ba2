"""A slanted plane, for regression."""

from __future__ import annotations

from numpy.random import RandomState

from nncore.generators.generated_table import TARGET_DECIMALS, GeneratedTable, numbered_names, rounded
from nncore.generators.generator import Generator
from nncore.generators.parameters import NOISE, ROWS, SEED
from nncore.generators.shifted_points import shifted

REACH = 6.0
SUM_AT_ONE = 10.0


def plane(count: int, noise: float, seed: int) -> GeneratedTable:
    """Return rows whose target grows evenly with the sum of both inputs.

    Notes
    -----
    Each input is uniform in ±6. The target is (x₁ + x₂)/10, of the point moved along each axis by a number uniform in
    ±6·noise; without noise −1.2..1.2. Source: TensorFlow Playground, `regressPlane`.

    Examples
    --------
    >>> table = plane(count=3, noise=0.0, seed=0)
    >>> table.inputs.tolist(), table.targets.ravel().tolist()
    ([[0.586, 2.582], [1.233, 0.539], [-0.916, 1.751]], [0.3168, 0.1772, 0.0835])
    """
    random = RandomState(seed)
    inputs = rounded(random.uniform(-REACH, REACH, (count, 2)))
    moved = shifted(random, inputs, noise * REACH)
    targets = rounded(moved.sum(axis=1, keepdims=True) / SUM_AT_ONE, TARGET_DECIMALS)
    return GeneratedTable(inputs, targets, numbered_names("x", 2))


PLANE = Generator(
    name="plane",
    label="Plane",
    sight="A number that grows evenly from one corner to the opposite one. A single linear neuron learns it.",
    task="regression",
    parameters=(ROWS, NOISE, SEED),
    make=plane,
)
