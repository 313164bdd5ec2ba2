"""An article as it was published: who wrote it, where, what it prints, and what may be said of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class PrintedNumber:
    """One number, or a few that belong together, as an article prints it.

    Attributes
    ----------
    place : str
        Where in the article it stands.
    what : str
        What it is called there.
    computed : str
        What is computed here in its place, a name from `computed_numbers.COMPUTED`.
    printed : str or None
        None where it is lost.
    differs : str
        Why what is computed here is not the same, in a sentence; empty where it is the same.
    restored : bool
        Whether its line is lost, and concluded from the rest.
    """

    place: str
    what: str
    computed: str
    printed: str | None = None
    differs: str = ""
    restored: bool = False


@dataclass(frozen=True)
class Remark:
    """What an article says a little inexactly, and what is exact."""

    said: str
    exact: str


@dataclass(frozen=True)
class Article:
    """An article.

    Attributes
    ----------
    title : str
        Of its document in the gallery.
    name, author, published : str
        `published` is where and when.
    numbers : tuple of PrintedNumber
    restored : str
        Which lines are lost, and what stands in their place.
    remarks : tuple of Remark
    """

    title: str
    name: str
    author: str
    published: str
    numbers: tuple[PrintedNumber, ...]
    restored: str
    remarks: tuple[Remark, ...]


@cache
def articles() -> tuple[Article, ...]:
    """Return both articles, as printed.json has them.

    Examples
    --------
    >>> [(article.author, article.published) for article in articles()]
    [('Michael J. Garbade', 'KDnuggets, October 2018'), ('Chris Verdence', 'Better Programming, 25 November 2020')]
    """
    return tuple(map(_read, json.loads(files(__package__).joinpath("printed.json").read_text(encoding="utf-8"))))


def article_titled(title: str) -> Article | None:
    """Return the article whose document in the gallery has this title; None if none has."""
    return next((article for article in articles() if article.title == title), None)


def _read(record: dict[str, Any]) -> Article:
    numbers = [PrintedNumber(**number) for number in (*record.pop("printed"), *record.pop("lost"))]
    remarks = [Remark(**remark) for remark in record.pop("remarks")]
    return Article(**record, numbers=tuple(numbers), remarks=tuple(remarks))
