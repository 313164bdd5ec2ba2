"""A button of which a sign is seen: its words are read to whoever cannot see it, and shown to whoever points at it."""

from __future__ import annotations

import streamlit as st

from playground.views.lasting_button import draw_lasting_button

KEY = "sign"
"""What the keys of such buttons begin with: page.css hides their words."""


def sign_button(icon: str, name: str, key: str = "", *, disabled: bool = False) -> str:
    """Draw the button; return its key, by which `session.were_pressed` is asked when all beside it is drawn.

    Parameters
    ----------
    icon : str
        The sign, a name of a Material symbol such as "close".
    name : str
        What it does. No other button of the page has it.
    key : str
        What makes it another button, so that a press on the one before is for nothing; empty if it stays the same one.
    disabled : bool
    """
    look = {"icon": f":material/{icon}:", "help": name, "type": "tertiary"}
    return draw_lasting_button(st.button, name, f"{KEY}_{name}_{key}", disabled=disabled, **look)
