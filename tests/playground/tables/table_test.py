import math
import re
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.tables.table import Problem, TableReading, format_number, markdown_escape, read_table

COLUMNS = ("input 1", "input 2", "output")
CELLS = st.none() | st.floats() | st.integers() | st.booleans() | st.text(max_size=8)
IN_DOUBT = st.from_regex(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}", fullmatch=True)
BEYOND_DOUBT = st.sampled_from(["1", "0,5", "0.5", "1,234,567", "1.234.567", "1.234,5", "1,234.5"])


def test_a_table_as_the_page_shows_it_is_read_row_by_row():
    cells = [["0", "0,5", "1"], ["-2.5", "1 000", "1e-3"]]

    reading = read_table(cells, COLUMNS)

    assert reading == TableReading(
        rows=((0.0, 0.5, 1.0), (-2.5, 1000.0, 0.001)), row_numbers=(1, 2), ignored_rows=(), problems=()
    )


def test_a_word_in_a_cell_names_row_and_column_and_how_to_mend_it():
    cells = [["0", "1", "1"], ["0", " abc ", "1"]]

    reading = read_table(cells, COLUMNS)

    sentence = 'Row 2, column input 2: "abc" is not a number. Write a number such as 1.5, or delete the row.'
    assert reading.problems == (Problem(2, "input 2", " abc ", sentence),)


@pytest.mark.parametrize("empty", [None, math.nan, np.nan, "", " ", "\u00a0", pd.NA, pd.NaT])
def test_an_empty_cell_in_a_row_that_has_others_is_a_problem(empty):
    reading = read_table([["0", empty, "1"]], COLUMNS)

    (problem,) = reading.problems
    assert (problem.row, problem.column) == (1, "input 2")
    assert problem.sentence == (
        "Row 1, column input 2: the cell is empty. Write a number such as 1.5, or delete the row."
    )


def test_only_a_mark_of_pandas_itself_is_empty_not_the_text_typed_like_it():
    reading = read_table([["<NA>"]], ["output"])

    assert reading.problems[0].sentence.startswith('Row 1, column output: "<NA>" is not a number.')


@pytest.mark.parametrize("empty", [None, math.nan, "", " ", pd.NA])
def test_a_row_being_added_is_ignored_and_told(empty):
    cells = [["0", "0", "1"], [empty] * 3, ["1", "1", "0"], []]

    reading = read_table(cells, COLUMNS)

    assert reading.rows == ((0.0, 0.0, 1.0), (1.0, 1.0, 0.0))
    assert reading.row_numbers == (1, 3)
    assert reading.ignored_rows == (2, 4)


@pytest.mark.parametrize("cells", [[], [["", None, " "]]])
def test_a_table_without_rows_asks_for_one(cells):
    reading = read_table(cells, COLUMNS, table_name="Test table")

    sentence = "The Test table has no rows. Add a row with a number in every column."
    assert reading.problems == (Problem(None, None, "", sentence),)


def test_a_fixed_row_that_is_empty_is_to_be_filled_in_and_not_to_be_deleted():
    reading = read_table([["", "1"]], COLUMNS[:2], row_labels=["New situation"], fixed_rows=True)
    all_empty = read_table([[None, ""]], COLUMNS[:2], row_labels=["New situation"], fixed_rows=True)

    assert [problem.sentence for problem in reading.problems] == [
        "New situation, column input 1: the cell is empty. Write a number such as 1.5."
    ]
    assert [problem.column for problem in all_empty.problems] == ["input 1", "input 2"]
    assert all_empty.ignored_rows == ()


def test_a_row_without_a_label_is_named_by_its_number():
    reading = read_table([["a"], ["b"]], ["output"], row_labels=["Training data 1"])

    assert [problem.sentence.split(",")[0] for problem in reading.problems] == ["Training data 1", "Row 2"]


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (2, 2.0),
        (0.25, 0.25),
        (True, 1.0),
        (False, 0.0),
        (np.float64(0.1), 0.1),
        (np.float32(0.5), 0.5),
        (np.int64(7), 7.0),
        (np.bool_(True), 1.0),
        (Decimal("0.5"), 0.5),
        (np.str_("0,5"), 0.5),
    ],
)
def test_what_is_a_number_already_is_taken_as_it_is(cell, number):
    reading = read_table([[cell]], ["output"])

    assert reading.rows == ((number,),)
    assert type(reading.rows[0][0]) is float


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (math.inf, "inf"),
        (-math.inf, "-inf"),
        pytest.param(10**5000, "inf", id="5,001 digits"),
        pytest.param(-(10**400), "-inf", id="-10^400"),
    ],
)
def test_a_number_past_the_largest_is_a_problem(cell, shown):
    reading = read_table([[cell]], ["output"])

    (problem,) = reading.problems
    assert problem.text == shown
    assert "is not a finite number. Write a number such as 1.5" in problem.sentence


def test_one_decimal_comma_decides_the_commas_of_the_whole_table():
    cells = [["1,000", "1"], ["2,500", "0,5"]]

    reading = read_table(cells, COLUMNS[:2])

    assert reading.rows == ((1.0, 1.0), (2.5, 0.5))


def test_commas_that_nothing_decides_are_asked_about_one_by_one():
    cells = [["1,000", "1"], ["2,500", "0.5"]]

    reading = read_table(cells, COLUMNS[:2])

    assert reading.rows == ()
    assert [problem.sentence for problem in reading.problems] == [
        'Row 1, column input 1: "1,000" can mean 1000 or 1.0. Write 1000 or 1.0.',
        'Row 2, column input 1: "2,500" can mean 2500 or 2.5. Write 2500 or 2.5.',
    ]


def test_all_problems_are_told_in_reading_order():
    cells = [["a", "1", ""], ["", "", ""], ["1", "b", "c"]]

    reading = read_table(cells, COLUMNS)

    places = [(problem.row, problem.column) for problem in reading.problems]
    assert places == [(1, "input 1"), (1, "output"), (3, "input 2"), (3, "output")]
    assert reading.rows == reading.row_numbers == ()
    assert reading.ignored_rows == (2,)


def test_a_row_that_is_too_short_lacks_its_last_cells():
    reading = read_table([["1"]], COLUMNS)

    assert [problem.column for problem in reading.problems] == ["input 2", "output"]


def test_a_row_that_is_too_long_is_a_problem_unless_the_rest_is_empty():
    too_long = read_table([["1", "2", "3", "4", ""]], COLUMNS)
    empty_rest = read_table([["1", "2", "3", "", None]], COLUMNS)

    sentence = "Row 1 has 5 cells, but the table has 3 columns. Delete what is past the last column."
    assert too_long.problems == (Problem(1, None, "", sentence),)
    assert empty_rest.rows == ((1.0, 2.0, 3.0),)


def test_a_long_text_is_kept_but_shown_short():
    text = "x" * 1000

    (problem,) = read_table([[text]], ["output"]).problems

    assert problem.text == text
    # 40 characters: 39 of the text and the ellipsis.
    assert f'"{"x" * 39}…"' in problem.sentence


def test_a_text_is_shown_on_one_line_and_cannot_turn_the_writing_round():
    (problem,) = read_table([["a\nb\u202ec\x00\ud800"]], ["output"]).problems

    assert '"a b c  " is not a number' in problem.sentence


@pytest.mark.parametrize(
    "typed", ["<b>x</b>", "`x`", "*x*", "_x_", "[a](b)", "$x^2$", ":red[x]", "# x", "|", "\\", "~~x~~"]
)
def test_escaped_markdown_has_a_backslash_before_every_character_that_could_format(typed):
    escaped = markdown_escape(typed)

    assert re.sub(r"\\([^\w\s])", r"\1", escaped.replace(r"\_", "_")) == typed
    assert re.search(r"(?<!\\)(?:\\\\)*[<>`*_\[\]()$:#|~]", escaped) is None


def test_a_thousand_rows_of_fifty_columns_are_read():
    names = [f"input {column}" for column in range(1, 51)]
    cells = [[f"{row},{column:02d}" for column in range(50)] for row in range(1000)]

    reading = read_table(cells, names)

    assert len(reading.rows) == 1000
    # The last cell is "999,49".
    assert reading.rows[-1][-1] == 999.49


@given(st.lists(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=3, max_size=3), min_size=1))
def test_a_written_table_reads_back_exactly(rows):
    cells = [[format_number(value) for value in row] for row in rows]

    reading = read_table(cells, COLUMNS)

    assert reading.rows == tuple(tuple(row) for row in rows)


@given(st.lists(st.lists(CELLS, max_size=4), max_size=6), st.booleans())
def test_any_cells_give_rows_or_problems_that_name_rows_and_columns_there_are(cells, fixed_rows):
    reading = read_table(cells, COLUMNS, fixed_rows=fixed_rows)

    assert bool(reading.rows) != bool(reading.problems)
    assert all(len(row) == 3 and all(map(math.isfinite, row)) for row in reading.rows)
    if reading.rows:
        assert sorted(reading.row_numbers + reading.ignored_rows) == list(range(1, len(cells) + 1))
    for problem in reading.problems:
        assert problem.row is None or 1 <= problem.row <= len(cells)
        assert problem.column is None or problem.column in COLUMNS
        assert problem.sentence.endswith(".")
        assert "\n" not in problem.sentence


@given(st.lists(IN_DOUBT | BEYOND_DOUBT, min_size=1, max_size=5), st.booleans())
def test_writing_what_a_question_offers_answers_it(texts, first_offer):
    cells = [[text] for text in texts]

    for problem in read_table(cells, ["output"]).problems:
        offers = re.search(r"can mean (\S+) or (\S+)\. Write", problem.sentence)
        if offers:
            offered = offers[1] if first_offer else offers[2]
            mended = [*cells[: problem.row - 1], [offered], *cells[problem.row :]]
            left = read_table(mended, ["output"])
            assert all(other.row != problem.row for other in left.problems)
            assert not left.rows or left.rows[problem.row - 1] == (float(offered),)


def test_a_row_that_is_being_added_is_left_out_until_it_is_complete():
    cells = [["0", "1"], ["1", "0"], ["1", ""]]

    reading = read_table(cells, ["a", "b"], complete_rows=2)

    assert (reading.rows, reading.problems, reading.unfinished_rows) == (((0.0, 1.0), (1.0, 0.0)), (), (3,))
    assert reading.said_of_unfinished_rows == "Row 3 counts as soon as all its cells are filled in."


def test_every_row_that_is_not_yet_complete_is_named():
    cells = [["0", "1"], *([["", "0"]] * 4), ["1", "1"], ["1", ""]]

    reading = read_table(cells, ["a", "b"], complete_rows=1)

    assert reading.unfinished_rows == (2, 3, 4, 5, 7)
    assert reading.said_of_unfinished_rows == "Rows 2–5 and 7 count as soon as all their cells are filled in."
    assert read_table(cells[:1], ["a", "b"]).said_of_unfinished_rows == ""


def test_an_emptied_cell_of_a_row_that_was_there_and_a_bad_cell_of_a_new_one_are_to_be_mended():
    assert read_table([["0", "1"], ["1", ""]], ["a", "b"], complete_rows=2).problems[0].row == 2
    assert read_table([["0", "1"], ["x", ""]], ["a", "b"], complete_rows=1).problems[0].row == 2
