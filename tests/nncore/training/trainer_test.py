import copy
import gc
import pickle
import weakref

import numpy as np
import pytest

import nncore


def trainer(**settings):
    experiment = nncore.articles.single_neuron()
    inputs, targets, _, _ = experiment.scaled()
    how = {"loss": "half_squared_error", "optimizer": nncore.Adam(0.1), "epochs": 300, **settings}
    return nncore.Trainer(experiment.network(), inputs, targets, seed=3, **how)


@pytest.mark.parametrize("how_to_copy", [copy.deepcopy, lambda original: pickle.loads(pickle.dumps(original))])
@pytest.mark.parametrize("settings", [{}, {"batch_size": 3, "shuffle": True}])
def test_a_copied_trainer_goes_on_as_the_original_would(how_to_copy, settings):
    original = trainer(**settings)
    original.advance(epochs=100)

    copied = how_to_copy(original)
    copied.advance(epochs=200)

    whole = trainer(**settings).finish()
    assert original.epoch == 100
    assert copied.history.parameters.tobytes() == whole.history.parameters.tobytes()
    assert copied.history.loss.tobytes() == whole.history.loss.tobytes()


def test_what_was_read_from_a_history_stays_as_it_was_while_the_run_goes_on():
    running = trainer(memory_limit=6_000)
    running.advance(epochs=70)
    epochs, loss = running.history.epochs, running.history.loss
    noted = epochs.tolist(), loss.tolist()

    running.advance(epochs=230)

    assert running.history.stride > 1
    assert (epochs.tolist(), loss.tolist()) == noted


def test_going_back_step_by_step_gives_the_recorded_epochs_of_a_complete_history():
    complete, thinned = trainer(), trainer(memory_limit=2_000)
    complete.finish()
    thinned.finish()

    for epoch in range(299, 200, -1):
        assert (
            thinned.history.network_at(epoch).parameters.tobytes()
            == complete.history.network_at(epoch).parameters.tobytes()
        )

    assert len(thinned.history.epochs) < 100


@pytest.mark.parametrize("penalty", [nncore.L1(0.1), nncore.L2(0.1)])
def test_a_run_with_a_penalty_that_explodes_ends_with_its_last_finite_epoch_and_without_a_warning(penalty):
    network = nncore.Network.from_layers(weights=[[[1.0]]], biases=None, activations=["linear"])

    run = nncore.train(
        network,
        [[1.0]],
        [[0.0]],
        loss="half_squared_error",
        optimizer=nncore.SGD(11.0),
        epochs=100_000,
        penalty=penalty,
    )

    assert run.stop_reason.kind == "not_finite"
    assert np.isfinite(run.history.loss).all()


def test_an_explosion_names_the_learning_rate_that_made_the_update():
    network = nncore.Network.from_layers(weights=[[[1.0]]], biases=None, activations=["linear"])
    later = (nncore.Intervention(160, "learning_rate", 1e-9),)

    run = nncore.train(
        network,
        [[1.0]],
        [[0.0]],
        loss="half_squared_error",
        optimizer=nncore.SGD(11.0),
        epochs=200,
        interventions=later,
    )

    assert "A learning rate of 11 is probably too large." in run.stop_reason.sentence


def test_numbers_that_are_infinite_before_any_training_are_not_blamed_on_the_learning_rate():
    network = nncore.Network.from_layers(weights=[[[1e300]]], biases=None, activations=["linear"])

    run = nncore.train(network, [[1e10]], [[0.0]], loss="half_squared_error", optimizer=nncore.SGD(0.1), epochs=5)

    assert run.stop_reason.epoch == 0
    assert "before any training, in the layer Output" in run.stop_reason.sentence
    assert "learning rate" not in run.stop_reason.sentence


def test_a_trainer_that_nobody_holds_is_gone_at_once_and_its_history_does_not_keep_it():
    original = trainer()
    original.advance(epochs=20)
    history, gone = original.history, weakref.ref(original)
    gc.disable()
    try:
        del original

        assert gone() is None
    finally:
        gc.enable()
    assert history.network_at(7) is not None
