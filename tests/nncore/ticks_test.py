"""Where ticks stand: one table of cases, read here and by the player's tests."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore.ticks import multiples, round_numbers, round_step

CASES = json.loads(Path(__file__).with_name("tick_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["round_numbers"], ids=str)
def test_round_numbers_are_one_two_and_five_times_the_powers_of_ten(case):
    assert round_numbers(case["first"], case["last"]) == case["numbers"]


@pytest.mark.parametrize("case", CASES["round_step"], ids=str)
def test_a_step_is_the_smallest_round_number_that_is_large_enough(case):
    assert round_step(case["rough"]) == case["step"]


@pytest.mark.parametrize("case", CASES["multiples"], ids=str)
def test_multiples_of_a_step_have_no_rounding_error(case):
    assert multiples(case["step"], range(case["first"], case["last"] + 1)) == case["ticks"]


@given(st.floats(1e-300, 1e300))
def test_a_step_is_never_much_larger_than_what_was_wanted(rough):
    step = round_step(rough)

    # The largest gap is that between two and five.
    assert rough * (1 - 1e-9) <= step < 2.5 * rough * (1 + 1e-9)
    assert round(step / 10.0 ** math.floor(math.log10(step) + 1e-9), 6) in (1, 2, 5)
