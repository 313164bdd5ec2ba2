"""Any typed table is the dataset that a mathematician would make of it, or the list of what is to be mended."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from playground.tables.column import Column
from playground.tables.encoding import decoded_rows, describe_dataset, encoded_columns, encoded_rows, plain_columns
from playground.tables.table import read_table
from playground.tables.table_dataset import as_situation, read_dataset, situation_of

IRIS = [
    ["1", "5.1", "3,5", "setosa"],
    ["2", "7.0", "3,2", "versicolor"],
    ["3", "6.3", "3,3", "virginica"],
    ["4", "4.9", "3,0", "setosa"],
]
IRIS_COLUMNS = [Column("no.", "ignored"), Column("sepal"), Column("width"), Column("species", "target", ())]


def sentences(columns, cells, test=()):
    return [problem.sentence for problem in read_dataset(columns, cells, test).problems]


def test_three_words_are_three_outputs_with_the_names_of_the_classes():
    reading = read_dataset(IRIS_COLUMNS, IRIS, [["9", "5", "3", "virginica"]])
    dataset = reading.dataset

    assert reading.problems == ()
    assert dataset.inputs.tolist() == [[5.1, 3.5], [7.0, 3.2], [6.3, 3.3], [4.9, 3.0]]
    assert dataset.targets.tolist() == [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0]]
    assert dataset.test_targets.tolist() == [[0, 0, 1]]
    assert dataset.target_names == dataset.called_classes == ("setosa", "versicolor", "virginica")
    assert reading.ignored.training == (("1",), ("2",), ("3",), ("4",))
    assert reading.ignored.test == (("9",),)
    assert describe_dataset(reading.columns, dataset)


def test_two_words_are_the_classes_0_and_1():
    dataset = read_dataset(
        [Column("x"), Column("ill", "target", ())], [["1", "yes"], ["2", "no"], ["3", "yes"]]
    ).dataset

    assert dataset.targets.tolist() == [[1], [0], [1]]
    assert (dataset.target_names, dataset.called_classes) == (("ill",), ("no", "yes"))


def test_numbers_that_are_said_to_be_classes_have_one_output_each():
    columns = [Column("x"), Column("digit", "target", ())]

    dataset = read_dataset(columns, [["0.1", "2"], ["0.2", "0"], ["0.3", "1.0"]]).dataset

    assert dataset.targets.tolist() == [[0, 0, 1], [1, 0, 0], [0, 1, 0]]
    assert dataset.called_classes == ("0", "1", "2")


@given(st.lists(st.sampled_from(["red", "green", "blue", "grey"]), min_size=1))
def test_words_of_an_input_are_the_columns_that_pandas_makes_of_them(words):
    columns = [Column("colour", words=()), Column("t", "target")]

    dataset = read_dataset(columns, [[word, "1"] for word in words]).dataset

    expected = pd.get_dummies(pd.Series(words), prefix="colour", prefix_sep=" = ", dtype=float)
    assert dataset.input_names == tuple(expected.columns)
    assert dataset.inputs.tolist() == expected.to_numpy().tolist()


def test_a_single_input_and_columns_in_any_order_are_a_table():
    dataset = read_dataset([Column("y", "target"), Column("x")], [["10", "1"], ["20", "2"]]).dataset

    assert (dataset.inputs.tolist(), dataset.targets.tolist()) == ([[1], [2]], [[10], [20]])


def test_a_class_that_an_input_is_called_like_has_a_longer_name():
    columns = [Column("a"), Column("kind", "target", ())]

    dataset = read_dataset(columns, [["1", "a"], ["2", "b"], ["3", "c"]]).dataset

    assert dataset.target_names == ("kind = a", "kind = b", "kind = c")
    assert dataset.called_classes == ("a", "b", "c")


def test_what_is_to_be_mended_is_named_with_row_and_column_in_reading_order():
    table = [["1", "5.1", "", "other"], ["2", "x", "3", ""], ["3", "6", "3", "other"]]

    assert sentences(IRIS_COLUMNS, table) == [
        'Column species: only "other" stands in it. A class needs another one to be told from: '
        "write a second word in some row.",
        "Row 1, column width: the cell is empty. Write a number such as 1.5, or delete the row.",
        'Row 2, column sepal: "x" is not a number. Write a number such as 1.5, or delete the row.',
        'Row 2, column species: the cell is empty. Write a word such as "other", or delete the row.',
    ]


def test_a_test_row_of_a_class_that_nobody_learns_is_named():
    [sentence] = sentences(IRIS_COLUMNS, IRIS, [["5", "1", "2", "rose"]])

    assert sentence == (
        'Row 1, column species: "rose" stands in no training row. Write "setosa" or "versicolor" or "virginica".'
    )


def test_an_empty_cell_of_an_ignored_column_is_nothing_to_mend_and_its_text_is_no_number():
    table = [["", "5.1", "3.5", "a"], [None, "7", "3", "b"], ["1,000 or so", "7", "3", "b"]]

    reading = read_dataset(IRIS_COLUMNS, table)

    assert reading.problems == ()
    assert reading.ignored.training == (("",), ("",), ("1,000 or so",))


def test_a_situation_has_the_words_of_the_training_rows():
    columns = [Column("size"), Column("colour", words=("red", "blue")), Column("price", "target")]

    def read(cells):
        return read_table([cells], as_situation(columns), fixed_rows=True)

    assert situation_of(columns, read(["2", "red"])) == (2.0, 1.0, 0.0)
    assert situation_of(columns, read(["2", "green"])) is None
    assert 'Write "red" or "blue".' in read(["2", "green"]).problems[0].sentence


@given(st.data())
def test_a_table_comes_back_from_its_dataset(data):
    kinds = data.draw(st.permutations([("a", "input"), ("b", "input"), ("c", "target")]))
    texts = {"a": ["x", "y", "z"], "b": ["0.5", "-2", "1e+300"], "c": ["yes", "no", "perhaps"]}
    rows = data.draw(st.lists(st.tuples(*(st.sampled_from(texts[name]) for name, _ in kinds)), min_size=2))
    columns = [Column(name, role, None if name == "b" else ()) for name, role in kinds]
    reading = read_dataset(columns, rows)

    if reading.dataset is None:
        assert len({row[[name for name, _ in kinds].index("c")] for row in rows}) == 1
        return
    encoded = encoded_columns(reading.columns)
    again = decoded_rows(encoded, reading.dataset.inputs, reading.dataset.targets)
    assert again == [list(row) for row in reading.training.rows]
    written = [[one.text(value) for one, value in zip(encoded, row, strict=True)] for row in again]
    assert read_dataset(reading.columns, written).dataset == reading.dataset
    assert encoded_rows(encoded, again, "inputs").tolist() == reading.dataset.inputs.tolist()


def test_the_columns_of_a_plain_dataset_describe_it():
    dataset = read_dataset([Column("x"), Column("t", "target")], [["1", "0"], ["2", "1"]]).dataset

    assert describe_dataset(plain_columns(dataset), dataset)
    assert not describe_dataset([Column("z"), Column("t", "target")], dataset)
