"""A worked update reaches the player whole: few lines first, each number from a line, the last one that of the run."""

import json
import math
from dataclasses import replace
from itertools import pairwise

import pytest

import nncore
from nncore.explanation.explain import explain
from playground.player.protocol import worked_update as told_update
from playground.player.protocol.wanted_update import WantedUpdate, read_wanted_update
from playground.player.protocol.worked_update import FIRST_LINES, MOST_TERMS, described, worked_update
from playground.runs.live_run import LiveRun

ARTICLE_1, ARTICLE_2 = nncore.articles.single_neuron(), nncore.articles.hidden_layer()
DEEP = replace(
    ARTICLE_2,
    architecture=nncore.Architecture(layer_sizes=(3, 4, 3, 2, 1), activations=("tanh", "relu", "sigmoid", "sigmoid")),
    optimizer=nncore.Adam(0.05),
    batch_size=2,
    clip_norm=0.5,
    penalty=nncore.L2(0.01),
    loss="binary_cross_entropy",
)
ENOUGH = 10.0


def trained(experiment, epochs=20):
    run = LiveRun(3, replace(experiment, epochs=epochs))
    run.advance(epochs, ENOUGH)
    return run


def told_of(experiment, **which):
    return described(explain(experiment, **which), range(1, 500), {})


def result(expression, lines):
    """Compute a formula from the numbers of its lines, as a reader would."""
    if not isinstance(expression, list):
        return expression
    name, *given = expression
    if name == "input":
        return lines[given[0]]["value"]
    sides = [result(one, lines) for one in given]
    return {
        "+": math.fsum,
        "·": math.prod,
        "−": lambda of: of[0] - of[1],
        "/": lambda of: of[0] / of[1],
        "^": lambda of: of[0] ** of[1],
        "negative": lambda of: -of[0],
        "exp": lambda of: math.exp(of[0]),
        "sqrt": lambda of: math.sqrt(of[0]),
        "min": min,
        "max": max,
        "tanh": lambda of: math.tanh(of[0]),
        "abs": lambda of: abs(of[0]),
        "ln": lambda of: math.log(of[0]),
        "log": lambda of: math.log(of[0]),
        ">": lambda of: float(of[0] > of[1]),
    }[name](sides)


@pytest.mark.parametrize("experiment", [ARTICLE_1, ARTICLE_2, DEEP])
def test_at_most_seven_lines_come_first_and_each_is_a_number_of_the_next(experiment):
    for parameter in range(experiment.architecture.parameter_count):
        told = told_of(experiment, epoch=3, sample=1, parameter=parameter)
        first = told["first_shown"]
        assert 4 <= len(first) <= FIRST_LINES
        assert told["lines"][first[-1]]["label"] == "new value"
        for line, following in pairwise(first):
            assert line in reached_from(following, told["lines"])


def reached_from(line, lines):
    """Return the lines that a line names, and those that a number of it only repeats."""
    found = set(lines[line]["terms"])
    for term in lines[line]["terms"]:
        expression = lines[term]["expression"]
        if isinstance(expression, list) and expression[0] == "input":
            found |= reached_from(term, lines)
    return found


@pytest.mark.parametrize("experiment", [ARTICLE_1, ARTICLE_2, DEEP])
def test_every_line_can_be_computed_from_the_numbers_that_came_with_it(experiment):
    told = json.loads(json.dumps(told_of(experiment, epoch=3, sample=1, parameter=0)))

    for line in told["lines"]:
        if line["expression"] is not None:
            assert result(line["expression"], told["lines"]) == pytest.approx(line["value"], rel=1e-9, abs=1e-12)


def test_the_last_line_is_the_weight_of_the_next_epoch():
    run = trained(ARTICLE_2)

    told = worked_update(run, WantedUpdate(epoch=9, row=2, parameter=5), range(1, 7), ENOUGH)

    assert told["run"] == 3
    assert told["lines"][told["first_shown"][-1]]["value"] == run.trainer.history.network_at(10).parameters[5]
    assert told["why"].startswith("Goes ")


def test_of_very_many_rows_those_that_are_not_worked_are_one_number():
    rows = [[float(row % 2), float(row % 3)] for row in range(MOST_TERMS + 1)]
    table = nncore.Dataset(rows, [[row[0]] for row in rows])
    experiment = replace(
        ARTICLE_1, dataset=table, architecture=nncore.Architecture(layer_sizes=(2, 1), activations=("sigmoid",))
    )

    told = told_of(experiment, epoch=0, sample=1, parameter=0)

    lines = {line["name"]: line for line in told["lines"]}
    own, others = (lines[told["lines"][term]["name"]] for term in lines["∂L/∂w"]["terms"])
    assert (own["name"], others["name"]) == ("∂L/∂w in row 2", f"∂L/∂w of the other {MOST_TERMS} rows together")
    assert own["value"] + others["value"] == pytest.approx(lines["∂L/∂w"]["value"], rel=1e-12)
    assert f"rows 1 to {MOST_TERMS + 1}" in lines["∂L/∂w"]["note"]
    assert "∂L/∂w in row 3" not in lines  # nobody could ask for it
    assert told["why"].startswith("Goes ")
    assert f"over rows 1 to {MOST_TERMS + 1}" in told["convention"]


def test_a_sum_over_many_inputs_is_told_and_not_written_out():
    table = nncore.Dataset([[1.0] * (MOST_TERMS + 1)], [[1.0]])
    experiment = replace(ARTICLE_1, dataset=table, architecture=nncore.Architecture((MOST_TERMS + 1, 1), ("sigmoid",)))

    told = told_of(experiment, epoch=0, sample=0, parameter=0)

    (total,) = (line for line in told["lines"] if line["kind"] == "pre_activation")
    assert (total["expression"], total["terms"]) == (None, [])
    assert total["note"] == f"The sum of {MOST_TERMS + 1} products and the bias."


def test_rows_of_a_loss_whose_formula_is_long_are_counted_in_the_line_on_the_page_alone():
    wide = nncore.Architecture(layer_sizes=(3, 3), activations=("sigmoid",))
    table = nncore.Dataset(ARTICLE_1.dataset.inputs, [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 0]])
    experiment = replace(ARTICLE_1, dataset=table, architecture=wide, loss="huber")
    called = [101, 203, 305, 407]

    told = worked_update(trained(experiment), WantedUpdate(epoch=0, row=0, parameter=0), called, ENOUGH)

    step = nncore.explain(experiment, epoch=0, sample=0, parameter=0)
    assert step.forward[0].formula.endswith("the sum over rows 1 to 4")
    assert told["convention"].endswith("the sum over 4 rows.")
    alone = worked_update(
        trained(replace(experiment, batch_size=1)), WantedUpdate(epoch=0, row=0, parameter=0), called, ENOUGH
    )
    assert alone["convention"].endswith(" over the 3 outputs, of row 101.")


def test_no_line_breaks_within_the_brackets_of_a_formula_that_is_told():
    told = worked_update(trained(ARTICLE_1), WantedUpdate(epoch=9, row=2, parameter=1), [1, 2, 3, 4], ENOUGH)

    assert told["convention"] == "Loss: ½\xa0(y\xa0−\xa0t)², the sum over rows 1 to 4."
    assert [line["note"] for line in told["lines"] if line["name"] == "L in row 3"] == [
        "The loss of this row, half squared error: ½\xa0(y\xa0−\xa0t)²."
    ]


def test_the_lines_call_rows_by_the_numbers_of_the_page():
    told = worked_update(trained(ARTICLE_1), WantedUpdate(epoch=9, row=2, parameter=1), [1, 3, 7, 8], ENOUGH)

    names = [line["name"] for line in told["lines"]]
    assert "∂L/∂w in row 7" in names
    assert "∂L/∂w in row 8" in names
    assert told["convention"].endswith("the sum over rows 1, 3, 7 and 8.")
    assert "Row 7 " in told["why"]


@pytest.mark.parametrize("beyond", [{"epoch": 20}, {"row": 4}, {"parameter": 3}])
def test_what_the_run_does_not_have_is_not_told(beyond):
    wanted = WantedUpdate(**{"epoch": 0, "row": 0, "parameter": 0, **beyond})

    assert worked_update(trained(ARTICLE_1), wanted, range(1, 5), ENOUGH) is None


@pytest.mark.parametrize(
    "nothing", [None, "hello", {}, {"epoch": 1, "row": 2}, {"epoch": -1, "row": 0, "parameter": 0}]
)
def test_what_names_no_update_asks_for_none(nothing):
    assert read_wanted_update(nothing) is None


def test_an_update_can_be_worked_while_the_table_has_something_to_mend(page):
    page.type("training", 0, "input 1", "abc").step()
    page.do("undo").step().finish()

    page.request(commands=[page.command("redo")], worked={"epoch": 4, "row": 2, "parameter": 0})

    assert not page.client.exception
    assert "Row 3 pulls it up" in page.header["worked"]["why"]


def test_an_update_worked_ahead_is_the_one_that_is_told_when_its_epoch_is_looked_at(page):
    beside = [{"epoch": epoch, "row": 2, "parameter": 0, "digits": 3} for epoch in (5, 3, 9, 11, 12)]
    page.request(worked={**beside[0], "epoch": 4}, worked_ahead=[*beside, {**beside[0], "epoch": 13}])
    ahead = page.header["worked_ahead"]
    assert [update["epoch"] for update in ahead] == [5, 3, 9, 11, 12]  # no more than are asked for at once

    for wanted, told in zip(beside, ahead, strict=True):
        page.request(worked=wanted)

        assert page.header["worked"] == told
        assert "worked_ahead" not in page.header


def test_where_an_update_takes_long_none_is_worked_ahead_of_it(page, monkeypatch):
    wanted = {"epoch": 4, "row": 2, "parameter": 0}
    monkeypatch.setattr(told_update, "AHEAD_SLICE", 0.0)

    page.request(worked=wanted, worked_ahead=[{**wanted, "epoch": 5}])

    assert page.header["worked"]["epoch"] == 4
    assert page.header["worked_ahead"] == []


def test_nothing_is_worked_ahead_that_the_run_does_not_have(page):
    page.request(worked_ahead=[{"epoch": 10**6, "row": 2, "parameter": 0}, {"epoch": 3, "row": 9, "parameter": 0}])

    assert page.header["worked_ahead"] == []


def test_on_paper_each_line_has_the_number_that_the_rounded_ones_before_it_give():
    run = trained(ARTICLE_1)

    told = worked_update(run, WantedUpdate(epoch=9, row=2, parameter=0, digits=2), range(1, 5), ENOUGH)

    assert told is not None
    assert told["paper"]["digits"] == 2
    on_it = [{**line, "value": value} for line, value in zip(told["lines"], told["paper"]["values"], strict=True)]
    for line in (line for line in on_it if line["expression"] is not None):
        assert line["value"] == float(f"{result(line['expression'], on_it):.1e}")
    assert told["paper"]["astray"] == [
        place
        for place, (line, on_paper) in enumerate(zip(told["lines"], on_it, strict=True))
        if line["expression"] is not None and float(f"{line['value']:.1e}") != on_paper["value"]
    ]


def test_who_writes_all_digits_is_led_astray_nowhere():
    told = worked_update(trained(ARTICLE_2), WantedUpdate(9, 2, 5, digits=17), range(1, 7), ENOUGH)

    assert told is not None
    assert told["paper"]["astray"] == []
    assert told["paper"]["values"] == [line["value"] for line in told["lines"]]
    assert worked_update(trained(ARTICLE_2), WantedUpdate(9, 2, 5), range(1, 7), ENOUGH)["paper"] is None


def test_digits_that_nobody_writes_are_not_asked_for():
    wanted = {"epoch": 4, "row": 2, "parameter": 0}

    assert [read_wanted_update({**wanted, "digits": digits}).digits for digits in (3, 0, 18, "3")] == [
        3,
        None,
        None,
        None,
    ]


def test_where_nobody_has_chosen_a_row_the_one_that_has_most_to_say_is_worked():
    chosen, telling = (
        worked_update(trained(ARTICLE_1), WantedUpdate(4, 0, 0, telling=telling), [1, 2, 3, 4], ENOUGH)
        for telling in (False, True)
    )

    assert (chosen["row"], chosen["telling"]) == (0, False)
    assert (telling["row"], telling["telling"]) == (2, True)
    assert telling["why"].startswith("Goes up by 0.181. Row 3 pulls it up")
