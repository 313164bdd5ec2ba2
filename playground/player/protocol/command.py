"""What somebody does to a run from inside the player: sets a weight, drags a row, takes something back.

A command comes as plain JSON and is read here and nowhere else. The player repeats it until it is confirmed, so each has a
number that grows; those of one gesture, such as a drag, are one undo entry.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from playground.player.protocol.numbers_from_outside import read_count, read_finite

LONGEST_PASTE = 500_000
"""Characters of a pasted text that come along; pasted_cells.mjs sends none of a longer one."""

MOST_COMMANDS = 100
"""Commands that are read of one request; the player says the others again. Hands and a keyboard never have so many open."""

UNSEEN = -1
"""The row of a selected cell that the grid has scrolled out of sight: the browser says null."""

Cells = Mapping[int, float]
"""Numbers by the place of their column."""


@dataclass(frozen=True)
class Command:
    """What all commands have in common.

    Attributes
    ----------
    number : int
        Larger than that of every command before it.
    gesture : int
        The same for the commands of one gesture.
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
    """A weight or bias held where it is from an epoch on, or free again."""

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

    Of a cell that the grid has scrolled out of sight the row is `UNSEEN` and the column "".
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
class LeaveLesson(Command):
    """The page as it is, without the lesson."""


@dataclass(frozen=True)
class StartOver(Command):
    """The run that the settings describe, from epoch 0 on."""


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


def _read_flag(given: Any) -> bool:
    return given is True


def _read_table(given: Any) -> str | None:
    return given if given in ("training", "test") else None


def _read_text(given: Any) -> str | None:
    return given if isinstance(given, str) and len(given) <= LONGEST_PASTE else None


def _read_row(given: Any) -> int | None:
    return UNSEEN if given is None else read_count(given)


def _read_cells(given: Any) -> Cells | None:
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        return None
    places = {name: str(name) for name in given}
    cells = {int(text): read_finite(given[name]) for name, text in places.items() if text in _PLACES}
    return None if None in cells.values() else {place: value for place, value in cells.items() if value is not None}


def _read_values(given: Any) -> Cells | None:
    if not isinstance(given, Mapping) or not 0 < len(given) <= _MOST_TOGETHER:
        return None
    # A whole number as text: so JSON names what belongs to a place.
    places = {name: int(name) if isinstance(name, str) and name.isdecimal() else None for name in given}
    values = {place: read_finite(given[name]) for name, place in places.items()}
    return None if None in (*values, *values.values()) else values  # type: ignore[return-value]


_MOST_TOGETHER = 2
_Reader = Callable[[Any], Any]
_COMMON = ("number", "gesture", "opened")
_PLACES = frozenset(map(str, range(1000)))
_PARAMETER: dict[str, _Reader] = {"epoch": read_count, "index": read_count, "parameter_count": read_count}
_KINDS: dict[str, tuple[type[Command], dict[str, _Reader]]] = {
    "set_parameter": (SetParameter, {**_PARAMETER, "value": read_finite}),
    "set_parameters": (
        SetParameters,
        {"epoch": read_count, "parameter_count": read_count, "values": _read_values},
    ),
    "freeze": (Freeze, {**_PARAMETER, "frozen": _read_flag}),
    "switch_neuron": (SwitchNeuron, {**_PARAMETER, "layer": read_count, "off": _read_flag}),
    "move_row": (
        MoveRow,
        {"row": read_count, "inputs": _read_cells, "targets": _read_cells, "dropped": _read_flag},
    ),
    "add_row": (AddRow, {"inputs": _read_cells, "targets": _read_cells}),
    "remove_row": (RemoveRow, {"row": read_count}),
    "paste_cells": (
        PasteCells,
        {
            "table": _read_table,
            "rows": read_count,
            "row": _read_row,
            "column": _read_text,
            "text": _read_text,
        },
    ),
    "move_situation": (MoveSituation, {"inputs": _read_cells}),
    "set_threshold": (SetThreshold, {"threshold": read_finite}),
    "new_weights": (NewWeights, {}),
    "undo": (Undo, {}),
    "redo": (Redo, {}),
    "take_back": (TakeBack, {}),
    "start_over": (StartOver, {}),
    "take_offer": (TakeOffer, {"words": _read_text}),
    "open_scene": (OpenScene, {"scene": read_count}),
    "leave_lesson": (LeaveLesson, {}),
    "play_head": (PlayHead, {"epoch": read_count, "question": read_count}),
}
