"""What each check finds, and what it lets pass."""

from dataclasses import replace

import numpy as np
import pytest

import nncore
from nncore.generators import GENERATORS
from nncore.number_text import sentence_number

from ..diagnosis.tables_of_a_class import first_experiments
from .checked_experiments import HALF_AND_HALF, experiment, findings

# --- rows -------------------------------------------------------------------------------------------------------------


def test_contradictory_rows_are_all_named_with_the_loss_that_stays():
    found = findings([[1, 2], [0, 1], [1, 2], [1, 2], [0, 1]], [[0], [1], [1], [0], [0]])["contradictory_rows"]

    # (1, 2) wants 0, 1, 0: the best answer 1/3 costs ½ (1/9 + 4/9 + 1/9) = 1/3; (0, 1) wants 1, 0: ½ (¼ + ¼) = ¼
    assert found.lowest_loss == pytest.approx(1 / 3 + 1 / 4, abs=1e-12)
    assert found.rows == (0, 1, 2, 3, 4)
    assert found.sentence == (
        "Rows 1–5 have inputs in common and different targets: a network gives equal inputs one answer, so its loss cannot "
        "fall below 0.583333."
    )
    assert found.mend is None


def test_amounts_that_were_measured_twice_are_a_note_and_far_apart_a_warning():
    linear = {"activations": ("linear",), "loss": "mean_squared_error", "reduction": "mean"}
    inputs = [[0.1], [0.1], [0.5], [0.9]]

    near = findings(inputs, [[1.0], [1.1], [2.0], [3.0]], **linear)["contradictory_rows"]
    far = findings(inputs, [[1.0], [2.0], [2.0], [3.0]], **linear)["contradictory_rows"]

    # 2 · 0.05² / 4 of 0.67 beside 2 · 0.5² / 4 of 0.5
    assert (near.weight, near.lowest_loss) == ("note", pytest.approx(0.00125))
    assert (far.weight, far.lowest_loss) == ("warning", pytest.approx(0.125))


def test_a_run_comes_as_near_to_the_lowest_loss_as_it_is_trained():
    contradictory = experiment([[1], [1], [3]], [[0], [1], [1]], optimizer=nncore.SGD(2.0), epochs=5_000)
    (found,) = nncore.check_table(contradictory)

    reached = contradictory.run().history.loss[-1]

    assert found.lowest_loss == pytest.approx(0.25)
    assert found.lowest_loss < reached < found.lowest_loss + 1e-3


def test_rows_that_only_scaling_makes_equal_contradict_each_other():
    # 1e-300 beside 1e300 is nothing once the column is brought to 0..1
    found = findings([[0.0], [1e-300], [1e300]], [[0], [1], [1]], input_scaling="min_max")

    assert found["contradictory_rows"].rows == (0, 1)


def test_equal_rows_with_equal_targets_do_not_contradict():
    found = findings([[1], [1], [2], [2]], [[0], [0], [1], [1]])

    assert set(found) == {"duplicate_rows"}
    assert (
        found["duplicate_rows"].sentence
        == "Rows 2 and 4 repeat earlier rows: each of them counts again in the loss and in every update."
    )
    assert found["duplicate_rows"].mend.dataset.inputs.tolist() == [[1], [2]]


def test_a_single_duplicate_names_what_it_repeats():
    found = findings([[1], [2], [1], [5]], HALF_AND_HALF)["duplicate_rows"]

    assert found.sentence == "Row 3 is row 1 once more: it counts again in the loss and in every update."


def test_a_row_of_zeros_cannot_be_changed_in_a_single_neuron_without_bias():
    found = findings([[0, 0], [1, 0.5]], [[1], [0]], bias=False)["needs_bias"]

    assert found.sentence == (
        "Row 1 is all zeros to the network, which has no bias: its answer is exactly 0.5, whatever the weights."
    )
    assert found.mend.architecture.bias


def test_the_answer_to_a_row_of_zeros_is_told_in_the_units_of_the_targets():
    targets = [[0, 10], [1, 20], [2, 50]]
    found = findings([[0, 0], [1, 0.5], [0.5, 1]], targets, bias=False, target_scaling="min_max")["needs_bias"]

    # sigmoid(0) = 0.5, half-way from 0 to 2, and from 10 to 50
    assert found.sentence == (
        "Row 1 is all zeros to the network, which has no bias: its answers are exactly 1 and 30, whatever the weights."
    )


def test_it_is_what_the_network_sees_that_counts():
    assert "needs_bias" in findings([[4, 1], [5, 2], [6, 4]], [[1], [0], [1]], bias=False, input_scaling="min_max")
    assert "needs_bias" not in findings([[0, 0], [1, 2], [2, 1]], [[1], [0], [1]], bias=False, input_scaling="standard")


@pytest.mark.parametrize(
    ("activations", "kind"),
    [(("sigmoid", "sigmoid"), "zero_rows"), (("tanh", "sigmoid"), "needs_bias"), (("relu", "tanh"), "needs_bias")],
)
def test_behind_a_hidden_layer_it_depends_on_what_that_answers_to_zero(activations, kind):
    # tanh(0) = relu(0) = 0: then no weight of any layer matters
    shape = {"hidden": (3,), "activations": activations, "bias": False}

    assert set(findings([[0, 0], [1, 0.5], [0.5, 1], [1, 1]], [[1], [0], [1], [0]], **shape)) == {kind}


def test_a_row_of_zeros_whose_answer_is_right_is_let_pass():
    # relu(0) = 0 is what is wanted
    assert "needs_bias" not in findings([[0], [1]], [[0], [1]], activations=("relu",), bias=False)


# --- test rows --------------------------------------------------------------------------------------------------------


def test_test_rows_of_the_training_table_are_named_in_both():
    found = findings([[1], [2], [3], [2]], HALF_AND_HALF, test_inputs=[[5], [2]], test_targets=[[1], [0]])

    assert found["test_rows_in_training"].rows == (1, 3)
    assert found["test_rows_in_training"].test_rows == (1,)
    assert found["test_rows_in_training"].mend.dataset.test_inputs.tolist() == [[5]]


def test_without_all_its_rows_there_is_no_test_table():
    found = findings([[1], [2]], [[0], [1]], test_inputs=[[2]], test_targets=[[1]])

    assert found["test_rows_in_training"].mend.dataset.test_inputs is None


@pytest.mark.parametrize(("cell", "far"), [(2.9, False), (3.1, True), (-0.9, False), (-1.1, True)])
def test_half_a_range_beyond_what_was_trained_is_far_outside(cell, far):
    # trained from 0 to 2: half of it is 1
    found = findings([[0], [1], [2], [1.5]], HALF_AND_HALF, test_inputs=[[cell]], test_targets=[[1]])

    assert ("extrapolation" in found) == far


def test_the_second_article_s_test_row_is_called_far_outside():
    found = {finding.kind: finding for finding in nncore.check_table(nncore.articles.hidden_layer(scaling="train"))}

    assert found["extrapolation"].test_rows == (2, 3)
    assert found["extrapolation"].columns == ("input 3",)
    assert "test_scaled_by_own_range" not in found


def test_an_own_range_that_is_the_training_range_makes_no_difference():
    settings = {"input_scaling": "min_max", "test_scaling": "own", "test_targets": [[1], [0]]}

    assert "test_scaled_by_own_range" not in findings(
        [[1], [2], [5]], [[0], [1], [1]], test_inputs=[[1], [5]], **settings
    )
    assert "test_scaled_by_own_range" in findings([[1], [2], [5]], [[0], [1], [1]], test_inputs=[[1], [4]], **settings)


# --- columns ----------------------------------------------------------------------------------------------------------


def test_a_constant_input_is_the_bias_of_a_network_that_has_none():
    found = findings([[0.5, 1], [2, 1]], [[0], [1]], bias=False)["constant_columns"]

    assert found.sentence == (
        "input 2 is 1 in every row and does the work of a bias, which this network has none of: its weight moves the "
        "threshold."
    )
    assert (found.weight, found.mend) == ("note", None)


def test_a_constant_input_beside_biases_can_go():
    found = findings([[0.5, 3], [2, 3]], [[0], [1]])["constant_columns"]

    assert found.weight == "note"
    assert found.mend.dataset.input_names == ("input 1",)


def test_an_input_that_scaling_makes_zero_is_told_apart_from_one_that_is_zero():
    scaled = findings([[0.5, 3], [2, 3]], [[0], [1]], input_scaling="min_max")["constant_columns"]
    zero = findings([[0.5, 0], [2, 0]], [[0], [1]])["constant_columns"]

    assert scaled.sentence.startswith(
        "input 2 never changes, and scaling makes 0 of it: nothing comes of such an input"
    )
    assert zero.sentence.startswith("input 2 is always 0: nothing comes of such an input")
    assert {scaled.weight, zero.weight} == {"warning"}


def test_the_only_column_is_not_taken_away():
    assert findings([[0], [0]], [[0], [1]])["constant_columns"].mend is None


def test_equal_columns_lose_all_but_the_first():
    found = findings([[1, 0.5, 1, 1], [2, 0, 2, 2], [3, 0, 3, 3]], [[0], [1], [1]])["duplicate_columns"]

    assert found.columns == ("input 1", "input 3", "input 4")
    assert found.mend.dataset.input_names == ("input 1", "input 2")
    assert found.mend.architecture.layer_sizes == (2, 1)


def test_an_input_may_equal_a_target_only_once_both_are_scaled():
    found = findings([[0, 1], [10, 2], [0, 3]], [[0], [1], [0]], input_scaling="min_max", target_scaling="min_max")

    assert found["input_equals_target"].columns == ("input 1", "target")
    assert found["input_equals_target"].weight == "note"


@pytest.mark.parametrize(
    ("settings", "consequence"),
    [
        ({"activations": ("linear",)}, "with a learning rate of 1 training diverges"),
        ({}, "sigmoid saturates, and training crawls where its derivative is nearly 0, or jumps to extreme weights"),
        ({"hidden": (2,), "activations": ("relu", "sigmoid")}, "the weights jump, or crawl"),
    ],
)
def test_what_large_inputs_do_depends_on_the_network(settings, consequence):
    found = findings([[2104, 3], [1600, 3], [2400, 3.5], [1416, 2]], HALF_AND_HALF, **settings)["unscaled_inputs"]

    assert found.columns == ("input 1",)
    assert found.sentence.startswith("input 1 reaches 2,400, far beyond")
    assert consequence in found.sentence
    assert found.mend.input_scaling == "standard"


def test_ranges_far_apart_are_found_where_no_number_is_large():
    found = findings([[5, 0.01], [1, 0.02], [9, 0.04], [3, 0.03]], HALF_AND_HALF)["unscaled_inputs"]

    assert found.columns == ("input 1", "input 2")
    assert found.sentence.startswith("input 1 spans 8 and input 2 only 0.03")


def test_inputs_that_hardly_differ_are_found_and_learnt_once_they_are_scaled():
    found = findings([[0.001, 5], [0.002, 5], [0.003, 5]], [[0], [1], [1]])["unscaled_inputs"]

    assert found.columns == ("input 1",)
    assert found.sentence == (
        "input 1 spans only 0.002, far from the size of 1 that suits a network: the network's sums hardly differ from row "
        "to row, and training crawls."
    )
    mended = found.mend.run()
    assert (mended.predict(found.mend.dataset.inputs) > 0.5).ravel().tolist() == [False, True, True]
    assert "unscaled_inputs" not in findings([[0.1], [0.3]], [[0], [1]])


def test_a_first_epoch_whose_numbers_stop_being_finite_goes_too_far_as_well():
    faulty = experiment(
        [[5, 3], [9, 7], [4, 4]] * 100,
        [[0], [1], [0]] * 100,
        activations=("linear",),
        optimizer=nncore.SGD(0.1),
        batch_size=1,
        input_names=["weight", "length"],
    )
    assert faulty.run().stop_reason.sentence.startswith("The numbers stopped being finite at epoch 1,")

    (found,) = (one for one in nncore.check_table(faulty) if one.kind == "unscaled_inputs")

    assert found.columns == ("weight", "length")
    assert found.sentence.startswith(
        "weight and length reach 9: with a learning rate of 0.1 the first epoch alone takes the loss from 799 beyond all "
        "bounds, for its step goes much too far. With scaled inputs it takes it from "
    )
    before, after = found.mend.run().history.loss[:2]
    assert after < before


@pytest.mark.parametrize("name", ["hours, single neuron, bias", "marks, single neuron, bias"])
def test_raw_hours_and_marks_are_told_before_training_where_the_first_epoch_leaps_over_what_the_neuron_bends_in(name):
    pasted = dict(first_experiments())[name]

    (found,) = (one for one in nncore.check_table(pasted) if one.kind == "unscaled_inputs")

    network = pasted.network()
    sums = [
        made.forward(pasted.dataset.inputs).pre_activations[0] for made in (network, pasted.run().history.network_at(1))
    ]
    moved = float(np.abs(sums[1] - sums[0]).max())
    assert f"the first epoch alone moves a sum by {moved:.3g}, beyond all that its neuron bends in" in found.sentence
    assert not [one for one in nncore.check_table(found.mend) if one.kind == "unscaled_inputs"]
    (before, after), (mended_before, mended_after) = (run.history.loss[:2] for run in (pasted.run(), found.mend.run()))
    assert after > before
    assert mended_after < mended_before


def test_a_leap_that_scaled_inputs_do_not_mend_is_not_told():
    circle = GENERATORS["circle"].generate()

    assert "unscaled_inputs" not in findings(
        circle.inputs, circle.targets, hidden=(4,), activations=("tanh", "sigmoid")
    )


def test_scaling_that_leaves_the_first_epoch_not_finite_is_not_offered():
    rows = [[5, 3], [9, 7], [4, 4]] * 100
    steep = {"activations": ("linear",), "optimizer": nncore.SGD(5.0), "batch_size": 1}

    assert "unscaled_inputs" not in findings(rows, [[0], [1], [0]] * 100, **steep)


def test_scaling_keeps_the_column_that_does_a_bias_s_work():
    mend = findings([[50, 1], [20, 1]], [[0], [1]], bias=False)["unscaled_inputs"].mend

    assert mend.input_scaling == "max_abs"
    assert mend.scaled()[0][:, 1].tolist() == [1, 1]


def test_scaled_inputs_are_let_pass():
    for scaling in ("min_max", "standard", "max_abs"):
        assert "unscaled_inputs" not in findings(
            [[2104, 3], [1600, 2], [2400, 4]], [[0], [1], [0]], input_scaling=scaling
        )


# --- targets ----------------------------------------------------------------------------------------------------------


def test_one_class_alone_teaches_nothing():
    found = findings([[1], [2]], [[1], [1]])["one_class"]

    assert found.rows == (0, 1)
    assert found.sentence.startswith("All rows are of one class, 1:")
    assert findings([[1], [2]], [[0.3], [0.3]])["one_class"].sentence.startswith("All rows have the same target, 0.3:")


@pytest.mark.parametrize(("zeros", "found"), [(9, False), (10, True)])
def test_ten_times_as_many_rows_are_very_unequal(zeros, found):
    table = np.linspace(0, 1, zeros + 1)[:, None]

    finding = findings(table, [[0]] * zeros + [[1]]).get("unequal_classes")

    assert (finding is not None) == found
    if finding:
        assert finding.sentence.startswith(
            "10 of 11 rows are 0 and only 1 is 1: a network that always answers 0 is right in 91%"
        )
        assert finding.rows == (10,)


def test_the_rarest_of_several_classes_is_named():
    targets = np.eye(3)[[0] * 12 + [1] * 12 + [2]]
    names = {"activations": ("softmax",), "loss": "categorical_cross_entropy", "class_names": ["oak", "elm", "yew"]}

    found = findings(np.linspace(0, 1, 25)[:, None], targets, **names)["unequal_classes"]

    assert "only 1 is yew" in found.sentence
    assert found.rows == (24,)


def test_numbered_classes_get_an_output_each():
    species = [[0], [0], [1], [1], [2], [2]]

    found = findings([[1], [2], [3], [4], [5], [6]], species, test_inputs=[[2.5]], test_targets=[[1]])

    mend = found["numbered_classes"].mend
    assert found["numbered_classes"].weight == "warning"
    assert mend.dataset.targets.tolist() == np.eye(3)[[0, 0, 1, 1, 2, 2]].tolist()
    assert mend.dataset.test_targets.tolist() == [[0, 1, 0]]
    assert mend.dataset.target_names == ("target 0", "target 1", "target 2")
    assert (mend.architecture.layer_sizes, mend.architecture.activations) == ((1, 3), ("softmax",))
    assert mend.loss == "categorical_cross_entropy"


@pytest.mark.parametrize(("low", "high"), [(1, 2), (5, 7), (0, 100), (-1, 0)])
def test_two_whole_numbers_that_come_again_and_again_may_number_two_classes(low, high):
    targets = np.array([[low], [high], [low], [high], [high]])
    asked = {"test_inputs": [[0.2]], "test_targets": [[low]]}

    found = findings([[0.1], [0.9], [0.3], [0.7], [0.8]], targets, activations=("linear",), **asked)["numbered_classes"]

    assert found.weight == "note"
    assert found.mend.dataset.targets.ravel().tolist() == [0, 1, 0, 1, 1]
    assert found.mend.dataset.test_targets.tolist() == [[0]]
    assert found.mend.dataset.called_classes == (sentence_number(low), sentence_number(high))
    assert found.mend.architecture.activations == ("sigmoid",)


def test_two_numbers_beside_another_one_among_the_test_rows_are_amounts_or_have_no_mend():
    asked = {"test_inputs": [[0.2]], "test_targets": [[3]]}

    found = findings([[1], [2], [3], [4]], [[1], [2], [1], [2]], activations=("linear",), **asked)["numbered_classes"]

    assert found.mend is None


def test_numbers_that_a_linear_output_is_to_learn_may_be_amounts():
    rooms = [[1], [1], [2], [2], [3], [3]]

    assert findings([[1], [2], [3], [4], [5], [6]], rooms, activations=("linear",))["numbered_classes"].weight == "note"


@pytest.mark.parametrize(
    "targets",
    [
        [0, 1, 0, 1, 0, 1],
        [-1, 1, -1, 1, -1, 1],
        [1, 2, 1],
        [0.5, 1.5, 0.5, 1.5],
        [0, 2, 4, 0, 2, 4],
        [0, 0.5, 1, 0, 0.5, 1],
        [1, 2, 3, 4, 5, 6],
    ],
)
def test_two_classes_amounts_with_gaps_fractions_and_what_is_met_once_are_no_numbered_classes(targets):
    table = [[1], [2], [3], [4], [5], [6]][: len(targets)]

    assert "numbered_classes" not in findings(table, np.array(targets)[:, None], activations=("linear",))


def test_targets_out_of_reach_are_named_as_the_network_is_to_answer_them():
    found = findings([[1], [2], [3]], [[0], [1], [5]])["targets_out_of_reach"]

    assert found.rows == (2,)
    assert found.sentence == "The target 5 of row 3 can never be reached: sigmoid answers between 0 and 1."
    assert found.mend.target_scaling == "min_max"


def test_a_target_that_scaling_takes_out_of_reach_says_so():
    found = findings([[1], [2], [3]], [[0], [1], [0.5]], target_scaling="standard")["targets_out_of_reach"]

    assert "as it is scaled" in found.sentence


# --- derived columns --------------------------------------------------------------------------------------------------


def with_derived(rows, formulas, **others):
    plain = experiment(rows, HALF_AND_HALF, input_names=["a", "b"], **others)
    dataset = plain.dataset
    derived = [nncore.DerivedColumn.parse(formula, dataset.input_names) for formula in formulas]
    shape = nncore.Architecture((2 + len(derived), 1), ("sigmoid",))
    return replace(plain, dataset=replace(dataset, derived=derived), architecture=shape)


def test_a_derived_column_is_checked_like_any_other_and_taken_away_alone():
    checked = with_derived([[1, 2], [0.5, 1], [0.2, 3], [0.7, 2]], ["a·b", "a + 0", "0·b"])

    found = {finding.kind: finding for finding in nncore.check_table(checked)}

    assert found["duplicate_columns"].columns == ("a", "a + 0")
    assert found["duplicate_columns"].mend.dataset.all_input_names == ("a", "b", "a · b", "0 · b")
    assert found["constant_columns"].columns == ("0 · b",)
    assert found["constant_columns"].mend.dataset.all_input_names == ("a", "b", "a · b", "a + 0")
    assert found["constant_columns"].mend.architecture.layer_sizes == (4, 1)


def test_a_column_that_others_are_derived_from_is_not_offered_to_be_taken_away():
    checked = with_derived([[1, 0], [2, 0], [3, 0], [5, 0]], ["b + a"])

    found = {finding.kind: finding for finding in nncore.check_table(checked)}

    assert found["constant_columns"].columns == ("b",)
    assert found["constant_columns"].mend is None


def test_a_test_row_far_outside_in_a_derived_column_is_found():
    checked = with_derived([[1, 1], [2, -1], [-1, 2], [-2, -2]], ["a·b"], test_inputs=[[2, 2.9]], test_targets=[[1]])

    found = {finding.kind: finding for finding in nncore.check_table(checked)}

    # a · b is 1, −2, −2, 4 in the training rows, and 5.8 here: less than half of their range of 6 beyond its end.
    assert "extrapolation" not in found
    farther = replace(checked, dataset=replace(checked.dataset, test_inputs=[[2.9, 2.9]]))
    # 8.41 is 4.41 beyond; each of a and b is only 0.9 beyond its range of 4
    assert {finding.kind: finding for finding in nncore.check_table(farther)}["extrapolation"].columns == ("a · b",)


# --- brothers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"), [(0.3, 0.1 + 0.2), (0.0, 0.1 + 0.2 - 0.3), (1 / 3, 1 - 2 / 3), (1e6, 1e6 + 1e-10)]
)
@pytest.mark.parametrize("scaling", ["none", "min_max", "standard"])
def test_rows_that_differ_by_rounding_alone_contradict_each_other(one, other, scaling):
    found = findings([[one], [other], [1.5], [2]], [[0], [1], [0], [1]], input_scaling=scaling)["contradictory_rows"]

    assert (found.rows, found.weight) == ((0, 1), "warning")
    by_rounding = "Rows 1 and 2 have inputs that differ by rounding alone, and different targets: "
    assert found.sentence.startswith((by_rounding, "Rows 1 and 2 have the same inputs and different targets: "))
    assert scaling != "none" or found.sentence.startswith(by_rounding)


@pytest.mark.parametrize("inputs", [[[1], [1 + 1e-6], [3], [2]], [[1], [2], [1e15], [3]]])
def test_rows_that_differ_in_digits_that_count_do_not_contradict(inputs):
    assert "contradictory_rows" not in findings(inputs, HALF_AND_HALF)


def test_numbers_that_scaling_spreads_are_told_apart():
    inputs = [[1 + place * 1e-13] for place in range(4)]

    assert "contradictory_rows" not in findings(inputs, HALF_AND_HALF, input_scaling="min_max")


def test_minus_zero_is_zero():
    assert findings([[0.0, 1], [-0.0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]])["contradictory_rows"].rows == (0, 1)


@pytest.mark.parametrize("factor_and_offset", [(100, 0), (-1, 0), (0.001, 0), (1.8, 32), (1e-300, 0)])
def test_a_column_in_another_unit_is_noted_and_taken_away_by_the_mend(factor_and_offset):
    factor, offset = factor_and_offset
    inputs = [[x, factor * x + offset] for x in (0.3, 1.1, 2.7, 0.9)]

    found = findings(inputs, HALF_AND_HALF)["duplicate_columns"]

    assert (found.weight, found.columns) == ("note", ("input 1", "input 2"))
    assert found.mend.dataset.inputs.ravel().tolist() == [0.3, 1.1, 2.7, 0.9]


@pytest.mark.parametrize(
    "inputs",
    [
        [[0, 1], [1, 0], [1, 0], [0, 1]],
        [[0.1, 0.3], [0.2, 0.4], [0.35, 0.5], [0.4, 0.6]],
        [[0.1, 0.3], [0.2, 0.6]],
    ],
    ids=["two words", "nearly", "two rows"],
)
def test_other_columns_are_not_the_same_in_different_units(inputs):
    assert "duplicate_columns" not in findings(inputs, HALF_AND_HALF[: len(inputs)])


def test_another_zero_needs_a_bias_to_be_the_same():
    inputs = [[x, 1.8 * x + 0.32] for x in (0.3, 1.1, 2.7, 0.9)]

    assert "duplicate_columns" not in findings(inputs, HALF_AND_HALF, bias=False)
    assert "duplicate_columns" in findings(inputs, HALF_AND_HALF)


def test_targets_of_softmax_must_add_up_to_one():
    inputs = [[0.1], [0.4], [0.6], [0.9]]

    found = findings(inputs, [[1, 0], [0, 1], [0.5, 0.6], [1, 1]], activations=("softmax",))["targets_out_of_reach"]
    single = findings(inputs, [[1], [0], [1], [0]], activations=("softmax",))["targets_out_of_reach"]

    assert (found.rows, found.mend) == ((2, 3), None)
    assert found.sentence == (
        "The targets of row 3 add up to 1.1 and can never be reached: what softmax answers always adds up to 1."
    )
    assert single.rows == (1, 3)
    assert findings(inputs, [[1, 0], [0, 1], [0.3, 0.7], [0.1, 0.9]], activations=("softmax",)) == {}
