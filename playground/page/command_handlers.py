"""Carry out what somebody does to the run from inside the player; the twin of command_actions.js."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from nncore.errors import NeuralNetworkError
from nncore.experiment.experiment import Experiment
from nncore.network.initializers import LARGEST_SEED
from playground.page.change_network import freeze, say_epochs, set_parameter, set_parameters, switch_neuron
from playground.page.change_rows import add_row, move_row, move_situation, remove_row
from playground.page.follow_table import show_dataset
from playground.page.leave_out_rows import leave_out_rows
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
    LeaveOutRows,
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


def _set_threshold(state: PageState, experiment: Experiment, command: SetThreshold) -> None:
    state.set_threshold(command.threshold, command.gesture)


def _new_weights(state: PageState, experiment: Experiment, command: NewWeights) -> None:
    state.open.values["seed"] = (experiment.seed + 1) % (LARGEST_SEED + 1)
    state.settings_key = state.new_key()
    state.page_is_old = True
    show_dataset(state, experiment.dataset, command.gesture)
    state.settle(command.gesture)


def _take_back(state: PageState, experiment: Experiment, command: TakeBack) -> None:
    # A drag that led back to where it began has left no step, and what was done before it is not its own.
    if command.gesture == state.history.gesture:
        undo(state)


def _start_over(state: PageState, experiment: Experiment, command: StartOver) -> None:
    begun = as_long_as_before(replace(experiment, interventions=()), experiment, state.open.lengthened)
    if begun.epochs != experiment.epochs:
        say_epochs(state, begun.epochs)
    show_dataset(state, experiment.dataset, command.gesture)
    # By now the player stands at epoch 0.
    state.settle(command.gesture, left_at=command.epoch)


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


_DONE_ANYWAY = (SetThreshold, Undo, Redo, PlayHead, PasteCells, LeaveOutRows, OpenScene, LeaveLesson, OpenKept)

_HANDLERS: dict[type[Command], Callable[[PageState, Experiment, Any], None]] = {
    SetParameter: set_parameter,
    SetParameters: set_parameters,
    Freeze: freeze,
    SwitchNeuron: switch_neuron,
    MoveRow: move_row,
    AddRow: add_row,
    RemoveRow: remove_row,
    MoveSituation: move_situation,
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
    LeaveOutRows: lambda state, experiment, command: leave_out_rows(state, command.table),
    LeaveLesson: lambda state, experiment, command: leave_lesson(state),
    TakeOffer: lambda state, experiment, command: take_offer(state, command.words, command.gesture),
    PlayHead: _take_up_settings,
}
