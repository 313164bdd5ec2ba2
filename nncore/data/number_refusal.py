"""Why a text is not read as a number, and what the person who wrote it is told."""

from __future__ import annotations

from dataclasses import dataclass, field

from nncore.quoting import shortened


@dataclass(frozen=True)
class Unreadable:
    """Why a text is not read as a number, as two halves of what the person is told.

    Parameters
    ----------
    reason : str
        What follows the text in a sentence: ``is not a number``.
    mend : str or None
        What to do, as a sentence without its full stop; None if any number would do.
    meant : float or None
        The number that it is most probably meant to be; None if that cannot be told.
    """

    reason: str
    mend: str | None = None
    meant: float | None = field(default=None, repr=False, compare=False)

    def sentence(self, text: str, otherwise: str) -> str:
        """Return what the person is told about `text`; `otherwise` is the mend where any number would do.

        Examples
        --------
        >>> Unreadable("is not a number").sentence("abc", "Write a number such as 1.5")
        '"abc" is not a number. Write a number such as 1.5.'
        """
        return f'"{shown(text)}" {self.reason}. {self.mend or otherwise}.'


def shown(text: str) -> str:
    r"""Return `text` as it is quoted: one short line, without characters that cannot be seen or turn the writing round.

    Examples
    --------
    >>> shown(" 1\n2 ")
    '1 2'
    """
    return "".join(character if character.isprintable() else " " for character in shortened(text.strip()))
