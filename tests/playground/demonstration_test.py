import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nncore
from playground.demonstration import SHORTEST_SHOW, Demonstration

from .paced_runs import ARTICLE, FakeClock, PacedTrainer, demonstration, watched


def test_on_a_linear_axis_every_tick_shows_as_many_epochs():
    shown, clock = demonstration(seconds=2.0, scale="linear")

    epochs = watched(shown, clock, tick=0.25)

    # 200 epochs in 2 seconds are 25 in a quarter of one.
    assert epochs == [25, 50, 75, 100, 125, 150, 175, 200]


def test_on_a_log_axis_every_tick_goes_as_far_along_the_axis():
    shown, clock = demonstration(replace(ARTICLE, epochs=255), seconds=2.0, scale="log")

    epochs = watched(shown, clock, tick=0.25 + 1e-9)

    # log2(1 + 255) is 8: every quarter of a second doubles 1 + epoch. The billionth keeps rounding on one side.
    assert epochs == [1, 3, 7, 15, 31, 63, 127, 255]


@pytest.mark.parametrize("scale", ["linear", "log"])
def test_a_run_that_a_stop_rule_ends_early_takes_the_whole_time_to_be_shown(scale):
    stopping = replace(ARTICLE, epochs=100_000, stop=(nncore.LossReached(0.1),))
    shown, clock = demonstration(stopping, seconds=2.0, scale=scale)

    epochs = watched(shown, clock, tick=0.125)

    assert len(epochs) == 2.0 / 0.125
    assert epochs[-1] == shown.trainer.epoch < 1000
    assert shown.trainer.stop_reason.kind == "loss_reached"
    assert shown.finished


def test_a_run_whose_numbers_run_away_is_shown_up_to_its_last_finite_epoch():
    dataset = nncore.Dataset([[1.0], [2.0]], [[1.0], [3.0]])
    architecture = nncore.Architecture((1, 1), ("linear",))
    experiment = nncore.Experiment(dataset, architecture, "half_squared_error", nncore.SGD(10.0), 100_000)
    shown, clock = demonstration(experiment, seconds=1.0)

    epochs = watched(shown, clock, tick=0.1)

    assert shown.trainer.stop_reason.kind == "not_finite"
    assert epochs[-1] == shown.trainer.stop_reason.epoch
    assert np.isfinite(shown.network().parameters).all()
    assert (shown.finished, shown.going_on, shown.remaining()) == (True, False, 0.0)


@pytest.mark.parametrize("seconds", [0.0, 2.0])
def test_a_run_without_epochs_is_finished_at_once(seconds):
    shown, _ = demonstration(replace(ARTICLE, epochs=0), seconds=seconds)

    shown.advance(0.08)

    assert (shown.shown_epoch, shown.finished, shown.going_on, shown.remaining()) == (0, True, False, 0.0)
    assert shown.shown.tolist() == [0]


def test_without_a_time_to_take_everything_trained_is_shown_at_once():
    shown, _ = demonstration(seconds=0.0, epochs_a_slice=150)

    shown.advance(0.4)
    first = (shown.shown_epoch, shown.finished)
    shown.advance(0.4)

    assert first == (150, False)
    assert (shown.shown_epoch, shown.finished) == (200, True)


def test_a_run_that_trains_slower_than_it_could_be_shown_is_shown_as_it_is_trained():
    shown, clock = demonstration(seconds=2.0, epochs_a_slice=20, seconds_a_slice=1.0)

    epochs = watched(shown, clock, tick=0.0)

    # After one second half of it is due and 20 epochs are trained; from then on the training is always behind.
    assert epochs == list(range(20, 201, 20))


STEPS = st.lists(st.tuples(st.sampled_from(["advance", "stop", "start"]), st.floats(0, 0.5)), max_size=30)


@given(
    STEPS,
    st.sampled_from(["linear", "log"]),
    st.sampled_from([0.0, 0.5, SHORTEST_SHOW]),
    st.integers(1, 80),
    st.floats(0, 0.3),
    st.sampled_from([(), (nncore.LossReached(0.3),)]),
)
def test_whatever_is_pressed_the_shown_epoch_never_goes_back_nor_beyond_what_is_trained(
    steps, scale, seconds, epochs_a_slice, seconds_a_slice, stop
):
    shown, clock = demonstration(
        replace(ARTICLE, stop=stop),
        seconds=seconds,
        scale=scale,
        epochs_a_slice=epochs_a_slice,
        seconds_a_slice=seconds_a_slice,
    )
    for what, wait in steps:
        before = shown.shown_epoch
        clock.now += wait
        shown.advance(0.08) if what == "advance" else getattr(shown, what)()

        assert before <= shown.shown_epoch <= shown.trainer.epoch
        assert shown.shown_epoch in shown.trainer.history.epochs
        assert shown.finished == (shown.trainer.finished and shown.shown_epoch == shown.trainer.epoch)
        assert shown.going_on == (not shown.finished and not shown.stopped)
        assert shown.speed() >= 0
        assert shown.remaining() >= 0
        assert (shown.remaining() == 0) == shown.finished

    shown.start()
    watched(shown, clock, tick=0.1)
    assert shown.shown_epoch == shown.trainer.epoch


def test_stop_freezes_what_is_shown_and_keeps_what_is_trained():
    shown, clock = demonstration(seconds=2.0)
    clock.now += 0.5
    shown.advance(0.08)

    shown.stop()
    clock.now += 60.0
    shown.advance(0.08)

    assert (shown.shown_epoch, shown.trainer.epoch) == (50, 200)
    assert (shown.stopped, shown.going_on, shown.finished) == (True, False, False)


def test_stop_ends_the_training_too():
    shown, clock = demonstration(seconds=0.0, epochs_a_slice=30)
    shown.advance(0.08)

    shown.stop()
    clock.now += 1.0
    shown.advance(0.08)

    assert (shown.shown_epoch, shown.trainer.epoch) == (30, 30)


@pytest.mark.parametrize(
    ("scale", "at_the_stop", "afterwards"),
    [
        # 255 epochs in 2 seconds: 127.5 in the first, rounded down; then 31.875 a quarter of a second.
        ("linear", 127, [158, 190, 222, 254, 255]),
        # 1 + epoch doubles every quarter of a second.
        ("log", 15, [31, 63, 127, 255]),
    ],
)
def test_start_goes_on_from_the_shown_epoch_at_the_same_pace(scale, at_the_stop, afterwards):
    shown, clock = demonstration(replace(ARTICLE, epochs=255), seconds=2.0, scale=scale)
    clock.now += 1.0 + 1e-9
    shown.advance(0.08)
    shown.stop()
    clock.now += 60.0

    shown.start()
    shown.advance(0.08)
    goes_on_from = shown.shown_epoch
    epochs = watched(shown, clock, tick=0.25 + 1e-9)

    assert goes_on_from == at_the_stop
    assert epochs == afterwards


def test_the_network_is_that_of_the_shown_epoch():
    shown, clock = demonstration(seconds=2.0)
    run = ARTICLE.run()

    for _ in range(4):
        clock.now += 0.333
        shown.advance(0.08)

        assert shown.network().parameters.tolist() == run.history.network_at(shown.shown_epoch).parameters.tolist()
    assert shown.shown_epoch == 133  # 4 · 0.333 of 2 seconds are 133.2 of 200 epochs


def test_the_recorded_epochs_that_are_shown_end_with_the_shown_one():
    shown, clock = demonstration(seconds=2.0)
    clock.now += 0.125
    shown.advance(0.08)

    # An eighth of a second of 2 is 12.5 of 200 epochs.
    assert shown.trainer.history.epochs[shown.shown].tolist() == list(range(13))


def test_of_a_run_too_long_to_record_every_epoch_only_recorded_ones_are_shown():
    clock = FakeClock()
    experiment = replace(ARTICLE, epochs=3000, optimizer=nncore.Adam(0.01))
    inputs, targets, _, _ = experiment.scaled()
    # Room for a few dozen epochs: while the run grows, fewer and fewer of them stay recorded.
    trainer = nncore.Trainer(
        experiment.network(),
        inputs,
        targets,
        loss=experiment.loss,
        optimizer=experiment.optimizer,
        epochs=3000,
        memory_limit=10_000,
    )
    shown = Demonstration(experiment, PacedTrainer(trainer, clock, 50, 0.0), 2.0, "log", clock)
    shown.start()

    epochs = []
    while shown.going_on:
        clock.now += 0.02
        shown.advance(0.08)
        epochs.append(shown.shown_epoch)
        assert shown.shown_epoch in trainer.history.epochs

    assert len(trainer.history.epochs) < 200
    assert epochs == sorted(epochs)
    assert epochs[-1] == 3000


def test_the_speed_is_measured_while_training_and_stays_while_the_rest_is_shown():
    shown, clock = demonstration(seconds=2.0, epochs_a_slice=100, seconds_a_slice=0.5)
    before_any = shown.speed()

    shown.advance(0.08)
    shown.advance(0.08)
    trained = shown.speed()
    clock.now += 0.3
    shown.advance(0.08)

    assert before_any == 0.0
    assert trained == 200.0  # 2 · 100 epochs in 2 · 0.5 seconds
    assert shown.speed() == 200.0


def test_the_speed_counts_from_the_last_start():
    shown, clock = demonstration(seconds=0.0, epochs_a_slice=50, seconds_a_slice=0.5)
    shown.advance(0.08)
    shown.stop()
    clock.now += 60.0

    shown.start()
    shown.advance(0.08)

    assert shown.speed() == 100.0


def test_what_remains_is_the_longer_of_training_and_showing():
    training, _ = demonstration(seconds=2.0, epochs_a_slice=20, seconds_a_slice=1.0)
    showing, clock = demonstration(seconds=2.0)

    nothing_known = training.remaining()
    training.advance(0.08)
    clock.now += 0.5
    showing.advance(0.08)

    assert math.isinf(nothing_known)
    assert training.remaining() == 9.0  # 180 epochs at 20 a second; showing would take one second more
    assert showing.remaining() == 1.5


def test_the_epoch_axis_is_chosen_once_so_that_it_does_not_jump_while_a_run_grows():
    shown, _ = demonstration(replace(ARTICLE, epochs=1000), seconds=0.0, epochs_a_slice=40)
    shown.advance(0.08)

    early = shown.default_epoch_scale
    for _ in range(24):
        shown.advance(0.08)

    # Fewer than 50 epochs are linear; most of the fall of all 1,000 comes in their first tenth.
    assert shown.finished
    assert (early, shown.default_epoch_scale) == ("linear", "linear")
    finished, _ = demonstration(replace(ARTICLE, epochs=1000), seconds=0.0)
    finished.advance(0.08)
    assert finished.default_epoch_scale == "log"
