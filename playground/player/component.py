"""The player as a component on the page: the one file of this folder that knows Streamlit."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache
from typing import Any

import streamlit as st
from streamlit.components.v1 import declare_component

from playground.lasting_objects import leave_lasting_objects_alone
from playground.player.bundle import served_files
from playground.player.plotly_js import WHOLE_NAME, is_basic, whole_folder
from playground.tcp_no_delay import send_without_delay

CANNOT_START = (
    "The player could not be started, so no run can be shown. Install the playground again as its README says, start it "
    "again, and reload this page; if that does not help, the reason stands in what the server wrote when it was started."
)
"""What the page says in place of a player."""


def can_play() -> bool:
    """Whether the component could be started here; why not is written into the server's log, once."""
    return _component() is not None


def draw_player(reply: bytes, *, key: str, on_request: Callable[[], None]) -> None:
    """Put the player on the page.

    Parameters
    ----------
    reply : bytes
        From `playground.player.protocol.reply.make_reply`.
    key : str
        The same in every run of the script, so that the player stays.
    on_request : callable
        Called before the fragment runs again because the player asks for something.
    """
    _component()(key=key, data=reply, on_request_change=on_request)


def serve_whole_plotly() -> None:
    """Let the app's own server serve plotly.js; nothing of this old kind of component is ever put on the page."""
    declare_component(WHOLE_NAME, path=str(whole_folder()))


@cache
def _component() -> Any:
    try:
        if not is_basic():
            serve_whole_plotly()
        send_without_delay()
        # After that: it finds sockets among what the collector looks through.
        leave_lasting_objects_alone()
        script, styles = served_files()
        return st.components.v2.component("playground.player", js=script, css=styles, isolate_styles=False)
    except Exception:  # the registry raises several kinds, and whatever it is, the page must come up
        logging.getLogger(__name__).exception("The player could not be started: Streamlit has refused its files.")
        return None
