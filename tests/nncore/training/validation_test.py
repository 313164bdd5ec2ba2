"""Validation rows: nothing is learnt from them, their loss is recorded, and a stop rule may go by it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nncore
from nncore.errors import FormatError, SettingError, TableError

ARTICLE = nncore.articles.hidden_layer(scaling="train")


def watched(places, **how):
    """Return the second article with some of its test rows as validation rows."""
    return replace(ARTICLE, dataset=replace(ARTICLE.dataset, validation_rows=places), **how)


def halving(validation_target, **how):
    """Train a weight of 1 towards 0: it is 1, ½, ¼, … Return the run; a validation row wants another answer at x = 1."""
    network = nncore.Network.from_layers(weights=[[[1.0]]], biases=None, activations=("linear",))
    tables = {"validation_inputs": [[1.0]], "validation_targets": [[validation_target]]}
    how = {"loss": "half_squared_error", "optimizer": nncore.SGD(0.5), "epochs": 50, **tables, **how}
    return nncore.train(network, [[1.0]], [[0.0]], **how)


def test_a_run_ends_when_the_validation_loss_has_not_fallen_for_so_many_epochs():
    # The validation row wants ¼: its loss is ½(1 − ¼)², ½(½ − ¼)², 0, ½(⅛ − ¼)², … It is lowest at epoch 2.
    run = halving(0.25, stop=nncore.NoValidationImprovement(3))

    assert run.history.validation_loss.tolist() == [0.28125, 0.03125, 0.0, 0.0078125, 0.017578125, 0.02392578125]
    assert run.stop_reason.kind == "no_validation_improvement"
    assert run.stop_reason.epoch == 5
    assert str(run.stop_reason) == "The validation loss did not fall any more; stopped at epoch 5."


def test_a_validation_loss_that_falls_to_the_end_ends_nothing():
    assert halving(0.0, stop=nncore.NoValidationImprovement(1), epochs=20).stop_reason.kind == "epochs"


def test_the_training_loss_plays_no_part_in_the_validation_rule():
    # The rate 2 turns the weight round and round: 1, −1, 1, … The training loss stays ½, that of the validation row not.
    run = halving(-2.0, optimizer=nncore.SGD(2.0), stop=nncore.NoValidationImprovement(4))

    assert run.stop_reason.epoch == 5  # lowest at epoch 1, where the weight is −1
    assert run.history.loss.tolist() == [0.5] * 6


def test_a_validation_loss_too_large_for_a_number_is_not_the_lowest_of_those_that_follow():
    run = halving(0.0, validation_inputs=[[1e300]], epochs=5, stop=nncore.NoValidationImprovement(5))

    assert run.stop_reason.kind == "no_validation_improvement"
    assert np.isinf(run.history.validation_loss).all()


def test_the_rule_without_validation_rows_is_refused_before_anything_is_trained():
    with pytest.raises(
        SettingError, match=r"Got none of them: split some off the training rows, or leave the rule out\."
    ):
        halving(0.0, validation_inputs=None, validation_targets=None, stop=nncore.NoValidationImprovement(5))
    with pytest.raises(SettingError, match="Got none of them"):
        replace(ARTICLE, stop=nncore.NoValidationImprovement(5))


def test_validation_rows_are_no_test_any_more():
    experiment = watched((1, 4))

    run = experiment.run()

    _, _, inputs, targets = ARTICLE.scaled()
    for history, rows in ((run.history.test_loss, [0, 2, 3, 5]), (run.history.validation_loss, [1, 4])):
        alone = replace(
            ARTICLE,
            dataset=replace(
                ARTICLE.dataset,
                test_inputs=ARTICLE.dataset.test_inputs[rows],
                test_targets=ARTICLE.dataset.test_targets[rows],
            ),
        )
        np.testing.assert_array_equal(history, alone.run().history.test_loss)
    assert run.history.parameters.tobytes() == ARTICLE.run().history.parameters.tobytes()
    assert len(inputs) == len(targets) == 6


def test_where_all_test_rows_are_validation_rows_there_is_no_test_loss():
    history = watched(range(6)).run().history

    assert history.test_loss is None
    np.testing.assert_array_equal(history.validation_loss, ARTICLE.run().history.test_loss)


@given(st.sets(st.integers(0, 5), min_size=1), st.integers(1, 40))
def test_a_seed_of_a_population_stops_where_it_stops_alone(places, patience):
    experiment = watched(tuple(places), stop=nncore.NoValidationImprovement(patience), epochs=120)

    population = experiment.sweep(range(4), keep_history=True)

    for seed in range(4):
        alone = experiment.run(seed=seed)
        assert population.stop_reasons[seed] == alone.stop_reason
        assert population.parameters[seed].tobytes() == alone.network.parameters.tobytes()
        np.testing.assert_array_equal(population.histories[seed].validation_loss, alone.history.validation_loss)


def test_what_was_trained_is_taken_over_when_test_rows_become_validation_rows():
    before = ARTICLE.trainer()
    before.advance(epochs=30)
    after = watched((0, 5)).trainer()

    assert after.take_over(before) == 29
    after.advance(epochs=1)

    np.testing.assert_array_equal(
        after.history.validation_loss[:31], watched((0, 5)).run().history.validation_loss[:31]
    )


def test_validation_rows_and_the_rule_pass_through_the_plain_dict():
    experiment = watched((5, 2), stop=(nncore.NoValidationImprovement(7),))

    again = nncore.Experiment.from_dict(experiment.to_dict())

    assert again == experiment
    assert again.dataset.validation_rows == (2, 5)
    assert "validation_rows" not in ARTICLE.to_dict()["dataset"]


@pytest.mark.parametrize("places", [(6,), (-1,), (0, 0), (0.5,), "0", 3, ("0",)])
def test_places_that_are_no_test_rows_are_refused(places):
    with pytest.raises(TableError, match="validation_rows must hold places in the test table, from 0 to 5, each once"):
        watched(places)
    record = {**ARTICLE.to_dict()["dataset"], "validation_rows": places}
    with pytest.raises(FormatError, match=r"dataset.validation_rows must hold"):
        nncore.Dataset.from_dict(record)


def test_a_dataset_without_test_rows_has_no_validation_rows():
    with pytest.raises(TableError, match="which is empty"):
        nncore.Dataset([[0.0]], [[1.0]], validation_rows=[0])
