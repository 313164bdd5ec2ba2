"""Tables whose lines are of many lengths, and what some programs write behind a text."""

import pytest

from playground.tables import read_text


@pytest.mark.parametrize("separator", ["\t", ",", ";", " "])
@pytest.mark.parametrize("names", [[], ["x", "y", "z"]], ids=["rows", "names"])
def test_lines_of_other_lengths_each_are_still_cut(separator, names):
    rows = [names] * bool(names) + [["1"], ["2", "3"], ["4", "5", "6"]]

    reading = read_text("\n".join(map(separator.join, rows)))

    assert reading.rows == ((1, None, None), (2, 3, None), (4, 5, 6))
    assert {problem.row for problem in reading.problems if problem.row} >= {1, 2}


def test_tabs_behind_some_lines_do_not_make_one_column_of_a_table():
    assert read_text("a\tb\n1\t2\t\n3\t4\t\t").rows == ((1, 2), (3, 4))
    assert read_text("a\tb\n1\tx\t\n3\ty\t\t").rows == ((1, "x"), (3, "y"))


@pytest.mark.parametrize(
    ("text", "numbers"), [("1 000 000\n12\n5 000", [1e6, 12, 5000]), ("1,234,567\n12\n1,500", [1234567, 12, 1500])]
)
def test_thousands_of_one_column_stay_together(text, numbers):
    assert read_text(text).rows == tuple((number,) for number in numbers)


@pytest.mark.parametrize("end", ["\0", "\x1a", "\r\n\0", "\n\x1a"])
def test_a_sign_that_ends_a_clipboard_or_file_is_no_cell(end):
    reading = read_text(f"a,b\n1,2\n3,4{end}")

    assert (reading.rows, reading.problems) == (((1, 2), (3, 4)), ())


def test_a_vector_in_one_line_as_r_prints_it_is_a_column():
    assert read_text("[1] 0.5 1 2").rows == ((0.5,), (1,), (2,))


def test_a_last_row_or_a_line_of_names_that_begins_as_comments_do_is_none():
    assert read_text("tag\tn\n#fun\t3\nfoo\t4\n#bar\t5").rows == (("#fun", 3), ("foo", 4), ("#bar", 5))
    assert read_text('#,"a,b",t\n1,2,0\n2,3,1').names == ("#", "a,b", "t")
    assert read_text("a,b\n1,2\n# all of 2024\n3,4\n# the end").rows == ((1, 2), (3, 4))


def test_words_of_which_one_holds_a_space_are_one_column():
    assert read_text("what\ntrue\nfalse\n5 kg").rows == (("true",), ("false",), ("5 kg",))


@pytest.mark.parametrize("separator", [",", ";", "|"])
def test_lines_of_other_lengths_with_words_are_cut_as_well(separator):
    rows = read_text("\n".join(map(separator.join, (["1", "2", "a"], ["3", "4", "b", "c"], ["5", "6"])))).rows

    assert rows == ((1, 2, "a", None), (3, 4, "b", "c"), (5, 6, None, None))
