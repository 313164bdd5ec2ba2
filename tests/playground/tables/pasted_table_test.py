"""What a table that was pasted becomes on the page: columns, what they are for, and cells."""

import pytest

from nncore.errors import TableError
from playground.tables import read_text
from playground.tables.column import Column
from playground.tables.pasted_table import appended_cells, pasted_table, why_ignored
from playground.tables.reading.told_problems import told_problems

XOR = (Column("input 1"), Column("input 2"), Column("target", "target"))


def described(table):
    return [(column.name, column.role, column.kind) for column in table.columns]


def test_the_last_column_is_the_target_and_words_are_classes():
    table = pasted_table(read_text("length,width,species\n1.4,0.2,setosa\n4.7,,virginica"), XOR)

    assert described(table) == [
        ("length", "input", "numbers"), ("width", "input", "numbers"), ("species", "target", "words"),
    ]  # fmt: skip
    assert table.cells == ((1.4, 0.2, "setosa"), (4.7, None, "virginica"))


def test_as_many_columns_without_names_stay_what_they_were():
    table = pasted_table(read_text("7\t8\t0\n3\t4\t"), XOR)

    assert table.columns == XOR
    assert table.cells == ((7.0, 8.0, 0.0), (3.0, 4.0, None))


def test_columns_of_the_same_names_keep_what_they_are_for_in_their_new_order():
    before = (Column("a", "target", ("no", "yes")), Column("b"), Column("c", "ignored"))

    table = pasted_table(read_text("c\tb\ta\n1\t2\tyes\n3\t4\tno"), before)

    assert described(table) == [("c", "ignored", "numbers"), ("b", "input", "numbers"), ("a", "target", "words")]


def test_numbers_that_are_said_to_be_classes_stay_classes():
    before = (Column("a"), Column("digit", "target", ("0", "1")))

    assert described(pasted_table(read_text("1\t0\n2\t1"), before))[1] == ("digit", "target", "words")


def test_columns_from_which_nothing_can_be_learnt_are_ignored():
    rows = "\n".join(f"{number},name {number},{number / 2},,{number % 2}" for number in range(20))

    reading = read_text(f",who,x,nothing,y\n{rows}")
    table = pasted_table(reading, XOR)

    assert [column.role for column in table.columns] == ["ignored", "ignored", "input", "ignored", "target"]
    assert [why_ignored(reading, place) for place in range(5)] == [
        "it counts the rows", "more than 10 different words", "", "most of its cells are empty", "",
    ]  # fmt: skip


def test_a_column_that_a_sign_too_many_opens_in_one_row_is_not_the_target():
    rows = ["4.9,0.9,apple", "5.1,0.8,pear", "5,2,0.7,pear", "5.0,0.9,apple"]

    table = pasted_table(read_text("width,height,fruit\n" + "\n".join(rows)), ())

    assert described(table)[2:] == [("fruit", "target", "words"), ("column 4", "ignored", "words")]
    assert table.cells[2] == (5.0, 2.0, "0.7", "pear")


def test_other_columns_without_names_are_called_as_the_page_calls_them():
    table = pasted_table(read_text("1\t2\t3\t4\t0\n5\t6\t7\t8\t1"), XOR)

    assert [column.name for column in table.columns] == ["input 1", "input 2", "input 3", "input 4", "target"]


def test_too_many_rows_are_refused_and_none_too():
    with pytest.raises(
        TableError, match=r"The table would have 11,000 rows\. The page takes up to 10,000: paste fewer"
    ):
        appended_cells(read_text("1,2,3\n" * 6_000), XOR, 5_000)
    with pytest.raises(TableError, match="There are no rows to take"):
        pasted_table(read_text(""), XOR)


def test_rows_are_appended_by_name_or_in_their_order():
    assert appended_cells(read_text("target,input 2,input 1\n1,2,3"), XOR, 4) == (("3", "2", "1"),)
    assert appended_cells(read_text("1,2,0"), XOR, 4) == (("1", "2", "0"),)


def test_other_columns_are_not_appended():
    with pytest.raises(TableError, match="The table has 3 columns, and what is pasted has 4"):
        appended_cells(read_text("1,2,3,0"), XOR, 4)


def test_all_rows_with_gaps_are_told_in_one_sentence():
    reading = read_text("age,sold\n1,\n,0\n3,1\n,0\n,1\n?,x")

    assert told_problems(reading.problems) == [
        "Row 1, column sold: the cell is empty.",
        "Column age: the cell is empty in rows 2 and 4 to 6.",
        'Row 6, column sold: "x" is not a number. Write a number such as 1.5, or delete the row.',
    ]
