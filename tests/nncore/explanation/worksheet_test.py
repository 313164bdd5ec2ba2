"""The exercise: what is given, blanks for the rest, and questions that Moodle reads."""

import re

import pytest
from hypothesis import given

import nncore
from nncore.explanation.worked_text import worked_text
from nncore.explanation.worksheet import BLANK, moodle_questions, worksheet
from nncore.textbook_examples import mazur
from nncore.training.interventions import SetParameter

from .random_updates import updates_of_runs

W1 = nncore.explain(mazur(), epoch=0, sample=0, parameter=0)


def test_a_sheet_tells_what_is_given_and_leaves_a_blank_for_every_line():
    sheet = worksheet(W1)

    for line in W1.given:
        assert f"{line.name} = {line.value:g}\n" in sheet
    assert sheet.count(BLANK) == len(W1.lines)
    assert "0.3775" not in sheet


def test_the_key_has_the_lines_of_the_sheet_with_their_values():
    sheet, key = worksheet(W1), worked_text(W1)

    for line in W1.lines:
        assert f"{line.name} = " in sheet
        assert f"{line.name} = " in key
    assert "= 0.3775\n" in key


def read_gift(text):
    """Return the questions of a text in GIFT format: (title, text, answer, tolerance), as Moodle reads them."""
    found = []
    for block in re.split(r"\n\s*\n", text):
        body = "\n".join(row for row in block.splitlines() if not row.startswith("//")).strip()
        if body:
            title, asked, answer, slack = re.fullmatch(
                r"::((?:\\.|[^:\\])*)::\[plain\]((?:\\.|[^{\\])*)\{#([^:}]+):([^}]+)\}", body
            ).groups()
            found.append((*(re.sub(r"\\(.)", r"\1", part) for part in (title, asked)), float(answer), float(slack)))
    return found


@given(updates_of_runs())
def test_every_line_is_a_question_with_its_value_and_a_tolerance(drawn):
    step = drawn.worked()

    questions = read_gift(moodle_questions(step))

    assert len(questions) == len(step.lines)
    for line, (title, asked, answer, slack) in zip(step.lines, questions, strict=True):
        assert title.endswith(f". {line.name}")
        assert answer == line.value
        assert slack == pytest.approx(0.005 * abs(line.value), rel=0.1, abs=2e-12)
        for name, _ in line.terms:
            assert f"{name} = " in asked


def test_a_question_tells_digits_enough_to_answer_it():
    # A sigmoid of 15 is 0.9999997: with six digits it would be 1, and its error 0.
    sure = nncore.Experiment(
        nncore.Dataset([[1.0]], [[1.0]]), nncore.Architecture((1, 1), ("sigmoid",), bias=False), loss="half_squared_error",
        optimizer=nncore.SGD(1.0), epochs=1, interventions=(SetParameter(0, "parameter", (0, 15.0)),),
    )  # fmt: skip

    questions = read_gift(moodle_questions(nncore.explain(sure, epoch=0, sample=0, parameter=0)))
    asked = {title: text for title, text, _, _ in questions}

    assert "Here y of target = 0.999999694, t of target = 1." in asked["4. error of target"]


@pytest.mark.parametrize("name", ["a{b}", "50% = half", "x:y", "#1", "~", "back\\slash"])
def test_columns_with_signs_that_mean_something_to_moodle_are_read_as_they_are_called(name):
    dataset = nncore.Dataset([[1.0]], [[2.0]], input_names=[name], target_names=["o"])
    experiment = nncore.Experiment(dataset, nncore.Architecture((1, 1), ("linear",)), loss="huber",
                                   optimizer=nncore.SGD(0.1), epochs=1)  # fmt: skip

    questions = read_gift(moodle_questions(nncore.explain(experiment, epoch=0, sample=0, parameter=0)))

    assert f"new {name} → o" in questions[-1][0]
