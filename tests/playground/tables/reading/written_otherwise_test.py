"""Numbers as accounts, recipes and tables with notes write them: asked about once for the whole table, never cell by cell."""

import math

import pytest

from playground.tables import read_file, read_text


def question_of(reading):
    return next((question for question in reading.questions if question.about == "otherwise"), None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("(5)", -5),
        ("(1,234.50)", -1234.5),
        ("5-", -5),
        ("(0)", 0),
        ("1/2", 0.5),
        ("1 1/2", 1.5),
        ("1½", 1.5),
        ("5.2[1]", 5.2),
        ("5.2*", 5.2),
        ("1·5", 1.5),
        ("-0·25", -0.25),
        ("(5 €)", -5),
        ("($5)", -5),
    ],
)
def test_they_are_asked_about_once_and_read_as_it_is_said(text, number):
    unit = next((sign for sign in "€$" if sign in text), "")
    table = f"x\tt\n{text}\t0\n7{unit}\t1\n{text}\t1"

    asked = read_text(table)
    question = question_of(asked)
    read, left = (read_text(table, **choice.arguments) for choice in question.choices)

    assert question.choices[0].words.startswith(f'"{text}" is ')
    assert asked.rows == left.rows == ((text, 0), (7, 1), (text, 1))
    assert {problem.row for problem in left.problems if problem.row} == {1, 3}
    assert read.rows == ((number, 0), (7, 1), (number, 1))
    assert math.copysign(1, read.rows[0][0]) == math.copysign(1, number)
    assert question_of(read) is question_of(left) is None
    assert read_file(table.encode(), "table.csv", as_meant=True).rows == read.rows


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("x;t\n(1.234,50);0\n(7,5);1", (-1234.5, -7.5)), ("x\tt\n(1,234)\t0\n(2,345.5)\t1", (-1234, -2345.5))],
)
def test_marks_inside_brackets_show_how_numbers_are_written(text, numbers):
    assert tuple(row[0] for row in read_text(text, as_meant=True).rows) == numbers


def test_a_comma_in_doubt_inside_brackets_is_asked_about_as_well():
    reading = read_text("x\tt\n(1,234)\t0\n(2,345)\t1")

    assert [question.about for question in reading.questions] == ["decimal", "otherwise"]


def test_every_way_of_writing_is_named():
    question = question_of(read_text("x\tt\n5-\t0\n1/2\t1\n7*\t0\n3\t1"))

    assert question.sentence == 'Some numbers are written otherwise, such as "5-". How are they to be read?'
    assert [choice.words for choice in question.choices] == [
        '"5-" is -5, "1/2" is 0.5, "7*" is 7',
        "not at all: each is to be mended",
    ]


@pytest.mark.parametrize("text", ["inf", "1 2", "5-6", "1.2.3", "abc", "#REF!", "yes", "1/0"])
def test_what_means_no_number_is_not_asked_about(text):
    table = f"x\tt\n{text}\t0\n7\t1\n8\t0"

    assert question_of(read_text(table)) is None
    assert read_text(table, as_meant=True).rows[0][0] == text


@pytest.mark.parametrize("text", ["x\tt\n(a)\t0\n(b)\t1", "x\tt\n1\t(0)x\n2\tb", "x\tt\n1/5/2024\t0\n2/5/2024\t1"])
def test_words_are_not_asked_about(text):
    assert question_of(read_text(text)) is None
