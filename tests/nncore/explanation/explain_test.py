"""Every line of a worked update, for experiments of every kind: true, traceable, and what the run went on with."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

import nncore
import nncore.errors
from nncore.formulas import Formula
from nncore.textbook_examples import mazur

from ..network.pytorch_oracle_test import ACTIVATIONS
from .random_updates import updates_of_runs

TOLERANCE = 1e-12

# PyTorch takes 0.01 for the derivative at the kink, we 0.
ORACLES = {**ACTIVATIONS, "leaky_relu": lambda z: torch.relu(z) + torch.where(z < 0, 0.01 * z, torch.zeros_like(z))}


def size_of(line):
    """Return the largest number in a line, those that stand in its formula as digits included."""
    return max([abs(line.value), *(abs(value) for _, value in line.terms), 1.0])


def value_of_text(formula, terms):
    """Return the value of a printed formula, read as anybody's formula is read."""
    names, values = ["nothing"], [0.0]
    for place, (name, value) in enumerate(terms):
        # Of a wide layer the whole text is longer than what somebody may type.
        formula = formula.replace(f"[{name}]", f"x{place}")
        names.append(f"x{place}" if f"x{place}" in formula else name)
        values.append(value)
    return Formula.parse(formula, names).values([values], names).item()


@given(updates_of_runs())
def test_every_line_is_what_its_printed_formula_gives_at_its_printed_terms(drawn):
    step = drawn.worked()

    for line in step.lines[1:]:
        # What somebody types may have a hundred signs, a gradient more parameters.
        printed = value_of_text(line.formula, line.terms) if len(line.terms) < 40 else line.recomputed()
        assert abs(printed - line.value) <= TOLERANCE * size_of(line), line
    assert step.forward[0].recomputed() == pytest.approx(step.forward[0].value, rel=TOLERANCE)


@given(updates_of_runs())
def test_every_term_is_the_value_of_the_line_it_is_named_after(drawn):
    step = drawn.worked()

    known = {line.name: line for line in step.given}
    names = [line.name for line in (*step.given, *step.lines)]
    assert len(set(names)) == len(names)
    for line in (*step.forward[1:], step.forward[0], *step.backward, *step.update):
        for name, value in line.terms:
            assert known[name].value == value
            assert step.line(name) is known[name]
        known[line.name] = line


@given(updates_of_runs())
def test_the_last_update_of_an_epoch_ends_on_the_recorded_weight_to_the_last_bit(drawn):
    step = drawn.worked(batch=drawn.batches - 1)

    recorded = drawn.run.history.network_at(drawn.epoch + 1).parameters[drawn.parameter]
    assert step.new_value == step.update[-1].value == recorded
    assert np.signbit(step.new_value) == np.signbit(recorded)


@given(updates_of_runs())
def test_each_update_of_an_epoch_begins_with_the_weight_the_one_before_has_left(drawn):
    value = drawn.run.history.network_at(drawn.epoch).parameters[drawn.parameter]

    for batch in range(drawn.batches):
        step = drawn.worked(batch=batch)
        assert step.line(step.parameter_name).value == value
        value = step.new_value


@given(updates_of_runs())
def test_the_rows_of_an_epoch_are_shared_out_among_its_updates(drawn):
    rows = [row for batch in range(drawn.batches) for row in drawn.worked(batch=batch).rows]

    assert sorted(rows) == list(range(drawn.experiment.dataset.samples))


def losses_of_rows(loss, scores, targets):
    """Return the loss of each row as PyTorch has it, from pre-activations for a cross-entropy."""
    errors = scores - targets
    functional = torch.nn.functional
    if loss == "half_squared_error":
        return 0.5 * (errors**2).sum(dim=1)
    if loss == "categorical_cross_entropy":
        return -(targets * functional.log_softmax(scores, dim=1)).sum(dim=1)
    of_outputs = {
        "mean_squared_error": functional.mse_loss,
        "mean_absolute_error": functional.l1_loss,
        "huber": functional.huber_loss,
        "binary_cross_entropy": functional.binary_cross_entropy_with_logits,
    }[loss]
    return of_outputs(scores, targets, reduction="none").mean(dim=1)


def gradient_by_pytorch(experiment, parameters, rows):
    """Return the derivative of the loss of some rows, by automatic differentiation."""
    flat = torch.tensor(parameters, requires_grad=True)
    inputs, targets, _, _ = experiment.scaled()
    x, start = torch.tensor(inputs[rows]), 0
    sizes, bias = experiment.architecture.layer_sizes, experiment.architecture.bias
    for fan_in, fan_out, activation in zip(sizes, sizes[1:], experiment.architecture.activations, strict=False):
        end = start + fan_in * fan_out
        z = x @ flat[start:end].reshape(fan_in, fan_out) + (flat[end : end + fan_out] if bias else 0.0)
        x, start = ORACLES[activation](z), end + fan_out * bias
    scores = z if "cross_entropy" in experiment.loss else x
    losses = losses_of_rows(experiment.loss, scores, torch.tensor(targets[rows]))
    total = losses.sum() if experiment.reduction == "sum" else losses.mean()
    total.backward()
    return flat.grad.numpy()


@given(updates_of_runs())
def test_the_gradient_is_pytorch_s(drawn):
    step = drawn.worked()

    parameters = np.full(drawn.experiment.architecture.parameter_count, np.nan)
    for line in step.given:
        if line.kind == "weight":
            parameters[line.place.parameter] = line.value
    theirs = gradient_by_pytorch(drawn.experiment, parameters, list(step.rows))
    assert step.backward[-1].value == pytest.approx(
        theirs[drawn.parameter], rel=1e-9, abs=1e-9 * max(1.0, np.abs(theirs).max())
    )


@given(updates_of_runs(), st.data())
def test_one_row_alone_is_worked_as_among_all_rows(drawn, data):
    together = drawn.worked(sample=None)
    row = data.draw(st.sampled_from(together.rows))

    alone = drawn.worked(sample=row)

    assert alone.forward[-1].value == together.line(f"L in row {row + 1}").value
    assert alone.backward[-1].value == together.backward[-1].value
    assert [line.value for line in alone.update] == [line.value for line in together.update]


# --- worked by hand ----------------------------------------------------------------------------------------------------

W1, W2, W5 = 0, 2, 6


@pytest.mark.parametrize(("weight", "printed"), [(W5, 0.35891648), (W1, 0.14978072), (W2, 0.19956143)])
def test_mazur_s_example_gives_the_weights_that_he_prints(weight, printed):
    step = nncore.explain(mazur(), epoch=0, sample=0, parameter=weight)

    assert step.new_value == pytest.approx(printed, abs=5e-9)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("z of hidden 1", 0.3775),
        ("a of hidden 1", 0.593269992),
        ("a of hidden 2", 0.596884378),
        ("z of o1", 1.105905967),
        ("y of o1", 0.75136507),
        ("y of o2", 0.772928465),
        ("loss of o1", 0.274811083),
        ("loss of o2", 0.023560026),
        ("L in row 1", 0.298371109),
        ("∂L/∂y of o1", 0.74136507),
        ("∂y/∂z of o1", 0.186815602),
        ("∂L/∂z of o1", 0.138498562),
        ("∂L/∂z of o2", -0.0380982366),
        ("∂L/∂a of hidden 1", 0.036350306),
        ("∂a/∂z of hidden 1", 0.241300709),
        ("∂z/∂w", 0.05),
        ("∂L/∂w", 0.000438568),
    ],
)
def test_mazur_s_example_has_his_numbers_on_the_way(name, printed):
    step = nncore.explain(mazur(), epoch=0, sample=0, parameter=W1)

    assert step.line(name).value == pytest.approx(printed, abs=1e-8)


def test_a_bias_that_is_held_keeps_its_value():
    step = nncore.explain(mazur(), epoch=0, sample=0, parameter=4)

    assert step.new_value == 0.35
    assert "held" in step.update[-1].note


def single_weight(**changed):
    """Return an experiment of one linear neuron without a bias, two rows and the loss ½ Σ."""
    experiment = nncore.Experiment(
        nncore.Dataset([[3.0], [1.0]], [[5.0], [0.0]], input_names=["size"], target_names=["price"]),
        nncore.Architecture((1, 1), ("linear",), bias=False),
        loss="half_squared_error",
        reduction="mean",
        optimizer=nncore.SGD(0.1),
        epochs=3,
        interventions=nncore.Intervention(0, "parameter", (0, 2.0)),
    )
    return replace(experiment, **changed)


def numbers(lines):
    """Return the value of each line by its name."""
    return {line.name: line.value for line in lines}


def test_a_single_weight_worked_by_hand():
    step = nncore.explain(single_weight(), epoch=0, sample=0, parameter=0)

    # Row 1: 2 · 3 = 6, one above its target 5, so ½ and a derivative of 1 · 3. Row 2: 2 · 1 = 2, two above, 2 and 2 · 1.
    # Over both rows (½ + 2) / 2 and (3 + 2) / 2, and 2 − 0.1 · 2.5.
    assert numbers(step.lines) == {
        "L": 1.25,
        "z of price": 6.0,
        "y of price": 6.0,
        "error of price": 1.0,
        "L in row 1": 0.5,
        "∂L/∂y of price": 1.0,
        "∂y/∂z of price": 1.0,
        "∂L/∂z of price": 1.0,
        "∂z/∂w": 3.0,
        "∂L/∂w in row 1": 3.0,
        "∂L/∂w": 2.5,
        "new size → price": 1.75,
    }
    assert step.line("∂L/∂w in row 2").value == 2.0
    assert step.line("learning rate").value == 0.1


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        # 2.5 + 0.5 · 2
        ({"penalty": nncore.L2(0.5)}, {"derivative of L2": 1.0, "∂L/∂w with penalty": 3.5, "new size → price": 1.65}),
        # 2.5 + 0.5 · 1
        ({"penalty": nncore.L1(0.5)}, {"derivative of L1": 0.5, "∂L/∂w with penalty": 3.0, "new size → price": 1.7}),
        # The whole gradient is 2.5 long, and may be 2.
        ({"clip_norm": 2.0}, {"length of the gradient": 2.5, "clipped ∂L/∂w": 2.0, "new size → price": 1.8}),
        ({"clip_norm": 4.0}, {"length of the gradient": 2.5, "clipped ∂L/∂w": 2.5, "new size → price": 1.75}),
        # The first velocity is the gradient; Nesterov looks ahead by half of it: 2.5 + 0.5 · 2.5.
        ({"optimizer": nncore.SGD(0.1, momentum=0.5)}, {"velocity": 2.5, "new size → price": 1.75}),
        ({"optimizer": nncore.SGD(0.1, momentum=0.5, nesterov=True)}, {"velocity": 2.5, "new size → price": 1.625}),
        # m = 0.1 · 2.5, v = 0.001 · 6.25, both corrected to what they are of; a first step is the rate long.
        (
            {"optimizer": nncore.Adam(0.1)},
            {
                "m": 0.25,
                "v": 0.00625,
                "corrected m": 2.5,
                "corrected v": 6.25,
                "step": 0.1 - 4e-10,
                "new size → price": 1.9 + 4e-10,
            },
        ),
        # √(0.01 · 6.25) is a tenth of 2.5, so the step is ten times the rate.
        ({"optimizer": nncore.RMSProp(0.1)}, {"v": 0.0625, "step": 1.0 - 4e-8, "new size → price": 1.0 + 4e-8}),
        ({"optimizer": nncore.Adagrad(0.1)}, {"v": 6.25, "step": 0.1, "new size → price": 1.9}),
    ],
    ids=lambda case: ", ".join(map(str, case.values())),
)
def test_an_update_of_every_kind_worked_by_hand(changed, expected):
    step = nncore.explain(single_weight(**changed), epoch=0, sample=0, parameter=0)

    assert numbers(step.update) == pytest.approx(expected, abs=1e-10)


def test_the_sum_over_the_paths_takes_the_old_weights():
    step = nncore.explain(mazur(), epoch=0, sample=0, parameter=W1)

    paths = step.line("∂L/∂a of hidden 1")
    assert paths.formula == "[∂L/∂z of o1] · [hidden 1 → o1] + [∂L/∂z of o2] · [hidden 1 → o2]"
    assert dict(paths.terms)["hidden 1 → o1"] == 0.40
    assert paths.note.startswith("The sum over the 2 paths that lead on from here, with the old weights")
    one = nncore.explain(nncore.articles.hidden_layer(), epoch=0, sample=0, parameter=0).line("∂L/∂a of hidden 1")
    assert one.note.startswith("One path leads on from here, with the old weights")


@pytest.mark.parametrize("bias", [False, True])
def test_only_the_weights_at_a_neuron_that_is_switched_off_are_held_for_it(bias):
    shape = nncore.Architecture((3, 3, 1), ("sigmoid", "sigmoid"), bias)
    off = nncore.Intervention(0, "switched_off", (1, 0))
    experiment = replace(nncore.articles.hidden_layer(), architecture=shape, interventions=(off,), epochs=5)
    run = experiment.run()

    held = []
    for parameter in range(shape.parameter_count):
        step = nncore.explain(experiment, epoch=4, sample=0, parameter=parameter, history=run.history)
        if any("hidden 1 is switched off and this weight held" in line.note for line in step.update):
            held.append(step.parameter_name)

    into = ["input 1 → hidden 1", "input 2 → hidden 1", "input 3 → hidden 1"]
    assert held == [*into, *["bias of hidden 1"] * bias, "hidden 1 → target"]


def test_a_cross_entropy_goes_to_z_in_one_step_and_says_why():
    experiment = single_weight(loss="binary_cross_entropy", architecture=nncore.Architecture((1, 1), ("sigmoid",), False),
                               dataset=nncore.Dataset([[3.0], [1.0]], [[1.0], [0.0]]))  # fmt: skip

    step = nncore.explain(experiment, epoch=0, sample=0, parameter=0)

    assert [line.name for line in step.backward] == ["∂L/∂z of target", "∂z/∂w", "∂L/∂w in row 1", "∂L/∂w"]
    assert step.backward[0].formula == "[error of target]"
    assert "y (1 − y) cancels" in step.backward[0].note


def test_scaled_rows_begin_in_the_unit_of_the_table():
    experiment = single_weight(input_scaling="min_max", target_scaling="standard")

    step = nncore.explain(experiment, epoch=0, sample=0, parameter=0)

    # Inputs from 1 to 3, so 3 becomes 1. Targets 5 and 0 have mean and deviation 2.5, so 5 becomes 1.
    assert [(line.name, line.formula, line.value) for line in step.forward[1:5:3]] == [
        ("scaled size", "(size − [offset of size]) / [scale of size]", 1.0),
        ("scaled t of price", "([t of price] − [offset of price]) / [scale of price]", 1.0),
    ]
    assert step.line("size").value == 3.0
    assert "scaled" in step.forward[1].note
    assert step.forward[2].formula == "[size → price] · [scaled size]"


def test_a_derived_input_is_computed_from_the_cells_of_its_row():
    square = nncore.DerivedColumn.parse("size^2", ["size"])
    dataset = nncore.Dataset([[3.0], [1.0]], [[5.0], [0.0]], input_names=["size"], derived=[square])
    experiment = single_weight(dataset=dataset, architecture=nncore.Architecture((2, 1), ("linear",), False))

    step = nncore.explain(experiment, epoch=0, sample=0, parameter=1)

    assert (step.forward[1].name, step.forward[1].formula, step.forward[1].value) == ("size²", "size²", 9.0)


def test_what_is_in_force_at_the_epoch_is_what_the_update_works_with():
    changes = (
        nncore.Intervention(0, "parameter", (0, 2.0)),
        nncore.Intervention(1, "learning_rate", 0.05),
        nncore.Intervention(2, "layer_learning_rate", (0, 0.01)),
    )
    experiment = single_weight(interventions=changes)

    rates = [nncore.explain(experiment, epoch=epoch, parameter=0).line("learning rate").value for epoch in range(3)]

    assert rates == [0.1, 0.05, 0.01]


def test_a_weight_set_by_hand_after_the_update_ends_as_it_was_set():
    changes = (nncore.Intervention(0, "parameter", (0, 2.0)), nncore.Intervention(1, "parameter", (0, -7.0)))

    step = nncore.explain(single_weight(interventions=changes), epoch=0, parameter=0)

    assert numbers(step.update) == {"new size → price": 1.75, "new size → price by hand": -7.0}
    assert step.new_value == -7.0


def test_columns_may_be_called_as_lines_are():
    names = ["z of price", "L in row 1"]
    dataset = nncore.Dataset([[3.0, 1.0]], [[5.0]], input_names=names, target_names=["price"])
    experiment = single_weight(dataset=dataset, architecture=nncore.Architecture((2, 1), ("linear",), False))

    step = nncore.explain(experiment, epoch=0, sample=0, parameter=0)

    lines = [line.name for line in (*step.given, *step.lines)]
    assert len(set(lines)) == len(lines)
    assert step.line("z of price").value == 3.0
    assert step.forward[1].name == "z of price (2)"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({}, "½ (y − t)², the mean over rows 1 and 2"),
        ({"reduction": "sum"}, "½ (y − t)², the sum over rows 1 and 2"),
        ({"loss": "huber", "batch_size": 1}, "(½ e² up to e = |y − t| = 1, then e − ½), of row 1"),
        (
            {
                "loss": "mean_squared_error",
                "dataset": nncore.Dataset([[0.0]] * 10, [[0.0, 1.0]] * 10),
                "architecture": nncore.Architecture((1, 2), ("tanh",)),
            },
            "1/K Σ (y − t)² over the 2 outputs, the mean over rows 1 to 10",
        ),
        (
            {"dataset": nncore.Dataset([[0.0]] * 99, [[0.0]] * 99), "batch_size": 8, "shuffle": True},
            "½ (y − t)², the mean over rows 1, 10, 11, 14, 20, 28, 69 and 83",
        ),
    ],
)  # fmt: skip
def test_the_first_line_says_how_the_loss_is_counted(changed, sentence):
    step = nncore.explain(single_weight(**changed), epoch=0, sample=0, parameter=0)

    assert step.forward[0].formula == sentence


def test_a_row_of_another_batch_is_worked_too_and_said_to_be_absent():
    experiment = single_weight(batch_size=1)

    step = nncore.explain(experiment, epoch=0, sample=0, batch=1, parameter=0)

    assert step.rows == (1,)
    assert "Row 1 is worked here, but is not among the rows of this update." in step.forward[0].note
    assert dict(step.backward[-1].terms).keys() == {"∂L/∂w in row 2"}


def test_without_a_batch_it_is_the_one_that_learns_from_the_row():
    experiment = single_weight(batch_size=1)

    assert [nncore.explain(experiment, epoch=0, sample=row, parameter=0).batch for row in (0, 1)] == [0, 1]
    assert nncore.explain(experiment, epoch=0, parameter=0).batch == 0


def test_a_thousand_rows_are_worked():
    rows = np.linspace(0, 1, 1000)[:, None]

    step = nncore.explain(single_weight(dataset=nncore.Dataset(rows, rows)), epoch=0, parameter=0)

    assert len(step.backward[-1].terms) == 1000
    # ½ (2x − x)² has the derivative x · x.
    assert step.backward[-1].value == pytest.approx((rows**2).mean(), rel=1e-12)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"epoch": 3}, "epoch must be a whole number from 0 to 2: the run ends at epoch 3, and an update leads from an epoch "
                       "to the next. Got 3 instead."),
        ({"epoch": -1}, "epoch must be a whole number from 0 to 2: the run ends at epoch 3, and an update leads from an epoch "
                        "to the next. Got -1 instead."),
        ({"parameter": 1}, "parameter must be 0: there is 1 weight or bias. Got 1 instead."),
        ({"sample": 2}, "sample must be a whole number from 0 to 1: there are 2 training rows. Got 2 instead."),
        ({"batch": 1}, "batch must be 0: there is 1 update in an epoch. Got 1 instead."),
        ({"sample": 0.5}, "sample must be a whole number from 0 to 1: there are 2 training rows. Got 0.5 instead."),
    ],
)  # fmt: skip
def test_what_is_not_there_is_refused_in_a_sentence(asked, sentence):
    with pytest.raises(nncore.errors.NeuralNetworkError) as refused:
        nncore.explain(single_weight(), **({"epoch": 0, "parameter": 0} | asked))

    assert str(refused.value) == sentence


def test_a_run_that_ended_early_has_no_update_after_its_end():
    stopped = single_weight(stop=nncore.LossReached(1.0))

    with pytest.raises(nncore.errors.EpochError, match="the run ends at epoch 1"):
        nncore.explain(stopped, epoch=1, parameter=0)


def test_a_run_without_epochs_has_no_update():
    with pytest.raises(nncore.errors.EpochError, match="no update to explain"):
        nncore.explain(single_weight(epochs=0), epoch=0, parameter=0)


@pytest.mark.parametrize("batch_size", [None, 3])
def test_a_steep_function_makes_nothing_of_the_last_digit_of_a_sum(batch_size):
    # Two orders of summing 20 numbers of ten thousands differ by 1e-11: a sine of that sum shows it, and so its gradient.
    rows = np.random.RandomState(3).standard_normal((8, 20)) * 1e4
    steep = nncore.Experiment(
        nncore.Dataset(rows, np.linspace(-1, 1, 8)[:, None]), nncore.Architecture((20, 1), ("sin",)),
        loss="half_squared_error", reduction="sum", optimizer=nncore.SGD(1e-9), epochs=2, batch_size=batch_size,
    )  # fmt: skip

    for parameter in range(20):
        gradient = nncore.explain(steep, epoch=1, parameter=parameter).backward[-1]
        assert gradient.recomputed() == pytest.approx(gradient.value, abs=1e-13 * size_of(gradient))
