import math
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from playground.text.shown_number import shown_number

SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
INSIDE = st.floats(0, 1, exclude_min=True, exclude_max=True)


def value_of(text):
    """Return exactly the number that a shown text says."""
    text = text.replace("\xa0", " ")
    if " − " in text or " + " in text:
        one, sign, distance = text.split(" ", 2)
        return value_of(one) + (-value_of(distance) if sign == "−" else value_of(distance))
    if text.startswith("−"):
        return -value_of(text[1:])
    if "10" in text and text[-1] in "⁰¹²³⁴⁵⁶⁷⁸⁹":
        mantissa, _, power = text.rpartition(" · ")
        return Fraction(mantissa or 1) * Fraction(10) ** int(power[2:].translate(SUPERSCRIPTS))
    return Fraction(text.replace(",", ""))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.9999584, "0.99996"),
        (0.41, "0.4100"),
        (0.5, "0.5000"),
        (0.99, "0.9900"),
        (0.0102, "0.0102"),
        (0.0000864, "0.000086"),
        (0.000001, "0.0000010"),
        (9.9e-7, "9.9\xa0·\xa010⁻⁷"),
        (1e-12, "10⁻¹²"),
        (5e-324, "4.9\xa0·\xa010⁻³²⁴"),
        (0.0, "0"),
        (-0.0, "0"),
        (1.0, "1"),
        (-1.0, "−1"),
        (0.99999899, "0.999999"),
        (1 - 4.2e-10, "1\xa0−\xa04.2\xa0·\xa010⁻¹⁰"),
        (-1 + 4.2e-10, "−1\xa0+\xa04.2\xa0·\xa010⁻¹⁰"),
        (1 - 2**-53, "1\xa0−\xa01.1\xa0·\xa010⁻¹⁶"),
        (1.0000000001, "1.000"),
        (2.0, "2.000"),
        (-2.5, "−2.500"),
        (-0.25, "−0.2500"),
        (31.4159, "31.42"),
        (9999.7, "10,000"),
        (12345.678, "12,346"),
        (-9_999_999.0, "−9,999,999"),
        (12_345_678.0, "1.235\xa0·\xa010⁷"),
        (1e9, "10⁹"),
        (-1e300, "−10³⁰⁰"),
        (math.inf, "not finite"),
        (-math.inf, "not finite"),
        (math.nan, "not finite"),
    ],
)
def test_a_number_is_shown_as_a_person_reads_it(value, text):
    assert shown_number(value) == text


@given(INSIDE)
@example(math.nextafter(1, 0))
@example(0.99999999)
@example(0.999999)
@example(0.99995)
@example(math.nextafter(0, 1))
def test_a_number_strictly_between_0_and_1_never_looks_like_0_or_1(value):
    assert 0 < value_of(shown_number(value)) < 1


@given(st.floats(-1e12, 1e12))
def test_a_shown_number_has_four_decimals_or_digits(value):
    # Rounding the fourth moves it by half of one; a digit of a number of size s is at least s / 10,000.
    allowed = 0.00005 if abs(value) < 1 else 0.0005 * abs(value)

    assert abs(value_of(shown_number(value)) - Fraction(value)) <= allowed * 1.001


@given(st.floats(0, 0.5, exclude_min=True, allow_subnormal=False))
def test_of_a_number_near_0_two_digits_are_shown(value):
    assert abs(value_of(shown_number(value)) - Fraction(value)) <= 0.051 * Fraction(value)


@given(st.floats(0.5, 1, exclude_max=True))
def test_of_the_distance_to_1_one_digit_is_shown(value):
    distance = 1 - Fraction(value)

    assert abs(1 - value_of(shown_number(value)) - distance) <= 0.51 * distance


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_negative_number_is_shown_as_its_opposite_with_a_minus(value):
    assert value_of(shown_number(-value)) == -value_of(shown_number(value))


@given(st.lists(st.floats(0, 1e8), min_size=2, max_size=2).map(sorted))
def test_a_larger_number_never_looks_smaller(pair):
    smaller, larger = map(shown_number, pair)

    assert value_of(smaller) <= value_of(larger)
