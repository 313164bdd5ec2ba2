"""A file that was given to the box for tables: the text of a table, or something saved, which is opened at once."""

from __future__ import annotations

from typing import Protocol

import streamlit as st

from playground import session
from playground.document.file import seems_saved
from playground.page.opened_file import open_file
from playground.tables.reading.file_text import file_text, said_of_encoding


class UploadedFile(Protocol):
    """What Streamlit keeps of a file."""

    name: str
    file_id: str

    def getvalue(self) -> bytes:
        """Return what it holds."""


def text_of_file(uploaded: UploadedFile) -> tuple[str, list[str], str]:
    """Return the text of a table, what is to be said of it, and why there is none; a saved file is opened instead.

    What the file holds decides, not what it is called.

    Raises
    ------
    playground.tables.reading.file_text.FileError
        If it is no text.
    """
    data = uploaded.getvalue()
    if not seems_saved(data):
        text, encoding = file_text(data, uploaded.name)
        return text, [*filter(None, [said_of_encoding(text, encoding)])], ""
    state = session.page_state()
    if open_file(state, uploaded.file_id, data):
        state.close_box()
        st.rerun()
    return "", [], state.notice
