import copy
import dataclasses
import json
import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nncore.data.dataset import Dataset
from nncore.errors import FormatError, TableError

INPUTS = [[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]]
TARGETS = [[0], [1], [1], [0]]
TABLES = ("inputs", "targets", "test_inputs", "test_targets")
finite = st.floats(allow_nan=False, allow_infinity=False)


def full():
    return Dataset(
        INPUTS,
        TARGETS,
        test_inputs=[[1, 0, 0], [0, 0, 0.5]],
        test_targets=[[1], [0]],
        input_names=["rain", "wind", "sun"],
        target_names=["picnic"],
    )


@st.composite
def datasets(draw):
    rows, test_rows = draw(st.integers(1, 5)), draw(st.integers(0, 3))
    columns, outputs = draw(st.integers(1, 4)), draw(st.integers(1, 3))

    def table(*shape):
        return draw(arrays(float, shape, elements=finite))

    names = st.none() | st.lists(st.text(min_size=1).filter(str.strip), min_size=columns, max_size=columns, unique=True)
    tests = {"test_inputs": table(test_rows, columns), "test_targets": table(test_rows, outputs)} if test_rows else {}
    return Dataset(table(rows, columns), table(rows, outputs), **tests, input_names=draw(names))


# --- what a dataset holds -------------------------------------------------------------------------------------------


def test_lists_become_tables_of_floats():
    dataset = full()

    assert dataset.inputs.tolist() == INPUTS
    assert dataset.targets.tolist() == TARGETS
    assert dataset.test_inputs.tolist() == [[1, 0, 0], [0, 0, 0.5]]
    assert dataset.test_targets.tolist() == [[1], [0]]
    assert dataset.input_names == ("rain", "wind", "sun")
    assert dataset.target_names == ("picnic",)
    assert (dataset.samples, dataset.input_count, dataset.target_count) == (4, 3, 1)


def test_test_rows_are_none_when_there_are_none():
    dataset = Dataset(INPUTS, TARGETS)

    assert dataset.test_inputs is None
    assert dataset.test_targets is None


def test_columns_without_names_are_counted():
    one, two = Dataset([[1, 2]], [[3]]), Dataset([[1]], [[2, 3]])

    assert (one.input_names, one.target_names) == (("input 1", "input 2"), ("target",))
    assert (two.input_names, two.target_names) == (("input 1",), ("target 1", "target 2"))


def test_an_input_and_a_target_may_have_the_same_name():
    dataset = Dataset([[1]], [[1]], input_names=["height"], target_names=["height"])

    assert dataset.input_names == dataset.target_names == ("height",)


@pytest.mark.parametrize("table", TABLES)
def test_no_table_of_a_dataset_can_be_written(table):
    with pytest.raises(ValueError, match="read-only"):
        getattr(full(), table)[0, 0] = 9


@pytest.mark.parametrize("order", ["C", "F"])
def test_a_dataset_does_not_follow_the_array_it_was_made_from(order):
    inputs = np.array(INPUTS, dtype=float, order=order)

    dataset = Dataset(inputs, TARGETS)
    inputs[:] = 9

    assert dataset.inputs.tolist() == INPUTS
    assert dataset.inputs.flags.c_contiguous
    assert inputs.flags.writeable


def test_a_field_cannot_be_replaced_in_place_but_in_a_copy():
    dataset = full()

    with pytest.raises(dataclasses.FrozenInstanceError):
        dataset.inputs = dataset.inputs
    replaced = dataclasses.replace(dataset, target_names=["walk"])

    assert replaced.target_names == ("walk",)
    assert replaced.inputs.tolist() == INPUTS


@pytest.mark.parametrize(
    ("targets", "test_targets", "expected"),
    [
        ([[0], [1]], [[1]], True),
        ([[0], [0]], None, True),
        ([[0], [0.5]], [[1]], False),
        ([[0], [1]], [[2]], True),
        ([[-1], [1]], None, True),
        ([[-1], [0]], None, False),
        ([[0, 1], [1, 0]], None, False),
    ],
)
def test_two_classes_means_training_targets_of_0_and_1_or_minus_1_and_1(targets, test_targets, expected):
    test_inputs = None if test_targets is None else [[1]]

    dataset = Dataset([[1], [2]], targets, test_inputs=test_inputs, test_targets=test_targets)

    assert dataset.two_classes is expected


@pytest.mark.parametrize(
    ("dataset", "shown"),
    [
        (Dataset(INPUTS, TARGETS), "Dataset(4 rows, 3 inputs, 1 target, no test rows)"),
        (full(), "Dataset(4 rows, 3 inputs, 1 target, 2 test rows)"),
        (
            Dataset([[1]], [[1, 2]], test_inputs=[[1]], test_targets=[[1, 2]]),
            "Dataset(1 row, 1 input, 2 targets, 1 test row)",
        ),
    ],
)
def test_a_dataset_shows_its_size(dataset, shown):
    assert repr(dataset) == shown


# --- equality -------------------------------------------------------------------------------------------------------


def test_datasets_are_equal_by_content():
    assert full() == full()
    assert hash(full()) == hash(full())
    assert full() != "dataset"


@pytest.mark.parametrize(
    "change",
    [
        {"inputs": [[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 2]]},
        {"inputs": [[-0.0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]]},
        {"targets": [[0], [1], [1], [1]]},
        {"test_inputs": [[1, 0, 0], [0, 0, 0]]},
        {"test_targets": [[1], [1]]},
        {"test_inputs": None, "test_targets": None},
        {"input_names": ["rain", "wind", "snow"]},
        {"target_names": ["walk"]},
    ],
)
def test_a_change_anywhere_makes_another_dataset(change):
    assert dataclasses.replace(full(), **change) != full()


def test_the_same_numbers_in_another_shape_are_another_dataset():
    narrow, wide = np.zeros((2, 1)), np.zeros((2, 2))

    assert Dataset(narrow, wide) != Dataset(wide, narrow)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda dataset: pickle.loads(pickle.dumps(dataset))])
def test_a_copy_is_equal_and_cannot_be_written_either(again):
    copied = again(full())

    assert copied == full()
    assert not any(getattr(copied, table).flags.writeable for table in TABLES)


# --- there and back -------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(datasets())
def test_a_dataset_survives_json_exactly(dataset):
    text = json.dumps(dataset.to_dict(), allow_nan=False)

    assert Dataset.from_dict(json.loads(text)) == dataset


def test_the_dict_holds_plain_lists():
    assert Dataset([[1, 2.5]], [[0]]).to_dict() == {
        "inputs": [[1.0, 2.5]],
        "targets": [[0.0]],
        "test_inputs": None,
        "test_targets": None,
        "input_names": ["input 1", "input 2"],
        "target_names": ["target"],
    }


def test_a_dict_needs_only_inputs_and_targets():
    assert Dataset.from_dict({"inputs": INPUTS, "targets": TARGETS}) == Dataset(INPUTS, TARGETS)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"inputs": [[0], [1], ["abc"]]}, 'dataset.inputs[2][0] must be a number. Got "abc" instead.'),
        ({"targets": [[0], [None], [1]]}, "dataset.targets[1][0] must be a number. Got None instead."),
        ({"inputs": [[0], [1], [True]]}, "dataset.inputs[2][0] must be a number. Got True instead."),
        ({"inputs": [[0], [float("nan")], [1]]}, "dataset.inputs[1][0] must be a finite number. Got nan instead."),
        ({"inputs": [[10**400], [1], [1]]}, "dataset.inputs[0][0] must be a finite number. Got 10000"),
        ({"inputs": [[0], [1, 2], [3]]}, "dataset.inputs[1] must have 1 number, as dataset.inputs[0] has. Got 2"),
        ({"inputs": [[0], 1, [3]]}, "dataset.inputs[1] must be a list of numbers. Got 1 instead."),
        ({"inputs": "abc"}, 'dataset.inputs must be a list of rows. Got "abc" instead.'),
        ({"inputs": []}, "dataset.inputs must have at least one row"),
        ({"inputs": None}, "dataset.inputs is missing."),
        ({"inputs": [[0], [1]]}, "dataset.targets has 3 rows but inputs has 2."),
        ({"test_inputs": [[0]]}, "dataset.test_targets is missing but test_inputs is given."),
        ({"test_inputs": [[0]], "test_targets": [["x"]]}, 'dataset.test_targets[0][0] must be a number. Got "x"'),
        ({"test_inputs": [[0, 1]], "test_targets": [[0]]}, "dataset.test_inputs has 2 columns but inputs has 1."),
        ({"input_names": "a"}, 'dataset.input_names must be a list of names, none of them empty. Got "a" instead.'),
        ({"input_names": 3}, "dataset.input_names must be a list of names, none of them empty. Got 3 instead."),
        ({"target_names": ["a", "b"]}, "dataset.target_names must have one name per column, 1 in all. Got 2"),
        ({"inptus": []}, '"inptus" is not a known field of dataset. Did you mean "inputs"?'),
        ({3: []}, '"3" is not a known field of dataset.'),
    ],
)
def test_a_malformed_dict_is_refused_by_the_name_of_its_field(change, sentence):
    record = {"inputs": [[0], [1], [2]], "targets": [[0], [1], [1]], **change}

    with pytest.raises(FormatError) as refusal:
        Dataset.from_dict(record)

    assert str(refusal.value).startswith(sentence)


@pytest.mark.parametrize("field", ["inputs", "targets"])
def test_a_dict_without_inputs_or_targets_is_refused(field):
    record = full().to_dict()
    del record[field]

    with pytest.raises(FormatError, match=rf"dataset\.{field} is missing"):
        Dataset.from_dict(record)


@pytest.mark.parametrize("record", [None, [], "abc", 3])
def test_what_is_no_dict_is_refused(record):
    with pytest.raises(FormatError, match="dataset must be a dict with inputs and targets"):
        Dataset.from_dict(record)


# --- refusals -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"targets": [0, 1, 1, 0]}, "targets must have two dimensions, (rows, columns). Got shape (4,) instead: write "
                                    "targets.reshape(-1, 1)"),
        ({"test_targets": [1, 0]}, "test_targets must have two dimensions"),
        ({"inputs": []}, "inputs must have at least one row and one column."),
        ({"test_inputs": np.zeros((0, 3))}, "test_inputs must have at least one row and one column."),
        ({"inputs": [[0, 0, 1], [1, 1, np.nan], [1, 0, 1], [0, 1, 1]]},
         "inputs, row 2, column sun: nan is not a finite number."),
        ({"test_inputs": [[1, 0, 0], [0, -np.inf, 0]]}, "test_inputs, row 2, column wind: -inf is not a finite"),
        ({"test_targets": [["yes"], [0]]}, 'test_targets, row 1, column picnic: "yes" is not a number.'),
        ({"targets": [[0], [1], [1]]}, "targets has 3 rows but inputs has 4. Both need one row per sample."),
        ({"test_targets": [[0]]}, "test_targets has 1 row but test_inputs has 2. Both need one row per sample."),
        ({"test_inputs": [[0], [1]]}, "test_inputs has 1 column but inputs has 3. Both need the same columns."),
        ({"test_targets": [[0, 1], [1, 0]]}, "test_targets has 2 columns but targets has 1."),
        ({"test_targets": None}, "test_targets is missing but test_inputs is given. Give both, or neither."),
        ({"test_inputs": None}, "test_inputs is missing but test_targets is given. Give both, or neither."),
        ({"input_names": ["a", "b"]}, "input_names must have one name per column, 3 in all. Got 2 instead."),
        ({"input_names": ["a", "b", "a"]}, 'input_names must differ from each other. "a" is there more than once.'),
        ({"input_names": ["a", "b", " "]}, "input_names must be a list of names, none of them empty."),
        ({"input_names": ["a", "b", 3]}, "input_names must be a list of names, none of them empty."),
        ({"input_names": "abc"}, "input_names must be a list of names, none of them empty."),
    ],
)  # fmt: skip
def test_what_is_no_dataset_is_refused_in_a_sentence(change, sentence):
    arguments = {field.name: getattr(full(), field.name) for field in dataclasses.fields(Dataset)}

    with pytest.raises(TableError) as refusal:
        Dataset(**{**arguments, **change})

    assert str(refusal.value).startswith(sentence)


def test_a_bad_cell_in_a_column_without_a_name_is_found_by_the_counted_name():
    with pytest.raises(TableError, match="inputs, row 1, column input 2: nan"):
        Dataset([[0, np.nan]], [[1]])
