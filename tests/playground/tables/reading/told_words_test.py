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
        ("<5", ">7"),
        ("5 ± 1", "7 ± 2"),
        ("߁߂߃", "߄߅߆"),
        ("1-2", "3-4"),
        ("0x1F", "0xFF"),
        ("10^3", "2×10"),
        ("1h30", "2 h 15 m"),
        ("5 ft 11 in", "6 ft 2 in"),
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


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        (("1.5×10^3", "2x10³"), (1500, 2000)),
        (("1.5D+03", "2e-1"), (1500, 0.2)),
        (("1,00,000", "12,34,567.5"), (100000, 1234567.5)),
        (("R$ 1.234,56", "R$ 500,00"), (1234.56, 500)),
        (("Rs. 500", "Rs. 700"), (500, 700)),
        (("500 kr.", "700 kr."), (500, 700)),
        (("₹1,00,000", "₹2,00,000"), (100000, 200000)),
        (("€ 1.234,-", "€ 500,–"), (1234, 500)),
        (("5 кг", "6 кг"), (5, 6)),
        (("10 Jahre", "12 Jahre"), (10, 12)),
        (("50 km/h", "30 km/h"), (50, 30)),
        (("—1.5", "−2"), (-1.5, -2)),
    ],
)
def test_amounts_in_the_writing_of_many_countries_are_numbers(cells, numbers):
    text = "\n".join(["a\tt", *(f"{cell}\t{row}" for row, cell in enumerate(cells))])

    reading = read_text(text)

    assert reading.kinds[0] == "number"
    assert tuple(row[0] for row in reading.rows) == numbers
    assert not reading.questions


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("(1.5)", '"(1.5)" stands in brackets. Write -1.5 if it is negative, or 1.5.'),
        ("1.5-", '"1.5-" has a minus sign behind it. Write -1.5 if it is negative, or 1.5.'),
        ("½", '"½" is a fraction. Write 0.5 instead.'),
        ("1 1/2", '"1 1/2" is a fraction. Write 1.5 instead.'),
        ("5.2[1]", '"5.2[1]" has the mark of a note behind it. Write 5.2 instead.'),
    ],
)
def test_a_number_that_can_be_meant_otherwise_is_kept_as_written_and_its_mend_is_said(cell, said):
    assert said_of_rows(["2", cell, "3", "4"]) == (cell, [f"Row 2, column a: {said}"])


def said_of_rows(cells):
    reading = read_text("\n".join(["a\tt", *(f"{cell}\t{number}" for number, cell in enumerate(cells))]))
    return reading.rows[1][0], [problem.sentence for problem in reading.problems]


def test_an_amount_of_money_in_brackets_may_be_negative():
    reading = read_text("profit\tt\n($1,200.50)\t0\n$2,500.00\t1")

    assert reading.rows == (("($1,200.50)", 0), (2500, 1))
    assert reading.problems[1].sentence == (
        'Row 1, column profit: "($1,200.50)" stands in brackets. Write -1,200.50 if it is negative, or 1,200.50.'
    )


@pytest.mark.parametrize(
    "cells", [["=A2*2", "=A3*2"], ["=SUM(A1:A3)", "=SUM(B1:B3)"], ["=1+1", "=2+2"], ["=$B$4", "=-B5"]]
)
def test_formulas_of_a_spreadsheet_are_not_taken_for_classes_without_a_word(cells):
    sentences = [problem.sentence for problem in read_text(f"x\tt\n1\t{cells[0]}\n2\t{cells[1]}").problems]

    assert sentences == [
        f'Column t holds formulas such as "{cells[0]}", and each is taken as a word. Copy the cells that show its values.'
    ]


@pytest.mark.parametrize("gap", ["-", "None", "missing", "#REF!"])
def test_a_word_that_may_stand_for_a_gap_is_told(gap):
    kind, sentences = said(("yes", gap, "no", gap))

    assert kind == "word"
    assert sentences == [
        f'Column a: "{gap}" is taken for a word like the others. If it stands for a gap, empty these cells.'
    ]


@pytest.mark.parametrize("cells", [("+", "-"), ("yes", "no"), ("A1", "12", "B7")])
def test_of_other_words_nothing_is_told(cells):
    assert said(cells) == ("word", [])


def test_a_number_among_words_is_told():
    assert said(("1", "abc", "def", "2", "ghi")) == (
        "word",
        ['Column a is taken as words, and so is "1" in it. If it holds amounts, write numbers in all its rows.'],
    )


@pytest.mark.parametrize(
    "cells", [("5. Januar 2024", "6. März 2024"), ("2024年1月5日", "2024年1月6日"), ("3 févr. 2024", "1 août 2024")]
)
def test_dates_of_other_languages_are_told(cells):
    assert said(cells)[1] == [
        "Column a holds dates or times, and each is taken as a word. Write numbers instead, such as days since the first."
    ]
