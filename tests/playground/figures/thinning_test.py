import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from playground.figures.epoch_axis import positions
from playground.figures.thinning import thinned, thinned_with_extremes


def test_few_points_are_all_kept():
    assert thinned(np.arange(5.0), np.zeros((5, 1)), end=4.0, most=5).tolist() == [0, 1, 2, 3, 4]


def test_thinning_on_the_log_scale_keeps_the_first_epochs_and_drops_late_ones():
    places = positions(np.arange(15_001), "log")

    kept = thinned(places, np.zeros((len(places), 1)), end=float(places[-1]), most=100)

    # A bin is ln 15001 / 99 = 0.097 wide; epochs are farther apart than that up to epoch 9 (ln(10/9) = 0.105).
    assert kept[:9].tolist() == list(range(9))
    assert kept[-1] == 15_000
    assert 60 < len(kept) <= 100


def test_a_spike_of_one_epoch_survives():
    values = np.ones(10_000)
    values[6_543], values[6_544] = 50.0, -50.0

    kept = thinned_with_extremes(np.arange(10_000.0), values, end=9_999.0, most=400)

    assert {6_543, 6_544} <= set(kept.tolist())


@given(st.integers(1, 2_999), st.sampled_from(["linear", "log"]), st.floats(0.1, 5), st.integers(0, 2))
def test_both_sides_of_a_weight_that_is_set_survive(epoch, scale, by, line):
    values = np.linspace([0.0, -1.0, 0.5], [1.0, 0.0, 0.0], 3_000)
    values[epoch:, line] += by
    places = positions(np.arange(3_000), scale)

    kept = thinned(places, values, end=float(places[-1]), most=80)

    assert {epoch - 1, epoch} <= set(kept.tolist())


def test_a_run_in_which_a_weight_is_set_later_keeps_every_second_point_it_has():
    places = np.arange(9_000.0)
    quiet = thinned(places, np.zeros((9_000, 1)), end=9_999.0, most=50)
    set_late = thinned(places, np.where(places > 8_000.5, 1.0, 0.0)[:, np.newaxis], end=9_999.0, most=50)

    assert {8_000, 8_001} <= set(set_late.tolist())
    assert set(quiet[::2].tolist()) <= set(set_late.tolist())


def test_lines_without_any_value_have_no_jumps():
    kept = thinned(np.arange(100.0), np.full((100, 2), np.nan), end=99.0, most=11)

    assert kept.tolist() == [*range(0, 100, 10), 99]


def test_lines_that_jump_at_every_step_keep_the_largest_jumps_and_points_all_along():
    values = np.where(np.arange(10_000) % 2, 1.0, -1.0)[:, np.newaxis]
    values[6_543] = 9.0

    kept = thinned(np.arange(10_000.0), values, end=9_999.0, most=400)

    assert {6_542, 6_543, 6_544} <= set(kept.tolist())
    assert np.diff(kept).max() < 60
    assert len(kept) <= 400


def test_a_bin_without_a_drawable_value_keeps_a_gap():
    values = np.ones(1_000)
    values[400:600] = np.nan

    kept = thinned_with_extremes(np.arange(1_000.0), values, end=999.0, most=20)

    assert np.isnan(values[kept]).any()


def test_a_growing_run_keeps_the_points_it_has():
    early = thinned(np.arange(500.0), np.zeros((500, 1)), end=9_999.0, most=50)
    late = thinned(np.arange(9_000.0), np.zeros((9_000, 1)), end=9_999.0, most=50)

    assert set(early[:-1].tolist()) <= set(late.tolist())


@given(st.integers(0, 3_000), st.integers(4, 400), st.sampled_from(["linear", "log"]))
def test_at_most_so_many_points_are_kept_in_order_with_the_first_and_the_last(count, most, scale):
    places = positions(np.arange(count), scale)
    values = np.random.RandomState(count).random_sample(count)
    end = float(positions([3_000], scale)[0])

    for kept in (thinned(places, values[:, np.newaxis], end, most), thinned_with_extremes(places, values, end, most)):
        assert len(kept) <= most
        assert kept.tolist() == sorted(set(kept.tolist()))
        assert count == 0 or (kept[0], kept[-1]) == (0, count - 1)


@given(st.integers(1, 3_000), st.integers(4, 400))
def test_the_largest_and_the_smallest_value_are_always_kept(count, most):
    values = np.random.RandomState(count).random_sample(count)

    kept = thinned_with_extremes(np.arange(float(count)), values, end=3_000.0, most=most)

    assert values[kept].min() == values.min()
    assert values[kept].max() == values.max()
