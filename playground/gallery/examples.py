"""All that the gallery shows, in groups; the short list *Open* has only the first of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from playground.document import Document
from playground.gallery import gallery
from playground.gallery.computed_examples import COMPUTED_EXAMPLES, XOR_WITH_HIDDEN_LAYER
from playground.gallery.example import Example
from playground.gallery.measured_examples import MEASURED_EXAMPLES

_EXAMPLES = {example.title: example for example in (XOR_WITH_HIDDEN_LAYER, *COMPUTED_EXAMPLES, *MEASURED_EXAMPLES)}


@dataclass(frozen=True)
class Group:
    """Documents that stand together under a heading.

    Attributes
    ----------
    heading : str
    documents : tuple of Document
    """

    heading: str
    documents: tuple[Document, ...]


@cache
def gallery_groups() -> tuple[Group, ...]:
    """Return the whole gallery; no two documents have the same title.

    Examples
    --------
    >>> [(group.heading, len(group.documents)) for group in gallery_groups()]
    [('Articles', 2), ('Gates', 5), ('Computed', 6), ('Measured', 6)]
    """
    articles, gates = gallery()[:2], gallery()[2:]
    return (
        Group("Articles", articles),
        Group("Gates", (*gates, _document(XOR_WITH_HIDDEN_LAYER.title))),
        Group("Computed", _documents(COMPUTED_EXAMPLES)),
        Group("Measured", _documents(MEASURED_EXAMPLES)),
    )


def document_titled(title: str) -> Document | None:
    """Return the document of the gallery with this title; None if it has none."""
    # The others are not made for it: a page that opens by its link would wait for them.
    if title in _EXAMPLES:
        return _document(title)
    return next((one for one in gallery() if one.title == title), None)


def _documents(examples: tuple[Example, ...]) -> tuple[Document, ...]:
    return tuple(_document(example.title) for example in examples)


@cache
def _document(title: str) -> Document:
    return _EXAMPLES[title].document()
