"""The lines on the screen train the network beside them."""

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nncore
from nncore.python_export import left_out, screen_code
from nncore.textbook_examples import mazur
from nncore.training.interventions import Intervention
from nncore.training.stop_rules import LossReached

from ..explanation.random_updates import updates

SINGLE, HIDDEN = nncore.articles.single_neuron(), nncore.articles.hidden_layer()


def trained_by(lines):
    """Run lines of code, as somebody does who has copied them, and return what they have computed."""
    names = {}
    exec("\n".join(line.text for line in lines), names)
    return names


def flat(names):
    """Return the parameters of a namespace, in the order of the flat vector."""
    return np.concatenate([part.ravel() for part in names["parameters"]])


@given(updates(), st.sampled_from(["uniform", "glorot_uniform", "he_normal"]))
def test_the_lines_train_experiments_of_every_kind(drawn, initializer):
    # What is changed by hand and what ends a run are left to the file. Large steps would magnify how the two round, and
    # from zeros, rounding would choose a side of a kink.
    gentle = drawn.experiment.optimizer.at(0.01)
    plain = replace(drawn.experiment, interventions=(), stop=(), initializer=initializer, optimizer=gentle, epochs=2)
    with np.errstate(all="ignore"):
        run = plain.trainer(warn=False).finish()
        names = trained_by(screen_code(plain))

    np.testing.assert_allclose(flat(names), run.network.parameters, rtol=1e-7, atol=1e-7)


@pytest.mark.parametrize(("experiment", "tolerance"), [(SINGLE, 1e-8), (HIDDEN, 1e-8)], ids=["article 1", "article 2"])
def test_the_articles_lines_give_the_articles_weights_and_fit_on_a_screen(experiment, tolerance):
    lines = screen_code(experiment)

    names = trained_by(lines)

    np.testing.assert_allclose(flat(names), experiment.run().network.parameters, atol=tolerance)
    assert 15 <= len(lines) <= 25
    assert {"train", "think", "backward"} <= names.keys()
    assert any("X.T" in line.text for line in lines)


@pytest.mark.parametrize(
    "experiment",
    [SINGLE, HIDDEN, replace(HIDDEN, batch_size=4, architecture=nncore.Architecture((3, 2, 1), ("softmax", "linear")))],
)
def test_the_shape_beside_a_line_is_that_of_its_array(experiment):
    lines = [line for line in screen_code(experiment) if line.shape]
    names = trained_by(screen_code(replace(experiment, epochs=1)))
    rows = slice(0, experiment.batch_size or 6)
    forward = names["think"](names["X"][rows])
    found = dict(zip(re.findall(r"z\d|a\d", screen_code_of(experiment, "    return z")), forward, strict=True)) | names

    for line in lines:
        computed = re.match(r"\s*(\w+) = ", line.text)
        if computed and computed[1] in found:
            assert line.shape == str(np.shape(found[computed[1]])), line
    assert len(lines) >= 6


def screen_code_of(experiment, begin):
    """Return the one line that begins so."""
    (line,) = [line.text for line in screen_code(experiment) if line.text.startswith(begin)]
    return line


def test_every_layer_has_its_lines_forward_backward_and_for_its_gradient():
    deep = replace(HIDDEN, architecture=nncore.Architecture((3, 4, 2, 1), ("relu", "tanh", "sigmoid")))

    lines = screen_code(deep)

    for part in ("start", "forward", "backward", "gradient"):
        assert {line.layer for line in lines if line.part == part and line.layer} == {1, 2, 3}


def test_a_hyperbolic_tangent_is_called_as_everybody_calls_it():
    hidden = replace(HIDDEN, architecture=nncore.Architecture((3, 4, 1), ("tanh", "sigmoid")))

    assert screen_code_of(hidden, "def tanh") == "def tanh(z): return np.tanh(z)"


def test_weights_typed_at_the_start_and_held_ones_stand_in_the_lines():
    # He prints w1 0.149780716, w2 0.19956143 and w5 0.35891648 after one update.
    names = trained_by(screen_code(mazur(), epochs=1))

    assert flat(names)[[0, 2, 6]] == pytest.approx([0.149780716, 0.19956143, 0.35891648], abs=1e-8)
    assert names["b1"].tolist() == [0.35, 0.35]


@given(updates(), st.data())
def test_whatever_is_set_and_held_before_the_first_update_is_trained_so(drawn, data):
    count = drawn.experiment.architecture.parameter_count
    by_hand = data.draw(st.dictionaries(st.integers(0, count - 1), st.integers(-8, 8).map(lambda n: n / 4)))
    held = data.draw(st.sets(st.integers(0, count - 1)))
    changes = [Intervention(0, "parameter", pair) for pair in by_hand.items()]
    changes += [Intervention(0, "frozen", (index, True)) for index in held]
    sizes = drawn.experiment.architecture.layer_sizes
    speaking = [(layer, index) for layer, size in enumerate(sizes[:-1]) for index in range(size)]
    off = data.draw(st.sets(st.sampled_from(speaking)))
    changes += [Intervention(0, "switched_off", neuron) for neuron in sorted(off)]
    gentle = drawn.experiment.optimizer.at(0.01)
    start = replace(drawn.experiment, interventions=changes, stop=(), initializer="uniform", optimizer=gentle, epochs=2)
    with np.errstate(all="ignore"):
        run = start.trainer(warn=False).finish()
        names = trained_by(screen_code(start))

    np.testing.assert_allclose(flat(names), run.network.parameters, rtol=1e-7, atol=1e-7)


def test_a_neuron_that_is_off_from_the_start_is_off_in_the_lines():
    without = replace(HIDDEN, interventions=(Intervention(0, "switched_off", (1, 0)),))

    names = trained_by(screen_code(without))

    np.testing.assert_allclose(flat(names), without.run().network.parameters, atol=1e-8)
    assert names["W2"][0] == 0
    assert left_out(without) == left_out(HIDDEN)


def test_what_the_lines_leave_out_is_named():
    changed = [Intervention(3, "learning_rate", 0.5), Intervention(4, "parameter", (0, 1.0))]
    wide = replace(SINGLE.dataset, inputs=10 * SINGLE.dataset.inputs)
    full = replace(SINGLE, dataset=wide, interventions=changed, input_scaling="min_max", stop=(LossReached(0.01),))

    assert left_out(full) == (
        "how inputs were scaled",
        "what was changed at epoch 3 and later",
        "the rule that stops the run",
    )
    assert left_out(full, epochs=3) == ("how inputs were scaled", "what was changed at epoch 3")
    assert left_out(mazur()) == ()
