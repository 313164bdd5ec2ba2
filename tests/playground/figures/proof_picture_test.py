"""The picture of a proof: the line has the nearest rows on both sides at its distance; rows that cannot be told apart meet."""

import re
from dataclasses import replace

import numpy as np
import pytest

from nncore import linear_separability
from playground.figures.proof_picture import MARGIN, SIDE, proof_picture

CORNERS = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
FAR = SIDE - MARGIN


def picture(inputs, targets, *, bias=True):
    targets = np.array(targets)
    return proof_picture(inputs, targets == 1, linear_separability(inputs, targets, bias=bias))


def lines(svg):
    found = re.findall(r'<line x1="(.*?)" y1="(.*?)" x2="(.*?)" y2="(.*?)"/>', svg)
    return [tuple(map(float, line)) for line in found]


def test_xor_is_two_diagonals_that_meet_in_the_middle():
    svg = picture(CORNERS, [0, 1, 1, 0])

    assert lines(svg) == [(MARGIN, MARGIN, FAR, FAR), (MARGIN, FAR, FAR, MARGIN)]
    assert f'class="meet" cx="{SIDE / 2}" cy="{SIDE / 2}"' in svg


def test_and_is_cut_by_a_line_half_way_between_its_nearest_rows():
    (line,) = lines(picture(CORNERS, [0, 0, 0, 1]))

    # x₁ + x₂ = 1.5, up being less.
    for across, up in (line[:2], line[2:]):
        share = (across - MARGIN) / (FAR - MARGIN) + (FAR - up) / (FAR - MARGIN)
        assert share == pytest.approx(1.5, abs=0.01)


def test_scaled_columns_give_the_same_picture():
    wide = CORNERS * [1000, 1] + [5, -3]

    assert lines(picture(wide, [0, 1, 1, 0])) == lines(picture(CORNERS, [0, 1, 1, 0]))


@pytest.mark.parametrize(
    ("inputs", "targets", "bias"),
    [
        (CORNERS[:, :1], [0, 0, 1, 1], True),  # one input
        (CORNERS * [1, 0], [0, 0, 1, 1], True),  # a constant one
        (CORNERS, [1, 1, 1, 1], True),  # one class
        (CORNERS, [0, 1, 1, 1], False),  # a row at the threshold
    ],
)
def test_where_nothing_meets_or_parts_nothing_is_drawn(inputs, targets, bias):
    assert picture(inputs, targets, bias=bias) == ""


def numbers(svg):
    return {
        text: (kind, float(x), float(y))
        for kind, x, y, text in re.findall(r'<text class="(.*?)" x="(.*?)" y="(.*?)">(.*?)<', svg)
    }


def test_the_rows_of_a_proof_have_their_numbers_beside_them_and_outside_of_its_lines():
    beside = numbers(picture(CORNERS, [0, 1, 1, 0]))

    assert set(beside) == {"1", "2", "3", "4"}
    left, up = MARGIN - 11, MARGIN + 4.5
    assert beside["2"] == ("before", left, up)
    assert beside["4"] == ("after", SIDE - left, up)


def test_a_row_goes_by_its_number_in_the_table_and_a_long_one_has_room():
    answer = linear_separability(CORNERS, [0, 1, 1, 0])

    beside = numbers(proof_picture(CORNERS, np.array([False, True, True, False]), answer, [7, 8, 12, 1000]))

    assert set(beside) == {"7", "8", "12", "1000"}
    assert beside["1000"][0] == "before"


def test_a_proof_by_many_rows_has_no_numbers():
    around = np.array([[np.cos(angle), np.sin(angle)] for angle in np.linspace(0, 2 * np.pi, 12, endpoint=False)])
    answer = linear_separability(around, [1.0] * 6 + [0.0] * 6)
    many = replace(answer, rows=tuple(range(12)))

    assert "<text" not in proof_picture(around, np.arange(12) < 6, many)


def test_no_number_of_a_picture_lies_outside_of_it():
    rng = np.random.default_rng(0)
    for _ in range(30):
        inputs = rng.normal(size=(12, 2)) * [1, 1000]
        for line in lines(picture(inputs, (inputs @ rng.normal(size=2) > 0).astype(int))):
            assert all(-0.1 <= number <= SIDE + 0.1 for number in line)
