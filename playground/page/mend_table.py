"""Have on the page what mends a finding: other settings, an ignored column, rows left out. Undo takes it back at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nncore.errors import FormatError
from nncore.experiment.experiment import Experiment
from nncore.table_checks.table_finding import TableFinding
from playground.page.change_columns import change_columns
from playground.page.change_derived import remove_derived
from playground.page.page_state import PageState
from playground.page.table_findings import described_experiment, findings_of
from playground.settings.build import settings_at_the_end
from playground.settings.changed_settings import changed_settings
from playground.tables.column_changes import ColumnChange, column_of_kind, column_with_role
from playground.tables.encoding import encoded_columns

Rows = tuple[list[int], list[int]]


def words_of_mend(state: PageState, finding: TableFinding) -> str:
    """Return in words what a mend changes; empty if there is none that the page can take.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> state = PageState(gallery()[0])
    >>> words_of_mend(state, findings_of(state)[1])
    'Ignore “input 1”'
    """
    if finding.mend is None:
        return ""
    if finding.kind == "numbered_classes":
        return "Take the numbers as classes"
    experiment = described_experiment(state)
    if finding.mend.dataset == experiment.dataset:
        return words_of_settings(state, finding.mend)
    left_out = _columns_left_out(state, experiment, finding.mend)
    if left_out is not None:
        return _words_of_columns(state, left_out)
    count = sum(map(len, _rows_left_out(experiment, finding.mend)))
    return f"Leave {'this row' if count == 1 else f'these {count:,} rows'} out" if count else ""


def take_mend(state: PageState, kind: str, columns: Sequence[str] = ()) -> None:
    """Have on the page what mends a finding: one change, which can be taken back.

    Parameters
    ----------
    state : PageState
        Changed in place; it stays if there is no such finding any more.
    kind : str
    columns : sequence of str
        Those of the finding.
    """
    with state.lock:
        if any(table.is_old for table in state.open.tables.values()):
            return  # a mend that is pressed twice is taken before the page has been drawn with it
        for finding in findings_of(state):
            if (finding.kind, finding.columns) == (kind, tuple(columns)) and words_of_mend(state, finding):
                assert finding.mend is not None
                _take(state, finding, finding.mend)
                return


def words_of_settings(state: PageState, mend: Experiment) -> str:
    """Return in words which settings of the page are others in an experiment; empty if the page has none for it."""
    values = state.open.values
    return changed_settings(values, {**values, **other_settings(state, mend)}).rstrip(".")


def take_settings(state: PageState, mend: Experiment) -> None:
    """Have on the page the settings of an experiment that differs in nothing else."""
    with state.lock:
        state.open.values.update(other_settings(state, mend))
        state.settings_key = state.new_key()
        state.page_is_old = True


def other_settings(state: PageState, mend: Experiment) -> dict[str, Any]:
    """Return the settings that are others in an experiment; none if the page has not all that it needs."""
    try:
        before, after = settings_at_the_end(described_experiment(state)), settings_at_the_end(mend)
    except FormatError:  # for what was opened the page may have no setting
        return {}
    return {name: value for name, value in after.items() if value != before[name]}


def _take(state: PageState, finding: TableFinding, mend: Experiment) -> None:
    here, experiment = state.open, described_experiment(state)
    if finding.kind == "numbered_classes":
        for place, column in enumerate(here.columns):
            if column.its_role.side == "targets":
                _change(state, column_of_kind(here.columns, place, "words"))
        return
    if mend.dataset == experiment.dataset:
        take_settings(state, mend)
        return
    left_out = _columns_left_out(state, experiment, mend)
    if left_out is not None:
        for place in left_out.columns:
            _change(state, column_with_role(here.columns, place, "ignored"))
        for name in left_out.derived:
            remove_derived(state, [column.name for column in here.derived].index(name))
        return
    for name, rows, numbers in zip(
        ("training", "test"), _rows_left_out(experiment, mend), here.row_numbers, strict=True
    ):
        table = here.tables[name]
        if rows and not here.rows_have_moved:
            gone = {numbers[row] - 1 if numbers else row for row in rows}
            table.put_without(gone)
    state.page_is_old = True


def _change(state: PageState, change: ColumnChange) -> None:
    change_columns(state, lambda: change)


@dataclass(frozen=True)
class _ColumnsLeftOut:
    """What the page does without: the places of its columns, and the names of its derived inputs."""

    columns: tuple[int, ...] = ()
    derived: tuple[str, ...] = ()


def _columns_left_out(state: PageState, experiment: Experiment, mend: Experiment) -> _ColumnsLeftOut | None:
    """Return what the page does without if it takes a mend; nothing if it cannot, and None if that is about no column.

    A column of words has an input for each of them. It can only be ignored as a whole: not where more than one of them would
    stay, which together say what the last one does, and not as long as another input is derived from one.
    """
    here = state.open
    gone = set(experiment.dataset.all_input_names) - set(mend.dataset.all_input_names)
    if not gone:
        return None
    inputs = [one for one in encoded_columns(here.columns) if one.side == "inputs"]
    ignored = [one for one in inputs if gone.intersection(one.names)]
    derived = tuple(column.name for column in here.derived if column.name in gone)
    lost = {name for one in ignored for name in one.names}
    says_more = any(len(set(one.names) - gone) > 1 for one in ignored)
    is_needed = any(lost.intersection(column.formula.columns) for column in here.derived if column.name not in gone)
    if says_more or is_needed or len(ignored) == len(inputs) or gone - lost - set(derived):
        return _ColumnsLeftOut()
    return _ColumnsLeftOut(tuple(one.place for one in ignored), derived)


def _words_of_columns(state: PageState, left_out: _ColumnsLeftOut) -> str:
    ignored = " and ".join(f"“{state.open.columns[place].name}”" for place in left_out.columns)
    derived = " and ".join(f"“{name}”" for name in left_out.derived)
    words = [f"ignore {ignored}" if ignored else "", f"remove {derived}" if derived else ""]
    told = " and ".join(part for part in words if part)
    return f"{told[:1].upper()}{told[1:]}"


def _rows_left_out(experiment: Experiment, mend: Experiment) -> Rows:
    """Return which training and test rows a mend does without, counted from 0."""
    before, after = experiment.dataset, mend.dataset
    return (
        _left_out((before.inputs, before.targets), (after.inputs, after.targets)),
        _left_out((before.test_inputs, before.test_targets), (after.test_inputs, after.test_targets)),
    )


def _left_out(before: tuple[Any, Any], after: tuple[Any, Any]) -> list[int]:
    kept = _lines(after)
    rows, at = [], 0
    for row, line in enumerate(_lines(before)):
        if at < len(kept) and (line == kept[at]).all():
            at += 1
        else:
            rows.append(row)
    return rows


def _lines(table: tuple[Any, Any]) -> NDArray[np.float64]:
    return np.empty((0, 0)) if table[0] is None else np.column_stack(table)
