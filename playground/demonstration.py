"""Show a run as it happens: train a slice, move the shown epoch on, until the run has ended and all of it was shown.

Small runs train faster than anyone can watch. A demonstration therefore keeps two epochs: the newest that is trained,
and the one that is shown, which follows a clock so that the whole run takes a given time, evenly on the epoch axis.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nncore.experiment import Experiment
from nncore.network import Network
from nncore.training import Trainer
from playground.figures.epoch_axis import EpochScale, default_scale

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
    _started: float = 0.0
    _started_at: int = 0
    _trained_before: int = field(default=0)

    @property
    def epochs(self) -> int:
        """The planned length."""
        return self.experiment.epochs

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
        self._started = self.clock()
        self._started_at = self.shown_epoch
        self._trained_before = self.trainer.epoch

    def stop(self) -> None:
        """Stay at the shown epoch; what is trained is kept, and `start` goes on from here."""
        self.stopped = True

    def advance(self, seconds: float) -> None:
        """Train for a slice of time and move the shown epoch to where the clock says."""
        if self.stopped:
            return
        if not self.trainer.finished:
            self.trainer.advance(seconds=seconds)
        self.shown_epoch = min(self.trainer.epoch, self._due())

    def finish_showing(self) -> None:
        """Show all that is trained."""
        self.shown_epoch = self.trainer.epoch

    def speed(self) -> float:
        """Return epochs trained per second since the start; 0 before anything is known."""
        elapsed = self.clock() - self._started
        return (self.trainer.epoch - self._trained_before) / elapsed if elapsed > 0 else 0.0

    def remaining(self) -> float:
        """Return the seconds until all is trained and shown, as far as can be told; infinity if nothing can."""
        speed = self.speed()
        training = 0.0 if self.trainer.finished else math.inf
        if speed > 0 and not self.trainer.finished:
            training = (self.epochs - self.trainer.epoch) / speed
        showing = 0.0
        if self.seconds:
            share = self._place(self.shown_epoch) / self._place(self.epochs)
            showing = max(0.0, self.seconds * (1.0 - share))
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
        """The epoch axis on which this run is best seen, as far as it is trained."""
        return default_scale(self.trainer.history.epochs, self.trainer.history.loss)

    def _due(self) -> int:
        if not self.seconds:
            return self.trainer.epoch
        end = self._place(self.epochs)
        place = self._place(self._started_at) + end * (self.clock() - self._started) / self.seconds
        if place >= end:
            return self.trainer.epoch
        return int(math.expm1(place) if self.scale == "log" else place)

    def _place(self, epoch: int) -> float:
        return math.log1p(epoch) if self.scale == "log" else float(epoch)
