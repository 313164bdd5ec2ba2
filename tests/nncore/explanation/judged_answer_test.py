"""Somebody works a line: what is right, what is rounding, and which mistake it was."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nncore
import nncore.errors
from nncore.explanation.judged_answer import judged_answer
from nncore.explanation.on_paper import on_paper
from nncore.explanation.typed_answer import LEAST_POWER
from nncore.explanation.usual_mistakes import usual_mistakes
from nncore.textbook_examples import mazur

from .random_updates import updates_of_runs

W1 = nncore.explain(mazur(), epoch=0, sample=0, parameter=0)
MEAN = nncore.explain(replace(nncore.articles.single_neuron(), reduction="mean"), epoch=0, sample=0, parameter=2)


@pytest.mark.parametrize(
    "text", ["0.3775", "0,3775", "0.37750", "0.378", "+0.3775", "3.775e-1", "151/400", " 0.38 ", "0.3775000"]
)
def test_what_is_the_number_to_the_digits_written_is_right(text):
    assert judged_answer(W1, "z of hidden 1", text).kind == "right"


@pytest.mark.parametrize(
    ("name", "text", "mistake", "said"),
    [
        # −0.0381 is the derivative; its sign is easily lost.
        ("∂L/∂z of o2", "0.0381", "sign", "the sign is not"),
        # 0.01 − 0.7514: target minus output.
        ("error of o1", "-0.7414", "sign", "output minus the target"),
        # 0.05 · 0.15 + 0.1 · 0.2, without 0.35.
        ("z of hidden 1", "0.0275", "missing_term", "bias of hidden 1"),
        # The sum itself.
        ("a of hidden 1", "0.3775", "not_yet", "z of hidden 1 itself"),
        # Without y (1 − y).
        ("∂L/∂z of o1", "0.7414", "missing_factor", "∂y/∂z of o1"),
        # 0.1385 · 0.40 alone, and −0.0381 · 0.50 alone.
        ("∂L/∂a of hidden 1", "0.0554", "missing_path", "∂L/∂z of o2"),
        ("∂L/∂a of hidden 1", "-0.01905", "missing_path", "∂L/∂z of o1"),
        # 0.138498562 · 0.35891648 − 0.038098237 · 0.511301270: with w5 and w7 after the update.
        ("∂L/∂a of hidden 1", "0.03023", "new_weight", "old ones"),
        # 0.7413650696² without the half, and half of it without the square.
        ("loss of o1", "0.5496", "missing_division", "Divide it by 2."),
        ("loss of o1", "0.3707", "missing_square", "Square error of o1."),
        # 0.15 + 0.5 · 0.000438568, and 0.15 − 0.000438568.
        ("new i1 → hidden 1", "0.15021928", "added_step", "do not add it"),
        ("new i1 → hidden 1", "0.14956143", "missing_factor", "learning rate"),
        # The old weight, which is within a hundredth of the new one.
        ("new i1 → hidden 1", "0.15000", "missing_term", "to take away"),
    ],
)
def test_a_usual_mistake_is_named(name, text, mistake, said):
    judged = judged_answer(W1, name, text)

    assert (judged.kind, judged.mistake) == ("wrong", mistake)
    assert said in judged.sentence


def test_a_mistake_that_comes_to_a_single_digit_is_named_where_it_comes_to_just_that():
    # Input 3 is 1 in this row.
    judged = judged_answer(MEAN, "∂z/∂w", "-1")

    assert (judged.kind, judged.mistake) == ("wrong", "sign")
    assert judged_answer(MEAN, "∂z/∂w", "1").kind == "right"


@pytest.mark.parametrize("text", ["0", "-0", "−0", "0.0", "0,00"])
def test_0_is_not_right_as_far_as_it_goes_of_what_is_not_0(text):
    # It is −0.0381.
    judged = judged_answer(W1, "∂L/∂z of o2", text)

    assert (judged.kind, judged.is_done) == ("wrong", False)
    assert "It is not 0" in judged.sentence


@pytest.mark.parametrize("text", ["-3.81·10⁻²", "−3,81 · 10⁻²", "-3.81*10^-2", "-3.81e-2"])
def test_a_power_of_ten_may_be_written_as_the_page_writes_it(text):
    assert judged_answer(W1, "∂L/∂z of o2", text).kind == "right"


def test_a_power_that_was_forgotten_is_called_a_square_only_where_it_is_one():
    experiment = replace(nncore.articles.single_neuron(), optimizer=nncore.Adam(0.1), epochs=9)
    step = nncore.explain(experiment, epoch=3, sample=0, parameter=0)
    # It divides by 1 − beta_1⁴.
    corrected = step.line("corrected m")

    without = dict(step.line("corrected m").terms)["m"] / (1 - 0.9)

    assert judged_answer(step, corrected.name, f"{without:.6f}").sentence == "Not yet. Raise beta_1 to the power t."


def test_a_sum_over_rows_that_should_be_a_mean_is_named():
    total = 4 * MEAN.line("∂L/∂w").value

    judged = judged_answer(MEAN, "∂L/∂w", f"{total:.6f}")

    assert judged.mistake == "missing_division"
    assert "Divide it by 4." in judged.sentence


@pytest.mark.parametrize(
    ("name", "text", "way"),
    [
        # With three digits on the way it is 0.036; exactly 0.036350306.
        ("∂L/∂a of hidden 1", "0.0360", "this is what 3 digits on the way give"),
        # 0.036 · 0.241 · 0.05 with three digits each time; exactly 0.000438568.
        ("∂L/∂w", "0.000434", "this is what 3 digits on the way give"),
        ("y of o1", "0.752", "this is what 3 digits on the way give"),
        # Within a hundredth of it, and nobody can say how.
        ("∂L/∂w", "0.000442", "digits were lost on the way"),
    ],
)
def test_what_comes_of_rounding_on_the_way_is_told_apart(name, text, way):
    judged = judged_answer(W1, name, text)

    assert (judged.kind, judged.is_done) == ("rounding", True)
    assert judged.sentence == f"Right but for rounding: {way}. Keep more digits until the end."


def test_who_works_a_line_from_the_digits_that_are_shown_has_only_rounded():
    step = nncore.explain(nncore.articles.single_neuron(), epoch=4, sample=0, parameter=0)

    # 0.345 · 0.226 is 0.07797; of all digits it comes to 0.07780.
    judged = judged_answer(step, "∂L/∂z of target", "0.07797")

    assert (judged.kind, judged.is_done) == ("rounding", True)
    assert "this is what 3 digits on the way give" in judged.sentence


def test_a_single_digit_is_enough_where_the_shown_numbers_give_no_more():
    step = nncore.explain(nncore.articles.single_neuron(), epoch=3, sample=2, parameter=0)

    # 0.657 · 1 + 0.539 · 0 − 0.661 · 1 is −0.004; of all digits it comes to −0.00399.
    judged = judged_answer(step, "z of target", "-0.004")

    assert (judged.kind, judged.is_done) == ("rounding", True)
    assert "this is what 3 digits on the way give" in judged.sentence


@pytest.mark.parametrize("text", ["0.15", "0.150"])
def test_the_old_weight_is_no_answer_to_the_new_one_however_small_the_step(text):
    # From 0.15 to 0.149781: with three digits both are 0.15.
    judged = judged_answer(W1, "new i1 → hidden 1", text)

    assert (judged.kind, judged.is_done) == ("rounding", False)
    assert judged.sentence == "Right as far as it goes, but so is the old weight. Write more digits."
    assert judged_answer(W1, "new i1 → hidden 1", "0.1498").kind == "right"


def test_a_new_weight_that_is_nearly_right_but_for_most_of_the_step_is_wrong():
    # The step is −0.000219; 0.1492 is within a hundredth of 0.149781, and a step of −0.0008.
    assert judged_answer(W1, "new i1 → hidden 1", "0.1492").kind == "wrong"


def test_a_zero_is_no_answer_that_was_rounded():
    step = nncore.explain(nncore.articles.single_neuron(), epoch=3, sample=2, parameter=0)

    assert judged_answer(step, "error of target", "0").kind == "wrong"
    assert not judged_answer(step, "error of target", "-1").is_done


def test_a_single_digit_is_too_few_to_tell():
    assert judged_answer(W1, "y of o1", "0.8").kind == "rounding"
    assert not judged_answer(W1, "y of o1", "0.8").is_done
    assert "one more digit" in judged_answer(W1, "y of o1", "0.8").sentence


def test_a_whole_number_needs_no_more_digits():
    step = nncore.explain(nncore.articles.single_neuron(), epoch=0, sample=0, parameter=2)

    assert judged_answer(step, "∂z/∂w", "1").kind == "right"


def test_something_else_gets_the_formula():
    judged = judged_answer(W1, "y of o1", "17.3")

    assert (judged.kind, judged.mistake) == ("wrong", "")
    assert judged.sentence == "Not yet. It is worked by 1 / (1 + exp(−z of o1))."
    assert judged_answer(W1, "∂L/∂z of hidden 1", "17.3").sentence == (
        "Not yet. It is worked by ∂L/∂a of hidden 1 · ∂a/∂z of hidden 1."
    )


@pytest.mark.parametrize(
    "text",
    ["", "abc", "1/0", "1/x", "0.3.4", "1/2/3", "1e999", "1e" + "9" * 5_000, "1e-" + "9" * 5_000, "1e300/1e-300"],
)
def test_what_is_no_number_is_refused_in_a_sentence(text):
    with pytest.raises(nncore.errors.SettingError):
        judged_answer(W1, "y of o1", text)


@pytest.mark.parametrize("text", ["1" + "0" * 307 + ".00", "0e-" + "9" * 5_000, "5e-320"])
def test_numbers_as_large_and_as_small_as_can_be_typed_are_judged(text):
    assert judged_answer(W1, "y of o1", text).kind == "wrong"


def test_a_line_that_is_not_there_is_refused():
    with pytest.raises(nncore.errors.SettingError, match="name must be that of a line"):
        judged_answer(W1, "z of nobody", "1.0")


@given(updates_of_runs(), st.integers(3, 12))
def test_the_number_itself_is_right_whatever_line_it_is(drawn, digits):
    step = drawn.worked()

    for line in step.lines[:40]:
        # Twelve digits of a smaller one end beyond what is told from 0.
        if line.value == 0 or abs(line.value) > 10.0 ** (LEAST_POWER + 12):
            judged = judged_answer(step, line.name, f"{line.value:.{digits - 1}e}")
            assert judged.kind == "right" or (line.kind == "new_weight" and "so is the old weight" in judged.sentence)


@given(updates_of_runs(), st.integers(3, 5))
def test_who_rounds_at_every_step_is_never_called_right_for_another_number(drawn, digits):
    step = drawn.worked()

    paper = on_paper(step, digits)

    for line in step.lines[:40]:
        text = f"{paper.line(line.name).value:.{digits - 1}e}"
        judged = judged_answer(step, line.name, text)
        if judged.kind == "right":
            assert float(text) == pytest.approx(line.value, rel=0.51 * 10 ** (1 - digits), abs=1e-300)


@given(updates_of_runs())
def test_every_hint_is_a_sentence(drawn):
    step = drawn.worked()

    for line in step.lines[:40]:
        for mistake in usual_mistakes(step, line):
            assert mistake.hint.endswith(".")
            assert mistake.hint[0].isupper()
