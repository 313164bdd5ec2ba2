"""Classes are told, called, judged and counted as one table of cases says, which the browser's tests read too."""

import json
import warnings
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore.metrics.classes import NO_CLASS, ROUNDING, UNDECIDED, Classes, find_classes
from nncore.metrics.confusion import confusion
from nncore.metrics.unjudged_rows import why_no_classes, why_not_judged

CASES = json.loads(
    (Path(__file__).parents[2] / "playground" / "player" / "class_cases.json").read_text(encoding="utf-8")
)
JUDGED = [case for case in CASES if case["classes"] is not None]
VERDICTS = {"right": True, "wrong": False, "undecided": None, None: None}
TWO = Classes((0.0, 1.0))


def table(rows):
    return np.array([[float(number) for number in row] for row in rows])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_which_classes_a_target_has(case):
    classes = find_classes(table(case["training"]))

    if case["classes"] is None:
        assert classes is None
        assert why_no_classes(table(case["training"]), range(1, 10))
    else:
        assert classes.kind == case["classes"]["kind"]
        assert list(classes.values) == case["classes"]["values"]
        assert classes.threshold == case["classes"]["threshold"]
        assert classes.tolerance == case["classes"]["tolerance"]
        assert why_no_classes(table(case["training"]), range(1, 10)) == ""


@pytest.mark.parametrize("case", JUDGED, ids=lambda case: case["case"])
def test_which_class_is_called_and_whether_it_is_right(case):
    classes = find_classes(table(case["training"]))
    targets, outputs, threshold = table(case["targets"]), table(case["outputs"]), case["threshold"]

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert classes.of_targets(targets).tolist() == case["wanted"]
        assert classes.called(outputs, threshold).tolist() == case["called"]
        right = classes.right(targets, outputs, threshold)
        counts = classes.counts(targets, outputs, threshold)
        accuracy = classes.accuracy(targets, outputs, threshold)

    assert right == [VERDICTS[verdict] for verdict in case["verdicts"]]
    if case["counts"] is None:
        assert counts is None
        assert np.isnan(accuracy)
    else:
        assert {name: getattr(counts, name) for name in case["counts"]} == case["counts"]
        assert accuracy == case["counts"]["accuracy"]


@given(
    st.lists(st.tuples(st.sampled_from([0.0, 1.0]), st.floats(-2, 2)), min_size=1),
    st.floats(0, 1),
)
def test_apart_from_undecided_rows_the_four_counts_are_those_of_confusion(rows, threshold):
    targets, outputs = np.array([[target] for target, _ in rows]), np.array([[output] for _, output in rows])
    decided = TWO.called(outputs, threshold) != UNDECIDED

    counts = TWO.counts(targets, outputs, threshold)

    assert counts.undecided == (~decided).sum()
    assert counts.total == len(rows)
    expected = confusion(targets[decided], outputs[decided], threshold) if decided.any() else None
    for name in ("true_positives", "true_negatives", "false_positives", "false_negatives"):
        assert getattr(counts, name) == (0 if expected is None else getattr(expected, name))


@given(st.floats(-1e6, 1e6), st.floats(0, 1))
def test_one_side_of_the_threshold_is_one_class_and_an_output_is_undecided_only_next_to_it(output, threshold):
    called = TWO.called(np.array([[output]]), threshold)[0]

    if called == UNDECIDED:
        assert abs(output - threshold) <= ROUNDING
    else:
        assert called == (output > threshold)


def test_many_outputs_are_judged_at_once_as_each_by_itself():
    outputs = np.random.RandomState(1).random_sample((5, 4, 3))
    outputs[2, 1] = 0.25
    outputs[3, 0, 1] = np.nan
    classes = Classes((0.0, 1.0), columns=3)
    targets = np.eye(3)[[0, 1, 2, 1]]

    together = classes.called(outputs), classes.accuracy(targets, outputs)

    assert together[0].tolist() == [classes.called(one).tolist() for one in outputs]
    assert together[1].tolist() == pytest.approx(
        [float(classes.accuracy(targets, one)) for one in outputs], nan_ok=True
    )
    assert together[0][2, 1] == UNDECIDED
    assert together[0][3, 0] == NO_CLASS


def test_where_no_row_is_judged_there_is_no_accuracy():
    assert np.isnan(TWO.accuracy(np.array([[0.5]]), np.array([[0.5]])))
    assert np.isnan(TWO.counts(np.array([[0.5]]), np.array([[0.5]])).accuracy)


@pytest.mark.parametrize(("wanted", "given_back"), [(0.7, 0.7), (-0.5, 0.0), (3.0, 1.0)])
def test_a_threshold_lies_between_the_classes(wanted, given_back):
    assert TWO.within(wanted) == given_back


def test_why_nothing_is_judged_names_the_row_that_spoils_it():
    assert why_no_classes(np.array([[0.0], [1.0], [0.7]]), [1, 2, 5]) == (
        "Right and wrong are shown where every target is 0 or 1 (or −1 or 1); row 5 has 0.7."
    )
    # 0 and 1 would do but for row 3; −1 and 1 fail in row 1 already.
    assert why_no_classes(np.array([[0.0], [1.0], [-1.0]]), [1, 2, 3]).endswith("row 3 has −1.")
    assert why_no_classes(np.array([[1.0, 0.0], [1.0, 1.0]]), [1, 2]) == (
        "Right and wrong are shown where each row has a single 1 among its targets, else 0; row 2 has 1, 1."
    )


def test_test_rows_that_are_not_judged_are_named():
    assert why_not_judged(TWO, np.array([[0.0], [1.0]]), [1, 2]) == ""
    assert why_not_judged(Classes((-1.0, 1.0)), np.array([[1.0], [0.0]]), [1, 4]) == (
        "Row 4 is not judged: its target 0 is neither −1 nor 1."
    )
    assert why_not_judged(TWO, np.array([[2.0], [1.0], [3.5]]), [1, 2, 3]) == (
        "2 rows are not judged; the first is row 1: its target 2 is neither 0 nor 1."
    )
    assert why_not_judged(Classes((0.0, 1.0), 2), np.array([[1.0, 1.0]]), [1]) == (
        "Row 1 is not judged: its target 1, 1 has no single 1."
    )
