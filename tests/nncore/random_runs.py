"""Networks, tables and ways to train them, drawn by hypothesis for the tests of what must hold for all of them."""

from functools import cache

from hypothesis import strategies as st
from numpy.random import RandomState

import nncore
from nncore.losses.losses import LOSSES
from nncore.network.activations import ACTIVATIONS

ELEMENTWISE = tuple(name for name, activation in ACTIVATIONS.items() if activation.derivative is not None)


def allowed_pairs():
    """Return every (loss, output activation, outputs) that may be trained, in the order of the catalogues."""
    return [
        (loss.name, activation, outputs)
        for loss in LOSSES.values()
        for activation in ACTIVATIONS
        for outputs in (1, 3)
        if loss.output_activation in {None, activation}
        and not (loss.name == "categorical_cross_entropy" and outputs == 1)
    ]


def random_table(samples, columns, seed):
    """Return standard normal numbers, the same for the same seed."""
    return RandomState(seed).standard_normal((samples, columns))


def random_targets(loss, samples, outputs, seed):
    """Return targets that `loss` is defined for."""
    if LOSSES[loss].output_activation is None:
        return random_table(samples, outputs, seed)
    return RandomState(seed).random_sample((samples, outputs))


def random_network(architecture, seed):
    """Return a network with all its parameters drawn, biases too."""
    return nncore.Network(architecture, RandomState(seed).uniform(-1, 1, architecture.parameter_count))


@st.composite
def architectures(draw, output_activation=None, outputs=None, hidden=tuple(ACTIVATIONS)):
    """Return a small architecture of any kind."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    activations = [draw(st.sampled_from(hidden)) for _ in sizes[1:]]
    sizes.append(draw(st.integers(1, 3)) if outputs is None else outputs)
    activations.append(draw(st.sampled_from(tuple(ACTIVATIONS))) if output_activation is None else output_activation)
    return nncore.Architecture(tuple(sizes), tuple(activations), bias=draw(st.booleans()))


@st.composite
def problems(draw, hidden=tuple(ACTIVATIONS)):
    """Return an architecture, inputs, targets and a loss that go together."""
    loss, activation, outputs = draw(st.sampled_from(allowed_pairs()))
    architecture = draw(architectures(activation, outputs, hidden))
    samples, seed = draw(st.integers(1, 7)), draw(st.integers(0, 1000))
    inputs = random_table(samples, architecture.input_count, seed)
    return architecture, inputs, random_targets(loss, samples, outputs, seed + 1), loss


@cache  # hypothesis examines a strategy when it is made, which takes longer than to draw from it
def optimizers(learning_rates=(0.01, 0.3, 2.0)):
    """Return a strategy for every optimizer in every variant."""
    rate = st.sampled_from(learning_rates)
    return st.one_of(
        st.builds(nncore.SGD, rate),
        st.builds(nncore.SGD, rate, momentum=st.just(0.9), nesterov=st.booleans()),
        st.builds(nncore.Adam, rate),
        st.builds(nncore.RMSProp, rate),
        st.builds(nncore.Adagrad, rate),
    )


@cache
def penalties():
    """Return a strategy for both penalties and none."""
    return st.sampled_from([None, nncore.L1(0.01), nncore.L2(0.1)])


@cache
def values_of_changes(architecture):
    """Return a strategy for the value of each kind of intervention."""
    places, layers = st.integers(0, architecture.parameter_count - 1), st.integers(0, architecture.layer_count - 1)
    return {
        "parameter": st.tuples(places, st.floats(-2, 2)),
        "frozen": st.tuples(places, st.booleans()),
        "learning_rate": st.sampled_from([0.001, 0.05, 0.5]),
        "layer_learning_rate": st.tuples(layers, st.sampled_from([None, 0.001, 0.05])),
        "optimizer": optimizers((0.01, 0.1)),
        "penalty": penalties(),
        "switched_off": layers.flatmap(
            lambda layer: st.tuples(st.just(layer), st.integers(0, architecture.layer_sizes[layer] - 1))
        ),
    }


@st.composite
def changes(draw, architecture, epochs):
    """Return up to three interventions in the order of their epochs."""
    values = values_of_changes(architecture)
    when = sorted(draw(st.lists(st.integers(0, epochs), max_size=3)))
    whats = [draw(st.sampled_from(sorted(values))) for _ in when]
    drawn = [nncore.Intervention(epoch, what, draw(values[what])) for epoch, what in zip(when, whats, strict=True)]
    return allowed_together(architecture, drawn)


def allowed_together(architecture, interventions):
    """Return interventions in the order of their epochs, but for those that would let a neuron speak that is off."""
    allowed, silent = [], set()
    for change in sorted(interventions, key=lambda change: change.epoch):
        if change.what == "switched_off":
            silent.update(architecture.leading_away(*change.value))
        if change.what != "parameter" or change.value[0] not in silent:
            allowed.append(change)
    return tuple(allowed)


@cache
def stop_rules():
    """Return a strategy for up to two rules that stop a run."""
    rule = st.one_of(
        st.builds(nncore.LossReached, st.sampled_from([0.05, 0.5])),
        st.builds(nncore.NoImprovement, st.integers(1, 5)),
    )
    return st.lists(rule, max_size=2).map(tuple)


@st.composite
def ways_to_train(draw, architecture, longest=40):
    """Return the settings of a run, all that a population may have."""
    epochs = draw(st.integers(0, longest))
    return {
        "optimizer": draw(optimizers()),
        "epochs": epochs,
        "reduction": draw(st.sampled_from(["sum", "mean"])),
        "batch_size": draw(st.sampled_from([None, 1, 2, 3, 100])),
        "shuffle": draw(st.booleans()),
        "penalty": draw(penalties()),
        "clip_norm": draw(st.sampled_from([None, 0.5])),
        "stop": draw(stop_rules()),
        "interventions": draw(changes(architecture, epochs)),
    }
