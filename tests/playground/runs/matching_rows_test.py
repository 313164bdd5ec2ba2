import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from playground.runs.matching_rows import matching_rows

TABLES = st.lists(st.tuples(st.sampled_from([0.0, -0.0, 1.0]), st.sampled_from([0.0, 1.0])), max_size=6)


def as_inputs(rows):
    """Return a list of pairs as a table of two columns."""
    return np.array(rows, dtype=float).reshape(-1, 2)


@given(TABLES, st.integers(0, 3))
def test_as_many_rows_as_before_are_the_same_rows_whatever_was_edited(rows, edited):
    other = [(5.0, 5.0) if index == edited else row for index, row in enumerate(rows)]

    assert matching_rows(as_inputs(rows), as_inputs(other)) == list(range(len(rows)))


@given(TABLES, TABLES)
def test_a_row_is_matched_with_an_equal_one_and_no_row_twice(old, new):
    found = matching_rows(as_inputs(old), as_inputs(new))

    assert len(found) == len(new)
    matched = [index for index in found if index is not None]
    assert len(set(matched)) == len(matched)
    if len(old) != len(new):
        assert all(old[index] == row for index, row in zip(found, new, strict=True) if index is not None)
        # As many as there can be: an equal row is left over on one side only.
        for row in set(old + new):
            assert sum(old[index] == row for index in matched) == min(old.count(row), new.count(row))


@given(TABLES.filter(bool), st.data())
def test_deleting_a_row_keeps_every_other_with_one_of_the_same_inputs(rows, data):
    gone = data.draw(st.integers(0, len(rows) - 1))
    left = rows[:gone] + rows[gone + 1 :]

    found = matching_rows(as_inputs(rows), as_inputs(left))

    assert [rows[index] for index in found] == left


def test_an_added_row_was_no_row_before():
    assert matching_rows(as_inputs([(0, 0), (1, 1)]), as_inputs([(0, 0), (0, 1), (1, 1)])) == [0, None, 1]
