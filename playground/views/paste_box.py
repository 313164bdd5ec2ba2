"""The box into which a table is pasted, or a file with one uploaded: what is understood of it, before it is taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import streamlit as st

from playground import session
from playground.tables.pasted_table import cell_of
from playground.tables.reading.file_text import MOST_BYTES, FileError
from playground.tables.reading.read_text import read_text
from playground.tables.reading.reading import Question, Reading, counted
from playground.tables.reading.told_problems import told_problems
from playground.tables.table import markdown_escape
from playground.views.box import box, box_button
from playground.views.paste_box_offer import BOX, TABLE, meant_table, offer
from playground.views.said_problem import say_problem
from playground.views.uploaded_file import text_of_file

TITLE = "Paste or upload a table"
MOST_ROWS_SHOWN = 5
MOST_PROBLEMS_TOLD = 6
TEXT_HEIGHT = 120
PREVIEW_ROW_HEIGHT = 28

_SEPARATORS = {"\t": "tab", ";": "semicolon", ",": "comma", "|": "bar", " ": "space", "": "one column"}
_DECIMALS = {".": "dot", ",": "comma"}
_THOUSANDS = {"": "none", ",": "comma", ".": "dot", " ": "space", "'": "apostrophe", "_": "low line"}
_HEADERS = {True: "names", False: "a row"}


@dataclass
class _Understood:
    """What a text is read by: what was said of it, and whether a question is still open."""

    arguments: dict[str, Any]
    asked: list[Question] = field(default_factory=list)
    is_open: bool = False


def paste_button() -> None:
    """Draw the button that opens the box, and the box if it is open."""
    box_button(TITLE, "open_paste_box", BOX)
    key = session.key_of_box(BOX)
    if key is not None:
        _box(key)


def paste_test_rows_button() -> None:
    """Draw the button that opens the box for the test table."""
    box_button("Paste or upload test rows", "open_test_paste_box", BOX, meant="test")


@box(BOX, TITLE, "large")
def _box(key: int) -> None:
    left, right = st.columns([3, 2])
    pasted = left.text_area(
        "Rows, copied from a spreadsheet or a text",
        key=f"pasted_{key}",
        height=TEXT_HEIGHT,
        placeholder="height\tweight\tfits\n1.72\t65\tyes",
    )
    uploaded = right.file_uploader(
        "Or a CSV or TSV file", key=f"uploaded_{key}", max_upload_size=MOST_BYTES // 1_000_000
    )
    text, notes = pasted or "", list[str]()
    if uploaded is not None:
        try:
            text, notes, refused = text_of_file(uploaded)
        except FileError as error:
            refused = str(error)
        if refused:
            say_problem(refused)
            return
    if not text.strip():
        st.caption(
            "Names of columns may stand in the first line. Lists of a program, JSON, YAML and Markdown are read, too. Nothing is "
            "changed before you say so."
        )
        return
    _understand(text, notes, f"{key}_{hash(text)}")


def _understand(text: str, notes: Sequence[str], key: str) -> None:
    """Draw what is understood of a text, and take it if that is wanted."""
    places, summary = st.container(key="guesses").columns(4), st.container()
    understood, reading = _ask(text, _Understood(_said(key)), key)
    for place, (name, label, known) in zip(places, _GUESSES, strict=True):
        value = getattr(reading, name)
        field = session.have_shown(f"{name}_{key}", value, value, in_box=True)
        place.selectbox(
            label,
            list(known),
            key=field,
            format_func=known.__getitem__,
            on_change=session.say_of_a_text,
            args=(key, name, field),
        )
    summary.markdown(markdown_escape(reading.understood()))
    _show(reading)
    notes = [*notes, *filter(None, [reading.said_of_empty_columns()])]
    _say([*notes, *(problem.sentence for problem in reading.problems if problem.is_note)], _note)
    _say_problems(reading)
    offer(reading, key, is_open=understood.is_open)


_GUESSES: tuple[tuple[str, str, Mapping[Any, str]], ...] = (
    ("separator", "Between cells", _SEPARATORS),
    ("decimal", "Before decimals", _DECIMALS),
    ("thousands", "Between thousands", _THOUSANDS),
    ("header", "First line", _HEADERS),
)


def _said(key: str) -> dict[str, Any]:
    """Return how a text is to be read as far as somebody has said it: of a program, also for which table."""
    said = session.said_of_a_text(key)
    return {"of_test": said.pop(TABLE, meant_table()) == "test", **said}


def _ask(text: str, understood: _Understood, key: str) -> tuple[_Understood, Reading]:
    """Ask what the text does not show, and return it as it is read then; an answer may lead to another question."""
    while True:
        reading = read_text(text, **understood.arguments)
        asked = {question.about for question in understood.asked}
        question = next((found for found in reading.questions if found.about not in asked), None)
        if question is None:
            return understood, reading
        understood.asked.append(question)
        words = [choice.words for choice in question.choices]
        answer = st.radio(
            markdown_escape(question.sentence),
            words,
            index=None,
            horizontal=True,
            key=f"answer_{question.about}_{key}",
            format_func=markdown_escape,
        )
        if answer not in words:
            understood.is_open = True
            continue
        # What was understood when it was answered stays so.
        settled = {"separator": reading.separator, **question.choices[words.index(answer)].arguments}
        understood.arguments = {**settled, **understood.arguments}


def _show(reading: Reading) -> None:
    """Draw the first rows, and what each column becomes."""
    if not reading.rows:
        return
    rows = [[cell_of(value) for value in row] for row in reading.rows[:MOST_ROWS_SHOWN]]
    frame = pd.DataFrame(rows, columns=list(reading.names), dtype=object)
    st.dataframe(frame, hide_index=True, row_height=PREVIEW_ROW_HEIGHT, height="content")
    more = len(reading.rows) - len(rows)
    kinds = [_kind_in_words(reading, place) for place in range(len(reading.names))]
    listed = "; ".join(f"{name}: {kind}" for name, kind in zip(reading.names, kinds, strict=True))
    st.caption(markdown_escape((f"And {counted(more, 'row')} more. " if more else "") + listed + "."))


def _kind_in_words(reading: Reading, place: int) -> str:
    values = [row[place] for row in reading.rows if row[place] is not None]
    if reading.kinds[place] == "empty":
        return "empty"
    if reading.kinds[place] == "number":
        whole = all(isinstance(value, float) and value == int(value) for value in values)
        return "whole numbers" if whole else "numbers"
    return counted(len(set(values)), "different word")


def _say_problems(reading: Reading) -> None:
    _say(told_problems([problem for problem in reading.problems if not problem.is_note]), say_problem)


def _note(sentence: str) -> None:
    st.caption(markdown_escape(sentence))


def _say(sentences: Sequence[str], draw: Callable[[str], None]) -> None:
    """Draw some of the sentences, and how many more there are."""
    for sentence in sentences[:MOST_PROBLEMS_TOLD]:
        draw(sentence)
    more = len(sentences) - MOST_PROBLEMS_TOLD
    if more > 0:
        st.caption(f"And {more:,} more like {'this' if more == 1 else 'these'}.")
