import json
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

import nncore
from playground.document.chart_choices import ChartChoices
from playground.player.protocol import parts_of_runs
from playground.player.protocol.description import describe, describe_situation
from playground.player.protocol.frame import frame
from playground.player.protocol.on_the_screen import OnTheScreen
from playground.player.protocol.parts_of_runs import MOST_BYTES
from playground.player.protocol.reply import make_reply
from playground.player.protocol.request import KnownRun, Request
from playground.player.protocol.told import Told
from playground.runs.budget import Budget
from playground.runs.live_run import LiveRun

from ..pretend_player import named, taken_apart

ARTICLE_2 = nncore.articles.hidden_layer()
TEXT = st.text(max_size=8)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(TEXT, parts, max_size=3),
)


def trained(experiment=ARTICLE_2, epoch=1_000_000, number=1):
    run = LiveRun(number, experiment)
    run.advance(epoch, 3600.0)
    return run


def screen(**shown):
    told = {"before": None, "row_numbers": ((), ()), "situation": None, "choices": ChartChoices(), **shown}
    return OnTheScreen(**told)


class OfOneRun(NamedTuple):
    """A reply, as far as it is about the run on the screen."""

    header: dict[str, Any]
    epochs: np.ndarray
    rows: np.ndarray


def reply_to(run, request, **shown):
    header, (first, *_) = taken_apart(make_reply(run, screen(**shown), request, Told(replies=4)))
    return OfOneRun({**header, **first.told}, first.epochs, first.rows)


def request(run=1, *, records=0, flips=0, exact=None, called=None, **parts):
    """Return what a player asks for that knows one run, which is on the screen alone."""
    return Request(run, runs=(KnownRun(run, records, flips, exact, called),), **parts)


@given(
    st.dictionaries(TEXT, PLAIN, max_size=4),
    st.lists(
        st.tuples(st.integers(0, 20), st.integers(0, 6)).flatmap(
            lambda shape: st.tuples(
                arrays.arrays(np.uint32, shape[0]), arrays.arrays(np.float32, shape, elements=st.floats(width=32))
            )
        ),
        max_size=3,
    ),
)
def test_a_message_taken_apart_is_what_went_in(header, records):
    received = taken_apart(frame(header, records), [rows.shape for _, rows in records])

    assert received.header == header
    for (epochs, rows), part in zip(records, received.runs, strict=True):
        assert part.epochs.tolist() == epochs.tolist()
        assert np.array_equal(part.rows, rows, equal_nan=True)


def test_the_numbers_are_little_endian_wherever_it_is_computed():
    epochs, rows = np.array([7], dtype=">u4"), np.array([[0.5, 2.0]], dtype=">f4")

    message = frame({"ä": "é"}, [(epochs, rows)])

    # {"ä":"é"} with both letters escaped has 17 characters, padded to 20; 7; 0.5 and 2 as IEEE 754 in 32 bits.
    assert message[:4].hex() == "14000000"
    assert message[-12:].hex(" ", 4) == "07000000 0000003f 00000040"


@pytest.mark.parametrize("number", [np.nan, np.inf, -np.inf])
def test_a_header_never_holds_what_json_does_not_know(number):
    header = {"loss": number, "list": [1.0, number], "deep": {"array": np.array([number, 2.0])}}

    received = taken_apart(frame(header))

    assert received.header == {"loss": None, "list": [1.0, None], "deep": {"array": [None, 2.0]}}


def test_a_first_reply_says_where_the_run_stands_and_brings_every_record():
    run = trained(epoch=120)

    header, epochs, rows = reply_to(run, request())

    expected = {"reply": 5, "run": 1, "from": 0, "count": 121, "width": 14, "recorded": 121, "trained": 120}
    assert expected.items() <= header.items()
    assert {"finished": False, "end": 200, "threshold": 0.5, "known_flips": 0, "before": None}.items() <= header.items()
    assert epochs.tolist() == list(range(121))
    assert rows.tobytes() == run.recording.rows.tobytes()


@pytest.mark.parametrize("known", [0, 1, 60, 200, 201, 1_000, 2**53])
def test_only_records_after_the_known_ones_are_sent(known):
    run = trained()

    header, epochs, rows = reply_to(run, request(records=known))

    start = min(known, 201)
    assert (header["from"], header["count"]) == (start, 201 - start)
    assert epochs.tolist() == list(range(start, 201))
    assert rows.tobytes() == run.recording.rows[start:].tobytes()


def test_only_flips_after_the_known_ones_are_sent():
    run = trained()
    flips = [[flip.epoch, list(flip.rows)] for flip in run.flips]

    received = [reply_to(run, request(flips=known)).header for known in (0, 1, 999)]

    assert len(flips) > 1
    assert [header["flips"] for header in received] == [flips, flips[1:], []]
    assert [header["known_flips"] for header in received] == [0, 1, len(flips)]


def test_many_records_come_in_several_replies_of_limited_size(monkeypatch):
    monkeypatch.setattr(parts_of_runs, "MOST_BYTES", 1_000)
    run = trained()

    epochs = []
    while len(epochs) < 201:
        _, sent, rows = reply_to(run, request(records=len(epochs)))
        assert 0 < sent.nbytes + rows.nbytes <= 1_000
        epochs += sent.tolist()

    assert epochs == list(range(201))


def test_a_reply_holds_at_most_so_many_bytes_of_records():
    run = trained(
        nncore.Experiment(
            ARTICLE_2.dataset,
            nncore.Architecture((3, 60, 1), ("tanh", "sigmoid")),
            "half_squared_error",
            nncore.SGD(0.1),
            1_200,
        )
    )

    _, epochs, rows = reply_to(run, request())

    # 301 parameters and two losses and the epoch: 1,216 bytes a record, 822 records in a million bytes.
    assert len(run.recording.epochs) > len(epochs) == 822
    assert epochs.nbytes + rows.nbytes <= MOST_BYTES


def test_a_record_larger_than_a_reply_is_sent_all_the_same(monkeypatch):
    monkeypatch.setattr(parts_of_runs, "MOST_BYTES", 3)

    assert len(reply_to(trained(), request()).epochs) == 1


def test_what_is_not_asked_for_is_not_sent():
    header = reply_to(trained(), request(records=201)).header

    assert not {"description", "assets", "rows_before", "exact", "charts"} & set(header)


def test_a_description_comes_with_the_assets_and_the_rows_of_before():
    experiment = ARTICLE_2
    dataset = experiment.dataset
    fewer = nncore.Dataset(dataset.inputs[1:], dataset.targets[1:])
    run = trained(replace(experiment, dataset=fewer), number=2)

    alone = reply_to(run, Request(2, assets=True)).header
    header = reply_to(run, Request(2, assets=True), before=trained(), row_numbers=((2, 3, 4, 5, 7), ())).header

    said = describe(run.experiment, ((2, 3, 4, 5, 7), ()))
    assert header["description"]["train"] == said["train"]
    assert header["description"]["train"]["row_numbers"] == [2, 3, 4, 5, 7]
    assert set(header["assets"]) == {"palettes", "dark_for_light", "plotly_config", "plotly_js", "glossary"}
    assert (header["before"], header["rows_before"]) == (1, {"train": [1, 2, 3, 4, 5], "test": None})
    assert "rows_before" not in alone


def test_an_epoch_is_sent_exactly_if_it_is_trained():
    run = trained(epoch=50)

    exact = [reply_to(run, request(exact=epoch)).header.get("exact") for epoch in (0, 50, 51)]

    assert exact == [{"epoch": 0, **run.exactly(0)}, {"epoch": 50, **run.exactly(50)}, None]


def test_charts_are_sent_with_the_epoch_they_reach():
    charts = reply_to(trained(epoch=50), request(charts=True), choices=ChartChoices("accuracy")).header["charts"]

    assert (charts["trained"], charts["choices"]["measure"]) == (50, "accuracy")
    assert charts["loss"]["data"][0]["hovertext"][0].startswith("After epoch 0<br>the training accuracy<br>is ")


def test_what_the_screen_says_is_passed_on():
    choices = ChartChoices("accuracy", "log", "linear")

    header = reply_to(
        trained(), request(), situation=[5, 1, 0], choices=choices, opened=4, stale="Mend it.", chart_note="Look."
    ).header

    assert {"opened": 4, "stale": "Mend it.", "chart_note": "Look."}.items() <= header.items()
    assert (header["choices"], header["epoch_scale"]) == (vars(choices), "linear")
    assert header["situation"] == describe_situation(ARTICLE_2, [5, 1, 0])


def test_where_a_run_was_changed_is_told_with_every_reply():
    changes = (nncore.Intervention(4, "frozen", (0, True)), nncore.Intervention(4, "parameter", (1, 2.0)))
    branch = trained(replace(ARTICLE_2, interventions=changes))

    header = reply_to(branch, request()).header

    assert "description" not in header
    assert header["changed_at"] == [4]


def test_an_end_before_the_planned_one_says_why_and_the_planned_one_nothing():
    stopped = trained(replace(ARTICLE_2, stop=(nncore.LossReached(0.5),)))

    header = reply_to(stopped, request()).header

    assert header["early_end"] == [stopped.trainer.stop_reason.sentence]
    assert header["finished"]
    assert header["end"] == stopped.trainer.epoch < 200
    assert reply_to(trained(), request()).header["early_end"] == []


def test_an_exploded_run_can_be_told_with_everything():
    dataset = nncore.Dataset([[1.0], [2.0]], [[1.0], [3.0]], test_inputs=[[1e9]], test_targets=[[1.0]])
    architecture = nncore.Architecture((1, 1), ("linear",))
    run = trained(nncore.Experiment(dataset, architecture, "half_squared_error", nncore.SGD(1e4), 1_000))

    header, _, rows = reply_to(run, Request(1, assets=True, charts=True), situation=[1e308])

    assert "stopped being finite" in header["early_end"][0]
    assert header["situation"]["inputs"] == [1e308]
    assert np.isinf(rows).any()  # what is too large for 32 bits


def test_warnings_are_told():
    dataset = nncore.Dataset([[0.0], [1.0]], [[0.0], [5.0]])
    experiment = nncore.Experiment(
        dataset, nncore.Architecture((1, 1), ("sigmoid",)), "half_squared_error", nncore.SGD(0.1), 5
    )

    assert (
        reply_to(trained(experiment), Request(1)).header["description"]["warnings"] == list(experiment.warnings()) != []
    )


def test_what_no_longer_fits_into_the_budget_is_left_out_and_records_come_all_the_same():
    run = trained()
    asked = request(records=150, exact=77, charts=True)

    whole = taken_apart(make_reply(run, screen(), asked, Told(), Budget(0.25)))
    spent = taken_apart(make_reply(run, screen(), asked, Told(), Budget(0.0)))

    assert "charts" in whole.header
    assert "exact" in whole.runs[0].told
    assert "charts" not in spent.header
    assert "exact" not in spent.runs[0].told
    assert spent.runs[0].epochs.tolist() == whole.runs[0].epochs.tolist() == list(range(150, 201))


def told_of(run, request, told=None, **shown):
    return taken_apart(make_reply(run, screen(**shown), request, told or Told()))


def test_a_player_that_knows_no_run_is_told_everything_of_both():
    run, before = trained(replace(ARTICLE_2, seed=7), number=2), trained(number=1)

    header, (on_screen, other) = told_of(run, Request(2, assets=True), before=before)

    assert (header["run"], header["before"]) == (2, 1)
    assert {"assets", "charts", "rows_before"} <= set(header)
    assert other.told["description"]["names_of"] == 2  # the longest part of it, and the same for both
    named(other.told, [on_screen.told], {})
    for part, shown in ((on_screen, run), (other, before)):
        assert (part.told["run"], part.told["from"], part.told["known_flips"]) == (shown.number, 0, 0)
        assert part.told["description"] == json.loads(json.dumps(describe(shown.experiment, ((), ()))))
        assert part.told["exact"] == {"epoch": 200, **shown.exactly(200)}
        assert part.epochs.tolist() == list(range(201))
        assert part.rows.tobytes() == shown.recording.rows.tobytes()


def test_each_run_is_sent_exactly_at_the_epoch_that_is_wanted_of_it():
    run, before = trained(replace(ARTICLE_2, seed=7), number=2), trained(epoch=50)
    known = KnownRun(2, 201, 99, exact=77), KnownRun(1, 51, 99, exact=50)

    header, parts = told_of(run, Request(2, before=1, runs=known), before=before)

    assert [part.told["exact"] for part in parts] == [
        {"epoch": 77, **run.exactly(77)},
        {"epoch": 50, **before.exactly(50)},
    ]
    assert not {"assets", "charts", "rows_before"} & set(header)
    assert not any("description" in part.told or len(part.epochs) for part in parts)


def test_a_new_run_beside_one_that_is_known_is_told_alone():
    run, before = trained(replace(ARTICLE_2, seed=7), number=2), trained()

    header, (new, old) = told_of(run, Request(1, runs=(KnownRun(1, 201, 99),)), before=before, worked_at=12)

    assert new.told["exact"]["epoch"] == 12
    assert (len(new.epochs), len(old.epochs)) == (201, 0)
    assert "description" in new.told
    assert "description" not in old.told
    assert "rows_before" in header


def test_a_page_drawn_without_having_been_asked_tells_what_it_has_not_told():
    told, run, before = Told(), trained(replace(ARTICLE_2, seed=7), number=2), trained()

    first, again = told_of(before, None, told), told_of(before, None, told)
    second, repeated = told_of(run, None, told, before=before), told_of(run, None, told, before=before)

    assert {"assets", "charts"} <= set(first.header)
    assert "description" in first.runs[0].told
    assert len(first.runs[0].epochs) == 201
    assert [len(part.epochs) for part in (*again.runs, *second.runs, *repeated.runs)] == [0, 201, 0, 0, 0]
    # After an edit the numbers come first, and the player asks for its charts at once.
    assert "rows_before" in second.header
    assert not {"assets", "charts"} & set(second.header)
    assert not {"assets", "charts", "rows_before"} & set(repeated.header)
    assert [reply.header["reply"] for reply in (first, again, second, repeated)] == [1, 2, 3, 4]


def test_rows_that_are_called_otherwise_are_told_anew():
    told, run = Told(), trained()
    told_of(run, None, told, row_numbers=((1, 2, 3, 4, 5, 6), ()))

    same, renamed = (
        told_of(run, request(records=201), told, row_numbers=(numbers, ()))
        for numbers in ((1, 2, 3, 4, 5, 6), (1, 2, 4, 5, 6, 7))
    )

    assert "description" not in same.runs[0].told
    assert renamed.runs[0].told["description"]["train"]["row_numbers"] == [1, 2, 4, 5, 6, 7]
    assert len(renamed.runs[0].epochs) == 0


def test_what_rows_are_called_is_told_again_after_a_reply_that_was_lost():
    told, run, numbers = Told(), trained(), ((1, 2, 4, 5, 6, 7), ())
    first = told_of(run, None, told, row_numbers=((1, 2, 3, 4, 5, 6), ()))
    known = first.runs[0].told["called"]

    told_of(run, None, told, row_numbers=numbers)  # lost
    again = told_of(run, request(records=201, called=known), told, row_numbers=numbers)
    now = again.runs[0].told["called"]
    later = told_of(run, request(records=201, called=now), told, row_numbers=numbers)

    assert again.runs[0].told["description"]["train"]["row_numbers"] == [1, 2, 4, 5, 6, 7]
    assert now == later.runs[0].told["called"] != known
    assert "description" not in later.runs[0].told


def test_a_run_that_was_told_as_the_one_before_has_its_rows_named_when_it_comes_on_the_screen():
    told, before, run, numbers = (
        Told(),
        trained(),
        trained(replace(ARTICLE_2, seed=7), number=2),
        ((2, 3, 4, 5, 6, 7), ()),
    )
    both = told_of(run, None, told, before=before, row_numbers=numbers)
    assert both.runs[1].told["called"] == 0

    back = told_of(before, None, told, before=run, row_numbers=numbers)

    assert back.runs[0].told["description"]["train"]["row_numbers"] == [2, 3, 4, 5, 6, 7]


def test_the_records_of_two_runs_share_the_size_of_a_reply(monkeypatch):
    monkeypatch.setattr(parts_of_runs, "MOST_BYTES", 15_000)
    run, before = trained(replace(ARTICLE_2, seed=7), number=2), trained()

    _, parts = told_of(run, Request(2), before=before)

    # A record and its epoch have 60 bytes: 201 of the run on the screen are 12,060, and 49 more fit.
    assert [len(part.epochs) for part in parts] == [201, 49]


def test_why_a_run_failed_is_told_when_it_has_ended_and_not_before():
    going_on, ended = trained(epoch=100), trained()

    assert "why" not in reply_to(going_on, request(why="find")).header
    assert reply_to(ended, request(why="find")).header["why"]["run"] == 1
    assert "why" not in reply_to(ended, request()).header
