"""A button whose press lasts until the script comes to it, however often the page is drawn anew before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playground import session


def lasting_button(draw: Callable[..., bool], label: str, key: str, *, disabled: bool = False, **look: Any) -> bool:
    """Draw a button, and return whether it was pressed since it was drawn last; what it is for has to be done at once.

    Streamlit forgets a press when the run of the script that came with it is broken off before it has reached the button:
    where the page is drawn anew for a setting, or for what was typed just before. So no button is asked otherwise: each is
    drawn by this, or does all by a callback, which is called before anything is drawn.

    Parameters
    ----------
    draw : callable
        Streamlit's function for a button, in the place where it is wanted.
    label, key : str
        Whatever makes a press mean something else has to make the key another one: the press is for nothing then.
    disabled : bool
        Whether it cannot be pressed.
    look : object
        More that is said to that function.
    """
    draw_lasting_button(draw, label, key, disabled=disabled, **look)
    return bool(session.were_pressed([key])) and not disabled


def draw_lasting_button(draw: Callable[..., bool], label: str, key: str, *, disabled: bool = False, **look: Any) -> str:
    """Draw such a button, and return its key: where more is drawn first, `session.were_pressed` is asked after that."""
    draw(label, key=session.button_key(key), disabled=disabled, on_click=session.note_press, args=(key,), **look)
    return key
