"""Rows x and −x, which a network without biases answers both at once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nncore

from .checked_experiments import experiment, findings

BIPOLAR_XOR = [[-1, -1], [-1, 1], [1, -1], [1, 1]], [[-1], [1], [1], [-1]]


def test_an_odd_network_cannot_call_opposites_alike():
    found = findings(*BIPOLAR_XOR, hidden=(3,), activations=("tanh", "tanh"), bias=False)["opposite_rows"]

    assert found.sentence == (
        "Rows 2 and 3 are opposites, each input of one being that of the other with its sign changed. The network has no "
        "biases, so its answers to opposites always add up to 0, whatever the weights; their targets add up to 2."
    )
    assert (found.rows, found.weight) == ((0, 1, 2, 3), "warning")
    assert found.mend.architecture.bias


def test_behind_hidden_sigmoids_two_pairs_refute_each_other():
    found = findings(*BIPOLAR_XOR, hidden=(3,), activations=("sigmoid", "tanh"), bias=False)["opposite_rows"]

    assert found.sentence == (
        "Rows 1 and 4 are opposites to the network, which has no biases, and so are rows 2 and 3: the sums z of its output for "
        "two opposites always add up to the same number, whatever the weights, but for rows 2 and 3 it would have to be "
        "larger than for rows 1 and 4."
    )


def test_a_parabola_is_even_and_a_network_of_hidden_sigmoids_is_odd_but_for_a_constant():
    parabola = [[-1], [0], [1], [0.5]], [[1], [0], [1], [0.25]]
    amounts = {"hidden": (8,), "activations": ("sigmoid", "linear"), "loss": "mean_squared_error"}

    found = findings(*parabola, bias=False, **amounts)["opposite_rows"]

    assert found.sentence.startswith(
        "Row 2 is its own opposite to the network, which has no biases, and rows 1 and 3 are"
    )
    assert "opposite_rows" not in findings(*parabola, **amounts)


@pytest.mark.parametrize(
    ("inputs", "targets", "settings"),
    [
        ([[-1], [1]], [[0], [1]], {}),
        ([[-1], [1], [0.3], [-0.3]], [[0.4], [0.7], [0.9], [0.1]], {}),  # 1.1 and 1: 0.1 off each is near enough
        ([[-1, 1], [1, 1]], [[1], [1]], {"hidden": (2,), "activations": ("tanh", "sigmoid")}),  # no opposites
        (*BIPOLAR_XOR, {"hidden": (3,), "activations": ("relu", "tanh")}),  # not odd
        ([[-2], [2]], [[1], [1]], {"input_scaling": "min_max"}),  # 0 and 1 as the network sees them
        (
            [[-1], [1], [3]],
            [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
            {"hidden": (2,), "activations": ("tanh", "sigmoid")},
        ),  # the largest output is the class
    ],
)
def test_what_can_be_learnt_is_let_pass(inputs, targets, settings):
    assert "opposite_rows" not in findings(inputs, targets, bias=False, **settings)


@pytest.mark.parametrize("activations", [("linear",), ("tanh", "linear"), ("relu", "linear"), ("sigmoid", "linear")])
def test_amounts_up_to_the_largest_there_are_can_be_checked(activations):
    largest = np.finfo(float).max
    hidden = (3,) * (len(activations) - 1)

    found = findings(
        [[1], [-1], [2]], [[largest], [-largest], [1.0]], hidden=hidden, activations=activations, bias=False
    )

    assert {"opposite_rows", "rows_on_a_ray"}.isdisjoint(found)


def test_the_target_that_is_out_of_reach_is_named_among_several():
    dataset = nncore.Dataset([[-1], [1], [2]], [[-1, 5], [1, 5], [2, 5]], target_names=["odd", "even"])
    shape = nncore.Architecture((1, 2), ("linear",), bias=False)
    two_targets = nncore.Experiment(dataset, shape, loss="mean_squared_error", optimizer=nncore.SGD(0.1), epochs=1)

    found = next(finding for finding in nncore.check_table(two_targets) if finding.kind == "opposite_rows")

    assert found.sentence.endswith("always add up to 0, whatever the weights; their targets in even add up to 10.")


@given(
    seed=st.integers(0, 10_000),
    hidden=st.sampled_from(
        [(), ("tanh",), ("sigmoid",), ("tanh", "sigmoid"), ("sin", "linear"), ("linear", "sigmoid")]
    ),
    output=st.sampled_from(["sigmoid", "tanh", "linear"]),
)
def test_what_any_weights_answer_is_never_called_out_of_reach(seed, hidden, output):
    random = np.random.RandomState(seed)
    half = random.uniform(-2, 2, size=(3, 2))
    inputs = np.vstack([half, -half, np.zeros((1, 2))])
    sizes = (2, *(3 for _ in hidden), 1)
    architecture = nncore.Architecture(sizes, (*hidden, output), bias=False)
    network = nncore.Network(architecture, 3 * random.standard_normal(architecture.parameter_count))
    answers = network.predict(inputs)
    near = answers + random.uniform(-0.1, 0.1, size=answers.shape)
    for targets in (answers, near.clip(0, 1) if output == "sigmoid" else near):
        made = experiment(inputs, targets, hidden=sizes[1:-1], activations=(*hidden, output), bias=False)
        assert "opposite_rows" not in {finding.kind for finding in nncore.check_table(made)}


@given(seed=st.integers(0, 10_000), hidden=st.sampled_from(["tanh", "sigmoid"]))
def test_classes_by_any_weights_are_never_called_out_of_reach(seed, hidden):
    random = np.random.RandomState(seed)
    half = random.uniform(-2, 2, size=(4, 2))
    inputs = np.vstack([half, -half])
    architecture = nncore.Architecture((2, 3, 1), (hidden, "sigmoid"), bias=False)
    network = nncore.Network(architecture, 3 * random.standard_normal(architecture.parameter_count))
    classes = (network.predict(inputs) > 0.5).astype(float)
    made = experiment(inputs, classes, hidden=(3,), activations=(hidden, "sigmoid"), bias=False)

    assert "opposite_rows" not in {finding.kind for finding in nncore.check_table(made)}
