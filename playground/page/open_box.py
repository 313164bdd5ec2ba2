"""A box on the page: which one, what its widgets are known by, and what is kept in it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class OpenBox:
    """A box that is open.

    Attributes
    ----------
    name : str
        No other box has it.
    key : int
        Part of the keys of its widgets.
    entries : set of str
        The keys under which something is kept for as long as it is open; there are more as time goes on.
    """

    name: str
    key: int
    entries: set[str] = field(default_factory=set)
