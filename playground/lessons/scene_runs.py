"""The runs of scenes, trained once for all pages that open them, and for what is said in them."""

from __future__ import annotations

import time
from threading import Lock

from nncore.experiment.experiment import Experiment
from playground.document.lesson_place import LessonPlace
from playground.lessons import scene_document
from playground.lessons.lesson_error import LessonError
from playground.lessons.quantity import RunOf
from playground.lessons.scene_run import SceneRun
from playground.runs.live_run import LiveRun

LONGEST = 5.0
"""Seconds that a scene's run may be trained: whoever opens the scene waits for it."""

_looking_up = Lock()
_being_trained: dict[Experiment, Lock] = {}
_kept: dict[Experiment, LiveRun] = {}


def kept_scene_run(experiment: Experiment) -> LiveRun | None:
    """Return the run of an experiment that a scene was already opened with, as far as it was trained; None if none was."""
    return _kept.get(experiment)


def runs_of(place: LessonPlace) -> RunOf:
    """Return what gives the run of each scene of a lesson: by its number, or that of a place for None.

    Raises
    ------
    LessonError
        When it is asked for a scene that is not there, or whose run takes too long.
    """

    def run_of(scene: int | None) -> SceneRun:
        wanted = place if scene is None else LessonPlace(place.lesson, scene)
        document = scene_document(wanted)
        if document is None:
            raise LessonError(f"The lesson has no scene {scene}.")
        return SceneRun(document, _trained(document.experiment).trainer.history)

    return run_of


def _trained(experiment: Experiment) -> LiveRun:
    """Return the run of an experiment, trained to its end; raises a LessonError if that takes too long."""
    # Who wants the same run waits for it; whoever wants another one does not.
    with _looking_up:
        one_at_a_time = _being_trained.setdefault(experiment, Lock())
    with one_at_a_time:
        if experiment not in _kept:
            # Counted is what it works, not what it waits for others.
            run = LiveRun(0, experiment, clock=time.thread_time)
            run.advance(experiment.epochs, LONGEST)
            _kept[experiment] = run
    run = _kept[experiment]
    if not run.trainer.finished:
        raise LessonError(
            f"The run must be trained within {LONGEST:g} seconds, for whoever opens the scene waits for it. "
            f"It was at epoch {run.trainer.epoch:,} of {experiment.epochs:,} by then: "
            "train for fewer epochs, or a smaller network or table."
        )
    return run
