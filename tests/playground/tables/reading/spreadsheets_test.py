r"""What spreadsheets put into the clipboard as text: cells as they are formatted, tabs, and line ends of their system.

LibreOffice Calc and Excel both copy what is seen, not what is kept: a number with its marks and its unit. A cell that holds a
tab, a line break or a quotation mark stands in quotation marks; of merged cells the first holds the text, the others nothing.
"""

import pytest

from playground.tables import read_text

LIBREOFFICE = "\n"
EXCEL = "\r\n"
ENDS = pytest.mark.parametrize("end", [LIBREOFFICE, EXCEL], ids=["LibreOffice", "Excel"])


def copied(lines, end):
    """Return lines of cells as a spreadsheet copies them; both end the last line, too."""
    return "".join("\t".join(line) + end for line in lines)


@ENDS
def test_numbers_are_read_as_they_are_formatted_in_german(end):
    reading = read_text(copied([["price", "share"], ["1.234,50 €", "7,5 %"], ["-999,00 €", "50 %"]], end), header=True)

    assert reading.rows == ((1234.5, 0.075), (-999.0, 0.5))
    assert reading.kinds == ("number", "number")
    assert [question.about for question in reading.questions] == ["percent"]


@ENDS
def test_numbers_are_read_as_they_are_formatted_in_english(end):
    lines = [["price", "share", "size"], ["$1,234.50", "7.50%", "1.5E+03"], ["-$999.00", "50.00%", "2.0E-02"]]

    reading = read_text(copied(lines, end))

    assert reading.rows == ((1234.5, 0.075, 1500.0), (-999.0, 0.5, 0.02))


@ENDS
@pytest.mark.parametrize(
    "dates",
    [("31.01.2024", "01.02.2024"), ("31.1.24", "1.2.24"), ("1/31/2024", "2/1/2024"), ("2024-01-31", "2024-02-01")],
)
def test_dates_are_words_however_they_are_written_and_said_to_be_dates(end, dates):
    reading = read_text(copied([["day", "fits"], *zip(dates, "01", strict=True)], end))

    assert reading.kinds == ("word", "number")
    assert reading.rows == ((dates[0], 0.0), (dates[1], 1.0))
    (problem,) = reading.problems
    assert problem.sentence.startswith("Column day holds dates or times, and each is taken as a word.")


@ENDS
def test_of_merged_cells_the_first_has_the_text_and_the_others_are_gaps(end):
    lines = [["size", "kind"], ["1", "cat"], ["2", ""], ["3", "dog"]]

    reading = read_text(copied(lines, end))

    assert reading.rows == ((1.0, "cat"), (2.0, None), (3.0, "dog"))
    assert [(problem.row, problem.column) for problem in reading.problems] == [(2, "kind")]


@ENDS
def test_a_heading_over_merged_columns_leaves_a_column_without_a_name_and_that_is_said(end):
    reading = read_text(copied([["sizes", "", "fits"], ["1", "2", "0"], ["3", "4", "1"]], end))

    assert reading.names == ("sizes", "column 2", "fits")
    assert reading.rows == ((1.0, 2.0, 0.0), (3.0, 4.0, 1.0))
    assert any('it is called "column 2"' in problem.sentence for problem in reading.problems)


@ENDS
def test_a_cell_with_a_line_break_and_quotation_marks_is_one_cell(end):
    reading = read_text(copied([["name", "fits"], ['"a ""wide""\ncell"', "1"], ["plain", "0"]], end))

    assert reading.rows == (('a "wide"\ncell', 1.0), ("plain", 0.0))


@ENDS
def test_the_errors_of_a_formula_are_named_and_no_value_is_made_of_them(end):
    reading = read_text(copied([["size", "fits"], ["1", "1"], ["#DIV/0!", "0"], ["#N/A", "1"], ["4", "0"]], end))

    assert [row[0] for row in reading.rows] == [1.0, "#DIV/0!", None, 4.0]
    assert {problem.row for problem in reading.problems} == {2, 3}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "text",
    ['id,size,fits\n="01",="1.5",0\n="02",="2.5",1', 'id;size;fits\n"=""01""";"=""1,5""";0\n"=""02""";"=""2,5""";1'],
    ids=["as it stands", "in quotation marks"],
)
def test_a_cell_that_keeps_its_zeros_by_a_formula_is_the_text_within_and_that_is_said(text, end):
    reading = read_text(text.replace("\n", end))

    assert reading.rows == (("01", 1.5, 0), ("02", 2.5, 1))
    assert (
        reading.problems[0].sentence
        == 'Cells written as formulas of one text, such as ="01", are read as the text within.'
    )
    assert reading.problems[0].is_note


def test_a_formula_that_computes_stays_one():
    assert read_text('x,t\n="a"&B1,0\n="b"&B2,1').rows == (('="a"&B1', 0), ('="b"&B2', 1))
