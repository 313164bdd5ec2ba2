"""The truth table of a logic gate."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nncore.generators.generated_table import GeneratedTable, numbered_names
from nncore.generators.generator import Generator
from nncore.generators.parameters import ChoiceParameter
from nncore.generators.truth_table import INPUTS, truth_table

Ones = NDArray[np.float64]

GATES: dict[str, tuple[str, Callable[[Ones, int], Any]]] = {
    "and": ("AND: all inputs are 1", lambda ones, inputs: ones == inputs),
    "or": ("OR: at least one input is 1", lambda ones, inputs: ones >= 1),
    "nand": ("NAND: not all inputs are 1", lambda ones, inputs: ones < inputs),
    "nor": ("NOR: no input is 1", lambda ones, inputs: ones == 0),
    "xor": ("XOR: an odd number of inputs is 1", lambda ones, inputs: ones % 2 == 1),
    "xnor": ("XNOR: an even number of inputs is 1", lambda ones, inputs: ones % 2 == 0),
    "majority": ("Majority: more than half of the inputs are 1", lambda ones, inputs: ones > inputs / 2),
}
"""By name: the label, and whether the gate gives 1, from how many of its inputs are 1 and how many there are."""


def logic_gate(gate: str, inputs: int) -> GeneratedTable:
    """Return the truth table of a gate: a row for each combination of its inputs.

    Examples
    --------
    >>> logic_gate("xor", inputs=3).targets.ravel().tolist()
    [0.0, 1.0, 1.0, 0.0, 1.0, 0.0, 0.0, 1.0]
    """
    rows = truth_table(inputs)
    targets = GATES[gate][1](rows.sum(axis=1), inputs).astype(np.float64)
    return GeneratedTable(rows, targets[:, None], numbered_names("input ", inputs))


LOGIC_GATE = Generator(
    name="logic_gate",
    label="Logic gate",
    sight="Every combination of zeros and ones, and what a gate makes of it. One neuron learns all but XOR and XNOR.",
    task="classes",
    parameters=(
        ChoiceParameter(
            "gate", "Gate", "When the target is 1.", "xor", tuple((name, gate[0]) for name, gate in GATES.items())
        ),
        INPUTS,
    ),
    make=logic_gate,
)
