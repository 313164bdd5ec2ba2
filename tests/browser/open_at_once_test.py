"""Something is opened while the page is still being made: whatever the moment, it opens, whole, and so does the next."""

import pytest
from playwright.sync_api import WebSocketRoute, expect
from streamlit.proto.BackMsg_pb2 import BackMsg

from .app_page import NEXT_FRAME
from .playground_page import PlaygroundPage

# Both open on their beginning, with the same weights.
AT_FIRST = ["0.5000", "0.6084", "0.4586", "0.5682"]
TARGETS = {"AND": ["0", "0", "0", "1"], "XOR": ["0", "1", "1", "0"]}


def open_while_it_is_made(app: PlaygroundPage, messages: int) -> None:
    """Go to the page, and wait until the server has sent so many messages and there is a list to choose from."""
    came: list[int] = []
    app.page.on("websocket", lambda socket: socket.on("framereceived", lambda message: came.append(len(message))))
    app.page.goto(app.address)
    app.page.get_by_role("combobox", name="Open", exact=True).wait_for()
    while len(came) < messages:
        app.page.evaluate(NEXT_FRAME)  # Playwright hands over messages only while it is asked something


def choose(app: PlaygroundPage, title: str) -> None:
    """Choose from the list as it stands, whatever the page is doing."""
    app.pick("Open", title)


def expect_open(app: PlaygroundPage, title: str) -> None:
    """Wait until an item of the gallery stands on its beginning."""
    expect(app.outputs()).to_have_text(AT_FIRST)
    expect(app.answers().locator(".rows-aim")).to_have_text(TARGETS[title])


def in_one_message_with_the_player(app: PlaygroundPage, said: str) -> None:
    """Send the message in which a widget first says so as one of the player's part of the page.

    That is what the page does where both have something to say in the same moment.
    """
    players: list[str] = []

    def changed(message: bytes) -> bytes:
        sent = BackMsg.FromString(message)
        rerun = sent.rerun_script
        if rerun.fragment_id:
            players.append(rerun.fragment_id)
        elif players and "" not in players and any(said in str(widget) for widget in rerun.widget_states.widgets):
            rerun.fragment_id = players[-1]
            players.append("")  # once
            return sent.SerializeToString()
        return message

    def between(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        socket.on_message(lambda message: server.send(changed(message) if isinstance(message, bytes) else message))
        server.on_message(socket.send)

    app.page.route_web_socket("**/_stcore/stream*", between)


@pytest.mark.parametrize(("say", "said"), [("open", "AND"), ("type", "0,5")])
def test_what_is_said_in_one_message_with_the_players_is_not_lost(app, say, said):
    in_one_message_with_the_player(app, said)
    app.open_at_the_end()

    if say == "open":
        choose(app, said)
        expect_open(app, "AND")
    else:
        app.number("Learning rate").fill(said)
        app.number("Learning rate").press("Enter")
        expect(app.change_log).to_have_text("Learning rate: 1 → 0.5.")


# By the first of them there is a list, by the last the player asks for its charts.
@pytest.mark.parametrize("messages", [1, 12, 24, 32, 40, 48])
def test_what_is_chosen_at_once_opens_whole_and_so_does_the_next_choice(app, messages):
    open_while_it_is_made(app, messages)

    choose(app, "AND")
    expect_open(app, "AND")
    choose(app, "XOR")
    expect_open(app, "XOR")

    expect(app.player).to_have_count(1)
    expect(app.page.get_by_test_id("stAlert")).to_have_count(0)


def test_two_choices_one_after_the_other_end_with_the_second(app):
    open_while_it_is_made(app, 1)

    for title in ("AND", "OR", "NAND", "XOR", "AND"):
        choose(app, title)

    expect_open(app, "AND")
    expect(app.player).to_have_count(1)
    expect(app.page.get_by_test_id("stAlert")).to_have_count(0)


def test_opening_is_taken_back_and_done_again_by_button_and_by_key(app):
    app.open_at_the_end()
    choose(app, "XOR")
    expect_open(app, "XOR")
    app.table("Training table").edit(0, "target", "1")

    choose(app, "AND")
    expect_open(app, "AND")
    app.button("Undo").click()
    expect(app.table("Training table").cell(0, "target")).to_have_text("1")
    expect(app.page.get_by_role("combobox", name="Open", exact=True)).to_have_value("Own table")

    app.button("Redo").click()
    expect_open(app, "AND")
    app.page.keyboard.press("z")
    expect(app.table("Training table").cell(0, "target")).to_have_text("1")
    app.page.keyboard.press("y")
    expect_open(app, "AND")
    expect(app.button("Redo")).to_have_attribute("aria-disabled", "true")


def test_more_stays_open_when_the_architecture_changes(app):
    app.open_at_the_end()
    app.page.get_by_text("More", exact=True).click()
    seen = app.page.get_by_role("combobox", name="Optimizer", exact=True)
    expect(seen).to_be_visible()

    app.choose("Architecture", "Hidden layers")

    expect(seen).to_be_visible()
