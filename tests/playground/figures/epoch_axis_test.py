import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore.errors import UnknownNameError
from playground.figures.epoch_axis import default_scale, epoch_axis, positions


def test_the_log_scale_places_an_epoch_at_the_logarithm_of_one_more():
    places = positions([0, 4, 15_000], "log")

    # ln 1 = 0, ln 5 = 1.609437912434, ln 15001 = 9.615872147...
    assert places == pytest.approx([0.0, 1.609437912434, math.log(15_001)], abs=1e-12)


def test_the_linear_scale_places_an_epoch_at_itself():
    assert positions([0, 4, 15_000], "linear").tolist() == [0.0, 4.0, 15_000.0]


def test_an_unknown_scale_is_refused():
    with pytest.raises(UnknownNameError, match=r'"logg" is not a known epoch scale\. Did you mean "log"'):
        positions([0], "logg")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("total", "scale", "labels"),
    [
        (15_000, "log", "0 10 100 15,000"),
        (15_000, "linear", "0 10,000"),
        (200, "linear", "0 50 100 150 200"),
        (137, "linear", "0 50 100 137"),
        (20, "log", "0 1 2 5 10 20"),
        (1_000_000, "log", "0 100 1,000,000"),
        (1, "log", "0 1"),
        (0, "log", "0"),
        (0, "linear", "0"),
    ],
)
def test_ticks_are_round_epochs_with_commas(total, scale, labels):
    assert " ".join(epoch_axis(total, scale).tick_labels) == labels


def test_ticks_stand_where_their_epochs_stand():
    axis = epoch_axis(20, "log")

    assert axis.tick_positions == pytest.approx([math.log(1 + epoch) for epoch in (0, 1, 2, 5, 10, 20)])


@given(st.integers(0, 10_000_000), st.sampled_from(["linear", "log"]))
def test_every_axis_begins_with_epoch_0_and_holds_its_ticks_in_order(total, scale):
    axis = epoch_axis(total, scale)

    low, high = axis.range
    assert axis.tick_positions[0] == 0
    assert list(axis.tick_positions) == sorted(set(axis.tick_positions))
    assert low < 0 <= axis.tick_positions[-1] < high
    assert positions([total], scale)[0] < high
    assert len(axis.tick_labels) == len(axis.tick_positions) <= 6


@given(st.integers(1, 10_000_000))
def test_a_log_axis_always_names_its_last_epoch(total):
    assert epoch_axis(total, "log").tick_labels[-1] == f"{total:,}"


def test_a_loss_that_has_half_of_its_fall_in_the_first_tenth_is_shown_on_the_log_scale():
    # From 8 down to 2: halfway is 5, reached at epoch 10, which is exactly a tenth of 100.
    assert default_scale([0, 10, 50, 100], [8.0, 5.0, 3.0, 2.0]) == "log"


def test_a_loss_that_falls_later_is_shown_on_the_linear_scale():
    assert default_scale([0, 11, 50, 100], [8.0, 5.0, 3.0, 2.0]) == "linear"


def test_a_run_of_fewer_than_fifty_epochs_stays_linear():
    assert default_scale([0, 1, 49], [8.0, 2.0, 2.0]) == "linear"
    assert default_scale([0, 1, 50], [8.0, 2.0, 2.0]) == "log"


@pytest.mark.parametrize(
    ("epochs", "loss"),
    [
        ([], []),
        ([0], [1.0]),
        ([0, 1, 100], [1.0, 2.0, 3.0]),
        ([0, 1, 100], [1.0, 1.0, 1.0]),
        ([0, 1, 100], [np.inf, np.nan, np.inf]),
    ],
)
def test_a_loss_that_never_falls_stays_linear(epochs, loss):
    assert default_scale(epochs, loss) == "linear"


def test_an_infinite_loss_does_not_decide_the_scale():
    # Without the infinity: from 8 to 2, halfway 5, reached at epoch 60 of 100.
    assert default_scale([0, 1, 60, 100], [np.inf, 8.0, 5.0, 2.0]) == "linear"


def test_losses_near_the_largest_float_do_not_overflow():
    assert default_scale([0, 1, 100], [1.5e308, 1.4e308, 0.0]) == "linear"


def test_the_last_two_epochs_are_two_numbers_where_the_name_of_validation_leaves_the_chart_little_room():
    # 100 and 300 stood there as "100300".
    assert epoch_axis(300, "log").tick_labels == ("0", "1", "10", "300")
