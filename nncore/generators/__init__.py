"""Tables that are computed: each generator is a declaration and a pure function, in a file of its own.

The same values, the seed among them, always give the same table: whoever keeps a `Recipe` keeps the table.
"""

from __future__ import annotations

from nncore.generators.circle import CIRCLE
from nncore.generators.exclusive_or import EXCLUSIVE_OR
from nncore.generators.formula_boundary import FORMULA_BOUNDARY
from nncore.generators.gaussians import GAUSSIANS
from nncore.generators.generated_table import GeneratedTable
from nncore.generators.generator import Generator
from nncore.generators.logic_gate import LOGIC_GATE
from nncore.generators.moons import MOONS
from nncore.generators.parity import PARITY
from nncore.generators.plane import PLANE
from nncore.generators.several_gaussians import SEVERAL_GAUSSIANS
from nncore.generators.sine import SINE
from nncore.generators.spiral import SPIRAL

GENERATORS: dict[str, Generator] = {
    generator.name: generator
    for generator in (
        CIRCLE,
        EXCLUSIVE_OR,
        GAUSSIANS,
        SPIRAL,
        MOONS,
        FORMULA_BOUNDARY,
        LOGIC_GATE,
        PARITY,
        SINE,
        PLANE,
        SEVERAL_GAUSSIANS,
    )
}

__all__ = ["GENERATORS", "GeneratedTable", "Generator"]
