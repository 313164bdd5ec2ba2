"""Which runs of the script have finished in a tab, told from the messages between page and server.

A run can be too short for the page to ever show that it is running. The player, and what lies over the page, request runs of
their own part only.
"""

from dataclasses import dataclass, replace

from playwright.sync_api import Page, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


@dataclass(frozen=True)
class RunCounts:
    """How many runs have ended in a tab; and how many of the whole page have been requested, and have ended."""

    ended: int = 0
    whole_requested: int = 0
    whole_ended: int = 0

    def follow(self, before: "RunCounts") -> bool:
        """Return whether the run has ended that was requested since, and not only one of the player's own."""
        if self.whole_requested > before.whole_requested:
            return self.whole_ended > before.whole_ended
        return self.ended > before.ended


class FinishedRuns:
    """Counts the runs of the script that have finished in a tab."""

    def __init__(self, page: Page):
        self.counts = RunCounts()
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._hear)
        socket.on("framesent", self._note)

    def _hear(self, message: bytes | str) -> None:
        self.counts = counts_after(message, self.counts)

    def _note(self, message: bytes | str) -> None:
        requested = self.counts.whole_requested + requests_whole_run(message)
        self.counts = replace(self.counts, whole_requested=requested)


def counts_after(message: bytes | str, counts: RunCounts) -> RunCounts:
    """Return the counts when a message of the server has come."""
    content = ForwardMsg.FromString(message) if isinstance(message, bytes) else ForwardMsg()
    match content.WhichOneof("type"):
        case "script_finished" if content.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            return replace(counts, whole_ended=counts.whole_ended + 1)
        case "session_status_changed" if not content.session_status_changed.script_is_running:
            return replace(counts, ended=counts.ended + 1)  # the last message of any run
    return counts


def requests_whole_run(message: bytes | str) -> bool:
    """Return whether a message to the server requests a run that draws all of the page."""
    content = BackMsg.FromString(message) if isinstance(message, bytes) else BackMsg()
    return content.WhichOneof("type") == "rerun_script" and not content.rerun_script.fragment_id
