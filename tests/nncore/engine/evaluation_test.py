import tracemalloc

import numpy as np
import pytest

import nncore
from nncore.engine import evaluation
from nncore.engine.evaluation import Evaluation, stacked_losses, stacked_outputs
from nncore.engine.stack import as_features

from ..random_runs import random_network, random_table


def test_many_networks_answer_at_once_what_they_answer_alone():
    architecture = nncore.Architecture((2, 3, 2), ("relu", "softmax"))
    networks = [random_network(architecture, seed) for seed in range(4)]
    inputs = random_table(6, 2, 0)

    outputs = stacked_outputs(architecture, np.array([network.parameters for network in networks]), inputs)

    assert outputs.shape == (4, 6, 2)
    for run, network in enumerate(networks):
        np.testing.assert_allclose(outputs[run], network.predict(inputs), rtol=1e-13)


@pytest.mark.parametrize("loss", ["categorical_cross_entropy", "mean_squared_error"])
@pytest.mark.parametrize("portion_bytes", [1, 16 * 7, 3 * 16 * 7, 40 * 16 * 7])
def test_a_table_cut_into_portions_is_answered_and_judged_as_a_whole(portion_bytes, loss, monkeypatch):
    # one sample at a time, three (the last portion is shorter), or five networks with all eight samples at once
    monkeypatch.setattr(evaluation, "PORTION_BYTES", portion_bytes)
    architecture = nncore.Architecture((2, 3, 2), ("relu", "softmax"))
    networks = [random_network(architecture, seed) for seed in range(12)]
    parameters = np.array([network.parameters for network in networks])
    inputs, targets = random_table(8, 2, 0), np.eye(2)[[0, 1, 1, 0, 0, 0, 1, 1]]

    outputs = stacked_outputs(architecture, parameters, inputs)
    losses = stacked_losses(architecture, parameters, as_features(inputs, bias=True), targets.T, loss, "mean")

    for run, network in enumerate(networks):
        gradient = network.backward(network.forward(inputs), targets, loss=loss, reduction="mean")
        np.testing.assert_allclose(outputs[run], network.predict(inputs), rtol=1e-13)
        assert losses[run] == pytest.approx(gradient.loss, rel=1e-13)


def test_an_evaluation_follows_the_parameters_it_is_given():
    tripling = Evaluation(nncore.Architecture((1, 1), ("linear",), bias=False), 2, np.array([[1.0, 10.0]]))

    assert tripling.outputs(np.array([[3.0], [4.0]])).tolist() == [[[3.0, 30.0]], [[4.0, 40.0]]]
    assert tripling.outputs(np.array([[5.0], [0.0]])).tolist() == [[[5.0, 50.0]], [[0.0, 0.0]]]


def test_all_answers_of_a_population_need_little_more_memory_than_the_answers_themselves():
    architecture = nncore.Architecture((1, 40, 1), ("tanh", "tanh"))
    parameters = np.zeros((2_000, architecture.parameter_count))
    inputs = np.zeros((1_000, 1))

    tracemalloc.start()
    outputs = stacked_outputs(architecture, parameters, inputs)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    # at once it would be 40 units × 2 arrays = 80 times as much
    assert peak < 1.5 * outputs.nbytes
