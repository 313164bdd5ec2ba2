"""The table of cases that formulas are held to in both languages; the player computes derived inputs in the browser."""

import json
from pathlib import Path

import numpy as np
import pytest

from nncore.errors import FormulaError
from nncore.formulas import Formula
from nncore.formulas.operations import OPERATIONS

TABLE = json.loads((Path(__file__).parent / "formula_cases.json").read_text(encoding="utf-8"))


def names_in(lists):
    if not isinstance(lists, list) or lists[0] == "input":
        return set()
    return {lists[0]}.union(*map(names_in, lists[1:]))


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["formula"])
def test_a_formula_computes_what_the_table_of_cases_says(case):
    formula = Formula.parse(case["formula"], TABLE["names"])

    assert formula.as_lists(TABLE["names"]) == case["computes"]
    for row, expected in zip(TABLE["rows"], case["values"], strict=True):
        if expected is None:
            with pytest.raises(FormulaError, match="has no value in"):
                formula.values([row], TABLE["names"])
        else:
            np.testing.assert_allclose(formula.values([row], TABLE["names"]), [expected], rtol=1e-12)


def test_every_operation_stands_in_the_table():
    assert set().union(*(names_in(case["computes"]) for case in TABLE["cases"])) == set(OPERATIONS)
