"""Tables that went wrong when they were pasted into the page, each as it must be read."""

import sys

import numpy as np
import pytest

from playground.tables import read_text

MISSING_AGES = (
    "3\t22\t0\n1\t38\t1\n3\t26\t1\n1\t35\t1\n3\t\t0\n3\t54\t0\n2\t\t1\n3\t27\t1\n2\t14\t1\n1\t\t1\n3\t4\t1\n1\t58\t1"
)


def sentences(reading):
    return [problem.sentence for problem in reading.problems]


def asked(reading):
    return [question.about for question in reading.questions]


def test_no_column_of_an_iris_is_lost():
    reading = read_text("5.1\t3.5\t1.4\t0.2\t0\n7.0\t3.2\t4.7\t1.4\t1\n6.3\t3.3\t6.0\t2.5\t2\n")

    assert reading.rows == ((5.1, 3.5, 1.4, 0.2, 0), (7, 3.2, 4.7, 1.4, 1), (6.3, 3.3, 6, 2.5, 2))
    assert (reading.separator, reading.decimal, reading.header) == ("\t", ".", False)
    assert len(reading.names) == 5
    assert asked(reading) == sentences(reading) == []


def test_an_iris_keeps_its_species():
    reading = read_text("petal,species\n1.4,setosa\n4.7,versicolor\n6.0,virginica\n")

    assert reading.names == ("petal", "species")
    assert reading.kinds == ("number", "word")
    assert [row[1] for row in reading.rows] == ["setosa", "versicolor", "virginica"]


def test_all_rows_with_a_missing_age_are_named():
    reading = read_text(MISSING_AGES)

    assert len(reading.rows) == 12
    assert [(problem.row, problem.column) for problem in reading.problems] == [(row, "column 2") for row in (5, 7, 10)]
    assert sentences(reading)[0] == (
        "Row 5, column 2: the cell is empty. Write a number such as 1.5, or delete the row."
    )


@pytest.mark.parametrize(
    "gap",
    [
        "NA",
        "n/a",
        "NaN",
        "null",
        "?",
        "-",
        "  ",
        "#N/A",
        "None",
        "n.a.",
        "N.A.",
        "n. a.",
        "k.A.",
        "\\N",
        "#NV",
        "#N/D",
        "(null)",
        "(blank)",
        "---",
        "unknown",
    ],
)
def test_a_sign_for_a_missing_number_is_a_gap_and_named(gap):
    reading = read_text(f"age,sold\n31,1\n{gap},0\n45,1")

    assert reading.rows == ((31, 1), (None, 0), (45, 1))
    assert [(problem.row, problem.column) for problem in reading.problems] == [(2, "age")]


def test_an_empty_cell_at_the_end_stays_an_empty_cell():
    reading = read_text("7\t8\t0\n3\t4\t")

    assert reading.rows == ((7, 8, 0), (3, 4, None))
    assert [(problem.row, problem.column) for problem in reading.problems] == [(2, "column 3")]


def test_two_columns_are_not_taken_for_one_of_decimal_commas():
    text = "1,0\n2,0\n3,1\n4,1\n"

    reading = read_text(text)

    assert reading.rows == ((1, 0), (2, 0), (3, 1), (4, 1))
    assert asked(reading) == ["separator"]
    (question,) = reading.questions
    assert [choice.words for choice in question.choices] == ['2 columns: "1" and "0"', 'one column: "1,0" is 1.0']
    as_columns, as_one = (read_text(text, **choice.arguments) for choice in question.choices)
    assert (as_columns.rows, as_columns.questions) == (reading.rows, ())
    assert (as_one.rows, as_one.questions) == (((1,), (2,), (3.1,), (4.1,)), ())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,0 kg\n2,5 kg", "1.0"),
        ("$1,5\n$2,5", "1.5"),
        ("price\n1,50 €\n-\n2,75 €", "1.5"),
        ("x\n1,5\nNA\n2,5", "1.5"),
        ("5 kg\n6 kg", "5.0"),
    ],
)
def test_a_unit_or_a_gap_beside_it_does_not_make_two_columns_of_one_number(text, number):
    reading = read_text(text)

    assert "separator" in asked(reading)
    assert reading.questions[0].choices[1].words.endswith(f"is {number}")
    as_one = read_text(text, **reading.questions[0].choices[1].arguments)
    assert next(row for row in as_one.rows if row != (None,)) == (float(number),)
    assert as_one.kinds == ("number",)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("training_inputs = np.array([[0,0,1],\n    [1,1,1]])", ((0, 0, 1), (1, 1, 1))),
        ("np.array([[0, 1, 1]]).T", ((0,), (1,), (1,))),
        ("array([[0., 1.5],\n       [2., nan]], dtype=float32)", ((0, 1.5), (2, None))),
        ("[[0 1]\n [1 0]]", ((0, 1), (1, 0))),
        ("(1, 'a'),\n(2, 'New York')", ((1, "a"), (2, "New York"))),
        ("[1, 2; 3, 4]", ((1, 2), (3, 4))),
        ("[[1, 0], [2, 1]]", ((1, 0), (2, 1))),
        ("[0,5 1,5\n2,5 3]", ((0.5, 1.5), (2.5, 3))),
        ("[[0,5 nan]\n [-1,5 2,5e-1]]", ((0.5, None), (-1.5, 0.25))),
        ("[[0,5; 1,5]; [2; 3]]", ((0.5, 1.5), (2, 3))),
        ("(0; 1)\n(2; 3)", ((0, 1), (2, 3))),
        ("('a;b'; 0,5)\n('c'; 1,5)", (("a;b", 0.5), ("c", 1.5))),
        ("(1,New York)\n(2,Rome)", ((1, "New York"), (2, "Rome"))),
        ("('a;b', 1)\n('c ... d', 2)", (("a;b", 1), ("c ... d", 2))),
        ("('a ... b', 1)\n('c ... d', 2)", (("a ... b", 1), ("c ... d", 2))),
        ('[{"x": 1, "fits": "yes"}, {"x": 2, "fits": "no"}]', ((1, "yes"), (2, "no"))),
    ],
)
def test_rows_that_are_copied_out_of_a_program_are_rows(text, rows):
    reading = read_text(text)

    assert reading.rows == rows
    assert asked(reading) == []


@pytest.mark.parametrize(
    "text",
    [
        "(5)\n(3)",
        "[size],[fits]\n[1],[2]",
        "Paris (48.8, 2.3)\nRome (41.9, 12.5)",
        "[1,,2]",
        "(0;;1)\n(2;3;4)",
        "({1: 2})",
    ],
)
def test_brackets_that_hold_no_rows_stay_in_their_cells(text):
    cells = [cell for row in read_text(text, header=False).rows for cell in row]

    assert any("(" in cell or "[" in cell for cell in cells if isinstance(cell, str))


@pytest.mark.parametrize("shape", [(2000,), (1000, 2), (2, 1000), (20, 20, 20)], ids=str)
@pytest.mark.parametrize("printed", [str, repr])
@pytest.mark.parametrize("kind", ["i2", "f8"])
def test_an_array_that_numpy_printed_shortened_is_refused(shape, printed, kind):
    array = np.arange(np.prod(shape), dtype=kind).reshape(shape)

    reading = read_text(printed(array))

    assert reading.rows == ()
    assert sentences(reading) == [
        'NumPy has left out what belongs where "..." stands. Print the array after '
        "np.set_printoptions(threshold=sys.maxsize), or save it as CSV."
    ]


@pytest.mark.parametrize("printed", [str, repr])
def test_an_array_that_numpy_printed_whole_is_read_whole(printed):
    array = np.arange(2000).reshape(1000, 2)

    with np.printoptions(threshold=sys.maxsize):
        text = printed(array)

    assert read_text(text).rows == tuple(map(tuple, array.tolist()))


@pytest.mark.parametrize(
    ("text", "rows"), [("[(0, 0.5), (1, 2)]", ["0\t0.5", "1\t2"]), ("[[0, a], [1, b]]", ["0\ta", "1\tb"])]
)
def test_one_column_that_is_told_is_one_column_of_brackets_too(text, rows):
    reading = read_text(text, "", header=False)

    assert reading.separator == ""
    assert [row for (row,) in reading.rows] == rows


def test_one_column_that_is_told_is_one_column_of_json_too():
    reading = read_text('[{"x": "a", "y": 1}, {"x": "b", "y": 2}]', "")

    assert (reading.separator, reading.names, reading.rows) == ("", ("x,y",), (("a,1",), ("b,2",)))


def test_json_that_is_pasted_and_holds_no_table_is_told_of():
    assert sentences(read_text('{"size": 1}'))[0].startswith(
        "The text is JSON, but not a table: that is a list of records"
    )


def test_a_decimal_comma_that_is_told_answers_the_same_question():
    assert read_text("1,0\n2,5\n", decimal=",").rows == ((1,), (2.5,))


def test_the_article_s_rows_are_four_columns():
    reading = read_text("0,0,1,0\n1,1,1,1\n1,0,1,1\n0,1,1,0\n")

    assert reading.rows == ((0, 0, 1, 0), (1, 1, 1, 1), (1, 0, 1, 1), (0, 1, 1, 0))
    assert asked(reading) == sentences(reading) == []


def test_houses_are_whole_numbers():
    reading = read_text("2104\t3\t399900\n1600\t3\t329900\n1416\t2\t232000\n")

    assert reading.rows[0] == (2104, 3, 399900)
    assert asked(reading) == []


def test_houses_with_commas_are_asked_about_once():
    text = "2,104\t3\t399,900\n1,600\t3\t329,900\n"

    reading = read_text(text)

    assert asked(reading) == ["decimal"]
    thousands, decimals = (read_text(text, **choice.arguments) for choice in reading.questions[0].choices)
    assert (thousands.rows, thousands.questions) == (((2104, 3, 399900), (1600, 3, 329900)), ())
    assert (decimals.rows, decimals.questions) == (((2.104, 3, 399.9), (1.6, 3, 329.9)), ())


def test_a_dot_beside_a_number_without_one_is_asked_about():
    text = "size;rooms\n1.050;3\n950;2\n"

    reading = read_text(text)

    assert asked(reading) == ["decimal"]
    assert reading.questions[0].sentence == 'Does the dot in "1.050" stand before decimals or between thousands?'
    assert read_text(text, thousands=".").rows == ((1050, 3), (950, 2))
    assert read_text(text, decimal=".").rows == ((1.05, 3), (950, 2))
    assert read_text(text, decimal=".").questions == ()


def test_minus_one_and_one_are_numbers():
    reading = read_text("-1\t-1\t-1\n-1\t1\t1\n1\t-1\t1\n1\t1\t\u22121\n")

    assert reading.rows == ((-1, -1, -1), (-1, 1, 1), (1, -1, 1), (1, 1, -1))


def test_ten_thousand_rows_are_read_and_one_more_is_refused():
    rows = "0.1\t0.2\t0.3\t1\n" * 10_000

    assert len(read_text(rows).rows) == 10_000
    refused = read_text(rows + "1\t2\t3\t4\n")
    assert refused.rows == ()
    assert sentences(refused) == ["The table has more than 10,000 rows. Paste up to 10,000 of them."]


@pytest.mark.parametrize("sign", ["\t", ";"])
def test_names_above_numbers_of_many_commas_are_no_title(sign):
    reading = read_text("\n".join(sign.join(row) for row in (("a", "t"), ("1,00,000", "0"), ("2,50,000", "1"))))

    assert reading.separator == sign
    assert reading.names == ("a", "t")
    assert [row[1] for row in reading.rows] == [0.0, 1.0]
