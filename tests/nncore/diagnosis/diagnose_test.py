import re
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest

import nncore
import nncore.errors
from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Kind
from nncore.diagnosis.mend_words import mend_words
from nncore.diagnosis.museum import CORNERS, HOUSES, LINE, XOR
from nncore.diagnosis.other_settings import run_otherwise
from nncore.generators import GENERATORS

from .failed_experiments import (
    BIPOLAR_XOR,
    NO_FAILURES,
    SHOWING,
    clouds,
    experiment,
    kinds,
)
from .tables_of_a_class import first_experiments


def first(kind):
    """Return what is found in the experiment that shows a kind."""
    return next(finding for finding in nncore.diagnose(SHOWING[kind]()) if finding.kind == kind)


def test_every_kind_has_an_experiment_that_shows_it():
    assert set(SHOWING) == set(get_args(Kind))


@pytest.mark.parametrize("kind", SHOWING)
def test_what_an_experiment_shows_is_found_in_it(kind):
    finding = first(kind)

    assert finding.is_failure == (kind not in NO_FAILURES)
    assert finding.sentence.endswith(".")
    assert all(0 <= row < SHOWING[kind]().dataset.samples for row in finding.rows)
    assert list(finding.epochs) == sorted(finding.epochs)
    assert finding.mend != SHOWING[kind]()


@pytest.mark.parametrize("kind", SHOWING)
def test_it_is_the_first_failure_that_is_named(kind):
    found = [finding for finding in nncore.diagnose(SHOWING[kind]()) if finding.is_failure]

    assert [finding.kind for finding in found][:1] == ([] if kind in NO_FAILURES else [kind])


def test_nothing_is_said_of_the_first_article():
    assert nncore.diagnose(nncore.articles.single_neuron()) == ()


def test_of_the_second_article_only_its_test_table_is_said():
    found = nncore.diagnose(nncore.articles.hidden_layer())

    assert [finding.kind for finding in found] == ["test_scaled_by_own_range", "extrapolation"]
    assert found[0].test_rows == (0, 1, 2, 3, 4, 5)
    assert found[1].test_rows == (2, 3)


def test_a_run_that_is_made_already_is_not_made_again():
    chosen = SHOWING["stuck"]()

    made = nncore.diagnose(chosen, run=chosen.run())

    assert made == nncore.diagnose(chosen)


def test_rows_are_called_what_they_are_called_on_the_page():
    finding, *_ = nncore.diagnose(SHOWING["not_separable"](), row_numbers=[1, 2, 5, 7])

    assert finding.sentence == (
        "One neuron cannot learn it: rows 2 and 5 have the same middle point as rows 1 and 7, so no straight line can part them. "
        "Several hidden neurons draw several cuts."
    )


# --- one neuron ----------------------------------------------------------------------------------------------------------


def test_one_hidden_neuron_is_no_more_than_one_neuron():
    assert kinds(XOR, 1)[0] == "not_separable"
    assert kinds(XOR, 1, hidden="linear")[0] == "not_separable"
    assert kinds(XOR, 4, hidden="linear")[0] == "not_separable"


def test_a_wave_can_tell_what_a_straight_cut_cannot():
    assert "not_separable" not in kinds(XOR, output="sin")


def test_rows_that_no_network_tells_apart_are_not_what_one_neuron_fails_at():
    contradictory = nncore.Dataset([[0], [0], [1], [2]], [[0], [1], [1], [1]])

    assert kinds(contradictory) == ["contradictory_rows"]


def test_a_loss_floor_that_is_reached_is_said_and_no_failure():
    finding = first("contradictory_rows")

    # Rows 1 and 2 want 0 and 1: 0.5 is the best answer, and costs ½ · 0.25 for each.
    assert finding.rows == (0, 1)
    assert "cannot fall below 0.25. It has come to 0.25: more cannot be learnt from this table." in finding.sentence


def test_a_row_of_zeros_needs_a_bias_behind_a_hidden_layer_too():
    nand = nncore.Dataset(CORNERS, [[1], [1], [1], [0]])

    finding, *_ = nncore.diagnose(experiment(nand, 3, hidden="tanh", bias=False))

    assert (finding.kind, finding.rows) == ("needs_bias", (0,))
    assert finding.mend.architecture.bias


@pytest.mark.parametrize("hidden", ["tanh", "sigmoid"])
@pytest.mark.parametrize("rate", [0.05, 1.0])
def test_classes_of_rows_and_their_opposites_need_a_bias_and_no_other_seed(hidden, rate):
    bipolar = nncore.Dataset([[-1, -1], [-1, 1], [1, -1], [1, 1]], [[-1], [1], [1], [-1]])
    made = experiment(bipolar, 4, hidden=hidden, output="tanh", bias=False, optimizer=nncore.SGD(rate))

    finding, *_ = nncore.diagnose(made)

    def learnt(tried):
        return [
            bool((np.sign(tried.run(seed=seed).predict(bipolar.inputs)) == bipolar.targets).all()) for seed in range(8)
        ]

    assert finding.kind == "needs_bias"
    assert "whatever the weights" in finding.sentence
    assert not any(learnt(made))
    assert sum(learnt(finding.mend)) >= 4


def test_relus_cannot_part_rows_of_one_ray_without_biases():
    hours = nncore.Dataset([[1], [2], [3], [4]], [[0], [0], [1], [1]])
    made = experiment(hours, 4, hidden="relu", bias=False, optimizer=nncore.SGD(0.1), epochs=3000)

    finding, *_ = nncore.diagnose(made)

    assert finding.kind == "needs_bias"
    assert finding.sentence == (
        "Row 3 is 3 times row 1 to the network, which has no biases: the sum z of its output is 3 times as large, too, "
        "whatever the weights, and cannot suit both targets."
    )
    assert any((finding.mend.run(seed=seed).predict(hours.inputs).round() == hours.targets).all() for seed in range(8))


def test_a_line_that_does_not_go_through_the_origin_needs_a_bias():
    finding, *_ = nncore.diagnose(experiment(LINE, output="linear", bias=False, optimizer=nncore.SGD(0.1)))

    # The best slope through the origin is (1 · 3 + 2 · 5) / (1 + 4) = 2.6; it misses by 1, 0.4 and 0.2: 1.2 in squares.
    assert finding.kind == "needs_bias"
    assert "from 1.2 to" in finding.sentence
    assert finding.mend.run().predict([[3]]).item() == pytest.approx(7, abs=1e-6)


def test_a_straight_line_comes_no_nearer_to_a_wave():
    wave = GENERATORS["sine"].generate(count=40).dataset()

    finding, *_ = nncore.diagnose(experiment(wave, output="linear", optimizer=nncore.SGD(0.1), reduction="mean"))

    assert finding.kind == "stuck"
    assert "no straight line comes nearer to all the targets" in finding.sentence
    assert nncore.try_mend(experiment(wave, output="linear"), finding.alternatives[-1], seeds=range(5)).helps


# --- the learning rate, and what is not its fault --------------------------------------------------------------------------


def test_large_inputs_are_to_blame_and_not_the_learning_rate():
    finding = first("unscaled_inputs")

    assert finding.sentence == (
        "size reaches 3,000, far beyond the size of 1 that suits a network: with a learning rate of 0.000001 training "
        "diverges. It is the inputs that have to be mended, not the learning rate."
    )
    assert finding.mend.run().predict([[1650, 3]]).item() == pytest.approx(345105.116, abs=1e-3)


def test_of_a_run_that_ran_away_the_cause_stands_before_the_numbers():
    ran_away = experiment(LINE, output="linear", optimizer=nncore.SGD(5.0))

    cause, consequence = nncore.diagnose(ran_away)

    assert (cause.kind, consequence.kind) == ("learning_rate_too_high", "not_finite")
    loss = ran_away.run().history.loss
    assert cause.numbers == (("first loss", loss[0]), ("last finite loss", loss[-1]))
    assert kinds(HOUSES, output="linear", optimizer=nncore.SGD(1e-6)) == ["unscaled_inputs", "not_finite"]


def test_a_loss_that_goes_up_and_down_is_too_high_a_rate():
    finding, *_ = nncore.diagnose(experiment(LINE, output="linear", optimizer=nncore.SGD(0.35), epochs=50))

    assert finding.kind == "learning_rate_too_high"
    assert "the loss rose at 100% of the epochs" in finding.sentence


def test_numbers_that_a_penalty_blew_up_are_mended_without_it():
    penalized = experiment(XOR, 3, penalty=nncore.L2(3.0))

    found = nncore.diagnose(penalized)

    assert [finding.kind for finding in found] == ["not_finite"]
    assert found[0].mend.penalty is None
    history = penalized.run().history
    assert found[0].epochs == (history.last_epoch + 1,)
    assert found[0].numbers == (("last finite loss", history.loss[-1]),)


def test_a_weight_that_was_set_beyond_all_bounds_is_mended_by_not_setting_it():
    by_hand = nncore.Intervention(4, "parameter", (0, 1e200))

    finding, *_ = nncore.diagnose(
        experiment(LINE, output="linear", optimizer=nncore.SGD(0.1), interventions=(by_hand,))
    )

    assert finding.kind == "not_finite"
    assert finding.mend.interventions == ()


def test_few_epochs_are_no_low_rate():
    assert kinds(XOR, 3, optimizer=nncore.SGD(0.1), epochs=10) == ["stopped_early"]


def test_a_plateau_is_no_place_to_be_stuck_in():
    finding, *_ = nncore.diagnose(experiment(XOR, 3, seed=4, epochs=50))

    # The loss lies still at first; what it comes to later is seen by going on.
    assert finding.kind == "stopped_early"
    assert finding.mend.run().history.loss[-1] < 0.01


def test_a_run_that_crawls_over_a_plateau_has_too_low_a_rate():
    found = {kinds(XOR, 3, seed=seed, optimizer=nncore.SGD(0.02))[0] for seed in range(10)}

    assert found == {"learning_rate_too_low"}


def test_a_changed_rate_is_the_one_that_is_named():
    later = nncore.Intervention(100, "learning_rate", 2000.0)

    finding, *_ = nncore.diagnose(experiment(XOR, 3, seed=4, epochs=300, interventions=(later,)))

    assert finding.kind == "learning_rate_too_high"
    assert "A learning rate of 2,000 is too high here." in finding.sentence


def test_a_run_that_a_rule_ended_too_early_goes_on_without_it():
    stopped = experiment(XOR, 3, seed=4, epochs=5000, stop=(nncore.LossReached(0.47),))
    finding, *_ = nncore.diagnose(stopped)

    assert finding.kind == "stopped_early"
    assert "The loss reached" in finding.sentence
    # Its own epochs are enough: they were never made.
    assert (finding.mend.stop, finding.mend.epochs) == ((), 5000)
    assert mend_words(stopped, finding.mend) == "with no early stop"


# --- neurons that do nothing -----------------------------------------------------------------------------------------------


def test_all_relus_of_a_layer_are_dead_and_it_is_said_since_when():
    finding = first("dead_relu")

    assert finding.sentence.startswith("All 3 ReLUs answer 0 to every training row since epoch 1: ")
    assert finding.mend.architecture.activations == ("leaky_relu", "sigmoid")


def test_zeros_stay_zeros():
    finding = first("symmetric_start")

    assert finding.sentence.startswith("All weights start at 0: no weight has a gradient, and none has moved.")
    assert finding.mend.initializer == "uniform"


def test_neurons_set_alike_by_hand_stay_alike():
    alike = [0.5, 0.5, -0.3, -0.3, 0.1, 0.1, 0.8, 0.8, 0.0]
    by_hand = tuple(nncore.Intervention(0, "parameter", place) for place in enumerate(alike))

    finding, *_ = nncore.diagnose(experiment(XOR, 2, interventions=by_hand))

    assert finding.kind == "symmetric_start"
    assert "2 hidden neurons get the same updates, stay alike for ever" in finding.sentence
    assert finding.mend.interventions == ()


def test_one_neuron_may_start_from_zeros():
    assert nncore.diagnose(replace(nncore.articles.single_neuron(), initializer="zeros")) == ()


def test_a_penalty_is_too_strong_where_the_same_start_learns_without_it():
    chosen = SHOWING["penalty_too_strong"]()
    finding, *_ = nncore.diagnose(chosen)

    without = replace(chosen, penalty=None).run().history
    assert finding.sentence == (
        "An L2 penalty of 0.5 is too strong here: after 2,000 epochs rows 1–4 are still wrong. From the same starting "
        f"weights, with no penalty, the network has learnt its table after {finding.numbers[1][1]:.0f} epochs."
    )
    assert without.loss[without.epochs == finding.numbers[1][1]].item() <= 0.01
    assert finding.mend == replace(chosen, penalty=None)


def test_a_penalty_is_not_blamed_for_what_fails_without_it_too():
    assert kinds(XOR, penalty=nncore.L2(0.5))[0] == "not_separable"
    assert kinds(XOR, 3, seed=4, epochs=50, penalty=nncore.L2(1e-6)) == ["stopped_early"]


def test_a_penalty_that_pulls_all_weights_to_nothing_is_named_where_the_run_would_have_been_stuck_without_it():
    found = kinds(XOR, 2, seed=3, epochs=15_000, penalty=nncore.L2(0.5))

    assert found == ["penalty_too_strong"]


def test_targets_in_thousands_are_to_blame_and_not_the_learning_rate_that_small_ones_are_learnt_with():
    finding, *others = nncore.diagnose(SHOWING["unscaled_targets"]())

    assert others == []
    assert finding.sentence.startswith("target reaches 24,000, far beyond the size of 1 that suits a network: ")
    assert finding.mend.optimizer == SHOWING["unscaled_targets"]().optimizer
    assert nncore.try_mend(SHOWING["unscaled_targets"](), finding.mend, seeds=range(10)).share == 1


def test_targets_out_of_reach_are_in_reach_of_a_linear_output():
    failed = experiment(BIPOLAR_XOR, 3, hidden="tanh", output="relu", optimizer=nncore.SGD(0.1))

    finding, *_ = nncore.diagnose(failed)

    assert finding.sentence == "The target −1 of row 1 can never be reached: relu answers nothing below 0."
    linear = next(mend for mend in finding.mends if mend.architecture.activations == ("tanh", "linear"))
    assert nncore.try_mend(failed, linear, seeds=range(10)).sentence == (
        "With a linear output all 10 seeds reach a loss below 0.04 within 2,000 epochs."
    )


def test_whatever_is_tried_where_targets_are_out_of_reach_brings_them_into_reach():
    finding = nncore.diagnose(experiment(BIPOLAR_XOR, 3, bias=False))[0]

    for mend in (*finding.mends, *finding.further):
        lowest = 0 if mend.architecture.activations[-1] == "sigmoid" else -np.inf
        assert mend.scaled()[1].min() >= lowest, mend
    assert nncore.try_mend(experiment(BIPOLAR_XOR, 3, bias=False), finding.further[1], seeds=range(5)).reached


def test_targets_that_broke_a_run_off_after_some_epochs_are_to_blame_all_the_same():
    scaled_houses = {"input_scaling": "standard", "optimizer": nncore.SGD(0.1), "reduction": "mean", "epochs": 1000}

    finding, *others = nncore.diagnose(experiment(HOUSES, 4, hidden="relu", output="linear", **scaled_houses))

    assert finding.kind == "unscaled_targets"
    assert [other.kind for other in others] == ["not_finite"]
    assert finding.mend.run().history.loss[int(finding.numbers[1][1])] <= 0.05


def test_inputs_that_killed_all_relus_on_the_way_are_the_cause_and_the_dead_relus_what_came_of_it():
    products = [[[first, second], [first * second]] for first in range(1, 10) for second in range(1, 10)]
    table = nncore.Dataset([row for row, _ in products], [product for _, product in products])
    settings = {"hidden": "relu", "output": "linear", "optimizer": nncore.SGD(0.01), "reduction": "mean", "epochs": 500}

    found = nncore.diagnose(experiment(table, 8, **settings))

    assert [finding.kind for finding in found] == ["unscaled_inputs", "dead_relu"]
    assert nncore.try_mend(experiment(table, 8, **settings), found[0].mend, seeds=range(5)).share == 1


def test_inputs_are_to_blame_where_a_smaller_rate_needs_many_times_as_many_epochs():
    hours = [[1, 5], [2, 4], [3, 6], [4, 5], [6, 7], [7, 5], [8, 8], [9, 6]]

    # From seed 6 the neuron saturates at once; others leap for long, and where to depends on how a processor rounds.
    failed = experiment(nncore.Dataset(hours, [[0]] * 4 + [[1]] * 4), seed=6, epochs=500)
    finding, *_ = nncore.diagnose(failed)

    assert finding.kind == "unscaled_inputs"
    assert finding.sentence.endswith(
        "From the same starting weights, with scaled inputs, the network has learnt its table after "
        f"{finding.numbers[1][1]:.0f} epochs; with a smaller learning rate alone, 0.1, it takes 500 epochs or more."
    )


def test_rows_that_are_right_before_the_loss_is_low_are_called_right_and_not_learnt():
    circle = GENERATORS["circle"].generate(count=80).dataset()
    penalty = {"penalty": nncore.L2(0.1), "reduction": "mean", "epochs": 1000}

    finding, *_ = nncore.diagnose(experiment(circle, 6, hidden="tanh", **penalty))

    assert finding.sentence.endswith("with no penalty, the network calls every row right after 1,000 epochs.")
    assert finding.mend.run().history.loss[-1] > 0.002


def test_clipping_is_too_tight_too_where_whole_gradients_need_a_smaller_rate():
    table = GENERATORS["circle"].generate(count=40).dataset()
    rate = 20.0

    finding, *_ = nncore.diagnose(
        experiment(table, 6, hidden="tanh", clip_norm=1e-4, optimizer=nncore.SGD(rate), epochs=500)
    )

    assert finding.kind == "clipping_too_tight"
    assert finding.mend.clip_norm is None
    assert finding.mend.optimizer.learning_rate < rate / 10


def test_a_tenth_of_a_rate_is_tried_where_it_is_what_the_sentence_says():
    wave = GENERATORS["sine"].generate(count=40).dataset()
    settings = {"output": "linear", "hidden": "relu", "reduction": "mean", "epochs": 300}
    failed = experiment(wave, 20, **settings)

    finding, *_ = nncore.diagnose(failed)

    assert finding.sentence.endswith("Try a tenth of it.")
    tenth = next(mend for mend in finding.mends if mend.optimizer.learning_rate == 0.1)
    assert nncore.try_mend(failed, tenth, seeds=range(5)).share == 1


def test_no_two_kinds_train_the_same_experiment():
    failed = SHOWING["unscaled_targets"]()
    diagnosed = DiagnosedRun(failed.run(), failed)

    once, again = (run_otherwise(diagnosed, replace(failed, target_scaling="standard")) for _ in range(2))

    assert once is again


def test_a_rate_is_too_high_where_the_same_start_learns_with_a_much_smaller_one():
    for seed in range(4):
        finding, *_ = nncore.diagnose(experiment(XOR, 4, hidden="tanh", optimizer=nncore.Adam(1.0), seed=seed))
        assert finding.kind == "learning_rate_too_high"
        assert finding.mend.optimizer == nncore.Adam(0.03)


def test_some_dead_relus_among_others_are_told_and_are_no_cause_if_leaky_ones_fail_as_well():
    random = np.random.RandomState(1)
    below = -random.uniform(1, 5, (40, 2))
    table = nncore.Dataset(below, (below.sum(axis=1) > -6)[:, None].astype(float))
    settings = {"hidden": "relu", "optimizer": nncore.SGD(1e-4), "reduction": "mean", "epochs": 100}

    found = {
        finding.kind: finding.is_failure
        for seed in range(8)
        for finding in nncore.diagnose(experiment(table, 4, seed=seed, **settings))
    }

    assert found["dead_relu"] is False


def test_a_gradient_vanishes_through_sigmoids_and_not_through_tanh_or_one_layer():
    finding, *_ = nncore.diagnose(SHOWING["vanishing_gradient"]())

    assert finding.numbers[0][1] < 0.01
    assert finding.epochs == (0, 2000)
    assert finding.mend.architecture.activations == (*["tanh"] * 4, "sigmoid")
    assert nncore.try_mend(SHOWING["vanishing_gradient"](), finding.mend, seeds=range(10)).share >= 0.8
    assert "vanishing_gradient" not in kinds(XOR, 4, 4, 4, 4, hidden="tanh")
    assert "vanishing_gradient" not in kinds(XOR, 4, optimizer=nncore.SGD(1e-4))


def test_rows_whose_gradients_cancel_out_at_the_last_weights_hide_no_vanished_gradient():
    # From seed 1 the four rows of XOR pull the last weights about as much one way as the other.
    assert kinds(XOR, 4, 4, 4, 4, seed=1)[0] == "vanishing_gradient"


def test_many_layers_that_got_away_from_one_answer_have_no_vanished_gradient():
    assert "vanishing_gradient" not in kinds(XOR, 4, 4, 4, 4, optimizer=nncore.Adam(0.03))


# --- classes and tests -----------------------------------------------------------------------------------------------------


def test_bipolar_classes_are_two_classes():
    assert kinds(BIPOLAR_XOR, 3, hidden="tanh", output="tanh", optimizer=nncore.SGD(0.3)) == []
    assert kinds(BIPOLAR_XOR, output="tanh")[0] == "not_separable"


def test_a_class_of_few_rows_counts_for_more_in_the_mend():
    finding = first("one_class_ignored")

    assert finding.rows == (95, 96, 97, 98, 99)
    # 95 to 5: each of the five stands 19 times.
    assert finding.mend.dataset.targets.mean() == 0.5


def test_a_class_of_one_row_is_spoken_of_as_one():
    table = nncore.Dataset([[row, row % 2] for row in range(9)], [[0]] * 8 + [[1]])

    finding = nncore.diagnose(experiment(table, optimizer=nncore.SGD(0.01), epochs=300))[0]

    assert finding.sentence.startswith("The one row of 1 is not called right: the other 8 rows are 0, so a network")


def test_a_class_among_several_is_held_against_all_others():
    random = np.random.RandomState(8)
    rows = [random.standard_normal((count, 2)) + shift for count, shift in ((50, 0), (45, 4), (5, 2))]
    classes = np.eye(3)[[0] * 50 + [1] * 45 + [2] * 5]
    settings = {"output": "softmax", "loss": "categorical_cross_entropy", "reduction": "mean"}

    found = nncore.diagnose(experiment(nncore.Dataset(np.concatenate(rows), classes), epochs=100, **settings))
    finding = next(one for one in found if one.kind == "one_class_ignored")

    assert (
        "the other 95 rows are of other classes, so a network that never answers target 3 can be right in 95%"
        in finding.sentence
    )


def test_a_penalty_that_is_too_strong_is_no_learning_rate_that_is_too_high():
    cut = nncore.Dataset([[-2.0], [-1.0], [3.0], [4.0]], [[0], [0], [1], [1]])
    settings = {"loss": "binary_cross_entropy", "reduction": "mean", "optimizer": nncore.SGD(2.0), "epochs": 500}

    assert kinds(cut, penalty=nncore.L1(8.0), **settings) == ["penalty_too_strong"]


def test_a_run_of_one_epoch_has_had_one_epoch():
    finding = nncore.diagnose(experiment(XOR, 3, epochs=1))[0]

    assert finding.sentence.startswith("After 1 epoch rows 1 and 4 are still wrong")


def test_targets_whose_squares_are_too_large_are_not_called_as_near_as_a_line_comes():
    table = nncore.Dataset([[0.0], [1.0], [2.0]], [[1e200], [2e200], [3e200]])

    assert "stuck" not in kinds(table, output="linear", loss="huber", epochs=50)


def test_what_is_no_experiment_is_refused():
    with pytest.raises(nncore.errors.SettingError, match="experiment must be an Experiment"):
        nncore.diagnose("xor")


def test_of_an_ignored_class_what_helps_the_table_as_it_is_is_tried_too():
    chosen = SHOWING["one_class_ignored"]()

    mends = first("one_class_ignored").mends

    assert mends[0].dataset.samples > chosen.dataset.samples  # the rows of the rare class repeated
    assert any(mend.dataset == chosen.dataset and mend.epochs > chosen.epochs for mend in mends)


def test_a_class_as_frequent_as_the_other_is_not_ignored():
    assert "one_class_ignored" not in kinds(clouds(5, 0.3), 2, reduction="mean", epochs=100)


def test_relus_silenced_by_biases_set_by_hand_are_mended_by_drawn_ones():
    far_below = tuple(nncore.Intervention(0, "parameter", (8 + unit, -10.0)) for unit in range(4))

    finding, *_ = nncore.diagnose(experiment(XOR, 4, hidden="relu", interventions=far_below))

    assert finding.kind == "dead_relu"
    assert "What was set by hand makes it so" in finding.sentence
    assert finding.mend.interventions == ()
    assert finding.mend.architecture.activations[0] == "relu"


def test_a_loss_that_rises_at_rows_far_outside_alone_is_no_overfitting():
    near = nncore.Dataset([[0.0], [0.2], [0.8], [1.0]], [[0], [0], [1], [1]])
    far = {"test_inputs": [[30.0], [-40.0]], "test_targets": [[0], [1]]}

    found = nncore.diagnose(experiment(replace(near, **far), 3))

    assert [finding.kind for finding in found] == ["extrapolation"]


def test_overfitting_is_mended_by_stopping_where_the_test_rows_were_best():
    finding = first("overfitting")

    tests = SHOWING["overfitting"]().run().history.test_loss
    assert finding.mend.epochs == finding.epochs[0] == tests.argmin()


def test_a_run_with_validation_rows_is_watched_by_them():
    chosen = SHOWING["overfitting"]()
    rows = tuple(range(0, 40, 2))
    watched = replace(chosen, dataset=replace(chosen.dataset, validation_rows=rows))

    finding = next(finding for finding in nncore.diagnose(watched) if finding.kind == "overfitting")

    assert finding.sentence.startswith("The loss of the validation rows was lowest, ")
    assert finding.test_rows == rows
    assert finding.mend.epochs == watched.run().history.validation_loss.argmin()


def test_a_loss_that_contradictory_rows_hold_up_is_not_said_to_fall_for_ever():
    # One neuron answers more to 4 than to 3, and 4 pulls it to a half.
    table = nncore.Dataset([[1], [2], [3], [4], [4]], [[0], [0], [1], [1], [0]])

    assert kinds(table, epochs=8000) == ["contradictory_rows"]


def test_amounts_that_are_half_learnt_and_would_be_learnt_soon_were_stopped_early():
    inputs = np.linspace(-1, 1, 25)[:, None]
    wave = nncore.Dataset(inputs, np.sin(3 * inputs))

    finding, *_ = nncore.diagnose(
        experiment(wave, 6, hidden="tanh", output="linear", optimizer=nncore.SGD(0.01), epochs=20)
    )

    assert (finding.kind, finding.is_failure) == ("stopped_early", True)
    assert dict(finding.numbers)["learnt at"] > 20


def test_how_often_and_how_far_a_loss_rises_is_what_its_epochs_say():
    too_far = experiment(LINE, output="linear", optimizer=nncore.SGD(0.35), epochs=100)
    finding, *_ = nncore.diagnose(too_far)
    said = re.match(
        r"From epoch (\d+) on the loss rose at (\d+)% of the epochs .* on average by (\d+)% of the mean loss there",
        finding.sentence,
    )
    losses = too_far.run().history.loss[int(said[1]) :]
    steps = np.diff(losses)

    assert int(said[2]) == round(100 * (steps > 0).mean())
    assert int(said[3]) == round(100 * steps[steps > 0].mean() / losses.mean())


def test_where_more_epochs_would_overfit_that_is_said_beside_what_they_would_learn():
    overfitted = SHOWING["overfitting"]()
    stopped = nncore.diagnose(overfitted)[0].mend
    rows = stopped.dataset
    ever_lower = replace(
        stopped, dataset=nncore.Dataset(rows.inputs, rows.targets, test_inputs=rows.inputs, test_targets=rows.targets)
    )

    (finding, *_), (other, *_) = nncore.diagnose(stopped), nncore.diagnose(ever_lower)

    assert finding.kind == other.kind == "stopped_early"
    said = re.search(r"But that of the test rows rises from (\S+) to (\S+) by epoch ([\d,]+)\.", finding.sentence)
    for loss, epochs in ((said[1], stopped.epochs), (said[2], int(said[3].replace(",", "")))):
        assert float(loss) == pytest.approx(replace(stopped, epochs=epochs).run().history.test_loss[-1], rel=5e-3)
    assert "test rows" not in other.sentence


def test_a_run_that_its_validation_rows_ended_was_not_stopped_early():
    few = nncore.Dataset([[0], [1], [2], [3]], [[0], [1], [0], [1]], test_inputs=[[1]], test_targets=[[0]])
    watched = replace(few, validation_rows=(0,))

    found = kinds(watched, 3, hidden="tanh", stop=(nncore.NoValidationImprovement(5),))

    assert "stopped_early" not in found


def test_few_wrong_rows_among_many_are_told_and_no_failure():
    overlapping = GENERATORS["gaussians"].generate(count=200, noise=0.2, seed=1).dataset()

    chosen = experiment(overlapping, 3, reduction="mean", optimizer=nncore.Adam(0.03), epochs=300)
    finding, *_ = nncore.diagnose(chosen)

    assert finding.kind in ("stuck", "stopped_early")
    assert 0 < len(finding.rows) <= 10
    assert not finding.is_failure


def test_a_failure_stands_before_what_is_only_worth_knowing():
    # 3 of 60 rows: that the rate is high as well is no failure, and that none of the three is right is one.
    random = np.random.RandomState(0)
    rows = np.concatenate([random.standard_normal((57, 2)), random.standard_normal((3, 2)) + 1.2])
    table = nncore.Dataset(rows.round(2), (np.arange(60) >= 57).astype(float)[:, None])

    found = nncore.diagnose(experiment(table, 4, bias=False, seed=1, epochs=300))

    assert [finding.is_failure for finding in found] == sorted((finding.is_failure for finding in found), reverse=True)
    assert found[0].kind == "one_class_ignored"
    assert len(found) > 1


def test_amounts_that_a_line_mostly_tells_are_no_failure():
    random = np.random.RandomState(0)
    inputs = random.uniform(0, 1, (60, 1))
    noisy = nncore.Dataset(inputs, 3 * inputs + 0.5 * random.standard_normal((60, 1)))

    finding, *_ = nncore.diagnose(experiment(noisy, output="linear", reduction="mean", optimizer=nncore.SGD(0.5)))

    assert (finding.kind, finding.is_failure) == ("stuck", False)


def test_a_run_that_is_good_is_no_failure_whatever_its_table_is_like():
    large = nncore.Dataset([[1000], [2000]], [[0], [1]])

    chosen = experiment(large, optimizer=nncore.SGD(1e-6), interventions=_separating_by_hand())

    assert nncore.diagnose(chosen) == ()


def _separating_by_hand():
    # 0.1 · 1000 − 150 = −50 and 0.1 · 2000 − 150 = 50.
    return tuple(nncore.Intervention(0, "parameter", place) for place in enumerate([0.1, -150.0]))


@pytest.mark.parametrize("name", ["hours, single neuron, bias", "hours, 3 hidden neurons, no bias"])
def test_inputs_of_one_to_nine_are_unscaled_where_scaling_is_what_helps(name):
    failed = dict(first_experiments())[name]

    finding = nncore.diagnose(failed)[0]

    assert finding.kind == "unscaled_inputs"
    assert finding.sentence.startswith("studied and slept reach 9, beyond the size of 1 that suits a network.")
    named = next(int(number) for what, number in finding.numbers if what == "epochs otherwise")
    assert finding.mend == replace(failed, input_scaling="standard")
    assert not DiagnosedRun(replace(finding.mend, epochs=named).run(), finding.mend).has_failed


def test_a_rate_that_is_too_high_stays_the_cause_where_a_smaller_one_learns_inputs_of_four_as_well():
    apart = nncore.Dataset([[-4, -4], [-4, 4], [4, -4], [4, 4]], [[0], [1], [1], [0]])
    failed = nncore.Experiment(
        apart,
        nncore.Architecture((2, 3, 1), ("tanh", "sigmoid")),
        loss="half_squared_error",
        reduction="sum",
        optimizer=nncore.SGD(10.0),
        epochs=500,
        seed=1,
    )

    assert nncore.diagnose(failed)[0].kind == "learning_rate_too_high"


def test_what_a_smaller_rate_has_not_learnt_is_told_of_the_epochs_that_were_tried():
    run = replace(dict(first_experiments())["ponds, 3 hidden neurons, no bias"], epochs=30_000)

    (finding,) = [finding for finding in nncore.diagnose(run) if finding.kind == "unscaled_inputs"]

    rate, tried = re.search(
        r"a smaller learning rate alone, ([\d.]+), it has not after ([\d,]+) epochs", finding.sentence
    ).groups()
    epochs = int(tried.replace(",", ""))
    assert epochs < 30_000
    slower = replace(run, optimizer=nncore.SGD(float(rate)), epochs=epochs)
    outputs = slower.run().network.predict(slower.scaled()[0])
    assert ((outputs > 0.5) != (run.dataset.targets > 0.5)).any()


def test_weights_that_are_frozen_are_named_where_the_same_start_learns_with_them():
    free = experiment(XOR, 3, hidden="tanh", epochs=3000)
    frozen = replace(free, interventions=tuple(nncore.Intervention(0, "frozen", (place, True)) for place in range(9)))

    finding, *_ = nncore.diagnose(frozen)

    assert finding.kind == "stuck"
    assert finding.sentence.startswith("9 of 13 weights and biases cannot move, because they are frozen")
    assert finding.mend == free
    assert free.run().history.loss[-1] <= 0.01


def test_frozen_weights_are_not_blamed_for_what_is_not_learnt_with_them_either():
    nothing = experiment(XOR, 2, seed=3, epochs=15_000)
    frozen = replace(nothing, interventions=(nncore.Intervention(0, "frozen", (0, True)),))

    assert all("frozen" not in finding.sentence for finding in nncore.diagnose(frozen))


SEVERAL = {"output": "softmax", "loss": "categorical_cross_entropy", "reduction": "mean", "epochs": 2000}


def in_rings(rows=20):
    """Return three classes on three rings around the origin: no straight line parts two of them."""
    angles = np.linspace(0, 2 * np.pi, rows, endpoint=False)
    ring = np.column_stack([np.cos(angles), np.sin(angles)])
    return nncore.Dataset(np.concatenate([ring, 2 * ring, 3 * ring]), np.repeat(np.eye(3), rows, axis=0))


@pytest.mark.parametrize("output", ["softmax", "sigmoid"])
@pytest.mark.parametrize("rate", [0.1, 1.0])
def test_three_rings_are_not_separable_without_hidden_neurons(output, rate):
    network = experiment(
        in_rings(), **SEVERAL | {"output": output, "loss": "half_squared_error"}, optimizer=nncore.SGD(rate)
    )

    finding = nncore.diagnose(network)[0]

    assert finding.kind == "not_separable"
    assert finding.sentence.startswith("Without hidden neurons the network cannot tell target 1 from target 2: ")
    assert finding.mend.architecture.layer_sizes == (2, 3, 3)


def test_two_classes_in_the_middle_of_a_third_are_not_separable_from_it():
    places = [[-3, 0], [3, 0], [0, -3], [0, 3], [-1, 0], [0, -1], [1, 0], [0, 1]]
    table = nncore.Dataset(places, np.eye(3)[[0, 0, 0, 0, 1, 1, 2, 2]])

    longer = SEVERAL | {"epochs": 4000}

    finding = nncore.diagnose(experiment(table, optimizer=nncore.SGD(0.1), **longer))[0]

    assert finding.kind == "not_separable"
    assert "no straight line has every row on its side" in finding.sentence
    assert nncore.try_mend(experiment(table, **longer), finding.mend, seeds=range(5)).helps


def test_three_classes_any_two_of_which_a_line_parts_may_not_be_separable_all_at_once():
    # Around the middle like the arms of a pinwheel: the three lines would have to meet in one point.
    places = [[4, -2], [1, 0], [-2, -2], [1, 4], [2, -1], [-4, -3]]
    table = nncore.Dataset(places, np.eye(3)[[0, 0, 1, 1, 2, 2]])

    finding = nncore.diagnose(experiment(table, optimizer=nncore.SGD(0.5), **SEVERAL))[0]

    assert (finding.kind, finding.rows) == ("not_separable", (0, 1, 2, 3, 4, 5))
    assert (
        "parts any two classes by a straight line, and however these lie, one at least of rows 1–6" in finding.sentence
    )


def test_linear_hidden_neurons_part_several_classes_no_better_than_none():
    finding = nncore.diagnose(experiment(in_rings(), 4, hidden="linear", optimizer=nncore.SGD(0.1), **SEVERAL))[0]

    assert finding.kind == "not_separable"
    assert finding.sentence.startswith("Hidden neurons as they are here come to no more than none. ")


def test_several_classes_that_only_a_bias_parts_need_one():
    line = nncore.Dataset([[1], [2], [3]], np.eye(3))

    finding = nncore.diagnose(experiment(line, bias=False, optimizer=nncore.SGD(0.5), **SEVERAL))[0]

    assert (finding.kind, finding.mend.architecture.bias) == ("needs_bias", True)
    assert "cannot tell target 1 from target 2, though with them it could: " in finding.sentence


def test_an_output_that_learns_its_class_by_itself_is_held_against_all_others():
    # Along a line softmax can call all five; a sigmoid of its own cannot cut out one in the middle.
    line = nncore.Dataset(np.linspace(-1, 1, 15)[:, None], np.repeat(np.eye(5), 3, axis=0))
    alone = SEVERAL | {"output": "sigmoid", "loss": "binary_cross_entropy"}

    finding = nncore.diagnose(experiment(line, optimizer=nncore.SGD(0.5), **alone))[0]

    assert finding.kind == "not_separable"
    assert finding.sentence.startswith("One neuron cannot tell target 2 from the rest: ")
    assert nncore.diagnose(experiment(line, optimizer=nncore.Adam(0.1), **SEVERAL)) == ()


def test_a_linear_output_at_rest_is_not_said_to_fall_further():
    # Row 8 is so far on its side that the line is held back from the others.
    far = nncore.Dataset([[0], [1], [2], [3], [4], [5], [6], [40]], [[0]] * 3 + [[1]] * 5)
    settings = {"output": "linear", "reduction": "mean", "optimizer": nncore.SGD(0.5), "input_scaling": "standard"}

    finding = nncore.diagnose(experiment(far, **settings, epochs=3000))[0]

    assert (finding.kind, finding.rows) == ("stuck", (0, 1, 2))
    assert finding.mend.architecture.activations == ("sigmoid",)
    assert any(nncore.try_mend(experiment(far, **settings), mend, seeds=range(3)).helps for mend in finding.further)
