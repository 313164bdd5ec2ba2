"""What somebody works out for a line is judged by the core, from the browser's words, whatever they are."""

from dataclasses import replace

import pytest

import nncore
from playground.player.protocol.answered_line import AnsweredLine, read_answered_line, told_verdict
from playground.player.protocol.wanted_update import WantedUpdate
from playground.runs.live_run import LiveRun

ENOUGH = 10.0
UPDATE = WantedUpdate(epoch=4, row=0, parameter=0)
ASKED = {"number": 3, "update": {"epoch": 4, "row": 0, "parameter": 0}, "line": "∂L/∂z of target", "text": "0,0778"}


@pytest.fixture(scope="module")
def run():
    run = LiveRun(3, replace(nncore.articles.single_neuron(), epochs=20))
    run.advance(20, ENOUGH)
    return run


def verdict(run, text, line="∂L/∂z of target", update=UPDATE, row_numbers=range(1, 5)):
    return told_verdict(run, AnsweredLine(7, update, line, text), row_numbers, ENOUGH)


@pytest.mark.parametrize(
    ("text", "kind", "is_done", "said"),
    [
        # 0.344536219 · 0.225831013 = 0.077806963
        ("0,0778", "right", True, "Right."),
        ("7.781e-2", "right", True, "Right."),
        # 0.345 · 0.226, the numbers as they are shown.
        ("0.07797", "rounding", True, "3 digits on the way"),
        ("0.345", "wrong", False, "∂y/∂z of target is missing"),
        ("-0.0778", "wrong", False, "the sign is not"),
        ("abc", "unread", False, "abc"),
        ("", "unread", False, "."),
    ],
)
def test_an_answer_is_judged(run, text, kind, is_done, said):
    told = verdict(run, text)

    assert (told["number"], told["kind"], told["is_done"]) == (7, kind, is_done)
    assert said in told["sentence"]


def test_rows_are_called_by_the_numbers_of_the_page(run):
    update = WantedUpdate(epoch=4, row=2, parameter=1)

    told = verdict(run, "0", "∂L/∂w in row 7", update, [1, 3, 7, 8])

    assert told["kind"] == "right"  # input 2 of that row is 0


@pytest.mark.parametrize(
    "update", [WantedUpdate(epoch=20, row=0, parameter=0), WantedUpdate(epoch=0, row=4, parameter=0)]
)
def test_an_answer_to_an_update_that_is_not_there_is_confirmed_and_not_judged(run, update):
    assert verdict(run, "1", update=update) == {"number": 7, "kind": "unread", "sentence": "", "is_done": False}


def test_an_answer_comes_from_the_browser_and_goes_back_with_its_number(page):
    page.step()
    page.finish()

    page.request(answered=ASKED)

    assert not page.client.exception
    assert page.header["judged"] == {"number": 3, "kind": "right", "sentence": "Right.", "is_done": True}


@pytest.mark.parametrize(
    "nothing",
    [
        None,
        "hello",
        {},
        {**ASKED, "number": "3"},
        {**ASKED, "update": None},
        {**ASKED, "line": 4},
        {**ASKED, "text": 0.5},
    ],
)
def test_what_is_no_answer_is_read_as_none(nothing):
    assert read_answered_line(nothing) is None


def test_a_text_that_never_ends_is_cut(run):
    read = read_answered_line({**ASKED, "text": "1" * 10_000_000})

    assert len(read.text) == 200
