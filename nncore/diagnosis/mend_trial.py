"""Try a mend: train it from many seeds, in slices of time, and count how many learn the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from nncore.diagnosis.goal import goal_loss
from nncore.diagnosis.mend_result import MendResult
from nncore.diagnosis.mend_words import mend_words
from nncore.errors import require_number
from nncore.experiment.experiment import Experiment
from nncore.training.stop_rules import LossReached

SEEDS = (100, 50, 20, 10)
"""A trial has as many of them as it is expected to get through in `SECONDS`."""

SECONDS = 2.0

SECONDS_AN_UPDATE, SECONDS_A_PRODUCT = 0.7e-6, 1.5e-9
"""What an update of one of many networks takes, and what it takes for each row and parameter: measured."""

SLICE = 0.05
"""Seconds of training between two reports of progress."""


class MendTrial:
    """A mend that is being tried, as far as it is told to.

    Parameters
    ----------
    experiment : Experiment
        What is to be mended.
    mend : Experiment
    seeds : iterable of int, optional
        By default 0, 1, 2, … : 100 of them, or fewer where that would take long; see `seeds_for`.
    goal : float, optional
        The loss of the training table below which a seed counts; by default `nncore.diagnosis.goal.goal_loss`.

    Examples
    --------
    >>> import nncore
    >>> xor = nncore.Dataset([[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]])
    >>> neuron = nncore.Experiment(xor, nncore.Architecture((2, 1), ("sigmoid",)), loss="half_squared_error",
    ...                            reduction="sum", optimizer=nncore.SGD(1.0), epochs=15_000)
    >>> finding, *_ = nncore.diagnose(neuron)
    >>> trial = MendTrial(neuron, finding.mend, seeds=range(5))
    >>> while not trial.finished:
    ...     trial.advance(seconds=0.1)
    >>> print(trial.result.sentence)
    With 3 hidden neurons all 5 seeds reach a loss below 0.01 within 15,000 epochs.
    """

    def __init__(
        self,
        experiment: Experiment,
        mend: Experiment,
        *,
        seeds: Iterable[int] | None = None,
        goal: float | None = None,
    ) -> None:
        self.mend, self.words = mend, mend_words(experiment, mend)
        self.goal = goal_loss(mend) if goal is None else require_number("goal", goal)
        tried = replace(mend, stop=(LossReached(self.goal),))
        self._trainer = tried.population_trainer(range(seeds_for(mend)) if seeds is None else seeds, warn=False)

    @property
    def finished(self) -> bool:
        """Whether every seed has reached the goal or has had all its epochs."""
        return self._trainer.finished

    @property
    def progress(self) -> float:
        """How far it has come, from 0 to 1."""
        return 1.0 if self.finished else self._trainer.epoch / max(1, self.mend.epochs)

    def advance(self, *, seconds: float) -> None:
        """Train on for a slice of time."""
        self._trainer.advance(seconds=seconds)

    @property
    def result(self) -> MendResult:
        """What it has given so far; it is a result of as many epochs as every seed has had that goes on."""
        population = self._trainer.population
        epochs = self.mend.epochs if self.finished else self._trainer.epoch
        ends = zip(population.seeds, population.stop_kinds, population.epochs.tolist(), strict=True)
        reached = tuple(seed for seed, kind, epoch in ends if kind == "loss_reached" and epoch <= epochs)
        seed = self.mend.seed if not reached or self.mend.seed in reached else reached[0]
        chosen = self.mend if seed == self.mend.seed else replace(self.mend, seed=seed)
        return MendResult(chosen, self.words, self.goal, reached, population.seeds, epochs, self.finished)


def try_mend(
    experiment: Experiment,
    mend: Experiment,
    *,
    seeds: Iterable[int] | None = None,
    goal: float | None = None,
    on_progress: Callable[[float], bool | None] | None = None,
) -> MendResult:
    """Return what a mend gives: of how many seeds it brings how many to a low loss, within how many epochs.

    Parameters
    ----------
    experiment, mend, seeds, goal
        As for `MendTrial`.
    on_progress : callable, optional
        Is told every now and then how far the trial has come, from 0 to 1; the trial ends early if it answers False.

    Examples
    --------
    >>> import nncore
    >>> article = nncore.articles.single_neuron()
    >>> print(try_mend(article, replace(article, optimizer=nncore.SGD(0.1)), seeds=range(3)).sentence)
    With a learning rate of 0.1 all 3 seeds reach a loss below 0.01 within 15,000 epochs.
    """
    trial = MendTrial(experiment, mend, seeds=seeds, goal=goal)
    while not trial.finished:
        trial.advance(seconds=SLICE)
        if on_progress is not None and on_progress(trial.progress) is False:
            break
    return trial.result


def seeds_for(mend: Experiment) -> int:
    """Return how many seeds a trial of a mend has, so that it takes no more than some seconds if it can be helped.

    Examples
    --------
    >>> from nncore import articles
    >>> seeds_for(articles.single_neuron()), seeds_for(replace(articles.single_neuron(), epochs=100_000))
    (100, 20)
    """
    rows = mend.dataset.samples
    updates = mend.epochs * -(-rows // (mend.batch_size or rows))
    products = mend.epochs * rows * mend.architecture.parameter_count
    each = SECONDS_AN_UPDATE * updates + SECONDS_A_PRODUCT * products
    return next((seeds for seeds in SEEDS if seeds * each <= SECONDS), SEEDS[-1])
