"""Fingerprints: two computers that agree are never told otherwise, and those that do not are."""

import json
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import TimeLimit, articles
from nncore.errors import FormatError
from nncore.experiment.fingerprint import Fingerprint

EXPERIMENT = replace(articles.single_neuron(), epochs=50)


def with_test_rows(dataset):
    return replace(dataset, test_inputs=dataset.inputs[:1], test_targets=dataset.targets[:1])


def fingerprint_of(experiment):
    run = experiment.run()
    return Fingerprint.of_run(experiment, run.history.epochs[-1], run.history.loss[-1], run.network.parameters)


def test_the_same_run_has_the_same_fingerprint():
    assert fingerprint_of(EXPERIMENT) == fingerprint_of(EXPERIMENT)


@pytest.mark.parametrize(
    "changed",
    [
        replace(EXPERIMENT, seed=2),
        replace(EXPERIMENT, dataset=replace(EXPERIMENT.dataset, class_names=("no", "yes"))),
        replace(EXPERIMENT, dataset=replace(EXPERIMENT.dataset, inputs=np.nextafter(EXPERIMENT.dataset.inputs, 2.0))),
    ],
    ids=["seed", "names", "last bit of a cell"],
)
def test_those_of_two_experiments_are_never_held_against_each_other(changed):
    here, there = fingerprint_of(EXPERIMENT), fingerprint_of(changed)

    assert here.of != there.of
    assert here.difference(there) == ""


@given(st.floats(0, 1e12), st.floats(0, 1e6), st.floats(-5e-9, 5e-9))
def test_numbers_that_differ_by_rounding_agree_however_small_they_are(loss, length, by):
    parameters = np.array([length])
    here = Fingerprint.of_run(EXPERIMENT, 50, loss, parameters)
    there = Fingerprint.of_run(EXPERIMENT, 50, loss * (1 + by), parameters * (1 + by))

    assert here.difference(there) == ""


def test_what_is_left_of_a_perfect_fit_is_rounding_alone():
    here, there = (Fingerprint("0f", 50, loss, 1.0) for loss in (0.0, 3e-31))

    assert here.agrees_with(there)


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (Fingerprint("0f", 50, 0.2501, 3.0), "its loss at the end is 0.25 here and was 0.2501 there"),
        (Fingerprint("0f", 49, 0.25, 3.0), "it ends at epoch 50 here and did at epoch 49 there"),
        (Fingerprint("0f", 50, 0.25, 3.00001), "its weights at the end differ in digits that the page does not show"),
    ],
)
def test_a_run_that_came_out_differently_is_told(there, said):
    assert Fingerprint("0f", 50, 0.25, 3.0).difference(there) == said


def test_a_run_that_the_clock_may_end_has_none():
    assert fingerprint_of(replace(EXPERIMENT, stop=(TimeLimit(1),), epochs=3)) is None


def test_a_dataset_with_test_rows_has_a_digest_of_its_own():
    tested = replace(EXPERIMENT, dataset=with_test_rows(EXPERIMENT.dataset))

    assert len({Fingerprint.of_run(one, 0, 1.0, [1.0]).of for one in (EXPERIMENT, tested)}) == 2


def test_it_passes_through_json():
    fingerprint = fingerprint_of(EXPERIMENT)

    assert Fingerprint.from_list(json.loads(json.dumps(fingerprint.to_list()))) == fingerprint


@pytest.mark.parametrize(
    "record",
    [
        3,
        [],
        [3, 1, 0.5, 1.0],
        ["0f", 1, 0.5],
        ["0" * 9, 1, 0.5, 1.0],
        ["0f", 1.5, 0.5, 1.0],
        ["0f", -1, 0.5, 1.0],
        ["0f", 10**4000, 0.5, 1.0],
        ["0f", 1, math.nan, 1.0],
        ["0f", 1, 0.5, math.inf],
        ["0f", 1, "<b>", 1.0],
    ],
    ids=range(11),
)
def test_what_is_none_is_refused_in_a_sentence(record):
    with pytest.raises(FormatError, match=r"^fingerprint.*\.$"):
        Fingerprint.from_list(record)
