import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore.errors import UnknownNameError
from playground.figures.value_axis import drawable, height, value_axis


def test_log_ticks_are_powers_of_ten_written_as_plain_numbers():
    axis = value_axis([0.7, 0.000_05], "log")

    # 0.7 lies below 10⁰, 0.00005 above 10⁻⁵; a fiftieth is to spare, so that the label of the highest has room.
    assert axis.range == pytest.approx((-5.1, 0.1))
    assert axis.tick_labels == ("0.00001", "0.0001", "0.001", "0.01", "0.1", "1")
    assert axis.tick_values == pytest.approx([1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0])


def test_many_powers_of_ten_are_labelled_at_equal_distances_down_from_the_largest():
    axis = value_axis([1.0, 1e-12], "log")

    # Twelve decades in at most five steps are steps of three.
    assert axis.tick_labels == ("10⁻¹²", "10⁻⁹", "0.000001", "0.001", "1")


def test_a_log_axis_within_one_decade_has_ticks_inside_it():
    assert value_axis([3.0, 4.0], "log").tick_labels == ("1", "2", "5", "10")


def test_linear_ticks_are_round_and_zero_is_among_them_when_it_is_near():
    axis = value_axis([0.05, 0.57], "linear")

    # 0.57 in at most five round steps are steps of 0.2, up to 0.6; 2 % of 0.6 are to spare on both sides.
    assert axis.tick_labels == ("0", "0.2", "0.4", "0.6")
    assert axis.range == pytest.approx((-0.012, 0.612), abs=1e-12)


def test_linear_ends_may_lie_at_half_a_step():
    axis = value_axis([-12.6, 10.1], "linear")

    # Steps of 5; −12.6 needs the half step −15, 10.1 the half step 12.5; 2 % of 27.5 are 0.55.
    assert axis.tick_labels == ("−15", "−10", "−5", "0", "5", "10")
    assert axis.range == pytest.approx((-15.55, 13.05), abs=1e-12)


def test_a_background_run_widens_the_axis_by_no_more_than_the_run_in_front_needs():
    axis = value_axis([0.0, 1.0], "linear", ghost_values=[0.0, 1e9])

    # The run in front needs 1, so the ghost may have another 1; 2 % of 2 are 0.04.
    assert axis.range[1] == pytest.approx(2.04)


def test_a_background_run_that_fits_is_held_entirely():
    assert value_axis([0.0, 1.0], "linear", ghost_values=[1.9]).range[1] >= 1.9


def test_nothing_to_draw_still_makes_an_axis():
    assert value_axis([], "linear").tick_labels[0] == "0"
    assert value_axis([np.nan, np.inf], "log").tick_labels[0] == "1"


@pytest.mark.parametrize("value", [0.7, -0.7, 0.0])
def test_a_single_value_has_zero_on_its_axis(value):
    axis = value_axis([value], "linear")

    assert "0" in axis.tick_labels
    assert axis.range[0] < value < axis.range[1]


def test_values_that_hardly_differ_have_labels_that_do():
    labels = value_axis([1.0, 1.00005], "linear").tick_labels

    assert labels == ("1", "1.00001", "1.00002", "1.00003", "1.00004", "1.00005")


def test_a_longer_label_gets_more_room():
    assert value_axis([0.00005, 1.0], "log").room > value_axis([0.05, 1.0], "log").room


def test_infinities_have_no_place_and_zero_has_none_on_a_log_axis():
    values = [2.0, 0.0, -1.0, np.inf, np.nan]

    np.testing.assert_array_equal(drawable(values, "linear"), [2.0, 0.0, -1.0, np.nan, np.nan])
    np.testing.assert_array_equal(drawable(values, "log"), [2.0, np.nan, np.nan, np.nan, np.nan])


def test_a_log_axis_has_room_up_to_the_last_whole_power_of_ten():
    axis = value_axis([0.6, 3.565e306], "log")

    # 3.565 · 10³⁰⁶ lies below 10³⁰⁷; of 308 decades every 62nd is labelled, from the top down.
    assert drawable([3.565e306], "log").tolist() == [3.565e306]
    assert axis.range == pytest.approx((-1 - 0.02 * 308, 307 + 0.02 * 308))
    assert axis.tick_labels == ("10⁵⁹", "10¹²¹", "10¹⁸³", "10²⁴⁵", "10³⁰⁷")


def test_an_unknown_scale_is_refused():
    with pytest.raises(UnknownNameError, match="value scale"):
        drawable([1.0], "square")  # type: ignore[arg-type]


@given(st.lists(st.floats(-1e290, 1e290), min_size=1, max_size=5))
def test_a_linear_axis_holds_every_value_and_its_labels_differ(values):
    axis = value_axis(values, "linear")

    assert axis.range[0] <= min(values)
    assert max(values) <= axis.range[1]
    assert len(set(axis.tick_labels)) == len(axis.tick_labels) >= 2
    assert list(axis.tick_values) == sorted(axis.tick_values)


@given(st.lists(st.floats(1e-307, 1e308), min_size=1, max_size=5))
def test_a_log_axis_holds_every_value_and_its_labels_differ(values):
    axis = value_axis(values, "log")

    assert axis.range[0] - 1e-8 <= height(min(values), "log")
    assert height(max(values), "log") <= axis.range[1] + 1e-8
    assert len(set(axis.tick_labels)) == len(axis.tick_labels) >= 2


def test_a_log_axis_near_the_largest_number_has_the_ticks_that_are_numbers():
    assert value_axis([9.999999976973739e307], "log").tick_values == pytest.approx((1e307, 2e307, 5e307, 1e308))
