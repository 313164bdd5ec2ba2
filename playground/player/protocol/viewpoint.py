"""What somebody looks at in the player: an epoch, a row, a neuron, the update of a weight, the loss over two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playground.document.document import PANELS, Document
from playground.player.protocol.numbers_from_outside import read_count
from playground.player.protocol.wanted_surface import read_two_places


@dataclass(frozen=True)
class Viewpoint:
    """Where the play-head stands and what is chosen.

    Attributes
    ----------
    epoch : int or None
        None is the end of the run, wherever that is.
    row : int
        A training row, the first being 0.
    neuron : (int, int) or None
        Its layer, the inputs being 0, and its place there.
    worked : int or None
        The weight or bias whose update is worked, by its place in the flat vector.
    surface : (int, int) or None
        The two weights or biases over which the loss is shown, by their places in the flat vector.
    panel : str or None
        What else lies over the charts, one of `playground.document.document.PANELS`.
    shows_code : bool
        Whether the lines that train the network are read.
    hides_future : bool or None
        Whether what comes after the play-head is hidden; None: at epoch 0 alone.
    """

    epoch: int | None = None
    row: int = 0
    neuron: tuple[int, int] | None = None
    worked: int | None = None
    surface: tuple[int, int] | None = None
    panel: str | None = None
    shows_code: bool = False
    hides_future: bool | None = None

    @classmethod
    def of(cls, document: Document) -> Viewpoint:
        """Return what is looked at when a document is opened."""
        return cls(
            document.play_head,
            document.chosen_row,
            document.chosen_neuron,
            document.worked_parameter,
            document.surface_parameters,
            document.panel,
            document.show_code,
            document.hide_future,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain JSON for the browser."""
        neuron = None if self.neuron is None else {"layer": self.neuron[0], "index": self.neuron[1]}
        return {
            "epoch": self.epoch,
            "row": self.row,
            "neuron": neuron,
            "worked": self.worked,
            "surface": None if self.surface is None else list(self.surface),
            "panel": self.panel,
            "shows_code": self.shows_code,
            "hides_future": self.hides_future,
        }


@dataclass(frozen=True)
class WentTo:
    """How the page has come to a run that it has shown before.

    Attributes
    ----------
    epoch : int or None
        Where the play-head stood when the run was left; None is its end.
    is_back : bool
        Whether by *Undo*: then the run beside it is a later one.
    """

    epoch: int | None
    is_back: bool


def read_viewpoint(given: object) -> Viewpoint | None:
    """Return the viewpoint that came from the browser, or None if it is none.

    Examples
    --------
    >>> read_viewpoint({"epoch": 4, "row": 1, "neuron": {"layer": 1, "index": 0}})
    Viewpoint(epoch=4, row=1, neuron=(1, 0), worked=None, surface=None, panel=None, shows_code=False, hides_future=None)
    >>> read_viewpoint({"epoch": "4", "row": 1}) is None
    True
    """
    if not isinstance(given, Mapping):
        return None
    epoch, row = (read_count(given.get(name)) for name in ("epoch", "row"))
    if epoch is None or row is None:
        return None
    return Viewpoint(
        epoch,
        row,
        _neuron(given.get("neuron")),
        read_count(given.get("worked")),
        read_two_places(given.get("surface")),
        panel if (panel := given.get("panel")) in PANELS else None,
        given.get("shows_code") is True,
        _flag(given.get("hides_future")),
    )


def _flag(given: object) -> bool | None:
    return given if isinstance(given, bool) else None


def _neuron(given: object) -> tuple[int, int] | None:
    if not isinstance(given, Mapping):
        return None
    layer, index = (read_count(given.get(name)) for name in ("layer", "index"))
    return None if layer is None or index is None else (layer, index)
