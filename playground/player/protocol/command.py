"""What somebody does to a run from inside the player: sets a weight, drags a row, takes something back.

A command comes as plain JSON and is read here and nowhere else. The player repeats it until it is confirmed, so each has a
number that grows; all those of one drag are one undo entry.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from playground.player.protocol.command_fields import (
    Cells,
    read_cells,
    read_flag,
    read_kept,
    read_row,
    read_table,
    read_text,
    read_values,
)
from playground.player.protocol.numbers_from_outside import read_count, read_finite

MOST_COMMANDS = 100
"""Commands that are read of one request; the player says the others again. Hands and a keyboard never have so many open."""


@dataclass(frozen=True)
class Command:
    """What all commands have in common.

    Attributes
    ----------
    number : int
        Larger than that of every command before it.
    gesture : int
        The same for all commands of one drag, which one undo takes back.
    opened : int
        What was open when it was done, by its number: a command that arrives later concerns nobody any more.
    """

    number: int
    gesture: int
    opened: int


@dataclass(frozen=True)
class SetParameter(Command):
    """A weight or bias, by its place in the flat vector of so many parameters, set by hand after an epoch."""

    epoch: int
    index: int
    parameter_count: int
    value: float


@dataclass(frozen=True)
class SetParameters(Command):
    """Several weights or biases, by their places in the flat vector of so many parameters, set together after an epoch."""

    epoch: int
    parameter_count: int
    values: Cells


@dataclass(frozen=True)
class Freeze(Command):
    """A weight or bias held where it is from an epoch on, or unfrozen."""

    epoch: int
    index: int
    parameter_count: int
    frozen: bool


@dataclass(frozen=True)
class SwitchNeuron(Command):
    """A neuron, by its layer and its index, that counts as 0 from an epoch on, or is put back."""

    epoch: int
    layer: int
    index: int
    parameter_count: int
    off: bool


@dataclass(frozen=True)
class MoveRow(Command):
    """A training row, by its place among those of the run, with other numbers in some of its cells."""

    row: int
    inputs: Cells
    targets: Cells
    dropped: bool


@dataclass(frozen=True)
class AddRow(Command):
    """Another training row, with a number for every input and target of the network."""

    inputs: Cells
    targets: Cells


@dataclass(frozen=True)
class RemoveRow(Command):
    """A training row, by its place among those of the run, that is there no longer."""

    row: int


@dataclass(frozen=True)
class MoveSituation(Command):
    """The new situation with other numbers in some of its cells."""

    inputs: Cells


@dataclass(frozen=True)
class SetThreshold(Command):
    """Another threshold: above it an output counts as class 1. The run keeps it between its own classes."""

    threshold: float


@dataclass(frozen=True)
class NewWeights(Command):
    """Other starting weights."""


@dataclass(frozen=True)
class Undo(Command):
    """The last entry of the history taken back."""


@dataclass(frozen=True)
class Redo(Command):
    """What was taken back last, done again."""


@dataclass(frozen=True)
class TakeBack(Command):
    """The commands of its own gesture taken back, as far as they have left a step."""


@dataclass(frozen=True)
class PasteCells(Command):
    """A text pasted into the grid of the table "training" or "test", which had so many rows, at a cell.

    Of a cell that the grid has scrolled out of sight the row is `command_fields.UNSEEN` and the column "".
    """

    table: str
    rows: int
    row: int
    column: str
    text: str


@dataclass(frozen=True)
class Unreadable(Command):
    """Something that nobody can carry out; it is confirmed all the same, so that it is not said for ever."""


@dataclass(frozen=True)
class TakeOffer(Command):
    """What helps a run that failed, by its words."""

    words: str


@dataclass(frozen=True)
class OpenScene(Command):
    """Another scene of the lesson that is open, the first being 1."""

    scene: int


@dataclass(frozen=True)
class OpenKept(Command):
    """What the browser has kept under a name, see `playground.document.kept_text`; empty texts if that is nothing."""

    name: str
    link: str
    table: str


@dataclass(frozen=True)
class LeaveOutRows(Command):
    """The table "training" or "test" without the rows that have something to mend."""

    table: str


@dataclass(frozen=True)
class LeaveLesson(Command):
    """The page as it is, without the lesson."""


@dataclass(frozen=True)
class StartOver(Command):
    """The run that the settings describe, from epoch 0 on; and where the play-head stood before it went there."""

    epoch: int


@dataclass(frozen=True)
class PlayHead(Command):
    """Where the play-head stands, as it was asked for."""

    epoch: int
    question: int


def read_commands(given: object) -> tuple[Command, ...]:
    """Return the commands of a request in their order; what is none is left out.

    Examples
    --------
    >>> read_commands([{"kind": "undo", "number": 3, "gesture": 3, "opened": 1}, "hello"])
    (Undo(number=3, gesture=3, opened=1),)
    >>> read_commands([{"kind": "jump", "number": 4, "gesture": 4, "opened": 1}])
    (Unreadable(number=4, gesture=4, opened=1),)
    """
    read = [_read(item) for item in given[:MOST_COMMANDS]] if isinstance(given, list | tuple) else []
    return tuple(sorted((command for command in read if command is not None), key=lambda command: command.number))


def _read(given: object) -> Command | None:
    common = {name: read_count(given.get(name)) for name in _COMMON} if isinstance(given, Mapping) else {}
    if not isinstance(given, Mapping) or common["number"] is None:
        return None
    name = given.get("kind")
    kind, fields = _KINDS[name] if isinstance(name, str) and name in _KINDS else (Unreadable, {})
    values = {**common, **{field: read(given.get(field)) for field, read in fields.items()}}
    if None in values.values():
        return Unreadable(common["number"], common["gesture"] or 0, common["opened"] or 0)
    return kind(**values)


_Reader = Callable[[Any], Any]
_COMMON = ("number", "gesture", "opened")
_PARAMETER: dict[str, _Reader] = {"epoch": read_count, "index": read_count, "parameter_count": read_count}
_KINDS: dict[str, tuple[type[Command], dict[str, _Reader]]] = {
    "set_parameter": (SetParameter, {**_PARAMETER, "value": read_finite}),
    "set_parameters": (
        SetParameters,
        {"epoch": read_count, "parameter_count": read_count, "values": read_values},
    ),
    "freeze": (Freeze, {**_PARAMETER, "frozen": read_flag}),
    "switch_neuron": (SwitchNeuron, {**_PARAMETER, "layer": read_count, "off": read_flag}),
    "move_row": (
        MoveRow,
        {"row": read_count, "inputs": read_cells, "targets": read_cells, "dropped": read_flag},
    ),
    "add_row": (AddRow, {"inputs": read_cells, "targets": read_cells}),
    "remove_row": (RemoveRow, {"row": read_count}),
    "paste_cells": (
        PasteCells,
        {
            "table": read_table,
            "rows": read_count,
            "row": read_row,
            "column": read_text,
            "text": read_text,
        },
    ),
    "move_situation": (MoveSituation, {"inputs": read_cells}),
    "set_threshold": (SetThreshold, {"threshold": read_finite}),
    "new_weights": (NewWeights, {}),
    "undo": (Undo, {}),
    "redo": (Redo, {}),
    "take_back": (TakeBack, {}),
    "start_over": (StartOver, {"epoch": read_count}),
    "take_offer": (TakeOffer, {"words": read_text}),
    "open_scene": (OpenScene, {"scene": read_count}),
    "open_kept": (OpenKept, {"name": read_text, "link": read_kept, "table": read_kept}),
    "leave_out_rows": (LeaveOutRows, {"table": read_table}),
    "leave_lesson": (LeaveLesson, {}),
    "play_head": (PlayHead, {"epoch": read_count, "question": read_count}),
}
