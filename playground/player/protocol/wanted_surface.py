"""Over which two weights somebody wants to see the loss, and at which epoch, as the browser asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playground.player.protocol.numbers_from_outside import read_count


@dataclass(frozen=True)
class WantedSurface:
    """A picture of the loss that somebody wants to see.

    Attributes
    ----------
    epoch : int
        Whose values the other weights are held at.
    parameters : (int, int)
        The places of the two weights or biases in the flat vector; they are two.
    """

    epoch: int
    parameters: tuple[int, int]


def read_wanted_surface(given: object) -> WantedSurface | None:
    """Return the picture that the browser asks for, or None if it asks for none.

    Examples
    --------
    >>> read_wanted_surface({"epoch": 4, "parameters": [2, 0]})
    WantedSurface(epoch=4, parameters=(2, 0))
    >>> read_wanted_surface({"epoch": 4, "parameters": [2, 2]}) is None
    True
    """
    if not isinstance(given, Mapping):
        return None
    epoch, parameters = read_count(given.get("epoch")), read_two_places(given.get("parameters"))
    return None if epoch is None or parameters is None else WantedSurface(epoch, parameters)


def read_two_places(given: object) -> tuple[int, int] | None:
    """Return two different places in the flat vector, or None for anything else.

    Examples
    --------
    >>> read_two_places([0, 2]), read_two_places([1, 1]), read_two_places([1])
    ((0, 2), None, None)
    """
    if not isinstance(given, list | tuple) or len(given) != 2:
        return None
    first, second = map(read_count, given)
    return None if first is None or second is None or first == second else (first, second)
