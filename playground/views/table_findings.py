"""What is found in the tables, unfolded by a button beside the training table; there is none where nothing is found."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from nncore.table_checks.table_finding import TableFinding
from playground import session
from playground.page.mend_table import take_mend, words_of_mend
from playground.page.table_findings import counted_findings, findings_of, told_finding, why_not_separable
from playground.tables.table import markdown_escape
from playground.views.one_neuron_box import one_neuron_button

LABEL = "Notes"
"""What Streamlit calls the button, and what it unfolds: with another label it would be folded. In its place is read how many
there are; both are heard."""

_STYLE = """<style>
.st-key-table-findings {{ --findings: "{count}" / "{count}, "; --findings-in-short: "{sign}" / "{count}, " }}
{warning}</style>"""

_OF_WARNING = """.st-key-stage .st-key-table-tools .st-key-table-findings button { color: var(--ink-of-page) }
.st-key-table-findings button p { font-weight: 600 }
"""


def table_findings(place: DeltaGenerator) -> None:
    """Draw the button into an empty place if there is anything to say; it unfolds all findings, each with its mend."""
    state = session.page_state()
    found, why_no_neuron = findings_of(state), why_not_separable(state)
    count = counted_findings(found, notes=int(bool(why_no_neuron)))
    if not count:
        return
    is_warning = bool(found) and found[0].weight == "warning"
    with place.container(key="table-findings", width="content"):
        st.html(_STYLE.format(count=count, sign="(!)" if is_warning else "(i)", warning=_OF_WARNING * is_warning))
        unfolded = st.popover(LABEL, type="tertiary", key="findings_open", on_change="rerun")
    if unfolded.open:
        with unfolded, st.container(key="found", gap=None):
            for number, finding in enumerate(found):
                _finding(number, finding)
            if why_no_neuron:
                st.caption(markdown_escape(why_no_neuron))
            one_neuron_button("in_findings")


def _finding(number: int, finding: TableFinding) -> None:
    state = session.page_state()
    st.caption(markdown_escape(told_finding(state, finding)))
    words = words_of_mend(state, finding)
    if words:
        tables = "_".join(str(state.open.tables[name].key) for name in ("training", "test"))
        st.button(
            markdown_escape(words),
            # Another one as soon as a table is another: what is pressed twice is mended once.
            key=session.button_key(f"mend_{tables}_{number}_{finding.kind}"),
            on_click=session.after_what_is_typed,
            args=(take_mend, state, finding.kind, finding.columns),
            type="tertiary",
        )
