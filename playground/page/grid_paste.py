"""A paste into a grid that did not take all of it."""

from __future__ import annotations

from dataclasses import dataclass

Texts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class GridPaste:
    """What was pasted, and what of it did not fit.

    Attributes
    ----------
    table : str
        "training" or "test".
    text : str
        As it was in the clipboard; "" if it was too long to come along.
    sentence : str
    before : tuple of tuple of str
        What stood in the table when the page was told of the paste.
    taken : tuple of tuple of str or None
        What stood there after it; None as long as the grid has not said what it took.
    """

    table: str
    text: str
    sentence: str
    before: Texts = ()
    taken: Texts | None = None
