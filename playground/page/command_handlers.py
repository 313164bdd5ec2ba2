"""Carry out what somebody does to the run from inside the player; the twin of command_actions.js."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from nncore.data.dataset import Dataset
from nncore.errors import NeuralNetworkError, SettingError
from nncore.experiment.experiment import Experiment
from nncore.network.initializers import LARGEST_SEED
from playground.page.change_network import freeze, say_epochs, set_parameter, set_parameters, switch_neuron
from playground.page.note_paste import note_paste
from playground.page.open_kept import open_kept
from playground.page.open_scene import leave_lesson, open_scene
from playground.page.page_state import PageState
from playground.page.take_offer import take_offer
from playground.page.undo import redo, undo
from playground.player.protocol.command import (
    AddRow,
    Command,
    Freeze,
    LeaveLesson,
    MoveRow,
    MoveSituation,
    NewWeights,
    OpenKept,
    OpenScene,
    PasteCells,
    PlayHead,
    Redo,
    RemoveRow,
    SetParameter,
    SetParameters,
    SetThreshold,
    StartOver,
    SwitchNeuron,
    TakeBack,
    TakeOffer,
    Undo,
    Unreadable,
)
from playground.player.protocol.request import LONGEST_SLICE, Request
from playground.runs.branching import as_long_as_before, with_settings
from playground.runs.budget import Budget
from playground.runs.typed_start import with_typed_start
from playground.settings.build import build_experiment
from playground.tables.encoding import decoded_rows, encoded_columns, encoded_rows
from playground.tables.shown_rows import SHOWN_ROWS
from playground.tables.table import read_table
from playground.tables.table_dataset import as_situation
from playground.tables.written_table import with_row, with_values


def take(state: PageState, request: Request | None, budget: Budget | None = None) -> None:
    """Keep a request until the page is drawn, and do at once what it wants.

    All that it asks for shares one budget. Commands that no longer fit into it stay unconfirmed, and the player says them
    again; one is carried out in any case.

    Parameters
    ----------
    state : PageState
        Changed in place.
    request : Request or None
        What came from the player, if it could be read.
    budget : Budget, optional
        How long may be worked for it, if not `LONGEST_SLICE`.
    """
    state.request = request
    state.budget = budget or Budget(LONGEST_SLICE)
    state.player_seen = True
    if request is None:
        return
    with state.budget.spending():
        _carry_out(state, request)


def _carry_out(state: PageState, request: Request) -> None:
    if request.run == state.open.run.number:
        if request.choices is not None:
            state.open.choices = request.choices
        if request.viewpoint is not None:
            state.open.viewpoint = request.viewpoint
        if request.forget:
            state.forget_before()
    open_commands = [command for command in request.commands if command.number > state.commands_done]
    for place, command in enumerate(open_commands):
        if place and not state.budget.for_training:
            break
        _perform(state, command)


def _perform(state: PageState, command: Command) -> None:
    """Carry out a command, once. What cannot be done is passed over: it came too late."""
    if command.number <= state.commands_done:
        return
    state.commands_done = command.number
    if command.opened != state.opened:
        return
    # As long as something has to be mended the run belongs to another table: what is done to it would not be kept.
    if state.open.stale and not isinstance(command, _DONE_ANYWAY):
        return
    if state.open.rows_have_moved and isinstance(command, MoveRow | RemoveRow):
        return  # another row stands in that place now
    try:
        _HANDLERS[type(command)](state, state.open.run.experiment, command)
    except NeuralNetworkError:
        return


def _show(state: PageState, experiment: Experiment, command: Command) -> None:
    state.show(experiment, command.gesture)
    state.settle(command.gesture)


def _move_row(state: PageState, experiment: Experiment, command: MoveRow) -> None:
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
    _show_what_settings_say(state, moved, command)
    editor.put(cells_now)
    state.settle(command.gesture)
    # Not before: a new editor for every step of a drag would flicker.
    state.page_is_old = state.page_is_old or command.dropped


def _add_row(state: PageState, experiment: Experiment, command: AddRow) -> None:
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


def _remove_row(state: PageState, experiment: Experiment, command: RemoveRow) -> None:
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


def _show_rows(
    state: PageState, dataset: Dataset, cells: pd.DataFrame, places: Sequence[int], command: Command
) -> None:
    """Show other training rows: what is learnt from them, and the table they stand in."""
    _show_what_settings_say(state, dataset, command)
    state.open.row_numbers = places, state.open.row_numbers[1]
    state.open.tables["training"].put(cells)
    state.settle(command.gesture)
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


def _move_situation(state: PageState, experiment: Experiment, command: MoveSituation) -> None:
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


def _set_threshold(state: PageState, experiment: Experiment, command: SetThreshold) -> None:
    state.set_threshold(command.threshold, command.gesture)


def _new_weights(state: PageState, experiment: Experiment, command: NewWeights) -> None:
    state.open.values["seed"] = (experiment.seed + 1) % (LARGEST_SEED + 1)
    state.settings_key = state.new_key()
    state.page_is_old = True
    _show_what_settings_say(state, experiment.dataset, command)
    state.settle(command.gesture)


def _take_back(state: PageState, experiment: Experiment, command: TakeBack) -> None:
    # A drag that led back to where it began has left no step, and what was done before it is not its own.
    if command.gesture == state.history.gesture:
        undo(state)


def _start_over(state: PageState, experiment: Experiment, command: StartOver) -> None:
    begun = as_long_as_before(replace(experiment, interventions=()), experiment, state.open.lengthened)
    if begun.epochs != experiment.epochs:
        say_epochs(state, begun.epochs)
    _show_what_settings_say(state, experiment.dataset, command)
    # By now the player stands at epoch 0.
    state.settle(command.gesture, left_at=command.epoch)


def _show_what_settings_say(state: PageState, dataset: Dataset, command: Command) -> None:
    state.show(build_experiment(dataset, state.open.values), command.gesture)
    # A setting whose effect depended on the play-head is part of it.
    state.wanted = None


def _take_up_settings(state: PageState, experiment: Experiment, command: PlayHead) -> None:
    wanted = state.wanted
    if wanted is None or command.question != state.question:
        return
    # A run that was also made shorter, to end before the play-head, has nothing left there to go on from.
    if 0 < command.epoch < min(state.open.run.last_epoch, wanted.epochs):
        wanted = with_settings(experiment, command.epoch, wanted)
    else:
        wanted = with_typed_start(experiment, wanted)
    state.wanted = None
    _show(state, wanted, command)


_DONE_ANYWAY = (SetThreshold, Undo, Redo, PlayHead, PasteCells, OpenScene, LeaveLesson, OpenKept)

_HANDLERS: dict[type[Command], Callable[[PageState, Experiment, Any], None]] = {
    SetParameter: set_parameter,
    SetParameters: set_parameters,
    Freeze: freeze,
    SwitchNeuron: switch_neuron,
    MoveRow: _move_row,
    AddRow: _add_row,
    RemoveRow: _remove_row,
    MoveSituation: _move_situation,
    SetThreshold: _set_threshold,
    NewWeights: _new_weights,
    Undo: lambda state, experiment, command: undo(state),
    Redo: lambda state, experiment, command: redo(state),
    TakeBack: _take_back,
    PasteCells: lambda state, experiment, command: note_paste(state, command),
    Unreadable: lambda state, experiment, command: None,
    StartOver: _start_over,
    OpenKept: lambda state, experiment, command: open_kept(state, command),
    OpenScene: lambda state, experiment, command: open_scene(state, command.scene),
    LeaveLesson: lambda state, experiment, command: leave_lesson(state),
    TakeOffer: lambda state, experiment, command: take_offer(state, command.words, command.gesture),
    PlayHead: _take_up_settings,
}
