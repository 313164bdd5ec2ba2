"""A button in a box over the page, whose press lasts until the box is drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playground import session


def lasting_button(draw: Callable[..., bool], label: str, key: str, *, disabled: bool = False, **look: Any) -> bool:
    """Draw a button, and return whether it was pressed since it was drawn last.

    Streamlit forgets a press when the run of the script that came with it is broken off before it has reached the button:
    where the page is drawn anew for a setting, or for what was typed into the box just before.

    Parameters
    ----------
    draw : callable
        Streamlit's function for a button, in the place where it is wanted.
    label, key : str
        The key belongs to one opening of the box, so that no press outlives it.
    disabled : bool
        Whether it cannot be pressed.
    look : object
        More that is said to that function.
    """
    draw(label, key=key, disabled=disabled, on_click=session.note_press, args=(key,), **look)
    return session.was_pressed(key) and not disabled
