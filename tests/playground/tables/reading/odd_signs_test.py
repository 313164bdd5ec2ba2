"""Cells and lines that other keyboards, word processors and programs keep apart by signs of their own."""

import pytest

from playground.tables import read_text


def told(text):
    return [problem.sentence for problem in read_text(text).problems]


@pytest.mark.parametrize("sign", ["~", "^", "¦", "§", " & ", "::"])
def test_a_rare_sign_between_cells_is_read_and_told(sign):
    text = "\n".join(map(sign.join, (["x", "y", "t"], ["1,5", "2", "yes"], ["3,5", "4", "no"])))

    reading = read_text(text)

    assert (reading.names, reading.rows) == (("x", "y", "t"), ((1.5, 2, "yes"), (3.5, 4, "no")))
    assert told(text) == [f'The "{sign.strip()}" between the cells is read as a tab.']


@pytest.mark.parametrize("sign", [":", "/"])
def test_a_sign_of_times_or_dates_is_one_between_cells_if_it_comes_more_often(sign):
    assert read_text(sign.join("1230") + "\n" + sign.join("4561")).rows == ((1, 2, 3, 0), (4, 5, 6, 1))
    assert len(read_text(sign.join("123") + "\n" + sign.join("456")).names) == 1


@pytest.mark.parametrize("cells", [["12:30", "13:40"], ["1/5/2024", "2/5/2024"], ["1:2", "3:4"], ["Mk 1:2", "Mk 1:3"]])
def test_a_first_line_that_differs_in_its_digits_alone_is_a_row(cells):
    assert read_text("\n".join(cells)).rows == tuple((cell,) for cell in cells)


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_lines_end_where_a_word_processor_ends_them(end):
    reading = read_text(end.join(["x,t", "1,0", "2,1"]))

    assert (reading.names, reading.rows) == (("x", "t"), ((1, 0), (2, 1)))


def test_a_line_break_inside_a_cell_ends_no_row_of_others():
    assert read_text('x,t\n"a\u2028b",1\nc,2').rows == (("a\u2028b", 1), ("c", 2))


@pytest.mark.parametrize("quotes", ["“”", "„“", "«»", "””"])
def test_quotation_marks_of_print_around_cells_hold_them_together(quotes):
    begin, end = quotes
    text = "\n".join(
        ";".join(f"{begin}{cell}{end}" for cell in row) for row in (["x", "t"], ["1,5", "0"], ["2,5", "1"])
    )

    reading = read_text(text)

    assert (reading.names, reading.rows) == (("x", "t"), ((1.5, 0), (2.5, 1)))


@pytest.mark.parametrize("text", ["“size”,t\n1,0\n2,1", "a~b,t\n1~2,5\n3~4,6"])
def test_such_signs_in_a_table_between_commas_are_part_of_its_cells(text):
    assert read_text(text).names == tuple(text.splitlines()[0].split(","))


def test_quotation_marks_of_print_inside_a_cell_stay():
    assert read_text("x\tt\nsay “hi”\t0\nyou\t1").rows == (("say “hi”", 0), ("you", 1))


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_line_that_was_saved_as_one_cell_is_cut(sign):
    text = "\n".join(f'"{sign.join(row)}"' for row in (["x", "y", "t"], ["1", "2", "no"], ["3", "4", "yes"]))

    reading = read_text(text)

    assert (reading.names, reading.rows) == (("x", "y", "t"), ((1, 2, "no"), (3, 4, "yes")))


def test_one_number_in_quotation_marks_stays_one():
    assert read_text('"1,5"\n"2,5"').rows == ((1.5,), (2.5,))


def test_no_line_is_lost_where_only_some_stand_in_quotation_marks():
    assert read_text('"1,2"\n"3,4"\n5;6\n"7,8"').rows[2] != (7, 8)
    assert len(read_text('"1;2;0"\n3;4;1\n"5;6;0"').rows) == 3
    assert read_text('";"\n"x"', separator=";", header=True).names == (";",)


def test_words_with_commas_in_quotation_marks_stay_whole():
    assert read_text('"a,b"\n"-,a"\n"-,b"', separator=",", header=True).rows == (("-,a",), ("-,b",))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("x, y\n1,5, 2\n2,5, 3", ((1.5, 2), (2.5, 3))),
        ("city, y\nBonn, 2\nRome, 3,5", (("Bonn", 2), ("Rome", 3.5))),
        ("1,2, 3,4, yes\n5,6, 7,8, no", ((1.2, 3.4, "yes"), (5.6, 7.8, "no"))),
    ],
)
def test_a_comma_with_a_space_stands_between_cells_where_others_stand_in_numbers(text, rows):
    reading = read_text(text)

    assert reading.rows == rows
    assert "A comma with a space behind it is read as one between cells; any other stands inside a number." in told(
        text
    )
    assert len(read_text(text, separator=",").names) > len(reading.names)
    assert read_text(text, separator="\t").rows == rows


@pytest.mark.parametrize("text", ["1, 2\n3, 4", "1,2, 3\n4,5,6", 'a, b\n"1,5", 2\n3, 4'])
def test_other_commas_with_spaces_are_commas(text):
    assert read_text(text).separator == ","
