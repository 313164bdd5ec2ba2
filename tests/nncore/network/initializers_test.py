from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.random import RandomState

import nncore
from nncore.errors import SettingError, UnknownNameError
from nncore.network.initializers import INITIALIZERS, initial_parameters

ARCHITECTURE = nncore.Architecture((3, 4, 2), ("tanh", "softmax"))

# What the design says, written down once more: layer by layer from one stream, W1 before W2.
FORMULAS = {
    "uniform": lambda stream, fan_in, fan_out: 2 * stream.rand(fan_in, fan_out) - 1,
    "glorot_uniform": lambda stream, fan_in, fan_out: (
        (2 * stream.rand(fan_in, fan_out) - 1) * sqrt(6 / (fan_in + fan_out))
    ),
    "he_normal": lambda stream, fan_in, fan_out: stream.standard_normal((fan_in, fan_out)) * sqrt(2 / fan_in),
    "zeros": lambda stream, fan_in, fan_out: np.zeros((fan_in, fan_out)),
}


def test_every_initializer_has_its_formula_here():
    assert set(FORMULAS) == set(INITIALIZERS)


@pytest.mark.parametrize("initializer", INITIALIZERS)
@pytest.mark.parametrize("seed", [0, 1, 12345, 2**32 - 1])
def test_weights_are_drawn_layer_by_layer_from_one_stream_and_biases_are_0(initializer, seed):
    network = nncore.Network.initialize(ARCHITECTURE, initializer=initializer, seed=seed)

    stream = RandomState(seed)
    for weights, biases in zip(network.weights, network.biases, strict=True):
        assert weights.tolist() == FORMULAS[initializer](stream, *weights.shape).tolist()
        assert not biases.any()


def test_the_first_article_starts_from_its_printed_weights():
    neuron = nncore.Architecture((3, 1), ("sigmoid",), bias=False)

    network = nncore.Network.initialize(neuron, initializer="uniform", seed=1)

    np.random.seed(1)
    assert network.weights[0].tolist() == (2 * np.random.random((3, 1)) - 1).tolist()
    assert network.parameters.round(8).tolist() == [-0.16595599, 0.44064899, -0.99977125]


@given(seeds=st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=6), name=st.sampled_from(sorted(INITIALIZERS)))
def test_a_seed_draws_the_same_whatever_is_drawn_beside_it(seeds, name):
    together = initial_parameters(ARCHITECTURE, name, seeds)

    assert together.shape == (len(seeds), ARCHITECTURE.parameter_count)
    for row, seed in zip(together, seeds, strict=True):
        assert row.tolist() == initial_parameters(ARCHITECTURE, name, [seed])[0].tolist()


def test_drawing_leaves_the_global_stream_alone():
    np.random.seed(5)
    expected = np.random.random()
    np.random.seed(5)

    nncore.Network.initialize(ARCHITECTURE, seed=1)

    assert np.random.random() == expected


@pytest.mark.parametrize("seed", [-1, 2**32, 1.5, "1", True])
def test_what_is_no_seed_is_refused(seed):
    with pytest.raises(SettingError, match=r"seed must be a whole number from 0 to 4,294,967,295. Got .* instead."):
        nncore.Network.initialize(ARCHITECTURE, seed=seed)


def test_an_unknown_initializer_is_refused_with_the_nearest_one():
    with pytest.raises(UnknownNameError, match='Did you mean "glorot_uniform"'):
        nncore.Network.initialize(ARCHITECTURE, initializer="glorot_unifrom")
