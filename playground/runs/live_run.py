"""A run that is watched: trained slice by slice, recorded for the screen as it goes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nncore.experiment.experiment import Experiment
from nncore.experiment.fingerprint import Fingerprint
from nncore.metrics.classes import Classes
from nncore.training.trainer import Trainer
from playground.figures.epoch_axis import EpochScale, default_scale
from playground.runs.flips import Flip, FlipWatch
from playground.runs.recording import Recording
from playground.runs.why_it_failed import WhyItFailed

DEFAULT_THRESHOLD = 0.5
"""Of a run without classes, where nothing is compared with it."""

TAKE_EVERY = 0.05
"""Seconds from one look into the history to the next: it thins its early epochs out when it grows full."""

LOCATING_SLICE = 0.02
"""Seconds that one answer spends on finding the very epochs of flips, if there are any to find."""

REPLAY_SLICE = 0.1
"""Seconds that one answer spends on an epoch that is not recorded; it is asked for again until it is there."""

_FIRST_EPOCHS = 1
"""Epochs that are trained before the pace is known: one may take long enough."""


class LiveRun:
    """A run on the screen.

    Parameters
    ----------
    number : int
        Another one for every run of a page.
    experiment : Experiment
    left : LiveRun, optional
        The run that was on the screen before. What this one has in common with it is not trained again.
    clock : callable
        Returns seconds.
    """

    def __init__(
        self,
        number: int,
        experiment: Experiment,
        left: LiveRun | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self.number = number
        self.experiment = experiment
        self.trainer: Trainer = experiment.trainer(warn=False)
        self.recording = Recording(experiment.architecture.parameter_count, experiment.epochs)
        # A target that is no class for a moment must not lose the threshold that was chosen.
        self._thresholds: dict[Classes, float] = {} if left is None else dict(left._thresholds)
        classes = experiment.dataset.classes
        self.threshold: float = DEFAULT_THRESHOLD
        if classes is not None:
            self.threshold = self._thresholds.get(classes, classes.threshold)
        self._watch = FlipWatch(experiment, self.threshold)
        self._watched = -1
        self._clock = clock
        self._seconds = 0.0
        self._trained = 0
        self._why: WhyItFailed | None = None
        if left is not None:
            self._take_over(left)
        self._take()

    @property
    def last_epoch(self) -> int:
        """Where the run ends: earlier than planned if a stop rule or an explosion has ended it."""
        return self.trainer.epoch if self.trainer.finished else self.experiment.epochs

    @property
    def flips(self) -> list[Flip]:
        """The epochs at which rows change class, as far as the run is trained and they are located."""
        return self._watch.flips

    @property
    def flip_count(self) -> int:
        """How many flips there are, located or not."""
        return self._watch.count

    def locate_flips(self, seconds: float) -> None:
        """Find the very epochs of flips that were seen between two recorded epochs, for as long as some seconds."""
        deadline = self._clock() + min(seconds, LOCATING_SLICE)

        def parameters_at(epoch: int) -> NDArray[np.float64] | None:
            history = self.trainer.history
            there = history.approach(epoch, seconds=deadline - self._clock())
            return history.network_at(epoch).parameters if there else None

        if seconds > 0:
            self._watch.locate(parameters_at, lambda: self._clock() >= deadline)

    @property
    def early_end(self) -> tuple[str, ...]:
        """Why the run ended before its planned end, in one sentence; none if it did not."""
        reason = self.trainer.stop_reason
        return () if reason is None or reason.kind == "epochs" else (reason.sentence,)

    @property
    def fingerprint(self) -> Fingerprint | None:
        """What it has come to; None as long as it has not ended."""
        return self._fingerprint if self.trainer.finished else None

    @cached_property
    def _fingerprint(self) -> Fingerprint | None:
        history = self.trainer.history
        return Fingerprint.of_run(self.experiment, self.last_epoch, history.loss[-1], history.newest_parameters)

    @cached_property
    def epoch_scale(self) -> EpochScale:
        """The epoch axis on which this run is best seen, as far as it was trained when this was first asked."""
        return default_scale(self.trainer.history.epochs, self.trainer.history.loss)

    def why_it_failed(self, row_numbers: tuple[Sequence[int], Sequence[int]]) -> WhyItFailed:
        """Return why the finished run did not learn its table: what is found once, and what was tried so far.

        `row_numbers` are what training and test rows are called.
        """
        if self._why is None or not self._why.is_called(row_numbers):
            self._why = WhyItFailed(self.experiment, self.trainer.run, row_numbers, known=self._why)
        return self._why

    def advance(self, until: int, seconds: float) -> None:
        """Train on as far as an epoch, but no longer than some seconds; not at all if there are none."""
        deadline = self._clock() + seconds
        while not self.trainer.finished and self.trainer.epoch < until:
            started = self._clock()
            if started >= deadline:
                return
            slice_seconds = min(deadline - started, TAKE_EVERY)
            self._trained += self.trainer.advance(epochs=self._affordable(until - self.trainer.epoch, slice_seconds))
            self._seconds += self._clock() - started
            self._take()

    def set_threshold(self, threshold: float) -> None:
        """Count outputs above another threshold, one between the classes, as class 1, and look for flips anew."""
        classes = self.experiment.dataset.classes
        if classes is None:
            return
        threshold = self._thresholds[classes] = classes.within(threshold)
        if threshold == self.threshold:
            return
        self.threshold = threshold
        self._watch = FlipWatch(self.experiment, threshold)
        self._watched = -1
        self._take()

    def exactly(self, epoch: int) -> dict[str, Any]:
        """Return loss and parameters after a trained epoch in full precision, whether or not it is recorded."""
        parameters = self.trainer.history.network_at(epoch).parameters
        losses = self.experiment.losses_at(parameters[None])
        return {"loss": float(losses[0]), "parameters": parameters.tolist()}

    def exactly_within(self, epoch: int, seconds: float) -> dict[str, Any] | None:
        """Return the same, or None if some seconds are not enough for it: then they have brought it nearer."""
        there = self.trainer.history.approach(epoch, seconds=min(seconds, REPLAY_SLICE))
        return self.exactly(epoch) if there else None

    def _take_over(self, left: LiveRun) -> None:
        """Begin with the epochs that are the same in the run this one leaves.

        Nothing is trained for that: what the other run no longer knows enough of, to go on from, is trained anew by
        `advance`. It is shown already.
        """
        shared = self.trainer.epochs_shared_with(left.trainer)
        epoch = self.trainer.take_over(left.trainer, replay=False)
        if not shared or left.experiment.dataset != self.experiment.dataset:
            return
        # The last epoch of either may be what ends it; beyond what the other has trained stands what it took over itself.
        newest = max(left.trainer.epoch, int(left.recording.epochs[-1]) + 1)
        self.recording.take_over(left.recording, min(shared, newest - 1, self.experiment.epochs - 1))
        if epoch:
            self._watch.take_over(left._watch, epoch, self.trainer.network.parameters)
            self._watched = epoch

    def _affordable(self, wanted: int, seconds: float) -> int:
        """Return how many of the wanted epochs fit into some seconds, as far as the pace is known."""
        if self._seconds <= 0:
            return min(wanted, _FIRST_EPOCHS)
        return max(1, min(wanted, int(self._trained / self._seconds * seconds)))

    def _take(self) -> None:
        history = self.trainer.history
        self.recording.take(history, finished=self.trainer.finished)
        epochs = history.epochs
        new = epochs > self._watched
        self._watch.look(epochs[new], history.parameters[new])
        self._watched = int(epochs[-1])
