from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

import nncore
import playground.player.protocol.reply
from playground.document.chart_choices import ChartChoices
from playground.player.protocol.description import describe, describe_situation
from playground.player.protocol.reply import MOST_BYTES, OnTheScreen, frame, make_reply
from playground.player.protocol.request import Request
from playground.runs.budget import Budget
from playground.runs.live_run import LiveRun

from ..pretend_player import taken_apart

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


def reply_to(run, request, **shown):
    return taken_apart(make_reply(run, screen(**shown), request, 5))


@given(
    st.dictionaries(TEXT, PLAIN, max_size=4),
    st.integers(0, 6).flatmap(
        lambda width: st.integers(0, 20).flatmap(
            lambda count: st.tuples(
                arrays.arrays(np.uint32, count), arrays.arrays(np.float32, (count, width), elements=st.floats(width=32))
            )
        )
    ),
)
def test_a_message_taken_apart_is_what_went_in(header, records):
    epochs, rows = records

    received = taken_apart(frame(header, epochs, rows), rows.shape[1])

    assert received.header == header
    assert received.epochs.tolist() == epochs.tolist()
    assert np.array_equal(received.rows, rows, equal_nan=True)


def test_the_numbers_are_little_endian_wherever_it_is_computed():
    epochs, rows = np.array([7], dtype=">u4"), np.array([[0.5, 2.0]], dtype=">f4")

    message = frame({"ä": "é"}, epochs, rows)

    # {"ä":"é"} with both letters escaped has 17 characters, padded to 20; 7; 0.5 and 2 as IEEE 754 in 32 bits.
    assert message[:4].hex() == "14000000"
    assert message[-12:].hex(" ", 4) == "07000000 0000003f 00000040"


@pytest.mark.parametrize("number", [np.nan, np.inf, -np.inf])
def test_a_header_never_holds_what_json_does_not_know(number):
    header = {"loss": number, "list": [1.0, number], "deep": {"array": np.array([number, 2.0])}}

    received = taken_apart(frame(header, np.empty(0, "<u4"), np.empty((0, 1), "<f4")), 1)

    assert received.header == {"loss": None, "list": [1.0, None], "deep": {"array": [None, 2.0]}}


def test_a_first_reply_says_where_the_run_stands_and_brings_every_record():
    run = trained(epoch=120)

    header, epochs, rows = reply_to(run, Request(1))

    expected = {"reply": 5, "run": 1, "from": 0, "count": 121, "width": 14, "recorded": 121, "trained": 120}
    assert expected.items() <= header.items()
    assert {"finished": False, "end": 200, "threshold": 0.5, "known_flips": 0, "before": None}.items() <= header.items()
    assert epochs.tolist() == list(range(121))
    assert rows.tobytes() == run.recording.rows.tobytes()


@pytest.mark.parametrize("known", [0, 1, 60, 200, 201, 1_000, 2**53])
def test_only_records_after_the_known_ones_are_sent(known):
    run = trained()

    header, epochs, rows = reply_to(run, Request(1, known=known))

    start = min(known, 201)
    assert (header["from"], header["count"]) == (start, 201 - start)
    assert epochs.tolist() == list(range(start, 201))
    assert rows.tobytes() == run.recording.rows[start:].tobytes()


def test_only_flips_after_the_known_ones_are_sent():
    run = trained()
    flips = [[flip.epoch, list(flip.rows)] for flip in run.flips]

    received = [reply_to(run, Request(1, known_flips=known)).header for known in (0, 1, 999)]

    assert len(flips) > 1
    assert [header["flips"] for header in received] == [flips, flips[1:], []]
    assert [header["known_flips"] for header in received] == [0, 1, len(flips)]


def test_many_records_come_in_several_replies_of_limited_size(monkeypatch):
    monkeypatch.setattr(playground.player.protocol.reply, "MOST_BYTES", 1_000)
    run = trained()

    epochs = []
    while len(epochs) < 201:
        _, sent, rows = reply_to(run, Request(1, known=len(epochs)))
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

    _, epochs, rows = reply_to(run, Request(1))

    # 301 parameters and two losses and the epoch: 1,216 bytes a record, 822 records in a million bytes.
    assert len(run.recording.epochs) > len(epochs) == 822
    assert epochs.nbytes + rows.nbytes <= MOST_BYTES


def test_a_record_larger_than_a_reply_is_sent_all_the_same(monkeypatch):
    monkeypatch.setattr(playground.player.protocol.reply, "MOST_BYTES", 3)

    assert len(reply_to(trained(), Request(1)).epochs) == 1


def test_what_is_not_asked_for_is_not_sent():
    header = reply_to(trained(), Request(1, known=201)).header

    assert not {"description", "assets", "rows_before", "exact", "charts"} & set(header)


def test_a_description_comes_with_the_looks_and_the_rows_of_before():
    experiment = ARTICLE_2
    dataset = experiment.dataset
    fewer = nncore.Dataset(dataset.inputs[1:], dataset.targets[1:])
    run = trained(replace(experiment, dataset=fewer), number=2)

    alone = reply_to(run, Request(2, describe=True)).header
    header = reply_to(run, Request(2, describe=True), before=trained(), row_numbers=((2, 3, 4, 5, 7), ())).header

    said = describe(run.experiment, ((2, 3, 4, 5, 7), ()))
    assert header["description"]["train"] == said["train"]
    assert header["description"]["train"]["row_numbers"] == [2, 3, 4, 5, 7]
    assert set(header["assets"]) == {"palettes", "dark_for_light", "plotly_config", "plotly_js"}
    assert (header["before"], header["rows_before"]) == (1, {"train": [1, 2, 3, 4, 5], "test": None})
    assert "rows_before" not in alone


def test_an_epoch_is_sent_exactly_if_it_is_trained():
    run = trained(epoch=50)

    exact = [reply_to(run, Request(1, exact=epoch)).header.get("exact") for epoch in (0, 50, 51)]

    assert exact == [{"epoch": 0, **run.exactly(0)}, {"epoch": 50, **run.exactly(50)}, None]


def test_charts_are_sent_with_the_epoch_they_reach():
    charts = reply_to(trained(epoch=50), Request(1, charts=True), choices=ChartChoices("accuracy")).header["charts"]

    assert (charts["trained"], charts["choices"]["measure"]) == (50, "accuracy")
    assert charts["loss"]["layout"]["annotations"][0]["text"].startswith("Accuracy")


def test_what_the_screen_says_is_passed_on():
    choices = ChartChoices("accuracy", "log", "linear")

    header = reply_to(
        trained(), Request(1), situation=[5, 1, 0], choices=choices, opened=4, stale="Mend it.", chart_note="Look."
    ).header

    assert {"opened": 4, "stale": "Mend it.", "chart_note": "Look."}.items() <= header.items()
    assert (header["choices"], header["epoch_scale"]) == (vars(choices), "linear")
    assert header["situation"] == describe_situation(ARTICLE_2, [5, 1, 0])


def test_an_end_before_the_planned_one_says_why_and_the_planned_one_nothing():
    stopped = trained(replace(ARTICLE_2, stop=(nncore.LossReached(0.5),)))

    header = reply_to(stopped, Request(1)).header

    assert header["early_end"] == [stopped.trainer.stop_reason.sentence]
    assert header["finished"]
    assert header["end"] == stopped.trainer.epoch < 200
    assert reply_to(trained(), Request(1)).header["early_end"] == []


def test_an_exploded_run_can_be_told_with_everything():
    dataset = nncore.Dataset([[1.0], [2.0]], [[1.0], [3.0]], test_inputs=[[1e9]], test_targets=[[1.0]])
    architecture = nncore.Architecture((1, 1), ("linear",))
    run = trained(nncore.Experiment(dataset, architecture, "half_squared_error", nncore.SGD(1e4), 1_000))

    header, _, rows = reply_to(run, Request(1, exact=run.trainer.epoch, describe=True, charts=True), situation=[1e308])

    assert "stopped being finite" in header["early_end"][0]
    assert header["situation"]["inputs"] == [1e308]
    assert np.isinf(rows).any()  # what is too large for 32 bits


def test_cautions_are_told():
    dataset = nncore.Dataset([[0.0], [1.0]], [[0.0], [5.0]])
    experiment = nncore.Experiment(
        dataset, nncore.Architecture((1, 1), ("sigmoid",)), "half_squared_error", nncore.SGD(0.1), 5
    )

    assert reply_to(trained(experiment), Request(1)).header["warnings"] == list(experiment.warnings()) != []


def test_what_no_longer_fits_into_the_budget_is_left_out_and_records_come_all_the_same():
    run = trained()
    request = Request(1, known=150, exact=77, charts=True)

    whole = taken_apart(make_reply(run, screen(), request, 5, Budget(0.25)))
    spent = taken_apart(make_reply(run, screen(), request, 5, Budget(0.0)))

    assert {"exact", "charts"} <= whole.header.keys()
    assert not {"exact", "charts"} & spent.header.keys()
    assert spent.epochs.tolist() == whole.epochs.tolist() == list(range(150, 201))
