"""The text in a file that somebody uploads."""

from __future__ import annotations

import re

from nncore.data.number_refusal import shown
from playground.tables.reading.json_table import JsonTableError, text_of_json

MOST_BYTES = 20_000_000
"""Of a file; the largest table that is read fits in half of it."""

_SIGNATURES = {
    b"PK\x03\x04": "a workbook or an archive",
    b"\xd0\xcf\x11\xe0": "a workbook",
    b"%PDF": "a PDF document",
    b"\x1f\x8b": "an archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"PAR1": "a Parquet file",
    b"SQLite format 3": "a database",
    b"{\\rtf": "a document",
}
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|table|\?xml)\b", re.IGNORECASE)
_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_MEND = "Save it as CSV in the program it comes from, or copy its cells and paste them"


class FileError(ValueError):
    """A file holds no text; the message is one sentence for the person."""


def file_text(data: bytes, name: str) -> tuple[str, str]:
    r"""Return the text in a file, and how it is encoded; of JSON its table, as CSV.

    Parameters
    ----------
    data : bytes
        The whole file: UTF-8 or UTF-16, with or without a byte order mark, or Windows-1252.
    name : str
        What the file is called, for the sentence that refuses it.

    Raises
    ------
    FileError
        If it is too large, a workbook, anything else that is no text, or JSON without a table.

    Examples
    --------
    >>> file_text(b"a;b", "table.csv"), file_text("ä".encode("cp1252"), "table.csv")
    (('a;b', 'utf-8'), ('ä', 'cp1252'))
    >>> file_text(b"PK\x03\x04", "table.xlsx")
    Traceback (most recent call last):
    playground.tables.reading.file_text.FileError: "table.xlsx" is a workbook or an archive, not text. Save it as CSV in the program it comes from, or copy its cells and paste them.
    """  # noqa: E501
    called = f'"{shown(name)}"'
    if len(data) > MOST_BYTES:
        size = f"{called} has {len(data) / 1e6:,.1f} MB"
        raise FileError(f"{size}. A table may have {MOST_BYTES // 10**6} MB: save a part of it in a file of its own.")
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise FileError(f"{called} is {what}, not text. {_MEND}.")
    if _MARKUP.match(data[:1000].removeprefix(b"\xef\xbb\xbf")):
        raise FileError(f"{called} is a web page or XML, not a table of text. {_MEND}.")
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileError(
            f"{called} is not text in an encoding that is known here. {_MEND}, encoded as UTF-8."
        ) from error
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        raise FileError(f"{called} is not text. {_MEND}.")
    try:
        table = text_of_json(text)
    except JsonTableError as error:
        raise FileError(f"{called} {error}") from error
    return text if table is None else table, encoding


def _encoding(data: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return encoding
    beginning = data[:1000]
    # Digits and separators have a zero for their other byte, whatever the language.
    zeros_behind, zeros_before = beginning[1::2].count(0), beginning[::2].count(0)
    if max(zeros_behind, zeros_before) * 4 > len(beginning) > 1 and len(data) % 2 == 0:
        return "utf-16-le" if zeros_behind > zeros_before else "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
