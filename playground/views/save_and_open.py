"""What is open as a file, to keep or to send, and the way back from one."""

from __future__ import annotations

import re
from functools import partial

import streamlit as st

from playground import session
from playground.document.file import LARGEST_FILE, file_of
from playground.document.trained_weights import TrainedWeights
from playground.page.kept_document import kept_document
from playground.page.opened_file import open_file
from playground.page.page_state import PageState
from playground.page.python_file import python_file
from playground.page.table_csv import table_csv
from playground.views.exercise_downloads import exercise_downloads

_NO_LETTERS = re.compile(r"[^a-z0-9]+")


def save_and_open() -> None:
    """Draw the line that unfolds to both."""
    state = session.page_state()
    # Another key for whatever is opened: so it is folded then, and holds no file any more.
    with st.popover("Share, save or open", type="tertiary", key=session.widget_key("files")):
        _save(state)
        _python(state)
        # The front end copies it, or says why not: only the browser knows the address it is at, and what stands in it by then.
        st.button(
            "Copy link",
            key=session.button_key(session.widget_key("copy_link")),
            width="stretch",
            help="Whoever can reach this page sees what is open here: the same table, settings and numbers.",
        )
        _tables(state)
        exercise_downloads(state, _file_name(state))
        given = st.file_uploader(
            # Of any kind: what is none is told so, where Streamlit would only colour its name.
            "Open a file that was saved",
            max_upload_size=LARGEST_FILE // 1_000_000,
            key=session.widget_key("file"),
        )
    if given is not None and open_file(state, given.file_id, given.getvalue()):
        st.rerun()


def _save(state: PageState) -> None:
    """Draw what gives all that is open as one file."""
    # The box is asked before the button is drawn that stands above it.
    place = st.container()
    with_weights = st.checkbox(
        "With the trained weights",
        value=True,
        key=session.widget_key("file_with_weights"),
        help="For other programs to read; opened here again, the network is trained anew in any case.",
    )
    place.download_button(
        "Save as a file",
        # Made at the click: the play-head has moved on by then.
        partial(_file, state, with_weights=with_weights),
        file_name=f"{_file_name(state)}.json",
        mime="application/json",
        on_click="ignore",
        width="stretch",
        help="Table, settings, and what was changed on the way: one readable file.",
    )


def _python(state: PageState) -> None:
    """Draw what gives the network as code."""
    st.download_button(
        "Download as Python",
        partial(python_file, state),
        file_name=f"{_file_name(state)}.py",
        mime="text/x-python",
        on_click="ignore",
        width="stretch",
        key=session.widget_key("python_file"),
        disabled=bool(state.open.stale),
        help="The network at the play-head as NumPy code: it answers to rows, and with --train it trains again and compares.",
    )


def _tables(state: PageState) -> None:
    """Draw what gives the tables as CSV files."""
    with_outputs = st.checkbox(
        "CSV files with the outputs at the play-head",
        key=session.widget_key("csv_with_outputs"),
        disabled=bool(state.open.stale),
    )
    with_derived = bool(state.open.derived) and st.checkbox(
        "CSV files with the derived inputs",
        key=session.widget_key("csv_with_derived"),
        disabled=bool(state.open.stale),
    )
    for name in ("training", "test") if state.open.tables["test"].filled_rows else ("training",):
        st.download_button(
            f"{name.capitalize()} table as CSV",
            partial(table_csv, state, name, with_derived=with_derived, with_outputs=with_outputs),
            file_name=f"{_file_name(state)}-{name}.csv",
            mime="text/csv",
            on_click="ignore",
            width="stretch",
            key=session.widget_key(f"csv_{name}"),
        )


def _file(state: PageState, *, with_weights: bool) -> str:
    with state.lock:
        trainer = state.open.run.trainer
        trained = TrainedWeights(trainer.network, trainer.epoch) if with_weights else None
        return file_of(kept_document(state.open, state.open.document()), trained)


def _file_name(state: PageState) -> str:
    return _name(state.open.document().title)


def _name(title: str) -> str:
    """Return a title as the name of a file.

    Examples
    --------
    >>> _name("Article 1: a single neuron")
    'article-1-a-single-neuron'
    """
    return _NO_LETTERS.sub("-", title.lower()).strip("-") or "playground"
