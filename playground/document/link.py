"""The link in the page's address: what it is called, and the one to what is open at the moment."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from playground.document.document import Document
from playground.document.kept_text import all_but_table, is_too_long_for_a_link, table_of

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
class KeptTable:
    """The table of a document that is too long for a link.

    Attributes
    ----------
    number : int
        Another one for every other table.
    text : str
        From `playground.document.kept_text.table_of`.
    """

    number: int
    text: str


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
    table : KeptTable or None
        What is kept beside the link, which is then one to all but that.
    """

    number: int
    text: str = ""
    notice: str = ""
    notice_if_unkept: str = ""
    table: KeptTable | None = field(default=None, repr=False)

    @property
    def is_whole(self) -> bool:
        """Whether the address says all of it, so that another browser can open it."""
        return not self.notice

    @property
    def is_kept(self) -> bool:
        """Whether the browser keeps it, because it is too long for the address, which only names it."""
        return self.table is not None or len(self.text) > LONGEST_ADDRESS

    def told(self, known: int) -> tuple[int, str, bool, bool, int] | None:
        """Return what a player is told of it that knows the link of another number; None if it knows this one."""
        table = 0 if self.table is None else self.table.number
        return None if known == self.number else (self.number, self.text, self.is_kept, self.is_whole, table)

    def told_table(self, wanted: int) -> tuple[int, str] | None:
        """Return the table that is kept beside it, if a player wants the one of that number."""
        is_wanted = self.table is not None and self.table.number == wanted
        return (self.table.number, self.table.text) if self.table is not None and is_wanted else None


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
        self._table = KeptTable(0, "")
        self._table_of: Document | None = None
        self._is_waiting = False

    def wait_for(self, name: str) -> None:
        """Have the link stay the name of what a browser has kept, until it has brought that."""
        self._is_waiting = True
        self._link = Link(self._link.number + 1, name)

    def go_on(self, needs_none: Document | None) -> None:
        """Have it be one to what is open again."""
        self._is_waiting = False
        self._needs_none = self._document = needs_none
        self._link = Link(self._link.number + 1)

    def to(self, document: Document) -> Link:
        """Return the link to a document.

        Examples
        --------
        >>> from nncore import articles
        >>> first = Document(articles.single_neuron())
        >>> LinkToDocument(first).to(first)
        Link(number=1, text='', notice='', notice_if_unkept='')
        """
        if self._is_waiting:
            return self._link
        is_needed = document != self._needs_none
        # What a run has come to, when it has ended, makes it no other document, but goes into the link.
        if document != self._document or (is_needed and document.fingerprint != self._document.fingerprint):
            self._document = document
            self._link = self._made(document) if is_needed else Link(self._link.number + 1)
        return self._link

    def _made(self, document: Document) -> Link:
        number = self._link.number + 1
        text = "" if is_too_long_for_a_link(document) else document.to_link()
        link = Link(number, text) if text else Link(number, all_but_table(document), table=self._kept_table(document))
        if not link.text or (link.table is not None and not link.table.text):
            return Link(number, notice=TOO_LONG)
        return replace(link, notice=KEPT_BY_BROWSER, notice_if_unkept=NOT_KEPT_BY_BROWSER) if link.is_kept else link

    def _kept_table(self, document: Document) -> KeptTable:
        """Return its table, made again only when it is another one."""
        before = self._table_of
        if before is None or _in_the_table(before) != _in_the_table(document):
            self._table = KeptTable(self._table.number + 1, table_of(document))
        self._table_of = document
        return self._table


def _in_the_table(document: Document) -> tuple[object, ...]:
    return document.experiment.dataset, document.columns, document.ignored, document.unfinished
