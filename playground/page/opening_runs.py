"""Runs that many pages open with: trained once for all of them, and handed to each as its own.

Whoever opens the page finds the first article learnt to its end, though it stands at epoch 0. Forty who open it at once
would have it trained forty times.
"""

from __future__ import annotations

from functools import cache
from threading import Lock

from nncore.experiment.experiment import Experiment
from playground.gallery import opens_a_page
from playground.lessons.scene_runs import kept_scene_run
from playground.runs.live_run import LiveRun

_one_at_a_time = Lock()


def opening_run(number: int, experiment: Experiment, seconds: float) -> LiveRun:
    """Return a run of its own for a page that opens with an experiment, as far as it is trained by now.

    Only what the gallery and the lessons hold is kept, so that what is kept stays small, and no page's own table outlives it.

    Parameters
    ----------
    number : int
        Of the new run on its page.
    experiment : Experiment
    seconds : float
        As long, at most, is the kept run trained on before it is handed out; not at all once it has ended.
    """
    if not opens_a_page(experiment):
        return LiveRun(number, experiment, kept_scene_run(experiment))
    with _one_at_a_time:
        kept = _kept(experiment)
        kept.advance(experiment.epochs, seconds)
        return LiveRun(number, experiment, kept)


@cache
def _kept(experiment: Experiment) -> LiveRun:
    return LiveRun(0, experiment)
