"""What is said under a table that did not take all of what was pasted into it, and the way to all of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from playground import session
from playground.page.note_paste import paste_to_say
from playground.views.paste_box_offer import BOX
from playground.views.said_problem import say_problem

if TYPE_CHECKING:
    from playground.page.grid_paste import GridPaste
    from playground.page.open_document import OpenDocument


def say_grid_paste(table: str, cells: Sequence[Sequence[object]]) -> None:
    """Draw the sentence and its two buttons under the table it is about, if there is one."""
    here = session.page_state().open
    paste = paste_to_say(here, table, cells)
    if paste is None:
        return
    with st.container(key="grid-paste"):
        say_problem(paste.sentence)
        _offer(here, paste)


def _offer(here: OpenDocument, paste: GridPaste) -> None:
    # By callbacks: which box is open is decided before any is drawn.
    with st.container(horizontal=True):
        st.button(
            "See it in the box",
            key=session.button_key("grid_paste_box"),
            type="tertiary",
            on_click=_see_in_box,
            args=(here, paste),
        )
        st.button(
            "Leave it so", key=session.button_key("grid_paste_leave"), type="tertiary", on_click=_leave, args=(here,)
        )


def _see_in_box(here: OpenDocument, paste: GridPaste) -> None:
    _leave(here)
    session.open_box(BOX, pasted=paste.text, meant=paste.table)


def _leave(here: OpenDocument) -> None:
    here.grid_paste = None
