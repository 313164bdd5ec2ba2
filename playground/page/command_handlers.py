"""Carry out what somebody does to the run from inside the player; the twin of touch.js."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from nncore.data.dataset import Dataset
from nncore.errors import NeuralNetworkError, SettingError
from nncore.experiment.experiment import Experiment
from nncore.network.initializers import LARGEST_SEED
from playground.page.page_state import PageState
from playground.player.protocol.command import (
    Deed,
    Freeze,
    MoveRow,
    MoveSituation,
    NewWeights,
    PlayHead,
    SetParameter,
    StartOver,
    TakeBack,
    Undo,
    Unreadable,
)
from playground.player.protocol.request import Ask
from playground.runs.branching import with_frozen, with_parameter, with_settings
from playground.settings.build import build_experiment
from playground.tables.edited_table import joined_rows, text_table, with_cells
from playground.tables.table import read_table


def take(state: PageState, ask: Ask | None) -> None:
    """Keep a request until the page is drawn, and do at once what it wishes and tells.

    Parameters
    ----------
    state : PageState
        Changed in place.
    ask : Ask or None
        What came from the player, if it could be read.
    """
    state.ask = ask
    state.player_seen = True
    if ask is None or state.run is None:
        return
    if ask.run == state.run.number:
        if ask.choices is not None:
            state.choices = ask.choices
        if ask.limit is not None:
            state.run.set_limit(ask.limit)
        if ask.forget:
            state.forget_before()
    for deed in ask.deeds:
        _perform(state, deed)


def _perform(state: PageState, deed: Deed) -> None:
    """Carry out a deed, once. What cannot be done is passed over: it came too late."""
    if deed.number <= state.deeds_done:
        return
    state.deeds_done = deed.number
    if state.run is None or deed.opened != state.opened:
        return
    # As long as something has to be mended the run belongs to another table: what is done to it would not be kept.
    if state.stale and not isinstance(deed, Undo | PlayHead):
        return
    try:
        _DOERS[type(deed)](state, state.run.experiment, deed)
    except NeuralNetworkError:
        return


def _begin_work(state: PageState, experiment: Experiment, deed: SetParameter | Freeze) -> None:
    count = experiment.architecture.parameter_count
    if deed.parameter_count != count:
        raise SettingError(f"The network must be the one with {count} parameters. Got {deed.parameter_count} instead.")
    state.worked_at = deed.epoch


def _show(state: PageState, experiment: Experiment, deed: Deed) -> None:
    state.show(experiment, deed.gesture)
    state.settle(deed.gesture)


def _set_parameter(state: PageState, experiment: Experiment, deed: SetParameter) -> None:
    _begin_work(state, experiment, deed)
    _show(state, with_parameter(experiment, deed.epoch, deed.index, deed.value), deed)


def _freeze(state: PageState, experiment: Experiment, deed: Freeze) -> None:
    _begin_work(state, experiment, deed)
    _show(state, with_frozen(experiment, deed.epoch, deed.index, deed.frozen), deed)


def _move_row(state: PageState, experiment: Experiment, deed: MoveRow) -> None:
    places = state.row_numbers[0]
    dataset = experiment.dataset
    editor = state.tables["training"]
    if deed.row >= min(len(places), len(dataset.inputs)) or places[deed.row] > len(editor.typed):
        return
    count = dataset.input_count
    cells = {**deed.inputs, **{count + place: value for place, value in deed.targets.items()}}
    rows = joined_rows(dataset.inputs, dataset.targets)
    rows[deed.row] = [cells.get(column, value) for column, value in enumerate(rows[deed.row])]
    table = np.array(rows)
    moved = replace(dataset, inputs=table[:, :count], targets=table[:, count:])
    cells_now = with_cells(editor.typed, places[deed.row] - 1, cells, rows)
    _show_what_settings_say(state, moved, deed)
    editor.put(cells_now)
    state.settle(deed.gesture)
    # Not before: a new editor for every step of a drag would flicker.
    state.page_is_old = state.page_is_old or deed.dropped


def _move_situation(state: PageState, experiment: Experiment, deed: MoveSituation) -> None:
    table = state.tables["situation"]
    names = experiment.dataset.input_names
    said = read_table(table.typed.values.tolist(), names).rows
    if not said:
        return
    row = [deed.inputs.get(place, value) for place, value in enumerate(said[0])]
    table.put(text_table([row], names))
    state.settle(deed.gesture)
    state.page_is_old = True


def _new_weights(state: PageState, experiment: Experiment, deed: NewWeights) -> None:
    state.values["seed"] = (experiment.seed + 1) % (LARGEST_SEED + 1)
    state.settings_key = state.new_key()
    state.page_is_old = True
    _show_what_settings_say(state, experiment.dataset, deed)
    state.settle(deed.gesture)


def _undo(state: PageState, experiment: Experiment, deed: Undo) -> None:
    state.go_back()


def _take_back(state: PageState, experiment: Experiment, deed: TakeBack) -> None:
    # A drag that led back to where it began has left no step, and what was done before it is not its own.
    if deed.gesture == state.gesture:
        state.go_back()


def _start_over(state: PageState, experiment: Experiment, deed: StartOver) -> None:
    _show_what_settings_say(state, experiment.dataset, deed)
    state.settle(deed.gesture)


def _show_what_settings_say(state: PageState, dataset: Dataset, deed: Deed) -> None:
    state.show(build_experiment(dataset, state.values), deed.gesture)
    # A setting whose effect depended on the play-head is part of it.
    state.wanted = None


def _take_up_settings(state: PageState, experiment: Experiment, deed: PlayHead) -> None:
    wanted = state.wanted
    assert state.run is not None
    if wanted is None or deed.request != state.request:
        return
    state.wanted = None
    if 0 < deed.epoch < state.run.last_epoch:
        wanted = with_settings(experiment, deed.epoch, wanted)
    _show(state, wanted, deed)


_DOERS: dict[type[Deed], Callable[[PageState, Experiment, Any], None]] = {
    SetParameter: _set_parameter,
    Freeze: _freeze,
    MoveRow: _move_row,
    MoveSituation: _move_situation,
    NewWeights: _new_weights,
    Undo: _undo,
    TakeBack: _take_back,
    Unreadable: lambda state, experiment, deed: None,
    StartOver: _start_over,
    PlayHead: _take_up_settings,
}
