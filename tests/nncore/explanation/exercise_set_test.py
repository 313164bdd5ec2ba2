"""An exercise for a whole class: each student's numbers come from a seed of their own, and the key is to those numbers."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

import nncore
from nncore.errors import SettingError
from nncore.explanation.exercise_set import are_alike, exercise_set
from nncore.explanation.moodle_questions import moodle_file
from nncore.explanation.printed_exercises import key_page, sheets_page
from nncore.explanation.worksheet import BLANK
from nncore.network.initializers import LARGEST_SEED
from nncore.textbook_examples import mazur
from nncore.training.stop_rules import LossReached

from .gift_reader import read_gift

ARTICLE = nncore.articles.single_neuron()
WHICH = {"epoch": 4, "parameter": 1, "sample": 2}


class Sections(HTMLParser):
    """The texts of a page's sheets."""

    def __init__(self, page):
        super().__init__()
        self.texts, self._reads = [], False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self._reads = tag == "pre"
        if tag == "section":
            self.texts.append("")

    def handle_data(self, data):
        if self._reads:
            self.texts[-1] += data

    def handle_endtag(self, tag):
        if self._reads:
            self.texts[-1] += "\n"
        self._reads = False


def test_each_student_has_the_update_of_a_run_from_the_next_seed():
    exercises = exercise_set(ARTICLE, 3, **WHICH)

    for place, one in enumerate(exercises):
        run = ARTICLE.run(seed=1 + place)
        assert one.seed == 1 + place
        assert one.step.new_value == run.history.network_at(5).parameters[1]
    assert not are_alike(exercises)


def test_behind_the_largest_seed_comes_the_smallest():
    exercises = exercise_set(replace(ARTICLE, seed=LARGEST_SEED), 2, **WHICH)

    assert [one.seed for one in exercises] == [LARGEST_SEED, 0]


def test_a_run_that_ends_earlier_than_the_epoch_has_its_last_update_worked():
    stopping = replace(ARTICLE, stop=(LossReached(0.3),))

    for one in exercise_set(stopping, 4, **{**WHICH, "epoch": 5_000}):
        assert one.step.epoch == stopping.run(seed=one.seed).history.last_epoch - 1


def test_every_sheet_has_its_blanks_and_the_key_has_their_numbers():
    exercises = exercise_set(ARTICLE, 3, **WHICH)

    sheets, keys = Sections(sheets_page(exercises)).texts, Sections(key_page(exercises)).texts

    assert len(sheets) == len(keys) == 3
    for one, sheet, key in zip(exercises, sheets, keys, strict=True):
        value = f"{abs(one.step.new_value):.6g}"
        assert sheet.count(BLANK) == len(one.step.lines)
        assert value not in sheet
        assert value in key


@pytest.mark.parametrize("page", [sheets_page, key_page])
def test_no_line_is_wider_than_what_is_printed_of_it(page):
    paper, margins, type_size = 210 / 25.4 * 72, 2 * 18 / 25.4 * 72, 10  # A4, in points
    widest = 0.616  # of the height of its type, a sign in the widest of usual typefaces
    wide = nncore.articles.hidden_layer()

    (text,) = Sections(page(exercise_set(wide, 1, epoch=100, parameter=1, sample=4))).texts

    assert max(map(len, text.splitlines())) * widest * type_size <= paper - margins


def test_a_heading_stays_with_its_lines_and_what_is_given_stands_in_columns():
    page = sheets_page(exercise_set(ARTICLE, 1, **WHICH))

    parts = re.findall(r'<pre class="(\w+)">(\w+)', page)

    assert [word for kind, word in parts if kind == "heading"] == ["Given", "Forward", "Backward", "Update"]
    assert [word for kind, word in parts if kind == "given"] == ["input"]


def test_names_with_signs_of_html_are_written_as_they_are():
    named = nncore.Dataset([[1.0]], [[0.0]], input_names=["<b>&x"], target_names=["o"])
    experiment = replace(
        ARTICLE, dataset=named, architecture=nncore.Architecture(layer_sizes=(1, 1), activations=("sigmoid",))
    )

    (sheet,) = Sections(sheets_page(exercise_set(experiment, 1, epoch=0, parameter=0, sample=0))).texts

    assert "<b>&x → o" in sheet


def test_where_starting_weights_are_typed_the_key_says_that_sheets_are_alike():
    exercises = exercise_set(mazur(), 2, epoch=0, parameter=0, sample=0)

    assert are_alike(exercises)
    assert "another seed changes nothing" in key_page(exercises)
    assert "another seed" not in key_page(exercise_set(ARTICLE, 2, **WHICH))


def test_moodle_gets_a_category_for_each_seed_with_its_own_numbers():
    exercises = exercise_set(ARTICLE, 2, **WHICH)

    parts = re.split(r"\$CATEGORY: (Seed \d+)\n", moodle_file(exercises))[1:]

    assert parts[::2] == ["Seed 1", "Seed 2"]
    for one, part in zip(exercises, parts[1::2], strict=True):
        assert [question.answer for question in read_gift(part)] == [line.value for line in one.step.lines]


@pytest.mark.parametrize("students", [0, 201, 1.5])
def test_a_class_has_so_many_students(students):
    with pytest.raises(SettingError, match="students"):
        exercise_set(ARTICLE, students, **WHICH)
