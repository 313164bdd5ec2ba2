import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nncore.errors import TableError
from nncore.metrics.metrics import (
    MEASURES,
    confusion,
    mean_absolute_error,
    mean_squared_error,
    r_squared,
)

NAMES = sorted(MEASURES)
quarters = st.integers(-40, 40).map(lambda n: n / 4)  # exact in binary, so that ties at the threshold do occur


@st.composite
def targets_and_outputs(draw, leading=(), columns=None):
    shape = (draw(st.integers(2, 8)), columns or draw(st.integers(1, 3)))
    return draw(arrays(float, shape, elements=quarters)), draw(arrays(float, (*leading, *shape), elements=quarters))


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
