import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import nncore
from nncore.errors import SettingError, TableError
from nncore.losses.losses import LOSSES
from nncore.network.activations import ACTIVATIONS

from ..random_runs import allowed_pairs, penalties, problems, random_network, random_table, random_targets

KINKED_ACTIVATIONS = {"relu", "leaky_relu"}


def nearness_to_kinks(network, inputs, targets, loss):
    """Return the distance of the nearest pre-activation or error from where a derivative jumps."""
    trace = network.forward(inputs)
    layers = zip(network.architecture.activations, trace.pre_activations, strict=True)
    distances = [np.abs(z).min() for name, z in layers if name in KINKED_ACTIVATIONS]
    errors = np.abs(trace.outputs - targets)
    if loss == "mean_absolute_error":
        distances.append(errors.min())
    if loss == "huber":
        distances.append(np.abs(errors - 1).min())
    return min(distances, default=np.inf)


# --- the derivatives of this package ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("loss", "output", "outputs"), allowed_pairs())
def test_every_activation_in_hidden_layers_and_every_allowed_pair(loss, output, outputs):
    inputs, targets = random_table(5, 2, 1), random_targets(loss, 5, outputs, 2)
    for hidden, bias, reduction in itertools.product(ACTIVATIONS, [True, False], ["sum", "mean"]):
        architecture = nncore.Architecture((2, 3, 2, outputs), (hidden, hidden, output), bias=bias)
        network = next(
            network
            for network in (random_network(architecture, seed) for seed in range(3, 100))
            if nearness_to_kinks(network, inputs, targets, loss) > 1e-3
        )

        check = nncore.check_gradient(network, inputs, targets, loss=loss, reduction=reduction)

        assert check.max_relative_error < 1e-6, f"{architecture}, {reduction}"
        assert check.agrees
        # Softmax over a single output is 1 whatever flows in; a relu may be off for all rows. Elsewhere there is much to
        # see.
        assert (output, outputs) == ("softmax", 1) or "relu" in {output, hidden} or not check.too_small.any()


@settings(max_examples=150)
@given(
    problem=problems(), seed=st.integers(0, 10_000), reduction=st.sampled_from(["sum", "mean"]), penalty=penalties(),
    spread=st.sampled_from([0.1, 1.0, 3.0]),
)  # fmt: skip
def test_random_networks_away_from_kinks(problem, seed, reduction, penalty, spread):
    architecture, inputs, targets, loss = problem
    network = random_network(architecture, seed)
    network = nncore.Network(architecture, spread * network.parameters)
    assume(nearness_to_kinks(network, inputs, targets, loss) > 1e-3 * spread)
    assume(penalty != nncore.L1(0.01) or np.abs(network.parameters).min() > 1e-4)

    check = nncore.check_gradient(network, inputs, targets, loss=loss, reduction=reduction, penalty=penalty)

    assert check.max_relative_error < 1e-6


def test_a_saturated_sigmoid_is_too_small_to_check_and_not_an_error():
    # derivative σ(40) · (1 − σ(40)) = 4e-18: a derivative nobody can measure
    network = nncore.Network.from_layers(weights=[[[40.0]]], biases=[[0.0]], activations=["sigmoid"])

    check = nncore.check_gradient(network, [[1.0]], [[0.0]])

    assert check.too_small.tolist() == [True, True]
    assert check.max_relative_error < 1e-6
    assert check.sentence.endswith("2 of 2 are too small to check.")


@pytest.mark.parametrize("loss", ["binary_cross_entropy", "categorical_cross_entropy"])
def test_a_saturated_and_wrong_classifier_can_be_checked_all_the_same(loss):
    architecture = nncore.Architecture((1, 2), (LOSSES[loss].output_activation,), bias=False)
    network = nncore.Network(architecture, [300.0, -300.0])

    check = nncore.check_gradient(network, [[1.0]], [[0.0, 1.0]], loss=loss)

    # Two sigmoids, each wrong by 1, share the loss: (1 − 0)/2, (0 − 1)/2. One softmax: 1 − 0, 0 − 1.
    wrong = 0.5 if loss == "binary_cross_entropy" else 1.0
    np.testing.assert_allclose(check.analytic, [wrong, -wrong], rtol=1e-12)
    assert check.agrees
    assert not check.too_small.any()


# --- the numbers of the check itself ----------------------------------------------------------------------------------


def test_the_derivatives_of_a_parabola_are_found_exactly():
    # L = ½ (3w − 5)² at w = 2: derivative 3 · (6 − 5) = 3; a parabola's central difference is exact up to rounding.
    network = nncore.Network.from_layers(weights=[[[2.0]]], biases=None, activations=["linear"])

    check = nncore.check_gradient(network, [[3.0]], [[5.0]])

    assert check.analytic.tolist() == [3.0]
    assert check.numeric.item() == pytest.approx(3.0, rel=1e-9)
    assert check.relative_error.shape == check.too_small.shape == (1,)


def test_mean_divides_both_sides_by_the_samples():
    network = nncore.Network.from_layers(weights=[[[2.0]]], biases=None, activations=["linear"])

    check = nncore.check_gradient(network, [[3.0], [1.0]], [[5.0], [4.0]], reduction="mean")

    # (3 · (6 − 5) + 1 · (2 − 4)) / 2 = 0.5
    assert check.analytic.item() == pytest.approx(0.5, abs=1e-12)
    assert check.numeric.item() == pytest.approx(0.5, abs=1e-9)


def test_a_penalty_counts_for_weights_and_not_for_biases():
    network = nncore.Network.from_layers(weights=[[[2.0]]], biases=[[7.0]], activations=["linear"])

    check = nncore.check_gradient(network, [[0.0]], [[7.0]], penalty=nncore.L2(0.5))

    # The error is 0, so only strength · w = 0.5 · 2 = 1 is left, and nothing for the bias.
    assert check.analytic.tolist() == [1.0, 0.0]
    np.testing.assert_allclose(check.numeric, [1.0, 0.0], atol=1e-9)


def test_the_check_changes_nothing():
    network = random_network(nncore.Architecture((2, 2, 1), ("tanh", "linear")), 5)
    before = network.parameters.copy()

    nncore.check_gradient(network, random_table(3, 2, 0), random_table(3, 1, 1))

    assert network.parameters.tolist() == before.tolist()


# --- the check can fail -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(set(ACTIVATIONS) - {"linear", "softmax"}))
@pytest.mark.parametrize("layer", ["hidden", "output"])
def test_a_wrong_derivative_is_caught(name, layer, monkeypatch):
    right = ACTIVATIONS[name]
    slightly_more = replace(right, derivative=lambda *given_to: right.derivative(*given_to) * 1.0001)
    monkeypatch.setitem(ACTIVATIONS, name, slightly_more)
    activations = (name, "linear") if layer == "hidden" else ("linear", name)
    network = nncore.Network(nncore.Architecture((2, 3, 1), activations), np.linspace(0.1, 0.9, 13))

    check = nncore.check_gradient(network, [[1.0, 2.0], [0.5, 0.3]], [[0.2], [0.7]])

    assert not check.agrees
    assert check.max_relative_error > 1e-5
    assert "a formula is wrong" in check.sentence


@pytest.mark.parametrize("loss", sorted(LOSSES))
def test_a_wrong_loss_gradient_is_caught(loss, monkeypatch):
    right = LOSSES[loss]
    wrong = replace(right, gradient=lambda outputs, targets: right.gradient(outputs, targets) * 1.0001)
    monkeypatch.setitem(LOSSES, loss, wrong)
    architecture = nncore.Architecture((2, 2), (right.output_activation or "tanh",))
    network = random_network(architecture, 0)

    check = nncore.check_gradient(network, random_table(4, 2, 0), random_targets(loss, 4, 2, 1), loss=loss)

    assert not check.agrees


def test_one_wrong_parameter_among_many_is_named(monkeypatch):
    right = nncore.Network.backward

    def wrong(*arguments, **keywords):
        gradient = right(*arguments, **keywords)
        return replace(gradient, parameters=gradient.parameters + 0.01 * (np.arange(9) == 4))

    monkeypatch.setattr(nncore.Network, "backward", wrong)
    network = random_network(nncore.Architecture((2, 2, 1), ("tanh", "linear")), 5)

    check = nncore.check_gradient(network, random_table(3, 2, 0), random_table(3, 1, 1))

    assert int(check.relative_error.argmax()) == 4
    assert check.sentence.startswith("The derivative with respect to parameter 4 is ")
    assert str(check) == check.sentence


def test_a_kink_within_reach_is_reported():
    # A relu at exactly 0: the analytic derivative is 0 by choice, the difference sees half of the other one.
    network = nncore.Network.from_layers(weights=[[[0.0]]], biases=None, activations=["relu"])

    check = nncore.check_gradient(network, [[1.0]], [[5.0]])

    # ((h − 5)² − 25) / 2 / 2h = −2.5 + h/4
    assert check.analytic.item() == 0.0
    assert check.numeric.item() == pytest.approx(-2.5, abs=1e-5)
    assert "bends too sharply here, as it does at a kink" in check.sentence


def test_agreement_is_said_in_a_sentence():
    network = nncore.Network.from_layers(weights=[[[2.0]]], biases=None, activations=["linear"])

    check = nncore.check_gradient(network, [[3.0]], [[5.0]])

    assert check.sentence.startswith("The derivatives agree with central differences: the largest error is ")


# --- refusals ---------------------------------------------------------------------------------------------------------


def test_what_has_no_gradient_is_refused():
    network = random_network(nncore.Architecture((2, 1), ("tanh",)), 0)

    with pytest.raises(SettingError, match="binary_cross_entropy needs an output layer with sigmoid"):
        nncore.check_gradient(network, [[1, 2]], [[1]], loss="binary_cross_entropy")
    with pytest.raises(TableError, match=r"targets has shape \(1, 2\) but outputs has shape \(1, 1\)"):
        nncore.check_gradient(network, [[1, 2]], [[1, 2]])
