"""Streamlit's own runs of the script, without a browser: of the whole page, or of the part alone that was changed."""

from typing import ClassVar

from streamlit.proto.RootContainer_pb2 import RootContainer
from streamlit.runtime.scriptrunner import RerunData
from streamlit.runtime.scriptrunner.script_runner import ScriptRunnerEvent
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequests
from streamlit.testing.v1.local_script_runner import LocalScriptRunner


class ScriptRuns(LocalScriptRunner):
    """Runs what a browser would have run, and counts how often the whole page was drawn.

    Attributes
    ----------
    alone : str
        What is run in place of the whole page: "player", "box", or empty.
    player_asks_next : bool
        Whether the player asks for something as soon as the page is drawn.
    whole_pages : int
        How often the whole page was drawn.
    """

    alone = ""
    player_asks_next = False
    whole_pages = 0
    _parts: ClassVar[dict[str, str]] = {}

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.on_event.connect(self._note, weak=False)

    def request_rerun(self, rerun_data):
        """Have the script run, or the part of it alone."""
        if ScriptRuns.alone:
            self._requests = ScriptRequests()  # the whole page, which the test client begins with, would come first
            rerun_data = RerunData(widget_states=rerun_data.widget_states, fragment_id=self._parts[ScriptRuns.alone])
            ScriptRuns.alone = ""
        return super().request_rerun(rerun_data)

    def _note(self, _, event, forward_msg=None, fragment_ids_this_run=None, **__):
        if event == ScriptRunnerEvent.SCRIPT_STARTED and not fragment_ids_this_run:
            ScriptRuns.whole_pages += 1
        elif event == ScriptRunnerEvent.ENQUEUE_FORWARD_MSG and forward_msg.delta.fragment_id:
            is_box = forward_msg.metadata.delta_path[0] == RootContainer.EVENT
            self._parts["box" if is_box else "player"] = forward_msg.delta.fragment_id
        elif event == ScriptRunnerEvent.SCRIPT_STOPPED_WITH_SUCCESS and ScriptRuns.player_asks_next:
            ScriptRuns.player_asks_next = False
            self.request_rerun(RerunData(fragment_id=self._parts["player"]))
