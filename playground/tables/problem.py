"""What keeps a table from being learnt, for the person who has to mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing in a table that keeps it from being learnt, for the person who has to mend it.

    Parameters
    ----------
    row : int or None
        Which row, the first being 1; None if it is the table as a whole.
    column : str or None
        Which column; None if it is not one column.
    text : str
        The cell as it was typed.
    sentence : str
        What is wrong, where, and how to mend it, as plain text. It quotes what was typed: a view that shows Markdown
        passes it through `markdown_escape`.
    is_note : bool
        Whether it only tells what was understood or left out, and nothing is to be mended.
    """

    row: int | None
    column: str | None
    text: str
    sentence: str
    is_note: bool = False
