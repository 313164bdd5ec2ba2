import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nncore.errors import SettingError
from playground.tables.number_parsing import Marks, Unreadable, format_number, is_blank, marks_of, read_number

DECIMAL_COMMA = marks_of(["0,5"])
COMMA_THOUSANDS = marks_of(["1,234,567"])
DOT_THOUSANDS = marks_of(["1.234.567"])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0.0),
        ("1", 1.0),
        ("007", 7.0),
        ("-2.5", -2.5),
        ("+3", 3.0),
        ("- 5", -5.0),
        ("1e-3", 0.001),
        ("1E5", 100000.0),
        ("1,5e3", 1500.0),
        ("1,234e3", 1234.0),
        ("1.234e-07", 1.234e-07),
        (".5", 0.5),
        (",5", 0.5),
        ("5.", 5.0),
        ("5,", 5.0),
        ("\u22122.5", -2.5),
        ("\u20132.5", -2.5),
        ("\uff11\uff0e\uff15", 1.5),
        (" 1.5 ", 1.5),
        ("\u00a01.5\u202f", 1.5),
        ("\t1.5\n", 1.5),
        ("\ufeff1.5\u200b", 1.5),
        ("1 000", 1000.0),
        ("1\u00a0000", 1000.0),
        ("12\u202f345\u202f678", 12345678.0),
        ("1\u2009000,5", 1000.5),
        ("1 000,125", 1000.125),
        ("1'000", 1000.0),
        ("1\u2019234\u2019567.5", 1234567.5),
        ("1_000", 1000.0),
        ("0,5", 0.5),
        ("0,125", 0.125),
        ("-0,125", -0.125),
        ("1,25", 1.25),
        ("1,2345", 1.2345),
        ("1234,567", 1234.567),
        ("1.000", 1.0),
        ("1.500", 1.5),
        ("0.125", 0.125),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1234567.0),
        ("1,234,567", 1234567.0),
        ("1.234.567,891", 1234567.891),
        ("-1,234,567.891", -1234567.891),
        ("1e-999", 0.0),
    ],
)
def test_a_number_alone_is_read_in_every_way_people_write_it(text, number):
    found = read_number(text)

    assert found == number


@pytest.mark.parametrize(
    ("text", "reason", "mend"),
    [
        ("1,000", "can mean 1000 or 1.0", "Write 1000 or 1.0"),
        ("-1,250", "can mean -1250 or -1.25", "Write -1250 or -1.25"),
        ("999,999", "can mean 999999 or 999.999", "Write 999999 or 999.999"),
        ("50%", "is a percentage", "Write 0.5 instead"),
        ("12,5 %", "is a percentage", "Write 0.125 instead"),
        ("0.7%", "is a percentage", "Write 0.007 instead"),
        ("1/2", "is a fraction", "Write 0.5 instead"),
        ("-3 / 4", "is a fraction", "Write -0.75 instead"),
        ("1\u20448", "is a fraction", "Write 0.125 instead"),
        ("true", "is not a number", "Write 1 for true and 0 for false"),
        ("FALSE", "is not a number", "Write 1 for true and 0 for false"),
        ("yes", "is not a number", "Write 1 for yes and 0 for no"),
        ("No", "is not a number", "Write 1 for yes and 0 for no"),
        ("off", "is not a number", "Write 1 for on and 0 for off"),
        ("inf", "is not a finite number", None),
        ("-Infinity", "is not a finite number", None),
        ("+∞", "is not a finite number", None),
        ("NaN", "is not a finite number", None),
        ("1e999", "is too large", "Write a finite number, below 1.7e308"),
        ("-1e999", "is too large", "Write a finite number, below 1.7e308"),
        ("1 2", "holds more than one number", "Write one number in each cell"),
        ("1;2", "holds more than one number", "Write one number in each cell"),
        ("0,5, 1,5", "holds more than one number", "Write one number in each cell"),
        ("1\t000", "holds more than one number", "Write one number in each cell"),
        ("1\n000", "holds more than one number", "Write one number in each cell"),
        ("0 125", "holds more than one number", "Write one number in each cell"),
        ("1,23,4", "has marks that do not fit a number", "Write it with a single dot, such as 1234.5"),
        ("1,234,5", "has marks that do not fit a number", "Write it with a single dot, such as 1234.5"),
        ("1.234.5", "has marks that do not fit a number", "Write it with a single dot, such as 1234.5"),
        ("1..5", "has marks that do not fit a number", "Write it with a single dot, such as 1234.5"),
        ("1,234 567", "holds more than one number", "Write one number in each cell"),
        ("0,123,456", "has marks that do not fit a number", "Write it with a single dot, such as 1234.5"),
        ("abc", "is not a number", None),
        ("5²", "is not a number", None),
        ("1e", "is not a number", None),
        ("e5", "is not a number", None),
        ("0x10", "is not a number", None),
        ("--5", "is not a number", None),
        ("1,000%", "is not a number", None),
        ("1/0", "is not a number", None),
        ("1/2/2024", "is not a number", None),
        (".", "is not a number", None),
        ("-", "is not a number", None),
        ("?", "is not a number", None),
    ],
)
def test_what_is_no_number_says_why_and_how_to_mend_it(text, reason, mend):
    found = read_number(text)

    assert found == Unreadable(reason, mend)


@pytest.mark.parametrize(
    ("text", "marks", "number"),
    [
        ("1,500", DECIMAL_COMMA, 1.5),
        ("-1,500", DECIMAL_COMMA, -1.5),
        ("1,500", DOT_THOUSANDS, 1.5),
        ("1,500", COMMA_THOUSANDS, 1500.0),
        ("1.500", COMMA_THOUSANDS, 1.5),
        ("1.500", marks_of(["0,5", "0.5"]), 1.5),
        ("1.500e3", DOT_THOUSANDS, 1500.0),
        ("0.500", DOT_THOUSANDS, 0.5),
    ],
)
def test_the_rest_of_the_table_decides_a_number_in_doubt(text, marks, number):
    found = read_number(text, marks)

    assert found == number


@pytest.mark.parametrize(
    ("text", "marks", "choice"),
    [
        ("1,500", marks_of(["0.5"]), "1500 or 1.5"),
        ("1,500", marks_of(["0,5", "1,234,567"]), "1500 or 1.5"),
        ("1,500", marks_of(["1.234.567", "1,234,567"]), "1500 or 1.5"),
        ("1.500", DECIMAL_COMMA, "1500 or 1.5"),
        ("1.234", DECIMAL_COMMA, "1234 or 1.2340"),
        ("1.500", DOT_THOUSANDS, "1500 or 1.5"),
        ("1.500", marks_of(["1.234.567", "0.5"]), "1500 or 1.5"),
    ],
)
def test_a_table_that_leaves_a_number_in_doubt_asks(text, marks, choice):
    found = read_number(text, marks)

    assert found == Unreadable(f"can mean {choice}", f"Write {choice}")


@pytest.mark.parametrize(
    ("texts", "marks"),
    [
        ([], Marks()),
        (["1", "1,000", "1.000", "abc", "", "5.", "5,"], Marks()),
        (["0,5"], Marks(decimal=frozenset(","))),
        (["0.5"], Marks(decimal=frozenset("."))),
        (["1 000"], Marks(groups=frozenset(" "))),
        (["1.234,5"], Marks(decimal=frozenset(","), groups=frozenset("."))),
        (["1,234,567", "0,5"], Marks(decimal=frozenset(","), groups=frozenset(","))),
    ],
)
def test_only_numbers_beyond_doubt_show_their_marks(texts, marks):
    found = marks_of(texts)

    assert found == marks


@pytest.mark.parametrize("text", ["", " ", "\u00a0\t\n", "\u200b\ufeff"])
def test_a_text_without_anything_to_see_is_blank(text):
    assert is_blank(text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (1, "1"),
        (0.5, "0.5"),
        (-2.5, "-2.5"),
        (10.0, "10"),
        (1e-7, "1e-07"),
        (1e22, "1e+22"),
        (0.1 + 0.2, "0.30000000000000004"),
        (np.float64(0.25), "0.25"),
    ],
)
def test_a_number_is_written_as_short_as_it_reads_back(value, text):
    written = format_number(value)

    assert written == text


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
def test_a_number_that_is_not_finite_is_not_written(value):
    with pytest.raises(SettingError, match="The value of a cell must be a finite number"):
        format_number(value)


@given(st.floats(allow_nan=False, allow_infinity=False))
@example(-0.0)
@example(1.125)
@example(5e-324)
@example(1.7976931348623157e308)
def test_a_written_number_reads_back_exactly(value):
    found = read_number(format_number(value))

    assert isinstance(found, float)
    assert found.hex() == value.hex()


@given(
    whole=st.integers(0, 10**12),
    fraction=st.text("0123456789", min_size=1, max_size=6),
    decimal_mark=st.sampled_from(".,"),
    group_mark=st.sampled_from([".", ",", " ", "\u00a0", "\u202f", "'", "\u2019", "_", ""]),
    sign=st.sampled_from(["", "-", "+", "\u2212"]),
)
def test_a_number_written_in_any_locale_is_read(whole, fraction, decimal_mark, group_mark, sign):
    if group_mark == decimal_mark:
        group_mark = ""
    text = f"{sign}{whole:,}".replace(",", group_mark) + decimal_mark + fraction

    found = read_number(text, Marks(decimal=frozenset(decimal_mark)))

    # Python's own reader of the plain form is the oracle.
    plain_sign = sign.replace("\u2212", "-")
    assert found == float(f"{plain_sign}{whole}.{fraction}")


@given(
    st.text() | st.text("0123456789.,+-eE%/ '_\u00a0\u2212;", max_size=12),
    st.sampled_from([Marks(), DECIMAL_COMMA, DOT_THOUSANDS]),
)
def test_any_text_is_read_as_a_finite_number_or_not_at_all(text, marks):
    found = read_number(text, marks)

    assert isinstance(found, Unreadable) or math.isfinite(found)


@given(st.text("0123456789.+-eE", max_size=10))
def test_with_dots_alone_exactly_what_python_reads_is_read(text):
    try:
        expected = float(text)
    except ValueError:
        expected = None

    found = read_number(text)

    grouped = text.count(".") > 1
    if not grouped and expected is not None and math.isfinite(expected):
        assert found == expected
    elif not grouped:
        assert isinstance(found, Unreadable)
