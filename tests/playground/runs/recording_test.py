from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nncore
from playground.runs.recording import LEAST_RECORDS, MOST_RECORDS, RECORDING_BYTES, Recording

SCREEN = 2_000  # pixels: wider than any slider or chart


class GrownHistory:
    """A history of every epoch so far, all of the same parameters, which takes no memory."""

    stride, test_loss = 1, None

    def __init__(self, last_epoch, parameter_count):
        self.last_epoch = last_epoch
        self.epochs = np.arange(last_epoch + 1)
        self.loss = 1.0 / (1.0 + self.epochs)
        self.parameters = np.broadcast_to(0.5, (last_epoch + 1, parameter_count))


def recorded(parameter_count, total, ends):
    """Return the recording of a run that was looked at whenever one of `ends` was its newest epoch."""
    recording = Recording(parameter_count, total)
    for end in [*sorted(ends), total]:
        recording.take(GrownHistory(end, parameter_count), finished=end == total)
    return recording


def test_a_short_run_keeps_every_epoch_as_the_history_has_it_in_32_bits():
    experiment = nncore.articles.hidden_layer()
    history = experiment.run().history
    recording = Recording(experiment.architecture.parameter_count, experiment.epochs)

    recording.take(history, finished=True)

    assert recording.epochs.tolist() == list(range(201))
    assert recording.rows[:, 0].tolist() == history.loss.astype(np.float32).tolist()
    assert recording.rows[:, 1].tolist() == history.test_loss.astype(np.float32).tolist()
    assert recording.rows[:, 2:].tolist() == history.parameters.astype(np.float32).tolist()


def test_without_test_rows_their_loss_is_no_number():
    experiment = replace(nncore.articles.single_neuron(), epochs=5)
    recording = Recording(3, 5)

    recording.take(experiment.run().history, finished=True)

    assert np.isnan(recording.rows[:, 1]).all()
    assert recording.rows.shape == (6, 5)


def test_what_is_too_large_for_32_bits_is_infinite_there():
    history = GrownHistory(3, 2)
    history.parameters = np.array([[0.0, 1.0], [1e39, -1e39], [1e38, -1e38], [0.0, 0.0]])
    recording = Recording(2, 3)

    recording.take(history, finished=True)

    assert recording.rows[1, 2:].tolist() == [np.inf, -np.inf]
    assert np.isfinite(recording.rows[2]).sum() == 3


def test_a_run_that_ends_early_keeps_its_last_epoch():
    recording = Recording(1_000, 1_000_000)

    recording.take(GrownHistory(54_321, 1_000), finished=False)
    unfinished = recording.epochs[-1]
    recording.take(GrownHistory(54_321, 1_000), finished=True)

    assert unfinished < 54_321 == recording.epochs[-1]


@pytest.mark.parametrize("parameter_count", [3, 200, 1_500, 20_000])
def test_a_recording_never_grows_far_beyond_its_bytes(parameter_count):
    recording = recorded(parameter_count, 200_000, [])

    records = len(recording.epochs)
    # Once for the linear axis; a quarter of it for each e-fold of the logarithmic one that is not yet as coarse.
    assert records <= 3 * max(LEAST_RECORDS, min(MOST_RECORDS, RECORDING_BYTES // (4 * recording.width)))


@given(
    st.integers(1, 20_000),
    st.integers(0, 300_000),
    st.lists(st.floats(0, 1), max_size=4),
)
@settings(max_examples=40)
def test_the_first_and_the_last_epoch_and_every_early_one_are_there_in_order_and_once(count, total, shares):
    epochs = recorded(count, total, [int(share * total) for share in shares]).epochs

    assert (epochs[0], epochs[-1]) == (0, total)
    assert (np.diff(epochs.astype(int)) > 0).all()
    early = min(total, LEAST_RECORDS // 4)
    assert epochs[: early + 1].tolist() == list(range(early + 1))


@given(st.integers(1, 248), st.integers(1, 400_000), st.lists(st.floats(0, 1), max_size=4))
@settings(max_examples=40)
def test_no_gap_is_wider_than_a_pixel_on_either_axis(count, total, shares):
    epochs = recorded(count, total, [int(share * total) for share in shares]).epochs.astype(np.int64)

    gaps = np.diff(epochs)
    on_log_axis = np.diff(np.log1p(epochs))[gaps > 1]
    # Neighbouring epochs have nothing between them. Up to 248 parameters there are 4,000 records and more.
    assert gaps[gaps > 1].max(initial=0) <= total / SCREEN
    assert on_log_axis.max(initial=0) <= np.log1p(total) / SCREEN


@given(st.integers(249, 20_000), st.integers(1, 400_000))
@settings(max_examples=20)
def test_of_a_large_network_a_recording_still_has_a_hundred_steps_on_either_axis(count, total):
    epochs = recorded(count, total, []).epochs.astype(np.int64)

    gaps = np.diff(epochs)
    assert gaps[gaps > 1].max(initial=0) <= total / 100
    assert np.diff(np.log1p(epochs))[gaps > 1].max(initial=0) <= np.log1p(total) / 100


@given(st.integers(1, 5_000), st.integers(1, 200_000), st.lists(st.floats(0, 1), min_size=1, max_size=6))
@settings(max_examples=30)
def test_how_often_a_run_is_looked_at_decides_nothing(count, total, shares):
    often = recorded(count, total, [int(share * total) for share in shares])

    once = recorded(count, total, [])

    assert often.epochs.tolist() == once.epochs.tolist()
    assert often.rows[:, 0].tolist() == once.rows[:, 0].tolist()


@given(st.integers(1, 5_000), st.integers(1, 200_000), st.floats(0, 1))
@settings(max_examples=30)
def test_a_record_that_was_sent_stays(count, total, share):
    recording = Recording(count, total)
    recording.take(GrownHistory(int(share * total), count), finished=False)
    sent = recording.epochs.tolist()

    recording.take(GrownHistory(total, count), finished=True)

    assert recording.epochs[: len(sent)].tolist() == sent
