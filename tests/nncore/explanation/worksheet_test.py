"""The exercise: what is given, blanks for the rest, and questions that Moodle reads."""

from math import fsum

import numpy as np
import pytest
from hypothesis import given

import nncore
from nncore.explanation.exercise_set import Exercise, exercise_set
from nncore.explanation.gathered_rows import with_gathered_rows
from nncore.explanation.moodle_questions import ONE_TO_A_PAGE, moodle_file, moodle_questions
from nncore.explanation.printed_exercises import key_page
from nncore.explanation.worked_text import worked_text, written_number
from nncore.explanation.worksheet import BLANK, worksheet
from nncore.textbook_examples import mazur
from nncore.training.interventions import SetParameter

from .gift_reader import read_gift
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


@given(updates_of_runs())
def test_every_line_is_a_question_with_its_value_and_a_tolerance(drawn):
    step = drawn.worked()

    questions = read_gift(moodle_questions(step))

    assert len(questions) == len(step.lines)
    for line, question in zip(step.lines, questions, strict=True):
        assert question.name.endswith(f". {line.name}")
        assert question.answer == line.value
        moved = abs(step.new_value - step.old_value)
        most = moved / 2 if line.kind == "new_weight" and moved else np.inf  # the old weight is no answer to it
        assert question.tolerance == pytest.approx(min(0.005 * abs(line.value), most), rel=0.1, abs=2e-12)
        for name, _ in line.terms:
            assert f"{name} = " in question.text


def test_the_questions_say_that_later_ones_give_earlier_ones_away_and_no_student_reads_it():
    text = moodle_questions(nncore.explain(nncore.articles.single_neuron(), epoch=0, sample=0, parameter=0))

    assert f"// {ONE_TO_A_PAGE}" in text.splitlines()
    assert not any(ONE_TO_A_PAGE in question.text for question in read_gift(text))


def test_a_question_tells_digits_enough_to_answer_it():
    # A sigmoid of 15 is 0.9999997: with six digits it would be 1, and its error 0.
    sure = nncore.Experiment(
        nncore.Dataset([[1.0]], [[1.0]]), nncore.Architecture((1, 1), ("sigmoid",), bias=False), loss="half_squared_error",
        optimizer=nncore.SGD(1.0), epochs=1, interventions=(SetParameter(0, "parameter", (0, 15.0)),),
    )  # fmt: skip

    questions = read_gift(moodle_questions(nncore.explain(sure, epoch=0, sample=0, parameter=0)))
    asked = {question.name: question.text for question in questions}

    assert "Here y of target = 0.999999694, t of target = 1." in asked["4. error of target"]


@pytest.mark.parametrize(
    "name",
    [
        "a{b}", "50% = half", "x:y", "a::b", "::a::", "#1", "~", "{#1:0.1}", "back\\slash", "\\n", "a\\",
        "// a", "$CATEGORY: a", "[html]<b>a</b>", "a & b", "%50%a -> b", "Größe µm", "温度",
    ],
)  # fmt: skip
def test_columns_with_signs_that_mean_something_to_moodle_are_read_as_they_are_called(name):
    dataset = nncore.Dataset([[1.0]], [[2.0]], input_names=[name], target_names=["o"])
    experiment = nncore.Experiment(dataset, nncore.Architecture((1, 1), ("linear",)), loss="huber",
                                   optimizer=nncore.SGD(0.1), epochs=1)  # fmt: skip
    exercises = exercise_set(experiment, 2, epoch=0, sample=0, parameter=0)

    questions = read_gift(moodle_file(exercises).encode().decode("utf-8"))

    assert [question.category for question in questions[:: len(questions) // 2]] == ["Seed 0", "Seed 1"]
    last = questions[-1]
    assert last.name.endswith(f". new {name} → o")
    assert last.text.startswith(f"new {name} → o = ")
    assert f"Here {name} → o = " in last.text


# --- many rows ---------------------------------------------------------------------------------------------------------------


def _of_many_rows(reduction, **settings):
    rows = np.linspace(-1, 1, 150)[:, None]
    network = nncore.Architecture((1, 2, 1), ("tanh", "linear"))
    return nncore.Experiment(nncore.Dataset(rows, rows**2), network, loss="half_squared_error", reduction=reduction,
                             optimizer=nncore.SGD(0.1), epochs=2, **settings)  # fmt: skip


@pytest.mark.parametrize("reduction", ["sum", "mean"])
def test_rows_that_are_not_worked_are_one_given_number_if_they_are_many(reduction):
    step = nncore.explain(_of_many_rows(reduction), epoch=1, sample=6, parameter=0)
    others = fsum(line.value for line in step.given if line.kind == "row_gradient")

    sheet = worksheet(step, digits=None)

    gathered = with_gathered_rows(step)
    assert f"∂L/∂w of the other 149 rows together = {written_number(others, None)}\n" in sheet
    assert sheet.count("\n") < 80
    assert sheet.count(BLANK) == len(step.lines)
    for before, line in zip(step.lines, gathered.lines, strict=True):
        assert (line.name, line.value) == (before.name, before.value)
        assert line.recomputed() == pytest.approx(line.value, rel=1e-12, abs=1e-12)
        assert all(gathered.line(name).value == value for name, value in line.terms)
    assert "[∂L/∂w of the other 149 rows together]" in key_page([Exercise(0, step)])
    assert max(len(question.text) for question in read_gift(moodle_questions(step))) < 400


def test_few_rows_are_told_one_by_one():
    step = nncore.explain(_of_many_rows("mean", batch_size=10), epoch=1, sample=6, parameter=0)

    assert with_gathered_rows(step) == step
    assert "∂L/∂w in row 10 = " in worksheet(step)
