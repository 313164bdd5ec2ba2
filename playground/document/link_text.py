"""A document as a text that fits into an address, and back: whoever has the address has all of the page.

The text is a digit, the version of this form, and behind it the document's dict as JSON, deflated (RFC 1951) and written in
the base64 of addresses (RFC 4648, section 5), without its padding. Of a table that was generated and is unchanged it has the
recipe in place of the rows.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from typing import Any, Protocol, TypeVar
from urllib.parse import unquote

from playground.document.document_error import DocumentError
from playground.document.generated_rows import without_generated_rows
from playground.document.untrusted_json import untrusted_json

VERSION = "1"

LONGEST_LINK = 1_000_000
"""Characters; a longer document has no link."""

KEPT = "kept-"
"""What the address begins with where it only names a link that is too long for it, which the browser keeps."""

LONGEST_JSON = 1_000_000
"""Characters of a document written out: what comes from outside may unfold to any length."""

_BROKEN_LINES = re.compile(r"=\r?\n|[\s\u00ad\u200b\u2060\ufeff]")
"""What mails put into a link to break it into lines, and chats to let it be broken."""

_LETTERS = re.compile(r"[A-Za-z0-9_+/-]*")
"""What a link is made of; some programs write "+" and "/" for "-" and "_"."""

DAMAGED = "This link is damaged, or was not copied whole, so the page opens as it does without one."
KEPT_ELSEWHERE = (
    "What this link opens is too large for an address: only the browser it was made in keeps it, until it needs the room, "
    "and this one does not have it. Ask for the saved file. The page opens as it does without a link."
)
_NEWER = "This link was made by another version of the playground, so the page opens as it does without one."


class Described(Protocol):
    """What has a plain dict: `playground.document.Document`."""

    def to_dict(self) -> dict[str, Any]:
        """Return the dict."""

    @classmethod
    def from_dict(cls, record: object) -> Any:
        """Return what the dict describes."""


Document = TypeVar("Document", bound=Described)


def link_of(document: Described) -> str:
    """Return a document as the text of a link; empty if it is too long for one."""
    return written(without_generated_rows(document.to_dict()))


def written(record: object) -> str:
    """Return a record as the text of a link; empty if it is too long for one."""
    text = json.dumps(record, separators=(",", ":"))
    if len(text) > LONGEST_JSON:
        return ""
    deflate = zlib.compressobj(level=9, wbits=-zlib.MAX_WBITS)
    packed = deflate.compress(text.encode()) + deflate.flush()
    link = VERSION + base64.urlsafe_b64encode(packed).rstrip(b"=").decode()
    return link if len(link) <= LONGEST_LINK else ""


def document_of(link: str, kind: type[Document]) -> Document:
    """Return the document of a link; `kind` is `playground.document.Document`.

    Raises
    ------
    DocumentError
        If it is none; the message is a sentence for whoever followed it.

    Examples
    --------
    >>> from playground.document import Document
    >>> document_of("1nonsense", Document)
    Traceback (most recent call last):
    playground.document.document_error.DocumentError: This link is damaged, or was not copied whole, so the page opens as \
it does without one.
    """
    return described(record_of(link), kind)


def record_of(link: str) -> object:
    """Return what was written as the text of a link.

    Whatever stands behind it, because somebody has sent it in a sentence, is left out: a link says itself where it ends.

    Raises
    ------
    DocumentError
        If it is none.
    """
    if link.startswith(KEPT):
        raise DocumentError(KEPT_ELSEWHERE)
    if len(link) > LONGEST_LINK:
        raise DocumentError(DAMAGED)
    text = _as_it_was_made(link)
    if not text[:1].isdigit():
        raise DocumentError(DAMAGED)
    if text[0] != VERSION:
        raise DocumentError(_NEWER)
    try:
        return untrusted_json(_unpacked(text[1:]))
    except (ValueError, zlib.error) as error:
        raise DocumentError(DAMAGED) from error


def described(record: object, kind: type[Document]) -> Document:
    """Return the document that the record of a link describes.

    Raises
    ------
    DocumentError
        If it describes none.
    """
    try:
        document: Document = kind.from_dict(record)
    except DocumentError as error:
        raise DocumentError(f"This link cannot be opened, so the page opens as it does without one: {error}") from error
    return document


def _as_it_was_made(link: str) -> str:
    """Return a link without what was done to it on its way; of two addresses in one the last, which was put behind the other."""
    text = unquote(link).rpartition("document=")[2]
    match = _LETTERS.match(_BROKEN_LINES.sub("", text))
    assert match is not None  # of no letter as well
    return match[0]


def _unpacked(text: str) -> str:
    """Return the JSON in a link; what unfolds to more than a document may have is none."""
    whole = text[: len(text) - (len(text) % 4 == 1)]  # four letters are three bytes, and one of them alone is none
    packed = base64.b64decode(whole + "=" * (-len(whole) % 4), altchars=b"-_", validate=True)
    inflate = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
    unpacked = inflate.decompress(packed, LONGEST_JSON)
    if not inflate.eof:
        raise ValueError("cut off, or too long")
    return unpacked.decode("utf-8")
