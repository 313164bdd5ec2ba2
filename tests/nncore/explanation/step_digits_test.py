"""A tiny step is seen in the numbers before and after it, wherever an update is written."""

from dataclasses import replace

import pytest

import nncore
from nncore.explanation.on_paper import on_paper
from nncore.explanation.step_digits import step_digits
from nncore.explanation.worked_text import worked_text
from nncore.explanation.worksheet import worksheet

from ...page_texts import ARTICLE_1


def tiny_step(learning_rate=1e-6):
    tiny = replace(ARTICLE_1, optimizer=nncore.SGD(learning_rate), epochs=5)
    return nncore.explain(tiny, epoch=4, sample=2, parameter=0)


@pytest.mark.parametrize("digits", [1, 3, 6])
@pytest.mark.parametrize("learning_rate", [1e-2, 1e-5, 1e-9])
def test_rounded_weights_lie_as_far_apart_as_the_step_is_long(digits, learning_rate):
    step = tiny_step(learning_rate)

    enough = step_digits(step, digits)

    old, new = (float(f"{value:.{enough}g}") for value in (step.old_value, step.new_value))
    assert enough >= digits
    assert new - old == pytest.approx(step.new_value - step.old_value, rel=0.5)


def test_the_line_of_the_new_weight_shows_the_step_and_every_other_line_has_the_digits_that_were_asked_for():
    # −0.16595599 goes up by 0.0000002, the derivative is 0.2: with three digits −0.166 before and after.
    step = tiny_step()

    *_, update = worked_text(step, digits=3).split("new input 1 → target = ")

    old, new = (f"{value:.{step_digits(step, 3)}g}".replace("-", "−") for value in (step.old_value, step.new_value))
    assert old != new
    assert f"({old}) − " in update
    assert f"= {new}\n" in update
    assert "(−0.166) · 1" in worked_text(step, digits=3)


def test_a_sheet_gives_the_weight_with_the_digits_that_its_key_has():
    step = tiny_step()

    assert f"input 1 → target = {step.old_value:.{step_digits(step, 3)}g}".replace("-", "−") in worksheet(
        step, digits=3
    )


def test_where_nothing_moves_or_all_is_rounded_on_paper_no_digit_is_added():
    assert step_digits(tiny_step(learning_rate=1e-30), 3) == 3
    assert step_digits(on_paper(tiny_step(), 3), 3) == 3
