import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore.cli.text_plot import text_plot
from nncore.errors import SettingError


def draw(positions, values, columns=40):
    return text_plot(positions, values, x_label="epoch", y_label="error", columns=columns)


def test_a_small_plot_looks_as_drawn_by_hand():
    # 0.94 in steps of 0.2 needs five of them, each 15 / 5 = 3 rows: 0.94 is 0.94 / 0.2 · 3 = 14.1 rows up, in row 14,
    # and 0.2 in row 3. Under 40 − 3 − 2 = 35 columns the second of three positions is in the middle, column 17.
    expected = [
        "error",
        "  1 +",
        "    |*",
        "    |",
        "0.8 +",
        "    |",
        "    |",
        "0.6 +",
        "    |",
        "    |",
        "0.4 +",
        "    |",
        "    |",
        "0.2 +                 *",
        "    |",
        "    |",
        "  0 +                                  *",
        "    -+----------------+----------------+",
        "     1                2                3",
        "                    epoch",
    ]

    assert draw([1, 2, 3], [0.94, 0.2, 0.0]).splitlines() == expected


def test_a_single_value_is_drawn_at_the_left_end():
    lines = draw([1], [0.3]).splitlines()

    assert [line for line in lines if "*" in line] == ["0.3 +*"]
    assert lines[-2] == "     1"


def test_values_that_are_all_zero_lie_on_the_bottom_line():
    lines = draw([1, 2], [0.0, 0.0]).splitlines()

    assert [line for line in lines if "*" in line] == ["0 +*" + " " * 35 + "*"]


def test_many_epochs_share_a_column_and_none_is_left_out():
    values = [1.0] * 500
    values[250] = 0.0

    lines = draw(range(1, 501), values).splitlines()

    assert sum("*" in line for line in lines) == 2


def test_the_labels_of_a_long_axis_stand_at_round_numbers():
    labels = draw([1, 1_000_000], [1.0, 0.0], columns=78).splitlines()[-2]

    assert labels.split() == ["1", "200,000", "400,000", "600,000", "800,000", "1,000,000"]


def test_a_label_that_would_touch_another_is_left_out():
    labels = draw([1, 10_000_000], [1.0, 0.0], columns=40).splitlines()[-2]

    # "2,000,000" ends in column 12, and "4,000,000", centred on column 15, would begin in column 11; "6,000,000" ends
    # in column 27, right before "10,000,000".
    assert labels.split() == ["1", "2,000,000", "10,000,000"]


@given(
    values=st.lists(st.floats(0, 1e300), min_size=1, max_size=60),
    first=st.integers(0, 10_000_000),
    stride=st.integers(1, 100_000),
    columns=st.integers(40, 80),
)
def test_every_plot_is_ascii_within_its_columns_and_has_its_highest_value_on_it(values, first, stride, columns):
    positions = [first + stride * number for number in range(len(values))]

    lines = draw(positions, values, columns).splitlines()

    assert all(line.isascii() and len(line) <= columns for line in lines)
    # y label, 15 rows or fewer and the 0, the axis, its labels, the x label
    assert len(lines) <= 1 + 16 + 3
    stars = "".join(lines[1:-3]).count("*")
    assert 1 <= stars <= len(values)
    top = float(lines[1].split()[0])
    assert top == pytest.approx(max(values), rel=1e-5) or top > max(values)


@pytest.mark.parametrize(
    ("positions", "values", "sentence"),
    [
        ([], [], "A plot needs at least one value"),
        ([1, 2], [0.5], "Got 2 positions and 1 values"),
        ([2, 1], [0.5, 0.5], "must be ascending"),
        ([1], [float("nan")], "Got nan instead"),
        ([1], [-0.5], "Got -0.5 instead"),
        ([1], [1e301], "Got 1e\\+301 instead"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_a_sentence(positions, values, sentence):
    with pytest.raises(SettingError, match=sentence):
        draw(positions, values)


def test_a_plot_too_narrow_for_its_labels_is_refused():
    with pytest.raises(SettingError, match=r"at least 40 columns\. Got 39 instead"):
        draw([1], [0.5], columns=39)
