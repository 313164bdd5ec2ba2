"""Numbers that are written as people of some trade write them: "(5)" for -5, "1/2", "5.2*". Asked about once, for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nncore.data.number_parsing import format_number
from nncore.data.number_refusal import shown
from playground.tables.reading.reading import Choice, Question
from playground.tables.reading.survey import ColumnSurvey
from playground.tables.reading.values import ColumnForm, value_of

_MOST_TOLD = 3


def written_otherwise_question(columns: Sequence[ColumnSurvey], forms: Sequence[ColumnForm]) -> Question | None:
    """Return the question whether such numbers are read as what they most probably mean; None if there are none.

    Examples
    --------
    >>> from nncore.data.number_parsing import Marks
    >>> column = ColumnSurvey()
    >>> column.see(["(5)", "7", "1/2"])
    >>> question = written_otherwise_question([column], [ColumnForm("x", "number", "", Marks(), percent_of_one=True)])
    >>> question.sentence, question.choices[0].words
    ('Some numbers are written otherwise, such as "(5)". How are they to be read?', '"(5)" is -5, "1/2" is 0.5')
    """
    meant: dict[str, str] = {}
    for column, form in zip(columns, forms, strict=True):
        for reason, text in column.written_otherwise.items() if form.kind == "number" else ():
            value = value_of(text, replace(form, as_meant=True))
            if isinstance(value, float):
                meant.setdefault(reason, f'"{shown(text)}" is {format_number(value)}')
    if not meant:
        return None
    first = next(iter(meant.values())).rpartition(" is ")[0]
    sentence = f"Some numbers are written otherwise, such as {first}. How are they to be read?"
    choices = (
        Choice(", ".join([*meant.values()][:_MOST_TOLD]), {"as_meant": True}),
        Choice("not at all: each is to be mended", {"as_meant": False}),
    )
    return Question("otherwise", sentence, choices, guess=1)
