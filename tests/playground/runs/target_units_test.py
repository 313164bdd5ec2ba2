import numpy as np
import pytest

import nncore
from playground.runs.target_units import in_target_units

DATASET = nncore.Dataset(
    inputs=[[0.0], [1.0], [2.0]],
    targets=[[10.0, -1.0], [20.0, 0.0], [40.0, 3.0]],
    test_inputs=[[0.5], [4.0]],
    test_targets=[[100.0, 5.0], [300.0, 6.0]],
)


def experiment(scaling, test_scaling):
    return nncore.Experiment(
        DATASET,
        nncore.Architecture((1, 2), ("linear",)),
        "half_squared_error",
        nncore.SGD(0.1),
        5,
        target_scaling=scaling,
        test_scaling=test_scaling,
    )


@pytest.mark.parametrize("scaling", ["none", "min_max", "standard", "max_abs"])
@pytest.mark.parametrize("test_scaling", ["train", "own"])
def test_an_output_that_equals_the_scaled_target_equals_the_target_of_the_table(scaling, test_scaling):
    described = experiment(scaling, test_scaling)
    _, targets, _, test_targets = described.scaled()

    np.testing.assert_allclose(in_target_units(described, targets, test=False), DATASET.targets, atol=1e-12)
    np.testing.assert_allclose(in_target_units(described, test_targets, test=True), DATASET.test_targets, atol=1e-12)


def test_the_range_of_the_training_rows_is_undone_unless_the_test_rows_have_their_own():
    halfway = np.array([[0.5, 0.5]])

    # The training targets span 10…40 and −1…3, the test targets 100…300 and 5…6.
    assert in_target_units(experiment("min_max", "train"), halfway, test=True).tolist() == [[25.0, 1.0]]
    assert in_target_units(experiment("min_max", "own"), halfway, test=True).tolist() == [[200.0, 5.5]]
    assert in_target_units(experiment("min_max", "own"), halfway, test=False).tolist() == [[25.0, 1.0]]


def test_what_is_too_large_for_a_float_becomes_infinite_without_a_warning():
    enormous = np.array([[1e308, -1e308]])

    assert in_target_units(experiment("min_max", "train"), enormous, test=False).tolist() == [[np.inf, -np.inf]]
