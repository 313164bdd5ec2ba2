"""What was found in the tables that are open, kept as long as they stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nncore.experiment.experiment import Experiment
from nncore.table_checks.table_finding import TableFinding


@dataclass(frozen=True, eq=False)
class KnownFindings:
    """What was found in the tables of an experiment.

    Attributes
    ----------
    experiment : Experiment
    row_numbers : (sequence of int, sequence of int)
        What the rows of both tables are called.
    found : tuple of TableFinding
    why_not_separable : str
        Why the single neuron that is open cannot learn them; empty if it can, or if it is another network.
    """

    experiment: Experiment
    row_numbers: tuple[Sequence[int], Sequence[int]]
    found: tuple[TableFinding, ...]
    why_not_separable: str = ""
