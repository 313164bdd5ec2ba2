"""What somebody does to a run from inside the player: sets a weight, drags a row, takes something back.

A deed comes as plain JSON and is read here and nowhere else. The player repeats it until it is confirmed, so each has a
number that grows; those of one gesture, such as a drag, are one step to undo.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from playground.player.numbers_from_outside import read_epoch, read_finite

Cells = Mapping[int, float]
"""Numbers by the place of their column."""


@dataclass(frozen=True)
class Deed:
    """What all deeds have in common.

    Attributes
    ----------
    number : int
        Larger than that of every deed before it.
    gesture : int
        The same for the deeds of one gesture.
    """

    number: int
    gesture: int


@dataclass(frozen=True)
class SetParameter(Deed):
    """A weight or bias, by its place in the flat vector, set by hand after an epoch."""

    epoch: int
    index: int
    value: float


@dataclass(frozen=True)
class Freeze(Deed):
    """A weight or bias held where it is from an epoch on, or free again."""

    epoch: int
    index: int
    frozen: bool


@dataclass(frozen=True)
class MoveRow(Deed):
    """A training row, by its place among those of the run, with other numbers in some of its cells."""

    row: int
    inputs: Cells
    targets: Cells
    dropped: bool


@dataclass(frozen=True)
class MoveSituation(Deed):
    """The new situation with other numbers in some of its cells."""

    inputs: Cells
    dropped: bool


@dataclass(frozen=True)
class NewWeights(Deed):
    """Other starting weights."""


@dataclass(frozen=True)
class Undo(Deed):
    """The last step taken back."""


@dataclass(frozen=True)
class StartOver(Deed):
    """The run that the settings describe, from epoch 0 on."""


@dataclass(frozen=True)
class PlayHead(Deed):
    """Where the play-head stands, as was requested."""

    epoch: int
    request: int


def read_deeds(given: object) -> tuple[Deed, ...]:
    """Return the deeds of a request in their order; what is none is left out.

    Examples
    --------
    >>> read_deeds([{"kind": "freeze", "number": 3, "gesture": 2, "epoch": 4, "index": 0, "frozen": True}, "hello"])
    (Freeze(number=3, gesture=2, epoch=4, index=0, frozen=True),)
    """
    read = [_read(item) for item in given] if isinstance(given, list | tuple) else []
    return tuple(sorted((deed for deed in read if deed is not None), key=lambda deed: deed.number))


def _read(given: object) -> Deed | None:
    if not isinstance(given, Mapping) or not isinstance(given.get("kind"), str) or given["kind"] not in _KINDS:
        return None
    kind, fields = _KINDS[given["kind"]]
    values = {name: read(given.get(name)) for name, read in (*_COMMON.items(), *fields.items())}
    return None if None in values.values() else kind(**values)


def _read_flag(given: Any) -> bool:
    return given is True


def _read_cells(given: Any) -> Cells | None:
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        return None
    cells = {int(name): read_finite(value) for name, value in given.items() if str(name).isdecimal()}
    return None if None in cells.values() else {place: value for place, value in cells.items() if value is not None}


_Reader = Callable[[Any], Any]
_COMMON: dict[str, _Reader] = {"number": read_epoch, "gesture": read_epoch}
_KINDS: dict[str, tuple[type[Deed], dict[str, _Reader]]] = {
    "set_parameter": (SetParameter, {"epoch": read_epoch, "index": read_epoch, "value": read_finite}),
    "freeze": (Freeze, {"epoch": read_epoch, "index": read_epoch, "frozen": _read_flag}),
    "move_row": (
        MoveRow,
        {"row": read_epoch, "inputs": _read_cells, "targets": _read_cells, "dropped": _read_flag},
    ),
    "move_situation": (MoveSituation, {"inputs": _read_cells, "dropped": _read_flag}),
    "new_weights": (NewWeights, {}),
    "undo": (Undo, {}),
    "start_over": (StartOver, {}),
    "play_head": (PlayHead, {"epoch": read_epoch, "request": read_epoch}),
}
