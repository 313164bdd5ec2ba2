from dataclasses import replace

import pytest

import nncore
from playground.runs.branching import with_frozen, with_parameter
from playground.runs.what_changed import what_changed

ARTICLE = nncore.articles.single_neuron()
SLOWER = replace(ARTICLE, optimizer=nncore.SGD(0.1))


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


def test_a_longer_run_a_branch_and_the_first_run_are_no_other_run():
    assert what_changed(ARTICLE, replace(ARTICLE, epochs=20_000)) == ""
    assert what_changed(ARTICLE, with_parameter(ARTICLE, 4, 0, 2.0)) == ""
    assert what_changed(None, ARTICLE) == ""
