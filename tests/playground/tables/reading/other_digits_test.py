"""Numbers in the digits of other scripts."""

import pytest

from nncore.data.number_parsing import read_number
from playground.tables import read_text
from playground.tables.table import read_table

SCRIPTS = {
    "Arabic": "٠١٢٣٤٥٦٧٨٩",
    "Persian": "۰۱۲۳۴۵۶۷۸۹",
    "Devanagari": "०१२३४५६७८९",
    "Bengali": "০১২৩৪৫৬৭৮৯",
    "Thai": "๐๑๒๓๔๕๖๗๘๙",
    "wide": "０１２３４５６７８９",
}


def in_script(text, digits):
    return text.translate(str.maketrans("0123456789", digits))


@pytest.mark.parametrize("digits", SCRIPTS.values(), ids=SCRIPTS)
@pytest.mark.parametrize("separator", ["\t", ";", ","])
def test_they_are_read_as_numbers_and_that_is_said(digits, separator):
    rows = ["x", "t"], ["1.25", "0"], ["67", "1"], ["-890.5", "1"]
    text = in_script("\n".join(map(separator.join, rows)), digits)

    reading = read_text(text)

    assert (reading.names, reading.rows) == (("x", "t"), ((1.25, 0), (67, 1), (-890.5, 1)))
    (note,) = reading.problems
    assert note.is_note
    assert note.sentence == f'Digits such as those of "{in_script("1.25", digits)}" are read as usual ones: it is 1.25.'


@pytest.mark.parametrize(
    ("text", "number"), [("١٫٥", 1.5), ("١٬٢٣٤٫٥", 1234.5), ("۱٬۲۳۴٬۵۶۷", 1234567), ("−۱۲", -12), ("१,२३,४५६", 123456)]
)
def test_their_own_marks_stand_before_decimals_and_between_thousands(text, number):
    assert read_number(text) == number
    assert read_table([[text]], ["x"]).rows == ((number,),)
    assert read_text(f"x\tt\n{text}\t0\n7\t1").rows == ((number, 0), (7, 1))


@pytest.mark.parametrize("sign", ["٪", "％", "%"])
def test_a_percentage_is_asked_about_as_any_other(sign):
    reading = read_text(f"x;t\n٥٠{sign};1\n٧{sign};0")

    assert reading.rows == ((0.5, 1), (0.07, 0))
    assert [question.about for question in reading.questions] == ["percent"]


@pytest.mark.parametrize(("comma", "called"), [("،", "comma"), ("؛", "semicolon")])
def test_an_arabic_comma_stands_between_cells(comma, called):
    reading = read_text(f"س{comma}ص\n١٫٥{comma}٠\n٢{comma}١")

    assert reading.rows == ((1.5, 0), (2, 1))
    assert f"The Arabic {called} between the cells is read as a plain one." in [
        problem.sentence for problem in reading.problems
    ]


def test_words_with_such_digits_stay_as_they_are_written():
    assert read_text("قسم ١;0\nقسم ٢;1").rows == (("قسم ١", 0), ("قسم ٢", 1))
