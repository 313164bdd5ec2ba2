import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore.number_text import number_text, sentence_number


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1, "0.1"),
        (-0.5, "−0.5"),
        (1.0, "1"),
        (1e-6, "0.000001"),
        (1000.0, "1,000"),
        (1e160, "10¹⁶⁰"),
        (-2.5e-8, "−2.5\xa0·\xa010⁻⁸"),
        (0.123456789, "0.123457"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
    ],
)
def test_a_number_in_a_sentence_has_a_real_minus_and_no_letter_e(value, text):
    assert sentence_number(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(1, 12))
def test_no_line_breaks_within_a_number_and_no_hyphen_stands_for_a_minus(value, significant):
    text = number_text(value, significant)

    assert not {" ", "-", "e"} & set(text)
    assert text.startswith("−") == (value < 0)


@given(st.floats(1e-6, 1e6), st.integers(3, 12))
def test_a_plain_number_is_off_by_half_a_unit_of_its_last_digit_at_most(value, significant):
    shown = Fraction(number_text(value, significant).replace(",", ""))

    unit = Fraction(10) ** (math.floor(math.log10(value)) - significant + 1)
    assert abs(shown - Fraction(value)) <= unit * Fraction(6, 10)
