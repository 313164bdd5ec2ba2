from dataclasses import replace

import pytest

import nncore
from nncore.errors import SettingError
from playground.runs.branching import with_frozen, with_parameter, with_settings

ARTICLE = nncore.articles.single_neuron()
SLOWER = replace(ARTICLE, optimizer=nncore.SGD(0.1))


def changes_of(experiment):
    return [(change.epoch, change.what, change.value) for change in experiment.interventions]


def test_a_branch_leaves_what_was_done_to_weights_later_but_not_the_settings_that_the_sidebar_shows():
    branch = with_settings(with_parameter(ARTICLE, 50, 1, 3.0), 60, SLOWER)

    assert changes_of(with_parameter(branch, 20, 0, 2.0)) == [(20, "parameter", (0, 2.0)), (60, "learning_rate", 0.1)]
    assert changes_of(with_frozen(branch, 55, 0, True)) == [
        (50, "parameter", (1, 3.0)),
        (55, "frozen", (0, True)),
        (60, "learning_rate", 0.1),
    ]


def test_another_setting_leaves_all_that_was_changed_later():
    branch = with_parameter(with_settings(ARTICLE, 40, SLOWER), 60, 0, 2.0)

    assert changes_of(with_settings(branch, 20, replace(ARTICLE, optimizer=nncore.SGD(0.5)))) == [
        (20, "learning_rate", 0.5)
    ]


def test_the_newest_value_for_one_weight_at_one_epoch_counts():
    branch = with_parameter(with_parameter(with_parameter(ARTICLE, 4, 0, 2.0), 4, 1, 1.0), 4, 0, 3.0)

    assert changes_of(branch) == [(4, "parameter", (1, 1.0)), (4, "parameter", (0, 3.0))]


def test_what_is_set_back_leaves_no_trace():
    assert with_settings(with_settings(ARTICLE, 40, SLOWER), 40, ARTICLE) == ARTICLE
    assert with_frozen(with_frozen(ARTICLE, 40, 0, True), 40, 0, False) == ARTICLE
    penalized = with_settings(ARTICLE, 40, replace(ARTICLE, penalty=nncore.L1(0.1)))
    assert with_settings(penalized, 40, ARTICLE) == ARTICLE
    momentum, adam = (replace(ARTICLE, optimizer=kind) for kind in (nncore.SGD(1.0, momentum=0.9), nncore.Adam(0.1)))
    assert with_settings(with_settings(momentum, 40, adam), 40, momentum) == momentum


@pytest.mark.parametrize("way", [("slower", "adam"), ("adam", "slower", "adam"), ("slow_adam", "adam")])
def test_of_the_settings_chosen_one_after_the_other_at_one_epoch_the_last_ones_count(way):
    chosen = {
        "slower": SLOWER,
        "adam": replace(ARTICLE, optimizer=nncore.Adam(0.1)),
        "slow_adam": replace(ARTICLE, optimizer=nncore.Adam(0.02)),
    }
    branch = ARTICLE
    for name in way:
        branch = with_settings(branch, 40, chosen[name])

    assert changes_of(branch) == [(40, "optimizer", nncore.Adam(0.1))]


def test_an_optimizer_chosen_again_later_is_kept_because_it_starts_remembering_anew():
    adam = replace(ARTICLE, optimizer=nncore.Adam(0.1))
    there_and_back = with_settings(with_settings(adam, 40, ARTICLE), 60, adam)

    assert changes_of(there_and_back) == [(40, "optimizer", nncore.SGD(1.0)), (60, "optimizer", nncore.Adam(0.1))]


def test_the_first_epochs_of_a_branch_are_those_of_the_run_it_leaves():
    branch = with_settings(replace(ARTICLE, epochs=60), 40, SLOWER).run().history
    left = replace(ARTICLE, epochs=60).run().history

    assert branch.parameters[:41].tobytes() == left.parameters[:41].tobytes()
    assert branch.parameters[41:].tobytes() != left.parameters[41:].tobytes()


@pytest.mark.parametrize(("epoch", "index", "value"), [(15_001, 0, 1.0), (4, 3, 1.0), (4, 0, float("nan"))])
def test_a_branch_that_cannot_be_is_refused(epoch, index, value):
    with pytest.raises(SettingError):
        with_parameter(ARTICLE, epoch, index, value)
