"""Keep what belongs to one open page: the tables, the settings, the run on the screen and the one before.

The only file that touches Streamlit's session state and its caches. Everything it hands out is a plain record.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from threading import RLock
from typing import Any

import pandas as pd
import streamlit as st

from nncore.dataset import Dataset
from nncore.experiment import Experiment
from playground.build import settings_of
from playground.gallery import GalleryItem, gallery
from playground.player.ask import Ask, ChartChoices, read_ask
from playground.player.live_run import LiveRun
from playground.player.reply import OnTheScreen, make_reply
from playground.settings import DEFAULTS
from playground.table import format_number

FIRST_SLICE = 0.25
"""Seconds that a changed run is trained before the page is drawn: most runs are finished by then."""

QUICK_SLICE = 0.03
"""Seconds of what the player asks for that are trained before it is answered; the rest is trained after it.

As long as the script has not drawn the player again, whatever is clicked next may take it off the page for a moment.
"""

PLAYER = "player"
"""The key of the player on the page."""

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
    row_numbers: tuple[Sequence[int], Sequence[int]] = ((), ())
    run: LiveRun | None = None
    before: LiveRun | None = None
    ask: Ask | None = None
    choices: ChartChoices = field(default_factory=ChartChoices)
    runs: int = 0
    replies: int = 0
    described: tuple[int, int] = (0, 0)
    # Where Streamlit is told to be fast it runs two scripts of one page at once.
    lock: AbstractContextManager[Any] = field(default_factory=RLock)

    def take(self, ask: Ask | None) -> None:
        """Keep a request until the page is drawn, and do at once what it wishes.

        The page may never be drawn for this request: whatever is clicked next ends it.
        """
        self.ask = ask
        if ask is None or self.run is None or ask.run != self.run.number:
            return
        if ask.choices is not None:
            self.choices = ask.choices
        if ask.limit is not None:
            self.run.set_limit(ask.limit)
        if ask.forget:
            self.before = None


def page_state() -> PageState:
    """Return what this page remembers; at the first visit the first article is opened."""
    if _STATE not in st.session_state:
        st.session_state[_STATE] = _opened(gallery()[0], 0)
    state: PageState = st.session_state[_STATE]
    return state


def open_item(name: str) -> None:
    """Open an item of the gallery: its tables and its settings replace those on the page."""
    item = next(item for item in gallery() if item.name == name)
    old = page_state()
    # Runs and replies are counted on: the player must never take a new one for one it knows.
    st.session_state[_STATE] = replace(_opened(item, old.revision + 1), runs=old.runs, replies=old.replies)


def widget_key(name: str) -> str:
    """Return the key of a widget: another one whenever something is opened, so that it starts from the new value.

    Streamlit forgets a widget that is not drawn for a while; `PageState.values` does not, and the widget is drawn again
    with what stands there.
    """
    return f"{name}_{page_state().revision}"


def choice(key: str, default: Any) -> Any:
    """Return the value of a widget outside the settings, which may not have been drawn yet."""
    return st.session_state.get(widget_key(key), default)


def forget_before() -> None:
    """Let the run before go."""
    page_state().before = None


def follow(experiment: Experiment, row_numbers: tuple[Sequence[int], Sequence[int]]) -> LiveRun:
    """Return the run of an experiment: the one on the screen if it is the same, else a new one, trained a first slice.

    The run that was on the screen stays as the one before.
    """
    state = page_state()
    with state.lock:
        state.row_numbers = row_numbers
        if state.run is None or state.run.experiment != experiment:
            state.before = state.run
            state.runs += 1
            state.run = LiveRun(state.runs, experiment)
            if state.before is not None:
                state.run.set_limit(state.before.limit)
            state.run.advance(experiment.epochs, FIRST_SLICE)
        return state.run


def receive_ask() -> None:
    """Keep what the player asks for until the page is drawn, and do at once what it wishes."""
    state = page_state()
    with state.lock:
        state.take(read_ask(st.session_state[PLAYER]["ask"]))


def answer(run: LiveRun, situation: Sequence[float] | None, stale: str) -> bytes:
    """Return what the player is sent; it has not asked for anything where the page was drawn anew.

    Parameters
    ----------
    run : LiveRun
        The run on the screen.
    situation : sequence of float or None
        The row that is asked about.
    stale : str
        Why the run does not belong to what stands beside it; empty if it does.
    """
    state = page_state()
    with state.lock:
        return _answer(state, run, situation, stale)


def _answer(state: PageState, run: LiveRun, situation: Sequence[float] | None, stale: str) -> bytes:
    ask = state.ask
    if ask is None or ask.run != run.number:
        number = 0 if ask is None else ask.number
        ask = Ask(run.number, number=number, known=len(run.recording.epochs), known_flips=len(run.flips))
    run.advance(ask.until, min(ask.seconds, QUICK_SLICE))
    described = (run.number, 0 if state.before is None else state.before.number)
    if described != state.described:
        # The player does not know this run, or not beside this one before: it is told everything at once.
        state.described = described
        ask = replace(ask, known=0, known_flips=0, describe=True, charts=True, exact=run.trainer.epoch)
    state.replies += 1
    screen = OnTheScreen(
        before=state.before,
        row_numbers=state.row_numbers,
        situation=situation,
        choices=state.choices,
        opened=state.revision + 1,
        stale=stale,
        chart_note=state.item.note if state.choices.measure == state.item.measure else "",
    )
    return make_reply(run, screen, ask, state.replies)


def train_on(run: LiveRun) -> None:
    """Train for as long as the player has asked for; it is told with the next answer."""
    state = page_state()
    with state.lock:
        ask, state.ask = state.ask, None
        if ask is not None and ask.run == run.number:
            run.advance(ask.until, ask.seconds - QUICK_SLICE)


def text_table(rows: Sequence[Sequence[float]], columns: Sequence[str]) -> pd.DataFrame:
    """Return numbers as the texts an editor shows."""
    return pd.DataFrame([[format_number(value) for value in row] for row in rows], columns=list(columns), dtype=object)


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
        choices=ChartChoices(measure=item.measure),
    )


def _rows(dataset: Dataset, *, test: bool) -> list[list[float]]:
    inputs = dataset.test_inputs if test else dataset.inputs
    targets = dataset.test_targets if test else dataset.targets
    if inputs is None or targets is None:
        return []
    return [[*row, *goal] for row, goal in zip(inputs.tolist(), targets.tolist(), strict=True)]
