"""Below the strip of columns: the inputs that are derived from them, each by its formula, and a field for another one."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from playground import session
from playground.page.change_derived import put_derived, remove_derived
from playground.tables.column import Column
from playground.tables.derived_inputs import Derived, offered_formulas
from playground.views.said_problem import say_problem
from playground.views.sign_button import sign_button

# Pixels.
FORMULA_WIDTH = 262
OFFER_WIDTH = 216


def derived_inputs(columns: tuple[Column, ...], derived: Derived, version: int) -> None:
    """Draw the formulas, and do at once what is done to them.

    Parameters
    ----------
    columns : tuple of Column
    derived : tuple of DerivedColumn
        As they are on the screen. Columns may have been changed in the message that brings a formula.
    version : int
        Another number as soon as columns are others.
    """
    st.caption("Derived inputs: computed from the columns in every row.")
    removed = [place for place, one in enumerate(derived) if _formula(one.formula.text, place, version)]
    _new(columns, derived, version)
    for place in reversed(removed):
        remove_derived(session.page_state(), place)


def _formula(shown: str, place: int, version: int) -> bool:
    """Draw one formula, and above it why it cannot be what is typed now: below it a full box would hide that.

    Returns whether it is to be removed.
    """
    refusal = st.container()
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        text = _field(f"Formula of derived input {place + 1}", shown, _key(version, "formula", place, shown))
        is_removed = sign_button("close", f"Remove derived input {place + 1}", _key(version, shown))
    if text.strip() != shown and not is_removed:
        _put(text, place, refusal)
    return is_removed


def _new(columns: tuple[Column, ...], derived: Derived, version: int) -> None:
    """Draw the field for another formula, and those that are often wanted."""
    refusal = st.container()
    there = "_".join(one.formula.text for one in derived)
    offers = offered_formulas(columns, derived)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        text = _field(
            "Formula of another input",
            "",
            _key(version, "formula", "new", there),
            f"formula, such as {offers[0]}" if offers else "formula",
        )
        chosen = st.selectbox(
            "Squares, products, sines",
            offers,
            index=None,
            placeholder="or choose one",
            key=_key(version, "offers", there),
            label_visibility="collapsed",
            width=OFFER_WIDTH,
        )
    wanted = chosen or text
    if wanted.strip():
        _put(wanted, None, refusal)


def _put(text: str, place: int | None, refusal: DeltaGenerator) -> None:
    sentence = put_derived(session.page_state(), text, place)
    if sentence:
        with refusal:
            say_problem(sentence)


def _field(label: str, text: str, key: str, placeholder: str | None = None) -> str:
    return st.text_input(
        label,
        text,
        key=key,
        placeholder=placeholder,
        label_visibility="collapsed",
        autocomplete="off",
        width=FORMULA_WIDTH,
    )


def _key(version: int, *parts: object) -> str:
    """Return the key of a widget that begins anew as soon as columns or formulas are others: nothing is done twice."""
    return "_".join(map(str, ("derived", version, *parts)))
