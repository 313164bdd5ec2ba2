"""The lines on the screen train the network beside them."""

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nncore
from nncore.python_export import screen_code

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
