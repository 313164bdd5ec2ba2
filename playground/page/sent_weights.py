"""Say of a file that was opened that its trained weights are others than those that its run reaches, which are shown."""

from __future__ import annotations

from dataclasses import dataclass

from playground.document.trained_weights import TrainedWeights
from playground.runs.live_run import REPLAY_SLICE, LiveRun

NOT_REACHED = (
    "The trained weights in this file are not those that its run reaches, so they are not shown: what is opened is trained "
    "anew. To have weights of your own, give them to “Type or paste starting weights”, or change them in the network."
)


@dataclass
class SentWeights:
    """The trained weights of a file, and the run that was opened with them.

    Attributes
    ----------
    written : TrainedWeights
    run : LiveRun
    are_reached : bool or None
        None as long as it is not known.
    """

    written: TrainedWeights
    run: LiveRun
    are_reached: bool | None = None

    def not_reached(self, run: LiveRun) -> str:
        """Return that the run on the screen reaches others, in words; empty if not, if it is another, or has not ended."""
        if run is not self.run or not run.trainer.finished:
            return ""
        if self.are_reached is None:
            self.are_reached = self._compared()
        return NOT_REACHED if self.are_reached is False else ""

    def _compared(self) -> bool | None:
        epoch = self.run.last_epoch if self.written.epoch is None else self.written.epoch
        if self.written.network is None or not 0 <= epoch <= self.run.last_epoch:
            return False
        reached = self.run.exactly_within(epoch, REPLAY_SLICE)
        return None if reached is None else self.written.are(reached["parameters"])
