"""Runs on the screen whose clock and pace of training are set by the test."""

from dataclasses import dataclass

import nncore
from playground.demonstration import Demonstration

ARTICLE = nncore.articles.hidden_layer()


@dataclass
class FakeClock:
    """Goes only when it is told to."""

    now: float = 100.0

    def __call__(self):
        return self.now


class PacedTrainer:
    """A real trainer whose slice of time is always the same number of epochs, and takes the same time."""

    def __init__(self, trainer, clock, epochs_a_slice, seconds_a_slice):
        self._trainer, self._clock = trainer, clock
        self._epochs, self._seconds = epochs_a_slice, seconds_a_slice

    def __getattr__(self, name):
        return getattr(self._trainer, name)

    def advance(self, *, seconds):
        assert seconds > 0
        self._clock.now += self._seconds
        return self._trainer.advance(epochs=self._epochs)


def demonstration(experiment=ARTICLE, *, seconds=2.0, scale="linear", epochs_a_slice=1_000_000, seconds_a_slice=0.0):
    """Return a started demonstration and its clock; in the first slice it trains everything, in no time."""
    clock = FakeClock()
    trainer = PacedTrainer(experiment.trainer(warn=False), clock, epochs_a_slice, seconds_a_slice)
    shown = Demonstration(experiment, trainer, seconds, scale, clock)
    shown.start()
    return shown, clock


def watched(shown, clock, tick):
    """Advance to the end, a tick of the clock before each step, and return the epoch shown after each of them."""
    epochs = []
    while shown.going_on:
        clock.now += tick
        shown.advance(0.08)
        epochs.append(shown.shown_epoch)
        assert len(epochs) < 10_000, "This run would be shown for ever."
    return epochs
