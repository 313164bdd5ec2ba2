import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.figures.end_labels import end_labels, room_beside, spread


def test_labels_that_are_far_enough_apart_stay_where_they_are():
    assert spread([10.0, 60.0, 30.0], gap=20.0, low=0.0, high=100.0) == (10.0, 60.0, 30.0)


def test_three_labels_at_one_height_part_evenly_around_it():
    assert spread([50.0, 50.0, 50.0], gap=18.0, low=0.0, high=100.0) == (32.0, 50.0, 68.0)


def test_a_pushed_label_pushes_the_next_one():
    # 10, 12 part to 6, 16 around 11; 16 is nearer than 10 to 21, so all three part around their mean 43/3 = 14.333…
    heights = spread([10.0, 12.0, 21.0], gap=10.0, low=0.0, high=100.0)

    assert heights == pytest.approx((43 / 3 - 10, 43 / 3, 43 / 3 + 10), abs=1e-12)


def test_labels_at_the_lower_end_pile_up_inside():
    assert spread([0.0, 1.0], gap=10.0, low=0.0, high=100.0) == (0.0, 10.0)


def test_labels_at_the_upper_end_pile_up_inside():
    assert spread([100.0, 99.0], gap=10.0, low=0.0, high=100.0) == (100.0, 90.0)


def test_too_many_labels_share_the_room_evenly():
    assert spread([5.0] * 5, gap=30.0, low=0.0, high=100.0) == (0.0, 25.0, 50.0, 75.0, 100.0)


def test_no_label_needs_no_place():
    assert spread([], gap=10.0, low=0.0, high=100.0) == ()


@given(st.lists(st.floats(-50, 300), max_size=12))
def test_labels_never_overlap_never_leave_the_room_and_keep_their_order(wanted):
    heights = spread(wanted, gap=18.0, low=0.0, high=210.0)

    ranked = [heights[index] for index in sorted(range(len(wanted)), key=lambda index: wanted[index])]
    step = min(18.0, 210.0 / max(1, len(wanted) - 1))
    assert all(above - below >= step - 1e-9 for below, above in itertools.pairwise(ranked))
    assert all(-1e-9 <= height <= 210 + 1e-9 for height in heights)


def test_a_label_that_had_to_move_is_tied_to_its_line():
    near, far, alone = end_labels(["a", "b", "c"], [(9.0, 0.5), (9.0, 0.5), (9.0, 1.0)], (0.0, 1.0), [False] * 3)

    # a and b part by 18 pixels around their common height, c keeps its own.
    assert (near.shift_up, near.tied) == (-9, True)
    assert (far.shift_up, far.tied) == (9, True)
    assert (alone.shift_up, alone.tied) == (0, False)
    assert near.shift_right > alone.shift_right


def test_the_longest_label_decides_the_room():
    assert room_beside(["bias of hidden 3", "x"]) == room_beside(["bias of hidden 3"]) > room_beside(["x"])
