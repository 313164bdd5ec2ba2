from dataclasses import replace

import pytest

import nncore
from playground.runs.branching import with_parameter, with_settings
from playground.runs.followed_run import followed, is_same_but_for_training

ARTICLE = nncore.articles.single_neuron()
SLOWER = replace(ARTICLE, optimizer=nncore.SGD(0.1))


def changes_of(experiment):
    return [(change.epoch, change.what, change.value) for change in experiment.interventions]


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
