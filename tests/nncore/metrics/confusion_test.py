import dataclasses
import math

import numpy as np
import pytest
import sklearn.metrics
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nncore.errors import SettingError, TableError
from nncore.metrics.classes import find_classes
from nncore.metrics.metrics import (
    Confusion,
    accuracy,
    confusion,
)


@st.composite
def classes_and_outputs(draw):
    rows = draw(st.integers(1, 12))
    classes = draw(arrays(float, (rows, 1), elements=st.sampled_from([0.0, 1.0])))
    return classes, draw(arrays(float, (rows, 1), elements=st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0])))


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


@pytest.mark.parametrize(
    ("targets", "got"),
    [
        ([1, 2], "1, 2"),
        ([0, 1, 2], "0, 1, 2"),
        ([-1, 0, 1], "−1, 0, 1"),
        ([0.2, 0.9], "0.2, 0.9"),
        (range(9), "0, 1, 2, 3 …"),
    ],
)
def test_confusion_refuses_targets_that_are_other_classes(targets, got):
    with pytest.raises(TableError, match=f"must hold the classes 0 and 1, or −1 and 1. Got {got} instead"):
        confusion([*targets], [0.5] * len(targets))


def test_confusion_refuses_an_output_that_is_not_a_number():
    with pytest.raises(TableError, match="outputs, row 2: nan belongs to no class"):
        confusion([[0], [1]], [[0.1], [np.nan]])


@pytest.mark.parametrize("measure", [confusion, accuracy])
@pytest.mark.parametrize("threshold", [np.nan, np.inf, "0.5"])
def test_the_threshold_must_be_a_finite_number(measure, threshold):
    with pytest.raises(SettingError, match="threshold must be a finite number"):
        measure([[1]], [[1]], threshold=threshold)


# --- accuracy -------------------------------------------------------------------------------------------------------


def test_accuracy_of_one_column_is_that_of_its_confusion():
    targets, outputs = [[1], [0], [0], [1]], [[0.9], [0.4], [0.7], [0.6]]

    # rows 1, 2 and 4 are right, row 3 is not
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


@pytest.mark.parametrize(
    ("targets", "outputs"),
    [([[1, 0], [0, 1]], [[0.5, 0.5], [0.1, 0.5]]), ([[0], [1]], [[0.5], [0.7]]), ([[-1], [1]], [[0.0], [0.4]])],
)
def test_an_undecided_sample_is_not_right(targets, outputs):
    assert accuracy(targets, outputs) == 0.5


@pytest.mark.parametrize("values", [(0.0, 1.0), (-1.0, 1.0)])
def test_accuracy_judges_as_the_classes_do(values):
    # of −1 and 1 the middle is 0: both rows are right
    targets = np.array([[values[0]], [values[1]]])
    outputs = np.array([[-0.9], [0.3]])
    classes = find_classes(targets)

    assert accuracy(targets, outputs) == classes.accuracy(targets, outputs) == (1.0 if values[0] < 0 else 0.5)
    assert accuracy(targets, outputs, threshold=0.4) == classes.accuracy(targets, outputs, 0.4) == 0.5


def test_where_targets_are_no_classes_there_is_no_accuracy():
    assert np.isnan(accuracy([[0.3], [1.0]], [[0.3], [1.0]]))
    assert np.isnan(accuracy([[0.3], [1.0]], np.ones((3, 2, 1)))).tolist() == [True] * 3


def test_accuracy_is_nan_where_an_output_is_not_a_number():
    outputs = np.array([[[0.9], [0.1]], [[np.nan], [0.1]]])

    found = accuracy([[1], [0]], outputs)

    np.testing.assert_array_equal(found, [1.0, np.nan])
