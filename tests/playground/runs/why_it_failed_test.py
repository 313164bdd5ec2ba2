"""Why a run failed is said when it has ended, and what helps only after it was tried."""

from dataclasses import replace

import nncore
from playground.gallery.examples import document_titled
from playground.runs.live_run import LiveRun
from playground.runs.why_it_failed import WhyItFailed

XOR = document_titled("XOR").experiment
ROWS = ((1, 2, 3, 4), ())
ENOUGH = 60.0


def why_of(experiment, rows=ROWS):
    return WhyItFailed(experiment, experiment.trainer(warn=False).finish(), rows)


def test_nothing_is_offered_before_all_that_may_help_was_tried():
    why = why_of(XOR)

    assert why.failure.kind == "not_separable"
    assert (why.offers, why.progress) == ((), 0.0)
    why.advance(ENOUGH)
    assert (why.is_tried, why.progress) == (True, 1.0)
    best, *_ = why.offers
    assert best.sentence == "With 3 hidden neurons all 100 seeds reach a loss below 0.01 within 2,000 epochs."
    assert best.mend.run().history.loss[-1] < 0.01


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


def test_a_run_that_learnt_its_table_has_no_failure_and_tries_nothing():
    why = why_of(replace(nncore.articles.single_neuron(), epochs=2_000))

    assert (why.failure, why.trials, why.is_tried, why.offers) == (None, (), True, ())
