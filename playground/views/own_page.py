"""A page in place of the playground, to be read from top to bottom, and the way back."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from playground import session


def own_page(name: str, key: int, heading: str) -> DeltaGenerator:
    """Draw the head of such a page, and return where the rest of it goes.

    Parameters
    ----------
    name : str
        As `session.open_page` has it.
    key : int
        Part of the keys of its widgets.
    heading : str
    """
    st.html(f"<style>{Path(__file__).with_name('own_page.css').read_text(encoding='utf-8')}</style>")
    page = st.container(key=f"own_page_{name}")
    with page:
        back = "← Back to the playground"
        st.button(
            back, type="tertiary", on_click=session.close_page, args=(name,), key=session.button_key(f"leave_{key}")
        )
        st.header(heading, anchor=False)
    return page


def own_page_table(table: str) -> None:
    """Draw a table, which is HTML, as such a page has it."""
    st.html(f'<div class="own-page-table">{table}</div>')
