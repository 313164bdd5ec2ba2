"""Going back: what it costs, whether all at once or a little at a time, and that it comes to the very same numbers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nncore
from nncore.engine.block import EngineState
from nncore.training.recent_states import MOST_STATES, RecentStates

from ..counted_epochs import counted_epochs
from .history_test import ROOMY, trainer_for

ONE_EPOCH = 1e-9
"""So few seconds that they are over after one epoch."""

XOR = {"inputs": [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], "targets": [[0.0], [1.0], [1.0], [0.0]]}
WIDE = nncore.Architecture((2, 64, 64, 64, 64, 64, 64, 1), ("tanh",) * 6 + ("sigmoid",))
OPTIMIZERS = {"SGD": nncore.SGD(0.5), "momentum": nncore.SGD(0.1, momentum=0.9), "Adam": nncore.Adam(0.01)}


def trained_in_slices(epochs, each, **how):
    trainer = trainer_for(**{"memory_limit": 2_000, "epochs": epochs, "optimizer": OPTIMIZERS["Adam"], **how})
    while trainer.advance(epochs=each):
        pass
    return trainer


@pytest.fixture(scope="module")
def wide():
    trainer = trained_in_slices(500, 20, memory_limit=4_000_000, architecture=WIDE, **XOR)
    assert trainer.history.stride > 8
    return trainer


# --- a little at a time -----------------------------------------------------------------------------------------------


def test_a_short_slice_trains_one_epoch_and_the_next_one_goes_on_there(wide):
    there = []
    with counted_epochs() as trained:
        while not (there and there[-1]):
            before = trained.count
            there.append(wide.history.approach(251, seconds=ONE_EPOCH))
            assert trained.count <= before + 1
        total = trained.count
        found = wide.history.network_at(251)
        assert trained.count == total  # it is there

    assert 1 < len(there) <= 251
    assert found.parameters.tobytes() == trained_to(251).parameters.tobytes()


def trained_to(epoch):
    return trainer_for(4_000_000, architecture=WIDE, epochs=epoch, optimizer=OPTIMIZERS["Adam"], **XOR).finish().network


def test_without_any_time_nothing_is_trained(wide):
    with counted_epochs() as trained:
        assert not wide.history.approach(377, seconds=0.0)

    assert trained.count == 0


def test_what_is_recorded_is_there_at_once(wide):
    with counted_epochs() as trained:
        assert all(wide.history.approach(int(epoch), seconds=0.0) for epoch in wide.history.epochs)

    assert trained.count == 0


@settings(max_examples=60)
@given(
    name=st.sampled_from(sorted(OPTIMIZERS)),
    batch_size=st.sampled_from([None, 3]),
    each=st.integers(1, 60),
    asked=st.lists(st.tuples(st.integers(0, 150), st.integers(1, 12)), max_size=6),
    last=st.integers(0, 150),
)
def test_whatever_was_asked_for_before_an_epoch_arrives_and_is_the_one_of_the_whole_run(
    name, batch_size, each, asked, last
):
    how = {"optimizer": OPTIMIZERS[name], "epochs": 150, "batch_size": batch_size, "shuffle": True}
    whole = trainer_for(ROOMY, **how).finish().history.parameters
    history = trained_in_slices(each=each, memory_limit=1, **how).history

    for epoch, slices in asked:
        if any(history.approach(epoch, seconds=ONE_EPOCH) for _ in range(slices)):
            assert history.network_at(epoch).parameters.tobytes() == whole[epoch].tobytes()
    slices = 0
    while not history.approach(last, seconds=ONE_EPOCH):
        slices += 1
        assert slices <= 150

    assert history.network_at(last).parameters.tobytes() == whole[last].tobytes()


# --- what is known without training -----------------------------------------------------------------------------------


@pytest.mark.parametrize("each", [1, 7, 50])
def test_the_epoch_before_the_newest_is_never_further_than_a_slice(each):
    history = trained_in_slices(500, each, memory_limit=1).history
    assert history.stride > 64

    with counted_epochs() as trained:
        history.network_at(499)

    assert trained.count <= each


def test_going_back_a_little_costs_little_however_long_the_run_is(wide):
    for back in (1, 5, 20):
        with counted_epochs() as trained:
            wide.history.network_at(500 - back)
        assert trained.count <= 60


def test_going_back_epoch_by_epoch_trains_a_few_epochs_again_and_again_not_all_of_them(wide):
    with counted_epochs() as trained:
        for epoch in range(300, 260, -1):
            wide.history.network_at(epoch)

    assert trained.count <= 300 + 40 * wide.history.stride


@given(st.lists(st.integers(1, 100), min_size=1, max_size=80), st.integers(0, 8_000))
def test_the_newest_state_is_kept_and_no_more_than_a_few_are(steps, epoch):
    recent = RecentStates()
    for at in np.cumsum(steps):
        recent.add(EngineState(int(at), np.zeros((1, 1)), np.zeros((0, 1, 1)), 0))

    assert recent.epochs[-1] == sum(steps)
    assert len(recent.epochs) == min(len(steps), MOST_STATES)
    assert list(recent.epochs) == sorted(set(recent.epochs) & set(np.cumsum(steps).tolist()))
    newest = recent.newest(epoch)
    assert (None if newest is None else newest.epoch) == max((at for at in recent.epochs if at <= epoch), default=None)
