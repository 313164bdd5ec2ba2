import copy
import json
import pickle
from dataclasses import replace

import numpy as np
import pytest

import nncore
from nncore.data.dataset import Dataset
from nncore.data.derived_columns import DerivedColumn
from nncore.errors import FormatError, FormulaError, SettingError, TableError
from nncore.experiment.experiment import Experiment

NAMES = ("x1", "x 2")
INPUTS = [[1.0, 2.0], [3.0, -1.0], [0.0, 5.0], [-2.0, 0.5]]
TARGETS = [[0.0], [1.0], [0.0], [1.0]]
DERIVED = (
    DerivedColumn.parse("x1^2", NAMES),
    DerivedColumn.parse("x1 · x 2", NAMES, name="product"),
    DerivedColumn.parse("sin(x1)", NAMES),
)


def a_dataset(**values):
    return Dataset(
        **{
            "inputs": INPUTS,
            "targets": TARGETS,
            "test_inputs": [[4.0, 2.0]],
            "test_targets": [[1.0]],
            "input_names": NAMES,
            "derived": DERIVED,
            **values,
        }
    )


def an_experiment(dataset=None, **values):
    dataset = a_dataset() if dataset is None else dataset
    return Experiment(
        dataset,
        nncore.Architecture((dataset.all_input_count, 2, 1), ("tanh", "sigmoid")),
        loss="half_squared_error",
        optimizer=nncore.SGD(0.5),
        **{"epochs": 20, "seed": 3, **values},
    )


# --- in the dataset --------------------------------------------------------------------------------------------------


def test_derived_columns_stand_behind_the_table_s_own_in_training_and_test_rows_alike():
    dataset = a_dataset()

    assert dataset.all_input_names == ("x1", "x 2", "x1²", "product", "sin(x1)")
    # 4² = 16, 4 · 2 = 8, sin 4 = −0.756802495308
    assert dataset.all_test_inputs[0, :4].tolist() == [4.0, 2.0, 16.0, 8.0]
    assert dataset.all_test_inputs[0, 4] == pytest.approx(-0.756802495308, abs=1e-12)
    assert dataset.all_inputs[:, 2].tolist() == [1.0, 9.0, 0.0, 4.0]
    assert dataset.all_inputs[:, 3].tolist() == [2.0, -3.0, 0.0, -1.0]


def test_the_table_itself_stays_as_it_is():
    dataset = a_dataset()

    assert dataset.inputs.tolist() == INPUTS
    assert (dataset.input_names, dataset.input_count, dataset.all_input_count) == (NAMES, 2, 5)
    assert repr(dataset) == "Dataset(4 rows, 2 inputs, 3 derived, 1 target, 1 test row)"


def test_without_derived_columns_nothing_is_computed_and_nothing_copied():
    dataset = a_dataset(derived=())

    assert dataset.all_inputs is dataset.inputs
    assert dataset.all_test_inputs is dataset.test_inputs
    assert dataset.all_input_names == NAMES


def test_derived_columns_cannot_be_written_into():
    with pytest.raises(ValueError, match="read-only"):
        a_dataset().all_inputs[0, 2] = 7


def test_derived_columns_make_another_dataset():
    assert a_dataset() == a_dataset(derived=list(DERIVED))
    assert a_dataset() != a_dataset(derived=())
    assert a_dataset() != a_dataset(derived=DERIVED[::-1])
    assert hash(a_dataset()) == hash(copy.deepcopy(a_dataset()))
    assert pickle.loads(pickle.dumps(a_dataset())) == a_dataset()


def test_a_changed_row_changes_its_derived_columns():
    dataset = replace(a_dataset(), inputs=[[10.0, 2.0], *INPUTS[1:]])

    assert dataset.all_inputs[0, 2:4].tolist() == [100.0, 20.0]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            {"inputs": [[0.0, 1], [1, 1], [0, 1], [2, 1]]},
            "inputs, column inverse: 1 / x1 has no value in rows 1 and 3: ",
        ),
        ({"test_inputs": [[0.0, 1]]}, "test_inputs, column inverse: 1 / x1 has no value in row 1: "),
    ],
)
def test_rows_without_a_derived_value_are_named(rows, sentence):
    table = {"inputs": [[1.0, 1], [1, 2], [2, 1], [2, 2]], **rows}

    with pytest.raises(TableError) as refused:
        a_dataset(**table, derived=[DerivedColumn.parse("1/x1", NAMES, name="inverse")])

    assert str(refused.value).startswith(sentence)


@pytest.mark.parametrize(
    ("derived", "sentence"),
    [
        ("x1^2", 'derived must be a list of DerivedColumn. Got "x1^2" instead.'),
        (["x1^2"], "derived must be a list of DerivedColumn. Got ['x1^2'] instead."),
        ([DERIVED[0], DERIVED[0]], 'derived columns must have names of their own. "x1²" is there more than once.'),
        (
            [replace(DERIVED[0], name="x 2")],
            'derived columns must have names of their own. "x 2" is there more than once.',
        ),
        ([replace(DERIVED[0], name=" ")], 'derived columns must have names. Got " " instead.'),
        (
            [DerivedColumn.parse("x3 + 1", ["x3"])],
            'derived column "x3 + 1" needs the input "x3", which is not there. Change its formula, or take the column away.',
        ),
        ([replace(DERIVED[0], name=f"d{n}") for n in range(101)], "derived may hold 100 columns at most. Got 101."),
    ],
)
def test_a_derived_column_that_does_not_fit_is_refused(derived, sentence):
    with pytest.raises(TableError) as refused:
        a_dataset(derived=derived)

    assert str(refused.value) == sentence


def test_derived_columns_follow_when_a_column_is_called_otherwise():
    names = {"x1": "leaf width (cm)"}

    dataset = a_dataset(input_names=("leaf width (cm)", "x 2"), derived=[column.renamed(names) for column in DERIVED])

    assert dataset.all_input_names[2:] == ("[leaf width (cm)]²", "product", "sin([leaf width (cm)])")
    assert dataset.all_inputs.tobytes() == a_dataset().all_inputs.tobytes()


# --- as a dict -------------------------------------------------------------------------------------------------------


def test_a_dataset_with_derived_columns_passes_through_json():
    record = json.loads(json.dumps(a_dataset().to_dict()))

    assert record["derived"][1] == {"name": "product", "formula": "x1 · x 2"}
    assert Dataset.from_dict(record) == a_dataset()


def test_without_derived_columns_the_dict_is_one_that_older_programs_read():
    record = a_dataset(derived=()).to_dict()

    assert "derived" not in record
    assert Dataset.from_dict(record).derived == ()


def test_derived_columns_are_read_where_the_columns_have_no_names():
    record = {"inputs": [[3.0]], "targets": [[1.0]], "derived": [{"name": "d", "formula": "input 1 * 2"}]}

    assert Dataset.from_dict(record).all_inputs.tolist() == [[3.0, 6.0]]


@pytest.mark.parametrize(
    ("derived", "sentence"),
    [
        ("x", 'dataset.derived must be a list. Got "x" instead.'),
        (["x1^2"], 'dataset.derived[0] must be a dict. Got "x1^2" instead.'),
        ([{"formula": "x1"}], "dataset.derived[0].name is missing."),
        ([{"name": "a", "formula": "x1", "b": 1}], 'dataset.derived[0]: "b" is not a known field.'),
        (
            [{"name": "a", "formula": "x1 +"}],
            'dataset.derived[0].formula: After "x1 +" a number or a column is missing.',
        ),
        ([{"name": "a", "formula": 3}], "dataset.derived[0].formula: A formula must be a text. Got 3 instead."),
        ([{"name": 5, "formula": "x1"}], "dataset.derived columns must have names. Got 5 instead."),
        ([{"name": "x1", "formula": "x1"}], "dataset.derived columns must have names of their own."),
        ([{"name": "a", "formula": "ln(x1)"}], "dataset.inputs, column a: ln(x1) has no value in rows 3 and 4: "),
        ([{"name": "a", "formula": "9^9^9^9"}], "dataset.inputs, column a: 9^9⁹ has no value in any row: "),
    ],
)
def test_a_bad_record_of_derived_columns_is_refused_in_a_sentence(derived, sentence):
    with pytest.raises(FormatError) as refused:
        Dataset.from_dict({**a_dataset(derived=()).to_dict(), "derived": derived})

    assert str(refused.value).startswith(sentence)


def test_a_formula_that_cannot_be_read_points_at_its_place():
    with pytest.raises(FormulaError) as refused:
        DerivedColumn.parse("x1 ·", NAMES)

    assert refused.value.place == (4, 4)


# --- in the experiment -----------------------------------------------------------------------------------------------


def by_hand(rows):
    rows = np.asarray(rows, dtype=float)
    x1, x2 = rows.T
    return np.stack([x1, x2, np.square(x1), x1 * x2, np.sin(x1)], axis=1)


@pytest.mark.parametrize("scaling", ["none", "min_max", "standard", "max_abs"])
def test_a_run_learns_and_predicts_as_if_the_columns_had_been_in_the_table(scaling):
    how = {"input_scaling": scaling}
    plain = Dataset(by_hand(INPUTS), TARGETS, test_inputs=by_hand([[4.0, 2.0]]), test_targets=[[1.0]])

    run, expected = an_experiment(**how).run(), an_experiment(plain, **how).run()

    assert run.network.parameters.tobytes() == expected.network.parameters.tobytes()
    assert run.history.test_loss.tobytes() == expected.history.test_loss.tobytes()
    asked = [[0.3, -2.0], [7.0, 1.0]]
    assert run.predict(asked).tobytes() == expected.predict(by_hand(asked)).tobytes()


@pytest.mark.parametrize("test_scaling", ["own", "train"])
def test_derived_columns_are_scaled_as_the_others(test_scaling):
    dataset = a_dataset(test_inputs=[[4.0, 2.0], [0.0, 0.0]], test_targets=[[1.0], [0.0]])

    inputs, _, test_inputs, _ = an_experiment(dataset, input_scaling="min_max", test_scaling=test_scaling).scaled()

    # x1² runs from 0 to 9 in the training rows and from 0 to 16 in the test rows.
    assert inputs[:, 2].tolist() == pytest.approx([1 / 9, 1.0, 0.0, 4 / 9], abs=1e-15)
    assert test_inputs[0, 2] == pytest.approx({"own": 1.0, "train": 16 / 9}[test_scaling], abs=1e-15)


def test_an_experiment_with_derived_columns_passes_through_json_and_trains_the_same():
    experiment = an_experiment(input_scaling="standard")

    again = Experiment.from_dict(json.loads(json.dumps(experiment.to_dict())))

    assert again == experiment
    assert again.run().network.parameters.tobytes() == experiment.run().network.parameters.tobytes()


def test_a_new_situation_without_a_derived_value_is_refused_in_a_sentence():
    dataset = a_dataset(inputs=[[1.0, 1], [2, 2], [3, 1], [4, 1]], derived=[DerivedColumn.parse("ln(x1)", NAMES)])
    run = an_experiment(dataset).run()

    with pytest.raises(
        TableError, match=r"^rows, column ln\(x1\): ln\(x1\) has no value in row 2: ln takes numbers above 0"
    ):
        run.predict([[1.0, 1.0], [0.0, 1.0]])


@pytest.mark.parametrize("row", [[1.0], [1.0, 2.0, 3.0], by_hand([[1.0, 2.0]])[0].tolist()])
def test_a_new_situation_is_given_in_the_columns_of_the_table(row):
    with pytest.raises(TableError, match=r"^rows must have 2 columns, as the table has"):
        an_experiment().run().predict([row])


def test_the_network_needs_an_input_for_each_derived_column():
    with pytest.raises(SettingError, match=r"^The table has 5 input columns but the network has 2 inputs\."):
        replace(an_experiment(), architecture=nncore.Architecture((2, 2, 1), ("tanh", "sigmoid")))


def test_a_square_lets_a_single_neuron_learn_what_no_line_separates():
    rows, targets = [[-2.0], [-0.5], [0.0], [0.5], [2.0]], [[1.0], [0.0], [0.0], [0.0], [1.0]]

    def wrong(derived):
        dataset = Dataset(rows, targets, input_names=["x"], derived=derived)
        architecture = nncore.Architecture((dataset.all_input_count, 1), ("sigmoid",))
        experiment = Experiment(
            dataset, architecture, loss="binary_cross_entropy", optimizer=nncore.Adam(0.1), epochs=500
        )
        return int(((experiment.run().predict(rows) > 0.5) != np.array(targets)).sum())

    assert wrong([]) > 0
    assert wrong([DerivedColumn.parse("x²", ["x"])]) == 0
