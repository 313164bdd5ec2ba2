"""A document as a text that fits into an address, and back: whoever has the address has all of the page.

The text is a digit, the version of this form, and behind it the document's dict as JSON, deflated (RFC 1951) and written in
the base64 of addresses (RFC 4648, section 5), without its padding.
"""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import dataclass

from playground.document.document import Document
from playground.document.document_error import DocumentError

NAME = "document"
"""What the link is called in the page's address."""

VERSION = "1"

LONGEST_LINK = 100_000
"""Characters; a longer document has no link."""

LONGEST_JSON = 1_000_000
"""Characters of a document written out: what comes from outside may unfold to any length."""

TOO_LONG = "This table is too large for the page's address: a reload would lose what is open."

_IN_A_SENTENCE = " \t\r\n.,;:!?)]}>\"'"
"""What may stand behind a link where somebody has written it."""

_DAMAGED = "This link is damaged, or was not copied whole, so the page opens as it does without one."
_NEWER = "This link was made by another version of the playground, so the page opens as it does without one."


def link_of(document: Document) -> str:
    """Return a document as the text of a link; empty if it is too long for one.

    Examples
    --------
    >>> from nncore import articles
    >>> document = Document(articles.single_neuron(), title="Article 1", play_head=4)
    >>> document_of(link_of(document)) == document
    True
    """
    text = json.dumps(document.to_dict(), separators=(",", ":"))
    if len(text) > LONGEST_JSON:
        return ""
    deflate = zlib.compressobj(level=9, wbits=-zlib.MAX_WBITS)
    packed = deflate.compress(text.encode()) + deflate.flush()
    link = VERSION + base64.urlsafe_b64encode(packed).rstrip(b"=").decode()
    return link if len(link) <= LONGEST_LINK else ""


def document_of(link: str) -> Document:
    """Return the document of a link.

    Raises
    ------
    DocumentError
        If it is none; the message is a sentence for whoever followed it.

    Examples
    --------
    >>> document_of("1nonsense")
    Traceback (most recent call last):
    playground.document.document_error.DocumentError: This link is damaged, or was not copied whole, so the page opens as \
it does without one.
    """
    link = link.rstrip(_IN_A_SENTENCE)
    if not link[:1].isdigit() or len(link) > LONGEST_LINK:
        raise DocumentError(_DAMAGED)
    if link[0] != VERSION:
        raise DocumentError(_NEWER)
    try:
        record = json.loads(_unpacked(link[1:]))
    # Numbers of thousands of digits are a ValueError, lists in lists in lists a RecursionError.
    except (ValueError, RecursionError, zlib.error) as error:
        raise DocumentError(_DAMAGED) from error
    try:
        return Document.from_dict(record)
    except DocumentError as error:
        raise DocumentError(f"This link cannot be opened, so the page opens as it does without one: {error}") from error


def _unpacked(text: str) -> str:
    """Return the JSON in a link; what unfolds to more than a document may have is none."""
    packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    inflate = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
    unpacked = inflate.decompress(packed, LONGEST_JSON)
    if not inflate.eof:
        raise ValueError("cut off, or too long")
    return unpacked.decode("utf-8")


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
        Why none can be had; empty otherwise.
    """

    number: int
    text: str = ""
    notice: str = ""


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
            text = link_of(document) if is_needed else ""
            self._link = Link(self._link.number + 1, text, TOO_LONG if is_needed and not text else "")
        return self._link
