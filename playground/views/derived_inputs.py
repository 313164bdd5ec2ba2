"""Below the strip of columns: the inputs that are derived from them, each by its formula, and a field for another one."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from playground import session
from playground.page.change_derived import put_derived, remove_derived
from playground.page.page_state import PageState
from playground.tables.column import Column
from playground.tables.derived_inputs import Derived, offered_formulas
from playground.views.sign_button import sign_button

# Pixels.
FORMULA_WIDTH = 262
OFFER_WIDTH = 216


@dataclass(frozen=True)
class DrawnInput:
    """One formula as it is drawn.

    Attributes
    ----------
    shown, text : str
        What stands for it, and what stands in its field.
    button : str
        The key of the button that removes it.
    refusal : DeltaGenerator
        Room above it for why it cannot be what is typed: below it a full box would hide that.
    """

    shown: str
    text: str
    button: str
    refusal: DeltaGenerator


@dataclass(frozen=True)
class DrawnInputs:
    """All of them, as they are drawn, and the field for another one.

    Attributes
    ----------
    inputs : tuple of DrawnInput
    wanted : str
        The formula of another one; empty if none is wanted.
    refusal : DeltaGenerator
        Room above its field.
    """

    inputs: tuple[DrawnInput, ...]
    wanted: str
    refusal: DeltaGenerator

    def change(self, state: PageState, pressed: Container[str]) -> list[tuple[DeltaGenerator, str]]:
        """Do what is done to them, drawing nothing; return where to say why not.

        Parameters
        ----------
        state : PageState
            Changed in place. Columns may have been changed in the message that brings a formula.
        pressed : container of str
            Keys of buttons.
        """
        said = [
            (drawn.refusal, put_derived(state, drawn.text, place))
            for place, drawn in enumerate(self.inputs)
            if drawn.button not in pressed and drawn.text.strip() != drawn.shown
        ]
        if self.wanted.strip():
            said.append((self.refusal, put_derived(state, self.wanted)))
        for place, drawn in reversed([*enumerate(self.inputs)]):
            if drawn.button in pressed:
                remove_derived(state, place)
        return said


def derived_inputs(columns: tuple[Column, ...], derived: Derived, opened: int, version: object) -> DrawnInputs:
    """Draw the formulas, and a field for another one.

    Parameters
    ----------
    columns : tuple of Column
    derived : tuple of DerivedColumn
    opened : int
        Another number as soon as something else is opened.
    version : object
        Another one as soon as columns are others.
    """
    st.caption("Derived inputs: computed from the columns in every row.")
    inputs = tuple(_formula(one.formula.text, place, opened) for place, one in enumerate(derived))
    return DrawnInputs(inputs, *_new(columns, derived, opened, version))


def _formula(shown: str, place: int, opened: int) -> DrawnInput:
    refusal = st.container()
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        text = _field(f"Formula of derived input {place + 1}", shown, _key(opened, "formula", place, shown))
        button = sign_button("close", f"Remove derived input {place + 1}", _key(opened, shown))
    return DrawnInput(shown, text, button, refusal)


def _new(columns: tuple[Column, ...], derived: Derived, opened: int, version: object) -> tuple[str, DeltaGenerator]:
    """Draw the field for another formula, and those that are often wanted; return the one wanted, and room above."""
    refusal = st.container()
    # What was refused goes with the columns it was typed for, what is being typed stays.
    field = session.have_shown(_key(opened, "formula", "new", len(derived)), "", version)
    offers = offered_formulas(columns, derived)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        text = _field(
            "Formula of another input",
            "",
            field,
            f"formula, such as {offers[0]}" if offers else "formula",
        )
        chosen = st.selectbox(
            "Squares, products, sines",
            offers,
            index=None,
            placeholder="or choose one",
            key=_key(opened, "offers", len(derived)),
            label_visibility="collapsed",
            width=OFFER_WIDTH,
        )
    return chosen or text, refusal


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


def _key(opened: int, *parts: object) -> str:
    """Return the key of a widget that begins anew as soon as its formula is another: nothing is done twice."""
    return "_".join(map(str, ("derived", opened, *parts)))
