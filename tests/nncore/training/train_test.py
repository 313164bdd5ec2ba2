import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.random import RandomState

import nncore
from nncore.errors import LimitError, NeuralNetworkError, SettingError, TableError, UnknownNameError, UnwiseWarning

from ..random_runs import problems, random_network, ways_to_train

NEURON = nncore.Architecture((3, 1), ("sigmoid",), bias=False)
INPUTS = np.array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]], dtype=float)
TARGETS = np.array([[0], [1], [1], [0]], dtype=float)


def one_weight(weight=2.0, activation="linear"):
    return nncore.Network.from_layers(weights=[[[weight]]], biases=None, activations=(activation,))


def train(network, inputs, targets, **how):
    return nncore.train(network, inputs, targets, **{"loss": "half_squared_error", **how})


def first_article(**how):
    network = nncore.Network.initialize(NEURON, seed=1)
    return train(network, INPUTS, TARGETS, **{"optimizer": nncore.SGD(1.0), "reduction": "sum", "epochs": 100, **how})


# --- by hand ----------------------------------------------------------------------------------------------------------


def test_one_epoch_moves_a_weight_by_learning_rate_times_gradient():
    run = train(one_weight(2.0), [[3.0]], [[5.0]], optimizer=nncore.SGD(0.1), epochs=1)

    # output = 2 · 3 = 6, error = 6 − 5 = 1, gradient = 1 · 3 = 3, weight = 2 − 0.1 · 3 = 1.7
    # losses: ½ · 1² = 0.5; ½ · (1.7 · 3 − 5)² = ½ · 0.1² = 0.005
    assert run.network.parameters.item() == pytest.approx(1.7, abs=1e-12)
    np.testing.assert_allclose(run.history.loss, [0.5, 0.005], rtol=0, atol=1e-12)
    np.testing.assert_allclose(run.history.parameters, [[2.0], [1.7]], rtol=0, atol=1e-12)
    assert run.history.epochs.tolist() == [0, 1]


@pytest.mark.parametrize(("reduction", "weight"), [("sum", 1.5), ("mean", 1.75)])
def test_the_reduction_decides_how_large_a_step_is(reduction, weight):
    # errors 2 − 1 = 1 and 4 − 2 = 2, gradients 1 · 1 and 2 · 2: together 5; 2 − 0.1 · 5, or 2 − 0.1 · 5/2
    run = train(one_weight(), [[1.0], [2.0]], [[1.0], [2.0]], optimizer=nncore.SGD(0.1), epochs=1, reduction=reduction)

    assert run.network.parameters.item() == pytest.approx(weight, abs=1e-12)


def test_a_smaller_last_batch_is_kept_and_divides_by_its_own_size():
    run = train(
        one_weight(1.0), [[1.0], [1.0], [2.0]], [[0.0], [2.0], [4.0]], optimizer=nncore.SGD(0.1), epochs=1, batch_size=2
    )

    # rows 1 and 2: errors 1 and −1, gradient (1 − 1)/2 = 0. Row 3 alone: error 2 − 4 = −2, gradient −4: 1 + 0.4 = 1.4
    # the whole table's loss then: ½ (1.4² + 0.6² + 1.2²)/3 = ½ · 3.76/3 = 0.626666666667
    assert run.network.parameters.item() == pytest.approx(1.4, abs=1e-12)
    assert run.history.loss[1] == pytest.approx(0.626666666667, abs=1e-12)


def test_the_first_article_ends_with_its_weights_and_its_prediction():
    run = first_article(epochs=15_000)

    np.testing.assert_allclose(run.network.parameters, [10.08740896, -0.20695366, -4.83757835], rtol=0, atol=1e-8)
    assert run.network.predict([[1, 0, 0]]).item() == pytest.approx(0.9999584, abs=5e-8)


def test_the_first_article_is_trained_as_its_own_loop_does():
    weights = 2 * RandomState(1).random_sample((3, 1)) - 1
    for _ in range(100):
        output = 1 / (1 + np.exp(-(INPUTS @ weights)))
        weights = weights + INPUTS.T @ ((TARGETS - output) * output * (1 - output))

    np.testing.assert_allclose(first_article(epochs=100).network.weights[0], weights, rtol=1e-10)


def test_clipping_comes_after_the_penalty():
    run = train(
        one_weight(2.0), [[3.0]], [[5.0]], optimizer=nncore.SGD(0.1), epochs=1, penalty=nncore.L2(0.5), clip_norm=2.0
    )

    # gradient 3 + 0.5 · 2 = 4, longer than 2: cut to 2; 2 − 0.1 · 2 = 1.8. (Cut before the penalty: 2 − 0.1 · 3 = 1.7.)
    assert run.network.parameters.item() == pytest.approx(1.8, abs=1e-12)


def test_clipping_keeps_the_direction_of_the_whole_gradient():
    network = nncore.Network.from_layers(weights=[[[0.0], [0.0]]], biases=None, activations=("linear",))

    run = train(network, [[3.0, 4.0]], [[-1.0]], optimizer=nncore.SGD(1.0), epochs=1, clip_norm=1.0)

    # gradient 1 · (3, 4), of length 5: (0.6, 0.8)
    np.testing.assert_allclose(run.network.parameters, [-0.6, -0.8], rtol=0, atol=1e-12)


def test_a_short_gradient_is_not_clipped():
    run = train(one_weight(2.0), [[3.0]], [[5.0]], optimizer=nncore.SGD(0.1), epochs=1, clip_norm=3.5)

    assert run.network.parameters.item() == pytest.approx(1.7, abs=1e-12)


# --- against a plain loop over the textbook ---------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore::nncore.errors.UnwiseWarning")
@settings(max_examples=60)
@given(
    problem=problems(), seed=st.integers(0, 2**32 - 1), batch_size=st.sampled_from([None, 1, 2, 3, 7, 50]),
    shuffle=st.booleans(), reduction=st.sampled_from(["sum", "mean"]),
    penalty=st.sampled_from([None, nncore.L2(0.1), nncore.L1(0.05)]),
)  # fmt: skip
def test_epochs_batches_and_their_order_are_those_of_a_plain_loop(
    problem, seed, batch_size, shuffle, reduction, penalty
):
    architecture, inputs, targets, loss = problem
    start, rate, samples = random_network(architecture, 5), 0.05, len(inputs)

    run = nncore.train(
        start, inputs, targets, loss=loss, optimizer=nncore.SGD(rate), epochs=4, batch_size=batch_size, shuffle=shuffle,
        reduction=reduction, penalty=penalty, seed=seed,
    )  # fmt: skip

    network = start
    for epoch in range(1, 5):
        order = RandomState([seed, epoch]).permutation(samples) if shuffle else np.arange(samples)
        size = batch_size or samples
        for first in range(0, samples, size):
            rows = order[first : first + size]
            gradient = network.backward(
                network.forward(inputs[rows]), targets[rows], loss=loss, reduction=reduction, penalty=penalty
            )
            network = nncore.Network(architecture, network.parameters - rate * gradient.parameters)
        whole = network.backward(network.forward(inputs), targets, loss=loss, reduction=reduction, penalty=penalty)
        np.testing.assert_allclose(run.history.parameters[epoch], network.parameters, rtol=1e-8, atol=1e-9)
        assert run.history.loss[epoch] == pytest.approx(whole.loss, rel=1e-7, abs=1e-9)
        if penalty is not None:
            assert run.history.objective[epoch] == pytest.approx(whole.objective, rel=1e-7, abs=1e-9)


def test_the_seed_decides_the_order_of_the_rows_and_nothing_else():
    start = random_network(NEURON, 3)

    def trained(**how):
        return train(start, INPUTS, TARGETS, optimizer=nncore.SGD(1.0), epochs=5, **how).network.parameters.tolist()

    assert trained(batch_size=2, shuffle=True, seed=1) != trained(batch_size=2, shuffle=True, seed=2)
    assert trained(batch_size=2, shuffle=False, seed=1) == trained(batch_size=2, shuffle=False, seed=2)
    assert trained(shuffle=True, seed=1) == trained(shuffle=True, seed=2)  # the whole table at once has no order


def test_the_network_that_is_handed_over_stays_as_it_was():
    network = nncore.Network.initialize(NEURON, seed=1)
    before = network.parameters.tolist()

    run = train(network, INPUTS, TARGETS, optimizer=nncore.SGD(1.0), epochs=50)

    assert network.parameters.tolist() == before
    assert run.history.parameters[0].tolist() == before
    assert run.network.parameters.tolist() != before


def test_the_tables_that_are_handed_over_stay_as_they_were():
    inputs, targets = INPUTS.copy(), TARGETS.copy()

    train(random_network(NEURON, 3), inputs, targets, optimizer=nncore.SGD(1.0), epochs=5, batch_size=3, shuffle=True)

    assert inputs.tolist() == INPUTS.tolist()
    assert targets.tolist() == TARGETS.tolist()


def test_a_table_changed_during_the_run_does_not_change_the_run():
    inputs, targets = INPUTS.copy(), TARGETS.copy()
    network = nncore.Network.initialize(NEURON, seed=1)
    how = {"loss": "half_squared_error", "optimizer": nncore.SGD(1.0), "epochs": 100, "reduction": "sum"}
    trainer = nncore.Trainer(network, inputs, targets, memory_limit=2000, **how)

    trainer.advance(epochs=50)
    inputs[:] = 9.0
    targets[:] = 1 - targets
    trainer.finish()

    expected = first_article(epochs=100).history
    assert trainer.network.parameters.tolist() == expected.parameters[100].tolist()
    assert trainer.history.network_at(31).parameters.tolist() == expected.parameters[31].tolist()


# --- in steps ---------------------------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(problem=problems(), data=st.data())
@pytest.mark.filterwarnings("ignore::nncore.errors.UnwiseWarning")
def test_a_run_in_steps_is_the_run_in_one_go_to_the_last_bit(problem, data):
    architecture, inputs, targets, loss = problem
    how = {**data.draw(ways_to_train(architecture, longest=80)), "loss": loss, "seed": data.draw(st.integers(0, 99))}
    network = random_network(architecture, 1)
    whole = nncore.train(network, inputs, targets, **how)

    # Drawn beforehand: how often a slice of time has to be asked for depends on the clock.
    by_epochs = st.fixed_dictionaries({"epochs": st.integers(1, 30)})
    by_seconds = st.fixed_dictionaries({"seconds": st.sampled_from([1e-9, 1e-3])})
    steps = itertools.cycle(data.draw(st.lists(by_epochs | by_seconds, min_size=1, max_size=6)))

    trainer = nncore.Trainer(network, inputs, targets, **how)
    while not trainer.finished:
        trainer.advance(**next(steps))

    assert trainer.stop_reason == whole.stop_reason
    assert trainer.history.epochs.tolist() == whole.history.epochs.tolist()
    assert trainer.history.loss.tobytes() == whole.history.loss.tobytes()
    assert trainer.history.parameters.tobytes() == whole.history.parameters.tobytes()
    assert trainer.network.parameters.tobytes() == whole.network.parameters.tobytes()
    assert trainer.advance(epochs=1) == trainer.advance(seconds=1.0) == 0


def test_advancing_tells_how_many_epochs_were_done():
    trainer = nncore.Trainer(
        one_weight(), [[1.0]], [[0.0]], loss="half_squared_error", optimizer=nncore.SGD(0.01), epochs=700
    )

    done = [trainer.advance(epochs=300), trainer.advance(epochs=300), trainer.advance(epochs=300)]

    assert done == [300, 300, 100]
    assert trainer.epoch == 700
    assert trainer.finished
    assert trainer.advance(epochs=300) == 0


def test_advancing_for_no_time_at_all_still_trains_an_epoch():
    trainer = nncore.Trainer(
        one_weight(), [[1.0]], [[0.0]], loss="half_squared_error", optimizer=nncore.SGD(0.01), epochs=5
    )

    assert trainer.advance(seconds=1e-12) >= 1
    assert trainer.epoch >= 1


@pytest.mark.parametrize("how", [{}, {"epochs": 1, "seconds": 1}, {"epochs": 0}, {"epochs": 1.5}, {"seconds": 0}])
def test_advancing_needs_either_epochs_or_seconds(how):
    trainer = nncore.Trainer(
        one_weight(), [[1.0]], [[0.0]], loss="half_squared_error", optimizer=nncore.SGD(0.01), epochs=5
    )

    with pytest.raises(SettingError, match=r"Got .*\."):
        trainer.advance(**how)
    assert trainer.epoch == 0


def test_a_run_of_no_epochs_is_finished_from_the_start():
    run = train(one_weight(), [[3.0]], [[5.0]], optimizer=nncore.SGD(0.1), epochs=0)

    assert run.history.epochs.tolist() == [0]
    assert run.network.parameters.tolist() == [2.0]
    assert run.stop_reason.kind == "epochs"


# --- what is refused, and what is only unwise -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "kind", "sentence"),
    [
        ({"inputs": [[1.0], [2.0]]}, TableError, r"inputs has 1 column but the network has 3 inputs\."),
        ({"targets": [[1.0, 2.0]] * 4}, TableError, r"targets has 2 columns but the network has 1 output\."),
        ({"targets": [[1.0]] * 3}, TableError, r"targets has 3 rows but inputs has 4\. Both need one row per sample\."),
        ({"targets": [0, 1, 1, 0]}, TableError, r"targets must have two dimensions.* targets\.reshape\(-1, 1\)"),
        ({"inputs": [[0, 0, np.nan]] * 4}, TableError, r"inputs, row 1, column 3: nan is not a finite number"),
        ({"inputs": [], "targets": []}, TableError, r"inputs must have at least one row and one column"),
        ({"test_inputs": INPUTS}, TableError, r"test_inputs and test_targets go together"),
        (
            {"test_inputs": INPUTS, "test_targets": [[1.0]]},
            TableError,
            r"test_targets has 1 row but test_inputs has 4",
        ),
        ({"loss": "categorical_cross_entropy"}, SettingError, r"needs an output layer with softmax\. Got sigmoid"),
        ({"loss": "binary_cross_entropy", "targets": [[2.0]] * 4}, SettingError, r"needs targets from 0 to 1\. Got 2"),
        ({"loss": "half_square_error"}, UnknownNameError, r'Did you mean "half_squared_error"\?'),
        ({"reduction": "max"}, UnknownNameError, r'"max" is not a known reduction'),
        ({"epochs": -1}, SettingError, r"epochs must be a whole number from 0 to 10,000,000\. Got -1 instead"),
        ({"epochs": 10**7 + 1}, SettingError, r"epochs must be a whole number from 0 to 10,000,000"),
        ({"optimizer": "adam"}, SettingError, r'optimizer must be one such as SGD\(learning_rate=0\.1\)\. Got "adam"'),
        ({"batch_size": 0}, SettingError, r"batch_size must be a whole number of at least 1\. Got 0"),
        ({"shuffle": 1}, SettingError, r"shuffle must be True or False\. Got 1"),
        ({"penalty": 0.1}, SettingError, r"penalty must be L1\(strength\), L2\(strength\) or None\. Got 0\.1"),
        ({"clip_norm": 0}, SettingError, r"clip_norm must be a positive number\. Got 0"),
        ({"stop": (0.1,)}, SettingError, r"stop must hold rules such as LossReached\(0\.01\)\. Got 0\.1"),
        ({"seed": -1}, SettingError, r"seed must be a whole number from 0"),
    ],
)
def test_what_cannot_be_trained_is_refused_before_it_starts(changed, kind, sentence):
    how = {
        "inputs": INPUTS, "targets": TARGETS, "loss": "half_squared_error", "optimizer": nncore.SGD(1.0), "epochs": 5,
        **changed,
    }  # fmt: skip
    network = nncore.Network.initialize(NEURON, seed=1)

    with pytest.raises(kind, match=sentence) as refusal:
        nncore.train(network, how.pop("inputs"), how.pop("targets"), **how)

    assert isinstance(refusal.value, NeuralNetworkError)


def test_too_large_a_table_for_too_wide_a_network_is_refused_before_its_work_buffers_are_made():
    wide = nncore.Architecture((1, 40_000, 1), ("relu", "linear"))
    network = nncore.Network(wide, np.zeros(wide.parameter_count))

    with pytest.raises(LimitError, match=r"1,000 samples would take 1,280 MB\. The limit is 1,000 MB"):
        train(network, np.zeros((1000, 1)), np.zeros((1000, 1)), optimizer=nncore.SGD(0.1), epochs=1)


def test_targets_out_of_reach_train_with_a_warning():
    with pytest.warns(UnwiseWarning, match=r"The target 5 can never be reached: sigmoid answers between 0 and 1"):
        run = train(one_weight(0.0, "sigmoid"), [[1.0]], [[5.0]], optimizer=nncore.SGD(0.1), epochs=3)

    assert run.history.last_epoch == 3


def test_a_huge_learning_rate_trains_with_a_warning():
    with pytest.warns(UnwiseWarning, match=r"A learning rate of 1,000 is very large for SGD"):
        run = train(one_weight(), [[0.001]], [[1.0]], optimizer=nncore.SGD(1000.0), epochs=3)

    assert run.history.last_epoch == 3


def test_nothing_is_printed(capsys):
    first_article(epochs=10)

    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("given", [None, nncore.Architecture((3, 1), ("sigmoid",)), [[1.0]]])
def test_what_is_no_network_is_refused_in_a_sentence(given):
    settings = {"loss": "half_squared_error", "optimizer": nncore.SGD(1.0), "epochs": 1}

    with pytest.raises(SettingError, match=r"^network must be a Network\. Got "):
        nncore.train(given, [[0, 0, 1]], [[1]], **settings)
    with pytest.raises(SettingError, match=r"^network must be a Network\. Got "):
        nncore.check_gradient(given, [[0, 0, 1]], [[1]])
    with pytest.raises(SettingError, match=r"^architecture must be an Architecture\. Got None"):
        nncore.train_population(None, [[0, 0, 1]], [[1]], seeds=[1], **settings)
