"""Rows that are multiples of one another to a network of ReLUs without biases."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.named_rows import begin_sentence
from nncore.number_text import sentence_number
from nncore.table_checks.checked_table import Array, CheckedTable, first_alike
from nncore.table_checks.mends import with_biases
from nncore.table_checks.table_finding import TableFinding
from nncore.table_checks.wanted_pre_activations import wanted_pre_activations

KEEP_MULTIPLES = frozenset({"relu", "leaky_relu", "linear"})
"""Activations f with f(c · z) = c · f(z) for every c > 0."""

DIGITS = 12
"""Decimals to which two directions are the same."""


def rows_on_a_ray(table: CheckedTable) -> Iterator[TableFinding]:
    """Find rows x and c · x, c > 0, whose targets no weights can reach, since a network without biases answers both at once.

    If every hidden activation keeps multiples, so does the pre-activation of each output: z(c · x) = c · z(x).
    """
    architecture = table.experiment.architecture
    if architecture.bias or not KEEP_MULTIPLES.issuperset(architecture.activations[:-1]):
        return
    wanted = wanted_pre_activations(table)
    if wanted is None:
        return
    lengths = np.abs(table.seen_inputs).max(axis=1)
    ray_of_row = np.where(lengths > 0, first_alike(table.seen_inputs, form=_directions), -1)
    rays, counts = np.unique(ray_of_row, return_counts=True)
    for ray in rays[(rays >= 0) & (counts > 1)]:
        rows = np.flatnonzero(ray_of_row == ray)
        with np.errstate(over="ignore"):  # of inputs next to nothing
            apart = _apart(*(bound[rows] / lengths[rows, None] for bound in wanted))
        near, far = sorted(rows[list(apart)].tolist(), key=lambda row: float(lengths[row]))
        if lengths[near] < lengths[far]:  # equal rows contradict each other, with biases as well
            yield _found(table, near, far, lengths[far] / lengths[near])
            return


def _apart(lowest: Array, highest: Array) -> tuple[int, int]:
    """Return two rows of which one has to be above what the other has to be below; the same twice if there are none."""
    is_apart = lowest.max(axis=0) > highest.min(axis=0)
    column = int(is_apart.argmax())
    return (int(lowest[:, column].argmax()), int(highest[:, column].argmin())) if is_apart[column] else (0, 0)


def _directions(rows: Array) -> Array:
    lengths = np.abs(rows).max(axis=1, keepdims=True)
    return (rows / np.where(lengths > 0, lengths, 1.0)).round(DIGITS)


def _found(table: CheckedTable, near: int, far: int, ratio: float) -> TableFinding:
    times = sentence_number(ratio)
    return TableFinding(
        "rows_on_a_ray",
        f"{begin_sentence(table.named([far]))} is {times} times {table.named([near])} to the network, which has no biases: the "
        f"sum z of its output is {times} times as large, too, whatever the weights, and cannot suit both targets.",
        rows=tuple(sorted((near, far))),
        mend=with_biases(table.experiment),
    )
