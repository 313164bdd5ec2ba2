"""Which update of which weight somebody wants to see worked, as the browser asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playground.player.protocol.numbers_from_outside import read_count


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
    """

    epoch: int
    row: int
    parameter: int


def read_wanted_update(given: object) -> WantedUpdate | None:
    """Return the update that the browser asks for, or None if it asks for none.

    Examples
    --------
    >>> read_wanted_update({"epoch": 4, "row": 2, "parameter": 0})
    WantedUpdate(epoch=4, row=2, parameter=0)
    >>> read_wanted_update({"epoch": 4, "row": 2}) is None
    True
    """
    if not isinstance(given, Mapping):
        return None
    epoch, row, parameter = (read_count(given.get(name)) for name in ("epoch", "row", "parameter"))
    return None if epoch is None or row is None or parameter is None else WantedUpdate(epoch, row, parameter)
