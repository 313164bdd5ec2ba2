"""Rows x and c · x, which a network of ReLUs without biases answers both at once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nncore

from .checked_experiments import experiment, findings

AMOUNTS = {"hidden": (4,), "activations": ("relu", "linear"), "loss": "mean_squared_error", "bias": False}


def test_amounts_that_are_not_proportional_are_named_with_their_ratio():
    found = findings([[0.2, 0.1], [0.5, 0.25], [1, 0]], [[1.2], [1.5], [0.3]], **AMOUNTS)["rows_on_a_ray"]

    # 2.5 times 1.2 is 3; a tenth beside each target allows 2.5 · 1.1 = 2.75 at least, and 1.6 at most
    assert found.sentence == (
        "Row 2 is 2.5 times row 1 to the network, which has no biases: the sum z of its output is 2.5 times as large, too, "
        "whatever the weights, and cannot suit both targets."
    )
    assert (found.rows, found.weight, found.mend.architecture.bias) == ((0, 1), "warning", True)


@pytest.mark.parametrize(
    ("inputs", "targets", "settings"),
    [
        ([[1], [2], [3]], [[2], [4], [6]], AMOUNTS),  # proportional
        ([[0.2], [0.4]], [[0.3], [0.45]], AMOUNTS),  # 0.25 and 0.5 are near enough
        ([[1], [2], [3]], [[0], [1], [1]], AMOUNTS | {"activations": ("relu", "linear"), "bias": True}),
        ([[1], [2], [3]], [[0], [1], [1]], {"hidden": (4,), "activations": ("tanh", "sigmoid"), "bias": False}),
        ([[-1], [2]], [[0], [1]], {"hidden": (4,), "activations": ("relu", "sigmoid"), "bias": False}),  # two rays
        ([[0], [2]], [[0], [1]], AMOUNTS),  # 0 lies on none
    ],
)
def test_what_can_be_learnt_is_let_pass(inputs, targets, settings):
    assert "rows_on_a_ray" not in findings(inputs, targets, **settings)


def test_equal_rows_with_different_targets_only_contradict_each_other():
    found = findings([[1], [1]], [[0], [1]], hidden=(4,), activations=("relu", "sigmoid"), bias=False)

    assert "contradictory_rows" in found
    assert "rows_on_a_ray" not in found


@given(
    seed=st.integers(0, 10_000),
    hidden=st.sampled_from([(), ("relu",), ("leaky_relu", "relu"), ("linear",)]),
    output=st.sampled_from(["sigmoid", "tanh", "linear"]),
)
def test_what_any_weights_answer_is_never_called_out_of_reach(seed, hidden, output):
    random = np.random.RandomState(seed)
    half = random.uniform(-2, 2, size=(4, 2))
    inputs = np.vstack([half, half * random.uniform(0.1, 5, size=(4, 1))])
    sizes = (2, *(3 for _ in hidden), 1)
    architecture = nncore.Architecture(sizes, (*hidden, output), bias=False)
    network = nncore.Network(architecture, 3 * random.standard_normal(architecture.parameter_count))
    answers = network.predict(inputs)
    classes = (answers > (0.5 if output == "sigmoid" else 0.0)) * 1.0
    for targets in (answers, classes if output == "sigmoid" else 2 * classes - 1):
        made = experiment(inputs, targets, hidden=sizes[1:-1], activations=(*hidden, output), bias=False)
        assert "rows_on_a_ray" not in {finding.kind for finding in nncore.check_table(made)}
