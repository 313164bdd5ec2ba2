import re
import warnings

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import nncore
from nncore.errors import LimitError, SettingError, TableError, UnwiseWarning

from ..random_runs import problems, random_table, ways_to_train

NEURON = nncore.Architecture((3, 1), ("sigmoid",), bias=False)
INPUTS = [[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]]
TARGETS = [[0], [1], [1], [0]]


def train_population(architecture, inputs, targets, **how):
    return nncore.train_population(
        architecture, inputs, targets, **{"loss": "half_squared_error", "warn": False, **how}
    )


def train_alone(architecture, inputs, targets, seed, initializer="uniform", **how):
    network = nncore.Network.initialize(architecture, initializer=initializer, seed=seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UnwiseWarning)
        return nncore.train(network, inputs, targets, seed=seed, **{"loss": "half_squared_error", **how})


def assert_equal_to_each_alone(population, alone):
    assert population.epochs.tolist() == [run.stop_reason.epoch for run in alone]
    assert list(population.stop_kinds) == [run.stop_reason.kind for run in alone]
    assert population.parameters.tobytes() == np.array([run.network.parameters for run in alone]).tobytes()
    assert population.loss.tobytes() == np.array([run.history.loss[-1] for run in alone]).tobytes()


# --- a run in a population is the run alone, to the last bit ----------------------------------------------------------


@settings(max_examples=150)
@given(problem=problems(), initializer=st.sampled_from(["uniform", "glorot_uniform", "he_normal"]), data=st.data())
def test_every_run_of_a_population_equals_the_same_seed_alone(problem, initializer, data):
    architecture, inputs, targets, loss = problem
    how = {**data.draw(ways_to_train(architecture)), "loss": loss, "initializer": initializer}
    seeds = data.draw(st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=5))

    population = train_population(architecture, inputs, targets, seeds=seeds, **how)

    alone = [train_alone(architecture, inputs, targets, seed, **how) for seed in seeds]
    assert_equal_to_each_alone(population, alone)


@settings(max_examples=60)
@given(
    layers=st.sampled_from([("relu",), ("linear",), ("leaky_relu", "elu"), ("softplus", "linear"), ("relu", "relu")]),
    rate=st.sampled_from([3.0, 30.0, 1e3, 1e80, 1e160, 1e300]),
    momentum=st.sampled_from([0.0, 0.9]),
    batch_size=st.sampled_from([None, 3]),
    rules=st.sampled_from([(), (nncore.LossReached(0.1),), (nncore.NoImprovement(2), nncore.LossReached(0.01))]),
    scale=st.sampled_from([1.0, 100.0]),
)
@example(("linear",), 1e300, 0.0, None, (nncore.LossReached(0.1), nncore.NoImprovement(3)), 100.0)
def test_runs_that_explode_end_for_themselves_as_they_do_alone(layers, rate, momentum, batch_size, rules, scale):
    architecture = nncore.Architecture((2, *[3] * (len(layers) - 1), 1), layers)
    inputs, targets = scale * random_table(7, 2, 1), random_table(7, 1, 2)
    how = {
        "optimizer": nncore.SGD(rate, momentum=momentum),
        "epochs": 60,
        "batch_size": batch_size,
        "stop": rules,
        "shuffle": True,
    }

    population = train_population(architecture, inputs, targets, seeds=range(4), **how)

    assert_equal_to_each_alone(
        population, [train_alone(architecture, inputs, targets, seed, **how) for seed in range(4)]
    )
    assert np.isfinite(population.parameters).all()
    assert np.isfinite(population.loss).all()


def test_some_runs_of_a_population_explode_while_the_others_go_on():
    # Two linear units in a row: where w1 · w2 ends up decides whether steps of this size still find the way down.
    architecture = nncore.Architecture((1, 1, 1), ("linear", "linear"), bias=False)
    table = [[1.0], [2.0], [3.0]], [[2.0], [4.0], [6.0]]
    how = {"optimizer": nncore.SGD(0.2), "epochs": 400}

    population = train_population(architecture, *table, seeds=range(40), **how)

    assert set(population.stop_kinds) == {"epochs", "not_finite"}
    assert_equal_to_each_alone(population, [train_alone(architecture, *table, seed, **how) for seed in range(40)])


def test_a_population_larger_than_the_cache_is_trained_in_parts_that_change_nothing(monkeypatch):
    how = {"seeds": range(30), "optimizer": nncore.Adam(0.1), "epochs": 25, "batch_size": 3, "shuffle": True}
    together = train_population(NEURON, INPUTS, TARGETS, **how)

    monkeypatch.setattr("nncore.training.population_trainer.CHUNK_BYTES", 4000)
    in_parts = train_population(NEURON, INPUTS, TARGETS, **how)

    assert in_parts.parameters.tobytes() == together.parameters.tobytes()
    assert in_parts.loss.tobytes() == together.loss.tobytes()


@settings(max_examples=25)
@given(seeds=st.permutations(range(6)), batch_size=st.sampled_from([None, 3]))
def test_the_order_of_the_seeds_does_not_matter(seeds, batch_size):
    how = {"optimizer": nncore.SGD(1.0), "epochs": 30, "batch_size": batch_size, "shuffle": True}
    sorted_population = train_population(NEURON, INPUTS, TARGETS, seeds=range(6), **how)

    population = train_population(NEURON, INPUTS, TARGETS, seeds=seeds, **how)

    assert population.seeds == tuple(seeds)
    assert population.parameters.tobytes() == sorted_population.parameters[list(seeds)].tobytes()


def test_seeds_of_numpy_become_numbers_of_python():
    population = train_population(NEURON, INPUTS, TARGETS, seeds=np.arange(2), optimizer=nncore.SGD(1.0), epochs=1)

    assert [type(seed) for seed in population.seeds] == [int, int]
    assert population.seeds == (0, 1)


def test_a_seed_may_come_twice():
    population = train_population(NEURON, INPUTS, TARGETS, seeds=[4, 4], optimizer=nncore.SGD(1.0), epochs=10)

    assert population.parameters[0].tolist() == population.parameters[1].tolist()


# --- what a population answers ----------------------------------------------------------------------------------------


def test_the_first_article_is_run_number_1_of_a_population():
    population = train_population(
        NEURON, INPUTS, TARGETS, seeds=[0, 1], optimizer=nncore.SGD(1.0), epochs=15_000, reduction="sum"
    )

    np.testing.assert_allclose(population.parameters[1], [10.08740896, -0.20695366, -4.83757835], atol=1e-8)
    assert population.predict([[1, 0, 0]])[1].item() == pytest.approx(0.9999584, abs=1e-7)


def test_predict_answers_what_each_network_answers():
    architecture = nncore.Architecture((2, 3, 2), ("tanh", "softmax"))
    inputs = random_table(5, 2, 3)
    population = train_population(
        architecture, inputs, np.eye(2)[[0, 1, 0, 1, 1]], seeds=range(4), loss="categorical_cross_entropy",
        optimizer=nncore.SGD(0.5), epochs=20,
    )  # fmt: skip

    outputs = population.predict(inputs)

    assert outputs.shape == (4, 5, 2)
    for run in range(4):
        np.testing.assert_allclose(outputs[run], population.network(run).predict(inputs), rtol=0, atol=1e-12)


def test_a_population_of_no_epochs_is_what_was_drawn():
    population = train_population(NEURON, INPUTS, TARGETS, seeds=[1], optimizer=nncore.SGD(1.0), epochs=0)

    assert population.parameters.round(8).tolist() == [[-0.16595599, 0.44064899, -0.99977125]]
    assert population.epochs.tolist() == [0]
    assert population.runs == 1


# --- refusals ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "kind", "sentence"),
    [
        ({"seeds": []}, SettingError, "seeds must name at least one seed. Got none."),
        ({"seeds": 5}, SettingError, "seeds must be several, such as range(100). Got 5 instead."),
        ({"seeds": "12"}, SettingError, 'seed must be a whole number from 0 to 4,294,967,295. Got "1" instead.'),
        ({"epoch": 1}, TypeError, "unexpected keyword argument 'epoch'"),
        ({"test_input": 1}, TypeError, "unexpected keyword argument 'test_input'"),
        ({"seeds": [-1]}, SettingError, "seed must be a whole number from 0 to 4,294,967,295. Got -1 instead."),
        ({"stop": (nncore.TimeLimit(1),)}, SettingError, "A population cannot have a time limit"),
        ({"loss": "binary_cross_entropy", "targets": [[0], [1], [2], [0]]}, SettingError, "needs targets from 0 to 1"),
        ({"targets": [[0], [1]]}, TableError, "targets has 2 rows but inputs has 4"),
        ({"inputs": [[0], [1], [2], [3]]}, TableError, "inputs has 1 column but the network has 3 inputs"),
        ({"test_inputs": [[1, 2, 3]]}, TableError, "test_inputs and test_targets go together"),
        ({"seeds": range(10**15)}, LimitError, "1,000,000,000,000,000 runs would take"),
    ],
)
def test_what_cannot_be_trained_is_refused(changed, kind, sentence):
    how = {"inputs": INPUTS, "targets": TARGETS, "seeds": [1], "optimizer": nncore.SGD(1.0), "epochs": 5, **changed}

    with pytest.raises(kind, match=re.escape(sentence)):
        train_population(NEURON, how.pop("inputs"), how.pop("targets"), **how)


def test_predict_refuses_a_table_that_does_not_fit():
    population = train_population(NEURON, INPUTS, TARGETS, seeds=[1], optimizer=nncore.SGD(1.0), epochs=1)

    with pytest.raises(TableError, match="inputs has 2 columns but the networks have 3 inputs"):
        population.predict([[1, 2]])
