"""An update with few digits: what somebody gets who writes every number down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nncore
import nncore.errors
from nncore.explanation.on_paper import on_paper, rounded
from nncore.textbook_examples import mazur

from .random_updates import updates_of_runs


def test_mazur_s_first_weight_with_three_digits():
    step = on_paper(nncore.explain(mazur(), epoch=0, sample=0, parameter=0), 3)

    # Hidden: z = 0.378 and 0.393 (or 0.392), a = 0.593 and 0.597. Output 1: z = 1.11, y = 0.752, so 0.742 · 0.186 = 0.138.
    # Output 2: z = 1.22, y = 0.772, so −0.218 · 0.176 = −0.0384.
    found = {line.name: line.value for line in step.lines}
    assert found["z of hidden 1"] == 0.378
    assert found["a of hidden 1"] == 0.593
    assert found["∂L/∂z of o1"] == 0.138
    assert found["∂L/∂z of o2"] == -0.0384
    # 0.138 · 0.4 − 0.0384 · 0.5 = 0.036; · 0.241 = 0.00868; · 0.05 = 0.000434; 0.15 − 0.5 · 0.000434 = 0.149783
    assert found["∂L/∂a of hidden 1"] == 0.036
    assert found["∂L/∂w"] == 0.000434
    assert found["new i1 → hidden 1"] == 0.150


@given(updates_of_runs(), st.integers(1, 17))
def test_every_number_has_so_many_digits_and_comes_from_the_line_it_names(drawn, digits):
    step = on_paper(drawn.worked(), digits)

    exact = drawn.worked()
    for line in (*step.given, *step.lines):
        written_down = line.place.kind in ("input", "target", "setting")
        assert line.value == (
            exact.line(line.name).value if line.is_given and written_down else rounded(line.value, digits)
        )
        for name, value in line.terms:
            assert value == step.line(name).value
    for line in step.lines:
        assert line.value == rounded(line.recomputed(), digits)


@given(updates_of_runs())
def test_with_all_digits_the_exact_result_comes_out(drawn):
    exact = drawn.worked()

    step = on_paper(exact, 17)

    for line in exact.lines:
        sizes = [abs(value) for _, value in line.terms]
        assert step.line(line.name).value == pytest.approx(line.value, rel=1e-9, abs=1e-9 * max([1.0, *sizes]))


@pytest.mark.parametrize("digits", [0, 18, 2.5, None])
def test_a_number_of_digits_that_cannot_be_is_refused(digits):
    step = nncore.explain(mazur(), epoch=0, parameter=0)

    with pytest.raises(nncore.errors.SettingError, match="digits must be a whole number from 1 to 17"):
        on_paper(step, digits)
