"""The link in the page's address: what it is called, and the one to what is open at the moment."""

from __future__ import annotations

from dataclasses import dataclass, replace

from playground.document.document import Document

NAME = "document"
"""What the link is called in the page's address."""

TOO_LONG = "This table is too large to be kept: a reload would lose what is open. Save it as a file."

KEPT_BY_BROWSER = (
    "This table is too large for a link. This browser keeps it, so a reload loses nothing; "
    "to send it on, save it as a file."
)

LONGEST_ADDRESS = 8_000
"""Characters of a link that stand in the address: mails, chats and browsers cut off longer ones."""


@dataclass(frozen=True)
class Link:
    """What stands in the page's address.

    Attributes
    ----------
    number : int
        Another one for every other link.
    text : str
        The link; empty where none is needed, or none can be had.
    notice : str
        What somebody has to know of it; empty as a rule.
    """

    number: int
    text: str = ""
    notice: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether the browser keeps it, because it is too long for the address, which only names it."""
        return len(self.text) > LONGEST_ADDRESS


class LinkToDocument:
    """The link to a document that changes, made again only when it has.

    Parameters
    ----------
    needs_none : Document or None
        What a page shows without a link.
    """

    def __init__(self, needs_none: Document | None) -> None:
        self._needs_none = self._document = needs_none
        self._link = Link(1)

    def to(self, document: Document) -> Link:
        """Return the link to a document.

        Examples
        --------
        >>> from nncore import articles
        >>> first = Document(articles.single_neuron())
        >>> LinkToDocument(first).to(first)
        Link(number=1, text='', notice='')
        """
        if document != self._document:
            self._document = document
            is_needed = document != self._needs_none
            text = document.to_link() if is_needed else ""
            link = Link(self._link.number + 1, text, TOO_LONG if is_needed and not text else "")
            self._link = replace(link, notice=KEPT_BY_BROWSER) if link.is_kept else link
        return self._link
