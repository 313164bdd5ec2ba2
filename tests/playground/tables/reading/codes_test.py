"""Codes are not read as numbers without a word: zeros before them, more digits than a number keeps, telephone numbers."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.tables import read_file, read_text
from playground.tables.column import Column
from playground.tables.pasted_into_grid import Grid, what_did_not_fit


@pytest.mark.parametrize(
    "codes",
    [
        ["01234", "98765"],
        ["007", "12"],
        ["00", "01", "10", "11"],
        ["-05", "12"],
        ["9007199254740993", "9007199254740995"],
        ["12345678901234567890", "5"],
        ["+49 151 234 567", "+49 151 234 568"],
        ["+4915123456789", "+4915123456780"],
        ["1e5", "2a7", "3b1"],
        ["1E5", "2a7"],
        ["01.02", "24.12"],
        ["0151 2345678", "030/1234567"],
        ["(030) 123456", "(0151) 234567"],
        ["555-123-4567", "555-765-4321"],
        ["4e2f", "0x1F"],
        ["192.168.0.1 a", "10.0.0.1 b"],
    ],
)
@pytest.mark.parametrize("separator", ["\t", ";"])
def test_codes_stay_as_they_are_written_until_somebody_says_otherwise(codes, separator):
    text = "\n".join([f"code{separator}t", *(f"{code}{separator}{number % 2}" for number, code in enumerate(codes))])

    reading = read_text(text)

    assert reading.kinds == ("word", "number")
    assert [row[0] for row in reading.rows] == codes


@pytest.mark.parametrize(
    ("text", "question", "choices"),
    [
        ("zip,t\n01234,1\n98765,0", 'Is "01234" a code, or a number?', '"01234" is 1234'),
        ("id,t\n9007199254740993,1\n5,0", 'Is "9007199254740993" a code, or a number?', "9007199254740992"),
        ("a,b\n007,1e5\n008,2a7", 'Are "007" and "1e5" codes, or numbers?', '"007" is 7, "1e5" is 100000'),
    ],
)
def test_it_is_asked_once_for_the_whole_table_which_they_are(text, question, choices):
    reading = read_text(text)

    (asked,) = reading.questions
    assert (asked.about, asked.sentence, asked.guess) == ("codes", question, 0)
    assert choices in asked.choices[1].words
    as_codes, as_numbers = (read_text(text, **choice.arguments) for choice in asked.choices)
    assert (as_codes.rows, as_codes.questions) == (reading.rows, ())
    assert (as_numbers.kinds[0], as_numbers.questions) == ("number", ())


@pytest.mark.parametrize(
    "column",
    [
        ["0", "1"],
        ["0.5", "0,25"],
        ["1e5", "2e7"],
        ["1e5", "3"],
        ["9007199254740992", "4111111111111111"],
        ["100000000000000000000", "5"],
        ["+5", "-3"],
        ["+1 000", "2 000"],
        ["0.1234567890123456789", "5"],
        ["-0", "0.0"],
    ],
)
def test_numbers_are_not_asked_about_as_codes(column):
    reading = read_text("\n".join(["a;t", *(f"{cell};1" for cell in column)]))

    assert reading.kinds[0] == "number"
    assert "codes" not in [question.about for question in reading.questions]


@given(st.lists(st.integers(0, 10**22).map(str), min_size=1, max_size=30))
def test_a_whole_number_is_kept_to_its_last_digit_or_asked_about(texts):
    reading = read_text("\n".join(["a;t", *(f"{text};1" for text in texts)]))

    if reading.kinds[0] == "word":
        assert [question.about for question in reading.questions] == ["codes"]
    else:
        assert [int(row[0]) for row in reading.rows] == list(map(int, texts))


def test_a_telephone_number_is_neither_two_columns_nor_a_fraction():
    reading = read_text("0151 2345678\n030 1234567\n040/7654321")

    assert reading.rows == (("0151 2345678",), ("030 1234567",), ("040/7654321",))
    assert not reading.header


def test_digits_of_json_that_a_number_does_not_keep_are_asked_about_too():
    reading = read_file(json.dumps([{"id": 2**63 + 1, "t": 1}, {"id": 5, "t": 0}]).encode(), "table.json")

    assert [row[0] for row in reading.rows] == [str(2**63 + 1), "5"]
    assert [question.about for question in reading.questions] == ["codes"]


def test_a_unit_with_a_digit_is_a_length_or_a_time():
    assert read_text("a;t\n5 m2;1\n7 m2;0").kinds[0] == "number"
    assert read_text("a;t\n5 m/s2;1\n7 m/s2;0").rows[0][0] == 5
    assert read_text("a;t\n2a3;1\n3a3;0").kinds[0] == "word"


def test_a_code_pasted_into_the_grid_is_told():
    columns = (Column("a"), Column("t", "target"))

    assert what_did_not_fit("01234\t1\n98765\t0", Grid(columns, 2)) == (
        'Not all of what was pasted fits this table: "01234" may be a code, and becomes a number here.'
    )
    assert what_did_not_fit("01234\t1", Grid((Column("a", words=()), columns[1]), 1)) == ""
