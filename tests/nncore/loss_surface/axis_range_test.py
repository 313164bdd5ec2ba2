"""An axis goes evenly from end to end, around all it was made for, even where numbers are near the largest."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nncore.loss_surface.axis_range import axis_range, axis_through

NUMBERS = st.floats(-1e307, 1e307, allow_nan=False)


@given(st.lists(NUMBERS, min_size=1), st.integers(3, 60), st.data())
def test_an_axis_ascends_and_holds_all_values_and_the_chosen_one_exactly(values, points, data):
    value = data.draw(st.sampled_from(values))
    ends = axis_range(np.array(values))

    axis = axis_through(ends, value, points)

    assert ends[0] < min(values) <= max(values) < ends[1]
    assert (axis[0], axis[-1]) == ends
    assert value in axis
    assert np.isfinite(axis).all()
    assert (axis[1:] > axis[:-1]).all()


@given(st.lists(st.floats(-1e100, 1e100), min_size=1), st.floats(1e-3, 1e3))
def test_a_parameter_in_another_unit_has_the_same_picture(values, unit):
    if max(map(abs, values)) < 1e-100:
        return
    ends = axis_range(np.array(values))

    np.testing.assert_allclose(axis_range(np.array(values) * unit), np.array(ends) * unit, rtol=1e-9, atol=0)
