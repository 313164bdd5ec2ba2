"""What is worked leaves the page: sheets and their key, questions for Moodle, a spreadsheet; each is read again."""

from pathlib import Path

import pytest

from nncore.explanation.exercise_set import exercise_set
from nncore.explanation.worksheet import BLANK

from ..nncore.explanation.gift_reader import read_gift
from ..page_texts import ARTICLE_1
from .worked_test import Worked

STUDENTS = 3
EXERCISES = exercise_set(ARTICLE_1, STUDENTS, epoch=4, parameter=1, sample=2)


@pytest.fixture
def downloads(app, tmp_path):
    """Open the part of the page that gives the worked update of an epoch, a row and a weight; return what downloads."""
    app.open().wait_until_finished()
    app.slider.fill("4")
    Worked(app).open(1, row=2).expect_update(ARTICLE_1, epoch=4, row=2, parameter=1)
    app.wait_until_finished()  # what is still drawn anew would fold what is unfolded now
    app.button("Share, save or open").click()
    app.page.get_by_text("The worked update as an exercise").click()

    def download(label: str) -> Path:
        with app.page.expect_download() as started:
            app.button(label).click()
        path = tmp_path / started.value.suggested_filename
        started.value.save_as(path)
        return path

    return download


def test_a_class_takes_its_sheets_and_its_questions_along(app, downloads):
    app.number("Students").fill(str(STUDENTS))  # the first download is clicked at once

    sheets, key, quiz = (
        downloads(label).read_text(encoding="utf-8")
        for label in ("Worksheets to print", "Key to the worksheets", "Questions for Moodle (GIFT)")
    )

    assert sheets.count("<section>") == key.count("<section>") == STUDENTS
    assert sheets.count(BLANK) == sum(len(one.step.lines) for one in EXERCISES)
    asked = [(question.category, question.answer) for question in read_gift(quiz)]
    assert asked == [(f"Seed {one.seed}", line.value) for one in EXERCISES for line in one.step.lines]
    for one in EXERCISES:
        assert f"seed {one.seed}" in key
        assert f"{abs(one.step.new_value):.6g}" in key


def test_a_spreadsheet_computes_the_update(downloads):
    openpyxl = pytest.importorskip("openpyxl", reason="pip install -e .[test] installs it")
    path = downloads("Spreadsheet that computes it")

    formulas, values = (openpyxl.load_workbook(path, data_only=only).active for only in (False, True))

    step = EXERCISES[0].step
    found = {
        row[0].value: (row[1].value, values[row[1].coordinate].value) for row in formulas.iter_rows() if row[0].value
    }
    for line in step.lines:
        formula, value = found[line.name]
        assert formula.startswith("=")
        assert value == line.value
    for line in step.given:
        assert found[line.name] == (line.value, line.value)
