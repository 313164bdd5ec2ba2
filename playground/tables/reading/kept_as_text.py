"""Cells written as ="01", the formula by which a CSV file keeps a spreadsheet from turning a code into a number."""

from __future__ import annotations

import re

from playground.tables.problem import Problem

_is_cell = r"(^|[,;\t|])%s(?=[,;\t|]|\r?$)"
_as_they_stand = re.compile(_is_cell % '="([^"\n]*)"', re.MULTILINE).subn
_in_quotation_marks = re.compile(_is_cell % '"=""([^"\n]*)"""', re.MULTILINE).subn


def without_formulas_of_texts(text: str) -> tuple[str, list[Problem]]:
    r"""Return a text with what stands within such cells in quotation marks, and what is to be said of them.

    Examples
    --------
    >>> without_formulas_of_texts('x,t\n="01",0')[0]
    'x,t\n"01",0'
    """
    if '="' not in text:
        return text, []
    text, count = _as_they_stand(r'\1"\2"', text)
    text, quoted_count = _in_quotation_marks(r'\1"\2"', text)
    if not count + quoted_count:
        return text, []
    note = 'Cells written as formulas of one text, such as ="01", are read as the text within.'
    return text, [Problem(None, None, '="', note, is_note=True)]
