"""Read a table in a text that somebody pasted or has in a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from nncore.data.number_refusal import shown
from nncore.errors import require_known
from playground.tables.problem import Problem
from playground.tables.reading.codes import codes_question
from playground.tables.reading.cutting import CutError
from playground.tables.reading.forms import Lines, lines_of_table
from playground.tables.reading.header import (
    column_names,
    first_line_is_header,
    header_question,
    second_line_of_names,
)
from playground.tables.reading.kept_as_text import without_formulas_of_texts
from playground.tables.reading.layout import Layout, LayoutError, layout_of, too_many_rows
from playground.tables.reading.marks import TableMarks, marks_of_table
from playground.tables.reading.odd_signs import with_spaced_commas, with_usual_line_ends
from playground.tables.reading.other_digits import said_of_other_digits
from playground.tables.reading.printed import columns_of_spaces, rows_with_long_names
from playground.tables.reading.reading import (
    MOST_CHARACTERS,
    MOST_ROWS,
    SEPARATOR_WORDS,
    THOUSANDS_WORDS,
    Choice,
    Question,
    Reading,
)
from playground.tables.reading.separator import separator_of
from playground.tables.reading.survey import ColumnSurvey, is_like_number, survey_columns
from playground.tables.reading.told_table import of_columns, of_the_rows, of_the_whole
from playground.tables.reading.values import ColumnForm, TableValues, value_of
from playground.tables.reading.written_otherwise import written_otherwise_question

_BEHIND_A_TEXT = "\0\x1a"
"""With these some programs end what they put into the clipboard or a file."""


def read_text(
    text: str,
    separator: str | None = None,
    decimal: str | None = None,
    thousands: str | None = None,
    header: bool | None = None,
    *,
    percent_of_one: bool | None = None,
    codes: bool | None = None,
    as_meant: bool | None = None,
    of_test: bool = False,
) -> Reading:
    r"""Return the table in a text: what was understood, what may be read in two ways, and what is wrong.

    Parameters
    ----------
    text : str
        As pasted, or the content of a CSV or TSV file; a table in Markdown, LaTeX, JSON or columns of spaces, or rows in
        brackets, too.
    separator : str, optional
        What stands between cells: "\t", ";", ",", "|" or " "; "" for a single column.
    decimal, thousands : str, optional
        What stands before decimals ("." or ","), and between thousands (".", ",", " ", "'", "_"; "" for nothing).
    header : bool, optional
        Whether the first line names the columns.
    percent_of_one : bool, optional
        Whether 50 % is 0.5 rather than 50.
    codes : bool, optional
        Whether a column such as "01234" holds codes, which are words, rather than numbers.
    as_meant : bool, optional
        Whether numbers such as "(5)", "1/2" and "5.2*" are read as -5, 0.5 and 5.2, rather than left to be mended.
    of_test : bool
        Whether of a program's lists those of test rows are wanted, where there are some, and not those of training rows.

    Returns
    -------
    Reading
        What is not given is guessed, once for the whole table. Nothing is raised for what the text holds.

    Raises
    ------
    UnknownNameError
        If a separator or mark is none of those above.

    Examples
    --------
    >>> reading = read_text("size;sold\n1,5;yes\n2;")
    >>> reading.names, reading.kinds, reading.rows
    (('size', 'sold'), ('number', 'word'), ((1.5, 'yes'), (2.0, None)))
    >>> reading.problems[0].sentence
    'Row 2, column sold: the cell is empty. Write a word, or delete the row.'
    """
    for kind, given, known in (
        ("separator", separator, SEPARATOR_WORDS),
        ("decimal mark", decimal, ".,"),
        ("thousands mark", thousands, THOUSANDS_WORDS),
    ):
        if given is not None:
            require_known(kind, given, known)
    text = with_usual_line_ends(text.removeprefix("\ufeff").rstrip(_BEHIND_A_TEXT))
    if len(text) > MOST_CHARACTERS:
        what = f"The text has {len(text):,} characters. A table may have {MOST_CHARACTERS:,}: paste a part of it."
        return nothing_read(what, separator)
    text, formulas = without_formulas_of_texts(text)
    try:
        lines = lines_of_table(text, of_test=of_test)
    except LayoutError as error:
        return nothing_read(str(error), separator)
    separator = lines.separator if separator is None else separator
    spaced = with_spaced_commas(lines.text) if separator in (None, "\t") else None
    if spaced is not None:
        lines = Lines(spaced[0], "\t", [*lines.notes, spaced[1]])
    text, separator, question = _separated(lines.text, separator, decimal, thousands)
    try:
        reading = _read(text, separator, _Given(decimal, thousands, header, percent_of_one, codes, as_meant))
    except (CutError, LayoutError) as error:
        return nothing_read(str(error), separator)
    notes = [replace(note, is_note=True) for note in (*formulas, *lines.notes)]
    questions = (*([question] if question else ()), *reading.questions)
    return replace(reading, questions=questions, problems=(*notes, *reading.problems))


def _separated(
    text: str, separator: str | None, decimal: str | None, thousands: str | None
) -> tuple[str, str, Question | None]:
    """Return a text, what stands between its cells, and what is to be asked about that."""
    question = None
    if separator is None:
        separator, question = separator_of(text, decimal, thousands)
        is_of_spaces = separator == "" or (
            separator == " " and len(set(map(len, map(str.split, text.splitlines())))) > 1
        )
    else:
        is_of_spaces = separator == "\t"  # as such columns were understood before something else was said
    if not is_of_spaces:
        return text, separator, question
    in_columns = rows_with_long_names(text) if separator in ("", " ") else None
    in_columns = columns_of_spaces(text) if in_columns is None else in_columns
    if in_columns is None or (separator == " " and _holds_numbers_together(in_columns)):
        return text, separator, question
    return in_columns, "\t", None


def _holds_numbers_together(lines: str) -> bool:
    """Return whether a cell holds a number and something else: its columns stand too close to be told by their places."""
    cells = (cell.split() for line in lines.split("\n")[1:] for cell in line.split("\t") if " " in cell)
    return any(is_like_number(part) for parts in cells for part in parts)


@dataclass(frozen=True)
class _Given:
    decimal: str | None
    thousands: str | None
    header: bool | None
    percent_of_one: bool | None
    codes: bool | None
    as_meant: bool | None = None

    def kind_of(self, column: ColumnSurvey) -> str:
        """Return what a column holds; what may be codes is kept as it is written until somebody says otherwise."""
        is_of_codes = column.kind == "number" and column.code and self.codes is not False
        return "word" if is_of_codes else column.kind


def _read(text: str, separator: str, given: _Given) -> Reading:
    layout = layout_of(text, separator)
    first = next(layout.rows())
    columns = survey_columns(islice(layout.rows(), 1, None), layout.width)
    header, question = _header(first, columns, given.header)
    if header is None:
        for column, cell in zip(columns, first, strict=False):
            column.see((cell,))
    elif len(header) == layout.usual_width - 1 and _begins_with_index(layout):
        header = ["", *header]
    of_numbers = [column for column in columns if given.kind_of(column) == "number"]
    marks = marks_of_table(of_numbers, given.decimal, given.thousands)
    second = second_line_of_names(list(islice(layout.rows(), 1, 4)), columns) if header is not None else None
    names, told_names = column_names(header, layout.width, second)
    forms = _forms(names, columns, marks, given)
    values = TableValues(forms, layout.usual_width)
    values.take(islice(layout.rows(), (header is not None) + (second is not None), None))
    if len(values.rows) > MOST_ROWS:
        raise too_many_rows()
    questions = (question, _codes_question(columns, given), marks.question, *_questions_of_cells(columns, forms, given))
    return Reading(
        separator,
        marks.decimal,
        marks.thousands,
        header is not None,
        names,
        tuple(map(given.kind_of, columns)),
        tuple(values.rows),
        tuple(found for found in questions if found),
        (
            *of_the_whole(layout, values),
            *told_names,
            *said_of_other_digits(columns, forms),
            *of_columns(values),
            *of_the_rows(values, has_names=header is not None),
            *values.all_problems(),
        ),
        tuple(column.unit if given.kind_of(column) == "number" else "" for column in columns),
        layout.empty_at_end,
    )


def nothing_read(sentence: str, separator: str | None = None) -> Reading:
    """Return a reading without rows, and why there are none."""
    return Reading(separator or "", ".", "", False, (), (), (), (), (Problem(None, None, "", sentence),))


def _header(
    first: list[str], below: Sequence[ColumnSurvey], given: bool | None
) -> tuple[list[str] | None, Question | None]:
    """Return the names in the first line, or None if it is a row, and what is to be asked about it."""
    if given is not None:
        return (first if given else None), None
    is_header, sure = first_line_is_header(first, below)
    return (first if is_header else None), (None if sure else header_question(first, guess=is_header))


def _begins_with_index(layout: Layout) -> bool:
    """Return whether the first column seems to name or count the rows, as some programs write it without a name."""
    cells = [row[0].strip() for row in layout.beginning()[1:]]
    if all(cell.isdecimal() and len(cell) < 10 for cell in cells):
        numbers = list(map(int, cells))
        return numbers[:1] in ([0], [1]) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return len(set(cells)) == len(cells) and not any(map(is_like_number, cells))


def _forms(
    names: Sequence[str], columns: Sequence[ColumnSurvey], marks: TableMarks, given: _Given
) -> tuple[ColumnForm, ...]:
    of_one = given.percent_of_one is not False
    return tuple(
        ColumnForm(name, given.kind_of(column), column.unit, marks.decided, of_one, bool(given.as_meant))
        for name, column in zip(names, columns, strict=True)
    )


def _codes_question(columns: Sequence[ColumnSurvey], given: _Given) -> Question | None:
    if given.codes is not None:
        return None
    of_numbers = [column for column in columns if column.kind == "number"]
    marks = marks_of_table(of_numbers, given.decimal, given.thousands)
    forms = _forms([""] * len(of_numbers), of_numbers, marks, replace(given, codes=False))
    codes = {
        column.code: value_of(column.code, form) for column, form in zip(of_numbers, forms, strict=True) if column.code
    }
    return codes_question(codes) if codes else None


def _questions_of_cells(
    columns: Sequence[ColumnSurvey], forms: Sequence[ColumnForm], given: _Given
) -> Iterator[Question | None]:
    yield _percent_question([column for column in columns if given.kind_of(column) == "number"], given)
    yield written_otherwise_question(columns, forms) if given.as_meant is None else None


def _percent_question(columns: Sequence[ColumnSurvey], given: _Given) -> Question | None:
    texts = [column.percentage for column in columns if column.unit == "%"]
    if not texts or given.percent_of_one is not None:
        return None
    choices = (
        Choice("parts of one: 50% is 0.5", {"percent_of_one": True}),
        Choice("numbers as they are written: 50% is 50", {"percent_of_one": False}),
    )
    return Question("percent", f'What does "{shown(texts[0])}" become?', choices)
