"""Quantities and claims, on a run that can be worked by hand."""

from dataclasses import replace

import numpy as np
import pytest

import nncore
from playground.document import Document
from playground.lessons.claim import read_claim
from playground.lessons.lesson_error import LessonError
from playground.lessons.quantity import read_quantity
from playground.lessons.quantity_kinds import KINDS, QuantityKind
from playground.lessons.said_numbers import with_numbers
from playground.lessons.scene_run import SceneRun

# One linear neuron, weights 2 and bias 0 frozen nowhere: with rate 0 nothing moves, so every number is that of epoch 0.
EXPERIMENT = nncore.Experiment(
    nncore.Dataset([[1.0], [2.0], [3.0]], [[0.0], [1.0], [1.0]], input_names=["size"]),
    nncore.Architecture((1, 1), ("linear",), bias=False),
    loss="half_squared_error",
    reduction="sum",
    optimizer=nncore.SGD(learning_rate=0.05),
    epochs=3,
    initializer="zeros",
)


@pytest.fixture(scope="module")
def run_of():
    run = SceneRun(Document(EXPERIMENT, situation=(10.0,)), EXPERIMENT.run().history)
    return lambda scene: run


# Weight 0, outputs 0, gradient Σ (0 − t)·x = −(2 + 3) = −5; after one epoch the weight is 0.05 · 5 = 0.25.
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("loss at 0", 1.0),  # ½ (0 + 1 + 1)
        ("weight size at 1", 0.25),
        ("change of weight size at 0", 0.25),
        ("gradient of weight size at 0", -5.0),
        ("output of row 3 at 1", 0.75),
        ("sum of row 2 at 1", 0.5),
        ("distance of row 3 at 1", 0.25),
        ("output of the new situation at 1", 2.5),
        ("largest weight at 1", 0.25),
        ("wrong rows at 0", "rows 2 and 3"),
        ("number of right rows at 0", 1),
        ("number of weights", 1),
        ("last epoch", 3),
    ],
)
def test_a_quantity_is_what_it_is_by_hand(run_of, text, value):
    found = read_quantity(text).value(run_of)

    assert found == (value if isinstance(value, str) else pytest.approx(value, abs=1e-12))


def test_rows_wrong_at_last_are_found_over_all_epochs(run_of):
    outputs = [
        EXPERIMENT.outputs_at(run_of(None).parameters(epoch)[None], EXPERIMENT.dataset.inputs)[0] for epoch in range(4)
    ]
    wrong = [(np.abs(one - 0.5) <= 1e-9) | ((one > 0.5) != (EXPERIMENT.dataset.targets > 0.5)) for one in outputs]
    expected = [max([epoch for epoch in range(4) if wrong[epoch][row, 0]], default=-1) for row in range(3)]

    assert list(run_of(None).last_wrong) == expected


def test_what_is_told_of_the_whole_run_is_refused_where_not_every_epoch_is_recorded():
    long = replace(EXPERIMENT, optimizer=nncore.SGD(learning_rate=0.001), epochs=200_000)
    run = SceneRun(Document(long), long.run().history)
    assert run.history.stride > 1

    for text in ("row wrong longest", "first epoch with every row right"):
        with pytest.raises(LessonError, match=f'"{text}": This run of 200,000 epochs is too long'):
            read_quantity(text).value(lambda scene: run)


def test_the_loss_of_test_rows_is_known_at_epochs_that_are_not_recorded():
    dataset = replace(EXPERIMENT.dataset, test_inputs=[[2.0]], test_targets=[[0.0]])
    long = replace(EXPERIMENT, dataset=dataset, optimizer=nncore.SGD(learning_rate=0.001), epochs=200_000)
    run = SceneRun(Document(long), long.run().history)
    assert 5 not in run.history.epochs

    # After one epoch the weight is 0.001 · 5; what it lacks of the best one shrinks by the same share in each.
    squares = (dataset.inputs**2).sum()
    weight = 5 / squares * (1 - (1 - 0.001 * squares) ** 5)
    assert read_quantity("test loss at 5").value(lambda scene: run) == pytest.approx((2 * weight) ** 2 / 2)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("loss at 0 = 1", True),
        ("loss at 0 = 1.1", False),
        ("weight size at 1 = 0.2", True),  # written with one decimal 0.25 may be 0.2: half of the last decimal
        ("weight size at 1 = 0.24", False),
        ("wrong rows at 0 = rows 2 and 3", True),
        ("loss at 0 > loss at 1", True),
        ("weight size at 1 <= 0.2", False),
        ("−1 < loss at 0", True),
    ],
)
def test_a_claim_holds_or_does_not(run_of, text, holds):
    assert read_claim(text).holds(run_of) is holds


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("loss at 99 = 1", "The run ends at epoch 3. Got epoch 99 instead."),
        ("output of row 4 at 0 = 1", "A row has a number from 1 to 3."),
        ("weight age at 0 = 1", "There is no weight or bias 'age'. There are size."),
        ("test loss at 0 = 1", "The table has no test rows."),
        ("seeds of many with a loss below 1 = 1", "Seeds are counted from 1 to 10,000. Got 'many' instead."),
        ("seeds of 3 with a loss below one = 1", "A loss is a number. Got 'one' instead."),
        ("wrong rows at 0 > 1", "compares rows with a number"),
    ],
)
def test_what_a_run_does_not_have_is_said(run_of, text, said):
    with pytest.raises(LessonError, match=said):
        read_claim(text).holds(run_of)


def test_numbers_stand_in_the_text_as_the_page_shows_them(run_of):
    said = with_numbers(
        "From {weight size at 0} to {weight size at 1}, {0.3 = weight size at 1}: {wrong rows at 0}.", run_of
    )

    assert said == "From 0 to 0.2500, 0.3: rows 2 and 3."


def test_digits_can_be_asked_for(run_of):
    assert with_numbers("{weight size at 1 with 1 digit}", run_of) == "0.2"


def test_what_takes_many_runs_is_typed_and_not_computed_when_a_scene_opens(run_of):
    with pytest.raises(LessonError, match="takes many runs: write the number in front"):
        with_numbers("{seeds of 100 with a loss below 0.01}", run_of)
    assert with_numbers("{87 = seeds of 100 with a loss below 0.01}", run_of) == "87"


def test_every_quantity_is_found_by_its_own_words():
    for kind in KINDS:
        words = (
            kind.says.replace("<row>", "1").replace("<name>", "size").replace("<count>", "5").replace("<loss>", "0.1")
        )
        read = read_quantity(words + (" at 0" if kind.at_epoch else ""))

        assert read.kind.says in (kind.says, "weight <name>")


@pytest.mark.parametrize("value", [np.nan, np.inf])
@pytest.mark.parametrize("text", ["loss at 0", "loss at 0 with 2 digits"])
def test_a_number_that_is_none_is_said_to_be_none_with_any_digits(run_of, text, value):
    quantity = replace(read_quantity(text), kind=QuantityKind("loss", lambda run, words, epoch: float(value)))

    assert quantity.shown(run_of) == "not finite"
