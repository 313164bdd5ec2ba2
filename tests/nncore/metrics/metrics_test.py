import dataclasses
import math

import numpy as np
import pytest
import sklearn.metrics
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nncore.errors import SettingError, TableError
from nncore.metrics.metrics import (
    MEASURES,
    Confusion,
    accuracy,
    confusion,
    mean_absolute_error,
    mean_squared_error,
    r_squared,
)

NAMES = sorted(MEASURES)
quarters = st.integers(-40, 40).map(lambda n: n / 4)  # exact in binary, so that ties at the threshold do occur


@st.composite
def classes_and_outputs(draw):
    rows = draw(st.integers(1, 12))
    classes = draw(arrays(float, (rows, 1), elements=st.sampled_from([0.0, 1.0])))
    return classes, draw(arrays(float, (rows, 1), elements=st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0])))


@st.composite
def targets_and_outputs(draw, leading=(), columns=None):
    shape = (draw(st.integers(2, 8)), columns or draw(st.integers(1, 3)))
    return draw(arrays(float, shape, elements=quarters)), draw(arrays(float, (*leading, *shape), elements=quarters))


# --- confusion ------------------------------------------------------------------------------------------------------


def test_confusion_counts_each_of_the_four_cases():
    targets = [[1], [1], [1], [0], [0], [0], [0], [1], [0], [0]]
    outputs = [[0.9], [0.6], [0.7], [0.1], [0.2], [0.8], [0.9], [0.4], [0.3], [0.0]]

    counts = confusion(targets, outputs)

    # rows 1–3 are hits; 4, 5, 9 and 10 rightly 0; 6 and 7 wrongly 1; 8 wrongly 0
    assert counts == Confusion(true_positives=3, true_negatives=4, false_positives=2, false_negatives=1)
    assert counts.total == 10
    assert counts.accuracy == 0.7  # (3 + 4) / 10
    assert counts.precision == 0.6  # 3 / (3 + 2)
    assert counts.recall == 0.75  # 3 / (3 + 1)
    assert counts.f1 == pytest.approx(0.666666666667, abs=1e-12)  # 2 · 3 / (2 · 3 + 2 + 1)


def test_only_what_is_strictly_above_the_threshold_counts_as_class_1():
    above = math.nextafter(0.5, 1)

    counts = confusion([[1], [1], [0], [0]], [[0.5], [above], [0.5], [above]])

    assert counts == Confusion(true_positives=1, true_negatives=1, false_positives=1, false_negatives=1)


def test_the_threshold_moves_the_outputs_but_not_the_targets():
    counts = confusion([[1], [0]], [[2.5], [1.5]], threshold=2)

    assert counts == Confusion(true_positives=1, true_negatives=1, false_positives=0, false_negatives=0)


def test_one_dimension_counts_as_one_column():
    assert confusion([1, 0], [[0.9], [0.8]]) == confusion([[1], [0]], [0.9, 0.8])
    assert confusion([1, 0], [0.9, 0.8]).false_positives == 1


@settings(deadline=None)
@given(classes_and_outputs())
def test_confusion_agrees_with_scikit_learn(pair):
    targets, outputs = pair

    counts = confusion(targets, outputs)

    truth, called = targets[:, 0], outputs[:, 0] > 0.5
    expected = sklearn.metrics.confusion_matrix(truth, called, labels=[0, 1]).ravel().tolist()
    assert list(dataclasses.astuple(counts)) == [expected[3], expected[0], expected[1], expected[2]]
    options = {"pos_label": 1, "zero_division": np.nan}
    assert counts.accuracy == pytest.approx(sklearn.metrics.accuracy_score(truth, called))
    assert counts.precision == pytest.approx(sklearn.metrics.precision_score(truth, called, **options), nan_ok=True)
    assert counts.recall == pytest.approx(sklearn.metrics.recall_score(truth, called, **options), nan_ok=True)
    assert counts.f1 == pytest.approx(sklearn.metrics.f1_score(truth, called, **options), nan_ok=True)


@pytest.mark.parametrize("ratio", ["accuracy", "precision", "recall", "f1"])
def test_a_ratio_of_0_to_0_is_nan(ratio):
    nothing = Confusion(true_positives=0, true_negatives=0, false_positives=0, false_negatives=0)

    assert math.isnan(getattr(nothing, ratio))


def test_counts_cannot_be_changed_and_are_plain_whole_numbers():
    counts = confusion([[1]], [[1]])

    assert all(type(count) is int for count in dataclasses.astuple(counts))
    with pytest.raises(dataclasses.FrozenInstanceError):
        counts.true_positives = 2


def test_confusion_refuses_several_columns():
    with pytest.raises(TableError, match=r"one output column. Got outputs of shape \(1, 2\) instead"):
        confusion([[0, 1]], [[0.2, 0.8]])


def test_confusion_refuses_several_epochs_at_once():
    with pytest.raises(TableError, match=r"one output column. Got outputs of shape \(3, 2, 1\) instead"):
        confusion([[0], [1]], np.zeros((3, 2, 1)))


def test_confusion_refuses_an_output_that_is_not_a_number():
    with pytest.raises(TableError, match="outputs, row 2: nan belongs to no class"):
        confusion([[0], [1]], [[0.1], [np.nan]])


@pytest.mark.parametrize("measure", [confusion, accuracy])
@pytest.mark.parametrize("threshold", [np.nan, np.inf, "0.5", None])
def test_the_threshold_must_be_a_finite_number(measure, threshold):
    with pytest.raises(SettingError, match="threshold must be a finite number"):
        measure([[1]], [[1]], threshold=threshold)


# --- accuracy -------------------------------------------------------------------------------------------------------


def test_accuracy_of_one_column_is_that_of_its_confusion():
    targets, outputs = [[1], [0], [0], [1]], [[0.9], [0.5], [0.7], [0.6]]

    # rows 1, 2 and 4 are right: 0.5 is not above 0.5
    assert accuracy(targets, outputs) == 0.75 == confusion(targets, outputs).accuracy
    # above 0.65 are rows 1 and 3, so rows 1 and 2 are right
    assert accuracy(targets, outputs, threshold=0.65) == 0.5


def test_the_threshold_of_accuracy_does_not_move_the_targets():
    # 2.5 is above 2 and 1.5 is not: both rows are right, though no target is above 2
    assert accuracy([[1], [0]], [[2.5], [1.5]], threshold=2) == 1.0


def test_accuracy_of_several_columns_goes_by_the_largest():
    targets = [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 1]]
    outputs = [[0.2, 0.1, 0.1], [0.1, 0.3, 0.9], [0.3, 0.3, 0.4], [0.9, 0.8, 0.7]]

    # the largest are columns 1, 3, 3 and 1: rows 1 and 3 are right, whatever the threshold
    assert accuracy(targets, outputs) == 0.5
    assert accuracy(targets, outputs, threshold=0.95) == 0.5


def test_of_equal_outputs_the_first_is_the_class():
    assert accuracy([[1, 0], [0, 1]], [[0.5, 0.5], [0.5, 0.5]]) == 0.5


def test_accuracy_is_nan_where_an_output_is_not_a_number():
    outputs = np.array([[[0.9], [0.1]], [[np.nan], [0.1]]])

    found = accuracy([[1], [0]], outputs)

    np.testing.assert_array_equal(found, [1.0, np.nan])


# --- errors and explained variance ----------------------------------------------------------------------------------


def test_mean_errors_average_over_rows_and_columns():
    targets, outputs = [[1, 0], [2, 4]], [[1.5, 0], [0, 5]]

    # misses: 0.5, 0, −2, 1
    assert mean_absolute_error(targets, outputs) == 0.875  # 3.5 / 4
    assert mean_squared_error(targets, outputs) == 1.3125  # (0.25 + 0 + 4 + 1) / 4


def test_r_squared_averages_over_the_columns():
    targets, outputs = [[1, 10], [2, 20], [6, 30]], [[1, 20], [2, 20], [5, 20]]

    # column 1: mean 3, variation 4 + 1 + 9 = 14, misses 1: 1 − 1/14 = 0.928571428571
    # column 2: mean 20, variation 200, misses 200: 0; their mean is 0.464285714286
    assert r_squared(targets, outputs) == pytest.approx(0.464285714286, abs=1e-12)


def test_r_squared_of_equal_targets_is_1_if_perfect_and_else_0():
    # Three times 0.1 has a rounded mean that differs from 0.1; the column is constant all the same.
    targets = [[0.1], [0.1], [0.1]]

    assert r_squared(targets, targets) == 1.0
    assert r_squared(targets, [[0.1], [0.1], [0.1 + 1e-12]]) == 0.0
    assert r_squared([[3]], [[3]]) == 1.0
    assert r_squared([[3]], [[4]]) == 0.0


@pytest.mark.parametrize("unit", [1e-200, 1e200])
def test_r_squared_does_not_depend_on_the_unit_of_the_targets(unit):
    targets, outputs = np.array([[1.0], [2.0], [3.0]]), np.array([[1.0], [2.0], [4.0]])

    # mean 2, variation 1 + 0 + 1 = 2, misses 1: 1 − 1/2
    assert r_squared(targets * unit, outputs * unit) == pytest.approx(0.5, abs=1e-12)


@pytest.mark.parametrize(
    ("name", "oracle"),
    [
        ("mean_absolute_error", sklearn.metrics.mean_absolute_error),
        ("mean_squared_error", sklearn.metrics.mean_squared_error),
        ("r_squared", sklearn.metrics.r2_score),
    ],
)
@settings(deadline=None)
@given(pair=targets_and_outputs())
def test_errors_agree_with_scikit_learn(name, oracle, pair):
    targets, outputs = pair

    assert MEASURES[name](targets, outputs) == pytest.approx(oracle(targets, outputs), rel=1e-9, abs=1e-9)


# --- many epochs at once --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None)
@given(pair=targets_and_outputs(leading=(2, 3)))
def test_many_epochs_at_once_equal_each_epoch_alone(name, pair):
    targets, outputs = pair

    together = MEASURES[name](targets, outputs)

    alone = [[MEASURES[name](targets, outputs[i, j]) for j in range(3)] for i in range(2)]
    assert together.shape == (2, 3)
    np.testing.assert_allclose(together, alone, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("name", NAMES)
def test_no_epoch_gives_no_measure(name):
    assert MEASURES[name]([[0], [1]], np.zeros((0, 2, 1))).shape == (0,)


@pytest.mark.parametrize("name", NAMES)
def test_one_table_gives_a_plain_float(name):
    assert type(MEASURES[name]([[0], [1]], [[0], [1]])) is float


@pytest.mark.parametrize("name", NAMES)
def test_one_dimension_counts_as_one_column_for_every_measure(name):
    measure = MEASURES[name]

    assert measure([0, 1, 1], [0.2, 0.4, 0.9]) == measure([[0], [1], [1]], [[0.2], [0.4], [0.9]])


@pytest.mark.parametrize(
    ("name", "infinite", "not_a_number"),
    [
        ("mean_absolute_error", math.inf, math.nan),
        ("mean_squared_error", math.inf, math.nan),
        ("accuracy", 1.0, math.nan),
        ("r_squared", -math.inf, math.nan),
    ],
)
def test_outputs_that_left_the_range_of_floats_give_no_warning(name, infinite, not_a_number):
    targets = [[0], [1]]
    outputs = np.array([[[0], [np.inf]], [[0], [np.nan]]])

    found = MEASURES[name](targets, outputs)

    np.testing.assert_array_equal(found, [infinite, not_a_number])


def test_r_squared_of_equal_targets_is_nan_where_an_output_is_not_a_number():
    assert math.isnan(r_squared([[1], [1]], [[1], [np.nan]]))


def test_squares_too_large_for_a_float_are_infinite():
    assert mean_squared_error([[0]], [[1e200]]) == math.inf
    assert mean_absolute_error([[-1e308]], [[1e308]]) == math.inf


# --- refusals -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*NAMES, "confusion"])
@pytest.mark.parametrize(
    ("targets", "outputs", "sentence"),
    [
        ([[1], [0]], [[1]], r"outputs has shape \(1, 1\) but targets has shape \(2, 1\). Both need one row per sample"),
        ([[1]], [[1, 0]], r"outputs has shape \(1, 2\) but targets has shape \(1, 1\)"),
        ([[1]], 1.0, r"outputs has shape \(\) but"),
        ([], [], "targets must have at least one row"),
        ([[np.nan]], [[1]], "targets, row 1, column 1: nan"),
        ([["a"]], [[1]], 'targets, row 1, column 1: "a" is not a number'),
        ([[1]], [["a"]], "outputs must be numbers"),
        ([[1], [1, 2]], [[1], [1]], "targets must have the same number of columns in every row"),
        ([[1], [1]], [[1], [1, 2]], "outputs must have the same number of columns in every row"),
        ([[[1]]], [[1]], "targets must have two dimensions"),
    ],
)
def test_tables_that_do_not_match_are_refused(name, targets, outputs, sentence):
    measure = {**MEASURES, "confusion": confusion}[name]

    with pytest.raises(TableError, match=sentence):
        measure(targets, outputs)
