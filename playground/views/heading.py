"""A heading of a part of the page, with room beside it for what belongs to it."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def heading(title: str) -> DeltaGenerator:
    """Draw a heading and return the row it stands in; all such rows are equally high."""
    row = st.container(
        key=f"head_{title.lower().replace(' ', '_')}",
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
    )
    row.subheader(title, anchor=False)
    return row
