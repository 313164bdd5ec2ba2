"""What is said of a document's table: its title and its notes, which are true of no other table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from playground.document.document import Document


def has_table_of(document: Document, other: Document) -> bool:
    """Return whether two documents have the same training rows in the same columns, so that what is said of one is true of both.

    Rows that are only asked about may be others, and so may inputs that are derived from the columns.

    Examples
    --------
    >>> from nncore import Dataset, articles
    >>> from playground.document import Document
    >>> article = Document(articles.single_neuron())
    >>> has_table_of(Document(articles.single_neuron()), article)
    True
    >>> has_table_of(Document(replace(article.experiment, dataset=Dataset([[0, 0, 1]], [[1]]))), article)
    False
    """
    one, two = document.experiment.dataset, other.experiment.dataset
    if document.columns != other.columns:
        return False
    return one is two or (np.array_equal(one.inputs, two.inputs) and np.array_equal(one.targets, two.targets))


def without_what_is_untrue(document: Document, began_as: Document) -> Document:
    """Return a document without what was said of the table it began with, if its own is another one.

    What it began as is still known. A lesson goes on as long as it is open, whatever becomes of its table.

    Parameters
    ----------
    document : Document
        Called as what it began as.
    began_as : Document

    Examples
    --------
    >>> from nncore import Dataset, articles
    >>> from playground.document import Document
    >>> article = Document(articles.single_neuron(), title="Article 1", note="The target is always input 1.")
    >>> own = replace(article, experiment=replace(article.experiment, dataset=Dataset([[0, 0, 1]], [[1]])), columns=())
    >>> own = without_what_is_untrue(own, article)
    >>> own.title, own.note, own.began_as
    ('', '', 'Article 1')
    """
    if document.lesson is not None or has_table_of(document, began_as):
        return document
    return replace(document, title="", note="", chart_note=None, began_as=began_as.title or began_as.began_as)
