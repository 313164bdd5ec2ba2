"""The runs of scenes: each is trained once, and none waits for another."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import pytest

from playground.gallery import gallery
from playground.lessons import scene_runs
from playground.runs.live_run import LiveRun

LONG, SHORT = (replace(gallery()[0].experiment, epochs=epochs) for epochs in (7, 5))


@pytest.fixture
def held_up(monkeypatch):
    """Has the long run begun and not end before it is let; gives what says so of both, and all that was trained."""
    begun, let, trained = Event(), Event(), []

    class HeldUp(LiveRun):
        def advance(self, until, seconds):
            trained.append(self.experiment)
            if self.experiment == LONG:
                begun.set()
                assert let.wait(60)
            super().advance(until, seconds)

    monkeypatch.setattr(scene_runs, "LiveRun", HeldUp)
    monkeypatch.setattr(scene_runs, "_kept", {})
    monkeypatch.setattr(scene_runs, "_being_trained", {})
    return begun, let, trained


def test_a_run_does_not_wait_for_another_one_and_the_same_is_trained_once(held_up):
    begun, let, trained = held_up
    with ThreadPoolExecutor(3) as pages:
        first = pages.submit(scene_runs._trained, LONG)
        assert begun.wait(60)
        same = pages.submit(scene_runs._trained, LONG)

        assert pages.submit(scene_runs._trained, SHORT).result(60).trainer.epoch == 5
        assert scene_runs.kept_scene_run(LONG) is None

        let.set()
        assert first.result(60) is same.result(60) is scene_runs.kept_scene_run(LONG)
    assert trained == [LONG, SHORT]
