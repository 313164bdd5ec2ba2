"""What a check has found in a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from nncore.experiment.experiment import Experiment


Kind = Literal[
    "one_class",
    "targets_out_of_reach",
    "numbered_classes",
    "contradictory_rows",
    "needs_bias",
    "opposite_rows",
    "rows_on_a_ray",
    "zero_rows",
    "unscaled_inputs",
    "unequal_classes",
    "duplicate_columns",
    "constant_columns",
    "test_scaled_by_own_range",
    "extrapolation",
    "test_rows_in_training",
    "input_equals_target",
    "duplicate_rows",
]

OF_TEST_ROWS: frozenset[Kind] = frozenset({"test_scaled_by_own_range", "extrapolation", "test_rows_in_training"})
"""What is to be known of the test table: the training table is as it should be."""


@dataclass(frozen=True)
class TableFinding:
    """One thing that is to be known of a table before a network learns it.

    Attributes
    ----------
    kind : str
        Which kind of thing it is, one of `Kind`.
    sentence : str
        What it is and why it matters for this network, for a person.
    rows, test_rows : tuple of int
        The rows concerned, counted from 0: of the training table and of the test table.
    columns : tuple of str
        The columns concerned, by their names; none if it is the row as a whole.
    mend : Experiment or None
        The same experiment without the fault; None where only the person knows what is right.
    weight : {"warning", "note"}
        A warning calls for a mend: as it is, the network learns badly or something wrong. A note is worth knowing, and
        may be meant.
    lowest_loss : float or None
        For contradictory rows, the lowest loss of the training table that any network can reach.
    """

    kind: Kind
    sentence: str
    rows: tuple[int, ...] = ()
    test_rows: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()
    mend: Experiment | None = None
    weight: Literal["warning", "note"] = "warning"
    lowest_loss: float | None = None
