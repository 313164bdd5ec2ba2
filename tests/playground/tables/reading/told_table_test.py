"""What a person might have meant otherwise is said: two lines of names, a total, a number for a gap, a table on its side."""

import pytest

from playground.tables import read_text


def told(text):
    return [problem.sentence for problem in read_text(text).problems]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("length,width,kind\ncm,cm,\n5.1,3.5,a\n4.9,3.0,b", ("length cm", "width cm", "kind")),
        ("t;U;ok\n[s];[V];[-]\n0,1;1,5;0\n0,2;2,5;1", ("t [s]", "U [V]", "ok [-]")),
        ("size\t\tweight\tt\nmin\tmax\tnet\t\n5\t1\t2\t0\n6\t2\t3\t1", ("size min", "max", "weight net", "t")),
    ],
)
def test_a_second_line_of_names_or_units_belongs_to_the_names(text, names):
    reading = read_text(text)

    assert reading.names == names
    assert len(reading.rows) == 2
    assert any("holds no numbers and is put behind the names" in sentence for sentence in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "x,t\nabc,yes\n1,no\n2,yes",
        "x,y,t\nNA,NA,a\n1,2,b\n3,4,a",
        "x,y\na,b\n1,2",
        "x,y,t\na,b,3\n1,2,4\n3,4,5",
    ],
)
def test_a_row_of_gaps_or_of_one_wrong_cell_is_no_line_of_names(text):
    assert len(read_text(text, header=True).rows) == text.count("\n")


@pytest.mark.parametrize("word", ["Total", "Summe", "somme", "Итого", "合计", "Average:"])
def test_a_row_of_totals_is_kept_and_said_to_be_one(word):
    text = f"name,x,t\na,1,0\nb,2,1\n{word},3,1"

    assert len(read_text(text).rows) == 3
    assert told(text) == [
        f'Row 3, "{word}", seems to be made of the rows above it, and is learnt like them. Delete it if it is.'
    ]


def test_a_word_that_stands_above_too_is_no_total():
    assert told("name,x\ntotal,1\npart,2\ntotal,3") == []


@pytest.mark.parametrize("sign", ["-999", "-9999.0", "99999"])
def test_a_number_that_stands_for_a_gap_is_named(sign):
    text = f"x,t\n{sign},0\n2,1\n3,1\n{sign},1"

    assert told(text) == [
        f"Column x: {sign.removesuffix('.0')} is far from all its other numbers. If it stands for a gap, empty these cells."
    ]


@pytest.mark.parametrize("numbers", ["-999 -500 300", "99 98 97", "9 1 2", "999 1"])
def test_a_number_of_nines_among_others_like_it_is_one_of_them(numbers):
    assert told("\n".join(["x,t", *(f"{number},0" for number in numbers.split())])) == []


def test_a_table_on_its_side_is_said_to_be_one():
    assert told("x;1;2;3;4\nt;0;1;1;0")[-1].startswith("The names seem to stand in the first column.")


def test_a_table_with_names_of_its_rows_is_on_its_feet():
    assert told("name,x,t\na,1,0\nb,2,1\nc,3,1") == []


@pytest.mark.parametrize("head", ["#", "", "id", "Row", "Unnamed: 0"])
@pytest.mark.parametrize("first", [0, 1])
def test_a_column_that_only_numbers_the_rows_is_named(head, first):
    rows = "\n".join(f"{first + row},{row % 3},{row % 2}" for row in range(5))

    said = told(f"{head},x,t\n{rows}")[-1]

    assert said.endswith(
        "only numbers the rows, and would be learnt from. Make it ignored, under Columns, unless that is meant."
    )


def test_a_column_that_calls_each_row_by_another_word_is_named():
    assert told("name,t\nAnn,0\nBob,1\nCy,0\nDee,1")[0].startswith("Column name calls each row by a word of its own")


@pytest.mark.parametrize("text", ["x,t\n1,0\n2,1\n3,0\n4,1", "1,0\n2,1\n3,0\n4,1", "k,t\na,0\nb,1\na,0\nc,1"])
def test_an_amount_that_happens_to_count_or_a_word_that_comes_again_is_not(text):
    assert told(text) == []
