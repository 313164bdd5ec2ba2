import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nncore
from nncore.engine.evaluation import loss_scores, stacked_losses
from nncore.engine.stack import Stack, TrainingStack, as_features
from nncore.network.activations import ACTIVATIONS

from ..random_runs import allowed_pairs, problems, random_network, random_table, random_targets


def as_stack(architecture, inputs, targets, seeds, loss, reduction):
    """Return losses and gradients as the training loop computes them."""
    parameters = np.array([random_network(architecture, seed).parameters for seed in seeds])
    gradient = np.full_like(parameters, np.nan)
    stack = TrainingStack(architecture, parameters, len(inputs), gradient, loss, reduction)
    features = as_features(np.asarray(inputs), architecture.bias)
    targets = np.asarray(targets).T
    with np.errstate(all="ignore"):
        stack.forward(features[None])
        stack.backward(features[None], targets[None])
    losses = stacked_losses(architecture, parameters, features, targets, loss, reduction)
    return losses, gradient


def as_textbook(architecture, inputs, targets, seeds, loss, reduction):
    found = []
    for seed in seeds:
        network = random_network(architecture, seed)
        found.append(network.backward(network.forward(inputs), targets, loss=loss, reduction=reduction))
    return np.array([gradient.loss for gradient in found]), np.array([gradient.parameters for gradient in found])


@pytest.mark.parametrize(("loss", "output", "outputs"), allowed_pairs())
def test_the_fast_form_equals_the_textbook_for_every_allowed_pair(loss, output, outputs):
    inputs, targets = random_table(5, 2, 1), random_targets(loss, 5, outputs, 2)
    for hidden, (bias, reduction) in itertools.product(ACTIVATIONS, [(True, "sum"), (False, "mean")]):
        architecture = nncore.Architecture((2, 3, outputs), (hidden, output), bias=bias)

        fast = as_stack(architecture, inputs, targets, range(3), loss, reduction)

        textbook = as_textbook(architecture, inputs, targets, range(3), loss, reduction)
        np.testing.assert_allclose(fast[0], textbook[0], rtol=1e-12, atol=1e-12, err_msg=str(architecture))
        np.testing.assert_allclose(fast[1], textbook[1], rtol=1e-12, atol=1e-12, err_msg=str(architecture))


@given(problem=problems(), seeds=st.lists(st.integers(0, 1000), min_size=1, max_size=4))
def test_the_fast_form_equals_the_textbook_for_any_network(problem, seeds):
    architecture, inputs, targets, loss = problem

    fast = as_stack(architecture, inputs, targets, seeds, loss, "mean")

    textbook = as_textbook(architecture, inputs, targets, seeds, loss, "mean")
    np.testing.assert_allclose(fast[0], textbook[0], rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(fast[1], textbook[1], rtol=1e-12, atol=1e-12)


def test_every_network_may_see_a_table_of_its_own():
    architecture = nncore.Architecture((2, 2, 1), ("tanh", "sigmoid"))
    tables = np.array([random_table(4, 2, seed) for seed in range(3)])
    targets = np.array([random_table(4, 1, seed) for seed in range(3)])
    networks = [random_network(architecture, seed) for seed in range(3)]
    parameters = np.array([network.parameters for network in networks])
    gradient = np.empty_like(parameters)
    stack = TrainingStack(architecture, parameters, 4, gradient, "half_squared_error", "sum")
    features = as_features(tables, bias=True)

    stack.forward(features)
    stack.backward(features, targets.transpose(0, 2, 1))

    for run, network in enumerate(networks):
        expected = network.backward(network.forward(tables[run]), targets[run]).parameters
        np.testing.assert_allclose(gradient[run], expected, rtol=1e-12, atol=1e-13)


def test_a_parameter_changed_in_place_changes_what_flows_through():
    architecture = nncore.Architecture((1, 1), ("linear",))
    parameters = np.array([[2.0, 1.0]])
    stack = Stack(architecture, parameters, 1)
    features = as_features(np.array([[3.0]]), bias=True)[None]

    stack.forward(features)
    before = stack.outputs.item()
    parameters[0, 0] = 5.0
    stack.forward(features)

    # 2 · 3 + 1, then 5 · 3 + 1
    assert (before, stack.outputs.item()) == (7.0, 16.0)


def test_cross_entropies_are_scored_by_pre_activations_and_all_others_by_outputs():
    stack = Stack(nncore.Architecture((1, 1), ("sigmoid",)), np.array([[2.0, 1.0]]), 1)
    stack.forward(as_features(np.array([[3.0]]), bias=True)[None])

    assert loss_scores(stack, "binary_cross_entropy").item() == 7.0
    assert loss_scores(stack, "huber").item() == pytest.approx(1 / (1 + np.exp(-7.0)), abs=1e-15)


def test_the_layer_where_numbers_overflow_is_told():
    architecture = nncore.Architecture((1, 1, 1), ("linear", "linear"), bias=False)
    parameters = np.array([[1e200, 1e200]])

    stack = Stack(architecture, parameters, 1)
    with np.errstate(all="ignore"):
        stack.forward(np.array([[[10.0]]]))

    # 1e201 is a float, 1e401 is none
    assert stack.finite_layers() == [True, False]
