"""Whether the number of ones is odd."""

from __future__ import annotations

from dataclasses import replace

from nncore.generators.generated_table import GeneratedTable
from nncore.generators.generator import Generator
from nncore.generators.logic_gate import logic_gate
from nncore.generators.truth_table import INPUTS


def parity(inputs: int) -> GeneratedTable:
    """Return every combination of zeros and ones: class 1 where the number of ones is odd, which is half of the rows.

    Examples
    --------
    >>> parity(2).targets.ravel().tolist()
    [0.0, 1.0, 1.0, 0.0]
    """
    return logic_gate("xor", inputs)


PARITY = Generator(
    name="parity",
    label="Parity",
    sight="Every combination of zeros and ones; the target is 1 where the number of ones is odd. "
    "Any single change turns it over, and n hidden neurons can learn n inputs.",
    task="classes",
    parameters=(replace(INPUTS, default=4),),
    make=parity,
)
