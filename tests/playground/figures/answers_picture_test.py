"""The small picture of a run shows what it answered, so that no failure of the museum looks like another one."""

import re
from dataclasses import replace

import numpy as np
import pytest

import nncore
from nncore.diagnosis.museum import EXHIBITS, XOR
from playground.figures.answers_picture import HEIGHT, LEFT, RIGHT, answers_picture

BY_KIND = {exhibit.kind: exhibit.experiment for exhibit in EXHIBITS}


def lines(experiment):
    """Return each row's line as points (across, down)."""
    drawn = re.findall(r'<path class="\w+" d="M([^"]+)"', answers_picture(experiment))
    return [np.array([point.split(" ") for point in line.split(" L")], dtype=float) for line in drawn]


def test_no_two_failures_of_the_museum_look_alike():
    assert len({answers_picture(exhibit.experiment) for exhibit in EXHIBITS}) == len(EXHIBITS)


def test_a_row_has_a_line_from_the_first_epoch_to_the_last_at_the_height_of_its_answer():
    experiment = BY_KIND["symmetric_start"]

    # All weights stay 0: the sigmoid of 0 is one half, in the middle between the targets.
    for line in lines(experiment):
        assert (line[0, 0], line[-1, 0]) == (LEFT, RIGHT)
        assert line[:, 1].tolist() == [HEIGHT / 2] * len(line)


def test_where_a_run_succeeds_each_line_ends_at_its_target():
    learnt = nncore.Experiment(
        XOR,
        nncore.Architecture((2, 4, 1), ("tanh", "sigmoid")),
        loss="binary_cross_entropy",
        optimizer=nncore.Adam(0.05),
        epochs=1000,
    )

    ends = [line[-1, 1] for line in lines(learnt)]

    targets = sorted({float(at) for at in re.findall(r"translate\(\d+ ([\d.]+)\)", answers_picture(learnt))})
    # Up is 1: rows 2 and 3.
    assert ends == pytest.approx([targets[1], targets[0], targets[0], targets[1]], abs=1)


def test_answers_beyond_all_bounds_leave_the_picture_and_are_numbers():
    drawn = answers_picture(BY_KIND["unscaled_inputs"])

    assert "nan" not in drawn
    assert "inf" not in drawn
    assert max(line[:, 1].max() for line in lines(BY_KIND["unscaled_inputs"])) > HEIGHT


def test_a_run_of_no_epoch_and_rows_of_one_target_can_be_drawn():
    table = nncore.Dataset([[0.0], [1.0]], [[1.0], [1.0]])

    assert answers_picture(replace(BY_KIND["learning_rate_too_high"], dataset=table, epochs=0)).count("<path") == 2
