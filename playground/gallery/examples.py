"""All that the gallery shows, in groups; the short list *Open* has only the first of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from playground.document import Document
from playground.document.said_of_table import without_what_is_untrue
from playground.gallery import gallery
from playground.gallery.computed_examples import COMPUTED_EXAMPLES, XOR_WITH_HIDDEN_LAYER
from playground.gallery.example import Example, ExperimentExample
from playground.gallery.measured_examples import MEASURED_EXAMPLES
from playground.gallery.museum_examples import MUSEUM, MUSEUM_EXAMPLES
from playground.gallery.textbook_examples import TEXTBOOK_EXAMPLES

_EXAMPLES: tuple[Example | ExperimentExample, ...] = (
    *TEXTBOOK_EXAMPLES,
    XOR_WITH_HIDDEN_LAYER,
    *COMPUTED_EXAMPLES,
    *MEASURED_EXAMPLES,
    *MUSEUM_EXAMPLES,
)
EXAMPLES = {example.title: example for example in _EXAMPLES}
"""What the gallery has beyond the first list, by its title."""


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
    [('Articles', 2), ('Worked by hand', 1), ('Gates', 5), ('Computed', 6), ('Measured', 6), ('Museum of failures', 8)]
    """
    articles, gates = gallery()[:2], gallery()[2:]
    return (
        Group("Articles", articles),
        Group("Worked by hand", _documents(TEXTBOOK_EXAMPLES)),
        Group("Gates", (*gates, _document(XOR_WITH_HIDDEN_LAYER.title))),
        Group("Computed", _documents(COMPUTED_EXAMPLES)),
        Group("Measured", _documents(MEASURED_EXAMPLES)),
        Group(MUSEUM, _documents(MUSEUM_EXAMPLES)),
    )


def document_titled(title: str) -> Document | None:
    """Return the document of the gallery with this title; None if it has none."""
    # The others are not made for it: a page that opens by its link would wait for them.
    if title in EXAMPLES:
        return _document(title)
    return next((one for one in gallery() if one.title == title), None)


def example_of(document: Document) -> Document | None:
    """Return the document of the gallery that another is called as, or began as; None if it is none of it.

    Examples
    --------
    >>> from dataclasses import replace
    >>> example_of(replace(document_titled("AND"), title="", began_as="Iris")).title
    'Iris'
    """
    return document_titled(document.began_as or document.title)


def truly_called(document: Document) -> Document:
    """Return a document that comes from outside without the title and the notes of an example whose table it does not have.

    Examples
    --------
    >>> from dataclasses import replace
    >>> iris = document_titled("Iris")
    >>> forged = truly_called(replace(iris, title="Article 1: a single neuron"))
    >>> forged.title, forged.note, forged.began_as
    ('', '', 'Article 1: a single neuron')
    >>> truly_called(iris) is iris
    True
    """
    example = document_titled(document.title)
    return document if example is None else without_what_is_untrue(document, example)


def _documents(examples: Sequence[Example | ExperimentExample]) -> tuple[Document, ...]:
    return tuple(_document(example.title) for example in examples)


@cache
def _document(title: str) -> Document:
    return EXAMPLES[title].document()
