"""How a text is understood: what stands between its cells and in its numbers, its first line, and what is around it."""

import pytest

from nncore.errors import UnknownNameError
from playground.tables import read_text
from playground.tables.table import read_table


def sentences(reading):
    return [problem.sentence for problem in reading.problems]


@pytest.mark.parametrize("separator", ["\t", ";", ",", "|", " "])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends_are_found(separator, end):
    text = end.join(separator.join(cells) for cells in (["a", "b", "c"], ["1", "2.5", "x"], ["3", "4", "y"]))

    reading = read_text(text)

    assert reading.separator == separator
    assert reading.names == ("a", "b", "c")
    assert reading.rows == ((1, 2.5, "x"), (3, 4, "y"))
    assert not reading.questions
    assert not reading.problems


@pytest.mark.parametrize(
    ("text", "separator", "rows"),
    [
        ("a;b\n1,5;2\n2,25;3", ";", ((1.5, 2), (2.25, 3))),
        ('a,b\n"1,5",2\n"2,25",3', ",", ((1.5, 2), (2.25, 3))),
        ("1,5 2,5\n3,5 4,5", " ", ((1.5, 2.5), (3.5, 4.5))),
        ("1, 2, 3\n4, 5, 6", ",", ((1, 2, 3), (4, 5, 6))),
        ("  1   2\n 10  20", " ", ((1, 2), (10, 20))),
        ("Smith, John\t3\nDoe, Jane\t4", "\t", (("Smith, John", 3), ("Doe, Jane", 4))),
        ("New York, 5\nLos Angeles, 6", ",", (("New York", 5), ("Los Angeles", 6))),
        ("1 000;2\n2 000;3", ";", ((1000, 2), (2000, 3))),
        ("x\n0.5\n0.7", "", ((0.5,), (0.7,))),
        ("New York\nRome\nNew York\nRome", "", (("New York",), ("Rome",), ("New York",), ("Rome",))),
        ("0.5", "", ((0.5,),)),
        ("sep=;\na;b\n1;2", ";", ((1, 2),)),
        ("1\t2\t\n3\t4\t\n", "\t", ((1, 2), (3, 4))),
    ],
)
def test_what_stands_between_cells(text, separator, rows):
    reading = read_text(text)

    assert (reading.separator, reading.rows) == (separator, rows)
    assert not reading.problems


@pytest.mark.parametrize(
    ("cells", "decimal", "thousands", "numbers"),
    [
        ("0,5\t1.234,5", ",", ".", (0.5, 1234.5)),
        ("1,234.5\t2,104", ".", ",", (1234.5, 2104)),
        ("1'234.5\t2'104", ".", "'", (1234.5, 2104)),
        ("1\u202f234,5\t2\u00a0104", ",", " ", (1234.5, 2104)),
        ("1.234.567\t1.500", ",", ".", (1234567, 1500)),
        ("1,234,567\t1,500", ".", ",", (1234567, 1500)),
        ("0.5\t1.500", ".", "", (0.5, 1.5)),
        ("0.5\t1,500", ".", ",", (0.5, 1500)),
        ("0,5\t1,500", ",", "", (0.5, 1.5)),
        ("1e-3\t\u22122.5E+4", ".", "", (0.001, -25000)),
        ("-0\t+7", ".", "", (0, 7)),
    ],
)
def test_one_table_is_written_in_one_way(cells, decimal, thousands, numbers):
    reading = read_text(cells)

    assert (reading.decimal, reading.thousands) == (decimal, thousands)
    assert reading.rows == (numbers,)
    assert not reading.questions


@pytest.mark.parametrize(
    "cells", ["1,500\t2", "1.500\t2", "0,5\t1.500", "1.500\t1,500", "0.5\t0,5\t1,500", "0.5\t1.234.567\t1.500"]
)
def test_a_table_that_does_not_show_its_marks_asks(cells):
    reading = read_text(cells)

    assert [question.about for question in reading.questions] == ["decimal"]
    for choice in reading.questions[0].choices:
        assert read_text(cells, **choice.arguments).questions == ()


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("a,b\n1,2\n3,4", True),
        ("1,2,0\n3,4,1", False),
        ("name,age\nAnn,31\nBob,45", True),
        ("Ann,31\nBob,45", False),
        ("x1,x2\n1,2", True),
        ("true,1\nfalse,0", False),
    ],
)
def test_a_first_line_that_shows_what_it_is_is_not_asked_about(text, header):
    reading = read_text(text)

    assert reading.header is header
    assert not reading.questions


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("city,kind\nRome,big\nBonn,small\nPisa,small", True),
        ("yes,no\nno,yes\nyes,yes", False),
        ("country,2019,2020,2021\nFR,1,2,3\nIT,4,5,6", False),
        ("country,2019,2020\nFR,1,2\nIT,4,5", False),
        ("1990\t2000\t2010\n1\t2\t3\n4\t5\t6", False),
        ("id;1;2\nA;5;6\nB;7;8", False),
        ("0,1,2\n5.1,3.5,1.4", False),
        ("setosa,petal\nsetosa,1.5\nsetosa,2.5", True),
        ("just words", True),
    ],
)
def test_a_first_line_that_may_be_either_is_asked_about(text, guess):
    reading = read_text(text)

    assert reading.header is guess
    (question,) = reading.questions
    assert question.about == "header"
    for place, choice in enumerate(question.choices):
        chosen = read_text(text, **choice.arguments)
        assert chosen.header is (place == 0)
        assert not chosen.questions


def test_names_are_made_unique_and_it_is_said():
    reading = read_text("a,a,,a 2\n1,2,3,4")

    assert reading.names == ("a", "a 2", "column 3", "a 2 2")
    assert sentences(reading) == [
        'Column 2 has the same name as another one, "a": it is called "a 2".',
        'Column 3 has no name: it is called "column 3".',
        'Column 4 has the same name as another one, "a 2": it is called "a 2 2".',
    ]


@pytest.mark.parametrize("name", ["<b>x</b>", "*x*", "$x^2$", "<script>alert(1)</script>", ":red[x]"])
def test_a_name_with_signs_of_a_language_is_a_name(name):
    assert read_text(f"{name}\ty\n1\t2").names == (name, "y")


@pytest.mark.parametrize("text", [",a,b\n0,1,2\n1,3,4", "a,b\n0,1,2\n1,3,4", "a b\nr1 1 2\nr2 3 4"])
def test_a_column_that_counts_the_rows_needs_no_name(text):
    reading = read_text(text)

    assert reading.names == ("column 1", "a", "b")
    assert [row[1:] for row in reading.rows] == [(1, 2), (3, 4)]
    assert sentences(reading) == ['Column 1 has no name: it is called "column 1".']


@pytest.mark.parametrize("title", ["Trees of 2024\n", "Trees of 2024\n\n", "Trees of 2024,,\n"])
def test_a_title_is_left_out_and_it_is_said(title):
    reading = read_text(f"{title}name,height,age\nash,20,5\noak,30,6\n")

    assert reading.names == ("name", "height", "age")
    assert reading.rows == (("ash", 20, 5), ("oak", 30, 6))
    assert sentences(reading) == ['The line "Trees of 2024" stands above the table and is left out.']


def test_blank_lines_and_empty_rows_at_the_end_are_no_rows():
    assert read_text("\n\na,b\n\n1,2\n\n3,4\n,\n,\n\n").rows == ((1, 2), (3, 4))


def test_an_empty_row_between_others_is_a_row_of_gaps():
    reading = read_text("a,b\n1,2\n,\n3,4")

    assert reading.rows == ((1, 2), (None, None), (3, 4))
    assert [problem.row for problem in reading.problems] == [2, 2]


def test_a_markdown_table_is_read():
    reading = read_text("| size | kind |\n|-----:|:-----|\n| 1.5 | a \\| b |\n| 2 | |\n")

    assert reading.names == ("size", "kind")
    assert reading.rows == ((1.5, "a | b"), (2, None))


def test_quoted_cells_hold_separators_quotes_and_line_breaks():
    reading = read_text('what,n\n"a, ""b""\nc",1\n"d",2\n')

    assert reading.rows == (('a, "b"\nc', 1), ("d", 2))


def test_a_quotation_mark_that_is_never_closed_swallows_no_row():
    reading = read_text('what,n\n"a,1\nb,2\nc,3\n')

    assert reading.rows == (('"a', 1), ("b", 2), ("c", 3))
    assert sentences(reading)[0].startswith("A quotation mark opens a cell and none closes it")


def test_a_table_of_which_half_the_rows_have_another_length_is_still_cut_as_its_first_line_is():
    reading = read_text("a,b,c\n1,2,3\n4,5\n6,7,8,9\n")

    assert reading.separator == ","
    assert reading.names[:3] == ("a", "b", "c")
    assert [row[:3] for row in reading.rows] == [(1, 2, 3), (4, 5, None), (6, 7, 8)]
    assert [said[:5] for said in sentences(reading)[1:]] == ["Row 2", "Row 3"]


def test_rows_of_another_length_are_named_and_nothing_of_them_is_lost():
    reading = read_text("x,y\n1,2\n3\n4,5,6\n7,8\n")

    assert reading.rows == ((1, 2, None), (3, None, None), (4, 5, 6), (7, 8, None))
    assert [(problem.row, problem.column) for problem in reading.problems] == [(None, "column 3"), (2, None), (3, None)]
    assert sentences(reading)[1:] == [
        "Row 2 has 1 cell, but most rows have 2. Fill in what is missing at its end, or delete the row.",
        "Row 3 has 3 cells, but most rows have 2. Check the signs between its cells, or delete the row.",
    ]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("abc", '"abc" is not a number. Write a number such as 1.5, or delete the row.'),
        ("inf", '"inf" is not a finite number. Write a number such as 1.5, or delete the row.'),
        ("1/4", '"1/4" is a fraction. Write 0.25 instead.'),
        ("1e400", '"1e400" is too large. Write a finite number, below 1.7e308.'),
        ("1 2", '"1 2" holds more than one number. Write a single number.'),
        ("1.2.3", '"1.2.3" has marks that do not fit a number. Write it with a single dot, such as 1234.5.'),
    ],
)
def test_what_is_no_number_among_numbers_stays_as_it_was_written_and_is_named(cell, said):
    reading = read_text(f"a\tb\n1\t2\n{cell}\t3\n0.5\t4")

    assert reading.rows[1] == (cell, 3)
    assert sentences(reading) == [f"Row 2, column a: {said}"]


def test_units_are_left_out_and_it_is_said():
    reading = read_text("price;weight\n5 \u20ac;2 kg\n12 \u20ac;3 kg")

    assert reading.rows == ((5, 2), (12, 3))
    assert reading.units == ("\u20ac", "kg")
    assert sentences(reading) == [
        'Column price: "\u20ac" at its numbers is left out.',
        'Column weight: "kg" at its numbers is left out.',
    ]


def test_a_unit_at_a_single_number_is_a_slip_and_its_row_is_named():
    widths = ["4.9", "5.1", "4.7", "5.0", "4.6", "5.4", "5.2x"]

    reading = read_text("width,n\n" + "\n".join(f"{width},1" for width in widths))

    assert reading.kinds == ("number", "number")
    assert reading.rows[6] == ("5.2x", 1)
    (sentence,) = sentences(reading)
    assert sentence == (
        'Row 7, column width: "5.2x" has a unit that other numbers of its column have not. '
        "Write 5.2 alone, or all of them alike."
    )


@pytest.mark.parametrize(("cell", "decimal"), [("5,x", ","), ("5.x", ".")])
def test_a_letter_in_place_of_a_decimal_is_no_unit(cell, decimal):
    widths = [f"{width}".replace(".", decimal) for width in (4.9, 5.1, 4.7, 5.2, 4.6, 5.4)]

    reading = read_text("width\tn\n" + "\n".join(f"{width}\t1" for width in [*widths, cell]))

    (sentence,) = sentences(reading)
    assert sentence.startswith(f'Row 7, column width: "{cell}" is not a number.')


@pytest.mark.parametrize(("cell", "meant"), [("1.7O", "1.70"), ("1.o5", "1.05"), ("-2O.5", "-20.5")])
def test_a_letter_o_in_place_of_a_zero_is_a_slip_and_the_number_that_is_meant_is_offered(cell, meant):
    heights = ["1.6", "1.72", "1.81", "1.68", "1.9", "1.75", cell, "1.62"]

    reading = read_text("height,n\n" + "\n".join(f"{height},1" for height in heights))

    letter = "o" if "o" in cell else "O"
    said = f'column height: "{cell}" has the letter {letter} in place of a zero. Write {meant}.'
    assert sentences(reading) == [f"Row 7, {said}"]
    # Typed into the table itself it is told alike.
    assert [problem.sentence for problem in read_table([["1"], [cell]], ["height"]).problems] == [f"Row 2, {said}"]


@pytest.mark.parametrize("cell", ["0o17", "1.7 O", "O", "O.O", "7o7o.5.5"])
def test_a_letter_o_elsewhere_is_taken_for_no_zero(cell):
    (problem,) = read_table([["1"], [cell]], ["height"]).problems

    assert "letter" not in problem.sentence


def test_a_unit_that_several_numbers_have_may_be_left_out_at_others_and_they_are_named():
    reading = read_text("weight,n\n5 kg,1\n6 kg,2\n7,3\n8,4\n,5")

    assert reading.rows[:4] == ((5, 1), (6, 2), (7, 3), (8, 4))
    assert sentences(reading)[0] == 'Column weight: "kg" at its numbers is left out; rows 3 and 4 have no "kg".'


def test_thousands_that_are_written_as_k_are_not_mixed_with_others_without_a_word():
    assert sentences(read_text("users;n\n1.5k;1\n900;2\n2k;3"))[0].endswith('left out; row 2 has no "k".')


@pytest.mark.parametrize("cells", [("0xFF", "0x1A"), ("0xF", "0xA"), ("0b11", "0b10"), ("0o17", "0o7")])
def test_a_number_to_another_base_is_no_zero_with_a_unit(cells):
    reading = read_text("mask;n\n" + "".join(f"{cell};1\n" for cell in cells))

    assert [row[0] for row in reading.rows] == list(cells)
    assert any(f'"{cells[0]}"' in sentence for sentence in sentences(reading))


def test_another_unit_than_that_of_the_column_is_named():
    reading = read_text("weight,n\n" + "5 kg,1\n" * 9 + "300 g,2")

    assert reading.rows == ((5, 1),) * 9 + (("300 g", 2),)
    assert any(sentence.startswith("Row 10, column weight:") for sentence in sentences(reading))


def test_a_currency_at_the_first_number_is_that_of_the_column():
    assert read_text("price,n\n$ 5,1\n12,2\n7,3").rows == ((5, 1), (12, 2), (7, 3))


def test_numbers_of_several_units_are_words():
    reading = read_text("weight,n\n5 kg,1\n300 g,2")

    assert reading.rows == (("5 kg", 1), ("300 g", 2))
    assert reading.kinds == ("word", "number")


def test_percentages_are_asked_about():
    text = "share\tn\n50%\t1\n7 %\t2"

    reading = read_text(text)

    assert [question.about for question in reading.questions] == ["percent"]
    of_one, as_written = (read_text(text, **choice.arguments) for choice in reading.questions[0].choices)
    assert [row[0] for row in of_one.rows] == [0.5, 0.07]
    assert [row[0] for row in as_written.rows] == [50, 7]


def test_dates_times_and_truth_are_words():
    reading = read_text("day,at,sold,n\n2024-01-05,10:30,true,1\n5/1/2024,9:15,false,2\n")

    assert reading.kinds == ("word", "word", "word", "number")
    assert reading.rows[1] == ("5/1/2024", "9:15", "false", 2)


def test_an_empty_column_with_a_name_is_kept_and_named():
    reading = read_text("a,b,c\n1,,2\n3,,4")

    assert reading.kinds == ("number", "empty", "number")
    assert sentences(reading) == ["Column b is empty. Fill it in, or leave it out."]


def test_names_without_rows_are_told_of():
    reading = read_text("a,b,c", header=True)

    assert reading.rows == ()
    assert sentences(reading) == ["The text has names of columns, but no rows. Paste the rows, too."]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff"])
def test_no_table_is_told_of(text):
    assert sentences(read_text(text)) == ["There is no table in this text. Paste rows of numbers or words."]


def test_more_gaps_than_can_be_told_one_by_one_are_told_column_by_column():
    reading = read_text("a,b\n" + "1,\n2,3\n" * 2_000)

    named = {problem.row for problem in reading.problems if problem.row}
    assert len(reading.problems) == 1_001
    assert named == {*range(1, 2_002, 2)}
    assert reading.problems[-1].sentence.startswith("In column b there is more to mend: rows 2,001, 2,003, ")
    assert reading.problems[-1].sentence.endswith(" and 3,999.")


def test_what_was_understood_is_told_in_one_sentence():
    assert read_text("a;b\n1.234,5;2").understood() == (
        "Semicolons between cells, a comma before decimals, dots between thousands, the first line holds names; "
        "1 row, 2 columns."
    )


@pytest.mark.parametrize("arguments", [{"separator": "::"}, {"decimal": "'"}, {"thousands": "x"}])
def test_a_separator_or_mark_that_there_is_not_is_refused(arguments):
    with pytest.raises(UnknownNameError):
        read_text("1", **arguments)
