"""Rows that are multiples of one another to a network of ReLUs without biases."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

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
    outside = np.flatnonzero(lengths > 0)  # all zeros lie on every ray
    ray_of_row = first_alike(table.seen_inputs, form=_directions)[outside]
    with np.errstate(over="ignore"):  # of inputs next to nothing
        lowest, highest = (bound[outside] / lengths[outside, None] for bound in wanted)
    for ray in _refuted(ray_of_row, lowest, highest):
        rows = np.flatnonzero(ray_of_row == ray)
        apart = outside[rows[list(_apart(lowest[rows], highest[rows]))]]
        near, far = sorted(apart.tolist(), key=lambda row: float(lengths[row]))
        if lengths[near] < lengths[far]:  # equal rows contradict each other, with biases as well
            yield _found(table, near, far, lengths[far] / lengths[near])
            return


def _refuted(ray_of_row: NDArray[np.intp], lowest: Array, highest: Array) -> Iterator[int]:
    """Yield the rays of which some row needs more than another one allows."""
    rays, place = np.unique(ray_of_row, return_inverse=True)
    most, least = np.full((len(rays), lowest.shape[1]), -np.inf), np.full((len(rays), lowest.shape[1]), np.inf)
    np.maximum.at(most, place, lowest)
    np.minimum.at(least, place, highest)
    yield from rays[(most > least).any(axis=1)].tolist()


def _apart(lowest: Array, highest: Array) -> tuple[int, int]:
    """Return the two rows of a refuted ray of which one has to be above what the other has to be below."""
    column = int((lowest.max(axis=0) > highest.min(axis=0)).argmax())
    return int(lowest[:, column].argmax()), int(highest[:, column].argmin())


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
