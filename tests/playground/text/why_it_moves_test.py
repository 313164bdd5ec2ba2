"""The sentence on an update says what a reader would work out from its numbers."""

from dataclasses import replace
from itertools import product

import pytest

import nncore
from nncore.explanation.explain import explain
from playground.text.why_it_moves import telling_row, why_it_moves

from ...nncore.diagnosis.tables_of_a_class import first_experiments

ROWS = range(9, 21)
ARTICLE_1, ARTICLE_2 = nncore.articles.single_neuron(), nncore.articles.hidden_layer()

HOURS = replace(dict(first_experiments())["hours, 3 hidden neurons, bias"], input_scaling="min_max")


def said(experiment, **which):
    return why_it_moves(explain(experiment, **which), ROWS)


@pytest.mark.parametrize("experiment", [ARTICLE_1, ARTICLE_2])
@pytest.mark.parametrize("epoch", [0, 7])
def test_it_goes_the_way_the_run_goes_and_the_row_pulls_down_its_own_loss(experiment, epoch):
    history = experiment.run().history
    before, after = (history.network_at(epoch + step).parameters for step in (0, 1))
    inputs, targets, _, _ = experiment.scaled()
    for sample in range(experiment.dataset.samples):
        network = history.network_at(epoch)
        rows = slice(sample, sample + 1)
        gradient = network.backward(network.forward(inputs[rows]), targets[rows], loss=experiment.loss, reduction="sum")
        for parameter in range(experiment.architecture.parameter_count):
            sentence = said(experiment, epoch=epoch, sample=sample, parameter=parameter)
            way = "up" if after[parameter] > before[parameter] else "down"
            assert sentence.startswith(f"Goes {way} by ")
            pull = -gradient.parameters[parameter]
            assert (" has no part in it" in sentence) == (pull == 0)
            if pull and (pull > 0) == (way == "up"):
                assert f"Row {ROWS[sample]} pulls it {way}" in sentence
            elif pull:
                assert ", most for row " in sentence
                assert f"Row {ROWS[sample]} alone would {'raise' if pull > 0 else 'lower'} it" in sentence


def test_a_row_whose_output_is_there_already_has_next_to_no_part_in_it():
    sentence = said(HOURS, epoch=1_999, sample=0, parameter=3)

    assert sentence.endswith(
        ", most for row 12. Row 9 has next to no part in it: its output 0.0000182 is nearly\u00a00."
    )


SURE = nncore.Experiment(
    nncore.Dataset([[1.0]], [[1.0]]), nncore.Architecture((1, 1), ("sigmoid",), bias=False), loss="binary_cross_entropy",
    optimizer=nncore.SGD(0.5), epochs=1, interventions=(nncore.Intervention(0, "parameter", (0, 9.0)),),
)  # fmt: skip
"""Its output is 1 / (1 + e⁻⁹) = 0.99988: to three digits 1."""


def test_an_output_that_reads_as_its_target_is_not_said_to_be_below_the_same_number():
    assert said(SURE, epoch=0, sample=0, parameter=0).endswith("Row 9 pulls it up: its output is just below 1.")


def test_of_a_neuron_that_lets_no_error_through_its_derivative_is_named_not_what_comes_of_it():
    dead = nncore.Experiment(
        nncore.Dataset([[1.0]], [[1.0]]), nncore.Architecture((1, 1, 1), ("relu", "linear"), bias=False),
        optimizer=nncore.SGD(0.5), epochs=1, loss="half_squared_error",
        interventions=(nncore.Intervention(0, "parameter", (0, -2.0)),),
    )  # fmt: skip

    assert said(dead, epoch=0, sample=0, parameter=0) == (
        "Stays as it is. Row 9 has no part in it: ∂a/∂z of hidden 1 is\u00a00."
    )


def test_beside_a_strong_penalty_a_row_has_next_to_no_part_in_it():
    held = replace(SURE, penalty=nncore.L2(0.01))

    # The row's derivative is −0.00012, the penalty's 0.01 · 9 = 0.09.
    assert said(held, epoch=0, sample=0, parameter=0).endswith(
        "most for the penalty. Row 9 has next to no part in it: its output is nearly\u00a01."
    )


@pytest.mark.parametrize(
    ("reduction", "part"), [("sum", "alone would raise it"), ("mean", "has next to no part in it")]
)
def test_of_a_mean_over_the_rows_a_row_has_its_share_beside_a_penalty(reduction, part):
    rows = nncore.Dataset([[1.0]] * 4, [[1.0]] * 4)
    held = replace(SURE, dataset=rows, reduction=reduction, penalty=nncore.L2(0.0006))

    # The row's derivative is −0.00012, the penalty's 0.0006 · 9 = 0.0054: 2 % of it, and a quarter of that in a mean.
    assert part in said(held, epoch=0, sample=0, parameter=0)


@pytest.mark.parametrize("reduction", ["sum", "mean"])
@pytest.mark.parametrize("strength", [0.0001, 0.01, 0.1])
def test_what_moves_a_weight_most_is_the_penalty_where_that_is_stronger_than_any_row(reduction, strength):
    held = replace(ARTICLE_1, penalty=nncore.L2(strength), reduction=reduction)
    for epoch, sample, parameter in product((4, 500), range(4), range(3)):
        step = explain(held, epoch=epoch, sample=sample, parameter=parameter)
        moved = step.new_value - step.old_value
        by_rows = [-value * moved / (1 if reduction == "sum" else 4) for _, value in step.backward[-1].terms]
        by_penalty = -strength * step.old_value * moved
        sentence = why_it_moves(step, ROWS)
        if ", most for row " in sentence:
            assert max(by_rows) >= by_penalty
        if ", most for the penalty" in sentence:
            assert by_penalty > max(0, sum(by_rows))


@pytest.mark.parametrize("experiment", [ARTICLE_1, ARTICLE_2])
def test_the_row_that_has_most_to_say_pulls_the_weight_most_where_it_goes(experiment):
    for epoch, parameter in [(0, 0), (4, 2), (19, 1)]:
        step = explain(experiment, epoch=epoch, sample=0, parameter=parameter)
        row = telling_row(step)
        moved = step.new_value - step.old_value
        pulls = [-value * moved for _, value in step.backward[-1].terms]
        assert pulls[row] == max(pulls) > 0
        way = "up" if moved > 0 else "down"
        assert f"Row {ROWS[row]} pulls it {way}" in said(experiment, epoch=epoch, sample=row, parameter=parameter)


def test_where_no_row_moves_a_weight_the_worked_one_stays():
    table = nncore.Dataset([[0.0, 1.0], [0.0, 2.0]], [[0], [1]])
    silent = replace(ARTICLE_1, dataset=table, architecture=nncore.Architecture((2, 1), ("sigmoid",)))

    assert telling_row(explain(silent, epoch=3, sample=1, parameter=0)) == 1


def test_a_weight_that_is_held_stays_as_it_is():
    held = replace(ARTICLE_1, interventions=(nncore.Intervention(0, "frozen", (0, True)),))

    assert said(held, epoch=4, sample=2, parameter=0).startswith("Is held where it is. Row 11 alone would raise it")


def test_the_reason_is_true_of_the_output_whatever_lies_between():
    history, inputs = ARTICLE_2.run().history, ARTICLE_2.scaled()[0]
    for parameter in range(ARTICLE_2.architecture.parameter_count):
        before = history.network_at(7)
        more = before.parameters.copy()
        more[parameter] += 1e-4
        moved = nncore.Network(ARTICLE_2.architecture, more).predict(inputs) - before.predict(inputs)
        for sample, change in enumerate(moved.ravel()):
            sentence = said(ARTICLE_2, epoch=7, sample=sample, parameter=parameter)
            against = "more of it lowers its output" in sentence or "less of it raises its output" in sentence
            assert against == (change < 0)


def several_outputs(loss, activation):
    table = nncore.Dataset([[0.0], [1.0]], [[0.0, 1.0], [1.0, 0.0]], target_names=["left", "right"])
    architecture = nncore.Architecture(layer_sizes=(1, 2), activations=(activation,))
    return replace(ARTICLE_1, dataset=table, architecture=architecture, loss=loss)


@pytest.mark.parametrize(
    "experiment",
    [several_outputs("half_squared_error", "sigmoid"), several_outputs("categorical_cross_entropy", "softmax")],
)
def test_of_several_outputs_the_one_is_named_that_the_weight_leads_to(experiment):
    assert " up: y of left 0." in said(experiment, epoch=0, sample=1, parameter=0)
    assert " down: y of right 0." in said(experiment, epoch=0, sample=1, parameter=1)


def test_where_every_output_has_a_part_in_it_no_single_one_is_blamed():
    sentence = said(several_outputs("half_squared_error", "softmax"), epoch=0, sample=1, parameter=0)

    assert "y of" not in sentence
    assert sentence.endswith((" up.", " down.", " raise it.", " lower it."))
