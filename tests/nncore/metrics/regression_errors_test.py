import numpy as np
import pytest
import sklearn.metrics
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nncore.metrics.metrics import (
    MEASURES,
    mean_absolute_error,
    mean_squared_error,
    r_squared,
)

quarters = st.integers(-40, 40).map(lambda n: n / 4)  # exact in binary, so that ties at the threshold do occur


@st.composite
def targets_and_outputs(draw, leading=(), columns=None):
    shape = (draw(st.integers(2, 8)), columns or draw(st.integers(1, 3)))
    return draw(arrays(float, shape, elements=quarters)), draw(arrays(float, (*leading, *shape), elements=quarters))


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
