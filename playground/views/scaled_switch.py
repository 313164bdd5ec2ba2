"""The switch in the sidebar: inputs as they were typed, or scaled as the network sees them."""

from __future__ import annotations

import streamlit as st

from playground import session
from playground.page.scaled_tables import can_be_scaled, show_scaled


def scaled_switch() -> None:
    """Draw the switch where the inputs are scaled, and have shown what it says."""
    state = session.page_state()
    if not can_be_scaled(state):
        return
    wanted = st.toggle(
        "Show inputs scaled",
        state.open.show_scaled,
        key=session.widget_key("show_scaled"),
        help="In the tables, along the axes and in the input circles: as the network sees them, or as they were typed.",
    )
    if wanted != state.open.show_scaled:
        session.keep_what_is_typed()
        show_scaled(state, wanted)
        st.rerun()
