"""A neuron that is switched off counts as 0: for the answers, for what the others learn, and wherever the run is told."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nncore
from nncore.network.flat_order import parameter_places

ARTICLE = replace(nncore.articles.hidden_layer(), epochs=40)
TABLE = {"loss": "half_squared_error", "reduction": "sum"}
INPUTS = [[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]]
TARGETS = [[0], [1], [1], [0]]
OPTIMIZERS = [
    nncore.SGD(0.5),
    nncore.SGD(0.3, momentum=0.9, nesterov=True),
    nncore.Adam(0.05),
    nncore.RMSProp(0.01),
    nncore.Adagrad(0.1),
]


def off_at(epoch, layer, index):
    return nncore.Intervention(epoch, "switched_off", (layer, index))


def places_of(architecture, layer, index):
    """Where the weights lie that lead away from a neuron, and all that belong to it, found one by one."""
    places = list(enumerate(parameter_places(architecture.layer_sizes, architecture.bias)))
    away = {i for i, place in places if (place.layer, place.start) == (layer, index)}
    return away, away | {i for i, place in places if (place.layer + 1, place.end) == (layer, index)}


@given(st.data())
def test_it_is_the_run_in_which_its_outgoing_weights_are_set_to_0_and_all_of_its_own_are_frozen(data):
    bias = data.draw(st.booleans())
    architecture = nncore.Architecture((3, 3, 2, 1), ("tanh", "sigmoid", "sigmoid"), bias=bias)
    layer = data.draw(st.integers(0, 2))
    index = data.draw(st.integers(0, architecture.layer_sizes[layer] - 1))
    epoch = data.draw(st.integers(0, 12))
    how = {
        **TABLE, "epochs": 12, "optimizer": data.draw(st.sampled_from(OPTIMIZERS)),
        "batch_size": data.draw(st.sampled_from([None, 3])), "shuffle": data.draw(st.booleans()),
        "penalty": data.draw(st.sampled_from([None, nncore.L2(0.1)])),
        "clip_norm": data.draw(st.sampled_from([None, 0.1])),
    }  # fmt: skip
    network = nncore.Network.initialize(architecture, initializer="uniform", seed=data.draw(st.integers(0, 99)))
    away, own = places_of(architecture, layer, index)
    by_hand = [nncore.Intervention(epoch, "parameter", (place, 0.0)) for place in sorted(away)]
    by_hand += [nncore.Intervention(epoch, "frozen", (place, True)) for place in sorted(own)]

    switched = nncore.train(network, INPUTS, TARGETS, interventions=off_at(epoch, layer, index), **how)
    expected = nncore.train(network, INPUTS, TARGETS, interventions=by_hand, **how)

    np.testing.assert_array_equal(switched.history.parameters, expected.history.parameters)
    np.testing.assert_array_equal(switched.history.loss, expected.history.loss)


@pytest.mark.parametrize(("layer", "index"), [(0, 0), (0, 2), (1, 0), (1, 2)])
def test_the_rest_answers_as_though_its_output_were_0(layer, index):
    run = replace(ARTICLE, interventions=(off_at(40, layer, index),)).run()
    before = ARTICLE.run().history.network_at(40)
    inputs = ARTICLE.scaled()[0]

    # Worked without the network's own forward: the output of the neuron is put to 0, and what comes after goes on.
    entering = inputs.copy()
    if layer == 0:
        entering[:, index] = 0
    hidden = 1 / (1 + np.exp(-entering @ before.weights[0]))
    if layer == 1:
        hidden[:, index] = 0
    expected = 1 / (1 + np.exp(-hidden @ before.weights[1]))

    np.testing.assert_allclose(run.network.predict(inputs), expected, rtol=0, atol=1e-15)


def test_an_input_that_is_off_makes_no_difference_any_more_whatever_it_is():
    run = replace(ARTICLE, interventions=(off_at(10, 0, 1),)).run()
    rows = ARTICLE.dataset.inputs.copy()
    others = rows.copy()
    others[:, 1] += 7

    np.testing.assert_array_equal(run.predict(rows), run.predict(others))


def test_what_belonged_to_it_stays_and_the_others_go_on_learning():
    history = replace(ARTICLE, interventions=(off_at(10, 1, 1),)).run().history
    away, own = places_of(ARTICLE.architecture, 1, 1)
    at_10, at_40 = history.network_at(10).parameters, history.network_at(40).parameters

    assert (at_10[sorted(away)] == 0).all()
    moved = {place for place in range(len(at_10)) if at_10[place] != at_40[place]}
    assert moved == set(range(len(at_10))) - own


def test_two_neurons_can_be_off_one_after_the_other():
    changes = (off_at(10, 1, 0), off_at(20, 1, 1))
    network = replace(ARTICLE, interventions=changes).run().network

    assert network.weights[1].ravel()[:2].tolist() == [0.0, 0.0]
    assert network.weights[1].ravel()[2] != 0


@pytest.mark.parametrize("epoch", [10, 11, 25, 39])
def test_an_update_worked_as_on_paper_leaves_its_weights_and_says_why(epoch):
    experiment = replace(ARTICLE, interventions=(off_at(10, 1, 1),))
    history = experiment.run().history
    for place in places_of(ARTICLE.architecture, 1, 1)[1]:
        step = nncore.explain(experiment, epoch=epoch, sample=0, parameter=place)

        assert step.new_value == history.network_at(epoch + 1).parameters[place]
        assert "hidden 2 is switched off" in step.update[-1].note


def test_the_update_that_leads_to_its_epoch_tells_that_it_was_switched_off():
    experiment = replace(ARTICLE, interventions=(off_at(10, 1, 1),))
    (outgoing,) = places_of(ARTICLE.architecture, 1, 1)[0]
    last = nncore.explain(experiment, epoch=9, sample=0, parameter=outgoing).update[-1]

    assert (last.value, last.note) == (0.0, "At epoch 10 hidden 2 was switched off.")


def test_the_exported_file_trains_to_the_same_bits(tmp_path):
    script = tmp_path / "network.py"
    script.write_text(nncore.to_python(replace(ARTICLE, interventions=(off_at(10, 1, 1), off_at(20, 0, 2)))))

    said = subprocess.run([sys.executable, str(script), "--train"], capture_output=True, text=True, check=True).stdout

    assert "Every weight is the recorded one, to the last bit." in said


def test_a_population_has_it_off_in_every_run():
    experiment = replace(ARTICLE, interventions=(off_at(10, 1, 1),))
    population = experiment.population_trainer(range(5)).finish()

    for seed in range(5):
        np.testing.assert_array_equal(population.parameters[seed], experiment.run(seed=seed).network.parameters)
