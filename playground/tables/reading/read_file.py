"""Read a table in a file that somebody uploads."""

from __future__ import annotations

from dataclasses import replace

from playground.tables.problem import Problem
from playground.tables.reading.file_text import FileError, file_text, said_of_encoding
from playground.tables.reading.read_text import nothing_read, read_text
from playground.tables.reading.reading import Reading


def read_file(
    data: bytes,
    name: str,
    separator: str | None = None,
    decimal: str | None = None,
    thousands: str | None = None,
    header: bool | None = None,
    *,
    percent_of_one: bool | None = None,
    codes: bool | None = None,
    as_meant: bool | None = None,
) -> Reading:
    r"""Return the table in a file, or a reading without rows whose problem tells why there is none.

    Parameters
    ----------
    data : bytes
        The whole file.
    name : str
        What it is called.
    separator, decimal, thousands, header, percent_of_one, codes, as_meant
        As for `read_text`.

    Examples
    --------
    >>> read_file("größe;preis\n1,5;2".encode("cp1252"), "preise.csv").names
    ('größe', 'preis')
    """
    try:
        text, encoding = file_text(data, name)
    except FileError as error:
        return nothing_read(str(error))
    reading = read_text(
        text, separator, decimal, thousands, header, percent_of_one=percent_of_one, codes=codes, as_meant=as_meant
    )
    sentence = said_of_encoding(text, encoding)
    if not sentence:
        return reading
    return replace(reading, problems=(Problem(None, None, "", sentence), *reading.problems))
