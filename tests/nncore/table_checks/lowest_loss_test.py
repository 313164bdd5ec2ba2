import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nncore.losses.losses import loss_value
from nncore.network.activations import find_activation
from nncore.table_checks.lowest_loss import lowest_loss

GROUPS = np.array([0, 0, 0, 3])


@pytest.mark.parametrize(
    ("loss", "activation", "targets", "expected"),
    [
        # the mean of 0, 0 and 3 is 1: ½ (1 + 1 + 4)
        ("half_squared_error", "linear", [0, 0, 3, 8], 3.0),
        ("mean_squared_error", "linear", [0, 0, 3, 8], 6.0),
        # the median is 0
        ("mean_absolute_error", "linear", [0, 0, 3, 8], 3.0),
        # at y two slopes of y and one of −1: y = ½, and 2 · ½ · ¼ + (2.5 − ½)
        ("huber", "linear", [0, 0, 3, 8], 2.25),
        # a sigmoid answers 1 at most: ½ (1 + 1 + 4), and ½ · 49 for the row by itself
        ("half_squared_error", "sigmoid", [0, 0, 3, 8], 27.5),
        # −3 log(1/3) · 1/3 − 3 · log(2/3) · 2/3 = log 3 + 2 log 1.5
        ("binary_cross_entropy", "sigmoid", [0, 0, 1, 1], 1.909542504884),
        # a target of a half by itself costs log 2, which nobody can avoid
        ("binary_cross_entropy", "sigmoid", [0, 0, 0, 0.5], 0.693147180560),
    ],
)
def test_the_lowest_loss_is_what_one_works_out_by_hand(loss, activation, targets, expected):
    found = lowest_loss(GROUPS, np.array(targets, dtype=float)[:, None], loss, activation, "sum")

    assert found == pytest.approx(expected, abs=1e-12)


def test_three_classes_cost_the_entropy_of_what_is_asked_of_equal_rows():
    targets = np.eye(3)[[0, 0, 1, 2]]

    # −2 log(2/3) − log(1/3)
    assert lowest_loss(GROUPS, targets, "categorical_cross_entropy", "softmax", "sum") == pytest.approx(1.909542504884)
    assert lowest_loss(GROUPS, targets, "categorical_cross_entropy", "softmax", "mean") == pytest.approx(0.477385626221)


def test_without_contradictions_nothing_stands_in_the_way():
    targets = np.array([[0.0], [1.0], [1.0]])

    for loss in ("half_squared_error", "mean_absolute_error", "huber", "binary_cross_entropy"):
        assert lowest_loss(np.arange(3), targets, loss, "sigmoid", "sum") == pytest.approx(0, abs=1e-12)


def test_what_is_beyond_the_largest_float_is_infinite():
    assert (
        lowest_loss(np.array([0, 0]), np.array([[1e200], [-1e200]]), "half_squared_error", "linear", "mean") == np.inf
    )


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_answers_cost_less(data):
    """Whatever a network answers, one answer a group, it does not come below."""
    loss = data.draw(
        st.sampled_from(
            ["half_squared_error", "mean_squared_error", "mean_absolute_error", "huber", "binary_cross_entropy"]
        )
    )
    activation = (
        "sigmoid"
        if loss == "binary_cross_entropy"
        else data.draw(st.sampled_from(["linear", "tanh", "relu", "sigmoid"]))
    )
    numbers = st.floats(0, 1) if loss == "binary_cross_entropy" else st.floats(-3, 3)
    groups = np.array(data.draw(st.lists(st.integers(0, 2), min_size=1, max_size=6)))
    targets = np.array([[data.draw(numbers)] for _ in groups])
    scores = np.array([data.draw(st.floats(-5, 5)) for _ in range(3)])[groups, None]

    lowest = lowest_loss(groups, targets, loss, activation, "sum")

    outputs = find_activation(activation).value(scores)
    assert lowest <= loss_value(loss, outputs, targets, pre_activations=scores, reduction="sum") + 1e-9
