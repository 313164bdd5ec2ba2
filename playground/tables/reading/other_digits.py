"""Numbers in the digits of other scripts, such as Arabic, Persian and Devanagari ones, or in wide ones."""

from __future__ import annotations

from collections.abc import Sequence

from nncore.data.number_parsing import format_number
from nncore.data.number_refusal import shown
from playground.tables.problem import Problem
from playground.tables.reading.survey import ColumnSurvey
from playground.tables.reading.values import ColumnForm, value_of


def said_of_other_digits(columns: Sequence[ColumnSurvey], forms: Sequence[ColumnForm]) -> list[Problem]:
    """Return that digits of another script are read as usual ones, if a column of numbers has some.

    Examples
    --------
    >>> from nncore.data.number_parsing import Marks
    >>> column = ColumnSurvey()
    >>> column.see(["٢٫٥", "1"])
    >>> form = ColumnForm("x", "number", "", Marks(), percent_of_one=True)
    >>> said_of_other_digits([column], [form])[0].sentence
    'Digits such as those of "٢٫٥" are read as usual ones: it is 2.5.'
    """
    for column, form in zip(columns, forms, strict=True):
        text = column.other_digits
        value = value_of(text, form) if text and form.kind == "number" else None
        if isinstance(value, float):
            what = f'Digits such as those of "{shown(text)}" are read as usual ones: it is {format_number(value)}.'
            return [Problem(None, None, text, what, is_note=True)]
    return []
