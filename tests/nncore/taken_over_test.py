"""A branch takes over what the run it leaves has trained; to the last bit it is the run trained from the start."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nncore

from .random_runs import changes, problems, random_network, ways_to_train


@st.composite
def branches(draw):
    """Return a run and another set of interventions for it."""
    architecture, inputs, targets, loss = draw(problems())
    how = draw(ways_to_train(architecture))
    other = draw(changes(architecture.parameter_count, how["epochs"]))
    common = draw(st.integers(0, len(how["interventions"])))
    kept = how["interventions"][:common]
    branch = tuple(sorted([*kept, *(change for change in other)], key=lambda change: change.epoch))
    return architecture, inputs, targets, {"loss": loss, **how}, branch, draw(st.sampled_from([4_000_000, 20_000]))


@given(branches(), st.booleans(), st.floats(0.1, 1), st.sampled_from([0, 0, 15, -7]))
def test_a_branch_that_takes_over_equals_the_run_trained_from_the_start(drawn, tested, share, longer):
    architecture, inputs, targets, how, interventions, memory = drawn
    longer = max(longer, max([0, *(change.epoch for change in interventions)]) - how["epochs"])
    network = random_network(architecture, 3)
    tests = {"test_inputs": inputs, "test_targets": targets} if tested else {}
    common = {"warn": False, "memory_limit": memory, **tests}
    left = nncore.Trainer(network, inputs, targets, **how, **common)
    while left.epoch < share * how["epochs"] and left.advance(epochs=7):
        pass
    changed = {**how, "interventions": interventions, "epochs": how["epochs"] + longer}
    whole = nncore.Trainer(network, inputs, targets, **changed, **common)
    whole.finish()

    branch = nncore.Trainer(network, inputs, targets, **changed, **common)
    branch.take_over(left)
    branch.finish()

    assert branch.epoch == whole.epoch
    assert branch.stop_reason == whole.stop_reason
    assert branch.network.parameters.tobytes() == whole.network.parameters.tobytes()
    assert branch.history.epochs.tolist() == whole.history.epochs.tolist()
    for name in ("loss", "parameters", "test_loss", "objective"):
        own, theirs = getattr(branch.history, name), getattr(whole.history, name)
        assert (own is None) == (theirs is None)
        assert own is None or own.tobytes() == theirs.tobytes()
    for epoch in range(0, whole.epoch + 1, max(1, whole.epoch // 5)):
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


def test_a_thinned_history_is_taken_over_as_it_is():
    article = replace(nncore.articles.hidden_layer(), epochs=200_000, optimizer=nncore.Adam(0.001))
    left = trainer_of(article)
    left.finish()
    assert left.history.stride > 1
    change = (nncore.Intervention(150_001, "learning_rate", 0.01),)

    branch = trainer_of(article, interventions=change)

    assert 149_900 < branch.take_over(left) <= 150_000
    branch.advance(epochs=500)
    whole = trainer_of(article, interventions=change)
    whole.advance(epochs=branch.epoch)
    assert branch.network.parameters.tobytes() == whole.network.parameters.tobytes()
    for epoch in (77, 149_999, 150_002):
        assert (
            branch.history.network_at(epoch).parameters.tobytes()
            == whole.history.network_at(epoch).parameters.tobytes()
        )


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
