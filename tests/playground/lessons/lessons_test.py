"""The lessons: whatever their scenes say is so, and a page opens each of them."""

import json
import re

import pytest

import playground.lessons as lessons_room
from playground.document import Document
from playground.document.lesson_place import LessonPlace
from playground.gallery import gallery
from playground.gallery.examples import gallery_groups
from playground.lessons import lesson_names, lesson_of, lessons, scene_document
from playground.lessons.checked_lesson import problems_of
from playground.lessons.lesson_error import LessonError
from playground.lessons.told_scene import told_scene
from playground.page.open_example import open_example
from playground.page.open_scene import leave_lesson, open_scene
from playground.page.page_state import PageState
from playground.page.undo import undo
from playground.runs.budget import Budget
from playground.settings.build import settings_at_the_end

PLACES = [LessonPlace(lesson.name, scene) for lesson in lessons() for scene in range(1, len(lesson.scenes) + 1)]

each_lesson = pytest.mark.parametrize("name", lesson_names())


@each_lesson
def test_all_that_a_lesson_says_is_so(name):
    assert problems_of(lesson_of(name)) == []


@each_lesson
def test_a_lesson_asks_and_marks_what_it_speaks_of(name):
    scenes = lesson_of(name).scenes

    assert sum(scene.question is not None for scene in scenes) >= 2
    assert all(scene.look_at for scene in scenes)


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_a_scene_is_a_link_that_the_page_can_show(place):
    document = scene_document(place)

    assert Document.from_link(document.to_link()) == document
    assert document.lesson == place
    assert settings_at_the_end(document.experiment)
    assert document.experiment.warnings() == ()


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_a_scene_shows_the_row_that_it_speaks_of(place):
    scene = lesson_of(place.lesson).scenes[place.scene - 1]
    asked = "" if scene.question is None else scene.question.text
    # Before the question it may tell of another one, too.
    spoken_of = re.findall(r"(?<!test )\brow (\d+)", asked) or re.findall(r"^Row (\d+)", scene.text, re.MULTILINE)
    marked = [name.removeprefix("row ") for name in scene.look_at if name.startswith("row ")]

    rows = {int(number) - 1 for number in [*spoken_of[:1], *marked[:1]]}

    assert rows <= {scene_document(place).chosen_row}


def test_a_sum_or_an_input_that_is_asked_for_is_told_to_be_kept_back_and_no_other_number():
    asked = [(place, told["question"]) for place in PLACES if (told := told_scene(place))["question"]]

    assert [str(place) for place, question in asked if question["asks_sum"]] == [
        str(LessonPlace("what-a-weight-is", 1))
    ]
    assert [str(place) for place, question in asked if question["asks_scaled"] is not None] == [
        str(LessonPlace("a-hidden-layer", 2)),
        str(LessonPlace("scaling", 2)),
    ]


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_a_scene_is_told_in_plain_json_without_braces(place):
    told = told_scene(place)

    assert json.loads(json.dumps(told)) == told
    assert "{" not in json.dumps([told["text"], told["question"] and told["question"]["answer"]])


def test_no_lesson_is_called_as_another_document_of_the_gallery():
    titles = [document.title for group in gallery_groups() for document in group.documents]
    titles += [lesson.title for lesson in lessons()]

    assert len(set(titles)) == len(titles)


def page_on_first_scene():
    state = PageState(gallery()[0])
    open_example(state, scene_document(LessonPlace("a-neuron-learns")))
    return state


def test_the_next_scene_opens_on_the_page_and_undo_takes_it_back():
    state = page_on_first_scene()

    open_scene(state, 2)

    assert state.open.document().lesson == LessonPlace("a-neuron-learns", 2)
    assert state.undo_what == "the scene of the lesson"
    undo(state)
    assert state.open.document().lesson == LessonPlace("a-neuron-learns", 1)
    undo(state)
    assert state.open.document().title == gallery()[0].title


def test_what_was_changed_in_a_scene_is_there_again_after_undo_and_not_in_the_next_scene():
    state = page_on_first_scene()
    state.set_threshold(0.8, gesture=1)

    open_scene(state, 3)

    assert state.open.run.threshold == 0.5
    undo(state)
    assert state.open.run.threshold == 0.8


def test_who_leaves_a_lesson_has_the_page_as_it_was():
    state = page_on_first_scene()
    state.set_threshold(0.8, gesture=1)
    experiment = state.open.run.experiment

    leave_lesson(state)

    assert state.open.document().lesson is None
    assert (state.open.run.experiment, state.open.run.threshold) == (experiment, 0.8)


def test_a_link_to_a_lesson_that_is_gone_opens_its_page_without_one():
    document = Document(gallery()[0].experiment, lesson=LessonPlace("gone", 7))

    assert scene_document(document.lesson) is None
    assert told_scene(document.lesson) is None


def test_a_scene_whose_run_is_known_opens_without_training():
    state = page_on_first_scene()
    told_scene(LessonPlace("a-neuron-learns", 7))
    state.budget = Budget(0.0)

    open_scene(state, 7)

    assert state.open.run.trainer.epoch >= 14_999


def test_a_lesson_with_something_to_mend_is_left_out_and_said(monkeypatch):
    def refuse(name, *files):
        raise LessonError("choices: one is missing.").at(f"{name}.json")

    for kept in (lessons_room.lesson_of, lessons_room._found):
        kept.cache_clear()
    monkeypatch.setattr(lessons_room, "read_lesson", refuse)

    left, said = lessons_room.lessons(), lessons_room.unreadable_lessons()

    for kept in (lessons_room.lesson_of, lessons_room._found):
        kept.cache_clear()
    assert left == ()
    assert said[0] == "01-a-neuron-learns.json: choices: one is missing."
