"""Links that the page's first versions made, kept as they were in the address: they open, to the same numbers."""

import json
from pathlib import Path

import pytest

from playground.document import Document

LINKS = json.loads(Path(__file__).with_name("older_links.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("known", LINKS, ids=[known["what"] for known in LINKS])
def test_a_link_of_an_older_version_opens_to_the_same_numbers(known):
    experiment = Document.from_link(known["link"]).experiment

    assert list(experiment.architecture.layer_sizes) == known["layer_sizes"]
    assert list(experiment.dataset.input_names) == known["input_names"]
    assert experiment.epochs == known["epochs"]
    # As that version trained it; another processor may round the last digits otherwise.
    assert experiment.run().network.parameters[:4] == pytest.approx(known["parameters"], rel=1e-6)
