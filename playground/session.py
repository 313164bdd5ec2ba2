"""Keep what belongs to one open page: the tables, the settings, the run on the screen and the one before.

The only file that touches Streamlit's session state and its caches. Everything it hands out is a plain record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from nncore.dataset import Dataset
from nncore.experiment import Experiment
from playground.build import settings_of
from playground.demonstration import SHORTEST_SHOW, Demonstration
from playground.gallery import GalleryItem, gallery
from playground.settings import DEFAULTS
from playground.table import format_number

FIRST_SLICE = 0.4
"""Seconds that a changed run is trained before the page is drawn: most runs are finished by then."""

_STATE = "playground"


@dataclass
class PageState:
    """Everything a page remembers besides its widgets.

    `revision` grows whenever the tables are replaced: editors with the old number forget what was typed into them.
    `row_numbers` says which rows of the training and the test editor the run's rows are.
    """

    item: GalleryItem
    values: dict[str, Any]
    training: pd.DataFrame
    test: pd.DataFrame
    situation: pd.DataFrame
    revision: int = 0
    at_once: bool = False
    turn: int = 0
    row_numbers: tuple[Sequence[int], Sequence[int]] = ((), ())
    demonstration: Demonstration | None = None
    before: Demonstration | None = None


def page_state() -> PageState:
    """Return what this page remembers; at the first visit the first article is opened."""
    if _STATE not in st.session_state:
        st.session_state[_STATE] = _opened(gallery()[0], 0)
    state: PageState = st.session_state[_STATE]
    return state


def open_item(name: str) -> None:
    """Open an item of the gallery: its tables and its settings replace those on the page."""
    item = next(item for item in gallery() if item.name == name)
    st.session_state[_STATE] = _opened(item, page_state().revision + 1)


def widget_key(name: str) -> str:
    """Return the key of a widget: another one whenever something is opened, so that it starts from the new value.

    Streamlit forgets a widget that is not drawn for a while; `PageState.values` does not, and the widget is drawn again
    with what stands there.
    """
    return f"{name}_{page_state().revision}"


def choice(key: str, default: Any) -> Any:
    """Return the value of a widget outside the settings, which may not have been drawn yet."""
    return st.session_state.get(widget_key(key), default)


def follow(experiment: Experiment, row_numbers: tuple[Sequence[int], Sequence[int]]) -> Demonstration:
    """Return the run of an experiment: the one on the screen if it is the same, else a new one, trained a first slice.

    The run that was on the screen stays as the one before.
    """
    state = page_state()
    state.row_numbers = row_numbers
    if state.demonstration is None or state.demonstration.experiment != experiment:
        state.before = state.demonstration
        state.demonstration = _new_demonstration(experiment, 0.0)
        state.demonstration.advance(FIRST_SLICE)
    return state.demonstration


def train_again() -> None:
    """Start the run on the screen again from epoch 0, with the same starting weights, to be watched."""
    state = page_state()
    if state.demonstration is not None:
        seconds = 0.0 if state.at_once else SHORTEST_SHOW
        scale = state.demonstration.default_epoch_scale
        state.demonstration = _new_demonstration(state.demonstration.experiment, seconds)
        state.demonstration.scale = scale


def stop() -> None:
    """Stop the run on the screen where it is."""
    demonstration = page_state().demonstration
    if demonstration is not None:
        demonstration.stop()


def go_on() -> None:
    """Let a stopped run go on from where it is."""
    demonstration = page_state().demonstration
    if demonstration is not None:
        demonstration.start()


def next_turn() -> int | None:
    """Return a number that was never returned before if the run on the screen goes on, else None."""
    state = page_state()
    if state.demonstration is None or not state.demonstration.going_on:
        return None
    state.turn += 1
    return state.turn


def forget_before() -> None:
    """Let the run before go."""
    page_state().before = None


def text_table(rows: Sequence[Sequence[float]], columns: Sequence[str]) -> pd.DataFrame:
    """Return numbers as the texts an editor shows."""
    return pd.DataFrame([[format_number(value) for value in row] for row in rows], columns=list(columns), dtype=object)


def _new_demonstration(experiment: Experiment, seconds: float) -> Demonstration:
    demonstration = Demonstration(experiment, experiment.trainer(warn=False), seconds)
    demonstration.start()
    return demonstration


def _opened(item: GalleryItem, revision: int) -> PageState:
    dataset = item.experiment.dataset
    columns = [*dataset.input_names, *dataset.target_names]
    return PageState(
        item=item,
        values={**DEFAULTS, **settings_of(item.experiment)},
        training=text_table(_rows(dataset, test=False), columns),
        test=text_table(_rows(dataset, test=True), columns),
        situation=text_table([item.new_situation], dataset.input_names),
        revision=revision,
    )


def _rows(dataset: Dataset, *, test: bool) -> list[list[float]]:
    inputs = dataset.test_inputs if test else dataset.inputs
    targets = dataset.test_targets if test else dataset.targets
    if inputs is None or targets is None:
        return []
    return [[*row, *goal] for row, goal in zip(inputs.tolist(), targets.tolist(), strict=True)]
