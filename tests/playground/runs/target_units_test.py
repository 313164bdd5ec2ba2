from dataclasses import replace

import numpy as np
import pytest

import nncore
from playground.runs.measures import measure_run
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

    np.testing.assert_allclose(in_target_units(described, targets), DATASET.targets, atol=1e-12)
    np.testing.assert_allclose(in_target_units(described, test_targets), DATASET.test_targets, atol=1e-12)


def test_the_range_of_the_training_rows_is_undone_also_if_the_test_rows_have_their_own():
    halfway = np.array([[0.5, 0.5]])

    # The training targets span 10…40 and −1…3, the test targets 100…300 and 5…6.
    assert in_target_units(experiment("min_max", "train"), halfway).tolist() == [[25.0, 1.0]]
    assert in_target_units(experiment("min_max", "own"), halfway).tolist() == [[25.0, 1.0]]


def test_what_the_network_says_of_test_rows_does_not_depend_on_what_it_should_have_said():
    # Test rows as in the second article, but all of class 1: every one of them is called class 0.
    article = nncore.articles.hidden_layer(scaling="own")
    test_inputs = [[0, 1, 0], [0, 1, 1], [0, 0, 0], [0, 0, 1], [0, 1, 1], [0, 0, 0]]
    dataset = replace(article.dataset, test_inputs=test_inputs, test_targets=[[1]] * 6)
    changed = replace(article, dataset=dataset)
    run = changed.run()

    _, _, scaled, targets = changed.scaled()
    outputs = in_target_units(changed, run.network.predict(scaled))

    assert outputs[:3, 0] == pytest.approx([0.01363952, 0.03732071, 0.10057008], abs=1e-8)
    assert outputs.max() < 1
    assert nncore.confusion(dataset.test_targets, outputs).false_negatives == 6
    assert measure_run(changed, run.history, "accuracy").test[-1] == 0.0
    # The test loss is measured against the targets as they are, too: each misses by nearly 1.
    assert targets.tolist() == [[1.0]] * 6
    assert run.history.test_loss[-1] == pytest.approx(0.5 * np.square(1 - outputs).sum(), rel=1e-12)


def test_what_is_too_large_for_a_float_becomes_infinite_without_a_warning():
    enormous = np.array([[1e308, -1e308]])

    assert in_target_units(experiment("min_max", "train"), enormous).tolist() == [[np.inf, -np.inf]]
