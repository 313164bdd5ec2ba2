"""What is said of a text that was pasted into a grid: nothing of one that fits, and each way in which one does not."""

from string import ascii_letters

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.tables.column import Column
from playground.tables.pasted_into_grid import Grid, what_did_not_fit

THREE = (Column("a"), Column("b"), Column("t", "target"))
BEGUN = "Not all of what was pasted fits this table: "
IRIS = "\n".join(
    "\t".join(row)
    for row in (
        ["5.1", "3.5", "1.4", "0.2", "0"],
        ["4.9", "3.0", "1.4", "0.2", "0"],
        ["7.0", "3.2", "4.7", "1.4", "1"],
        ["6.4", "3.2", "4.5", "1.5", "1"],
    )
)


def reasons(text, columns=THREE, rows=2, **place):
    sentence = what_did_not_fit(text, Grid(columns, rows, **place))
    assert sentence.startswith(BEGUN)
    assert sentence.endswith(".")
    return sentence.removeprefix(BEGUN).removesuffix(".")


def test_the_fifth_column_of_the_iris_does_not_vanish_without_a_sentence():
    article = (Column("input 1"), Column("input 2"), Column("input 3"), Column("target", "target"))

    assert reasons(IRIS, article, 4) == "its last column lies past the last one here"
    assert reasons(IRIS, article, 4, column=2) == "its last 3 columns lie past the last one here"


def test_an_empty_last_cell_is_one_like_any_other():
    assert what_did_not_fit("7\t8\t0\n3\t4\t", Grid(THREE, 2)) == ""
    assert what_did_not_fit("7\t8\t0\n3\t4\t\r\n", Grid(THREE, 2)) == ""


def test_lines_of_several_numbers_are_no_single_cells():
    assert reasons("1,0\n2,0\n3,1\n4,1", rows=4) == "its lines hold several cells each"
    assert reasons("0,0,1,0\n1,1,1,1\n1,0,1,1\n0,1,1,0", rows=4) == "its lines hold several cells each"
    assert reasons("0,0,1,0", rows=4) == "its line holds several cells"


def test_names_words_and_rows_that_are_left_below_are_told_in_one_sentence():
    assert reasons("x\ty\tz\n1\t2\t0\n3\t4\t1", rows=3) == "its first line holds names"
    assert reasons("1\t2\tyes\n3\t4\tno", rows=4) == (
        '"yes" and 1 more cell are no numbers, and 2 rows of before stand below it'
    )
    assert reasons("1\t2\tyes\n3\t4\t1") == '"yes" is no number'
    assert reasons("1\t2\t0\n3\tNA\t1") == '"NA" is a gap'
    assert reasons("1\t2\t0\n3\t4\t1", rows=3) == "1 row of before stands below it"


def test_numbers_that_can_be_read_in_two_ways_are_told():
    assert reasons("1,050\t1\t0\n2,104\t2\t1") == '"1,050" can be read in two ways'
    assert reasons("1.050\t1\t0\n950\t2\t1") == '"1.050" can be read in two ways'
    # As the page itself writes numbers: copied out of a table and pasted back they are none.
    assert what_did_not_fit("1.500\t2.250\t0\n0.125\t3.375\t1", Grid(THREE, 2)) == ""


def test_words_fit_a_column_of_words_and_anything_one_that_is_ignored():
    columns = (Column("id", "ignored"), Column("a"), Column("kind", "target", ("no", "yes")))

    assert what_did_not_fit("x\t2\tyes\ny\t4\tmaybe", Grid(columns, 2)) == ""


def test_a_part_of_a_table_leaves_the_rest_of_it_without_a_word():
    assert what_did_not_fit("5\n6", Grid(THREE, 9)) == ""
    assert what_did_not_fit("5\t6\t1", Grid(THREE, 9)) == ""
    assert what_did_not_fit("5\t6\t1\n7\t8\t0", Grid(THREE, 9, row=4)) == ""


def test_of_a_text_that_was_too_long_to_come_along_it_is_said():
    assert what_did_not_fit("", Grid(THREE, 4)) == "What was pasted is too long for the table itself."


@pytest.mark.parametrize("text", ["\n", "\r\n\r\n", "   "])
def test_nothing_is_said_of_nothing(text):
    assert what_did_not_fit(text, Grid(THREE, 0)) == ""


@given(st.lists(st.tuples(*[st.integers(-99, 99)] * 3), min_size=2, max_size=6), st.integers(0, 2))
def test_whole_numbers_that_fit_get_no_sentence(rows, above):
    text = "\n".join("\t".join(map(str, row)) for row in rows)

    assert what_did_not_fit(text, Grid(THREE, len(rows) + above, row=above)) == ""
    assert what_did_not_fit(text, Grid(THREE, len(rows))) == ""


@given(st.text(st.sampled_from([*ascii_letters[:4], *'0123456789.,;|\t\n\r"\0 -=<']), max_size=80), st.integers(0, 5))
def test_whatever_is_pasted_gets_one_sentence_or_none(text, rows):
    sentence = what_did_not_fit(text, Grid(THREE, rows))

    assert sentence == "" or ("\n" not in sentence and sentence.endswith(".") and len(sentence) < 400)


@pytest.mark.parametrize("number", ["1 000", "1\u202f000", "1'000", "−5", "٥", "1 000,5"])
def test_one_number_fits_however_its_thousands_are_written(number):
    assert what_did_not_fit(number, Grid(THREE, 2)) == ""
    assert what_did_not_fit(f"{number}\n{number}", Grid(THREE, 2)) == ""
