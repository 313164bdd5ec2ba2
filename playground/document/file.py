"""A document as a file that a person can read, and back: for who wants to keep it, or has more than an address holds."""

from __future__ import annotations

import json
import re
from typing import Any

from nncore.network.network import Network
from playground.document.document import Document
from playground.document.document_error import DocumentError
from playground.document.untrusted_json import untrusted_json

LARGEST_FILE = 20_000_000
"""Bytes: the largest table with all of its digits takes a quarter of that."""

_NO_FILE = "This file holds nothing that was saved by the playground, so what was open stays open."
_TOO_LARGE = "This file is larger than anything that the playground saves, so what was open stays open."

# How an object of JSON begins: a brace, and a name in quotes before a colon, or nothing.
_OBJECT = re.compile(rb'\s*\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}\s*$)')

# A row of numbers, of which json writes every one in a line of its own.
_ROW = re.compile(r"\[\n\s+([^\[\]{}]*?)\n\s+\]")
_LINE_BREAK = re.compile(r"\n\s+")


def file_of(document: Document, trained: Network | None = None) -> str:
    """Return a document as the text of a file, JSON with a row of the table in a line.

    Parameters
    ----------
    document : Document
    trained : Network, optional
        The network on the screen, whose numbers are written beside the document; they are computed anew when it is opened.

    Examples
    --------
    >>> from nncore import articles
    >>> text = file_of(Document(articles.single_neuron()))
    >>> document_of_file(text.encode()) == Document(articles.single_neuron())
    True
    >>> [line.strip() for line in text.splitlines() if "[1.0, 0.0, 1.0]" in line]
    ['[1.0, 0.0, 1.0],']
    """
    record: dict[str, Any] = {"document": document.to_dict()}
    if trained is not None:
        record["trained"] = {
            "weights": [layer.tolist() for layer in trained.weights],
            "biases": [None if layer is None else layer.tolist() for layer in trained.biases],
        }
    text = json.dumps(record, indent=1, ensure_ascii=False)
    return _ROW.sub(lambda row: f"[{_LINE_BREAK.sub(' ', row[1])}]", text) + "\n"


def seems_saved(data: bytes) -> bool:
    """Return whether a file is rather one that was saved here, whole or not, than a table: it is an object of JSON.

    Examples
    --------
    >>> seems_saved(b'{"document": {"version": 1, "titl'), seems_saved(b'{"rows": [1, 2]}'), seems_saved(b"{a},{b}")
    (True, True, False)
    """
    return _OBJECT.match(data.removeprefix(b"\xef\xbb\xbf")) is not None


def document_of_file(data: bytes) -> Document:
    """Return the document in a file, or what a gallery's file holds.

    Raises
    ------
    DocumentError
        If it holds none; the message is a sentence for whoever opened it.

    Examples
    --------
    >>> document_of_file(b"0,0,1")
    Traceback (most recent call last):
    playground.document.document_error.DocumentError: This file holds nothing that was saved by the playground, so what \
was open stays open.
    """
    if len(data) > LARGEST_FILE:
        raise DocumentError(_TOO_LARGE)
    try:
        record = untrusted_json(data.decode("utf-8-sig"))
    except ValueError as error:
        raise DocumentError(_NO_FILE) from error
    if isinstance(record, dict):
        record = record.get("document", record)
    if not isinstance(record, dict) or "experiment" not in record:
        raise DocumentError(_NO_FILE)
    try:
        return Document.from_dict(record)
    except DocumentError as error:
        raise DocumentError(f"This file cannot be opened, so what was open stays open: {error}") from error
