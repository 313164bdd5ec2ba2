"""A number of a worked update lies in the array whose line of code it lights."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

import nncore
from nncore.python_export import screen_code, worked_in_code

from ..explanation.random_updates import updates_of_runs

ADAM = replace(nncore.articles.hidden_layer(), optimizer=nncore.Adam(0.1), batch_size=2, clip_norm=0.1,
               penalty=nncore.L2(0.01), reduction="mean")  # fmt: skip


def arrays_before(experiment, step, history):
    """Return the arrays of the code on the screen for the worked row, with the weights before the update."""
    names = {}
    code = screen_code(replace(experiment, interventions=()))
    exec("\n".join(line.text for line in code[:-1]), names)
    architecture, parameters = experiment.architecture, history.network_at(step.epoch).parameters
    names.update({f"W{n}": w for n, w in enumerate(architecture.weights_of(parameters), start=1)})
    if architecture.bias:
        names.update({f"b{n}": b for n, b in enumerate(architecture.biases_of(parameters), start=1)})
    kept = next(line.text for line in code if line.text.startswith("    return z")).removeprefix("    return ")
    with np.errstate(all="ignore"):
        found = names["think"](names["X"])
    return names | dict(zip(kept.split(", "), found, strict=True))


@given(updates_of_runs())
def test_what_a_cell_a_weight_or_a_neuron_comes_to_lies_in_the_array_of_its_line(drawn):
    step = drawn.worked(sample=drawn.sample or 0, batch=0)
    found = worked_in_code(drawn.experiment, step)
    arrays = arrays_before(drawn.experiment, step, drawn.run.history)

    for line in step.given + step.forward:
        layer, unit = line.place.layer, line.place.unit
        if found.get(line.name, "").startswith(("z", "a")) and line.name[:5] in ("z of ", "a of ", "y of "):
            value = arrays[f"{line.name[0].replace('y', 'a')}{layer}"][line.place.row, unit]
            assert value == pytest.approx(line.value, rel=1e-6, abs=1e-9)
            assert found[line.name] == f"{line.name[0].replace('y', 'a')}{layer}"
        if line.is_given and line.place.kind == "parameter" and found.get(line.name, "")[:1] in ("W", "b"):
            assert line.value in arrays[found[line.name]]


@given(updates_of_runs())
def test_every_step_from_the_row_to_the_new_weight_has_its_line_of_code(drawn):
    step = drawn.worked(sample=drawn.sample or 0)
    computed = {line.computes for line in screen_code(replace(drawn.experiment, interventions=()))}

    found = worked_in_code(drawn.experiment, step)

    assert {line.name for line in step.backward} <= found.keys()
    if not drawn.experiment.interventions:
        assert set(found.values()) <= computed


def test_the_lines_of_an_update_with_everything_light_each_part_of_the_code():
    step = nncore.explain(ADAM, epoch=3, sample=1, parameter=0)

    found = worked_in_code(ADAM, step)

    assert found[step.update[-1].name] == "new" == found["learning rate"] == found["corrected m"]
    assert (found["m"], found["m before"], found["v"]) == ("m", "m", "v")
    assert found["∂L/∂w with penalty"] == "penalty" == found["strength of L2"]
    assert found["clipped ∂L/∂w"] == "clipping" == found["clipping norm"]
    assert found["∂L/∂w in row 2"] == "gradient 1"
    assert "L" not in found
    assert {"X", "y", "W1", "W2", "z1", "a1", "z2", "a2", "d2", "d1"} <= set(found.values())


def test_columns_that_are_called_as_lines_are_light_the_same_code():
    plain = nncore.explain(ADAM, epoch=3, sample=1, parameter=0)
    names = replace(ADAM.dataset, input_names=("m", "clipped ∂L/∂w", "new m"), target_names=("error of m",))
    called = replace(ADAM, dataset=names)
    step = nncore.explain(called, epoch=3, sample=1, parameter=0)

    found, known = worked_in_code(called, step), worked_in_code(ADAM, plain)

    assert [line.kind for line in step.lines] == [line.kind for line in plain.lines]
    assert [found.get(line.name) for line in step.lines] == [known.get(line.name) for line in plain.lines]
