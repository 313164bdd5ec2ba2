"""A table that is written in any of the ways people and programs write tables is read as it was."""

import csv
import io
import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nncore.data.number_parsing import Marks, format_number, read_number
from playground.tables import read_text, to_csv
from playground.tables.reading.formulas import with_formula
from playground.tables.reading.gaps import is_gap
from playground.tables.reading.survey import is_like_number, plain_lines

NUMBERS = st.one_of(
    st.integers(-(10**7), 10**7).map(float),
    st.floats(-1e6, 1e6).map(lambda number: float(f"{number:.4f}")),
    st.floats(allow_nan=False, allow_infinity=False),
)
WORDS = st.text(st.sampled_from("abcäß \"',;|=+-@<*\n$"), min_size=1, max_size=8).map(str.strip)
WORDS = WORDS.filter(lambda word: word and not is_gap(word, among_numbers=True) and not is_like_number(word))
# An apostrophe before a formula is taken for the one that keeps it from being run.
WORDS = WORDS.filter(lambda word: with_formula(word) == word)


@st.composite
def tables(draw):
    """Draw names and rows: columns of numbers with gaps, and of words with gaps."""
    kinds = draw(st.lists(st.sampled_from([NUMBERS, WORDS]), min_size=1, max_size=5))
    columns = [st.one_of(kind, kind, kind, st.none()) for kind in kinds]
    rows = draw(st.lists(st.tuples(*columns), min_size=1, max_size=8))
    names = draw(
        st.lists(WORDS.filter(lambda word: "\n" not in word), min_size=len(kinds), max_size=len(kinds), unique=True)
    )
    names = [" ".join(name.split()) for name in names]
    assume(len(set(names)) == len(names))
    for column in zip(*rows, strict=True):
        assume(any(value is not None for value in column))
    assume(any(value is not None for value in rows[-1]))
    return names, rows


def written(value, decimal, thousands):
    if not isinstance(value, float):
        return value or ""
    text = format_number(value)
    if thousands and "e" not in text:
        whole, dot, fraction = text.partition(".")
        text = f"{int(whole):,}".replace(",", "\0") + dot + fraction
        if value < 0 and int(whole) == 0:
            text = "-" + text
    return text.replace(".", decimal).replace("\0", thousands)


@settings(max_examples=150)
@given(
    tables(),
    st.sampled_from(["\t", ";", ",", "|", " "]),
    st.sampled_from([(".", ""), (".", ","), (",", ""), (",", "."), (",", "\u202f"), (".", "'")]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_a_table_written_in_any_way_is_read_as_it_was(table, separator, marks, quoting, end):
    names, rows = table
    decimal, thousands = marks
    assume(separator not in ("|", " ") or not any("\n" in str(value) for row in rows for value in row))
    file = io.StringIO(newline="")
    if separator == " ":
        quoting = csv.QUOTE_ALL  # an empty cell between spaces cannot be seen otherwise
    writer = csv.writer(file, delimiter=separator, quoting=quoting, lineterminator=end)
    writer.writerow(names)
    writer.writerows([written(value, decimal, thousands) for value in row] for row in rows)
    thousands = thousands.replace("\u202f", " ")

    reading = read_text(file.getvalue(), separator=separator, decimal=decimal, thousands=thousands, header=True)

    assert reading.names == tuple(names)
    assert reading.rows == tuple(rows)


@settings(max_examples=150)
@given(tables())
def test_what_is_written_as_csv_is_read_as_it_was(table):
    names, rows = table

    reading = read_text(to_csv(names, rows), separator=",", decimal=".", header=True)

    assert reading.names == tuple(names)
    assert reading.rows == tuple(rows)


@settings(max_examples=100)
@given(st.lists(st.tuples(NUMBERS, NUMBERS, st.sampled_from([0.0, 1.0])), min_size=2, max_size=20))
def test_numbers_written_as_csv_need_no_telling(rows):
    reading = read_text(to_csv(["a", "b", "target"], rows))

    if not reading.questions:  # 1.500 alone may be either
        assert reading.rows == tuple(rows)
    assert reading.names == ("a", "b", "target")
    assert [question.about for question in reading.questions] in ([], ["decimal"])


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-1+1", "@sum(a)", "'=1+1", "-a"])
def test_no_text_becomes_a_formula_in_a_spreadsheet(text):
    cells = next(csv.reader(io.StringIO(to_csv([text], []))))

    assert cells[0][0] == "'"
    assert read_text(to_csv([text, "b"], [[text, 1.0], ["x", -2.0]])).rows == ((text, 1), ("x", -2))


def test_numbers_stay_numbers_in_a_file():
    assert to_csv(["a"], [[-1.5], [None], [0.1 + 0.2]]) == 'a\r\n-1.5\r\n""\r\n0.30000000000000004\r\n'


@given(st.lists(st.from_regex(r"-?[0-9]{1,6}(\.[0-9]{1,6})?", fullmatch=True), min_size=1))
def test_plain_numbers_are_what_the_one_parser_reads(texts):
    decided = Marks(frozenset("."), decided=True)

    assert plain_lines(texts)
    for text in texts:
        found = read_number(text, decided)
        assert found == float(text)
        assert math.copysign(1, found) == math.copysign(1, float(text))
