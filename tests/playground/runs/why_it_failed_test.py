"""Why a run failed is said when it has ended, and what helps only after it was tried."""

from dataclasses import replace

import pytest

import nncore
from playground.gallery.examples import document_titled
from playground.runs.live_run import LiveRun
from playground.runs.why_it_failed import WhyItFailed

from ...nncore.diagnosis.failed_experiments import SHOWING, experiment
from ...nncore.diagnosis.tables_of_a_class import HARD, first_experiments

XOR = document_titled("XOR").experiment
ROWS = ((1, 2, 3, 4), ())
ENOUGH = 60.0


def why_of(experiment, rows=ROWS):
    return WhyItFailed(experiment, experiment.trainer(warn=False).finish(), rows)


def test_what_was_tried_and_helps_is_offered_while_the_rest_is_still_tried():
    why = why_of(XOR)

    assert why.failure.kind == "not_separable"
    assert (why.offers, why.progress) == ((), 0.0)
    assert why.still_tried == ("with 3 hidden neurons", "with 2 hidden neurons", "with 8 hidden neurons and Adam")
    while not why.trials[0].finished:
        assert why.offers == ()
        why.advance(0.01)
    assert [offer.words for offer in why.offers] == ["with 3 hidden neurons"]
    assert why.still_tried == ("with 2 hidden neurons",)  # the third changes more
    assert why.progress < 1
    why.advance(ENOUGH)
    assert (why.is_tried, why.progress, why.still_tried) == (True, 1.0, ())
    assert [offer.words for offer in why.offers] == ["with 3 hidden neurons", "with 2 hidden neurons"]
    best, *_ = why.offers
    assert best.sentence == "With 3 hidden neurons all 100 seeds reach a loss below 0.01 within 2,000 epochs."
    assert best.mend.run().history.loss[-1] < 0.01


def test_what_changes_more_is_not_tried_where_less_helps_every_seed():
    why = why_of(XOR)
    why.advance(ENOUGH)

    assert [(trial.words, trial.finished) for trial in why.trials] == [
        ("with 3 hidden neurons", True),
        ("with 2 hidden neurons", True),
        ("with 8 hidden neurons and Adam", False),
    ]
    assert why.is_tried


def test_no_two_trials_are_called_alike():
    short = why_of(experiment(XOR.dataset, 3, hidden="tanh", optimizer=nncore.Adam(0.05), epochs=20))
    epochs = sorted(mend.epochs for mend in short.mended.mends)

    words = [trial.words for trial in short.trials]

    assert len(set(words)) == len(words) < len(epochs)
    assert short.trials[0].words == "with more epochs"
    assert short.trials[0].mend.epochs == epochs[-1]


def test_trials_go_on_where_they_were_left():
    why = why_of(XOR)
    seen = []

    while not why.is_tried:
        why.advance(0.05)
        seen.append(why.progress)

    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_the_rows_are_called_as_the_page_calls_them():
    assert "rows 4 and 6 have the same middle point as rows 2 and 8" in why_of(XOR, ((2, 4, 6, 8), ())).failure.sentence


def test_rows_that_are_called_otherwise_are_called_so_and_nothing_is_tried_again():
    run = LiveRun(1, replace(XOR, epochs=200))
    run.advance(200, ENOUGH)
    run.why_it_failed(ROWS).advance(ENOUGH)

    why = run.why_it_failed(((2, 4, 6, 8), ()))

    assert "rows 4 and 6 have the same middle point as rows 2 and 8" in why.failure.sentence
    assert why.is_tried
    assert run.why_it_failed([[2, 4, 6, 8], []]) is why


def test_what_mends_another_failure_that_is_told_is_tried_and_offered_where_it_changes_less():
    # Both classes lie on one side of the origin, so a bias is missing; with scaled inputs they no longer do.
    rows = [[3.4, 3.0], [4.6, 4.7], [3.2, 2.9], [4.9, 4.2], [2.7, 3.3], [4.2, 4.8], [3.1, 3.3], [4.4, 4.4]]
    dataset = nncore.Dataset(rows, [[0], [1]] * 4)
    why = why_of(experiment(dataset, bias=False, optimizer=nncore.SGD(0.5), epochs=1000), ((), ()))
    failures = [finding.kind for finding in why.findings if finding.is_failure]
    assert failures == ["needs_bias", "unscaled_inputs"]

    why.advance(ENOUGH)

    best, *_ = why.offers
    assert (best.words, best.share) == ("with scaled inputs", 1)
    assert best.mend.architecture.bias is False


def test_a_run_that_learnt_its_table_has_no_failure_and_tries_nothing():
    why = why_of(replace(nncore.articles.single_neuron(), epochs=2_000))

    assert (why.failure, why.trials, why.is_tried, why.offers) == (None, (), True, ())


# --- what ends with no offer ---------------------------------------------------------------------------------------------------

FIRST = dict(first_experiments())


@pytest.mark.parametrize("name", HARD)
def test_a_table_of_a_class_that_fails_ends_with_an_offer_that_works(name):
    why = why_of(FIRST[name], ((), ()))
    assert why.failure is not None

    why.advance(ENOUGH)

    best, *_ = why.offers
    assert best.share >= 0.5
    mended = best.mend.run()
    assert nncore.diagnosis.diagnose.DiagnosedRun(mended, best.mend).has_failed is False


def test_further_mends_are_tried_only_where_the_first_ones_help_too_few_seeds():
    # Without biases tanh answers opposite rows oppositely: these are never learnt, wherever the weights start.
    around = nncore.Dataset([[-1, -1], [-1, 1], [1, -1], [1, 1]], XOR.dataset.targets)
    zeros = experiment(around, 3, hidden="tanh", bias=False, initializer="zeros")
    enough, too_few = why_of(XOR), why_of(zeros)
    first = [trial.words for trial in too_few.trials]

    enough.advance(ENOUGH)
    too_few.advance(ENOUGH)

    assert [trial.words for trial in enough.trials] == [trial.words for trial in why_of(XOR).trials]
    assert (first[0], first[-1]) == ("with weights drawn at random", "with biases")
    further = ["with scaled inputs and weights drawn at random", "with biases and weights drawn at random"]
    assert [trial.words for trial in too_few.trials[len(first) :]] == further  # from zeros nothing else helps
    assert [offer.words for offer in too_few.offers] == further[1:]


def test_where_another_failure_has_the_smaller_mend_no_further_ones_are_tried():
    why = why_of(FIRST["hours, single neuron, no bias"], ((), ()))

    why.advance(ENOUGH)

    of_the_bias = ["with biases", "with biases and a learning rate of 0.05", "with biases and Adam"]
    assert [trial.words for trial in why.trials] == [*of_the_bias, "with scaled inputs"]
    assert [offer.words for offer in why.offers] == ["with scaled inputs", "with biases"]
    assert why.offers[0].share == 1


def test_where_nothing_helps_all_that_was_tried_is_named():
    too_near = nncore.Dataset([[0.0, 0], [1e-9, 0], [2e-9, 0], [1, 1]], [[0], [1], [0], [1]])
    why = why_of(replace(XOR, dataset=too_near, epochs=50))

    progress = [why.progress]
    while not why.is_tried:
        why.advance(0.05)
        progress.append(why.progress)

    assert why.offers == ()
    assert progress == sorted(progress)
    assert any("Adam and more epochs" in trial.words for trial in why.trials)


def test_a_run_that_overfits_has_no_failure_and_what_the_rows_held_out_gain_is_tried():
    why = why_of(SHOWING["overfitting"](), (range(1, 21), range(1, 41)))

    assert why.failure is None
    assert why.mended.kind == "overfitting"
    while not why.is_tried:
        why.advance(1.0)
    assert [offer.words for offer in why.offers] == ["with 13 epochs"]
    assert "a lower loss of the test rows than without" in why.offers[0].sentence
