"""The page and its live player write the same number with the same text: one table of cases, read by both."""

import json
from pathlib import Path

import pytest

from nncore.data.number_parsing import format_number
from nncore.number_text import number_text
from playground.text.shown_number import shown_number
from playground.text.wording import epoch_text

CASES = json.loads(Path(__file__).with_name("number_cases.json").read_text(encoding="utf-8"))


def cases(kind):
    return pytest.mark.parametrize("case", CASES[kind], ids=lambda case: repr(case["value"]))


@cases("shown")
def test_a_number_is_written_as_the_table_says(case):
    assert shown_number(float(case["value"])) == case["text"]


@cases("number")
def test_a_number_of_so_many_digits_is_written_as_the_table_says(case):
    assert number_text(case["value"], case["significant"]) == case["text"]


@cases("epoch")
def test_an_epoch_is_written_as_the_table_says(case):
    assert epoch_text(case["value"]) == case["text"]


@cases("cell")
def test_a_cell_is_written_as_the_table_says(case):
    assert format_number(case["value"]) == case["text"]


def test_the_table_has_halves_that_round_to_the_even_digit():
    # 12344.5 and 12345.5 lie halfway; 10.125 and 10.375 too: an even digit lies once below and once above.
    texts = {case["value"]: case["text"] for case in CASES["shown"]}

    assert (texts[12344.5], texts[12345.5]) == ("12,344", "12,346")
    assert (texts[10.125], texts[10.375]) == ("10.12", "10.38")
