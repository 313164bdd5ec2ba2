"""The forms in which a table may be written, each turned into lines of cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from playground.tables.problem import Problem
from playground.tables.reading.arff import table_of_arff
from playground.tables.reading.bracketed import rows_in_brackets
from playground.tables.reading.html_signs import without_html_signs
from playground.tables.reading.json_table import JsonTableError, text_of_json
from playground.tables.reading.layout import LayoutError
from playground.tables.reading.named_cells import table_of_named_cells
from playground.tables.reading.odd_signs import with_plain_signs, without_quotes_around_lines
from playground.tables.reading.printed import as_plain_text
from playground.tables.reading.program_source import require_no_program, table_in_program
from playground.tables.reading.program_table import WITHOUT_BRACKETS, table_of_program
from playground.tables.reading.rows_in_sequence import cells_in_rows, rows_in_one_line
from playground.tables.reading.two_sides import operations_in_columns, without_arrows
from playground.tables.reading.wrapping import unwrapped

_named_separator = re.compile(r'\s*"?sep=([\t;,| ])"?[ ;,\t]*(\r\n|\r|\n|$)', re.IGNORECASE).match

_quoted_table = re.compile(
    r"""\s*(?:[\w.]{1,60}\s*(?:<-|=)\s*)?(?:\w{1,20}\.)?read[._](?:table|csv2?|delim|fwf)\((?:[\w.]{1,20}\(|text\s*=\s*|header\s*=\s*\w+\s*,\s*)*"""
    r"""(?P<quote>\"\"\"|[\"'])(?P<table>[^\"']+)(?P=quote)[^\"']{0,200}""",
).fullmatch
"""As it is handed to R or pandas in a question."""

_is_to_be_computed = re.compile(r"\d ?\*{1,2} ?\d").search
_in_single_quotes = re.compile(r"(?m)(^|[,;\t])[ ]?'([^'\n]*)'(?=[ ]?[,;\t]|\r?$)").subn


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


def lines_of_table(text: str, *, of_test: bool = False) -> Lines:
    r"""Return a text of any form as lines of cells.

    Parameters
    ----------
    text : str
    of_test : bool
        Whether of a program's lists those of test rows are wanted, where there are some.

    Raises
    ------
    LayoutError
        If it holds no table, or a program that printed it has left some of it out.

    Examples
    --------
    >>> lines_of_table("sep=;\n1;2").text, lines_of_table('[{"x": 1}]').text, lines_of_table("[1 2; 3 4]").text
    ('1;2', 'x\r\n1\r\n', '1\t2\n3\t4')
    """
    quoted = _quoted_table(text)
    if quoted:
        return lines_of_table(quoted["table"], of_test=of_test)
    named = _named_separator(text)
    if named:
        text, notes = without_html_signs(text[named.end() :])
        return Lines(text, named[1], notes)
    of_arff = table_of_arff(text)
    if of_arff is not None:
        return Lines(_in_double_quotes(unwrapped(of_arff)[0]), ",")
    text, notes = unwrapped(text)
    try:
        of_json = text_of_json(text)
    except JsonTableError as error:
        raise LayoutError(f"The text {error}") from error
    text, signs = without_html_signs(text) if of_json is None else without_html_signs(of_json, but='",')
    notes = [*notes, *signs]
    if of_json is not None:
        return Lines(text, ",", notes)
    text = without_quotes_around_lines(_in_double_quotes(as_plain_text(text)))
    named_cells = table_of_named_cells(text)
    if named_cells is not None:
        return Lines(named_cells, ",", notes)
    return _in_brackets(text, notes, of_test=of_test) or _beside_arrows(text, notes)


def _in_double_quotes(text: str) -> str:
    """Return a text with its cells in double quotes, if all its single ones hold cells together."""
    if '"' in text or "'" not in text:
        return text
    quoted, count = _in_single_quotes(r'\1"\2"', text)
    return quoted if "'" not in quoted and count else text


def _in_brackets(text: str, notes: Sequence[Problem], *, of_test: bool) -> Lines | None:
    rows = rows_in_brackets(text)
    if rows is None or len({row.count("\t") for row in rows.split("\n")}) > 1:
        found = table_of_program(text, of_test=of_test)
        if found is not None:
            return Lines(found[0], ",", [*notes, *found[1]])
        found = table_in_program(text, of_test=of_test)
        if found is not None:  # of its comments nothing is said
            return Lines(found[0], ",", found[1])
    if rows is None or _is_to_be_computed(rows):
        require_no_program(text)
    if rows is None:
        return None
    return Lines(rows, "\t", [*notes, WITHOUT_BRACKETS])


def _beside_arrows(text: str, notes: Sequence[Problem]) -> Lines:
    in_lines = rows_in_one_line(text)
    if in_lines is not None:
        return Lines(in_lines, None, notes)
    without = cells_in_rows(text) or operations_in_columns(text) or without_arrows(text) or with_plain_signs(text)
    return Lines(text, None, notes) if without is None else Lines(without[0], None, [*notes, without[1]])
