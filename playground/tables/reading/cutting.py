"""Cut a text into rows of cells."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator

_NEVER_IN_A_TEXT = "\x1f"
_RULE = re.compile(r"[+|]?\s*:?[-=]{2,}:?\s*([+|]\s*:?[-=]{2,}:?\s*)*[+|]?")
_MARKDOWN_RULE = re.compile(r"\|(\s*:?-+:?\s*\|)+")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BAR = re.compile(r"(?<!\\)\|")
_AFTER_THE_END = "\ue000"


class CutError(ValueError):
    """A text cannot be cut; the message is a sentence for the person."""


def cut(text: str, separator: str, *, quotes: bool = True) -> Iterator[list[str]]:
    r"""Yield the rows of a text, each a list of cells; a blank line is an empty list.

    Cells in double quotes may hold separators, line breaks and doubled quotes (RFC 4180). Lines that rule a table of
    bars are no rows.

    Parameters
    ----------
    text : str
        With any line ends.
    separator : str
        "\t", ";", ",", "|" or " ", any number of which stand between two cells; "" for a single column.
    quotes : bool
        Whether double quotes hold a cell together.

    Raises
    ------
    CutError
        If a cell is longer than anything that belongs into a table.

    Examples
    --------
    >>> list(cut('a,b\n"1,5",2\n', ","))
    [['a', 'b'], ['1,5', '2']]
    >>> list(cut("| a | b |\n|---|---|\n| 1 |   |", "|"))
    [['a', 'b'], ['1', '']]
    """
    lines = lines_of(text)
    if separator == "|":
        lines = (line for line in lines if not _RULE.fullmatch(line.strip()))
        if is_fenced(text):
            yield from _fenced_rows(lines)
            return
    if separator == " ":
        lines = (line.strip(" \r\n") + "\n" for line in lines)
    try:
        yield from csv.reader(
            lines,
            delimiter=separator or _NEVER_IN_A_TEXT,
            skipinitialspace=separator != "\t",
            quoting=csv.QUOTE_MINIMAL if quotes else csv.QUOTE_NONE,
        )
    except csv.Error as error:
        raise CutError(
            f"A cell holds more than {csv.field_size_limit():,} characters. Check where its quotation marks begin and end."
        ) from error


def lines_of(text: str) -> Iterator[str]:
    r"""Yield the lines of a text with their ends, which are those of Windows, Unix or an old Macintosh.

    Examples
    --------
    >>> list(lines_of("a\r\nb\rc"))
    ['a\r\n', 'b\r', 'c']
    """
    return (match.group() for match in _LINE.finditer(text))


def is_fenced(text: str) -> bool:
    """Return whether every line stands between bars, as in Markdown.

    Examples
    --------
    >>> is_fenced("| a | b |"), is_fenced("a | b")
    (True, False)
    """
    stripped = (line.strip() for line in lines_of(text) if not _RULE.fullmatch(line.strip()))
    return all(len(line) > 1 and line[0] == line[-1] == "|" for line in stripped if line)


def open_quote(text: str, separator: str) -> bool:
    """Return whether a quotation mark opens a cell that no other one closes: all that follows would be one cell.

    Examples
    --------
    >>> open_quote('a,"b', ","), open_quote('a,"b"', ","), open_quote('a,5"', ",")
    (True, False, False)
    """
    if '"' not in text:
        return False
    try:
        last = deque(cut(f"{text}\n{_AFTER_THE_END}", separator), maxlen=1)
    except CutError:
        return True
    return last[0] != [_AFTER_THE_END]


def _fenced_rows(lines: Iterable[str]) -> Iterator[list[str]]:
    for number, line in enumerate(lines):
        row = line.strip()
        if number == 1 and _MARKDOWN_RULE.fullmatch(row):
            continue
        yield [cell.strip().replace("\\|", "|") for cell in _BAR.split(row[1:-1])] if row else []
