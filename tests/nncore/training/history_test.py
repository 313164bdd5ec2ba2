import warnings
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nncore
from nncore.errors import EpochError, UnwiseWarning

from ..random_runs import changes, optimizers, penalties, problems

INPUTS = [[0.0, 0.0, 1.0], [1.0, 1.0, 1.0], [1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]
TARGETS = [[0.0], [1.0], [1.0], [0.0]]
NEURON = nncore.Architecture((3, 1), ("sigmoid",), bias=False)
ROOMY = 40_000_000


def trainer_for(memory_limit, architecture=NEURON, inputs=INPUTS, targets=TARGETS, **how):
    network = nncore.Network.initialize(architecture, seed=1)
    settings_of_run = {"loss": "half_squared_error", "optimizer": nncore.SGD(1.0), "seed": 7, **how}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UnwiseWarning)
        return nncore.Trainer(network, inputs, targets, memory_limit=memory_limit, **settings_of_run)


def last_parameters(**how):
    return trainer_for(ROOMY, **how).finish().network.parameters.tolist()


# --- which epochs are recorded ----------------------------------------------------------------------------------------


def test_a_short_run_is_recorded_epoch_by_epoch():
    history = trainer_for(ROOMY, epochs=300).finish().history

    assert history.epochs.tolist() == list(range(301))
    assert history.stride == 1
    assert history.loss.shape == (301,)
    assert history.parameters.shape == (301, 3)
    assert history.test_loss is None
    assert history.objective is None


@pytest.mark.parametrize("epochs", [0, 1, 40, 41, 1000, 1023, 5000])
def test_a_long_run_keeps_every_second_epoch_then_every_fourth_and_always_the_first_and_the_last(epochs):
    history = trainer_for(3000, epochs=epochs).finish().history

    stride = history.stride
    assert stride & (stride - 1) == 0  # a power of two
    assert history.epochs.tolist() == sorted({*range(0, epochs + 1, stride), epochs})


@pytest.mark.parametrize("epochs", [500, 3_000, 20_000])
def test_a_long_run_with_room_for_it_keeps_epochs_of_its_beginning_two_for_each_doubling(epochs):
    history = trainer_for(8_000, epochs=epochs).finish().history

    stride, kept = history.stride, set(history.epochs.tolist())
    early = {epoch for epoch in (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192) if epoch < 2 * stride}
    assert stride > 2
    assert kept == {*range(0, epochs + 1, stride), epochs, *early}
    assert history.network_at(3).parameters.tolist() == last_parameters(epochs=3)
    assert history.network_at(5).parameters.tolist() == last_parameters(epochs=5)


def test_thinning_goes_no_further_than_it_must():
    # A row of the neuron holds an epoch, a loss and three weights: 8 · 5 = 40 bytes. 3000 bytes have room for 75 of them.
    history = trainer_for(3000, epochs=5000).finish().history

    assert history.stride == 128
    assert len(history.epochs) == 5000 // 128 + 2


def test_epochs_with_an_intervention_are_kept_however_far_the_history_is_thinned():
    odd = tuple(nncore.Intervention(epoch, "learning_rate", 0.5) for epoch in (3, 777, 1333))

    history = trainer_for(3000, epochs=5000, interventions=odd).finish().history

    assert history.stride >= 64
    assert {0, 3, 777, 1333, 5000} <= set(history.epochs.tolist())


@pytest.mark.parametrize("optimizer", [nncore.SGD(1.0), nncore.SGD(1.0, momentum=0.9), nncore.Adam(0.1)], ids=str)
@pytest.mark.parametrize("layer_sizes", [(3, 1), (3, 10, 1)], ids=str)
def test_the_memory_stays_within_its_limit_at_every_moment_of_a_long_run(optimizer, layer_sizes):
    architecture = nncore.Architecture(layer_sizes, ("sigmoid",) * (len(layer_sizes) - 1))
    limit = 20_000
    trainer = trainer_for(
        limit, architecture, optimizer=optimizer, epochs=6_000, test_inputs=INPUTS, test_targets=TARGETS,
        penalty=nncore.L2(1e-4),
    )  # fmt: skip

    most = 0
    while trainer.advance(epochs=37):
        most = max(most, trainer.history.memory)

    assert limit / 4 < most <= limit
    assert trainer.history.last_epoch == 6_000


def test_the_memory_counts_the_bytes_of_what_is_recorded():
    # 65 rows of an epoch, a loss and three weights; Adam's state at epochs 0 and 64: two numbers a weight, and the weight.
    history = trainer_for(ROOMY, epochs=64, optimizer=nncore.Adam(0.1)).finish().history

    recorded = 8 * 65 * 5 + 2 * 8 * 3 * 3

    assert recorded <= history.memory <= 2 * recorded


def test_a_network_too_large_for_the_limit_still_keeps_a_few_epochs():
    history = trainer_for(1, epochs=1000).finish().history

    assert len(history.epochs) >= 4
    assert history.network_at(619).parameters.tolist() == last_parameters(epochs=619)


# --- what is recorded -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("batch_size", [None, 3])
@pytest.mark.parametrize("reduction", ["sum", "mean"])
@pytest.mark.parametrize("memory_limit", [ROOMY, 3000])
def test_a_record_holds_the_losses_of_the_whole_tables_with_that_epochs_parameters(batch_size, reduction, memory_limit):
    other = [[0.5, 0.5, 1.0], [0.2, 0.9, 0.0]], [[1.0], [0.0]]
    penalty = nncore.L2(0.01)

    history = trainer_for(
        memory_limit, epochs=200, batch_size=batch_size, shuffle=True, reduction=reduction, penalty=penalty,
        test_inputs=other[0], test_targets=other[1],
    ).finish().history  # fmt: skip

    for row in range(0, len(history.epochs), 7):
        network = nncore.Network(NEURON, history.parameters[row])
        loss = network.backward(network.forward(INPUTS), TARGETS, reduction=reduction).loss
        test_loss = network.backward(network.forward(other[0]), other[1], reduction=reduction).loss
        assert history.loss[row] == pytest.approx(loss, rel=1e-12)
        assert history.test_loss[row] == pytest.approx(test_loss, rel=1e-12)
        assert history.objective[row] == pytest.approx(loss + 0.005 * (network.parameters**2).sum(), rel=1e-12)


def test_what_is_recorded_cannot_be_written():
    history = trainer_for(ROOMY, epochs=3).finish().history

    for array in (history.epochs, history.loss, history.parameters):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 9


def test_a_history_can_be_read_while_the_run_goes_on():
    trainer = trainer_for(3000, epochs=1000)

    trainer.advance(epochs=333)

    assert trainer.history.last_epoch == 333
    assert trainer.history.network_at(332).parameters.tolist() == last_parameters(epochs=332)
    trainer.finish()
    assert trainer.network.parameters.tolist() == last_parameters(epochs=1000)


# --- any epoch again, exactly -----------------------------------------------------------------------------------------


def assert_every_epoch_is_given_back(how, memory_limit):
    """Compare with a run recorded whole."""
    whole = trainer_for(ROOMY, **how).finish()
    thinned = trainer_for(memory_limit, **how).finish()
    assert whole.history.stride == 1
    assert thinned.stop_reason == whole.stop_reason
    for epoch, parameters in zip(whole.history.epochs, whole.history.parameters, strict=True):
        assert thinned.history.network_at(epoch).parameters.tobytes() == parameters.tobytes(), f"epoch {epoch}"
    return thinned.history


@pytest.mark.parametrize(
    "optimizer",
    [
        nncore.SGD(1.0), nncore.SGD(0.5, momentum=0.9), nncore.SGD(0.5, momentum=0.9, nesterov=True), nncore.Adam(0.05),
        nncore.RMSProp(0.01), nncore.Adagrad(0.5),
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("batch_size", [None, 3])
def test_every_epoch_of_a_thinned_run_is_given_back_bit_for_bit(optimizer, batch_size):
    how = {"optimizer": optimizer, "epochs": 150, "batch_size": batch_size, "shuffle": True}

    history = assert_every_epoch_is_given_back(how, memory_limit=2500)

    assert 2 <= history.stride <= 8


@settings(max_examples=40)
@given(problem=problems(), optimizer=optimizers((0.01, 0.1, 2.0)), penalty=penalties(), data=st.data())
def test_every_epoch_of_any_run_is_given_back_bit_for_bit(problem, optimizer, penalty, data):
    architecture, inputs, targets, loss = problem
    epochs = data.draw(st.integers(1, 60))
    how = {
        "architecture": architecture, "inputs": inputs, "targets": targets, "loss": loss, "epochs": epochs,
        "optimizer": optimizer, "penalty": penalty,
        "batch_size": data.draw(st.sampled_from([None, 2, 3])), "shuffle": data.draw(st.booleans()),
        "clip_norm": data.draw(st.sampled_from([None, 1.0])),
        "interventions": data.draw(changes(architecture, epochs)),
    }  # fmt: skip

    # States closer together than usual, so that a short run has many of them.
    with mock.patch("nncore.training.history.CHECKPOINT_EVERY", data.draw(st.sampled_from([1, 4, 64]))):
        assert_every_epoch_is_given_back(how, memory_limit=data.draw(st.sampled_from([1, 1000, 4000])))


@pytest.mark.parametrize("optimizer", [nncore.SGD(0.5), nncore.Adam(0.05)], ids=str)
def test_interventions_are_repeated_when_an_epoch_between_records_is_asked_for(optimizer):
    interventions = (
        nncore.Intervention(0, "parameter", (0, 0.25)),
        nncore.Intervention(33, "optimizer", nncore.RMSProp(0.01)),
        nncore.Intervention(33, "parameter", (1, -1.5)),
        nncore.Intervention(34, "learning_rate", 0.02),
        nncore.Intervention(90, "penalty", nncore.L1(0.01)),
        nncore.Intervention(128, "optimizer", nncore.SGD(0.1)),
        nncore.Intervention(150, "parameter", (2, 3.0)),
    )
    how = {"optimizer": optimizer, "epochs": 150, "batch_size": 3, "shuffle": True, "interventions": interventions}

    history = assert_every_epoch_is_given_back(how, memory_limit=2000)

    assert history.stride >= 2


def test_the_epochs_before_an_explosion_are_given_back():
    architecture = nncore.Architecture((3, 1), ("linear",))
    # Each step stretches the weights by a factor of two or so: numbers last for about a thousand epochs.
    how = {"architecture": architecture, "optimizer": nncore.SGD(1.2), "epochs": 5000, "reduction": "mean"}

    history = assert_every_epoch_is_given_back(how, memory_limit=2000)

    assert 100 < history.last_epoch < 5000
    assert history.stride > 1


@pytest.mark.parametrize("epoch", [-1, 51, 10**9, pytest.param(10**5000, id="5,001 digits"), 2.0, "3", None, True])
def test_an_epoch_that_the_run_does_not_have_is_refused(epoch):
    history = trainer_for(ROOMY, epochs=50).finish().history

    with pytest.raises(EpochError, match=r"epoch must be a whole number from 0 to 50\. Got .* instead\."):
        history.network_at(epoch)


def test_an_epoch_that_the_run_has_not_reached_yet_is_refused():
    trainer = trainer_for(ROOMY, epochs=50)
    trainer.advance(epochs=10)

    with pytest.raises(EpochError, match="from 0 to 10"):
        trainer.history.network_at(11)
