"""Below the strip of columns: the inputs that are derived from them, each by its formula, and a field for another one."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from playground import session
from playground.page.change_derived import put_derived, remove_derived
from playground.tables.derived_inputs import offered_formulas
from playground.views.said_problem import say_problem
from playground.views.sign_button import sign_button

# Pixels.
FORMULA_WIDTH = 262
OFFER_WIDTH = 216


def derived_inputs() -> None:
    """Draw the formulas, and do at once what is done to one."""
    st.caption("Derived inputs: computed from the columns in every row.")
    for place in range(len(session.page_state().open.derived)):
        _formula(place)
    _new()


def _formula(place: int) -> None:
    """Draw one formula, and above it why it cannot be what is typed now: below it a full box would hide that."""
    state = session.page_state()
    refusal = st.container()
    column = state.open.derived[place]
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        text = _field(f"Formula of derived input {place + 1}", column.formula.text, f"{place}_{column.formula.text}")
        if sign_button("close", f"Remove derived input {place + 1}", _key(column.formula.text)):
            remove_derived(state, place)
            st.rerun()
    if text.strip() != column.formula.text:
        _put(text, place, refusal)


def _new() -> None:
    """Draw the field for another formula, and those that are often wanted."""
    refusal = st.container()
    here = session.page_state().open
    there = "_".join(column.formula.text for column in here.derived)
    offers = offered_formulas(here.columns, here.derived)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        text = _field(
            "Formula of another input", "", f"new_{there}", f"formula, such as {offers[0]}" if offers else "formula"
        )
        chosen = st.selectbox(
            "Squares, products, sines",
            offers,
            index=None,
            placeholder="or choose one",
            key=_key("offers", there),
            label_visibility="collapsed",
            width=OFFER_WIDTH,
        )
    wanted = chosen or text
    if wanted.strip():
        _put(wanted, None, refusal)


def _put(text: str, place: int | None, refusal: DeltaGenerator) -> None:
    sentence = put_derived(session.page_state(), text, place)
    if not sentence:
        st.rerun()
    with refusal:
        say_problem(sentence)


def _field(label: str, text: str, key: str, placeholder: str | None = None) -> str:
    return st.text_input(
        label,
        text,
        key=_key("formula", key),
        placeholder=placeholder,
        label_visibility="collapsed",
        autocomplete="off",
        width=FORMULA_WIDTH,
    )


def _key(*parts: object) -> str:
    """Return the key of a widget that begins anew as soon as columns or formulas are others: nothing is done twice."""
    return "_".join(map(str, ("derived", session.page_state().open.tables["training"].key, *parts)))
