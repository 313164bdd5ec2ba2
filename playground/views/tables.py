"""The editors: training rows, test rows, the new situation. What is typed arrives as text and is read by `table`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from nncore.named_rows import named_rows
from playground import session
from playground.page.scaled_tables import scaled_tables
from playground.tables.codes_among_numbers import told_codes
from playground.tables.column import Column
from playground.tables.column_problems import column_problems
from playground.tables.edited_table import EditedTable
from playground.tables.shown_rows import SHOWN_ROWS, unshown_rows
from playground.tables.table import TableReading, markdown_escape, read_table
from playground.tables.table_dataset import DatasetReading, as_situation, situation_of
from playground.tables.typed_dataset import joined_as_typed, typed_test_rows, typed_training_rows
from playground.views.columns import columns_of_the_table
from playground.views.grid_paste import say_grid_paste
from playground.views.laboratory import laboratory_button
from playground.views.paste_box import paste_button, paste_test_rows_button
from playground.views.split_test_rows import split_test_rows
from playground.views.table_problems import say_table_problems

# Pixels. The player draws the answers beside the rows, in lines as high as these.
ROW_HEIGHT = 30
NARROWEST_COLUMN = 56
WIDEST_COLUMN = 120
CHARACTER_WIDTH = 7
CELL_PADDING = 10
# What a table has beside the sidebar of a tablet held upright, and beside the picture of a window of 1280.
ROOM_FOR_FEW = 556
MARKER_WIDTH = 33
MOST_CELLS_MEASURED = 400
FEW_COLUMNS = 6
"""So many are in sight at once, and the answers below them if need be."""
FEW_ROWS = 6
"""Below more than these nobody would find the answers: they stand beside the rows where a window is wide."""
FRAME_WIDTH = 2
MOST_ROWS_IN_FULL = 40
"""A table of more rows scrolls in itself."""


@dataclass(frozen=True)
class TrainingRows:
    """The training table, as it is typed and as it is read.

    Attributes
    ----------
    columns : tuple of Column
        With the words that stand in them.
    cells : list of list of object
    reading : TableReading
    scaled : mapping of str to DataFrame
        What stands in place of both editors, if inputs are shown scaled.
    findings : DeltaGenerator
        An empty place before the buttons above it, for what is found when it has been read.
    below_columns : DeltaGenerator or None
        A place below the strip of columns, if that is unfolded.
    """

    columns: tuple[Column, ...]
    cells: list[list[object]]
    reading: TableReading
    scaled: Mapping[str, pd.DataFrame]
    findings: DeltaGenerator
    below_columns: DeltaGenerator | None


def training_table() -> TrainingRows:
    """Draw the training rows and return what they say."""
    st.subheader("Training table", anchor=False)
    with st.container(key="table-tools", horizontal=True):
        findings = st.empty()
        paste_button()
        below_columns = columns_of_the_table()
    here = session.page_state().open
    scaled = scaled_tables(session.page_state())
    cells = _typed("training", scaled)
    table = here.tables["training"]
    columns, reading = typed_training_rows(here.columns, table, cells)
    say_grid_paste("training", cells)
    say_table_problems([*column_problems(columns), *reading.problems], reading, "training")
    _say_codes(table, cells, columns)
    if scaled:
        st.caption(
            "Inputs as the network sees them, scaled; targets as typed. Turn that off in the sidebar to change a cell."
        )
    return TrainingRows(columns, cells, reading, scaled, findings, below_columns)


def test_table(training: TrainingRows) -> DatasetReading:
    """Draw the test rows and return what they say together with the training rows."""
    st.subheader("Test table", anchor=False)
    with st.container(key="test-tools", horizontal=True):
        paste_test_rows_button()
        split_test_rows()
        laboratory_button()
    cells = _typed("test", training.scaled)
    tables = session.page_state().open.tables
    table = tables["test"]
    reading = typed_test_rows(training.columns, table, cells)
    is_there = not reading.is_empty_of(len(cells))
    say_grid_paste("test", cells)
    say_table_problems(reading.problems if is_there else [], reading, "test")
    _say_codes(table, cells, training.columns)
    _say_validation(reading, table.validation)
    return joined_as_typed(training.columns, tables, (training.reading, training.cells), (reading, cells))


def new_situation(columns: Sequence[Column]) -> tuple[float, ...] | None:
    """Draw the row that is asked about and return what the network sees of it; None if it cannot be read."""
    st.subheader("New situation", anchor=False)
    asked = as_situation(columns)
    if not asked:
        return None
    cells = _edited("situation")
    reading = read_table(cells, asked, table_name="New situation", row_labels=["New situation"], fixed_rows=True)
    say_table_problems(reading.problems, reading)
    _say_codes(session.page_state().open.tables["situation"], cells, asked)
    return situation_of(columns, reading)


def _typed(name: str, scaled: Mapping[str, pd.DataFrame]) -> list[list[object]]:
    """Draw an editor, or what is shown in its place, and return the cells as they were typed."""
    if name not in scaled:
        return _edited(name)
    table, shown = session.page_state().open.tables[name], scaled[name].iloc[:SHOWN_ROWS]
    table.leave_editor()
    # As high as the editor, which has a line for another row: the answers stand beside it.
    _grid(f"scaled_{name}_{table.key}", shown.reindex(range(len(shown) + 1), fill_value=""), is_disabled=True)
    _say_unshown(table)
    return table.cells


def _edited(name: str) -> list[list[object]]:
    state = session.page_state()
    table = state.open.tables[name]
    table.follow(session.what_changed_in(f"{name}_{table.key}"), state.new_key)
    rows: Literal["fixed", "dynamic"] = "fixed" if name == "situation" or table.is_long else "dynamic"
    edited = _grid(f"{name}_{table.key}", table.base, rows)
    table.take(edited)  # unless a row was dropped while this was drawn
    _say_unshown(table)
    return table.cells if table.is_long else edited.values.tolist()


def _say_unshown(table: EditedTable) -> None:
    sentence = unshown_rows(len(table.typed))
    if sentence:
        st.caption(sentence)


def _grid(
    key: str, base: pd.DataFrame, rows: Literal["fixed", "dynamic"] = "fixed", *, is_disabled: bool = False
) -> pd.DataFrame:
    columns, width = list(base.columns), _column_width(base)
    # Where nothing can be typed the first column takes the place of the markers, so that none moves.
    left = MARKER_WIDTH if rows == "dynamic" or is_disabled else 0
    widths = [width + left * is_disabled, *([width] * (len(columns) - 1))]
    edited = st.data_editor(
        base,
        key=key,
        num_rows=rows,
        disabled=is_disabled,
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=_height(len(base)),
        width=FRAME_WIDTH + width * len(columns) + left,
        # Text columns deliver what was typed; a number column would turn a pasted 0,5 into 5.
        column_config={
            column: st.column_config.TextColumn(column, alignment=_alignment(base, column, width), width=wide)
            for column, wide in zip(columns, widths, strict=True)
        },
    )
    _heads(columns, width, left, len(base))
    return edited


def _heads(columns: Sequence[str], width: int, left: int, rows: int) -> None:
    # Screen readers read those of the grid.
    names = "".join(f'<span title="{escape(name)}">{escape(name)}</span>' for name in columns)
    style = f"width: {left + width * len(columns)}px"
    few = (" are-few" + " of-many-rows" * (rows > FEW_ROWS)) if len(columns) <= FEW_COLUMNS else ""
    # An editor that scrolls in itself does not say how far: the page marks no line in it then.
    scrolling = " of-scrolling" if _scrolls(rows) else ""
    names = f'<div style="margin-left: {left}px; grid-auto-columns: {width}px">{names}</div>'
    st.html(f'<div class="table-heads{few}{scrolling}" aria-hidden="true" style="{style}">{names}</div>')


def _height(rows: int) -> int | Literal["content"]:
    # Never of what is being typed: with another height Streamlit makes a new editor, and what was typed into the old one is gone.
    return ROW_HEIGHT * (MOST_ROWS_IN_FULL // 2) if _scrolls(rows) else "content"


def _scrolls(rows: int) -> bool:
    return rows > MOST_ROWS_IN_FULL


def _column_width(base: pd.DataFrame) -> int:
    # One for all columns, so that names and numbers stand in an even grid; of what the editor is given, not of what is typed.
    # Of few columns all are in sight: rather a name is cut, which is read whole where it is pointed at.
    count = len(base.columns)
    room = (ROOM_FOR_FEW - FRAME_WIDTH - MARKER_WIDTH) // count if 0 < count <= FEW_COLUMNS else WIDEST_COLUMN
    names = min(room, _width_of(base.columns))
    wanted = max(names, _width_of(base.to_numpy().ravel()[:MOST_CELLS_MEASURED]))
    return min(WIDEST_COLUMN, max(NARROWEST_COLUMN, wanted))


def _alignment(base: pd.DataFrame, column: str, width: int) -> Literal["left", "right"]:
    # A cell that is too long is cut at its other end: its first digits are to be seen, and the beginning of a word.
    return "left" if _width_of(base[column].head(MOST_CELLS_MEASURED)) > width else "right"


def _width_of(texts: Iterable[object]) -> int:
    return CELL_PADDING + CHARACTER_WIDTH * max((len(str(text)) for text in texts), default=0)


def _say_validation(reading: TableReading, lines: Collection[int]) -> None:
    """Say which rows are validation rows."""
    rows = [number for number in reading.row_numbers if number - 1 in lines]
    if rows:
        named = named_rows(rows)
        is_one = len(rows) == 1
        st.caption(
            f"{named[0].upper()}{named[1:]} {'is a validation row' if is_one else 'are validation rows'}: nothing is learnt "
            f"from {'it' if is_one else 'them'}, and {'it is' if is_one else 'they are'} no test."
        )


def _say_codes(table: EditedTable, cells: Sequence[Sequence[object]], columns: Sequence[Column]) -> None:
    """Say which number is perhaps a code, of the rows that somebody can have typed."""
    sentence = table.answers.of(told_codes, cells[:SHOWN_ROWS], columns)
    if sentence:
        st.caption(markdown_escape(sentence))
