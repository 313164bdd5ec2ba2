from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.random import RandomState

import nncore
from nncore.errors import EpochError
from playground.runs.flips import FlipWatch
from playground.runs.live_run import LiveRun

ARTICLE_1, ARTICLE_2 = nncore.articles.single_neuron(), nncore.articles.hidden_layer()


class TrainingClock:
    """Goes only while a run is trained: so many seconds an epoch."""

    def __init__(self, seconds_an_epoch):
        self.seconds_an_epoch = seconds_an_epoch
        self.run = None

    def __call__(self):
        return 100.0 + self.run.trainer.epoch * self.seconds_an_epoch


def timed_run(experiment, seconds_an_epoch):
    clock = TrainingClock(seconds_an_epoch)
    clock.run = LiveRun(1, experiment, clock=clock)
    return clock.run


def wide(optimizer, epochs=700):
    """Return an experiment whose history soon grows full."""
    stream = RandomState(2)
    dataset = nncore.Dataset(stream.uniform(-1, 1, (4, 2)), stream.uniform(-1, 1, (4, 1)))
    architecture = nncore.Architecture((2, 40, 40, 1), ("tanh", "tanh", "linear"))
    return nncore.Experiment(dataset, architecture, "mean_squared_error", optimizer, epochs)


def trained_to(experiment, epoch):
    """Return the parameters of a run that was trained to an epoch and no further."""
    trainer = experiment.trainer(warn=False)
    if epoch:
        trainer.advance(epochs=epoch)
    return trainer.network.parameters.tolist()


def test_a_run_begins_untrained_with_its_first_record():
    run = LiveRun(7, ARTICLE_2)

    assert (run.number, run.trainer.epoch, run.last_epoch, run.threshold, run.flips) == (7, 0, 200, 0.5, [])
    assert run.recording.epochs.tolist() == [0]
    assert run.recording.rows[0, 2:].tolist() == ARTICLE_2.network().parameters.astype(np.float32).tolist()


def test_it_trains_as_far_as_it_is_asked_to_and_no_further():
    run = timed_run(ARTICLE_2, 0.001)

    reached = []
    for until in (0, 1, 50, 20, 50, 199, 1_000_000):
        run.advance(until, 3600.0)
        reached.append(run.trainer.epoch)

    assert reached == [0, 1, 50, 50, 50, 199, 200]
    assert run.trainer.finished


def test_it_trains_no_longer_than_it_may_once_its_pace_is_known():
    run = timed_run(ARTICLE_1, 0.001)
    run.advance(16, 1.0)

    run.advance(15_000, 0.25)

    # A quarter of a second is room for 250 epochs of a millisecond; rounding may cost a few.
    assert 240 <= run.trainer.epoch - 16 <= 250


def test_the_clock_is_looked_at_after_the_first_epoch():
    run = timed_run(ARTICLE_1, 0.1)

    run.advance(15_000, 0.25)

    # Epochs of a tenth of a second, as with 1,000 rows one by one: the second fits into a quarter, the third may not.
    assert run.trainer.epoch in (2, 3)


def test_a_run_that_is_slow_from_the_beginning_still_gets_on_by_an_epoch_each_time():
    run = timed_run(ARTICLE_2, 1.0)
    run.advance(1, 0.25)

    reached = []
    for _ in range(3):
        run.advance(200, 0.01)
        reached.append(run.trainer.epoch)

    assert reached == [2, 3, 4]


def test_a_finished_run_stays_as_it_is():
    run = LiveRun(1, replace(ARTICLE_2, stop=(nncore.LossReached(0.5),)))
    run.advance(200, 3600.0)
    records, epoch = len(run.recording.epochs), run.trainer.epoch

    run.advance(200, 3600.0)

    assert run.last_epoch == run.trainer.epoch == epoch < 200
    assert (len(run.recording.epochs), run.recording.epochs[-1]) == (records, epoch)


@pytest.mark.parametrize("epochs", [0, 1])
def test_a_run_of_hardly_any_epochs_ends(epochs):
    run = LiveRun(1, replace(ARTICLE_2, epochs=epochs))

    run.advance(10, 0.25)

    assert (run.trainer.finished, run.last_epoch, run.epoch_scale) == (True, epochs, "linear")
    assert run.recording.epochs.tolist() == list(range(epochs + 1))


OPTIMIZERS = {"SGD": nncore.SGD(0.5), "momentum": nncore.SGD(0.1, momentum=0.9), "Adam": nncore.Adam(0.01)}


@pytest.mark.parametrize("name", OPTIMIZERS)
@given(st.lists(st.integers(1, 60), max_size=12), st.sampled_from([None, 1, 4]))
@settings(max_examples=15)
def test_a_run_of_many_small_requests_equals_one_trained_at_once_bit_for_bit(name, portions, batch_size):
    experiment = replace(ARTICLE_2, optimizer=OPTIMIZERS[name], batch_size=batch_size)
    whole = experiment.run().history
    run = timed_run(experiment, 0.003)

    for portion in portions:
        run.advance(run.trainer.epoch + portion, 0.05)
    run.advance(200, 3600.0)

    history = run.trainer.history
    assert history.epochs.tolist() == run.recording.epochs.tolist() == whole.epochs.tolist()
    assert history.parameters.tobytes() == whole.parameters.tobytes()
    assert history.loss.tobytes() == whole.loss.tobytes()
    assert run.recording.rows[:, 2:].tobytes() == whole.parameters.astype("<f4").tobytes()


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_an_epoch_is_had_exactly_whether_the_history_holds_it_or_not(name):
    experiment = wide(OPTIMIZERS[name] if name == "Adam" else replace(OPTIMIZERS[name], learning_rate=0.02))
    run = LiveRun(1, experiment)
    run.advance(experiment.epochs, 3600.0)

    asked = [0, 1, 64, 129, 333, 698, 699, 700]
    exact = {epoch: run.exactly(epoch) for epoch in asked}

    history = run.trainer.history
    assert history.stride > 1
    assert not set(asked) <= set(history.epochs.tolist())
    for epoch in asked:
        assert exact[epoch]["parameters"] == trained_to(experiment, epoch)
        assert exact[epoch]["parameters"] == history.network_at(epoch).parameters.tolist()
    assert exact[700]["loss"] == pytest.approx(history.loss[-1], rel=1e-12)


def test_the_records_of_a_thinned_run_are_those_of_their_epochs():
    experiment = wide(nncore.Adam(0.01))
    run = LiveRun(1, experiment)

    run.advance(experiment.epochs, 3600.0)

    recording = run.recording
    assert (recording.epochs[0], recording.epochs[-1]) == (0, 700)
    for place in (0, 5, len(recording.epochs) // 2, len(recording.epochs) - 2, len(recording.epochs) - 1):
        exact = run.exactly(int(recording.epochs[place]))
        assert recording.rows[place, 2:].tolist() == np.float32(exact["parameters"]).tolist()
        assert recording.rows[place, 0] == pytest.approx(exact["loss"], rel=1e-6)


def test_the_loss_of_an_exact_epoch_is_the_one_that_was_recorded():
    run = LiveRun(1, ARTICLE_2)
    run.advance(200, 3600.0)

    losses = [run.exactly(epoch)["loss"] for epoch in range(0, 201, 20)]

    assert losses == pytest.approx(run.trainer.history.loss[::20].tolist(), rel=1e-12)


def test_an_epoch_that_is_not_trained_yet_cannot_be_had():
    run = LiveRun(1, ARTICLE_2)
    run.advance(10, 3600.0)

    with pytest.raises(EpochError, match="from 0 to 10"):
        run.exactly(11)


def test_another_limit_has_other_flips_and_the_old_one_its_old_ones_again():
    run = LiveRun(1, ARTICLE_2)
    run.advance(100, 3600.0)
    at_the_middle = list(run.flips)

    run.set_threshold(0.9)
    high = list(run.flips)
    run.advance(200, 3600.0)
    run.set_threshold(0.5)

    history = run.trainer.history
    expected = FlipWatch(ARTICLE_2, 0.9)
    expected.look(history.epochs[:101], history.parameters[:101])
    assert high == expected.flips != at_the_middle
    assert run.flips[: len(at_the_middle)] == at_the_middle != []


def test_a_run_that_explodes_ends_at_its_last_finite_epoch():
    dataset = nncore.Dataset([[1.0], [2.0]], [[1.0], [3.0]])
    architecture = nncore.Architecture((1, 1), ("linear",))
    run = LiveRun(1, nncore.Experiment(dataset, architecture, "half_squared_error", nncore.SGD(10.0), 100_000))

    run.advance(100_000, 3600.0)

    assert run.trainer.stop_reason.kind == "not_finite"
    assert run.last_epoch == run.trainer.epoch == run.recording.epochs[-1] < 1_000
    assert np.isfinite(run.exactly(run.last_epoch)["parameters"]).all()


def test_the_epoch_axis_is_chosen_once_and_stays():
    run = LiveRun(1, ARTICLE_1)
    run.advance(10, 3600.0)
    first = run.epoch_scale

    run.advance(5_000, 3600.0)

    assert (first, run.epoch_scale, LiveRun(2, ARTICLE_1).epoch_scale) == ("linear", "linear", "linear")


# --- branches ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("epoch", [3, 5_000, 14_999])
def test_a_branch_shows_what_it_has_in_common_with_the_run_it_leaves_and_then_its_own(epoch):
    left = LiveRun(1, ARTICLE_1)
    left.advance(15_000, 60)
    experiment = replace(ARTICLE_1, interventions=(nncore.Intervention(epoch, "parameter", (0, -5.0)),))
    whole = LiveRun(2, experiment)
    whole.advance(15_000, 60)

    branch = LiveRun(3, experiment, left)
    assert branch.trainer.epoch == epoch - 1
    branch.advance(15_000, 60)

    assert branch.recording.epochs.tolist() == whole.recording.epochs.tolist()
    assert branch.recording.rows.tobytes() == whole.recording.rows.tobytes()
    assert branch.flips == whole.flips
    assert branch.exactly(epoch + 1) == whole.exactly(epoch + 1)


@pytest.fixture(scope="module")
def thinned():
    """A run so long that its history is thinned; the runs that leave it only read it."""
    left = LiveRun(1, replace(ARTICLE_1, epochs=200_000))
    left.advance(200_000, 3600.0)
    assert left.trainer.history.stride > 1
    return left


def test_a_branch_of_a_long_run_keeps_the_early_records_that_the_history_has_thinned_out(thinned):
    left, change = thinned, nncore.Intervention(150_000, "parameter", (0, 1.0))

    branch = LiveRun(2, replace(left.experiment, interventions=(change,)), left)

    assert branch.trainer.epoch > 149_900
    assert branch.recording.epochs[:100].tolist() == left.recording.epochs[:100].tolist()
    branch.advance(151_000, 60)
    assert branch.exactly(150_000)["parameters"][0] == 1.0


def test_a_run_keeps_the_limit_of_the_run_it_leaves():
    left = LiveRun(1, ARTICLE_1)
    left.set_threshold(0.75)

    assert LiveRun(2, replace(ARTICLE_1, seed=2), left).threshold == 0.75


@pytest.mark.parametrize("epochs", [210_000, 190_000])
def test_a_longer_or_shorter_run_of_a_thinned_one_keeps_its_early_records(epochs, thinned):
    run = LiveRun(2, replace(ARTICLE_1, epochs=epochs), thinned)

    assert run.trainer.epoch > 180_000
    assert run.recording.epochs[:100].tolist() == list(range(100))
    run.advance(epochs, 60)
    assert run.recording.epochs[-1] == epochs
    assert (np.diff(run.recording.epochs.astype(int)) > 0).all()


def test_the_threshold_of_classes_minus_1_and_1_is_0_and_stays_between_them():
    bipolar = with_targets([[-1.0], [1.0], [1.0], [-1.0]])
    run = LiveRun(1, bipolar)

    assert run.threshold == 0.0
    run.set_threshold(-0.3)
    assert run.threshold == -0.3
    run.set_threshold(-3.0)
    assert run.threshold == -1.0


def test_a_threshold_is_kept_for_the_same_classes_only_and_comes_back_with_them():
    left = LiveRun(1, ARTICLE_1)
    left.set_threshold(0.75)

    other = LiveRun(2, with_targets([[-1.0], [1.0], [1.0], [-1.0]]), left)

    assert other.threshold == 0.0
    no_classes = LiveRun(3, with_targets([[-1.0], [0.3], [1.0], [-1.0]]), other)
    no_classes.set_threshold(0.9)
    assert no_classes.threshold == 0.5
    assert LiveRun(3, ARTICLE_1, no_classes).threshold == 0.75
    assert LiveRun(4, with_targets([[0.0], [1.0], [1.0], [1.0]]), left).threshold == 0.75


def with_targets(targets):
    dataset = nncore.Dataset(ARTICLE_1.dataset.inputs, targets)
    return replace(ARTICLE_1, dataset=dataset, architecture=nncore.Architecture((3, 1), ("tanh",)))
