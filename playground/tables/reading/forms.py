"""The forms in which a table may be written, each turned into lines of cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from playground.tables.problem import Problem
from playground.tables.reading.bracketed import rows_in_brackets
from playground.tables.reading.json_table import JsonTableError, text_of_json
from playground.tables.reading.layout import LayoutError
from playground.tables.reading.named_cells import table_of_named_cells
from playground.tables.reading.printed import as_plain_text
from playground.tables.reading.program_source import table_in_program
from playground.tables.reading.program_table import table_of_program
from playground.tables.reading.two_sides import without_arrows
from playground.tables.reading.wrapping import unwrapped

_named_separator = re.compile(r'\s*"?sep=([\t;,| ])"?[ ;,\t]*(\r\n|\r|\n|$)', re.IGNORECASE).match


@dataclass(frozen=True)
class Lines:
    """The lines of a table.

    Parameters
    ----------
    text : str
    separator : str or None
        What stands between their cells; None if that is still to be found out.
    notes : sequence of Problem
        What is to be said of the form that they had.
    """

    text: str
    separator: str | None = None
    notes: Sequence[Problem] = ()


def lines_of_table(text: str) -> Lines:
    r"""Return a text of any form as lines of cells.

    Raises
    ------
    LayoutError
        If it holds no table, or a program that printed it has left some of it out.

    Examples
    --------
    >>> lines_of_table("sep=;\n1;2").text, lines_of_table('[{"x": 1}]').text, lines_of_table("[1 2; 3 4]").text
    ('1;2', 'x\r\n1\r\n', '1\t2\n3\t4')
    """
    named = _named_separator(text)
    if named:
        return Lines(text[named.end() :], named[1])
    text, notes = unwrapped(text)
    try:
        of_json = text_of_json(text)
    except JsonTableError as error:
        raise LayoutError(f"The text {error}") from error
    if of_json is not None:
        return Lines(of_json, ",", notes)
    text = as_plain_text(text)
    named_cells = table_of_named_cells(text)
    if named_cells is not None:
        return Lines(named_cells, ",", notes)
    return _in_brackets(text, notes) or _beside_arrows(text, notes)


def _in_brackets(text: str, notes: Sequence[Problem]) -> Lines | None:
    rows = rows_in_brackets(text)
    if rows is None or len({row.count("\t") for row in rows.split("\n")}) > 1:
        found = table_of_program(text)
        if found is not None:
            return Lines(found[0], ",", [*notes, *found[1]])
        found = table_in_program(text)
        if found is not None:  # of its comments nothing is said
            return Lines(found[0], ",", found[1])
    if rows is None:
        return None
    return Lines(rows, "\t", [*notes, Problem(None, None, "", "The brackets around the rows are left out.")])


def _beside_arrows(text: str, notes: Sequence[Problem]) -> Lines:
    without = without_arrows(text)
    return Lines(text, None, notes) if without is None else Lines(without[0], None, [*notes, without[1]])
