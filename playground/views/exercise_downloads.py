"""The worked update as an exercise to take away."""

from __future__ import annotations

from functools import partial

import streamlit as st

from nncore.errors import NeuralNetworkError
from nncore.explanation.exercise_set import MOST_STUDENTS
from nncore.explanation.moodle_questions import ONE_TO_A_PAGE
from nncore.generators.parameters import NumberParameter
from playground import session
from playground.page.exercise_files import moodle_quiz, workbook_of_update, worksheet_keys, worksheets
from playground.page.page_state import PageState
from playground.views.make_a_table import number_of
from playground.views.said_problem import say_problem

STUDENTS = NumberParameter(
    "Students",
    "Students",
    "Each has another seed, and so other starting weights. The worked weight, its row and the epoch are the same.",
    1,
    1,
    MOST_STUDENTS,
    whole=True,
)


def exercise_downloads(state: PageState, name: str) -> None:
    """Draw what gives the update that is worked as an exercise.

    Parameters
    ----------
    state : PageState
    name : str
        What the files are called after.
    """
    with st.expander("The worked update as an exercise", key=session.widget_key("exercise")):
        many = _students()
        is_refused = many is None
        for label, make, end, kind, needs_number in (
            ("Worksheets to print", partial(worksheets, state, many or 1), "worksheets.html", "text/html", True),
            ("Key to the worksheets", partial(worksheet_keys, state, many or 1), "key.html", "text/html", True),
            ("Questions for Moodle (GIFT)", partial(moodle_quiz, state, many or 1), "moodle.gift", "text/plain", True),
            ("Spreadsheet that computes it", partial(workbook_of_update, state), "update.xlsx", _XLSX, False),
        ):
            # Made at the click: another weight, row or epoch may be looked at by then.
            st.download_button(
                label,
                make,
                file_name=f"{name}-{end}",
                mime=kind,
                help=ONE_TO_A_PAGE if end == "moodle.gift" else None,
                on_click="ignore",
                width="stretch",
                key=session.widget_key(f"exercise_{end}"),
                disabled=bool(state.open.stale)
                or state.open.run.experiment.epochs == 0
                or (needs_number and is_refused),
            )


def _students() -> int | None:
    """Draw the field for their number and return it; None where that is to be mended, which is said."""
    # A text, as elsewhere on the page: a field for numbers alone would make 25 of a typed 2,5.
    text = st.text_input(
        STUDENTS.label,
        str(STUDENTS.default),
        key=session.widget_key("exercise_students"),
        help=STUDENTS.help,
        autocomplete="off",
    )
    try:
        return int(STUDENTS.checked(number_of(STUDENTS, text)))
    except NeuralNetworkError as error:
        say_problem(str(error))
        return None


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
