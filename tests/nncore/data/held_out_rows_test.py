"""Rows are held out in the same way for the same seed, each class giving its share."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore.data.held_out_rows import held_out_rows
from nncore.errors import NeuralNetworkError, TableError


@given(st.lists(st.integers(0, 4), min_size=1, max_size=60), st.floats(0.01, 0.99), st.integers(0, 1000))
def test_each_class_gives_its_share_and_keeps_a_row(groups, share, seed):
    sizes = Counter(groups)
    try:
        rows = held_out_rows(groups, share, seed)
    except TableError:
        assert set(sizes.values()) == {1}
        return

    assert list(rows) == sorted(set(rows))
    assert rows == held_out_rows(groups, share, seed)
    given_up = Counter(groups[place] for place in rows)
    for group, size in sizes.items():
        assert given_up[group] <= size - 1
    room = sum(size - 1 for size in sizes.values())
    assert len(rows) == min(room, max(1, int(share * len(groups) + 0.5)))


@given(st.lists(st.integers(8, 40), min_size=1, max_size=5), st.integers(0, 1000))
def test_no_class_is_more_than_a_row_away_from_its_share(sizes, seed):
    groups = [group for group, size in enumerate(sizes) for _ in range(size)]

    given_up = Counter(groups[place] for place in held_out_rows(groups, 0.25, seed))

    assert all(abs(given_up[group] - 0.25 * size) < 1 for group, size in enumerate(sizes))


def test_a_hundred_and_fifty_flowers_by_a_fifth():
    species = [0] * 50 + [1] * 50 + [2] * 50

    assert Counter(species[place] for place in held_out_rows(species, 0.2, 1)) == {0: 10, 1: 10, 2: 10}
    assert held_out_rows(species, 0.2, 1) != held_out_rows(species, 0.2, 2)


def test_every_row_is_held_out_about_as_often():
    times = Counter(place for seed in range(400) for place in held_out_rows([0] * 20, 0.25, seed))

    assert len(times) == 20
    assert all(60 <= count <= 145 for count in times.values())  # 100 expected, over five deviations of 8.7 either way


@pytest.mark.parametrize(("share", "seed"), [(0, 1), (1, 1), (float("nan"), 1), (0.5, -1), (0.5, 1.5), ("0.5", 1)])
def test_what_is_no_share_or_no_seed_is_refused(share, seed):
    with pytest.raises(NeuralNetworkError):
        held_out_rows([0, 0, 1, 1], share, seed)
