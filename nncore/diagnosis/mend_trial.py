"""Try a mend: train it from many seeds, in slices of time, and count how many learn the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from nncore.diagnosis.every_class import most_of_every_class_right
from nncore.diagnosis.finding import JudgedBy
from nncore.diagnosis.goal import goal_loss
from nncore.diagnosis.held_out import losses_of_watched_rows, watched_rows
from nncore.diagnosis.mend_result import MendResult
from nncore.diagnosis.mend_words import mend_parts, mend_words
from nncore.errors import require_number
from nncore.experiment.experiment import Experiment
from nncore.training.population import Population
from nncore.training.stop_rules import LossReached, TimeLimit

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
    judged_by : {"training", "held out", "classes"}
        "held out": a seed counts if its rows held out end with a lower loss than without the mend; "classes": if in the end
        most training rows of every class are called right. Then there is no goal.

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
        judged_by: JudgedBy = "training",
    ) -> None:
        self.experiment, self.mend, self.words = experiment, mend, mend_words(experiment, mend)
        self.changes = len(mend_parts(experiment, mend))
        tried = list(range(seeds_for(mend)) if seeds is None else seeds)
        trained = [mend]
        self.goal: float | None = None
        self._judged_by, self._ends_with = judged_by, ""
        self._final: MendResult | None = None
        if judged_by == "training":
            self.goal = goal_loss(mend) if goal is None else require_number("goal", goal)
            trained = [replace(mend, stop=(LossReached(self.goal),))]
        elif judged_by == "classes":
            self._ends_with = "most rows of every class called right"
        else:
            trained = [mend, experiment]
            self._ends_with = f"a lower loss of the {watched_rows(mend)} rows than without"
        self._trainers = [_untimed(one).population_trainer(tried, warn=False) for one in trained]

    @property
    def finished(self) -> bool:
        """Whether every seed has reached the goal or has had all its epochs."""
        return all(trainer.finished for trainer in self._trainers)

    @property
    def progress(self) -> float:
        """How far it has come, from 0 to 1."""
        done = [1.0 if one.finished else one.epoch / max(1, one.plan.epochs) for one in self._trainers]
        return sum(done) / len(done)

    def advance(self, *, seconds: float) -> None:
        """Train on for a slice of time."""
        trainer = next((trainer for trainer in self._trainers if not trainer.finished), None)
        if trainer is not None:
            trainer.advance(seconds=seconds)

    @property
    def result(self) -> MendResult:
        """What it has given so far; it is a result of as many epochs as every seed has had that goes on."""
        if not self.finished:
            return self._result()
        if self._final is None:
            self._final = self._result()
        return self._final

    def _result(self) -> MendResult:
        trainer = self._trainers[0]
        population, epochs = trainer.population, self.mend.epochs if trainer.finished else trainer.epoch
        if self.goal is None:
            counts = self._end_well(population) if self.finished else np.zeros(population.runs, dtype=bool)
        else:
            counts = np.array([kind == "loss_reached" for kind in population.stop_kinds]) & (
                population.epochs <= epochs
            )
        reached = tuple(seed for seed, counted in zip(population.seeds, counts.tolist(), strict=True) if counted)
        seed = self.mend.seed if not reached or self.mend.seed in reached else reached[0]
        chosen = self.mend if seed == self.mend.seed else replace(self.mend, seed=seed)
        return MendResult(
            chosen,
            self.words,
            self.goal,
            reached,
            population.seeds,
            epochs,
            self.finished,
            self.changes,
            self._ends_with,
        )

    def _end_well(self, mended: Population) -> NDArray[np.bool_]:
        if self._judged_by == "classes":
            return most_of_every_class_right(self.mend, mended.parameters)
        without = self._trainers[1].population
        losses = losses_of_watched_rows(self.mend, mended.parameters)
        return losses < losses_of_watched_rows(self.experiment, without.parameters)


def _untimed(experiment: Experiment) -> Experiment:
    # A population has no clock of its own.
    return replace(experiment, stop=tuple(rule for rule in experiment.stop if not isinstance(rule, TimeLimit)))


def try_mend(
    experiment: Experiment,
    mend: Experiment,
    *,
    seeds: Iterable[int] | None = None,
    goal: float | None = None,
    judged_by: JudgedBy = "training",
    on_progress: Callable[[float], bool | None] | None = None,
) -> MendResult:
    """Return what a mend gives: of how many seeds it brings how many to a low loss, within how many epochs.

    Parameters
    ----------
    experiment, mend, seeds, goal, judged_by
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
    trial = MendTrial(experiment, mend, seeds=seeds, goal=goal, judged_by=judged_by)
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
