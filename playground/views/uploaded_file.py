"""A file that was given to the box for tables: the text of a table, or something saved, which is opened at once."""

from __future__ import annotations

from typing import Protocol

import streamlit as st

from playground import session
from playground.page.opened_file import open_file
from playground.tables.reading.file_text import file_text

AS_WINDOWS = "The file is not in UTF-8 and was read as Windows-1252. Check letters such as ä and é."


class UploadedFile(Protocol):
    """What Streamlit keeps of a file."""

    name: str
    file_id: str

    def getvalue(self) -> bytes:
        """Return what it holds."""


def text_of_file(uploaded: UploadedFile) -> tuple[str, list[str], str]:
    """Return the text of a table, what is to be said of it, and why there is none; a saved file is opened instead.

    Raises
    ------
    playground.tables.reading.file_text.FileError
        If it is no text.
    """
    data = uploaded.getvalue()
    if not _is_saved(uploaded.name, data):
        text, encoding = file_text(data, uploaded.name)
        return text, [AS_WINDOWS] if encoding == "cp1252" else [], ""
    state = session.page_state()
    if open_file(state, uploaded.file_id, data):
        session.close_paste_box()
        st.rerun()
    return "", [], state.notice


def _is_saved(name: str, data: bytes) -> bool:
    return name.lower().endswith(".json") or data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
