import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nncore
from nncore.errors import SettingError
from nncore.training.penalties import weight_mask

from ..random_runs import random_network, random_table

ARCHITECTURE = nncore.Architecture((2, 2, 1), ("tanh", "linear"))


def test_the_mask_is_1_for_weights_and_0_for_biases():
    assert weight_mask(ARCHITECTURE).tolist() == [1, 1, 1, 1, 0, 0, 1, 1, 0]


def test_the_mask_of_a_network_without_biases_is_1_throughout():
    assert weight_mask(nncore.Architecture((2, 2, 1), ("tanh", "linear"), bias=False)).tolist() == [1] * 6


@pytest.mark.parametrize(
    ("penalty", "value", "gradient"),
    [
        # 0.1/2 · (9 + 16 + 0); 0.1 · w
        (nncore.L2(0.1), 1.25, [0.3, -0.4, 0.0, 0.0]),
        # 0.1 · (3 + 4 + 0); 0.1 · sign w, and 0 at 0
        (nncore.L1(0.1), 0.7, [0.1, -0.1, 0.0, 0.0]),
    ],
)
def test_value_and_gradient_by_hand(penalty, value, gradient):
    parameters, mask = np.array([3.0, -4.0, 0.0, 100.0]), np.array([1.0, 1.0, 1.0, 0.0])

    assert penalty.value(parameters, mask).item() == pytest.approx(value, abs=1e-12)
    np.testing.assert_allclose(penalty.gradient(parameters, mask), gradient, rtol=0, atol=1e-12)


@pytest.mark.parametrize("kind", [nncore.L1, nncore.L2])
def test_every_network_of_a_stack_has_a_penalty_of_its_own(kind):
    parameters, mask = np.array([[3.0, -4.0], [0.5, 2.0]]), np.array([1.0, 1.0])

    values = kind(0.1).value(parameters, mask)

    assert values.tolist() == [kind(0.1).value(row, mask).item() for row in parameters]


@given(seed=st.integers(0, 1000), penalty=st.sampled_from([nncore.L1(0.3), nncore.L2(0.3)]))
def test_biases_are_trained_as_if_there_were_no_penalty(seed, penalty):
    network, inputs, targets = (
        random_network(ARCHITECTURE, seed),
        random_table(4, 2, seed),
        random_table(4, 1, seed + 1),
    )
    how = {"loss": "half_squared_error", "optimizer": nncore.SGD(0.1), "epochs": 1}

    plain = nncore.train(network, inputs, targets, **how).network
    penalized = nncore.train(network, inputs, targets, **how, penalty=penalty).network

    # One update: the biases go the same way, every weight is drawn towards 0 by 0.1 · 0.3 · (w or its sign) more.
    for ours, theirs in zip(penalized.biases, plain.biases, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-15)
    for ours, theirs, start in zip(penalized.weights, plain.weights, network.weights, strict=True):
        pull = start if isinstance(penalty, nncore.L2) else np.sign(start)
        np.testing.assert_allclose(ours, theirs - 0.03 * pull, rtol=0, atol=1e-12)


def test_the_full_penalty_counts_at_every_update_of_a_mini_batch():
    network = nncore.Network.from_layers(weights=[[[1.0]]], biases=None, activations=("linear",))

    run = nncore.train(
        network, [[0.0], [0.0]], [[0.0], [0.0]], loss="half_squared_error", optimizer=nncore.SGD(0.5), epochs=1,
        batch_size=1, penalty=nncore.L2(1.0),
    )  # fmt: skip

    # The rows say nothing; two updates, each by 0.5 · 1 · w: 1, ½, ¼. Penalty ½ · 1 · ¼²
    assert run.network.parameters.item() == 0.25
    assert run.history.loss.tolist() == [0.0, 0.0]
    assert run.history.objective.tolist() == [0.5, 0.03125]


def test_a_strength_of_0_changes_nothing():
    network, table = random_network(ARCHITECTURE, 1), (random_table(4, 2, 1), random_table(4, 1, 2))
    how = {"loss": "half_squared_error", "optimizer": nncore.SGD(0.1), "epochs": 5}

    run = nncore.train(network, *table, **how, penalty=nncore.L1(0))

    assert run.network.parameters.tolist() == nncore.train(network, *table, **how).network.parameters.tolist()
    assert run.history.objective.tolist() == run.history.loss.tolist()


@pytest.mark.parametrize("kind", [nncore.L1, nncore.L2])
@pytest.mark.parametrize("strength", [-0.1, np.nan, np.inf, "0.1", None])
def test_a_strength_must_be_0_or_more(kind, strength):
    with pytest.raises(SettingError, match=r"strength must be a finite number of at least 0\. Got .* instead\."):
        kind(strength)


@pytest.mark.parametrize("kind", [nncore.L1, nncore.L2])
def test_a_strength_of_numpy_is_kept_as_a_number_of_python(kind):
    assert type(kind(np.float32(0.5)).strength) is float
