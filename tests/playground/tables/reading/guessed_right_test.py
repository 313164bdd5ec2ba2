"""A table of numbers and words, however it is written, is read right as it is pasted, or an answer to a question makes it so."""

import random

import pytest

from playground.tables import read_text

NUMBERS_AS_WRITTEN = [
    (".", ","),
    (".", "'"),
    (".", ""),
    (",", "."),
    (",", " "),
    (",", "\u202f"),
    (",", ""),
    ("٫", "٬"),
    ("٫", ""),
]
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
CHOICES = {
    "few": lambda chance: float(chance.randint(0, 200)),
    "many": lambda chance: float(chance.randint(0, 3_000_000)),
    "cents": lambda chance: round(chance.uniform(-3000, 3000), 2),
    "thousandths": lambda chance: chance.randint(1, 9999) / 1000,
    "answer": lambda chance: chance.choice(["yes", "no"]),
    "city": lambda chance: chance.choice(["Bonn", "New York", "Köln"]),
    "amount": lambda chance: round(chance.uniform(0, 3000), 2),
}


def written(value, kind, decimal, thousands):
    if isinstance(value, str):
        return value
    digits = {"cents": 2, "amount": 2, "thousandths": 3}.get(kind, 0)
    whole, _, fraction = f"{abs(value):,.{digits}f}".partition(".")
    text = whole.replace(",", thousands) + (decimal + fraction if fraction else "")
    return ("-" if value < 0 else "") + (text.translate(ARABIC) if decimal == "٫" else text) + " €" * (kind == "amount")


def can_be_read_as(text, rows, arguments=None, depth=4):
    reading = read_text(text, **(arguments or {}))
    if reading.rows == rows:
        return True
    said = {"separator": reading.separator, **(arguments or {})}
    choices = [choice.arguments for question in reading.questions[:1] for choice in question.choices]
    return depth > 0 and any(can_be_read_as(text, rows, {**said, **chosen}, depth - 1) for chosen in choices)


@pytest.mark.parametrize(("decimal", "thousands"), NUMBERS_AS_WRITTEN)
@pytest.mark.parametrize("separator", ["\t", ";", "|", " | ", "; "])
def test_a_table_is_read_right_or_asked_about(decimal, thousands, separator):
    chance = random.Random(f"{decimal}{thousands}{separator}")
    for _ in range(12):
        kinds = chance.choices(list(CHOICES), k=chance.randint(2, 5))
        rows = tuple(tuple(CHOICES[kind](chance) for kind in kinds) for _ in range(chance.randint(2, 6)))
        lines = [
            [written(value, kind, decimal, thousands) for value, kind in zip(row, kinds, strict=True)] for row in rows
        ]
        head = [[f"name {place}" for place in range(len(kinds))]] * chance.randint(0, 1)
        text = "\n".join(map(separator.join, head + lines))

        assert can_be_read_as(text, rows), text


@pytest.mark.parametrize(
    "text",
    [
        "1 236,71\ta-b\ta-b\n2 731,40\tKöln\tBonn",
        "6,0e3;no;Bonn\n4,7e-1;yes;a-b",
        "332,40%|New York\n1807,00%|Köln",
        "Bonn|8,833\nKöln|4,730",
    ],
)
def test_a_comma_inside_numbers_stands_between_no_cells(text):
    separator = next(sign for sign in "\t;|" if sign in text)

    assert read_text(text).separator == separator


def test_the_arabic_decimal_mark_is_in_no_doubt():
    reading = read_text("x\tt\n١٫٤١٠\t0\n٥٫٠٦٠\t1")

    assert (reading.rows, reading.questions) == (((1.41, 0), (5.06, 1)), ())


@pytest.mark.parametrize(
    "text",
    [
        "Country,2019\nGermany,83.1\nFrance,67",
        "\tp-value\t1\n1\tx\t-2.89\n2\ty\t0.97",
        "n|2019|ok\na|5|no\nb|7|yes",
        "day,1\n2.11.2024,7.49\n21.4.2024,-5.52",
    ],
)
def test_a_year_or_a_number_beside_a_name_above_dates_is_asked_whether_it_is_a_name(text):
    reading = read_text(text)

    assert [question.about for question in reading.questions] == ["header"]
    assert len(read_text(text, header=True).rows) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Anna,1999\nBen,2003\nCara,2001",
        "2.11.2024,7\n3.11.2024,8\n4.11.2024,9",
        "\t1\t0\n2\t3\t1",
        "yes,5\nno,6\nno,7",
        "Bonn,50\nRome,7.5",
    ],
)
def test_a_first_row_of_numbers_is_not_asked_about(text):
    reading = read_text(text)

    assert (reading.header, reading.questions) == (False, ())


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Measured in May\n\nyes|no|0|-2,74\nno|yes|1|-1,57", 2),
        ("Table 1\n#|Δt|Note\n-9,08|4.10.2024|no\n5,45|21.8.2024|yes", 2),
        ("In May\n\nx\tcity\tt\n1\tBonn\tno\n0\tx, y z\tyes\n1\tsemi; colon\tyes", 3),
    ],
)
def test_below_a_title_rows_are_cut_as_they_are_without_one(text, rows):
    reading = read_text(text)

    assert len(reading.rows) == rows
    assert reading.rows == read_text(text.partition("\n")[2].lstrip("\n")).rows
    assert reading.problems[0].sentence == (
        f'The line "{text.partition(chr(10))[0]}" stands above the table and is left out.'
    )


@pytest.mark.parametrize("year", [1900, 2099, 2100])
def test_a_column_of_years_from_1900_to_2100_is_asked_about_by_nobody(year):
    assert not read_text(f"{year}\tyes\n{year}\tno\n{year}\tyes").questions
    assert read_text(f"{year}\tname\n5\tyes\n6\tno").questions
