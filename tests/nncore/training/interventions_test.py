import numpy as np
import pytest

import nncore

from .one_weight import train, weights_of

# --- by hand: without interventions the weight is halved every epoch: 2, 1, ½, ¼, ⅛ -------------------------------------


def test_without_interventions_nothing_is_changed():
    assert weights_of(train(())) == [2.0, 1.0, 0.5, 0.25, 0.125]


def test_a_parameter_set_at_epoch_0_changes_the_start():
    run = train([nncore.Intervention(0, "parameter", (0, 8.0))])

    assert weights_of(run) == [8.0, 4.0, 2.0, 1.0, 0.5]
    assert run.history.loss.tolist() == [32.0, 8.0, 2.0, 0.5, 0.125]


def test_a_parameter_set_on_the_way_is_shown_in_the_record_of_its_epoch():
    run = train([nncore.Intervention(2, "parameter", (0, 8.0))])

    assert weights_of(run) == [2.0, 1.0, 8.0, 4.0, 2.0]
    assert run.history.loss.tolist() == [2.0, 0.5, 32.0, 8.0, 2.0]


@pytest.mark.parametrize("batch_size", [None, 1])
def test_a_parameter_set_at_the_last_epoch_is_what_the_run_ends_with(batch_size):
    network = nncore.Network.from_layers(weights=[[[2.0]]], biases=None, activations=("linear",))

    run = nncore.train(
        network, [[1.0], [1.0]], [[0.0], [0.0]], loss="half_squared_error", optimizer=nncore.SGD(0.5), epochs=2,
        batch_size=batch_size, interventions=[nncore.Intervention(2, "parameter", (0, 8.0))],
    )  # fmt: skip

    assert run.network.parameters.tolist() == [8.0]
    assert run.history.loss[-1] == 32.0


def test_another_learning_rate_counts_from_the_next_update_on():
    # 2, 1, then − 0.25 · 1 = ¾, 0.5625, …
    assert weights_of(train([nncore.Intervention(1, "learning_rate", 0.25)], epochs=3)) == [2.0, 1.0, 0.75, 0.5625]


def test_another_learning_rate_keeps_the_momentum():
    run = train([nncore.Intervention(1, "learning_rate", 0.25)], optimizer=nncore.SGD(0.5, momentum=0.5), epochs=2)

    # v = 2: 2 − 0.5 · 2 = 1. v = 0.5 · 2 + 1 = 2: 1 − 0.25 · 2 = 0.5
    assert weights_of(run) == [2.0, 1.0, 0.5]


def test_another_optimizer_starts_remembering_anew():
    run = train(
        [nncore.Intervention(1, "optimizer", nncore.SGD(0.25, momentum=0.5))],
        optimizer=nncore.SGD(0.5, momentum=0.5),
        epochs=2,
    )

    # v = 2: 2 − 0.5 · 2 = 1. v = 1, nothing from before: 1 − 0.25 · 1 = 0.75
    assert weights_of(run) == [2.0, 1.0, 0.75]


def test_adam_counts_its_steps_anew_when_it_takes_over():
    run = train([nncore.Intervention(2, "optimizer", nncore.Adam(0.1, epsilon=1e-20))], epochs=3)

    # The first step of Adam is its learning rate: 0.5 − 0.1.
    np.testing.assert_allclose(weights_of(run), [2.0, 1.0, 0.5, 0.4], rtol=0, atol=1e-12)


def test_a_learning_rate_set_after_another_optimizer_belongs_to_that_one():
    run = train(
        [
            nncore.Intervention(1, "optimizer", nncore.Adam(0.1, epsilon=1e-20)),
            nncore.Intervention(2, "learning_rate", 0.2),
        ],
        epochs=3,
    )

    # 2, 1, 1 − 0.1 = 0.9; then Adam's second step with the gradients 1 and 0.9:
    # m = 0.09 + 0.09 = 0.18, m̂ = 0.18/0.19 = 0.947368421053; v̂ = (0.000999 + 0.00081)/0.001999 = 0.904952476238,
    # √v̂ = 0.951289901259; 0.9 − 0.2 · 0.947368421053/0.951289901259 = 0.700824455342
    np.testing.assert_allclose(weights_of(run), [2.0, 1.0, 0.9, 0.700824455342], rtol=0, atol=1e-12)


def test_a_penalty_from_an_epoch_on():
    run = train([nncore.Intervention(1, "penalty", nncore.L2(0.5))], epochs=2)

    # 2, 1; gradient 1 + 0.5 · 1 = 1.5: 1 − 0.5 · 1.5 = 0.25
    assert weights_of(run) == [2.0, 1.0, 0.25]
    # loss ½ w²; from epoch 1 on the penalty 0.25 w² is part of the objective:
    # 0.5 + 0.25 · 1 = 0.75 and 0.03125 + 0.25 · 0.0625 = 0.046875
    assert run.history.loss.tolist() == [2.0, 0.5, 0.03125]
    assert run.history.objective.tolist() == [2.0, 0.75, 0.046875]


def test_a_penalty_that_is_taken_away():
    run = train([nncore.Intervention(1, "penalty", None)], penalty=nncore.L2(0.5), epochs=2)

    # gradient 2 + 1 = 3: 2 − 1.5 = 0.5; then plain halving
    assert weights_of(run) == [2.0, 0.5, 0.25]


def test_another_penalty_keeps_the_momentum():
    run = train([nncore.Intervention(1, "penalty", nncore.L2(1.0))], optimizer=nncore.SGD(0.5, momentum=0.5), epochs=2)

    # v = 2: 1. v = 1 + (1 + 1) = 3: 1 − 1.5 = −0.5
    assert weights_of(run) == [2.0, 1.0, -0.5]


def test_a_frozen_weight_stays_and_learns_again_when_it_is_freed():
    run = train([nncore.Intervention(1, "frozen", (0, True)), nncore.Intervention(3, "frozen", (0, False))])

    assert weights_of(run) == [2.0, 1.0, 1.0, 1.0, 0.5]


@pytest.mark.parametrize(
    "optimizer",
    [nncore.SGD(0.5, momentum=0.5), nncore.SGD(0.5, momentum=0.5, nesterov=True), nncore.Adam(0.1)],
    ids=str,
)
def test_what_an_optimizer_remembers_does_not_move_a_frozen_weight(optimizer):
    run = train([nncore.Intervention(2, "frozen", (0, True))], optimizer=optimizer, penalty=nncore.L2(0.5))

    weights = weights_of(run)
    assert weights[1] != weights[2] == weights[3] == weights[4]


def test_a_frozen_weight_is_held_where_it_is_set_by_hand():
    run = train([nncore.Intervention(1, "frozen", (0, True)), nncore.Intervention(2, "parameter", (0, 8.0))])

    assert weights_of(run) == [2.0, 1.0, 8.0, 8.0, 8.0]


@pytest.mark.parametrize("batch_size", [None, 1])
def test_other_weights_go_on_learning_and_a_frozen_one_does_not_count_for_the_clipping(batch_size):
    # Two weights, inputs (1, 1), target 0: output 1 + 1 = 2, both gradients 2.
    network = nncore.Network.from_layers(weights=[[[1.0], [1.0]]], biases=None, activations=("linear",))

    run = nncore.train(
        network, [[1.0, 1.0]], [[0.0]], loss="half_squared_error", optimizer=nncore.SGD(0.5), epochs=1,
        batch_size=batch_size, clip_norm=1.0, interventions=[nncore.Intervention(0, "frozen", (0, True))],
    )  # fmt: skip

    # The gradient (0, 2) is shortened to (0, 1): 1 − 0.5 · 1 = 0.5.
    assert run.network.parameters.tolist() == [1.0, 0.5]


def test_several_interventions_of_one_epoch_are_made_in_their_order():
    run = train(
        [nncore.Intervention(1, "parameter", (0, 8.0)), nncore.Intervention(1, "parameter", (0, 4.0))], epochs=2
    )

    assert weights_of(run) == [2.0, 4.0, 2.0]


def test_a_loss_reached_by_an_intervention_ends_the_run():
    run = train([nncore.Intervention(2, "parameter", (0, 0.0))], epochs=50, stop=nncore.LossReached(1e-12))

    assert run.stop_reason.kind == "loss_reached"
    assert run.stop_reason.epoch == 2


def test_an_intervention_may_explode_a_run():
    run = train([nncore.Intervention(3, "parameter", (0, 1e200))], epochs=50)

    assert run.stop_reason.kind == "not_finite"
    assert weights_of(run) == [2.0, 1.0, 0.5]


def test_an_intervention_ends_patience_when_it_improves_the_loss():
    # The rate 2 turns the weight round without improving; at epoch 2 it is set to a better one.
    run = train(
        [nncore.Intervention(2, "parameter", (0, 1.0))],
        optimizer=nncore.SGD(2.0),
        epochs=50,
        stop=nncore.NoImprovement(3),
    )

    assert run.stop_reason.epoch == 5


@pytest.mark.parametrize("optimizer", [nncore.SGD(0.05), nncore.SGD(0.05, momentum=0.9), nncore.Adam(0.05)], ids=str)
def test_a_run_with_interventions_is_the_same_in_steps(optimizer):
    interventions = (
        nncore.Intervention(5, "parameter", (0, -1.0)),
        nncore.Intervention(9, "learning_rate", 0.1),
        nncore.Intervention(9, "penalty", nncore.L1(0.1)),
    )
    whole = train(interventions, optimizer=optimizer, epochs=30)
    network = nncore.Network.from_layers(weights=[[[2.0]]], biases=None, activations=("linear",))

    trainer = nncore.Trainer(
        network,
        [[1.0]],
        [[0.0]],
        loss="half_squared_error",
        optimizer=optimizer,
        epochs=30,
        interventions=interventions,
    )
    while trainer.advance(epochs=4):
        pass

    assert trainer.history.parameters.tobytes() == whole.history.parameters.tobytes()
    assert trainer.history.objective.tobytes() == whole.history.objective.tobytes()


def test_a_population_honours_interventions_too():
    architecture = nncore.Architecture((1, 1), ("linear",), bias=False)

    population = nncore.train_population(
        architecture, [[1.0]], [[0.0]], seeds=range(3), loss="half_squared_error", optimizer=nncore.SGD(0.5), epochs=3,
        interventions=[nncore.Intervention(1, "parameter", (0, 8.0))],
    )  # fmt: skip

    assert population.parameters.tolist() == [[2.0], [2.0], [2.0]]


@pytest.mark.parametrize("other", [nncore.Adam(0.1, epsilon=1e-20), nncore.SGD(0.1, momentum=0.5)], ids=str)
def test_another_optimizer_from_the_start_on_is_the_run_with_that_optimizer(other):
    run = train([nncore.Intervention(0, "optimizer", other)], optimizer=nncore.SGD(0.5))

    assert weights_of(run) == weights_of(train((), optimizer=other))


# --- a layer's own learning rate: two linear layers, x = 1, target 0, all weights 1, so output and gradients are 1 --------


def train_two_layers(interventions, *, optimizer=None, epochs=1):
    network = nncore.Network.from_layers(weights=[[[1.0]], [[1.0]]], biases=None, activations=("linear", "linear"))
    how = {"loss": "half_squared_error", "optimizer": optimizer or nncore.SGD(0.5), "epochs": epochs}
    return nncore.train(network, [[1.0]], [[0.0]], interventions=interventions, **how)


@pytest.mark.parametrize(
    ("optimizer", "expected"),
    [
        # 1 − 0.25 · 1 and 1 − 0.5 · 1
        (nncore.SGD(0.5), [0.75, 0.5]),
        (nncore.SGD(0.5, momentum=0.9), [0.75, 0.5]),
        # g + 0.9 · g = 1.9: 1 − 0.25 · 1.9 and 1 − 0.5 · 1.9
        (nncore.SGD(0.5, momentum=0.9, nesterov=True), [0.525, 0.05]),
        # the first step of these is the rate itself, for RMSProp ten times the rate
        (nncore.Adam(0.5, epsilon=1e-20), [0.75, 0.5]),
        (nncore.Adagrad(0.5, epsilon=1e-20), [0.75, 0.5]),
        (nncore.RMSProp(0.5, epsilon=1e-20), [-1.5, -4.0]),
    ],
    ids=str,
)
def test_a_layer_learns_at_a_rate_of_its_own_with_every_optimizer(optimizer, expected):
    run = train_two_layers([nncore.Intervention(0, "layer_learning_rate", (0, 0.25))], optimizer=optimizer)

    np.testing.assert_allclose(run.network.parameters, expected, rtol=0, atol=1e-12)


def test_a_layer_keeps_its_rate_when_that_of_the_others_changes_until_it_follows_them_again():
    changes = [
        nncore.Intervention(0, "layer_learning_rate", (1, 0.25)),
        nncore.Intervention(1, "learning_rate", 1.0),
        nncore.Intervention(2, "layer_learning_rate", (1, None)),
    ]
    run = train_two_layers(changes, epochs=3)

    # epoch 1: output 1: 1 − 0.5, 1 − 0.25. Epoch 2: output 0.375, gradients 0.28125 and 0.1875, rates 1 and 0.25.
    # Epoch 3: weights 0.21875 and 0.703125, output 0.15380859375, gradients 0.108146667480 and 0.033645629883, both rates 1.
    expected = [[1.0, 1.0], [0.5, 0.75], [0.21875, 0.703125], [0.110603332520, 0.669479370117]]
    np.testing.assert_allclose(run.history.parameters, expected, rtol=0, atol=1e-12)


def test_another_optimizer_moves_all_layers_at_its_own_rate():
    changes = [
        nncore.Intervention(0, "layer_learning_rate", (1, 0.25)),
        nncore.Intervention(0, "optimizer", nncore.SGD(0.125)),
    ]

    assert train_two_layers(changes).network.parameters.tolist() == [0.875, 0.875]
