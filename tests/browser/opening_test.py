"""The page as it opens, and the machines that are asked for something while it is used: none but this one."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from ..page_texts import ARTICLE_1, expected_outputs, outputs_at
from .page_watch import PageWatch
from .playground_page import PlaygroundPage
from .server import serving

# Python runs a file of this name before anything else. Other machines can be asked for in these ways only; binding,
# which every server does, shows that notes are taken.
NOTE_CONNECTIONS = """
import sys

PLACES = {{"socket.bind": 1, "socket.connect": 1, "socket.sendto": 1, "socket.getaddrinfo": 0, "socket.gethostbyname": 0}}

def note(event, arguments):
    if event in PLACES:
        address = arguments[PLACES[event]]
        with open({path!r}, "a") as notes:
            print(event, address[0] if isinstance(address, tuple) else address, file=notes)

sys.addaudithook(note)
"""
THIS_MACHINE = {"127.0.0.1", "::1", "localhost", "None"}


def test_the_page_opens_on_the_beginning_of_the_first_article_with_all_of_it_trained_and_its_future_hidden(app):
    app.open().wait_until_finished()

    app.expect_epoch(0)
    expect(app.outputs()).to_have_text(outputs_at(ARTICLE_1, 0))
    expect(app.player.get_by_role("progressbar", name="Trained")).to_have_attribute("aria-valuenow", "15000")
    expect(app.player.locator(".guess")).to_have_count(2)
    app.go_to_the_end()
    expect(app.player.locator(".guess")).to_have_count(0)
    app.button("Reset").click()
    app.expect_epoch(0)
    expect(app.player.locator(".guess")).to_have_count(0)


def test_what_else_is_opened_opens_on_its_beginning_too_and_so_does_its_reset(app):
    app.open_at_the_end()

    app.choose_from("Open", "AND")

    _expect_beginning_of_and(app)
    app.button("Guess no").click()
    app.button("Train").click()
    app.select("Speed", "as fast as it comes")
    app.expect_epoch(2000)
    expect(app.story).to_contain_text("You guessed no: in the end all four rows are right.")
    app.press("Reset to this example")
    _expect_beginning_of_and(app)


def _expect_beginning_of_and(app):
    app.wait_until_finished()
    app.expect_epoch(0)
    expect(app.question).to_have_text("Can one neuron tell these four rows apart?")
    expect(app.player.locator(".guess")).to_have_count(2)
    expect(app.player.locator(".guess[aria-pressed=true]")).to_have_count(0)


def test_the_first_article_is_there_finished_and_drawn(app):
    app.open_at_the_end()

    expect(app.readout).to_contain_text("Epoch 15,000 of 15,000")
    expect(app.situation).to_have_text(re.compile(r"^0\.99996\s*class 1$"))  # the article prints 0.9999584
    expect(app.outputs()).to_have_text(expected_outputs(ARTICLE_1))
    expect(app.verdicts()).to_have_text(["right"] * 4)
    expect(app.page.locator(".rows-wrong")).to_have_count(0)
    expect(app.notes).to_have_count(0)
    expect(app.button("Train")).to_be_enabled()
    expect(app.button("Play")).to_be_visible()
    expect(app.table("Training table").cell(3, "input 2")).to_have_text("1")
    for name in ("Training table", "Test table", "New situation"):
        expect(app.player.get_by_role("tab", name=name, exact=True)).to_be_visible()
    for name in ("Network", "Output", "Loss", "Weights"):
        expect(app.heading(name)).to_be_visible()
    app.wait_for_lines("loss", ["train"])
    app.wait_for_lines("weights", ["input 1 → target", "input 2 → target", "input 3 → target"])
    expect(app.page.locator(".panel-weights .scatterlayer .trace")).to_have_count(3)


def test_neither_server_nor_page_ask_another_machine_for_anything(browser, tmp_path, monkeypatch):
    notes = tmp_path / "connections.txt"
    (tmp_path / "sitecustomize.py").write_text(NOTE_CONNECTIONS.format(path=str(notes)), encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    with serving(Path("playground/app.py"), tmp_path / "log.txt") as address, browser.new_context() as context:
        watch = PageWatch(context, address)
        app = PlaygroundPage(context.new_page(), address).open_at_the_end()
        number = app.run
        app.table("Training table").edit(2, "target", "0")
        app.expect_another_run(number)
        app.wait_until_finished()
        # What a page of somebody else would do, to read along.
        with pytest.raises(InvalidStatus, match="403"):
            connect(f"{address.replace('http', 'ws', 1)}/_stcore/stream", origin="https://elsewhere.example")

    noted = [line.split(maxsplit=1) for line in notes.read_text(encoding="utf-8").splitlines()]
    assert "socket.bind" in [event for event, _ in noted]
    assert {address for event, address in noted if event != "socket.bind"} <= THIS_MACHINE
    assert not watch.complaints
