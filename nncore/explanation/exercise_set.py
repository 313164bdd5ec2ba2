"""The same update as an exercise for many: each student has another seed, and so other numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nncore.errors import require_whole_number
from nncore.experiment.experiment import Experiment
from nncore.explanation.explain import explain
from nncore.explanation.worked_text import title_of
from nncore.explanation.worked_update import WorkedUpdate
from nncore.network.initializers import LARGEST_SEED

MOST_STUDENTS = 200


@dataclass(frozen=True)
class Exercise:
    """An update to be worked, and the seed it comes from.

    Attributes
    ----------
    seed : int
    step : WorkedUpdate
    """

    seed: int
    step: WorkedUpdate


def exercise_set(
    experiment: Experiment,
    students: int,
    *,
    epoch: int,
    parameter: int,
    sample: int,
    row_numbers: Sequence[int] | None = None,
) -> tuple[Exercise, ...]:
    """Return an update of a run, and the same update of runs from the next seeds.

    Parameters
    ----------
    experiment : Experiment
    students : int
        From 1 to 200. The first has the seed of the experiment, each further one the next seed.
    epoch, parameter, sample, row_numbers
        As `nncore.explain`. Of a run that ends earlier it is the last update.

    Raises
    ------
    EpochError, SettingError
        As `nncore.explain`; or if there cannot be so many students.

    Notes
    -----
    Where all starting weights are typed, and rows are not shuffled, a seed changes nothing: see `are_alike`.

    Examples
    --------
    >>> from nncore import articles
    >>> exercises = exercise_set(articles.single_neuron(), 3, epoch=0, parameter=2, sample=1)
    >>> [(one.seed, round(one.step.new_value, 3)) for one in exercises]
    [(1, -0.851), (2, 0.177), (3, -0.379)]
    >>> are_alike(exercises)
    False
    """
    require_whole_number("students", students, at_least=1, at_most=MOST_STUDENTS)
    seeds = ((experiment.seed + place) % (LARGEST_SEED + 1) for place in range(students))
    found = []
    for seed in seeds:
        seeded = replace(experiment, seed=seed)
        trainer = seeded.trainer(warn=False)
        trainer.advance(epochs=epoch + 1)
        step = explain(
            seeded,
            epoch=min(epoch, trainer.epoch - 1),
            parameter=parameter,
            sample=sample,
            history=trainer.history,
            row_numbers=row_numbers,
        )
        found.append(Exercise(seed, step))
    return tuple(found)


def are_alike(exercises: Sequence[Exercise]) -> bool:
    """Whether several students have the same numbers."""
    numbers = {tuple((line.name, line.value) for line in (*one.step.given, *one.step.lines)) for one in exercises}
    return len(numbers) < len(exercises)


def name_of(exercises: Sequence[Exercise]) -> str:
    """Return which update all of them work."""
    return title_of(exercises[0].step)
