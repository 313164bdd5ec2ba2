"""The text in a file that somebody uploads."""

from __future__ import annotations

import re

from nncore.data.number_refusal import shown
from playground.tables.reading.json_table import JsonTableError, text_of_json
from playground.tables.reading.reading import counted

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
IN_PART = "utf-8 in part"
"""The encoding of a file in UTF-8 some of whose letters are broken."""

_LOST = "\ufffd"
_MANY_FOR_ONE = 3
_STRANGE = 3
"""One letter of so many beyond ASCII is more than any language has that Windows-1252 is made for."""
_FEW_LETTERS = 6
_beyond_ascii = re.compile(r"[^\x00-\x7f]").findall
_MEND = "Save it as CSV in the program it comes from, or copy its cells and paste them"
_UNKNOWN_ENCODING = (
    "is not text in an encoding that is known here. Save it anew, encoded as UTF-8, or copy its cells and paste them."
)
_SHIFT_OF_CHARACTERS = "\x1b$"
"""With it a mail in Japanese goes over to the signs of its own script."""

_OF_PAIRS = ("cp932", "gb18030", "big5", "euc_kr")
"""Encodings of East Asia, in which nearly all letters are pairs of bytes."""

_pairs_beyond_ascii = re.compile(r"[^\x00-\x7f]{2,}").findall
_QUOTATION_MARKS = "“”„‘’«»"
_LETTER = "[À-ÖØ-öø-ÿŠšŽžŒœŸ]"
_is_of_no_language = re.compile(rf"[ß-öø-ÿšžœ][À-ÖØ-ÞŠŽŒŸ]|{_LETTER}(?!{_LETTER}).|(?!{_LETTER}).{_LETTER}").search


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
        text = data.decode("utf-8", "replace") if encoding == IN_PART else data.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileError(f"{called} {_UNKNOWN_ENCODING}") from error
    text = text.removeprefix("\ufeff")
    if _SHIFT_OF_CHARACTERS in text:
        raise FileError(f"{called} {_UNKNOWN_ENCODING}")
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
        text = data.decode("utf-8", "replace")
        lost, kept = text.count(_LOST), len(_beyond_ascii(text))
        # A letter that is cut in two makes no other encoding of all the others.
        return IN_PART if kept - lost > _MANY_FOR_ONE * lost else "cp1252"
    return "utf-8"


def said_of_encoding(text: str, encoding: str) -> str:
    """Return what is to be said of how a file is encoded; "" if nothing is.

    Parameters
    ----------
    text, encoding : str
        As `file_text` returns them.

    Examples
    --------
    >>> said_of_encoding("größe", "cp1252")
    'The file is not in UTF-8 and was read as Windows-1252. Check letters such as ä and é.'
    >>> said_of_encoding("ðîñò;âåñ", "cp1252").startswith("The file is not in UTF-8, and its letters are of no language")
    True
    """
    if encoding == IN_PART:
        lost = text.count(_LOST)
        place = "its place" if lost == 1 else "their place"
        what = f"{counted(lost, 'letter')} of the file cannot be read; {_LOST} stands in {place}"
        return f"{what}. Save it anew, encoded as UTF-8."
    if encoding != "cp1252":
        return ""
    letters = sum(map(str.isalpha, text))
    if _STRANGE * len(_beyond_ascii(text)) > letters > _FEW_LETTERS or _seems_of_pairs(text):
        return "The file is not in UTF-8, and its letters are of no language as they stand. Save it anew, encoded as UTF-8."
    return "The file is not in UTF-8 and was read as Windows-1252. Check letters such as ä and é."


def _seems_of_pairs(text: str) -> bool:
    """Return whether a text in Windows-1252 is more probably one whose letters are pairs of bytes: most of its letters are."""
    in_a_row = _pairs_beyond_ascii(text)
    strange = [letters for letters in in_a_row if _is_of_no_language(letters.strip(_QUOTATION_MARKS))]
    most_are_pairs = 2 * sum(map(len, in_a_row)) >= len(_beyond_ascii(text))
    if not (strange and most_are_pairs and 2 * len(strange) >= len(in_a_row)):
        return False
    return any(_is_text_in(encoding, text.encode("cp1252", "replace")) for encoding in _OF_PAIRS)


def _is_text_in(encoding: str, data: bytes) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
