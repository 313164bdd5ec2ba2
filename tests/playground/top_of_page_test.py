"""The page is drawn in its place, whatever Streamlit has run before in the same thread."""

import pytest
from streamlit.runtime.scriptrunner import RerunData
from streamlit.runtime.scriptrunner.script_runner import ScriptRunnerEvent
from streamlit.testing.v1 import app_test
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from .opened_page import OpenedPage

WHOLE_PAGE = RerunData()


class Drawn(LocalScriptRunner):
    """Runs the page, then its player's part, then the page again, and remembers where each of these drew what.

    Each is asked for at the very end of the one before, when Streamlit would no longer break it off: a thread that has
    something to do then goes on with it.
    """

    runs: list[list[tuple[int, ...]]]
    player_s_part = ""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.on_event.connect(self._note, weak=False)

    def _note(self, _, event, forward_msg=None, **__):
        if event == ScriptRunnerEvent.SCRIPT_STARTED:
            self.runs.append([])
        elif event == ScriptRunnerEvent.ENQUEUE_FORWARD_MSG and forward_msg.HasField("delta"):
            self.runs[-1].append(tuple(forward_msg.metadata.delta_path))
            self.player_s_part = forward_msg.delta.fragment_id or self.player_s_part
        elif event == ScriptRunnerEvent.SCRIPT_STOPPED_WITH_SUCCESS and len(self.runs) == 1:
            self.request_rerun(RerunData(fragment_id=self.player_s_part))
        elif event == ScriptRunnerEvent.FRAGMENT_STOPPED_WITH_SUCCESS:
            self.request_rerun(WHOLE_PAGE)


@pytest.fixture
def drawn(monkeypatch) -> type[Drawn]:
    """What runs the page from now on."""
    Drawn.runs = []
    monkeypatch.setattr(app_test, "LocalScriptRunner", Drawn)
    return Drawn


def test_a_change_that_comes_as_the_player_has_just_been_answered_draws_the_page_where_it_was(drawn):
    OpenedPage()

    first, player_s_part, again = drawn.runs
    assert player_s_part == [path for path in first if path[: len(player_s_part[0])] == player_s_part[0]]
    assert sorted(again) == sorted(first)  # at first the player comes before the rest
