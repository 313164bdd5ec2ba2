"""A document that is too long for a link, as two texts for the browser to keep: its table, and all else.

The table is long and changes seldom, so it is sent only when it does. Its numbers are written as their 64 bits, in base64
(RFC 4648, section 4): that takes half of the characters of JSON, and a twentieth of the time.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Any

import numpy as np

from nncore.data.dataset_format import TABLES
from playground.document.document import Document
from playground.document.document_error import DocumentError
from playground.document.link_text import DAMAGED, described, record_of, written
from playground.document.untrusted_json import untrusted_json

MOST_NUMBERS_IN_A_LINK = 36_000
"""Each takes up to 27 characters where it is a row of its own, and a link is made of at most a million."""

LONGEST_TABLE = 12_000_000
"""Characters: 10,000 training rows and as many test rows, of 20 inputs and 10 targets each, take half of that."""

_NUMBERS = np.dtype("<f8")

_OF_THE_TABLE = ("columns", "unfinished")
"""Fields of a document's dict that go with its table."""


def is_too_long_for_a_link(document: Document) -> bool:
    """Return whether a document has so many cells that it need not be tried; generated ones are not counted."""
    dataset = document.experiment.dataset
    tables = (getattr(dataset, name) for name in TABLES)
    numbers = sum(table.size for table in tables if table is not None) if document.generated is None else 0
    typed = 0 if document.unfinished is None else document.unfinished.cell_count
    return numbers + typed > MOST_NUMBERS_IN_A_LINK


def table_of(document: Document) -> str:
    """Return the table of a document as a text; empty if it is too long to be kept."""
    record = document.to_dict()
    dataset = record["experiment"]["dataset"]
    arrays = {name: _packed(getattr(document.experiment.dataset, name)) for name in TABLES if dataset[name] is not None}
    table = {"dataset": {**dataset, **arrays}, **{name: record.get(name) for name in _OF_THE_TABLE}}
    text = json.dumps(table, separators=(",", ":"))
    return text if len(text) <= LONGEST_TABLE else ""


def all_but_table(document: Document) -> str:
    """Return all else of it, as the text of a link; empty if that is too long for one."""
    record = document.to_dict()
    rest = {name: value for name, value in record.items() if name not in _OF_THE_TABLE}
    return written({**rest, "experiment": {**record["experiment"], "dataset": None}})


def document_of_kept(link: str, table: str) -> Document:
    """Return the document that a browser has kept.

    Parameters
    ----------
    link, table : str
        From `all_but_table` and `table_of`.

    Raises
    ------
    DocumentError
        If it is none; the message is a sentence for whoever wanted to open it.

    Examples
    --------
    >>> from nncore import articles
    >>> document = Document(articles.single_neuron(), title="Article 1")
    >>> document_of_kept(all_but_table(document), table_of(document)) == document
    True
    """
    record = record_of(link)
    try:
        kept = _record_of_table(table)
    except ValueError as error:
        raise DocumentError(DAMAGED) from error
    experiment = record.get("experiment") if isinstance(record, Mapping) else None
    if not isinstance(record, Mapping) or not isinstance(experiment, Mapping):
        raise DocumentError(DAMAGED)
    fields = {name: kept[name] for name in _OF_THE_TABLE if kept.get(name) is not None}
    return described({**record, "experiment": {**experiment, "dataset": kept["dataset"]}, **fields}, Document)


def _packed(table: np.ndarray) -> list[Any]:
    return [table.shape[1], base64.b64encode(table.astype(_NUMBERS).tobytes()).decode()]


def _record_of_table(text: str) -> dict[str, Any]:
    """Return what `table_of` has written, with its numbers in lists.

    Raises
    ------
    ValueError
        If it is none.
    """
    table = untrusted_json(text) if len(text) <= LONGEST_TABLE else None
    dataset = table.get("dataset") if isinstance(table, dict) else None
    if not isinstance(table, dict) or not isinstance(dataset, dict):
        raise ValueError("no table")
    return {**table, "dataset": {**dataset, **{name: _unpacked(dataset.get(name)) for name in TABLES}}}


def _unpacked(packed: object) -> list[list[float]] | None:
    if packed is None:
        return None
    if not isinstance(packed, list) or [type(part) for part in packed] != [int, str]:
        raise ValueError("no numbers")
    if not packed[1]:
        return []
    if not 1 <= packed[0] <= len(packed[1]):
        raise ValueError("no columns")
    try:
        numbers = np.frombuffer(base64.b64decode(packed[1], validate=True), _NUMBERS)
    except binascii.Error as error:
        raise ValueError("no base64") from error
    rows: list[list[float]] = numbers.reshape(-1, packed[0]).tolist()
    return rows
