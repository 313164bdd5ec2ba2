"""Input columns that never change: of no use, or a bias in disguise."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.number_text import sentence_number
from nncore.table_checks.checked_table import CheckedTable, named_columns
from nncore.table_checks.mends import without_inputs
from nncore.table_checks.table_finding import TableFinding


def constant_columns(table: CheckedTable) -> Iterator[TableFinding]:
    """Find constant input columns: the network sees either 0, of which nothing comes, or a number that acts as a bias."""
    seen = table.seen_inputs[0]
    zero, other = np.flatnonzero(table.constant & (seen == 0)), np.flatnonzero(table.constant & (seen != 0))
    names = table.experiment.dataset.all_input_names
    if other.size:
        named = tuple(names[column] for column in other)
        numbers = ", ".join(dict.fromkeys(sentence_number(seen[column]) for column in other))
        yield _acts_as_bias(table, named, numbers, other.tolist())
    if zero.size:
        named = tuple(names[column] for column in zero)
        always = "is always 0" if zero.size == 1 else "are always 0"
        if table.experiment.dataset.all_inputs[0, zero].any():
            always = f"never change{'s' if zero.size == 1 else ''}, and scaling makes 0 of {'it' if zero.size == 1 else 'them'}"
        yield TableFinding(
            "constant_columns",
            f"{named_columns(named)} {always}: nothing comes of such an input, and its weights never change.",
            columns=named,
            mend=without_inputs(table.experiment, zero.tolist()),
        )


def _acts_as_bias(table: CheckedTable, names: tuple[str, ...], numbers: str, columns: list[int]) -> TableFinding:
    is_ = f"{named_columns(names)} {'is' if len(names) == 1 else 'are'} {numbers} in every row"
    if not table.experiment.architecture.bias:
        return TableFinding(
            "constant_columns",
            f"{is_} and does the work of a bias, which this network has none of: its weight moves the threshold.",
            columns=names,
            weight="note",
        )
    return TableFinding(
        "constant_columns",
        f"{is_} and does the work of a bias, which every neuron here has already.",
        columns=names,
        mend=without_inputs(table.experiment, columns),
        weight="note",
    )
