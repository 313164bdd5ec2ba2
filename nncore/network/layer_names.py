"""What people call the layers of a network."""

from __future__ import annotations


def layer_names(hidden_count: int) -> list[str]:
    """Return what the layers are called: Input, Hidden, Output.

    Examples
    --------
    >>> layer_names(2)
    ['Input', 'Hidden 1', 'Hidden 2', 'Output']
    """
    hidden = ["Hidden"] if hidden_count == 1 else [f"Hidden {number}" for number in range(1, hidden_count + 1)]
    return ["Input", *hidden, "Output"]
