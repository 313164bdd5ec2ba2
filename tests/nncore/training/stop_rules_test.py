import time
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nncore
from nncore.errors import SettingError
from nncore.training.stop_rules import StopReason, stop_reason
from nncore.training.stop_watch import StopWatch


def train(weight, rate, epochs, *, target=0.0, layers=1, **how):
    """Train w1 · w2 · … · x towards a target at x = 1; a single weight is multiplied by 1 − rate every epoch."""
    network = nncore.Network.from_layers(weights=[[[weight]]] * layers, biases=None, activations=("linear",) * layers)
    how = {"loss": "half_squared_error", "optimizer": nncore.SGD(rate), "epochs": epochs, **how}
    return nncore.train(network, [[1.0]], [[target]], **how)


# --- a loss reached ---------------------------------------------------------------------------------------------------


def test_a_run_ends_at_the_first_epoch_that_reaches_the_loss():
    # weights 2, 1, ½, ¼; losses 2, ½, ⅛, 1/32
    run = train(2.0, 0.5, 100, stop=nncore.LossReached(0.125))

    assert run.history.epochs.tolist() == [0, 1, 2]
    assert run.history.loss.tolist() == [2.0, 0.5, 0.125]
    assert run.network.parameters.tolist() == [0.5]
    assert run.stop_reason == StopReason("loss_reached", 2, "The loss reached 0.125 at epoch 2.")
    assert str(run.stop_reason) == "The loss reached 0.125 at epoch 2."


def test_a_loss_reached_from_the_start_ends_the_run_at_epoch_0():
    run = train(0.5, 0.5, 100, stop=(nncore.LossReached(0.2),))

    assert run.history.epochs.tolist() == [0]
    assert run.stop_reason.kind == "loss_reached"
    assert run.stop_reason.epoch == 0


def test_of_two_losses_the_one_reached_first_counts():
    run = train(2.0, 0.5, 100, stop=(nncore.LossReached(0.01), nncore.LossReached(0.5)))

    assert run.stop_reason.epoch == 1


def test_a_loss_never_reached_ends_with_the_epochs():
    run = train(2.0, 0.5, 7, stop=nncore.LossReached(1e-30))

    assert run.stop_reason == StopReason("epochs", 7, "All 7 epochs are done.")


# --- no improvement ---------------------------------------------------------------------------------------------------


def test_a_run_ends_when_the_loss_has_not_fallen_for_so_many_epochs():
    # The rate 2 turns the weight round and round: 1, −1, 1, …; the loss stays ½ from epoch 0 on.
    run = train(1.0, 2.0, 100, stop=nncore.NoImprovement(3))

    assert run.history.epochs.tolist() == [0, 1, 2, 3]
    assert run.stop_reason.kind == "no_improvement"
    assert "did not improve" in run.stop_reason.sentence


def test_a_loss_that_falls_every_epoch_goes_on():
    assert train(1.0, 0.01, 500, stop=nncore.NoImprovement(1)).stop_reason.kind == "epochs"


@given(
    losses=st.lists(st.integers(0, 5), min_size=1, max_size=60), patience=st.integers(1, 6),
    cuts=st.lists(st.integers(0, 60), max_size=4),
)  # fmt: skip
def test_improvement_is_counted_across_blocks_as_a_plain_loop_counts_it(losses, patience, cuts):
    watch = StopWatch((nncore.NoImprovement(patience),), np.array([float(losses[0])]), 0)
    found = None
    edges = sorted({1, len(losses), *(cut for cut in cuts if 1 <= cut <= len(losses))})
    for start, end in pairwise(edges):
        stops, kinds = watch.first_stops(np.array(losses[start:end], dtype=float)[:, None], start)
        if stops[0] < end - start:
            found = start + int(stops[0])
            assert kinds == ["no_improvement"]
            break

    lowest, lowest_epoch, expected = losses[0], 0, None
    for epoch, loss in enumerate(losses[1:], start=1):
        if loss < lowest:
            lowest, lowest_epoch = loss, epoch
        if epoch - lowest_epoch >= patience:
            expected = epoch
            break
    assert found == expected


def test_runs_are_watched_one_by_one():
    watch = StopWatch((nncore.LossReached(1.0), nncore.NoImprovement(2)), np.array([5.0, 5.0, 5.0]), 0)

    stops, kinds = watch.first_stops(np.array([[4.0, 5.0, 4.0], [3.0, 5.0, 1.0], [2.0, 5.0, 9.0]]), 1)

    assert stops.tolist() == [3, 1, 1]
    assert kinds == ["", "no_improvement", "loss_reached"]


def test_a_block_without_epochs_ends_nothing():
    watch = StopWatch((nncore.LossReached(1.0), nncore.NoImprovement(1)), np.array([5.0]), 0)

    stops, kinds = watch.first_stops(np.empty((0, 1)), 1)

    assert (stops.tolist(), kinds) == ([0], [""])


# --- time -------------------------------------------------------------------------------------------------------------


def test_a_time_limit_ends_the_run_unfinished_but_whole(monkeypatch):
    clock = iter(np.arange(0.0, 1e6, 0.5))  # every look at the clock is half a second later
    monkeypatch.setattr(time, "perf_counter", lambda: float(next(clock)))

    run = train(1.0, 0.01, 100_000, stop=nncore.TimeLimit(seconds=2))

    assert run.stop_reason.kind == "time"
    assert 0 < run.stop_reason.epoch < 100_000
    assert run.stop_reason.epoch == run.history.last_epoch
    assert run.stop_reason.sentence == f"The time limit of 2 s was reached at epoch {run.history.last_epoch:,}."
    # The weight after n epochs is 0.99ⁿ: what was trained is kept.
    assert run.network.parameters.item() == pytest.approx(0.99**run.history.last_epoch, rel=1e-9)


# --- numbers that are no longer finite --------------------------------------------------------------------------------


def test_an_explosion_ends_with_the_last_finite_epoch():
    # The rate 11 multiplies the weight by −10: 10⁰, −10¹, …. The square of 10¹⁵⁴ is the last that is a float.
    run = train(1.0, 11.0, 100_000)

    assert run.stop_reason.kind == "not_finite"
    assert run.stop_reason.epoch == run.history.last_epoch == 154
    assert np.isfinite(run.history.loss).all()
    assert np.isfinite(run.history.parameters).all()
    assert run.network.parameters.item() == pytest.approx(1e154, rel=1e-9)
    assert run.history.loss[-1] == pytest.approx(5e307, rel=1e-9)
    assert run.history.network_at(153).parameters.item() == pytest.approx(-1e153, rel=1e-9)


def test_an_explosion_is_told_with_its_epoch_its_layer_and_a_mend():
    run = train(1.0, 11.0, 100_000)

    assert run.stop_reason.layer == "loss"
    assert "stopped being finite at epoch 155, in the loss" in run.stop_reason.sentence
    assert "A learning rate of 11 is probably too large." in run.stop_reason.sentence


@pytest.mark.parametrize("batch_size", [None, 1])
@pytest.mark.parametrize("rules", [(), (nncore.LossReached(1e-9), nncore.NoImprovement(50))])
@pytest.mark.filterwarnings("ignore::nncore.errors.UnwiseWarning")
def test_the_first_epoch_may_be_the_one_that_explodes(batch_size, rules):
    network = nncore.Network.from_layers(weights=[[[1.0]]], biases=None, activations=("linear",))

    run = nncore.train(
        network, [[1e100], [1e100]], [[0.0], [0.0]], loss="half_squared_error", optimizer=nncore.SGD(1e300), epochs=9,
        stop=rules, batch_size=batch_size,
    )  # fmt: skip

    assert run.stop_reason.kind == "not_finite"
    assert run.history.epochs.tolist() == [0]
    assert run.network.parameters.tolist() == [1.0]
    assert run.stop_reason.layer == "Output"


def test_numbers_that_are_not_finite_from_the_start_are_told():
    network = nncore.Network.from_layers(weights=[[[1e200]]], biases=None, activations=("linear",))

    run = nncore.train(
        network, [[1e200]], [[0.0]], loss="half_squared_error", optimizer=nncore.SGD(0.1), epochs=5,
        stop=nncore.LossReached(1.0),
    )  # fmt: skip

    assert run.stop_reason.kind == "not_finite"
    assert run.stop_reason.epoch == 0
    assert "at epoch 0, before any training" in run.stop_reason.sentence
    assert run.stop_reason.layer == "Output"
    assert run.network.parameters.tolist() == [1e200]


def test_the_hidden_layer_that_overflows_first_is_named():
    network = nncore.Network.from_layers(
        weights=[[[1.0]], [[1e200]], [[1e-300]]], biases=None, activations=("linear", "linear", "linear")
    )

    run = nncore.train(network, [[1e200]], [[0.0]], loss="half_squared_error", optimizer=nncore.SGD(0.1), epochs=5)

    assert run.stop_reason.layer == "Hidden 2"


def test_a_rule_that_ends_the_run_before_the_explosion_counts():
    # The loss never improves, so patience ends at epoch 2 what would have exploded at 155.
    run = train(1.0, 11.0, 1000, stop=nncore.NoImprovement(2))

    assert run.stop_reason.kind == "no_improvement"
    assert run.history.epochs.tolist() == [0, 1, 2]


# --- refusals ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "value", "sentence"),
    [
        (nncore.LossReached, np.nan, "loss must be a finite number. Got nan"),
        (nncore.LossReached, "low", 'loss must be a finite number. Got "low"'),
        (nncore.NoImprovement, 0, "epochs must be a whole number of at least 1. Got 0"),
        (nncore.NoImprovement, 1.5, "epochs must be a whole number of at least 1. Got 1.5"),
        (nncore.TimeLimit, 0, "seconds must be a positive number. Got 0"),
        (nncore.TimeLimit, np.inf, "seconds must be a positive number. Got inf"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(kind, value, sentence):
    with pytest.raises(SettingError, match=sentence):
        kind(value)


def test_numbers_of_numpy_are_kept_as_numbers_of_python():
    assert type(nncore.LossReached(np.float32(0.5)).loss) is float
    assert type(nncore.NoImprovement(np.int64(3)).epochs) is int
    assert type(nncore.TimeLimit(np.int64(3)).seconds) is float


@pytest.mark.parametrize(("seconds", "text"), [(2, "2 s"), (0.5, "0.5 s")])
def test_a_time_limit_is_told_without_needless_digits(seconds, text):
    limit = nncore.TimeLimit(seconds).seconds

    assert stop_reason("time", 7, 0.1, limit).sentence == f"The time limit of {text} was reached at epoch 7."
