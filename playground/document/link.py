"""The link in the page's address: what it is called, and the one to what is open at the moment."""

from __future__ import annotations

from dataclasses import dataclass, replace

from playground.document.document import Document

NAME = "document"
"""What the link is called in the page's address."""

TOO_LONG = "What is open is too large to be kept: a reload would lose it. Save it as a file."

KEPT_BY_BROWSER = (
    "What is open is too large for a link. This browser keeps the newest of it until it needs the room, so a reload loses "
    "nothing; to send it on, or to have it for good, save it as a file."
)

NOT_KEPT_BY_BROWSER = (
    "What is open is too large for a link, and this browser does not keep it: a reload may lose it. Save it as a file."
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
    notice_if_unkept : str
        The same, where the browser was to keep it and does not.
    """

    number: int
    text: str = ""
    notice: str = ""
    notice_if_unkept: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the address says all of it, so that another browser can open it."""
        return not self.notice

    @property
    def is_kept(self) -> bool:
        """Whether the browser keeps it, because it is too long for the address, which only names it."""
        return len(self.text) > LONGEST_ADDRESS

    def told(self, known: int) -> tuple[int, str, bool, bool] | None:
        """Return what a player is told of it that knows the link of another number; None if it knows this one."""
        return None if known == self.number else (self.number, self.text, self.is_kept, self.is_whole)


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
        Link(number=1, text='', notice='', notice_if_unkept='')
        """
        is_needed = document != self._needs_none
        # What a run has come to, when it has ended, makes it no other document, but goes into the link.
        if document != self._document or (is_needed and document.fingerprint != self._document.fingerprint):
            self._document = document
            text = document.to_link() if is_needed else ""
            link = Link(self._link.number + 1, text, TOO_LONG if is_needed and not text else "")
            if link.is_kept:
                link = replace(link, notice=KEPT_BY_BROWSER, notice_if_unkept=NOT_KEPT_BY_BROWSER)
            self._link = link
        return self._link
