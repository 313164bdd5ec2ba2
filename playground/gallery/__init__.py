"""Documents ready to open: one JSON file each, the two articles first."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from nncore.experiment.experiment import Experiment
from playground.document import Document

ORDER = ("article-1", "article-2", "and", "or", "xor", "nand")


@cache
def gallery() -> tuple[Document, ...]:
    """Return all documents, in the order of the list; no two have the same title.

    Examples
    --------
    >>> [document.title for document in gallery()][:3]
    ['Article 1: a single neuron', 'Article 2: a hidden layer', 'AND']
    """
    return tuple(_read(name) for name in ORDER)


def opens_a_page(experiment: Experiment) -> bool:
    """Return whether one of them holds an experiment, so that it is no page's own.

    Examples
    --------
    >>> from nncore import articles
    >>> opens_a_page(articles.single_neuron()), opens_a_page(articles.hidden_layer(scaling="train"))
    (True, False)
    """
    return any(experiment == document.experiment for document in gallery())


def _read(name: str) -> Document:
    return Document.from_dict(json.loads(files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8")))
