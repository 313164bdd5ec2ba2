"""What is said of a description that is not one of a document."""

from __future__ import annotations

from nncore.errors import NeuralNetworkError

LONGEST = 500
"""Characters; what is longer quotes more than anybody reads."""


class DocumentError(NeuralNetworkError):
    r"""Something that cannot be opened or kept; its message is one line for the person.

    Examples
    --------
    >>> print(DocumentError("title must be one line.\nGot two."))
    title must be one line. Got two.
    """

    def __init__(self, message: str) -> None:
        line = " ".join("".join(mark if mark.isprintable() else " " for mark in message).split())
        super().__init__(line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…")
