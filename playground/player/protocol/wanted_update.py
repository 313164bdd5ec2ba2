"""Which update of which weight somebody wants to see worked, now or in a moment, as the browser asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nncore.explanation.on_paper import MOST_DIGITS
from playground.player.protocol.numbers_from_outside import read_count

MOST_AHEAD = 5
"""Updates that are worked before anybody sees them: on both sides of the play-head, or where it will have played to."""


@dataclass(frozen=True)
class WantedUpdate:
    """Which update somebody wants to see worked.

    Attributes
    ----------
    epoch : int
        The one it leads away from.
    row : int
        A training row, the first being 0.
    parameter : int
        The place of the weight or bias in the flat vector.
    digits : int or None
        With how many it is worked on paper, too; None if it is not.
    telling : bool
        In place of `row`, nobody having chosen one, the row that has most to say of the update, `playground.text.why_it_moves`.
    """

    epoch: int
    row: int
    parameter: int
    digits: int | None = None
    telling: bool = False


def read_wanted_update(given: object) -> WantedUpdate | None:
    """Return the update that the browser asks for, or None if it asks for none.

    Examples
    --------
    >>> read_wanted_update({"epoch": 4, "row": 2, "parameter": 0})
    WantedUpdate(epoch=4, row=2, parameter=0, digits=None, telling=False)
    >>> read_wanted_update({"epoch": 4, "row": 2}) is None
    True
    """
    if not isinstance(given, Mapping):
        return None
    epoch, row, parameter = (read_count(given.get(name)) for name in ("epoch", "row", "parameter"))
    if epoch is None or row is None or parameter is None:
        return None
    digits = read_count(given.get("digits"))
    digits = digits if digits in range(1, MOST_DIGITS + 1) else None
    return WantedUpdate(epoch, row, parameter, digits, given.get("telling") is True)


def read_updates_ahead(given: object) -> tuple[WantedUpdate, ...]:
    """Return the updates that the browser asks for ahead, leaving out what is none.

    Examples
    --------
    >>> read_updates_ahead([{"epoch": 5, "row": 2, "parameter": 0}, "hello"])
    (WantedUpdate(epoch=5, row=2, parameter=0, digits=None, telling=False),)
    """
    read = [read_wanted_update(item) for item in given[:MOST_AHEAD]] if isinstance(given, list | tuple) else []
    return tuple(wanted for wanted in read if wanted is not None)
