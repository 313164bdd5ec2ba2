"""What is to be mended, as the page says it beside what it is about."""

from __future__ import annotations

import streamlit as st

from playground.tables.table import markdown_escape


def say_problem(sentence: str) -> None:
    """Draw a sentence in red; what somebody has typed stands in it as it was typed."""
    st.markdown(f":red[{markdown_escape(sentence)}]")
