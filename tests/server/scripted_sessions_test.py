"""Sessions without a browser, with which the server is measured, are answered as the page is."""

from pathlib import Path

import pytest

from ..benchmarks.scripted_sessions import ScriptedSessions
from ..browser.server import running

pytestmark = pytest.mark.browser  # It needs a server of its own, and Node.js.

PLAYGROUND = Path("playground/app.py")


def test_scripted_sessions_train_ahead_of_their_play_heads(tmp_path):
    with running(PLAYGROUND, tmp_path / "log.txt") as server, ScriptedSessions(server.address, 2) as sessions:
        sessions.rest()
        sessions.rerun(Epochs={"string_value": "1000000"})
        sessions.play("120", seconds=0)
        sessions.train_on()
        assert sessions.look().seconds
