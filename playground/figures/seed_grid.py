"""How many test rows each seed gets wrong in each way of scaling: a cell a seed, a line a way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import plotly.graph_objects as go
from numpy.typing import ArrayLike

from playground.figures import style
from playground.figures.frame import fixed_on_the_page
from playground.figures.style import PALETTES, Theme
from playground.text.wording import plain

LINE = 34
"""Pixels of one way."""

MOST_WITH_GAPS = 40
"""Beyond this the cells are so narrow that they touch."""


@dataclass(frozen=True)
class SeedGrid:
    """Everything that `seed_grid_figure` draws.

    Attributes
    ----------
    ways : tuple of str
    wrong : tuple of tuple of int
        Rows that are not right, for each way and seed.
    sentences : tuple of tuple of str
        What is said of each.
    """

    ways: tuple[str, ...]
    wrong: tuple[tuple[int, ...], ...]
    sentences: tuple[tuple[str, ...], ...]


def seed_grid(ways: Sequence[str], not_right: Sequence[ArrayLike], counts: Sequence[Sequence[str]]) -> SeedGrid:
    """Return what is drawn.

    Parameters
    ----------
    ways : sequence of str
        What each is called.
    not_right : sequence of array_like, shape (seeds, rows)
        For each way, whether each seed fails at each row.
    counts : sequence of sequence of str
        For each way, what each seed gets right and wrong, in words.

    Examples
    --------
    >>> seed_grid(["own"], [[[False, True], [False, False]]], [["1 wrong", "all right"]])
    SeedGrid(ways=('own',), wrong=((1, 0),), sentences=(('seed 0: 1 wrong', 'seed 1: all right'),))
    """
    return SeedGrid(
        tuple(ways),
        tuple(tuple(np.asarray(failed).sum(axis=1).tolist()) for failed in not_right),
        tuple(tuple(f"seed {seed}: {text}" for seed, text in enumerate(texts)) for texts in counts),
    )


def seed_grid_figure(record: SeedGrid, theme: Theme) -> go.Figure:
    """Return the figure: the more rows a seed gets wrong, the stronger its cell."""
    colours = PALETTES[theme]
    seeds = len(record.wrong[0])
    gap = 1 if seeds <= MOST_WITH_GAPS else 0
    cells = {
        "type": "heatmap",
        "x": list(range(seeds)),
        "y": [plain(way) for way in record.ways],
        "z": [list(row) for row in record.wrong],
        "text": [list(row) for row in record.sentences],
        "hovertemplate": "%{text}<extra></extra>",
        "colorscale": [[0.0, colours.grid], [1.0, colours.ink]],
        "zmin": 0,
        "zmax": max(1, *map(max, record.wrong)),
        "showscale": False,
        "xgap": gap,
        "ygap": 4,
    }
    layout = {
        **fixed_on_the_page(colours),
        "height": LINE * len(record.ways) + 52,
        "margin": {"l": 8, "r": 8, "t": 4, "b": 46, "pad": 4},
        "xaxis": {
            "title": {"text": "seed", "standoff": 14, "font": {"size": style.FONT_SIZE}},
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        "yaxis": {"autorange": "reversed", "automargin": True, "showgrid": False, "fixedrange": True},
    }
    return go.Figure({"data": [cells], "layout": layout})
