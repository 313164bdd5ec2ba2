from dataclasses import replace

import pytest

import nncore
from nncore.errors import SettingError
from playground.runs.branching import (
    followed,
    is_same_but_for_training,
    what_changed,
    with_frozen,
    with_parameter,
    with_settings,
)

ARTICLE = nncore.articles.single_neuron()
SLOWER = replace(ARTICLE, optimizer=nncore.SGD(0.1))


def changes_of(experiment):
    return [(change.epoch, change.what, change.value) for change in experiment.interventions]


# --- what is the same run ---------------------------------------------------------------------------------------------


def test_what_is_wanted_already_is_followed_as_it_is():
    branch = with_parameter(ARTICLE, 4, 0, 2.0)

    assert followed(ARTICLE, ARTICLE) == ARTICLE
    assert followed(branch, ARTICLE) == branch


def test_another_length_keeps_what_lies_within_it():
    branch = with_parameter(with_parameter(ARTICLE, 4, 0, 2.0), 40, 1, 3.0)

    assert changes_of(followed(branch, replace(ARTICLE, epochs=20_000))) == changes_of(branch)
    assert changes_of(followed(branch, replace(ARTICLE, epochs=10))) == [(4, "parameter", (0, 2.0))]


def test_a_run_that_is_too_short_for_its_changed_setting_begins_anew_with_it():
    branch = with_settings(ARTICLE, 40, SLOWER)

    assert followed(branch, replace(SLOWER, epochs=10)) == replace(SLOWER, epochs=10)


@pytest.mark.parametrize(
    "other",
    [{"seed": 2}, {"loss": "mean_squared_error"}, {"batch_size": 2}, {"input_scaling": "min_max"}, {"clip_norm": 1.0}],
)
def test_what_cannot_change_on_the_way_is_a_new_run_without_what_was_changed(other):
    branch = with_settings(ARTICLE, 40, SLOWER)

    assert not is_same_but_for_training(branch, replace(SLOWER, **other))
    assert followed(branch, replace(SLOWER, **other)) == replace(SLOWER, **other)


@pytest.mark.parametrize("what", [{"optimizer": nncore.Adam(0.1)}, {"penalty": nncore.L2(0.1)}])
def test_what_can_change_on_the_way_depends_on_the_play_head(what):
    assert followed(ARTICLE, replace(ARTICLE, **what)) is None


# --- branches ---------------------------------------------------------------------------------------------------------


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


# --- what_changed -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        (replace(ARTICLE, architecture=nncore.Architecture((3, 1), ("tanh",), bias=False)), "another architecture"),
        (
            replace(SLOWER, architecture=nncore.articles.hidden_layer().architecture),
            "another architecture and other settings",
        ),
        (replace(ARTICLE, initializer="zeros"), "other starting weights"),
        (SLOWER, "other settings"),
        (replace(ARTICLE, dataset=nncore.articles.hidden_layer().dataset, epochs=20), "the table has changed"),
    ],
)
def test_a_new_run_says_why_it_is_one(new, sentence):
    assert what_changed(ARTICLE, new) == f"A new run: {sentence}."


def test_a_run_that_is_started_over_without_its_changes_says_so():
    branch = with_frozen(with_parameter(ARTICLE, 4, 0, 2.0), 9, 1, True)
    assert what_changed(branch, ARTICLE) == "A new run: without what was changed on the way."
    assert what_changed(branch, replace(ARTICLE, seed=2)) == "A new run: other starting weights."


def test_a_longer_run_a_branch_and_the_first_run_are_no_news():
    assert what_changed(ARTICLE, replace(ARTICLE, epochs=20_000)) == ""
    assert what_changed(ARTICLE, with_parameter(ARTICLE, 4, 0, 2.0)) == ""
    assert what_changed(None, ARTICLE) == ""
