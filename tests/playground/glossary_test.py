"""One glossary: a sentence for each term, told there and nowhere else, and every term that is marked has one."""

import re
from pathlib import Path

import pytest

from playground.glossary.glossary import glossary, meaning_of
from playground.player.assets import assets
from playground.settings.settings import BY_NAME

PLAYGROUND = Path(__file__).parents[2] / "playground"
FRONT_END = PLAYGROUND / "player" / "frontend"
SOURCES = [
    path
    for path in PLAYGROUND.rglob("*")
    if path.suffix in {".py", ".mjs", ".js", ".json", ".md"} and not {"made", "vendor"} & set(path.parts)
]


def test_terms_stand_in_the_order_of_the_alphabet_each_with_one_sentence():
    assert list(glossary()) == sorted(glossary())
    for sentence in glossary().values():
        assert re.fullmatch(r"[A-Z].*\.", sentence)
        assert ". " not in sentence


@pytest.mark.parametrize("term", glossary())
def test_a_sentence_stands_in_the_glossary_alone(term):
    homes = [path.name for path in SOURCES if meaning_of(term) in path.read_text(encoding="utf-8")]

    # The example that shows how the glossary is asked has one of them.
    assert [home for home in homes if home != "glossary.py"] == ["terms.json"]


def test_a_setting_that_is_a_term_has_its_sentence_as_help():
    same = {
        "bias": "bias", "learning_rate": "learning rate", "epochs": "epoch", "seed": "seed", "loss": "loss",
        "optimizer": "optimizer", "momentum": "momentum", "hidden_1_activation": "activation",
    }  # fmt: skip

    assert {name: BY_NAME[name].help for name in same} == {name: meaning_of(term) for name, term in same.items()}


def test_every_word_that_the_player_marks_is_a_term_and_the_player_is_sent_all():
    marked = {
        name
        for path in FRONT_END.rglob("*.js")
        if "made" not in path.parts
        for name in re.findall(r'\bterm\("([^"]+)"', path.read_text(encoding="utf-8"))
    }

    assert {"epoch", "activation", "neuron"} <= marked <= set(glossary())
    assert assets()["glossary"] == glossary()
