"""The box that answers whether one neuron can learn the table, with its proof: worked out only when it is asked for."""

from __future__ import annotations

from html import escape

import streamlit as st

from nncore.errors import NeuralNetworkError
from nncore.table_checks.one_neuron import one_neuron
from playground import session
from playground.figures.proof_picture import proof_picture
from playground.figures.svg_image import svg_image
from playground.page.mend_table import take_settings, words_of_settings
from playground.page.one_neuron_question import can_be_asked, first_shown, rows_of_question
from playground.page.table_findings import described_experiment, why_not_separable
from playground.page.written_proof import WrittenProof, written_proof
from playground.tables.table import markdown_escape
from playground.views.box import box, box_button
from playground.views.html_table import html_table
from playground.views.lasting_button import lasting_button
from playground.views.said_problem import say_problem

QUESTION = "Can one neuron learn it?"
BOX = "one neuron"
UNFOLDED = ("findings_open", "columns_open")
"""What it may be opened from."""


def one_neuron_button(key: str) -> None:
    """Draw the button that asks, if the table has classes."""
    if can_be_asked(session.page_state()):
        box_button(QUESTION, f"ask_{key}", BOX, *UNFOLDED)


def one_neuron_box() -> None:
    """Draw the box if it is open."""
    key = session.key_of_box(BOX)
    if key is not None and can_be_asked(session.page_state()):
        _box(key)


@box(BOX, QUESTION, "medium")
def _box(key: int) -> None:
    state = session.page_state()
    experiment = described_experiment(state)
    biases = ["With a bias", "Without a bias"]
    # What even a bias does not help is told with one, as beside the table, and drawn.
    first = 0 if experiment.architecture.bias or why_not_separable(state) else 1
    bias = (
        st.radio("Neuron", biases, first, key=f"neuron_bias_{key}", horizontal=True, label_visibility="collapsed")
        == biases[0]
    )
    try:
        answer = one_neuron(experiment, row_numbers=state.open.row_numbers[0] or None, bias=bias)
    except NeuralNetworkError as error:
        say_problem(str(error))
        return
    assert answer is not None
    st.markdown(f"**{markdown_escape(answer.sentence)}**")
    place = 0
    if len(answer.answers) > 1:
        places = range(len(answer.answers))
        chosen = st.selectbox(
            "Against the rest",
            places,
            first_shown(answer),
            format_func=lambda place: answer.class_names[place],
            key=f"neuron_class_{key}_{bias}",
        )
        place = chosen or 0
    with st.container(key="proof"):
        rows = rows_of_question(state, answer, place)
        picture = proof_picture(rows.inputs, rows.positive, answer.answers[place], rows.row_numbers)
        st.html(_html(written_proof(rows, answer.answers[place], bias=bias), picture))
    words = "" if answer.mend is None else words_of_settings(state, answer.mend)
    if answer.mend is None or not words:
        return
    if lasting_button(st.button, markdown_escape(words), f"neuron_mend_{key}_{bias}"):
        take_settings(state, answer.mend)
        state.close_box()
        st.rerun()


def _html(proof: WrittenProof, picture: str) -> str:
    table = f'<div class="proof-table">{html_table(proof.head, *proof.groups)}</div>' if proof.groups else ""
    words = "The rows, and what this says of them."
    image = svg_image(picture, words) if picture else ""
    return f"<p>{escape(proof.statement)}</p><div class='proof-parts'>{table}{image}</div><p>{escape(proof.conclusion)}</p>"
