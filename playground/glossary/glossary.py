"""The words of the field, from terms.json: for the help of a setting, and for the player."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def glossary() -> Mapping[str, str]:
    """Return the sentence of each term, in the order of the alphabet."""
    return dict(json.loads(files(__package__).joinpath("terms.json").read_text(encoding="utf-8")))


def meaning_of(term: str) -> str:
    """Return what a term means, in one sentence.

    Examples
    --------
    >>> meaning_of("learning rate")
    'How far each update moves the weights against the gradient, η.'
    """
    return glossary()[term]
