"""One line of the code that a screen shows."""

from __future__ import annotations

from typing import NamedTuple


class CodeLine(NamedTuple):
    """One line of code, and what it is about.

    Attributes
    ----------
    text : str
        With its indentation.
    shape : str
        That of the array it computes, such as "(4, 3)"; may be empty.
    part : str
        "table", "start", "forward", "backward", "gradient", "update", or empty for what only holds them together.
    layer : int or None
        The layer it computes, the inputs being layer 0.
    computes : str
        What its array is called where somebody works the same by hand: "X", "y", "W1", "b1", "z1", "a1", "d1",
        "gradient 1", what an optimizer remembers, "penalty", "clipping" or "new"; may be empty.
    """

    text: str
    shape: str = ""
    part: str = ""
    layer: int | None = None
    computes: str = ""
