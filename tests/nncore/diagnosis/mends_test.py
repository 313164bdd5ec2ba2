from dataclasses import replace

import pytest

import nncore
from nncore.diagnosis.mend_words import mend_words
from nncore.diagnosis.mends import (
    helped_along,
    slower,
    stopped_at,
    with_more_epochs,
    without_divergence,
    without_penalty,
)
from nncore.diagnosis.museum import HOUSES, LINE, XOR
from nncore.diagnosis.suitable_rate import suitable_rate
from nncore.training.divergence import DivergenceCause

from .failed_experiments import SHOWING, experiment

CHANGES = (nncore.Intervention(5, "learning_rate", 0.5), nncore.Intervention(9, "parameter", (0, 1.0)))


def test_another_rate_holds_to_the_end_of_the_run():
    mended = slower(experiment(XOR, 3, optimizer=nncore.SGD(500.0), interventions=CHANGES))

    assert mended.optimizer.learning_rate <= 50
    assert [change.what for change in mended.interventions] == ["parameter"]


def test_a_run_that_stops_earlier_keeps_what_was_changed_before():
    assert stopped_at(experiment(XOR, 3, interventions=CHANGES), 7).interventions == CHANGES[:1]


def test_more_epochs_are_never_too_many():
    assert with_more_epochs(experiment(XOR, epochs=9_000_000)).epochs == 10_000_000


def test_a_rate_that_suits_is_stable():
    chosen = experiment(LINE, output="linear")
    rate = suitable_rate(chosen)

    run = replace(chosen, optimizer=nncore.SGD(rate)).run()

    assert (run.history.loss[1:50] < run.history.loss[:49]).all()


def test_a_loss_that_does_not_bend_has_no_rate_that_suits():
    assert suitable_rate(experiment(nncore.Dataset([[0], [0]], [[0], [1]]), output="linear", bias=False)) is None
    # Far out a sigmoid hardly bends: what would make steps there says nothing of those that are to come.
    assert suitable_rate(experiment(nncore.Dataset([[400], [500]], [[0], [1]]), seed=1)) is None


def test_inputs_that_no_rate_suits_are_scaled_along_with_what_is_mended():
    # Heights and weights: above 240 together is class 1.
    people = nncore.Dataset([[180, 80], [160, 60], [190, 70], [150, 80], [170, 90]], [[1], [0], [1], [0], [1]])
    failed = experiment(people, bias=False, optimizer=nncore.SGD(1e-5), epochs=500)
    finding, *_ = nncore.diagnose(failed)

    tried = [nncore.try_mend(failed, mend, seeds=range(5)) for mend in finding.mends]

    assert finding.kind == "needs_bias"
    assert any(result.share == 1 for result in tried)


def test_nothing_is_helped_where_nothing_is_in_the_way():
    plenty = experiment(XOR, 8, epochs=2000, optimizer=nncore.Adam(0.03))

    assert helped_along(plenty) == ()


@pytest.mark.parametrize(("kind", "scaled"), [("inputs", ("standard", "standard")), ("targets", ("none", "standard"))])
def test_inputs_are_scaled_where_they_made_a_run_diverge_and_not_for_its_targets(kind, scaled):
    houses = experiment(HOUSES, output="linear", optimizer=nncore.SGD(1e-6))

    mended = without_divergence(houses, DivergenceCause(kind, "", None))

    assert (mended.input_scaling, mended.target_scaling) == scaled


def test_without_a_penalty_none_comes_back_later_and_what_else_was_changed_stays():
    later = nncore.Intervention(7, "penalty", nncore.L2(0.1))

    mended = without_penalty(experiment(XOR, penalty=nncore.L1(0.1), interventions=(*CHANGES[:1], later, *CHANGES[1:])))

    assert mended.penalty is None
    assert mended.interventions == CHANGES


def test_every_mend_is_named_by_what_it_changes():
    words = {}
    for kind, made in SHOWING.items():
        chosen = made()
        finding = next(finding for finding in nncore.diagnose(chosen) if finding.kind == kind)
        if finding.mend is not None:
            words[kind] = mend_words(chosen, finding.mend)

    assert words == {
        "not_separable": "with 3 hidden neurons",
        "needs_bias": "with biases",
        "not_finite": "with no penalty",
        "learning_rate_too_high": "with a learning rate of 2",
        "learning_rate_too_low": "with a learning rate of 2",
        "saturated": "with weights drawn at random",
        "dead_relu": "with leaky ReLUs",
        "symmetric_start": "with weights drawn at random",
        "unscaled_inputs": "with scaled inputs and targets and a learning rate of 0.05",
        "targets_out_of_reach": "with scaled targets",
        "one_class_ignored": "with the rows of the rare class repeated",
        "stuck": "with other seeds",
        "overfitting": "with 13 epochs",
        "test_scaled_by_own_range": "with test rows scaled as the training rows are",
        "stopped_early": "with more epochs",
        "vanishing_gradient": "with tanh",
        "penalty_too_strong": "with no penalty",
        "unscaled_targets": "with scaled targets",
        "clipping_too_tight": "with no clipping",
    }
