import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nncore.data import number_parsing
from nncore.data.number_parsing import Marks, Unreadable, format_number, is_blank, marks_of, read_number
from nncore.errors import SettingError

# Read by number_parsing.test.mjs too: a weight is read in the browser.
CASES = json.loads(Path(__file__).with_name("typed_number_cases.json").read_text(encoding="utf-8"))

DECIMAL_COMMA = marks_of(["0,5"])
COMMA_THOUSANDS = marks_of(["1,234,567"])
DOT_THOUSANDS = marks_of(["1.234.567"])


@pytest.mark.parametrize("case", [case for case in CASES if "value" in case], ids=lambda case: ascii(case["text"]))
def test_a_number_alone_is_read_in_every_way_people_write_it(case):
    found = read_number(case["text"])

    assert found == case["value"]


@pytest.mark.parametrize("case", [case for case in CASES if "reason" in case], ids=lambda case: ascii(case["text"]))
def test_what_is_no_number_says_why_and_how_to_mend_it(case):
    found = read_number(case["text"])

    assert found == Unreadable(case["reason"], case["mend"])


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
    vanishes = expected == 0 and any(digit in "123456789" for digit in text.lower().partition("e")[0])
    if not grouped and expected is not None and math.isfinite(expected) and not vanishes:
        assert found == expected
    elif not grouped:
        assert isinstance(found, Unreadable)


NUMBERS = st.from_regex(r"[-+]?[0-9]{0,4}([.,][0-9]{0,4})?([.,][0-9]{3})?([eE]-?[0-9]{1,3})?", fullmatch=True)


@given(st.one_of(NUMBERS, st.text("0123456789.,-e ", max_size=12)), st.lists(NUMBERS, max_size=3))
@example("1.500", ["0,5"])
@example("1.500", ["1.234.567"])
@example("0." + "0" * 400 + "1", [])
@example("9" * 400, [])
@example("-0.000", [])
def test_what_is_written_simply_is_read_as_it_would_be_the_long_way(text, others):
    marks = marks_of([text, *others])
    found = read_number(text, marks)

    with pytest.MonkeyPatch.context() as the_long_way:
        the_long_way.setattr(number_parsing, "simple_number", lambda text: None)
        assert marks_of([text, *others]) == marks
        expected = read_number(text, marks)
    assert repr(found) == repr(expected)  # 0.0 is not -0.0
