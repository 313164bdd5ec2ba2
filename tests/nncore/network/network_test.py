import copy
import pickle

import numpy as np
import pytest
from numpy.testing import assert_allclose

import nncore
from nncore.errors import NeuralNetworkError, SettingError, TableError
from nncore.losses.losses import loss_value
from nncore.network.activations import find_activation

from ..random_runs import allowed_pairs, random_network, random_table, random_targets

W1 = [[0.1, -0.2], [0.4, 0.3]]
B1 = [0.05, -0.1]
W2 = [[0.7], [-0.5]]
B2 = [0.2]


def two_two_one(activations=("sigmoid", "linear")):
    return nncore.Network.from_layers(weights=[W1, W2], biases=[B1, B2], activations=activations)


# --- how it lies in memory --------------------------------------------------------------------------------------------


def test_the_flat_vector_holds_weights_row_by_row_then_biases_layer_by_layer():
    network = two_two_one()

    assert network.parameters.tolist() == [0.1, -0.2, 0.4, 0.3, 0.05, -0.1, 0.7, -0.5, 0.2]
    assert network.architecture == nncore.Architecture((2, 2, 1), ("sigmoid", "linear"))
    assert [weights.tolist() for weights in network.weights] == [W1, W2]
    assert [biases.tolist() for biases in network.biases] == [B1, B2]


def test_a_network_from_layers_is_the_network_of_its_flat_vector():
    network = two_two_one()

    again = nncore.Network(network.architecture, network.parameters)

    assert again.parameters.tolist() == network.parameters.tolist()
    assert again.predict([[1, 2]]).tolist() == network.predict([[1, 2]]).tolist()


def test_without_biases_there_is_none_for_every_layer():
    network = nncore.Network.from_layers(weights=[W1, W2], biases=None, activations=("tanh", "linear"))

    assert network.biases == (None, None)
    assert network.parameters.tolist() == [0.1, -0.2, 0.4, 0.3, 0.7, -0.5]
    gradient = network.backward(network.forward([[1, 2]]), [[0]])
    assert gradient.biases == (None, None)
    assert [weights.shape for weights in gradient.weights] == [(2, 2), (2, 1)]


def test_weights_and_biases_are_windows_into_the_flat_vector():
    network = two_two_one()

    for part in (*network.weights, *network.biases):
        assert np.shares_memory(part, network.parameters)


def test_a_network_cannot_be_written():
    network = two_two_one()

    for array in (network.parameters, *network.weights, *network.biases):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 9


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda network: pickle.loads(pickle.dumps(network))])
def test_a_copied_or_pickled_network_cannot_be_written_either(copied):
    again = copied(two_two_one())

    assert again.parameters.tolist() == two_two_one().parameters.tolist()
    for array in (again.parameters, *again.weights, *again.biases):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 9.0


@pytest.mark.parametrize("bias", [True, False])
def test_a_network_is_made_again_of_its_own_layers(bias):
    network = nncore.Network.initialize(nncore.Architecture((2, 3, 1), ("tanh", "linear"), bias=bias))

    again = nncore.Network.from_layers(weights=network.weights, biases=network.biases, activations=["tanh", "linear"])

    assert again.architecture == network.architecture
    assert again.parameters.tolist() == network.parameters.tolist()


def test_a_trace_keeps_the_inputs_when_the_caller_writes_into_them():
    inputs = np.array([[1.0, 2.0]])
    trace = two_two_one().forward(inputs)

    inputs[0, 0] = 9.0

    assert trace.inputs.tolist() == [[1.0, 2.0]]


def test_a_network_keeps_a_copy_of_what_it_is_given():
    given = np.arange(9.0)
    network = nncore.Network(nncore.Architecture((2, 2, 1), ("tanh", "linear")), given)

    given[0] = 100

    assert network.parameters[0] == 0


# --- forward, by hand -------------------------------------------------------------------------------------------------


def test_forward_by_hand():
    trace = two_two_one().forward([[1.0, 2.0]])

    # z1 = (0.1 + 0.8 + 0.05, −0.2 + 0.6 − 0.1) = (0.95, 0.3)
    # a1 = (1/(1 + e^−0.95), 1/(1 + e^−0.3)) = (0.721115178023, 0.574442516812)
    # z2 = a2 = 0.7 · 0.721115178023 − 0.5 · 0.574442516812 + 0.2 = 0.417559366210
    assert_allclose(trace.pre_activations[0], [[0.95, 0.3]], rtol=0, atol=1e-12)
    assert_allclose(trace.activations[0], [[0.721115178023, 0.574442516812]], rtol=0, atol=1e-12)
    assert_allclose(trace.pre_activations[1], [[0.417559366210]], rtol=0, atol=1e-12)
    assert_allclose(trace.outputs, [[0.417559366210]], rtol=0, atol=1e-12)
    assert trace.outputs is trace.activations[-1]
    assert trace.inputs.tolist() == [[1.0, 2.0]]


def test_predict_answers_row_by_row():
    network = two_two_one()

    outputs = network.predict([[1.0, 2.0], [0.0, 0.0], [1.0, 2.0]])

    # row 2: a1 = (1/(1 + e^−0.05), 1/(1 + e^0.1)) = (0.512497396484, 0.475020812521);
    #        0.7 · 0.512497396484 − 0.5 · 0.475020812521 + 0.2 = 0.321237771278
    assert_allclose(outputs, [[0.417559366210], [0.321237771278], [0.417559366210]], rtol=0, atol=1e-12)


# --- backward, by hand ------------------------------------------------------------------------------------------------


def test_backward_by_hand():
    network = two_two_one()

    gradient = network.backward(network.forward([[1.0, 2.0]]), [[1.0]])

    # error δ2 = 0.417559366210 − 1 = −0.582440633790; loss = ½ · 0.582440633790² = 0.169618545945
    # ∂W2 = a1 · δ2 = (−0.420006781323, −0.334578663568), ∂b2 = δ2
    # derivatives a1 (1 − a1) = (0.201108078048, 0.244458311691)
    # δ1 = δ2 · W2 · derivatives: −0.582440633790 · 0.7 · 0.201108078048 = −0.081993461507
    #                         −0.582440633790 · −0.5 · 0.244458311691 = 0.071191226998
    # ∂W1 = xᵀ δ1: row of x1 = 1, row of x2 = 2; ∂b1 = δ1
    assert gradient.loss == pytest.approx(0.169618545945, abs=1e-12)
    assert gradient.objective == gradient.loss
    assert_allclose(gradient.weights[1].ravel(), [-0.420006781323, -0.334578663568], rtol=0, atol=1e-12)
    assert_allclose(gradient.biases[1], [-0.582440633790], rtol=0, atol=1e-12)
    assert_allclose(gradient.biases[0], [-0.081993461507, 0.071191226998], rtol=0, atol=1e-12)
    assert_allclose(
        gradient.weights[0],
        [[-0.081993461507, 0.071191226998], [-0.163986923014, 0.142382453996]],
        rtol=0,
        atol=1e-12,
    )
    assert gradient.parameters.shape == (9,)


def test_the_deltas_of_every_layer_by_hand():
    network = two_two_one()

    gradient = network.backward(network.forward([[1.0, 2.0], [0.0, 0.0]]), [[1.0], [0.0]])

    # row 1 as above; row 2: δ2 = 0.321237771278,
    # δ1 = δ2 · W2 · a1 (1 − a1): 0.321237771278 · 0.7 · 0.249843815081 = 0.056181489227
    #                             0.321237771278 · −0.5 · 0.249376040193 = −0.040054501681
    assert_allclose(gradient.deltas[1], [[-0.582440633790], [0.321237771278]], rtol=0, atol=1e-12)
    expected = [[-0.081993461507, 0.071191226998], [0.056181489227, -0.040054501681]]
    assert_allclose(gradient.deltas[0], expected, rtol=0, atol=1e-12)


@pytest.mark.parametrize(("loss", "output", "outputs"), allowed_pairs())
@pytest.mark.parametrize("reduction", ["sum", "mean"])
def test_a_delta_is_what_central_differences_of_a_pre_activation_measure(loss, output, outputs, reduction):
    architecture = nncore.Architecture((2, 3, outputs), ("tanh", output))
    network = random_network(architecture, 4)
    inputs, targets = random_table(3, 2, 1), random_targets(loss, 3, outputs, 2)
    trace = network.forward(inputs)

    deltas = network.backward(trace, targets, loss=loss, reduction=reduction).deltas

    def loss_from(layer, pre_activations):
        """Return the loss of a pass that goes on from other pre-activations of a layer."""
        z = pre_activations
        for following in range(layer, 2):
            a = find_activation(architecture.activations[following]).value(z)
            if following == 0:
                z = a @ network.weights[1] + network.biases[1]
        return loss_value(loss, a, targets, pre_activations=z, reduction=reduction)

    step = 1e-6
    for layer in range(2):
        assert deltas[layer].shape == trace.pre_activations[layer].shape
        measured = np.empty_like(deltas[layer])
        for place in np.ndindex(measured.shape):
            moved = np.zeros_like(measured)
            moved[place] = step
            z = trace.pre_activations[layer]
            measured[place] = (loss_from(layer, z + moved) - loss_from(layer, z - moved)) / (2 * step)
        assert_allclose(deltas[layer], measured, rtol=1e-5, atol=1e-8)


def test_the_deltas_say_nothing_of_a_penalty():
    network = two_two_one()
    trace = network.forward([[1.0, 2.0]])

    plain, penalized = (network.backward(trace, [[1.0]], penalty=penalty) for penalty in (None, nncore.L2(0.5)))

    assert [delta.tolist() for delta in penalized.deltas] == [delta.tolist() for delta in plain.deltas]
    assert penalized.parameters.tolist() != plain.parameters.tolist()


def test_the_update_of_the_first_article_is_the_gradient_of_half_the_squared_error():
    inputs = np.array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]], dtype=float)
    targets = np.array([[0, 1, 1, 0]], dtype=float).T
    network = nncore.Network.initialize(nncore.Architecture((3, 1), ("sigmoid",), bias=False), seed=1)

    gradient = network.backward(network.forward(inputs), targets)

    # As the article writes it: error · derivative, weighted with the inputs; added to the weights, so with the other sign.
    output = 1 / (1 + np.exp(-(inputs @ network.weights[0])))
    adjustment = inputs.T @ ((targets - output) * output * (1 - output))
    assert_allclose(gradient.weights[0], -adjustment, rtol=1e-14)


def test_mean_divides_loss_and_gradient_by_the_samples():
    network, inputs, targets = two_two_one(), [[1.0, 2.0], [0.5, -1.0], [0.0, 0.3]], [[1.0], [0.0], [0.5]]
    trace = network.forward(inputs)

    total = network.backward(trace, targets, reduction="sum")
    mean = network.backward(trace, targets, reduction="mean")

    assert mean.loss == pytest.approx(total.loss / 3, rel=1e-14)
    assert_allclose(mean.parameters, total.parameters / 3, rtol=1e-13)


def test_a_penalty_is_part_of_the_objective_and_of_the_gradient_of_weights():
    network, targets = two_two_one(), [[1.0]]
    trace = network.forward([[1.0, 2.0]])
    plain = network.backward(trace, targets)

    with_penalty = network.backward(trace, targets, penalty=nncore.L2(0.5))

    # Σ w² = 0.01 + 0.04 + 0.16 + 0.09 + 0.49 + 0.25 = 1.04; 0.5/2 · 1.04 = 0.26
    assert with_penalty.loss == plain.loss
    assert with_penalty.objective == pytest.approx(plain.loss + 0.26, abs=1e-12)
    added = with_penalty.parameters - plain.parameters
    assert_allclose(added, [0.05, -0.1, 0.2, 0.15, 0, 0, 0.35, -0.25, 0], rtol=0, atol=1e-12)


def test_a_softmax_output_with_a_squared_error_by_hand():
    network = nncore.Network.from_layers(weights=[[[0.0, 1.0]]], biases=None, activations=("softmax",))

    gradient = network.backward(network.forward([[1.0]]), [[1.0, 0.0]])

    # y = (0.268941421370, 0.731058578630), y − t = (−0.731058578630, 0.731058578630), their mean weighted by y:
    # Σ g y = 0.731058578630 · (0.731058578630 − 0.268941421370) = 0.337834712147; y (g − Σ):
    # 0.268941421370 · (−0.731058578630 − 0.337834712147) = −0.287469680914, and the same with the other sign
    assert_allclose(gradient.parameters, [-0.287469680914, 0.287469680914], rtol=0, atol=1e-12)


def test_numbers_that_overflow_flow_through_without_a_warning():
    network = nncore.Network.from_layers(weights=[[[1e200]]], biases=None, activations=("linear",))

    trace = network.forward([[1e200]])

    assert np.isinf(trace.outputs).all()
    network.backward(trace, [[0.0]])


# --- refusals ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("layers", "sentence"),
    [
        ({"weights": [], "biases": None}, "weights must be a list of tables"),
        ({"weights": [[1.0, 2.0]], "biases": None}, "weights must be a list of tables"),
        (
            {"weights": [[[1.0, 2.0]], [[1.0]]], "biases": None},
            "Layer 1 has 2 units but layer 2 has weights for 1",
        ),
        ({"weights": [[[1.0]]], "biases": [[1.0, 2.0]]}, r"of lengths \(1,\). Got shapes \[\(2,\)\] instead"),
        ({"weights": [[[1.0]]], "biases": []}, r"one vector a layer, of lengths \(1,\)"),
        ({"weights": [[[np.nan]]], "biases": None}, "parameters must be finite numbers"),
        ({"weights": [[[1.0, 2.0], [3.0]]], "biases": None}, "weights must hold numbers only, in rows of one length"),
        ({"weights": [[[1.0]]], "biases": [["a"]]}, "biases must hold numbers only"),
        ({"weights": [[[1.0]]], "biases": 5}, "biases must be a list with one entry a layer. Got 5 instead"),
        ({"weights": [[[1.0]]], "biases": (None, None)}, "biases must "),
    ],
)
def test_layers_that_do_not_fit_each_other_are_refused(layers, sentence):
    with pytest.raises(SettingError, match=sentence):
        nncore.Network.from_layers(**layers, activations=("linear",) * max(1, len(layers["weights"])))


@pytest.mark.parametrize("changed", [{"weights": 5}, {"activations": None}, {"activations": "linear"}])
def test_layers_that_are_no_list_are_refused(changed):
    with pytest.raises(SettingError, match=r"must be a list with one entry a layer\. Got 5|must be sequences"):
        nncore.Network.from_layers(**{"weights": [[[1.0]]], "biases": None, "activations": ["linear"], **changed})


@pytest.mark.parametrize("parameters", [["a", "b"], [[1.0], [2.0, 3.0]], [10**400, 1.0, 1.0], {"a": 1}])
def test_parameters_that_are_no_numbers_are_refused(parameters):
    with pytest.raises(SettingError, match=r"parameters must hold numbers only, in rows of one length\. Got "):
        nncore.Network(nncore.Architecture((2, 1), ("linear",)), parameters)


def test_what_is_no_architecture_is_refused():
    with pytest.raises(SettingError, match=r"architecture must be an Architecture. Got \(2, 1\) instead"):
        nncore.Network((2, 1), [1.0, 2.0])


@pytest.mark.parametrize("parameters", [[1.0], [[1.0, 2.0, 3.0]], [1.0, 2.0, 3.0, 4.0]])
def test_a_vector_of_another_length_is_refused(parameters):
    with pytest.raises(SettingError, match=r"parameters must be one flat vector of 3 numbers. Got shape"):
        nncore.Network(nncore.Architecture((2, 1), ("linear",)), parameters)


@pytest.mark.parametrize(
    ("inputs", "sentence"),
    [
        ([[1.0]], "inputs has 1 column but the network has 2 inputs"),
        ([1.0, 2.0], "inputs must have two dimensions"),
        ([[1.0, np.inf]], "inputs, row 1, column 2: inf is not a finite number"),
        ([], "inputs must have at least one row"),
    ],
)
def test_a_table_that_does_not_fit_is_refused(inputs, sentence):
    with pytest.raises(TableError, match=sentence):
        two_two_one().predict(inputs)


@pytest.mark.parametrize(
    ("targets", "how", "sentence"),
    [
        ([0.0, 1.0], {}, r"targets must have two dimensions.* write targets.reshape\(-1, 1\)"),
        ([[0.0]], {}, r"targets has shape \(1, 1\) but outputs has shape \(2, 1\)"),
        (
            [[0.0], [1.0]],
            {"loss": "binary_cross_entropy"},
            "binary_cross_entropy needs an output layer with sigmoid. Got linear",
        ),
        ([[0.0], [1.0]], {"loss": "hubber"}, 'Did you mean "huber"'),
        ([[0.0], [1.0]], {"reduction": "average"}, '"average" is not a known reduction'),
    ],
)
def test_what_has_no_gradient_is_refused(targets, how, sentence):
    network = two_two_one()

    with pytest.raises(NeuralNetworkError, match=sentence):
        network.backward(network.forward([[1.0, 2.0], [3.0, 4.0]]), targets, **how)


@pytest.mark.parametrize(
    ("trace_of", "error", "sentence"),
    [
        (lambda network: None, SettingError, r"trace must be a Trace\. Got None instead\."),
        (
            lambda network: nncore.Network.initialize(nncore.Architecture((2, 3, 1), ("tanh", "tanh"))).forward(
                [[1, 2]]
            ),
            TableError,
            r"trace must come from the forward of this network\. Its layers have the sizes \(2, 3, 1\), those of the "
            r"network \(2, 1\)\.",
        ),
    ],
)
def test_backward_refuses_what_is_no_trace_of_the_network(trace_of, error, sentence):
    network = nncore.Network.initialize(nncore.Architecture((2, 1), ("tanh",)))

    with pytest.raises(error, match=sentence):
        network.backward(trace_of(network), [[1]])
