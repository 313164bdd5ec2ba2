"""Inputs so large, so small, or so different in size, that training crawls, jumps or diverges."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.network.activations import find_activation
from nncore.number_text import sentence_number
from nncore.table_checks.checked_table import CheckedTable, named_columns
from nncore.table_checks.mends import with_settings
from nncore.table_checks.table_finding import TableFinding
from nncore.training.divergence import FAR_FROM_SCALED, stable_rate

FAR_APART = 20.0
"""By so much the ranges of two columns differ before the smaller one is learnt hundreds of times slower."""

FAR_TOO_NARROW = 0.1
"""A network of which no input spans more than this answers nearly the same to every row, until its weights are large."""


def unscaled_inputs(table: CheckedTable) -> Iterator[TableFinding]:
    """Find inputs that reach beyond ten, that span a tenth at most, or of which one spans twenty times another, as seen."""
    seen, varied = table.seen_inputs, ~table.constant
    names = table.experiment.dataset.all_input_names
    sizes = np.abs(seen).max(axis=0)
    if (sizes > FAR_FROM_SCALED).any():
        columns = np.flatnonzero(sizes > FAR_FROM_SCALED)
        named = tuple(names[column] for column in columns)
        why = f"{named_columns(named)} reach{'es' if len(named) == 1 else ''} {sentence_number(sizes.max())}"
        yield _finding(table, named, f"{why}, far beyond the size of 1 that suits a network: {_consequence(table)}.")
        return
    ranges = seen.max(axis=0) - seen.min(axis=0)
    if 0 < ranges.max() <= FAR_TOO_NARROW:
        named = tuple(names[column] for column in np.flatnonzero(ranges))
        spans = f"span{'s' if len(named) == 1 else ''} {'only' if len(named) == 1 else 'at most'} {sentence_number(ranges.max())}"
        why = "the network's sums hardly differ from row to row, and training crawls"
        yield _finding(
            table, named, f"{named_columns(named)} {spans}, far from the size of 1 that suits a network: {why}."
        )
        return
    if varied.sum() < 2 or ranges[varied].max() <= FAR_APART * ranges[varied].min():
        return
    wide, narrow = int(ranges.argmax()), int(np.flatnonzero(varied)[ranges[varied].argmin()])
    yield _finding(
        table,
        (names[wide], names[narrow]),
        f"{names[wide]} spans {sentence_number(ranges[wide])} and {names[narrow]} only {sentence_number(ranges[narrow])}: "
        f"a learning rate that suits the first lets the weights of {names[narrow]} crawl.",
    )


def _finding(table: CheckedTable, columns: tuple[str, ...], sentence: str) -> TableFinding:
    experiment = table.experiment
    # Centring would make 0 of a constant column, which does the work of the bias that is missing.
    keeps_bias = not experiment.architecture.bias and bool((table.constant & (table.seen_inputs[0] != 0)).any())
    mend = with_settings(experiment, input_scaling="max_abs" if keeps_bias else "standard")
    return TableFinding("unscaled_inputs", sentence, columns=columns, mend=mend)


def _consequence(table: CheckedTable) -> str:
    experiment = table.experiment
    in_force = experiment.plan.in_force_at_first
    bound = stable_rate(experiment.architecture, experiment.plan, table.seen_inputs, in_force)
    first = find_activation(experiment.architecture.activations[0])
    if bound is not None and in_force.learning_rate_of(experiment.architecture.layer_count - 1) >= bound:
        return f"with a learning rate of {sentence_number(experiment.optimizer.learning_rate)} training diverges"
    if np.isfinite([first.lowest, first.highest]).all():
        return (
            f"{first.name} saturates, and training crawls where its derivative is nearly 0, or jumps to extreme weights"
        )
    return "the weights jump, or crawl with a learning rate that is small enough"
