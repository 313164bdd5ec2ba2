"""A page is sent whole, also when its player asks for more while it is drawn."""

import json
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from ..browser.server import running
from .first_messages import PATIENCE

pytestmark = pytest.mark.browser  # It needs a server of its own.

PLAYGROUND = Path("playground/app.py")
TIMES = 20


class OpenedSession:
    """A page that is open, as its socket tells it."""

    def __init__(self, socket):
        self.socket = socket
        self.player, self.part_of_page = "", ""
        self.draw()
        self.events_of_a_run()

    def draw(self):
        """Ask for the whole page."""
        message = BackMsg()
        message.rerun_script.query_string = ""
        self.socket.send(message.SerializeToString())

    def request(self, number):
        """Ask for the player's part of the page, as the player does."""
        message = BackMsg()
        message.rerun_script.fragment_id = self.part_of_page
        trigger = message.rerun_script.widget_states.widgets.add(id=f"$$STREAMLIT_INTERNAL_KEY_{self.player}__events")
        trigger.json_trigger_value = json.dumps([{"event": "request", "value": {"number": number, "run": 1}}])
        self.socket.send(message.SerializeToString())

    def next_event(self):
        """Return which comes next: a run's "begin" or "end", or its "player"."""
        while True:
            message = ForwardMsg.FromString(self.socket.recv(PATIENCE))
            kind = message.WhichOneof("type")
            if kind in {"new_session", "script_finished"}:
                return {"new_session": "begin", "script_finished": "end"}[kind]
            if message.delta.new_element.WhichOneof("type") == "bidi_component":
                self.player, self.part_of_page = message.delta.new_element.bidi_component.id, message.delta.fragment_id
                return "player"

    def events_of_a_run(self):
        """Return what comes until a run has ended."""
        events = [self.next_event()]
        while events[-1] != "end":
            events.append(self.next_event())
        return events


def test_the_player_is_on_the_page_at_the_end_of_a_run_though_it_is_asked_for_during_it(tmp_path):
    with (
        running(PLAYGROUND, tmp_path / "log.txt") as server,
        connect(f"{server.address.replace('http', 'ws', 1)}/_stcore/stream", max_size=None) as socket,
    ):
        session = OpenedSession(socket)
        for number in range(1, TIMES + 1):
            session.draw()
            assert session.next_event() == "begin"
            session.request(number)

            assert session.events_of_a_run() == ["player", "end"]
            assert session.events_of_a_run() == ["begin", "player", "end"]
