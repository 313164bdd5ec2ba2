from dataclasses import replace

import numpy as np
import pytest

import nncore
from nncore.diagnosis.goal import floor_of_loss, goal_loss, loss_of_one_answer
from nncore.diagnosis.mend_result import MendResult, results_sentence, worth_telling
from nncore.diagnosis.mend_trial import seeds_for
from nncore.diagnosis.museum import XOR

from .failed_experiments import BIPOLAR_XOR, SHOWING, experiment

NEURON = experiment(XOR, epochs=15_000)


def trial_of(kind, **settings):
    chosen = SHOWING[kind]()
    finding = next(finding for finding in nncore.diagnose(chosen) if finding.kind == kind)
    return nncore.try_mend(chosen, finding.mend, **settings)


def result(words, reached, tried=10, epochs=100, goal=0.01):
    return MendResult(NEURON, words, goal, tuple(range(reached)), tuple(range(tried)), epochs)


def test_of_xor_it_is_told_what_two_and_three_hidden_neurons_give():
    finding, *_ = nncore.diagnose(NEURON)

    results = [nncore.try_mend(NEURON, mend) for mend in finding.mends]

    assert results_sentence(worth_telling(results)) == (
        "With 2 hidden neurons 87 of 100 seeds reach a loss below 0.01 within 15,000 epochs, with 3 all 100."
    )


def test_a_seed_counts_exactly_if_its_own_run_comes_below_the_goal():
    mend = experiment(XOR, 2, epochs=3000)

    tried = nncore.try_mend(NEURON, mend, seeds=range(12))

    alone = [seed for seed in range(12) if mend.run(seed=seed).history.loss.min() <= tried.goal]
    assert 0 < len(alone) < 12
    assert list(tried.reached) == alone


def test_the_mend_that_is_offered_has_a_seed_that_reached_the_goal():
    mend = experiment(XOR, 2, epochs=3000, seed=3)

    tried = nncore.try_mend(NEURON, mend, seeds=range(12))

    assert 3 not in tried.reached
    assert tried.mend == replace(mend, seed=tried.reached[0])


def test_the_mend_keeps_its_seed_if_that_one_reached_the_goal():
    mend = experiment(XOR, 3, epochs=3000, seed=4)

    assert nncore.try_mend(NEURON, mend, seeds=range(6)).mend == mend


def test_a_trial_that_is_stopped_tells_what_it_came_to():
    shares = []

    def stop_at_once(share):
        shares.append(share)
        return False

    mend = experiment(XOR, 3, optimizer=nncore.SGD(1e-6), epochs=1_000_000)
    tried = nncore.try_mend(NEURON, mend, seeds=range(3), on_progress=stop_at_once)

    assert len(shares) == 1
    assert not tried.is_complete
    assert 0 < tried.epochs < 1_000_000
    assert f"none of 3 seeds reaches a loss below 0.01 within {tried.epochs:,} epochs." in tried.sentence


def test_progress_rises_to_1():
    trial = nncore.MendTrial(NEURON, experiment(XOR, 3, epochs=400), seeds=range(4), goal=1e-9)

    progress = [trial.progress]
    while not trial.finished:
        trial.advance(seconds=0.001)
        progress.append(trial.progress)

    assert progress[0] == 0
    assert progress[-1] == 1
    assert progress == sorted(progress)


def test_a_goal_may_be_given():
    tried = nncore.try_mend(NEURON, experiment(XOR, 3, epochs=50), seeds=range(3), goal=0.6)

    assert tried.goal == 0.6
    assert tried.reached == (0, 1, 2)


@pytest.mark.parametrize(
    "kind", ["needs_bias", "symmetric_start", "saturated", "unscaled_inputs", "targets_out_of_reach"]
)
def test_a_mend_helps(kind):
    assert trial_of(kind, seeds=range(10)).helps


def test_a_time_limit_of_the_experiment_does_not_stand_in_the_way():
    mend = experiment(XOR, 3, epochs=200, stop=(nncore.TimeLimit(5.0),))

    assert nncore.try_mend(NEURON, mend, seeds=range(2)).is_complete


def test_less_training_is_judged_by_the_rows_held_out():
    chosen = SHOWING["overfitting"]()
    finding = next(finding for finding in nncore.diagnose(chosen) if finding.kind == "overfitting")

    tried = nncore.try_mend(chosen, finding.mend, seeds=range(8), judged_by=finding.judged_by)

    lower = [
        seed
        for seed in range(8)
        if finding.mend.run(seed=seed).history.test_loss[-1] < chosen.run(seed=seed).history.test_loss[-1]
    ]
    assert list(tried.reached) == lower
    assert tried.sentence == "With 13 epochs all 8 seeds end with a lower loss of the test rows than without."


def test_what_mends_an_ignored_class_is_judged_by_the_rows_of_every_class():
    chosen = SHOWING["one_class_ignored"]()
    finding, *_ = nncore.diagnose(chosen)
    rare = np.isin(np.arange(chosen.dataset.samples), finding.rows)

    tried, longer = (
        nncore.try_mend(chosen, mend, seeds=range(8), judged_by=finding.judged_by)
        for mend in (finding.mend, replace(chosen, epochs=2000))
    )

    def calls_most_right(seed: int) -> bool:
        outputs = finding.mend.run(seed=seed).network.predict(chosen.dataset.inputs)
        right = (outputs > 0.5) == (chosen.dataset.targets > 0.5)
        return right[rare].mean() > 0.5 and right[~rare].mean() > 0.5

    assert list(tried.reached) == [seed for seed in range(8) if calls_most_right(seed)]
    assert tried.sentence == (
        "With the rows of the rare class repeated all 8 seeds end with most rows of every class called right."
    )
    assert longer.sentence == "With more epochs none of 8 seeds ends with most rows of every class called right."
    assert tried.goal is None


def test_long_trials_have_fewer_seeds():
    large = experiment(XOR, 8, 8, epochs=1_000_000)

    assert seeds_for(experiment(XOR, 3, epochs=2000)) == 100
    assert seeds_for(large) == 10


# --- the goal --------------------------------------------------------------------------------------------------------------


def test_rows_that_contradict_raise_the_goal_by_what_they_leave():
    table = nncore.Dataset([[0], [0], [1], [1]], [[0], [1], [1], [1]])

    # Rows 1 and 2 leave ½ · 0.5² each. One answer to all rows, 0.75, costs ½ · 0.75² + 3 · ½ · 0.25² = 0.375: half way to it
    # are 0.3125.
    assert floor_of_loss(experiment(table)) == pytest.approx(0.25, abs=1e-12)
    assert goal_loss(experiment(table)) == 0.3
    # Ten rows more of each answer, learnt to 0.07: 0.25 + 24 · ½ · 0.07² = 0.3088, and 0.25 on top that the two bend around them.
    longer = nncore.Dataset(
        [[0], [0], [1], [1], *[[2]] * 10, *[[3]] * 10], [[0], [1], [1], [1], *[[0]] * 10, *[[1]] * 10]
    )
    assert goal_loss(experiment(longer)) == 0.6


def test_targets_that_the_output_cannot_reach_lower_no_goal():
    # A sigmoid misses each −1 by 1 at least: two of them cost 1, and that is not to have learnt them.
    out_of_reach = experiment(BIPOLAR_XOR, 3)

    assert floor_of_loss(out_of_reach) == 0
    assert goal_loss(out_of_reach) == 0.04


def test_no_rounding_lifts_the_goal_beyond_half_way_from_the_floor_to_one_answer():
    # Twelve of 14 rows leave ½ · 0.5² each, 1.5 / 14 on average. 6/14 for all costs ½ · 6 · 8/14, on average 24 / 14². Half way
    # between 0.107142857 and 0.122448980 are 0.114795918; 0.115 would be beyond.
    table = nncore.Dataset([[0.0]] * 12 + [[1.0]] * 2, [[0], [1]] * 6 + [[0], [0]])
    asked = experiment(table, reduction="mean")
    floor, one_answer = floor_of_loss(asked), loss_of_one_answer(asked)

    assert (floor, one_answer) == pytest.approx((1.5 / 14, 24 / 14**2), abs=1e-12)
    assert goal_loss(asked) == pytest.approx(0.114795918, abs=1e-6)
    assert goal_loss(asked) <= (floor + one_answer) / 2


def test_a_table_that_only_contradicts_itself_has_a_goal_above_its_floor():
    alike = experiment(nncore.Dataset([[0.0]] * 4, [[0], [1], [0], [1]]))

    assert goal_loss(alike) > floor_of_loss(alike) == loss_of_one_answer(alike)


def test_cross_entropies_have_the_goal_of_an_answer_of_93_percent():
    # −log 0.93 = 0.0726 a row
    assert goal_loss(experiment(XOR, loss="binary_cross_entropy", reduction="mean")) == 0.07


def test_of_amounts_a_tenth_may_be_left_of_what_one_answer_to_all_costs():
    amounts = nncore.Dataset([[0], [1]], [[0], [4]])

    # One answer, 2, misses by 2 and 2: ½ · 4 + ½ · 4 = 4.
    assert goal_loss(experiment(amounts, output="linear")) == pytest.approx(0.4)


def test_equal_targets_are_learnt_where_they_are_missed_by_little_of_their_size():
    ones, thousands = (nncore.Dataset([[0.0], [1.0], [2.0]], [[size]] * 3) for size in (1.0, 1000.0))

    # Three rows that miss by 0.07 cost 3 · ½ · 0.0049 = 0.00735; of thousands, a million times as much.
    assert goal_loss(experiment(ones, output="relu")) == pytest.approx(0.007)
    assert goal_loss(experiment(thousands, output="linear")) == pytest.approx(7000)


def test_the_goal_lies_above_the_floor_of_every_table():
    random = np.random.RandomState(0)
    for _ in range(20):
        table = nncore.Dataset(random.randint(0, 2, (8, 2)), random.randint(0, 2, (8, 1)))
        asked = experiment(table)
        assert floor_of_loss(asked) < goal_loss(asked) < loss_of_one_answer(asked) or not np.ptp(table.targets)


# --- the sentence ------------------------------------------------------------------------------------------------------------


def test_one_none_and_all_are_said_as_they_are():
    assert result("with biases", 1).sentence == "With biases 1 of 10 seeds reaches a loss below 0.01 within 100 epochs."
    assert result("with biases", 0).sentence.startswith("With biases none of 10 seeds reaches")
    assert result("with biases", 10).sentence.startswith("With biases all 10 seeds reach")
    assert result("with biases", 1, tried=1).sentence.startswith("With biases the one seed reaches a loss")
    assert result("with biases", 0, tried=1).sentence.startswith("With biases no seed reaches a loss")


def test_what_differs_is_named_again():
    told = results_sentence([result("with biases", 4), result("with biases and more epochs", 10, epochs=2000)])

    assert told == (
        "With biases 4 of 10 seeds reach a loss below 0.01 within 100 epochs; "
        "with biases and more epochs all 10 seeds reach a loss below 0.01 within 2,000 epochs."
    )


def test_what_changes_more_is_not_told_where_all_seeds_do_without():
    all_of_them, fewer, more = result("with 3", 10), result("with 2", 8), result("with 3 and Adam", 10)

    assert worth_telling([all_of_them, fewer, more]) == (fewer, all_of_them)


def test_what_changes_more_is_not_told_where_it_gives_less():
    chosen, worse = result("with scaled targets", 9), replace(result("with scaled targets and Adam", 8), changes=2)
    better = replace(worse, reached=tuple(range(10)))

    assert worth_telling([chosen, worse]) == (chosen,)
    assert worth_telling([better, replace(chosen, reached=better.reached)]) == (
        replace(chosen, reached=better.reached),
    )
    assert worth_telling([chosen, better]) == (chosen, better)
