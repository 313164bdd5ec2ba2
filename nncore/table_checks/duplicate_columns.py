"""Input columns that say the same."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from nncore.table_checks.checked_table import Array, CheckedTable, first_alike, named_columns
from nncore.table_checks.mends import without_inputs
from nncore.table_checks.table_finding import TableFinding

_LEAST_ROWS = 3
_DECIMALS = 9


def duplicate_columns(table: CheckedTable) -> Iterator[TableFinding]:
    """Find input columns that hold the same numbers in every training row; constant ones are another matter."""
    dataset = table.experiment.dataset
    first = first_alike(dataset.all_inputs.T)
    again = _again(first, table)
    if len(dataset.all_inputs) < 2:
        return
    if not again.size:
        yield from _in_proportion(table)
        return
    columns = np.flatnonzero(np.isin(first, first[again]))
    names = tuple(dataset.all_input_names[column] for column in columns)
    groups = "hold the same numbers" if len(set(first[columns])) == 1 else "hold the same numbers, in pairs or more,"
    yield TableFinding(
        "duplicate_columns",
        f"{named_columns(names)} {groups} in every row: their weights share one job, and only their sum counts.",
        columns=names,
        mend=without_inputs(table.experiment, again.tolist()),
    )


def _in_proportion(table: CheckedTable) -> Iterator[TableFinding]:
    """Find columns of which one is another in a different unit: metres beside centimetres, °C beside °F."""
    dataset = table.experiment.dataset
    if len(dataset.all_inputs) < _LEAST_ROWS:
        return
    # Another zero, as that of °F, needs a bias.
    for form in (_in_parts_of_largest, _in_parts_of_range)[: 1 + table.experiment.architecture.bias]:
        first = first_alike(dataset.all_inputs.T, form=form)
        again = _again(first, table)
        if again.size:
            break
    else:
        return
    found = np.flatnonzero(np.isin(first, first[again]))
    names = tuple(dataset.all_input_names[column] for column in found)
    groups = (
        "are the same in different units"
        if len(set(first[found])) == 1
        else "are the same in other units, in pairs or more"
    )
    yield TableFinding(
        "duplicate_columns",
        f"{named_columns(names)} {groups}: each row says the same twice, and their weights share one job.",
        columns=names,
        mend=without_inputs(table.experiment, again.tolist()),
        weight="note",
    )


def _in_parts_of_largest(columns: Array) -> Array:
    near_one = _near_one(columns)
    largest = np.take_along_axis(near_one, np.abs(near_one).argmax(axis=1, keepdims=True), axis=1)
    parts: Array = np.round(near_one / np.where(largest == 0, 1, largest), _DECIMALS)
    return parts


def _in_parts_of_range(columns: Array) -> Array:
    near_one = _near_one(columns)
    low = near_one.min(axis=1, keepdims=True)
    span = near_one.max(axis=1, keepdims=True) - low
    parts: Array = np.round((near_one - low) / np.where(span == 0, 1, span), _DECIMALS)
    return parts


def _near_one(columns: Array) -> Array:
    """Return columns, each a row here, with other units: the range of none is beyond the largest float."""
    near_one: Array = np.ldexp(columns, -np.frexp(np.abs(columns).max(axis=1, keepdims=True))[1])
    return near_one


def _again(first: NDArray[np.intp], table: CheckedTable) -> NDArray[np.intp]:
    """Return the columns that an earlier one equals and that are not constant."""
    return np.flatnonzero((first != np.arange(len(first))) & ~table.constant)
