"""A population in steps is the population at once, and each of its runs the run alone, histories included."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nncore
from nncore.errors import SettingError

from ..random_runs import problems, random_table, ways_to_train
from .population_test import INPUTS, NEURON, TARGETS, assert_equal_to_each_alone, train_alone, train_population


def trainer_of(*, seeds=range(5), **how):
    settings = {"loss": "half_squared_error", "optimizer": nncore.Adam(0.1), "epochs": 300, "warn": False, **how}
    return nncore.PopulationTrainer(NEURON, INPUTS, TARGETS, seeds=seeds, **settings)


def in_small_chunks(monkeypatch):
    """Let the runs of one population be trained two at a time."""
    monkeypatch.setattr("nncore.training.population_trainer.CHUNK_BYTES", 2 * 8 * 4 * (3 + 4 * 4))


@settings(max_examples=60, deadline=None)
@given(problem=problems(), data=st.data(), memory_limit=st.sampled_from([4_000_000, 3_000]))
def test_every_history_of_a_population_in_steps_equals_that_of_the_run_alone(problem, data, memory_limit):
    architecture, inputs, targets, loss = problem
    how = {**data.draw(ways_to_train(architecture)), "loss": loss, "test_inputs": inputs, "test_targets": targets}
    seeds = data.draw(st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=4))
    trainer = nncore.PopulationTrainer(
        architecture, inputs, targets, seeds=seeds, keep_history=True, memory_limit=memory_limit, warn=False, **how
    )

    while trainer.advance(epochs=data.draw(st.integers(1, 30))):
        pass

    population = trainer.population
    alone = [
        train_alone(architecture, inputs, targets, seed, memory_limit=memory_limit // len(seeds), **how)
        for seed in seeds
    ]
    assert_equal_to_each_alone(population, alone)
    for run, single in enumerate(alone):
        kept = population.run(run)
        assert kept.stop_reason == single.stop_reason
        for name in ("epochs", "loss", "test_loss", "objective", "parameters"):
            own, other = getattr(kept.history, name), getattr(single.history, name)
            assert (own is None) == (other is None)
            assert own is None or own.tobytes() == other.tobytes()
        middle = single.stop_reason.epoch // 2
        assert kept.history.network_at(middle).parameters.tobytes() == (
            single.history.network_at(middle).parameters.tobytes()
        )


@pytest.mark.parametrize("step", [{"epochs": 70}, {"seconds": 0.002}], ids=str)
@pytest.mark.parametrize("keep_history", [False, True])
def test_a_population_in_steps_is_the_population_at_once(step, keep_history, monkeypatch):
    how = {"batch_size": 3, "shuffle": True, "optimizer": nncore.Adam(0.1), "epochs": 300}
    at_once = train_population(NEURON, INPUTS, TARGETS, seeds=range(5), **how)
    in_small_chunks(monkeypatch)
    trainer = trainer_of(keep_history=keep_history, **how)

    done = 0
    while made := trainer.advance(**step):
        done += made

    population = trainer.population
    assert trainer.finished
    assert done == 5 * 300
    assert population.parameters.tobytes() == at_once.parameters.tobytes()
    assert population.loss.tobytes() == at_once.loss.tobytes()
    assert population.stop_reasons == at_once.stop_reasons


def test_a_population_can_be_shown_on_the_way_and_left_there(monkeypatch):
    in_small_chunks(monkeypatch)
    trainer = trainer_of(keep_history=True)

    trainer.advance(epochs=100)

    shown = trainer.population
    assert trainer.epoch == 100
    assert not trainer.finished
    assert shown.epochs.tolist() == [100] * 5
    assert set(shown.stop_kinds) == {"unfinished"}
    assert str(shown.stop_reasons[0]) == "Not finished: epoch 100 of 300."
    for run, seed in enumerate(shown.seeds):
        alone = train_alone(NEURON, INPUTS, TARGETS, seed, optimizer=nncore.Adam(0.1), epochs=300)
        assert shown.parameters[run].tolist() == alone.history.network_at(100).parameters.tolist()
        assert shown.histories[run].loss.tolist() == alone.history.loss[:101].tolist()


def test_what_is_shown_before_the_first_epoch_is_what_was_drawn(monkeypatch):
    in_small_chunks(monkeypatch)
    shown = trainer_of().population

    drawn = [nncore.Network.initialize(NEURON, seed=seed).parameters.tolist() for seed in range(5)]
    assert shown.parameters.tolist() == drawn
    assert shown.epochs.tolist() == [0] * 5


def test_what_was_shown_stays_as_it_was_while_the_runs_go_on():
    trainer = trainer_of()
    trainer.advance(epochs=10)
    shown = trainer.population
    noted = shown.parameters.tolist()

    trainer.finish()

    assert shown.parameters.tolist() == noted


def test_a_slice_of_time_trains_the_runs_that_lie_behind_first(monkeypatch):
    in_small_chunks(monkeypatch)
    monkeypatch.setattr("nncore.training.population_trainer.TURN", 8)
    trainer = trainer_of(epochs=40)

    while trainer.advance(seconds=1e-9):
        epochs = trainer.population.epochs
        assert epochs.max() - epochs.min() <= 8

    assert trainer.population.epochs.tolist() == [40] * 5


def test_a_population_that_has_ended_does_nothing_more():
    trainer = trainer_of(epochs=3)
    trainer.finish()

    assert trainer.advance(epochs=1) == trainer.advance(seconds=1.0) == 0
    assert trainer.epoch == 3


@pytest.mark.parametrize("step", [{}, {"epochs": 1, "seconds": 1.0}, {"epochs": 0}, {"seconds": 0}], ids=str)
def test_a_step_that_is_none_is_refused(step):
    with pytest.raises(SettingError):
        trainer_of().advance(**step)


def test_a_run_without_its_history_is_refused_with_the_mend():
    with pytest.raises(SettingError, match="Train it with keep_history=True"):
        trainer_of(epochs=1).finish().run(0)


def test_the_histories_together_stay_within_the_memory_they_may_hold():
    trainer = trainer_of(seeds=range(10), epochs=20_000, keep_history=True, memory_limit=400_000)

    population = trainer.finish()

    assert sum(history.memory for history in population.histories) <= 400_000
    exact = train_alone(NEURON, INPUTS, TARGETS, 7, optimizer=nncore.Adam(0.1), epochs=20_000)
    assert population.histories[7].network_at(12_345).parameters.tolist() == (
        exact.history.network_at(12_345).parameters.tolist()
    )


def test_an_experiment_sweeps_in_steps_too():
    experiment = nncore.articles.hidden_layer()
    trainer = experiment.population_trainer(range(3), keep_history=True)
    trainer.advance(epochs=50)

    population = trainer.finish()

    for run in range(3):
        alone = experiment.run(seed=run)
        assert population.run(run).history.test_loss.tobytes() == alone.history.test_loss.tobytes()
        assert population.run(run).history.parameters.tobytes() == alone.history.parameters.tobytes()
    assert experiment.sweep(range(3)).parameters.tobytes() == population.parameters.tobytes()
    np.testing.assert_array_equal(population.predict(random_table(2, 3, 0)).shape, (3, 2, 1))
