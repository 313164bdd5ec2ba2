"""The page and its live player write the same number with the same text: one table of cases, read by both."""

import json
from pathlib import Path

import pytest

from playground.text.shown_number import shown_number

CASES = json.loads(Path(__file__).with_name("number_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["value"]))
def test_a_number_is_written_as_the_table_says(case):
    assert shown_number(float(case["value"])) == case["text"]


def test_the_table_has_halves_that_round_to_the_even_digit():
    # 12344.5 and 12345.5 lie halfway; 10.125 and 10.375 too: an even digit lies once below and once above.
    texts = {case["value"]: case["text"] for case in CASES}

    assert (texts[12344.5], texts[12345.5]) == ("12,344", "12,346")
    assert (texts[10.125], texts[10.375]) == ("10.12", "10.38")
