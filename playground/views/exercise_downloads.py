"""The worked update as an exercise to take away."""

from __future__ import annotations

from functools import partial

import streamlit as st

from nncore.explanation.exercise_set import MOST_STUDENTS
from playground import session
from playground.page.exercise_files import moodle_quiz, workbook_of_update, worksheet_keys, worksheets
from playground.page.page_state import PageState


def exercise_downloads(state: PageState, name: str) -> None:
    """Draw what gives the update that is worked as an exercise.

    Parameters
    ----------
    state : PageState
    name : str
        What the files are called after.
    """
    with st.expander("The worked update as an exercise", key=session.widget_key("exercise")):
        students = st.number_input(
            "Students",
            min_value=1,
            max_value=MOST_STUDENTS,
            value=1,
            key=session.widget_key("exercise_students"),
            help="Each has another seed, and so other starting weights. The worked weight, its row and the epoch are the same.",
        )
        many = int(students)
        for label, make, end, kind in (
            ("Worksheets to print", partial(worksheets, state, many), "worksheets.html", "text/html"),
            ("Key to the worksheets", partial(worksheet_keys, state, many), "key.html", "text/html"),
            ("Questions for Moodle (GIFT)", partial(moodle_quiz, state, many), "moodle.gift", "text/plain"),
            ("Spreadsheet that computes it", partial(workbook_of_update, state), "update.xlsx", _XLSX),
        ):
            # Made at the click: another weight, row or epoch may be looked at by then.
            st.download_button(
                label,
                make,
                file_name=f"{name}-{end}",
                mime=kind,
                on_click="ignore",
                width="stretch",
                key=session.widget_key(f"exercise_{end}"),
                disabled=bool(state.open.stale) or state.open.run.experiment.epochs == 0,
            )


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
