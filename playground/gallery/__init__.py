"""Experiments ready to open: one JSON file each, the two articles first."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from nncore.experiment.experiment import Experiment

ORDER = ("article-1", "article-2", "and", "or", "xor", "nand")


@dataclass(frozen=True)
class GalleryItem:
    """One experiment ready to open.

    Attributes
    ----------
    name : str
        Of its file.
    title : str
        In the list.
    about : str
        One or two sentences, with the author where there is one.
    experiment : Experiment
        What opens.
    new_situation : tuple of float
        The row asked about at first.
    measure : str
        What the first chart opens on; see `playground.runs.measures`.
    note : str
        What is to be said of that chart; may be empty.
    """

    name: str
    title: str
    about: str
    experiment: Experiment
    new_situation: tuple[float, ...]
    measure: str = "loss"
    note: str = ""


@cache
def gallery() -> tuple[GalleryItem, ...]:
    """Return all items, in the order of the list.

    Examples
    --------
    >>> [item.name for item in gallery()][:2]
    ['article-1', 'article-2']
    """
    return tuple(_read(name) for name in ORDER)


def _read(name: str) -> GalleryItem:
    record = json.loads(files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8"))
    record["experiment"] = Experiment.from_dict(record["experiment"])
    record["new_situation"] = tuple(record["new_situation"])
    return GalleryItem(name=name, **record)
