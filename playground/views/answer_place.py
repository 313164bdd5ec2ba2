"""Where the answer to the new situation stands."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from playground.player import can_play


def answer_place() -> DeltaGenerator:
    """Leave a place for the answer. The player writes into it with every epoch that it shows; without one it is empty."""
    if not can_play():
        return st.empty()
    return st.html('<div class="situation"></div>')
