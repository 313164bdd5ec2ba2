"""The update that is worked on a page as an exercise to take away: sheets with blanks, their key, questions, a workbook."""

from __future__ import annotations

from nncore.explanation.exercise_set import Exercise, exercise_set
from nncore.explanation.moodle_questions import moodle_file
from nncore.explanation.printed_exercises import key_page, sheets_page
from nncore.spreadsheet_export.to_spreadsheet import to_spreadsheet
from playground.page.page_state import PageState
from playground.player.protocol.description import called_rows


def exercises_of(state: PageState, students: int = 1) -> tuple[Exercise, ...]:
    """Return the update at the play-head, of the weight and for the row that are looked at, for so many students.

    At the end of a run it is the last one; where no weight is worked it is that of the first.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> state = PageState(gallery()[0])
    >>> [(one.seed, one.step.parameter_name, one.step.epoch) for one in exercises_of(state, 2)]
    [(1, 'input 1 → target', 0), (2, 'input 1 → target', 0)]
    """
    with state.lock:
        run, viewpoint = state.open.run, state.open.viewpoint
        experiment = run.experiment
        last = max(0, run.last_epoch - 1)
        samples, parameters = experiment.dataset.samples, experiment.architecture.parameter_count
        row_numbers = called_rows(state.open.row_numbers[0], samples)
    # Runs of their own: nobody waits for them who looks at the page.
    return exercise_set(
        experiment,
        students,
        epoch=last if viewpoint.epoch is None else min(viewpoint.epoch, last),
        parameter=_there(viewpoint.worked, parameters),
        sample=_there(viewpoint.row, samples),
        row_numbers=row_numbers,
    )


def _there(place: int | None, count: int) -> int:
    return place if place is not None and place < count else 0


def worksheets(state: PageState, students: int) -> str:
    """Return a page with a sheet for each student, to print."""
    return sheets_page(exercises_of(state, students))


def worksheet_keys(state: PageState, students: int) -> str:
    """Return a page with the key to each student's sheet, to print."""
    return key_page(exercises_of(state, students))


def moodle_quiz(state: PageState, students: int) -> str:
    """Return a question for each line of each student's exercise, in Moodle's GIFT format."""
    return moodle_file(exercises_of(state, students))


def workbook_of_update(state: PageState) -> bytes:
    """Return the update as an .xlsx file whose cells compute it again."""
    return to_spreadsheet(exercises_of(state)[0].step)
