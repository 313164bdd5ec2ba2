"""Signs that are written as in HTML, in a table that was copied from the source of a page."""

import pytest

from playground.tables import read_file, read_text, to_csv


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize(
    ("written", "meant"),
    [("&uuml;", "ü"), ("&amp;", "&"), ("&lt;", "<"), ("&#228;", "ä"), ("&#xe4;", "ä"), ("&Eacute;", "É")],
)
def test_its_semicolon_is_none_between_cells(separator, written, meant):
    text = "\n".join(map(separator.join, (["size", "city"], ["1", f"A{written}B"], ["2", "Rome"])))

    reading = read_text(text)

    assert reading.rows == ((1, f"A{meant}B"), (2, "Rome"))
    (note,) = reading.problems
    assert note.is_note
    assert note.sentence.endswith(f'are read as what they stand for: "{written}" as "{meant}".')


def test_a_space_without_a_break_is_one_between_thousands_or_a_gap():
    reading = read_text("a&nbsp;b;t\n2&nbsp;000;0\n&nbsp;;1\n3;1")

    assert (reading.names, reading.rows) == (("a b", "t"), ((2000, 0), (None, 1), (3, 1)))
    assert any('"&nbsp;" as a space' in problem.sentence for problem in reading.problems)


@pytest.mark.parametrize("text", ["AT&T;1\nH&M;0", "a&b;1\nc&;0", "R&D;1\nQ&A;0", "&x;1\n&1;0", "&#;1\n&#x;0"])
def test_a_plain_ampersand_stays(text):
    reading = read_text(text, header=False)

    assert [row[0] for row in reading.rows] == [line.rpartition(";")[0] for line in text.split("\n")]
    assert reading.problems == ()


def test_a_line_break_that_is_written_so_ends_no_row():
    assert read_text("x;t\na&#10;b;1\nc;2").rows == (("a b", 1), ("c", 2))


@pytest.mark.parametrize("word", ["&lt;b&gt;", "AT&amp;T", "&amp;amp;", "&nbsp;", "a&#59;b", "&quot;x&quot;"])
def test_what_this_program_writes_is_read_as_it_was(word):
    text = to_csv(["x", word], [[1.0, word], [2.0, "y"]])

    assert read_text(text, header=True).names[1].strip() == word
    assert read_file(text.encode(), "table.csv", header=True).rows == ((1, word), (2, "y"))


def test_a_sign_in_json_cuts_no_cell():
    reading = read_text('[{"x": "R&amp;D &quot;a&quot;", "t": 0}, {"x": "b&#44;c", "t": 1}]')

    assert reading.rows == (("R&D &quot;a&quot;", 0), ("b&#44;c", 1))
