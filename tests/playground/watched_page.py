"""The page with its live player: a pretended one, which receives the replies and asks as a browser would."""

import json
import time

from playground.page.command_handlers import take
from playground.player.protocol.request import read_request

from .opened_page import OpenedPage
from .player.pretend_player import PretendPlayer


class WatchedPage(OpenedPage):
    """The page, and what its player has received; whatever is drawn, the player receives it."""

    def __init__(self, patience: float = 120.0):
        self.play_head: int | None = None
        self.answers_requests = True
        self.player = PretendPlayer()
        super().__init__(patience)

    def step(self):
        """Run the script once more and let the player receive the reply, if there is one."""
        super().step()
        for component in self.client.get("bidi_component"):
            self.player.receive(component.proto.bytes)
        question = self.header["where_is_play_head"]
        if question is not None and self.answers_requests:
            epoch = self.header["end"] if self.play_head is None else self.play_head
            self.do("play_head", question=question, epoch=epoch)
        return self

    def request(self, **parts):
        """Let the player ask, for what it says besides what it knows."""
        self._pass_on(parts)
        # What is trained after the page was drawn is told with the next answer.
        return self._pass_on({}) if "until" in parts else self

    def _pass_on(self, parts):
        wanted = {name: parts.pop(name) for name in ("exact", "flips") if name in parts}
        asked = json.loads(json.dumps({**self.player.known(**wanted), **parts}))  # as it comes through a browser's wire
        take(self.client.session_state["playground"], read_request(asked))
        return self.step()

    def stand_at(self, epoch: int | None):
        """Put the play-head on an epoch, None being the end; a player that rests there asks for its exact numbers."""
        self.play_head = epoch
        return self.request(exact=self.header["end"] if epoch is None else epoch)

    def do(self, kind: str, **what):
        """Let the player say what has been done to the run; without a `gesture` it is one of its own."""
        return self.request(commands=[self.command(kind, **what)])

    def command(self, kind: str, **what):
        """Return a command as the player says it."""
        number = self.header["commands_done"] + 1
        count = len(self.player.description["parameters"])
        common = {"number": number, "gesture": 1000 + number, "opened": self.header["opened"], "parameter_count": count}
        return {"kind": kind, **common, **what}

    def finish(self):
        """Let the player ask until the run has ended and all of it has arrived."""
        deadline = time.monotonic() + self.patience
        while not (self.header["finished"] and len(self.player.epochs) == self.header["recorded"]):
            assert time.monotonic() < deadline, f"The run did not end within {self.patience:g} s: {self.header}"
            self.request(until=self.header["end"], seconds=0.25)
        return self

    @property
    def header(self):
        """The header of the newest reply."""
        return self.player.header

    def parameters(self, epoch: int | None = None) -> list[float]:
        """Return the parameters after an epoch, the newest if none is given, in full precision."""
        self.request(exact=self.header["trained"] if epoch is None else epoch)
        return self.header["exact"]["parameters"]

    def outputs(self, table: str = "train") -> list[str]:
        """Return what the trained network answers to "train", "test" or "situation", computed from what was sent."""
        return self.player.answers(self.parameters(), table)

    def chart(self, name: str):
        """Return the figure of the chart "loss" or "weights" with all epochs that are trained."""
        self.request(charts=True)
        return self.player.charts[name]

    def lines(self, name: str) -> list[str]:
        """Return the names of the lines in a chart."""
        return [line["name"] for line in self.chart(name)["data"]]
