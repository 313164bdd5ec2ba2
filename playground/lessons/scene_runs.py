"""The runs of scenes, trained once for all pages that open them, and for what is said in them."""

from __future__ import annotations

from math import inf
from threading import Lock

from nncore.experiment.experiment import Experiment
from playground.document.lesson_place import LessonPlace
from playground.lessons import scene_document
from playground.lessons.lesson_error import LessonError
from playground.lessons.quantity import RunOf
from playground.lessons.scene_run import SceneRun
from playground.runs.live_run import LiveRun

_looking_up = Lock()
_being_trained: dict[Experiment, Lock] = {}
_kept: dict[Experiment, LiveRun] = {}


def kept_scene_run(experiment: Experiment) -> LiveRun | None:
    """Return the run of an experiment that a scene was already opened with, trained to its end; None if none was."""
    return _kept.get(experiment)


def runs_of(place: LessonPlace) -> RunOf:
    """Return what gives the run of each scene of a lesson: by its number, or that of a place for None.

    Raises
    ------
    LessonError
        When it is asked for a scene that is not there.
    """

    def run_of(scene: int | None) -> SceneRun:
        wanted = place if scene is None else LessonPlace(place.lesson, scene)
        document = scene_document(wanted)
        if document is None:
            raise LessonError(f"The lesson has no scene {scene}.")
        return SceneRun(document, _trained(document.experiment).trainer.history)

    return run_of


def _trained(experiment: Experiment) -> LiveRun:
    # Who wants the same run waits for it; whoever wants another one does not.
    with _looking_up:
        one_at_a_time = _being_trained.setdefault(experiment, Lock())
    with one_at_a_time:
        if experiment not in _kept:
            run = LiveRun(0, experiment)
            run.advance(experiment.epochs, inf)
            _kept[experiment] = run
        return _kept[experiment]
