"""The button beside the test table that splits test or validation rows off the training table, folded until wanted."""

from __future__ import annotations

import streamlit as st

from nncore.errors import NeuralNetworkError
from playground import session
from playground.page.split_off import make_test_rows, split_off
from playground.settings.settings import BY_NAME
from playground.views.lasting_button import lasting_button
from playground.views.said_problem import say_problem

SHARES = range(10, 55, 5)
"""Percent of the training rows."""

USUAL_SHARE = 25

TEST_ROWS, VALIDATION_ROWS = "Test rows", "Validation rows"


def split_test_rows() -> None:
    """Draw the button, and move the rows when that is wanted."""
    state = session.page_state()
    key = state.open.tables["training"].key
    unfolded = st.popover("Split off rows", type="tertiary", key=f"split_{key}", on_change="rerun")
    if not unfolded.open:
        return
    with unfolded:
        left, right = st.columns(2)
        share = left.selectbox(
            "Share of the rows",
            SHARES,
            SHARES.index(USUAL_SHARE),
            format_func=lambda share: f"{share} %",
            help="How many training rows are moved. Each class gives its share; the only row with a word stays.",
            key=f"split_share_{key}",
        )
        seed = right.text_input("Chosen by seed", "1", key=f"split_seed_{key}", autocomplete="off")
        role = st.radio(
            "They become",
            [TEST_ROWS, VALIDATION_ROWS],
            horizontal=True,
            help="Test rows show what was learnt. By the loss of validation rows a run can be stopped: More has a rule for it.",
            key=f"split_role_{key}",
        )
        if lasting_button(st.button, "Split off", f"split_now_{key}", width="stretch"):
            try:
                split_off(state, share / 100, BY_NAME["seed"].read(seed), validation=role == VALIDATION_ROWS)
            except NeuralNetworkError as error:
                say_problem(str(error))
            else:
                st.rerun()
        if state.open.tables["test"].validation:
            st.button(
                "Make the validation rows test rows",
                key=session.button_key(f"split_back_{key}"),
                width="stretch",
                on_click=session.after_what_is_typed,
                args=(make_test_rows, state),
            )
