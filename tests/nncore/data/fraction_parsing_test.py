"""A number is read where it is written as a fraction, too; the browser reads the same cases."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore.data.fraction_parsing import read_number_or_fraction
from nncore.data.number_parsing import Unreadable, format_number, marks_of

# Read by fraction_parsing.test.mjs too: a weight is read in the browser.
CASES = json.loads(Path(__file__).with_name("typed_fraction_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case["text"]))
def test_a_number_or_a_fraction_is_read_or_refused(case):
    expected = case["value"] if "value" in case else Unreadable(case["reason"], case["mend"])

    assert read_number_or_fraction(case["text"]) == expected


def test_what_is_in_doubt_alone_is_decided_by_what_stands_beside_it():
    assert read_number_or_fraction("1,500/3", marks_of(["0,5"])) == 0.5


@given(st.floats(-1e150, 1e150), st.floats(1e-150, 1e150))
def test_a_fraction_is_what_division_gives(above, below):
    assert read_number_or_fraction(f"{format_number(above)}/{format_number(below)}") == above / below
