from dataclasses import replace

import numpy as np
import pytest

import nncore
from playground.gallery import ORDER, gallery
from playground.page import opening_runs
from playground.page.opening_runs import opening_run
from playground.runs.live_run import LiveRun

ARTICLE_1, ARTICLE_2 = nncore.articles.single_neuron(), nncore.articles.hidden_layer()
ADAM = replace(ARTICLE_2, optimizer=nncore.Adam(0.05), epochs=500)
A_MINUTE = 60.0


@pytest.fixture(autouse=True)
def nothing_kept():
    opening_runs._kept.cache_clear()
    yield
    opening_runs._kept.cache_clear()


@pytest.fixture
def trained(monkeypatch):
    """The epochs that kept runs have trained, one entry a call."""
    epochs = []
    advance = LiveRun.advance

    def counted(run, until, seconds):
        before = run.trainer.epoch
        advance(run, until, seconds)
        if run.number == 0:
            epochs.append(run.trainer.epoch - before)

    monkeypatch.setattr(LiveRun, "advance", counted)
    return epochs


@pytest.fixture(params=["article-1", "article-2", "xor", "Adam"])
def experiment(request, monkeypatch):
    if request.param in ORDER:
        return gallery()[ORDER.index(request.param)].experiment
    monkeypatch.setattr(opening_runs, "opens_a_page", lambda experiment: experiment == ADAM)
    return ADAM


def contents(run):
    """Everything that a page shows of a run."""
    history = run.trainer.history
    return {
        "epoch": run.trainer.epoch,
        "history": (history.epochs.tolist(), history.loss.tolist(), history.parameters.tolist()),
        "recording": (run.recording.epochs.tolist(), run.recording.rows[:, 2:].tolist()),
        "flips": run.flips,
        "end": (run.last_epoch, run.early_end, run.threshold),
    }


def test_a_run_that_was_handed_out_ends_as_one_that_was_trained_alone(experiment):
    alone = LiveRun(1, experiment)
    alone.advance(experiment.epochs, A_MINUTE)

    for number in (1, 2):
        run = opening_run(number, experiment, A_MINUTE)
        run.advance(experiment.epochs, A_MINUTE)
        assert run.number == number
        assert contents(run) == contents(alone)


def test_the_epochs_are_trained_once_for_all_pages(trained):
    first, second = (opening_run(number, ARTICLE_1, A_MINUTE) for number in (1, 2))

    assert trained == [15_000, 0]
    assert min(first.trainer.epoch, second.trainer.epoch) >= 14_999


def test_nobody_waits_longer_than_asked_and_the_next_page_finds_more(trained):
    while opening_run(1, ARTICLE_1, 0.02).trainer.epoch < 14_999:
        pass

    assert len(trained) > 1
    assert sum(trained) == 15_000


def test_what_one_page_does_to_its_run_is_not_seen_on_another(experiment):
    mine, other = opening_run(1, experiment, A_MINUTE), opening_run(1, experiment, A_MINUTE)
    before = contents(other)

    mine.advance(experiment.epochs, A_MINUTE)
    mine.set_threshold(0.25)
    mine.recording.rows[:] = 0.0
    branch = replace(experiment, interventions=(nncore.Intervention(3, "parameter", (0, 9.0)),))
    LiveRun(2, branch, mine).advance(experiment.epochs, A_MINUTE)

    assert contents(other) == before
    assert contents(opening_run(1, experiment, A_MINUTE)) == before


def test_the_memory_of_two_pages_is_not_the_same_memory(experiment):
    mine, other = (opening_run(number, experiment, A_MINUTE) for number in (1, 2))

    for part in ("epochs", "rows"):
        assert not np.shares_memory(getattr(mine.recording, part), getattr(other.recording, part))
    assert not np.shares_memory(mine.trainer.history.parameters, other.trainer.history.parameters)


def test_a_page_s_own_experiment_is_not_kept(trained):
    own = replace(ARTICLE_1, seed=7)

    run = opening_run(1, own, A_MINUTE)

    assert (run.number, run.trainer.epoch, trained) == (1, 0, [])
    assert opening_runs._kept.cache_info().currsize == 0
