"""What the same text says in many cells of a large table is worked out once and kept once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

MOST_KEPT = 5_000
"""Texts; numbers of many digits hardly ever come twice, and keeping all of them would be for nothing."""

_Value = TypeVar("_Value")


class KeptOnce(Generic[_Value]):
    """What is made of texts, each made once.

    Parameters
    ----------
    make : callable
        Called with a text, again only where it made None, or where many other texts came before.

    Examples
    --------
    >>> numbers = KeptOnce(float)
    >>> numbers.of("1.5") is numbers.of("1.5")
    True
    """

    def __init__(self, make: Callable[[str], _Value]) -> None:
        self._make = make
        self._kept: dict[str, _Value] = {}

    def of(self, text: str) -> _Value:
        """Return what is made of a text."""
        value = self._kept.get(text)
        if value is None:
            value = self._make(text)
            if len(self._kept) < MOST_KEPT:
                self._kept[text] = value
        return value
