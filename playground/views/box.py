"""A box over the page, drawn by itself whenever something is done in it, and the button that opens it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Literal

import streamlit as st

from playground import session

Draw = Callable[[int], None]
"""Draws what stands in a box, by part of the keys of its widgets."""


def box(name: str, title: str, width: Literal["medium", "large"]) -> Callable[[Draw], Draw]:
    """Have a function draw what stands in a box.

    Parameters
    ----------
    name : str
        As `session.open_box` has it.
    title : str
    width : {"medium", "large"}
    """

    def around(draw: Draw) -> Draw:
        @st.dialog(title, width=width, on_dismiss=partial(session.close_box, name))
        @wraps(draw)  # Streamlit tells boxes apart by the functions that draw them
        def drawn(key: int) -> None:
            draw(key)
            session.note_box(key)

        return drawn

    return around


def box_button(label: str, key: str, name: str, *folded: str, **kept: object) -> None:
    """Draw the button that opens a box.

    Parameters
    ----------
    label, key : str
        The button's.
    name, folded, kept
        As `session.open_box` has them.
    """
    # By a callback: which box is open is decided before any is drawn.
    st.button(
        label,
        key=session.button_key(key),
        type="tertiary",
        on_click=session.open_box,
        args=(name, *folded),
        kwargs=kept,
    )
