"""What stands before decimals and between thousands, in all the numbers of one table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nncore.data.number_parsing import Marks, format_number, read_number
from playground.tables.reading.reading import MARK_WORDS, Choice, Question
from playground.tables.reading.survey import ColumnSurvey

_OTHER = {".": ",", ",": "."}


@dataclass(frozen=True)
class TableMarks:
    """How the numbers of a table are written.

    Parameters
    ----------
    decimal, thousands : str
        What stands before decimals, and between thousands; "" if nothing does.
    question : Question or None
        If the table does not show it.
    """

    decimal: str
    thousands: str
    question: Question | None = None

    @property
    def decided(self) -> Marks:
        """What decides how a number in doubt is read."""
        return Marks(frozenset(self.decimal), frozenset(self.thousands), decided=True)


def marks_of_table(columns: Iterable[ColumnSurvey], decimal: str | None, thousands: str | None) -> TableMarks:
    """Return how the numbers of a table are written; what is given is taken, the rest is concluded from all its numbers.

    Examples
    --------
    >>> column = ColumnSurvey()
    >>> column.see(["1.050", "950"])
    >>> marks_of_table([column], None, None).question.sentence
    'Does the dot in "1.050" stand before decimals or between thousands?'
    >>> marks_of_table([column], ",", None)
    TableMarks(decimal=',', thousands='.', question=None)
    """
    seen = _joined(columns)
    sure = True
    if decimal is None:
        decimal, sure = _decimal(seen, thousands)
    between = _thousands(seen, decimal) if thousands is None else thousands
    question = None if sure else _question(seen, guess=decimal)
    return TableMarks(decimal, "" if between == decimal else between, question)


def _joined(columns: Iterable[ColumnSurvey]) -> ColumnSurvey:
    joined = ColumnSurvey()
    for column in columns:
        joined.decimal |= column.decimal
        joined.groups |= column.groups
        joined.doubts = {**column.doubts, **joined.doubts}
        joined.three_digits |= column.three_digits and bool(column.doubts)
    return joined


def _decimal(seen: ColumnSurvey, thousands: str | None) -> tuple[str, bool]:
    """Return what stands before decimals, and whether the table shows it."""
    if thousands in _OTHER:
        return _OTHER[thousands], True
    other_groups = thousands is not None or bool(seen.groups - set(_OTHER))
    if other_groups and not seen.decimal and len(seen.doubts) == 1 and not seen.groups & set(_OTHER):
        return next(iter(seen.doubts)), True
    if len(seen.decimal) == 1:
        (mark,) = seen.decimal
        # A program writes a dot before decimals whatever the language: "1.500" beside "0,5" may be one's own or a program's.
        in_doubt = mark in seen.groups and mark in seen.doubts
        perhaps_of_a_program = mark == "," and "." in seen.doubts and "." not in seen.groups
        return mark, not in_doubt and not perhaps_of_a_program
    between = seen.groups & set(_OTHER)
    if not seen.decimal and len(between) == 1:
        return _OTHER[next(iter(between))], True
    return _guess(seen), not seen.doubts


def _guess(seen: ColumnSurvey) -> str:
    # Beside "950" the dot of "1.050" is probably one between thousands, which 950 does not need.
    only_dots = list(seen.doubts) == ["."] and not seen.decimal
    return "," if only_dots and seen.three_digits else "."


def _thousands(seen: ColumnSurvey, decimal: str) -> str:
    groups = seen.groups - {decimal}
    other = _OTHER[decimal]
    if other in groups or other in seen.doubts:
        return other
    return min(groups, default="")


def _question(seen: ColumnSurvey, guess: str) -> Question:
    examples = " and ".join(f'the {MARK_WORDS[mark]} in "{text}"' for mark, text in seen.doubts.items())
    choices = tuple(
        Choice(_reads(seen, decimal), {"decimal": decimal, "thousands": _OTHER[decimal]}) for decimal in ".,"
    )
    verb = "Does" if len(seen.doubts) == 1 else "Do"
    sentence = f"{verb} {examples} stand before decimals or between thousands?"
    return Question("decimal", sentence, choices, guess=".,".index(guess))


def _reads(seen: ColumnSurvey, decimal: str) -> str:
    marks = TableMarks(decimal, _OTHER[decimal]).decided
    read = ((mark, text, read_number(text, marks)) for mark, text in seen.doubts.items())
    return ", ".join(
        f'"{text}" is {format_number(found)} ({"before decimals" if mark == decimal else "between thousands"})'
        for mark, text, found in read
        if isinstance(found, float)
    )
