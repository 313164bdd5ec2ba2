"""A column that is taken as words though it was perhaps meant otherwise is said to be one."""

import pytest

from playground.tables import read_text


def said(cells, target=("0", "1", "0")):
    text = "\n".join(["a\tt", *("\t".join(pair) for pair in zip(cells, target, strict=False))])
    reading = read_text(text)
    return reading.kinds[0], [problem.sentence for problem in reading.problems]


@pytest.mark.parametrize(
    "cells",
    [
        ("2024-01-05", "2024-02-06"),
        ("1/5/2024", "2/6/2024"),
        ("12:30", "13:45:10"),
        ("2024-01-05 12:30", "2024-01-06 1:00"),
        ("2024-01", "2024-02"),
        ("01/2024", "12/2024"),
        ("5 Jan 2024", "6. Feb. 2024"),
        ("Jan-24", "Feb-24"),
        ("9:15 AM", "10:15 pm"),
        ("1:02.5", "1:03.5"),
    ],
)
def test_dates_and_times_are_said_to_be_words(cells):
    kind, sentences = said(cells)

    assert kind == "word"
    assert sentences == [
        "Column a holds dates or times, and each is taken as a word. Write numbers instead, such as days since the first."
    ]


@pytest.mark.parametrize("cells", [("$12", "€7"), ("USD 12", "EUR 7"), ("12 cm", "1.3 m"), ("5kg", "300g", "1kg")])
def test_numbers_of_different_units_are_said_to_be_words(cells):
    kind, sentences = said(cells)

    assert kind == "word"
    assert sentences == [
        f'Column a: "{cells[0]}" and "{cells[1]}" have different units, so they are taken as words. '
        "Write all numbers in one unit."
    ]


@pytest.mark.parametrize(
    "cells",
    [
        ("(5)", "(3)"),
        ("5-", "3-"),
        ("<5", ">7"),
        ("5 ± 1", "7 ± 2"),
        ("١٢٣", "٤٥٦"),
        ("1-2", "3-4"),
        ("0x1F", "0xFF"),
        ("1.5×10^3", "2x10³"),
        ("1.5D+03", "2d0"),
        ("1h30", "2 h 15 m"),
        ("5 ft 11 in", "6 ft 2 in"),
        ("½", "1¼"),
    ],
)
def test_digits_that_are_no_number_are_said_to_be_words(cells):
    kind, sentences = said(cells)

    assert kind == "word"
    assert sentences == [
        f'Column a is taken as words: "{cells[0]}" and "{cells[1]}" cannot be read as one number. '
        "Write numbers such as 1.5 if they are amounts."
    ]


@pytest.mark.parametrize("cells", [("TRUE", "FALSE", "true"), ("yes", "no", "Yes")])
def test_words_that_differ_only_in_capitals_are_named(cells):
    kind, sentences = said(cells)

    assert kind == "word"
    assert sentences == [
        f'Column a: "{cells[0]}" and "{cells[2]}" differ only in capitals and are two words. Write them alike if they are one.'
    ]


@pytest.mark.parametrize(
    "cells", [("red", "blue"), ("A1", "B2"), ("row 1", "row 2"), ("x", "1-2-3-4"), ("v1.2.3", "v1.3")]
)
def test_nothing_is_said_of_plain_words(cells):
    assert said(cells) == ("word", [])
