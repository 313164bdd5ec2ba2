"""What *Single neuron* means where there are several outputs."""

from __future__ import annotations

import streamlit as st

from playground import session

ONE_EACH = "One neuron for each output, side by side."


def several_neurons() -> None:
    """Say it where the table on the page has several outputs and no hidden layer is wanted."""
    here = session.page_state().open
    if here.values["architecture"] == "single_neuron" and here.run.experiment.dataset.target_count > 1:
        st.caption(ONE_EACH)
