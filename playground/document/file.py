"""A document as a file that a person can read, and back: for who wants to keep it, or has more than an address holds."""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass
from typing import Any

from playground.document.document import Document
from playground.document.document_error import DocumentError
from playground.document.trained_weights import TrainedWeights
from playground.document.untrusted_json import untrusted_json
from playground.tables.reading.json_table import is_cut_off

LARGEST_FILE = 15_000_000
"""Bytes: 10,000 training rows and as many test rows, of 20 inputs and 10 targets each, with all their digits, take 13 million."""

_NO_FILE = (
    "This file holds nothing that was saved by the playground, so what was open stays open. "
    "If it is a table, give it to “Paste or upload a table”."
)
_CUT_OFF = (
    "This file was saved by the playground, but its end is missing, so what was open stays open. "
    "Save it anew, or ask for the whole file."
)
_TOO_LARGE = "This file is larger than anything that the playground saves, so what was open stays open."

# How a file that is saved here begins, and one of the gallery's.
_BEGINNING = re.compile(rb'\s*\{\s*"(?:document|version)"\s*:')

# A row of numbers, of which json writes every one in a line of its own.
_ROW = re.compile(r"\[\n\s+([^\[\]{}]*?)\n\s+\]")
_LINE_BREAK = re.compile(r"\n\s+")


@dataclass(frozen=True, eq=False)
class SavedFile:
    """What stands in a file: a document, and the trained weights if they were wanted."""

    document: Document
    trained: TrainedWeights | None = None


def file_of(document: Document, trained: TrainedWeights | None = None) -> str:
    """Return a document as the text of a file, JSON with a row of the table in a line.

    Parameters
    ----------
    document : Document
    trained : TrainedWeights, optional
        Of the run on the screen, written beside the document; they are computed anew when it is opened.

    Examples
    --------
    >>> from nncore import articles
    >>> text = file_of(Document(articles.single_neuron()))
    >>> saved_file(text.encode()).document == Document(articles.single_neuron())
    True
    >>> [line.strip() for line in text.splitlines() if "[1.0, 0.0, 1.0]" in line]
    ['[1.0, 0.0, 1.0],']
    """
    record: dict[str, Any] = {"document": document.to_dict()}
    if trained is not None:
        record["trained"] = trained.to_dict()
    text = json.dumps(record, indent=1, ensure_ascii=False)
    return _ROW.sub(lambda row: f"[{_LINE_BREAK.sub(' ', row[1])}]", text) + "\n"


def seems_saved(data: bytes) -> bool:
    """Return whether a file is rather one that was saved here, whole or not, than a table.

    Examples
    --------
    >>> seems_saved(b'{"document": {"version": 1, "titl'), seems_saved(b'{"rows": [1, 2]}'), seems_saved(b"{a},{b}")
    (True, False, False)
    """
    return _BEGINNING.match(_in_utf_8(data)) is not None


def _in_utf_8(data: bytes) -> bytes:
    """Return a file as it was saved, where an editor has saved it anew: as "Unicode" Windows' writes UTF-16."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="ignore").encode("utf-8", errors="ignore")
    return data.removeprefix(codecs.BOM_UTF8)


def saved_file(data: bytes) -> SavedFile:
    """Return what stands in a file that was saved, or in one of the gallery's.

    Raises
    ------
    DocumentError
        If it holds no document; the message is a sentence for whoever opened it.

    Examples
    --------
    >>> saved_file(b"0,0,1")
    Traceback (most recent call last):
    playground.document.document_error.DocumentError: This file holds nothing that was saved by the playground, so what \
was open stays open. If it is a table, give it to “Paste or upload a table”.
    """
    if len(data) > LARGEST_FILE:
        raise DocumentError(_TOO_LARGE)
    data = _in_utf_8(data)
    try:
        text = data.decode("utf-8", errors="ignore" if seems_saved(data) else "strict")
        record = untrusted_json(text)
    except ValueError as error:
        is_incomplete = seems_saved(data) and is_cut_off(text)
        raise DocumentError(_CUT_OFF if is_incomplete else _NO_FILE) from error
    whole = record if isinstance(record, dict) else {}
    record = whole.get("document", whole)
    if not isinstance(record, dict) or "experiment" not in record:
        raise DocumentError(_NO_FILE)
    try:
        document = Document.from_dict(record)
    except DocumentError as error:
        raise DocumentError(f"This file cannot be opened, so what was open stays open: {error}") from error
    if record is whole or "trained" not in whole:
        return SavedFile(document)
    return SavedFile(document, TrainedWeights.from_record(whole["trained"], document.experiment.architecture))
