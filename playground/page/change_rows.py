"""Change rows of the training table, or the new situation, from inside the player."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from nncore.data.dataset import Dataset
from nncore.errors import SettingError
from nncore.experiment.experiment import Experiment
from playground.page.follow_table import show_dataset
from playground.page.page_state import PageState
from playground.player.protocol.command import AddRow, Command, MoveRow, MoveSituation, RemoveRow
from playground.tables.encoding import decoded_rows, encoded_columns, encoded_rows
from playground.tables.shown_rows import SHOWN_ROWS
from playground.tables.table import read_table
from playground.tables.table_dataset import as_situation
from playground.tables.typed_dataset import typed_dataset
from playground.tables.written_table import with_row, with_values


def move_row(state: PageState, experiment: Experiment, command: MoveRow) -> None:
    """Move a row of the training table: what is learnt from, and its cells that are others then."""
    places = state.open.row_numbers[0]
    dataset = experiment.dataset
    editor = state.open.tables["training"]
    if command.row >= min(len(places), len(dataset.inputs)) or places[command.row] > len(editor.typed):
        return
    _require_columns("input", command.inputs, dataset.input_count)
    _require_columns("target", command.targets, dataset.target_count)
    columns = state.open.columns
    encoded = encoded_columns(columns)
    rows = decoded_rows(encoded, dataset.inputs, dataset.targets)
    numbers = {"inputs": command.inputs, "targets": command.targets}
    old = rows[command.row]
    rows[command.row] = [one.moved(value, numbers[one.side]) for one, value in zip(encoded, old, strict=True)]
    cells = {one.place: value for one, value, was in zip(encoded, rows[command.row], old, strict=True) if value != was}
    inputs, targets = (encoded_rows(encoded, rows, side) for side in ("inputs", "targets"))
    moved = replace(dataset, inputs=inputs, targets=targets)
    cells_now = with_values(editor.typed, columns, places[command.row] - 1, cells)
    show_dataset(state, moved, command.gesture)
    editor.put(cells_now)
    state.settle(command.gesture)
    # Not before: a new editor for every step of a drag would flicker.
    state.page_is_old = state.page_is_old or command.dropped


def add_row(state: PageState, experiment: Experiment, command: AddRow) -> None:
    """Add a row behind the training table."""
    dataset, editor = experiment.dataset, state.open.tables["training"]
    new = [
        _whole_row("input", command.inputs, dataset.input_count),
        _whole_row("target", command.targets, dataset.target_count),
    ]
    if len(editor.typed) >= SHOWN_ROWS:
        raise SettingError(f"The page shows the first {SHOWN_ROWS:,} rows, and another one would stand behind them.")
    encoded = encoded_columns(state.open.columns)
    row = decoded_rows(encoded, *(np.array([numbers]) for numbers in new))[0]
    # What the table will say of it: a word stands for whole numbers.
    inputs = np.vstack([dataset.inputs, encoded_rows(encoded, [row], "inputs")])
    targets = np.vstack([dataset.targets, encoded_rows(encoded, [row], "targets")])
    cells = with_row(editor.typed, state.open.columns, row)
    places = [*state.open.row_numbers[0], len(cells)]
    _show_rows(state, replace(dataset, inputs=inputs, targets=targets), cells, places, command)


def remove_row(state: PageState, experiment: Experiment, command: RemoveRow) -> None:
    """Take a row out of the training table."""
    dataset, editor = experiment.dataset, state.open.tables["training"]
    places = list(state.open.row_numbers[0])
    if command.row >= min(len(places), dataset.samples) or places[command.row] > len(editor.typed):
        return
    if dataset.samples == 1:
        raise SettingError("The last row stays: a network learns from one at least.")
    gone = places.pop(command.row)
    inputs, targets = (np.delete(table, command.row, axis=0) for table in (dataset.inputs, dataset.targets))
    cells = editor.typed.drop(index=editor.typed.index[gone - 1])
    places = [place - (place > gone) for place in places]
    _show_rows(state, replace(dataset, inputs=inputs, targets=targets), cells, places, command)


def repeat_lines(state: PageState, rows: Sequence[int]) -> None:
    """Write the lines of some training rows once more below the table, as they were typed; the run learns from them already.

    Parameters
    ----------
    state : PageState
        Changed in place.
    rows : sequence of int
        Those of the run before, the first being 0.
    """
    editor, places = state.open.tables["training"], state.open.row_numbers[0]
    below = len(editor.typed)
    again = editor.typed.iloc[[places[row] - 1 for row in rows]]
    lines = [*places, *range(below + 1, below + 1 + len(rows))]
    _put_rows(state, pd.concat([editor.typed, again], ignore_index=True), lines)


def move_situation(state: PageState, experiment: Experiment, command: MoveSituation) -> None:
    """Ask about another situation."""
    table = state.open.tables["situation"]
    asked = as_situation(state.open.columns)
    said = read_table(table.cells, asked).rows
    if not said:
        return
    _require_columns("input", command.inputs, experiment.dataset.input_count)
    encoded = encoded_columns(asked)
    row = [one.moved(value, command.inputs) for one, value in zip(encoded, said[0], strict=True)]
    cells = {one.place: value for one, value, was in zip(encoded, row, said[0], strict=True) if value != was}
    table.put(with_values(table.typed, asked, 0, cells))
    state.open.situation = tuple(encoded_rows(encoded, [row], "inputs")[0].tolist())
    state.settle(command.gesture)
    state.page_is_old = True


def _show_rows(
    state: PageState, dataset: Dataset, cells: pd.DataFrame, places: Sequence[int], command: Command
) -> None:
    """Show other training rows: what is learnt from them, and the table they stand in."""
    show_dataset(state, dataset, command.gesture)
    _put_rows(state, cells, places)
    state.settle(command.gesture)


def _put_rows(state: PageState, cells: pd.DataFrame, places: Sequence[int]) -> None:
    """Have other rows stand in the training table, those that are learnt from already."""
    here = state.open
    here.row_numbers = places, here.row_numbers[1]
    here.tables["training"].put(cells)
    here.learnt = replace(here.learnt, ignored=typed_dataset(here.columns, here.tables).ignored)
    state.page_is_old = True


def _whole_row(kind: str, cells: Mapping[int, float], count: int) -> list[float]:
    _require_columns(kind, cells, count)
    if len(cells) < count:
        raise SettingError(f"A row has {count} {kind} columns. Got numbers for {len(cells)}.")
    return [cells[place] for place in range(count)]


def _require_columns(kind: str, cells: Mapping[int, float], count: int) -> None:
    unknown = cells.keys() - range(count)
    if unknown:
        raise SettingError(f"The table has {count} {kind} columns. Got a number for column {min(unknown) + 1}.")
