"""What is found in the tables, unfolded by a button beside the one it is said of; there is none where nothing is found."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from nncore.table_checks.table_finding import OF_TEST_ROWS, TableFinding
from playground import session
from playground.page.mend_table import take_mend, words_of_mend
from playground.page.table_findings import counted_findings, findings_of, told_finding, why_not_separable
from playground.tables.table import markdown_escape
from playground.views.one_neuron_box import one_neuron_button

LABEL = "Notes"
"""What Streamlit calls the button, and what it unfolds: with another label it would be folded. In its place is read how many
there are; both are heard."""

_STYLE = """<style>
.st-key-{key} {{ --findings: "{count}" / "{count}, "; --findings-in-short: "{sign}" / "{count}, " }}
{warning}</style>"""

_OF_WARNING = """.st-key-stage .st-key-table-tools .st-key-table-findings button { color: var(--ink-of-page) }
.st-key-table-findings button p { font-weight: 600 }
"""


def table_findings(place: DeltaGenerator) -> None:
    """Draw the button into an empty place if there is anything to say; it unfolds all findings, each with its mend.

    What is to be known of the test rows stands below their table.
    """
    state = session.page_state()
    found = [finding for finding in findings_of(state) if finding.kind not in OF_TEST_ROWS]
    _unfolded(place, "table-findings", "findings_open", found, why_not_separable(state))


def test_findings(place: DeltaGenerator) -> None:
    """Draw such a button into an empty place below the test table."""
    found = [finding for finding in findings_of(session.page_state()) if finding.kind in OF_TEST_ROWS]
    _unfolded(place, "test-findings", "test_findings_open", found)


def _unfolded(
    place: DeltaGenerator, key: str, popover: str, found: Sequence[TableFinding], why_no_neuron: str | None = None
) -> None:
    """Draw a button into a place if there is anything to say, and what it unfolds.

    Parameters
    ----------
    place : DeltaGenerator
    key, popover : str
        Of the button's place, and of what it unfolds.
    found : sequence of TableFinding
    why_no_neuron : str or None
        Why no neuron can learn the table, which is asked about too; None where that is not to be asked.
    """
    count = counted_findings(found, notes=int(bool(why_no_neuron)))
    if not count:
        return
    is_warning = bool(found) and found[0].weight == "warning"
    with place.container(key=key, width="content"):
        st.html(
            _STYLE.format(key=key, count=count, sign="(!)" if is_warning else "(i)", warning=_OF_WARNING * is_warning)
        )
        unfolded = st.popover(LABEL, type="tertiary", key=popover, on_change="rerun")
    if unfolded.open:
        with unfolded, st.container(key=f"found-by-{key}", gap=None):
            for number, finding in enumerate(found):
                _finding(number, finding)
            if why_no_neuron:
                st.caption(markdown_escape(why_no_neuron))
            if why_no_neuron is not None:
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
