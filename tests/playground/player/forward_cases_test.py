import json

import numpy as np
import pytest

import nncore
from nncore.network.activations import ACTIVATIONS

from .forward_cases import CASES_FILE, described, networks

TABLE = json.loads(CASES_FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_nncore_still_computes_what_the_table_of_cases_says(case):
    architecture = nncore.Architecture(case["layer_sizes"], case["activations"], bias=case["bias"])

    computed = described(case["name"], nncore.Network(architecture, case["parameters"]), case["inputs"])

    for part in ("pre_activations", "layer_activations", "derivatives"):
        for layer, expected in zip(computed[part], case[part], strict=True):
            if expected is None:
                assert layer is None
            else:
                np.testing.assert_allclose(layer, expected, rtol=1e-12, atol=1e-12)


def test_every_activation_stands_in_the_table_both_hidden_and_as_an_output():
    hidden = {name for case in TABLE["cases"] for name in case["activations"][:-1]}
    outputs = {case["activations"][-1] for case in TABLE["cases"]}

    assert (hidden, outputs) == (set(ACTIVATIONS), set(ACTIVATIONS))


def test_the_table_has_the_cases_and_ranges_of_today():
    names = [name for name, _, _ in networks()]
    ranges = {name: (activation.lowest, activation.highest) for name, activation in ACTIVATIONS.items()}

    assert [case["name"] for case in TABLE["cases"]] == names
    assert {
        name: (-np.inf if low is None else low, np.inf if high is None else high)
        for name, (low, high) in TABLE["ranges"].items()
    } == ranges


def test_the_table_reaches_the_flat_ends_of_every_activation_and_one_to_three_layers():
    reached = {
        name: (np.min(layer), np.max(layer))
        for case in TABLE["cases"]
        if case["layer_sizes"] in ([1, 1], [3, 3])
        for name, layer in zip(case["activations"], case["pre_activations"], strict=True)
    }

    assert reached == dict.fromkeys(ACTIVATIONS, (-800, 800))
    assert {len(case["activations"]) for case in TABLE["cases"]} == {1, 2, 3}
    assert {case["bias"] for case in TABLE["cases"]} == {True, False}
