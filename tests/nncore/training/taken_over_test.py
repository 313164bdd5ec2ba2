"""A branch takes over what the run it leaves has trained; to the last bit it is the run trained from the start."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import nncore

from ..counted_epochs import counted_epochs
from ..random_runs import allowed_together, changes, problems, random_network, ways_to_train


@st.composite
def branches(draw):
    """Return a run and another set of interventions for it."""
    architecture, inputs, targets, loss = draw(problems())
    how = draw(ways_to_train(architecture))
    other = draw(changes(architecture, how["epochs"]))
    common = draw(st.integers(0, len(how["interventions"])))
    kept = how["interventions"][:common]
    branch = allowed_together(architecture, [*kept, *other])
    return architecture, inputs, targets, {"loss": loss, **how}, branch, draw(st.sampled_from([4_000_000, 500]))


# A run that is another from its first epochs on has nothing to take over.
@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(
    branches(), st.booleans(), st.floats(0.1, 1), st.sampled_from([0, 0, 15, -7]), st.booleans(),
    st.lists(st.floats(0, 1), max_size=2),
)  # fmt: skip
def test_a_branch_that_takes_over_equals_the_run_trained_from_the_start(
    drawn, tested, share, longer, replay, looked_at
):
    architecture, inputs, targets, how, interventions, memory = drawn
    longer = max(longer, max([0, *(change.epoch for change in interventions)]) - how["epochs"])
    network = random_network(architecture, 3)
    tests = {"test_inputs": inputs, "test_targets": targets} if tested else {}
    common = {"warn": False, "memory_limit": memory, **tests}
    left = nncore.Trainer(network, inputs, targets, **how, **common)
    while left.epoch < share * how["epochs"] and left.advance(epochs=7):
        pass
    changed = {**how, "interventions": interventions, "epochs": how["epochs"] + longer}
    branch = nncore.Trainer(network, inputs, targets, **changed, **common)
    # Where somebody has looked, more is known than what is recorded.
    for part in looked_at:
        left.history.network_at(int(part * left.epoch))
    assume(branch.take_over(left, replay=replay) > 0)

    branch.finish()

    whole = nncore.Trainer(network, inputs, targets, **changed, **common)
    whole.finish()

    assert branch.epoch == whole.epoch
    assert branch.stop_reason == whole.stop_reason
    assert branch.network.parameters.tobytes() == whole.network.parameters.tobytes()
    # Which epochs a full history keeps may differ, what it says of them may not.
    _, own_rows, their_rows = np.intersect1d(branch.history.epochs, whole.history.epochs, return_indices=True)
    assert {0, whole.epoch} <= set(branch.history.epochs[own_rows].tolist())
    for name in ("loss", "parameters", "test_loss", "objective"):
        own, theirs = getattr(branch.history, name), getattr(whole.history, name)
        assert (own is None) == (theirs is None)
        assert own is None or own[own_rows].tobytes() == theirs[their_rows].tobytes()
    for epoch in range(whole.epoch + 1):
        assert (
            branch.history.network_at(epoch).parameters.tobytes()
            == whole.history.network_at(epoch).parameters.tobytes()
        )


def trainer_of(experiment, **settings):
    return replace(experiment, **settings).trainer(warn=False)


@pytest.mark.parametrize("optimizer", [nncore.SGD(1.0), nncore.SGD(0.5, momentum=0.9), nncore.Adam(0.05)], ids=str)
def test_a_late_branch_of_a_long_run_trains_only_what_is_new(optimizer):
    article = replace(nncore.articles.single_neuron(), optimizer=optimizer)
    left = trainer_of(article)
    left.finish()
    branch = trainer_of(article, interventions=(nncore.Intervention(14_000, "parameter", (0, 1.0)),))

    assert branch.take_over(left) == 13_999

    branch.finish()
    whole = trainer_of(article, interventions=(nncore.Intervention(14_000, "parameter", (0, 1.0)),)).finish()
    assert branch.network.parameters.tobytes() == whole.network.parameters.tobytes()
    assert (
        branch.history.network_at(14_321).parameters.tobytes() == whole.history.network_at(14_321).parameters.tobytes()
    )


def test_where_a_penalty_comes_later_the_objective_was_the_loss_until_then():
    article = nncore.articles.single_neuron()
    left = trainer_of(article)
    left.finish()
    change = (nncore.Intervention(500, "penalty", nncore.L2(0.1)),)

    branch = trainer_of(article, interventions=change)

    assert branch.take_over(left) == 499
    assert branch.history.objective.tobytes() == branch.history.loss.tobytes()
    branch.finish()
    whole = trainer_of(article, interventions=change)
    whole.finish()
    assert branch.history.objective.tobytes() == whole.history.objective.tobytes()


def test_a_thinned_history_is_taken_over_as_it_is():
    article = replace(nncore.articles.hidden_layer(), epochs=20_000, optimizer=nncore.Adam(0.001))
    changed = replace(article, interventions=(nncore.Intervention(15_001, "learning_rate", 0.01),))
    left, branch, whole = [
        nncore.Trainer.of_plan(
            run.network(), run.dataset.inputs, run.dataset.targets, run.plan, memory_limit=400_000, warn=False
        )
        for run in (article, changed, changed)
    ]
    left.finish()
    assert left.history.stride > 1

    assert 14_900 < branch.take_over(left) <= 15_000

    branch.advance(epochs=500)
    whole.advance(epochs=branch.epoch)
    assert branch.network.parameters.tobytes() == whole.network.parameters.tobytes()
    for epoch in (77, 14_999, 15_002):
        assert (
            branch.history.network_at(epoch).parameters.tobytes()
            == whole.history.network_at(epoch).parameters.tobytes()
        )


def test_a_branch_can_begin_without_training_anything_and_goes_on_from_what_is_known():
    article = replace(nncore.articles.hidden_layer(), epochs=500, optimizer=nncore.Adam(0.01))
    left, branch, again = (
        nncore.Trainer.of_plan(
            run.network(), run.dataset.inputs, run.dataset.targets, run.plan, memory_limit=1, warn=False
        )
        for run in (
            article,
            replace(article, interventions=(nncore.Intervention(401, "parameter", (0, 1.0)),)),
            replace(article, interventions=(nncore.Intervention(401, "parameter", (0, 2.0)),)),
        )
    )
    left.finish()
    left.history.network_at(401)  # somebody looks at it, and takes hold of a weight

    with counted_epochs() as trained:
        assert branch.take_over(left, replay=False) == 400
    assert trained.count == 0

    branch.advance(epochs=50)
    with counted_epochs() as trained:
        assert again.take_over(branch, replay=False) == 400  # and goes on dragging it
    assert trained.count == 0


def test_whoever_steps_back_a_few_epochs_and_takes_hold_of_a_weight_waits_for_a_few_epochs_only():
    article = replace(nncore.articles.hidden_layer(), epochs=500, optimizer=nncore.Adam(0.01))
    branch_at = replace(article, interventions=(nncore.Intervention(399, "parameter", (0, 1.0)),))
    left, branch = (
        nncore.Trainer.of_plan(
            run.network(), run.dataset.inputs, run.dataset.targets, run.plan, memory_limit=1, warn=False
        )
        for run in (article, branch_at)
    )
    left.finish()
    for epoch in (401, 400, 399):
        left.history.network_at(epoch)

    assert 380 <= branch.take_over(left, replay=False) <= 398


def test_a_run_that_is_another_from_the_start_takes_nothing_over():
    article = nncore.articles.single_neuron()
    left = trainer_of(article)
    left.advance(epochs=100)

    assert trainer_of(article, seed=2).take_over(left) == 0
    assert trainer_of(article, optimizer=nncore.SGD(0.5)).take_over(left) == 0
    assert trainer_of(article, stop=(nncore.NoImprovement(5),)).take_over(left) == 0
    table = nncore.Dataset(article.dataset.inputs + 1, article.dataset.targets)
    assert trainer_of(article, dataset=table).take_over(left) == 0
    begun = trainer_of(article)
    begun.advance(epochs=1)
    assert begun.take_over(left) == 0
    assert trainer_of(article).take_over(left) == 99


OTHER_ROWS = {
    "none": {},
    "one": {"test_inputs": [[1.0, 0.0, 0.0]], "test_targets": [[1.0]]},
    "two": {"test_inputs": [[1.0, 1.0, 0.0], [0.0, 0.0, 0.0]], "test_targets": [[1.0], [0.0]]},
}


@pytest.mark.parametrize("optimizer", [nncore.SGD(1.0), nncore.Adam(0.05)], ids=["SGD", "Adam"])
@pytest.mark.parametrize("before", OTHER_ROWS)
@pytest.mark.parametrize("now", OTHER_ROWS)
def test_other_test_rows_do_not_begin_a_run_anew_and_have_the_losses_of_a_run_of_their_own(optimizer, before, now):
    article = nncore.articles.single_neuron()
    table = article.dataset
    datasets = [nncore.Dataset(table.inputs, table.targets, **OTHER_ROWS[name]) for name in (before, now)]
    left = trainer_of(article, optimizer=optimizer, epochs=300, dataset=datasets[0])
    left.advance(epochs=200)

    run = trainer_of(article, optimizer=optimizer, epochs=300, dataset=datasets[1])
    assert run.take_over(left) == 199
    run.finish()

    alone = trainer_of(article, optimizer=optimizer, epochs=300, dataset=datasets[1])
    alone.finish()
    for name in ("epochs", "loss", "parameters", "test_loss"):
        taken, own = getattr(run.history, name), getattr(alone.history, name)
        assert (taken is None) == (own is None)
        assert own is None or taken.tolist() == own.tolist()


def test_test_rows_whose_losses_would_take_long_are_waited_for_no_longer_than_a_run_of_their_own(monkeypatch):
    article = nncore.articles.single_neuron()
    table = article.dataset
    left = trainer_of(article)
    left.advance(epochs=200)
    tested = nncore.Dataset(table.inputs, table.targets, test_inputs=table.inputs, test_targets=table.targets)

    monkeypatch.setattr("nncore.training.training_tables.MOST_OUTPUTS", 4 * 201)
    assert trainer_of(article, dataset=tested).take_over(left) == 199
    monkeypatch.setattr("nncore.training.training_tables.MOST_OUTPUTS", 4 * 201 - 1)
    assert trainer_of(article, dataset=tested).take_over(left) == 0
