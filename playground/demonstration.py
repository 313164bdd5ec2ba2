"""Show a run as it happens: train a slice, move the shown epoch on, until the run has ended and all of it was shown.

Small runs train faster than anyone can watch. A demonstration therefore keeps two epochs: the newest that is trained,
and the one that is shown, which follows a clock so that the whole run takes a given time, evenly on the epoch axis.
The shown epoch is always a recorded one: what stands on the screen need not be computed again, and belongs together.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nncore.experiment import Experiment
from nncore.network import Network
from nncore.trainer import Trainer
from playground.figures.epoch_axis import EpochScale, default_scale, positions

SHORTEST_SHOW = 2.0
"""Seconds a shown run takes at least: less, and nobody sees it happen."""


@dataclass
class Demonstration:
    """A run on the screen.

    Parameters
    ----------
    experiment : Experiment
        What is run.
    trainer : Trainer
        At whatever epoch it has reached.
    seconds : float
        How long showing the whole run takes at least; 0 shows whatever is trained at once.
    scale : {"linear", "log"}
        The epoch axis along which the shown epoch moves evenly.
    clock : callable
        Returns seconds.
    """

    experiment: Experiment
    trainer: Trainer
    seconds: float = 0.0
    scale: EpochScale = "log"
    clock: Callable[[], float] = time.perf_counter
    shown_epoch: int = 0
    stopped: bool = False
    # Where the show stands on the epoch axis, and when it came there.
    _position: float = 0.0
    _moved: float = 0.0
    # When the clock was started, at which trained epoch, and when the last slice was trained since.
    _started: float = 0.0
    _started_at: int = 0
    _trained: float = 0.0

    @property
    def epochs(self) -> int:
        """The planned length."""
        return self.experiment.epochs

    @property
    def last_epoch(self) -> int:
        """Where the run ends: earlier than planned if a stop rule or an explosion has ended it."""
        return self.trainer.epoch if self.trainer.finished else self.epochs

    @property
    def finished(self) -> bool:
        """Whether the run has ended and all of it is shown."""
        return self.trainer.finished and self.shown_epoch >= self.trainer.epoch

    @property
    def going_on(self) -> bool:
        """Whether there is more to come by itself."""
        return not self.finished and not self.stopped

    def start(self) -> None:
        """Let the clock run from the shown epoch on."""
        self.stopped = False
        self._started = self._moved = self.clock()
        self._started_at = self.trainer.epoch
        self._position = self._place(self.shown_epoch)

    def stop(self) -> None:
        """Stay at the shown epoch; what is trained is kept, and `start` goes on from here."""
        self.stopped = True

    def advance(self, seconds: float) -> None:
        """Train for a slice of time and move the shown epoch to where the clock says."""
        if self.stopped:
            return
        if not self.trainer.finished:
            self.trainer.advance(seconds=seconds)
            self._trained = self.clock()
        self._move()

    def speed(self) -> float:
        """Return epochs trained per second of the clock since the start, drawing included; 0 before any is."""
        elapsed = self._trained - self._started
        return (self.trainer.epoch - self._started_at) / elapsed if elapsed > 0 else 0.0

    def remaining(self) -> float:
        """Return the seconds until all is trained and shown, as far as can be told; infinity if nothing can.

        A stop rule may end the run before.
        """
        if self.finished:
            return 0.0
        training = 0.0
        if not self.trainer.finished:
            speed = self.speed()
            training = (self.epochs - self.trainer.epoch) / speed if speed > 0 else math.inf
        showing = self.seconds * (1.0 - self._position / self._end) if self.seconds else 0.0
        return max(training, showing)

    def network(self) -> Network:
        """Return the network at the shown epoch, exactly."""
        return self.trainer.history.network_at(self.shown_epoch)

    @property
    def shown(self) -> NDArray[np.intp]:
        """The indices of the recorded epochs that are shown."""
        return np.flatnonzero(self.trainer.history.epochs <= self.shown_epoch)

    @cached_property
    def default_epoch_scale(self) -> EpochScale:
        """The epoch axis on which this run is best seen, as far as it was trained when this was first asked."""
        return default_scale(self.trainer.history.epochs, self.trainer.history.loss)

    @property
    def _end(self) -> float:
        """Where the show ends on the epoch axis: at the planned end, until the run is known to have ended before."""
        return self._place(self.trainer.epoch if self.trainer.finished else self.epochs)

    def _move(self) -> None:
        now = self.clock()
        step = self._end * (now - self._moved) / self.seconds if self.seconds else self._end
        self._position = min(self._end, self._position + step)
        self._moved = now
        recorded = self.trainer.history.epochs
        if self._position == self._end:
            self.shown_epoch = self.trainer.epoch
            return
        passed = int(np.searchsorted(positions(recorded, self.scale), self._position, side="right")) - 1
        # A recorded epoch may have been thinned away since it was shown: then the next one, never one before.
        still_shown = int(np.searchsorted(recorded, self.shown_epoch))
        self.shown_epoch = int(recorded[max(passed, still_shown)])

    def _place(self, epoch: int) -> float:
        return float(positions(epoch, self.scale))
