"""Check a table against the network that is to learn it: the one list of all checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from nncore.experiment.experiment import Experiment
from nncore.table_checks.checked_table import CheckedTable
from nncore.table_checks.class_shares import one_class, unequal_classes
from nncore.table_checks.constant_columns import constant_columns
from nncore.table_checks.contradictory_rows import contradictory_rows
from nncore.table_checks.duplicate_columns import duplicate_columns
from nncore.table_checks.duplicate_rows import duplicate_rows
from nncore.table_checks.extrapolation import extrapolation
from nncore.table_checks.first_epoch_too_far import first_epoch_too_far
from nncore.table_checks.input_equals_target import input_equals_target
from nncore.table_checks.numbered_classes import numbered_classes
from nncore.table_checks.opposite_rows import opposite_rows
from nncore.table_checks.own_test_range import own_test_range
from nncore.table_checks.rows_in_both_tables import rows_in_both_tables
from nncore.table_checks.rows_of_zeros import rows_of_zeros
from nncore.table_checks.rows_on_a_ray import rows_on_a_ray
from nncore.table_checks.table_finding import TableFinding
from nncore.table_checks.unreachable_targets import unreachable_targets
from nncore.table_checks.unscaled_inputs import unscaled_inputs

CHECKS: tuple[Callable[[CheckedTable], Iterator[TableFinding]], ...] = (
    one_class,
    unreachable_targets,
    numbered_classes,
    contradictory_rows,
    rows_of_zeros,
    opposite_rows,
    rows_on_a_ray,
    unscaled_inputs,
    first_epoch_too_far,
    unequal_classes,
    duplicate_columns,
    constant_columns,
    own_test_range,
    extrapolation,
    rows_in_both_tables,
    input_equals_target,
    duplicate_rows,
)
"""The most important first. A new check is a file, and its name here."""


def check_table(
    experiment: Experiment,
    *,
    row_numbers: Sequence[int] | None = None,
    test_row_numbers: Sequence[int] | None = None,
) -> tuple[TableFinding, ...]:
    """Return what is to be known of an experiment's table before it is trained; one epoch of it is tried at most.

    Parameters
    ----------
    experiment : Experiment
    row_numbers, test_row_numbers : sequence of int, optional
        What training and test rows are called in the sentences; by default they are counted from 1.

    Returns
    -------
    tuple of TableFinding
        Warnings before notes, the most important first.

    Examples
    --------
    >>> from nncore import Architecture, Dataset, SGD
    >>> table = Dataset([[0, 1], [1, 1], [0, 1]], [[0], [1], [1]])
    >>> network = Architecture((2, 1), ("sigmoid",))
    >>> findings = check_table(Experiment(table, network, loss="half_squared_error", optimizer=SGD(1.0), epochs=10))
    >>> [(finding.kind, finding.weight) for finding in findings]
    [('contradictory_rows', 'warning'), ('constant_columns', 'note')]
    >>> findings[0].rows, round(findings[0].lowest_loss, 9)
    ((0, 2), 0.083333333)
    """
    table = CheckedTable(experiment, row_numbers, test_row_numbers)
    findings = [finding for check in CHECKS for finding in check(table)]
    return tuple(sorted(findings, key=lambda finding: finding.weight != "warning"))
