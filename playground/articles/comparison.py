"""Hold each number that an article prints against the one that is computed here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from nncore.articles import HIDDEN_LAYER_SINGLE_PREDICTION, SINGLE_NEURON_NEW_SITUATION, hidden_layer, single_neuron
from playground.articles.article import Article, PrintedNumber
from playground.articles.computed_numbers import ArticleRun, computed


@dataclass(frozen=True)
class ComparedNumber:
    """A printed number, and the one that is computed here, as it would be printed."""

    number: PrintedNumber
    computed: str

    @property
    def agrees(self) -> bool | None:
        """Whether they are the same; None where the printed one is lost."""
        return None if self.number.printed is None else self.number.printed == self.computed


@cache
def compared(article: Article) -> tuple[ComparedNumber, ...]:
    """Return every number of an article beside its own; the article is run once, for all pages.

    Examples
    --------
    >>> from playground.articles.article import articles
    >>> numbers = compared(articles()[0])
    >>> numbers[-3].number.what, numbers[-3].number.printed, numbers[-3].computed, numbers[-3].agrees
    ('New Output data', '0.9999584', '0.9999584', True)
    """
    return tuple(ComparedNumber(number, computed(_RUNS[article.title], number.computed)) for number in article.numbers)


_RUNS = {
    "Article 1: a single neuron": ArticleRun(single_neuron(), SINGLE_NEURON_NEW_SITUATION),
    "Article 2: a hidden layer": ArticleRun(hidden_layer(), HIDDEN_LAYER_SINGLE_PREDICTION),
}
"""By the title of the article."""
