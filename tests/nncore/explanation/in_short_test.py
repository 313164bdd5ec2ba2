"""Why a weight moved, in few lines and plain sentences."""

from dataclasses import replace

import pytest
from hypothesis import given

import nncore
from nncore.explanation.in_short import MOST_LINES, in_words, short_lines
from nncore.textbook_examples import mazur

from .random_updates import updates_of_runs

SINGLE = nncore.articles.single_neuron()


def words(experiment, **asked):
    """Return the sentences about an update."""
    return in_words(nncore.explain(experiment, **({"epoch": 0, "sample": 0, "parameter": 0} | asked)))


def one_weight(**changed):
    """Return an experiment of one linear neuron whose weight 2 meets the row 3 → 5."""
    experiment = nncore.Experiment(
        nncore.Dataset([[3.0]], [[5.0]], input_names=["size"], target_names=["price"]),
        nncore.Architecture((1, 1), ("linear",), bias=False),
        loss="half_squared_error",
        reduction="sum",
        optimizer=nncore.SGD(0.1),
        epochs=3,
        interventions=nncore.Intervention(0, "parameter", (0, 2.0)),
    )
    return replace(experiment, **changed)


def test_an_output_that_is_too_large_asks_for_a_smaller_weight():
    assert words(one_weight()) == (
        "In row 1, y of price is 6 and its target 5: it should be lower.",
        "size is 3, so a larger weight makes z of price larger: this row asks for a smaller weight.",
        "So size → price goes down, from 2 to 1.7.",
    )


def test_an_input_of_0_says_nothing_about_its_weight():
    # Row 1 of the article is 0, 0, 1.
    assert words(SINGLE)[1] == "input 1 is 0, so this weight does not matter here: this row says nothing about it."


def test_a_negative_input_turns_the_wish_round():
    experiment = one_weight(dataset=nncore.Dataset([[-3.0]], [[5.0]], input_names=["size"], target_names=["price"]))

    # 2 · −3 = −6 should be 5, so higher: the weight must go down.
    assert words(experiment)[1:] == (
        "size is −3, so a larger weight makes z of price smaller: this row asks for a smaller weight.",
        "So size → price goes down, from 2 to −1.3.",
    )


def test_a_held_weight_and_one_set_by_hand_are_said_to_be():
    start = nncore.Intervention(0, "parameter", (0, 2.0))
    held = one_weight(interventions=(start, nncore.Intervention(0, "frozen", (0, True))))
    by_hand = one_weight(interventions=(start, nncore.Intervention(1, "parameter", (0, 9.0))))

    assert words(held)[-1] == "But size → price is held, at 2."
    assert words(by_hand)[-1] == "Then size → price is set by hand, from 2 to 9."


def test_what_moves_a_weight_against_the_gradient_is_named():
    carried = one_weight(optimizer=nncore.SGD(0.1, momentum=0.9))
    drawn = one_weight(penalty=nncore.L2(2.0), interventions=nncore.Intervention(0, "parameter", (0, 1.5)))

    # Velocities 3, 0.9 · 3 + 0.3 = 3: the weight is 1.4, the output 4.2 and below 5 already. The next velocity is still
    # 0.9 · 3 − 2.4 = 0.3, though the row asks for more.
    assert words(carried, epoch=2)[-1].startswith("Yet size → price goes down, from 1.4 to 1.37:")
    assert "remembers of earlier updates" in words(carried, epoch=2)[-1]
    # 1.5 · 3 is below 5, so the row asks for more; 2 · 1.5 of the penalty asks for less, and wins.
    assert words(drawn)[-1] == "Yet size → price goes down, from 1.5 to 1.35: the penalty draws it on."


def test_a_move_too_small_for_the_digits_gets_more_of_them():
    assert words(mazur())[-1] == "So i1 → hidden 1 goes down, from 0.15 to 0.1498."


def test_a_relu_at_0_passes_nothing_on():
    dead = one_weight(architecture=nncore.Architecture((1, 1), ("relu",), bias=False),
                      interventions=nncore.Intervention(0, "parameter", (0, -2.0)))  # fmt: skip

    assert words(dead) == (
        "In row 1, y of price is 0 and its target 5: it should be higher.",
        "Here, the loss does not change with z of price: its derivative is 0.",
        "size is 3, so a larger weight makes z of price larger: this row says nothing about it.",
        "So size → price stays, at −2.",
    )


def test_all_rows_together_are_told_if_no_row_is_chosen():
    assert words(SINGLE, epoch=4, sample=None, parameter=2) == (
        "The 4 rows together ask for a smaller weight: the derivative of the loss is 0.0131.",
        "So input 3 → target goes down, from −0.643 to −0.656.",
    )


@given(updates_of_runs())
def test_the_sentences_say_what_happened_and_the_lines_are_few(drawn):
    step = drawn.worked(sample=drawn.sample or 0)

    sentences, lines = in_words(step), short_lines(step)

    assert all(sentence.endswith(".") and len(sentence) < 220 for sentence in sentences)
    assert ("goes up" in sentences[-1]) <= (step.new_value > step.line(step.parameter_name).value)
    assert ("goes down" in sentences[-1]) <= (step.new_value < step.line(step.parameter_name).value)
    assert len(lines) <= MOST_LINES
    assert lines[-1].value == step.new_value
    assert all(line in step.lines for line in lines)


@pytest.mark.parametrize("sample", [0, None])
def test_the_lines_of_a_softmax_neuron_are_few_too(sample):
    experiment = nncore.Experiment(
        nncore.Dataset([[0.1, 0.2], [0.5, 0.3]], [[1, 0], [0, 1]]), nncore.Architecture((2, 2), ("softmax",)),
        loss="categorical_cross_entropy", optimizer=nncore.SGD(0.1), epochs=1,
    )  # fmt: skip

    lines = short_lines(nncore.explain(experiment, epoch=0, sample=sample, parameter=1))

    assert [line.name.split(" of ")[0] for line in lines][:4] == ["z", "y", "error", "∂L/∂z"]
