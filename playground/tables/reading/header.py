"""Whether the first line of a table names its columns, and what these are called."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from nncore.data.number_refusal import shown
from nncore.quoting import shortened
from playground.tables.problem import Problem
from playground.tables.reading.codes import is_telephone
from playground.tables.reading.formulas import with_formula
from playground.tables.reading.gaps import is_gap
from playground.tables.reading.reading import Choice, Question
from playground.tables.reading.survey import ColumnSurvey, is_like_number
from playground.tables.reading.years import are_years

MOST_NAMES_SHOWN = 6
_DIGITS = re.compile(r"\d+")


def first_line_is_header(first: Sequence[str], below: Sequence[ColumnSurvey]) -> tuple[bool, bool]:
    """Return whether a first line names the columns, and whether that is beyond doubt.

    Parameters
    ----------
    first : sequence of str
        Its cells.
    below : sequence of ColumnSurvey
        What the other lines hold, column by column.

    Examples
    --------
    >>> column = ColumnSurvey()
    >>> column.see(["1", "2"])
    >>> first_line_is_header(["age"], [column]), first_line_is_header(["3"], [column])
    ((True, True), (False, True))
    """
    if all(column.kind == "empty" for column in below):
        like_numbers = any(map(is_like_number, first))
        return not like_numbers, like_numbers
    numeric = [(text, column) for text, column in zip(first, below, strict=False) if column.kind == "number"]
    filled = [text for text, _ in numeric if not is_gap(text, among_numbers=True)]
    if not filled:
        return _words_name_words(first, below), False
    like_numbers_count = sum(map(is_like_number, filled))
    if like_numbers_count == 0:
        return True, not _stands_below(first, below)
    if like_numbers_count == len(filled):
        beside_a_word = any(column.kind == "word" for column in below) and not _stands_below(first, below)
        are_names = _are_names_of_numbers(filled, least=2 if beside_a_word else 3)
        is_year = any(are_years((text,)) and column.has_no_years for text, column in numeric)
        stands_above_dates = any(map(_stands_above_one_form, first, below))
        may_name = are_names or (beside_a_word and (is_year or stands_above_dates or not first[0].strip()))
        return False, not may_name
    return 2 * like_numbers_count < len(filled), False


def _words_name_words(first: Sequence[str], below: Sequence[ColumnSurvey]) -> bool:
    """Return whether words above words are more probably names: they are all there, all different, and not below."""
    names = [text.strip() for text in first]
    if any(map(is_telephone, names)) or any(map(_is_written_like_all_below, names, below)):
        return False
    return all(names) and len(set(names)) == len(names) and not _stands_below(first, below)


def _stands_below(first: Sequence[str], below: Sequence[ColumnSurvey]) -> bool:
    return any(text.strip() in column.kept_words for text, column in zip(first, below, strict=False))


def _is_written_like_all_below(text: str, column: ColumnSurvey) -> bool:
    """Return whether a text differs from all below it in its digits alone, as a date or time does from others."""
    words = column.kept_words
    return text.strip("0123456789") != "" and any(map(str.isdigit, text)) and {_form(text)} == set(map(_form, words))


def _stands_above_one_form(text: str, column: ColumnSurvey) -> bool:
    """Return whether all below a text are written alike with digits, as dates are, and it is not."""
    forms = set(map(_form, column.kept_words))
    return len(forms) == 1 < len(column.kept_words) and "0" in "".join(forms) and _form(text) not in forms


def _form(text: str) -> str:
    return _DIGITS.sub("0", text.strip())


def _are_names_of_numbers(texts: Sequence[str], least: int) -> bool:
    """Return whether cells are 0, 1, 2 or years such as 1990, 2000: numbers that programs and people give to columns."""
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) < 10]
    steps = [b - a for a, b in itertools.pairwise(numbers)]
    if len(numbers) < len(texts) or not steps:
        return False
    are_rising_years = are_years(texts) and min(steps) > 0
    return are_rising_years or (len(numbers) >= least and set(steps) == {1})


def header_question(first: Sequence[str], *, guess: bool) -> Question:
    """Return the question whether a first line names the columns.

    Examples
    --------
    >>> header_question(["a", "b"], guess=True).choices[0].words
    'it names the columns: a, b'
    """
    cells = [shown(text) for text in first[:MOST_NAMES_SHOWN]]
    listed = ", ".join(cells) + (" …" if len(first) > MOST_NAMES_SHOWN else "")
    choices = (
        Choice(f"it names the columns: {listed}", {"header": True}),
        Choice(f"it is the first row: {listed}", {"header": False}),
    )
    return Question("header", "Does the first line name the columns?", choices, guess=0 if guess else 1)


def second_line_of_names(rows: Sequence[Sequence[str]], columns: Sequence[ColumnSurvey]) -> Sequence[str] | None:
    """Return the first row below the names if it belongs to them: units, or the second line of a head of two.

    Words stand there in columns of numbers, more than one, and no number; at least two rows follow.

    Parameters
    ----------
    rows : sequence of sequence of str
        The first three below the names.
    columns : sequence of ColumnSurvey
        What all rows hold.

    Examples
    --------
    >>> columns = [ColumnSurvey(numbers=2, words=1), ColumnSurvey(numbers=2, words=1)]
    >>> second_line_of_names([["cm", "kg"], ["1", "2"], ["3", "4"]], columns)
    ['cm', 'kg']
    >>> second_line_of_names([["x", "2"], ["1", "2"], ["3", "4"]], columns) is None
    True
    """
    if len(rows) < 3 or any(map(is_like_number, rows[0])):
        return None
    above = [cell for cell, column in zip(rows[0], columns, strict=False) if column.kind == "number" and cell.strip()]
    named = [cell for cell in above if not is_gap(cell, among_numbers=True)]
    return rows[0] if len(named) > 1 else None


def column_names(
    header: Sequence[str] | None, width: int, second: Sequence[str] | None = None
) -> tuple[tuple[str, ...], list[Problem]]:
    """Return a name for each column, all different, and what had to be changed; a second line is put behind the first.

    Examples
    --------
    >>> names, problems = column_names(["a", "", "a"], 3)
    >>> names, problems[1].sentence
    (('a', 'column 2', 'a 2'), 'Column 3 has the same name as another one, "a": it is called "a 2".')
    """
    given = _in_one_line(header or (), width)
    names: list[str] = []
    problems: list[Problem] = []
    if second is not None:
        behind = _in_one_line(second, width)
        given = [" ".join(filter(None, parts)) for parts in zip(given, behind, strict=True)]
        listed = ", ".join(filter(None, behind[:MOST_NAMES_SHOWN]))
        what = f'The second line, "{shortened(listed)}", holds no numbers and is put behind the names'
        problems.append(Problem(None, None, listed, f"{what}.", is_note=True))
    for place, name in enumerate(given, start=1):
        final = _free_name(name or f"column {place}", {*names, *(given[place:] if not name else ())})
        names.append(final)
        if header is None or final == name:
            continue
        why = f'has the same name as another one, "{shortened(name)}"' if name else "has no name"
        problems.append(Problem(None, final, name, f'Column {place} {why}: it is called "{shortened(final)}".'))
    return tuple(names), problems


def _in_one_line(texts: Sequence[str], width: int) -> list[str]:
    names = [with_formula(" ".join(shown_whole(text).split())) for text in texts[:width]]
    return names + [""] * (width - len(names))


def shown_whole(text: str) -> str:
    """Return `text` with a space for each character that cannot be seen."""
    return "".join(character if character.isprintable() else " " for character in text)


def _free_name(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted} {number}", number + 1
    return name
