import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.document.chart_choices import ChartChoices
from playground.player.protocol.numbers_from_outside import LARGEST_WHOLE
from playground.player.protocol.request import LONGEST_SLICE, MOST_RUNS, KnownRun, Request, read_request

CHOICES = {"measure": "accuracy", "value_scale": "log", "epoch_scale": "auto"}
WHOLE = {
    "run": 3,
    "before": 2,
    "runs": [{"run": 3, "records": 10, "flips": 2, "exact": 0}, {"run": 2}],
    "until": 500,
    "seconds": 0.125,
    "assets": True,
    "charts": True,
    "choices": CHOICES,
    "number": 7,
    "forget": True,
}
ODD = st.none() | st.booleans() | st.text(max_size=3) | st.floats() | st.integers() | st.integers(10**300, 10**400)
ANYTHING = st.recursive(ODD, lambda parts: st.lists(parts, max_size=3) | st.dictionaries(st.text(max_size=3), parts))


def test_a_whole_request_is_read_as_it_was_written():
    asked = read_request(WHOLE)

    assert asked == Request(
        run=3,
        before=2,
        runs=(KnownRun(3, 10, 2, exact=0), KnownRun(2)),
        until=500,
        seconds=0.125,
        assets=True,
        charts=True,
        choices=ChartChoices("accuracy", "log", "auto"),
        number=7,
        forget=True,
    )


def test_what_is_not_said_is_not_wished_for():
    assert read_request({"run": 3}) == Request(3)


@pytest.mark.parametrize(
    "given_up", [None, "hello", 7, [], {}, {"run": None}, {"run": "1"}, {"run": True}, {"run": math.nan}]
)
def test_what_names_no_run_is_no_request(given_up):
    assert read_request(given_up) is None


@pytest.mark.parametrize("epoch", ["before", "until", "number"])
def test_epochs_and_counts_are_whole_and_never_below_0_nor_too_large_to_count(epoch):
    read = [getattr(read_request({"run": 1, epoch: number}), epoch) for number in (-5, 2.75, 10**400, 1e300)]

    assert read == [0, 2, LARGEST_WHOLE, LARGEST_WHOLE]


@pytest.mark.parametrize("count", ["run", "records", "flips", "exact"])
def test_what_is_known_of_a_run_is_whole_and_never_below_0_nor_too_large_to_count(count):
    read = [
        getattr(read_request({"run": 1, "runs": [{"run": 1, count: number}]}).runs[0], count)
        for number in (-5, 2.75, 10**400, 1e300)
    ]

    assert read == [0, 2, LARGEST_WHOLE, LARGEST_WHOLE]


@pytest.mark.parametrize("nothing", [None, "hello", 7, {}, {"run": 1}, [None], [{}], [{"run": "1"}], [{"records": 3}]])
def test_what_names_no_run_is_none_that_is_known(nothing):
    assert read_request({"run": 1, "runs": nothing}).runs == ()


def test_a_page_has_few_runs_and_no_more_are_read():
    read = read_request({"run": 1, "runs": [{"run": number} for number in range(1_000)]})

    assert read.runs == tuple(KnownRun(number) for number in range(MOST_RUNS))


def test_nobody_may_train_longer_than_a_slice():
    assert [read_request({"run": 1, "seconds": wish}).seconds for wish in (-1, 0.01, 3600, 10**400)] == [
        0.0,
        0.01,
        LONGEST_SLICE,
        LONGEST_SLICE,
    ]


@pytest.mark.parametrize("nothing", [None, math.nan, math.inf, -math.inf, "5", [5], {}, True])
def test_what_is_no_number_counts_as_not_said(nothing):
    fields = ("before", "runs", "until", "seconds", "number")

    assert read_request({"run": 1, **dict.fromkeys(fields, nothing)}) == Request(1)


@pytest.mark.parametrize("almost", [1, "true", None, [True]])
def test_only_a_plain_yes_is_a_yes(almost):
    assert read_request({"run": 1, "assets": almost, "charts": almost, "forget": almost}) == Request(1)


@pytest.mark.parametrize(
    "choices",
    [
        None,
        [],
        {},
        {**CHOICES, "measure": "beauty"},
        {**CHOICES, "measure": ["loss"]},
        {**CHOICES, "value_scale": "auto"},
        {**CHOICES, "epoch_scale": {}},
        {"measure": "loss"},
    ],
)
def test_choices_that_no_chart_knows_are_left_as_they_were(choices):
    assert read_request({"run": 1, "choices": choices}).choices is None


NAMES_A_RUN = st.fixed_dictionaries({"run": st.integers()}, optional=dict.fromkeys(list(WHOLE)[1:], ANYTHING))


@given(NAMES_A_RUN | st.dictionaries(st.sampled_from(list(WHOLE)), ANYTHING) | ANYTHING)
def test_whatever_comes_is_refused_or_becomes_a_request_that_can_be_answered(given_up):
    asked = read_request(given_up)

    if asked is not None:
        assert all(0 <= number <= LARGEST_WHOLE for number in (asked.run, asked.before or 0, asked.until, asked.number))
        assert all(0 <= known.records <= LARGEST_WHOLE for known in asked.runs)
        assert 0 <= asked.seconds <= LONGEST_SLICE
        assert json.dumps(vars(asked), default=vars, allow_nan=False)
