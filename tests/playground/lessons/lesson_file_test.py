"""A lesson's files: what a teacher can write in them, and what is said where something has to be mended."""

import json

import pytest

from playground.lessons.lesson_error import LessonError
from playground.lessons.lesson_file import read_lesson

MARKDOWN = """# A lesson

What it is about.

## One

The loss is {loss at 0}.

**Which row?**

> It was row 4.

## Two

Said in two
lines.

## Three

Text.

## Four

Text.
"""
SCENES = [
    {"choices": {"row 3": "row wrong longest = row 3", "row 4": "row wrong longest = row 4"}, "then": "the end"},
    {"state": {"settings": {"learning_rate": 30.0}, "play_head": 4}, "look_at": ["row 4", "setting Learning rate"]},
    {},
    {},
]
RECORD = {"opens": "Article 1: a single neuron", "scenes": SCENES}


def lesson(markdown=MARKDOWN, record=RECORD):
    return read_lesson("05-rate", markdown, json.dumps(record))


def with_scene(number, **changed):
    scenes = list(SCENES)
    scenes[number - 1] = {**scenes[number - 1], **changed}
    return {**RECORD, "scenes": scenes}


def test_a_lesson_is_read_with_its_texts_and_states():
    read = lesson()

    assert (read.name, read.title, read.about) == ("rate", "A lesson", "What it is about.")
    assert read.scenes[0].question.then == 15_000
    assert read.scenes[1].text == "Said in two lines."
    assert read.scenes[1].look_at == ("row 4", "setting Learning rate")
    assert read.scenes[2].question is None


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"markdown": MARKDOWN.replace("{loss at 0}", "{loss}")}, '05-rate.md, scene 1: "loss" needs an epoch'),
        (
            {"markdown": MARKDOWN.replace("> It was row 4.", "")},
            '05-rate.md, scene 1, "One": It asks one question at most',
        ),
        (
            {"markdown": MARKDOWN.replace("Text.", "x" * 400, 1)},
            '05-rate.md, scene 3, "Three": The text with its question has 1 to 285',
        ),
        ({"markdown": MARKDOWN.partition("## Four")[0]}, "05-rate.md: A lesson has 4 to 8 scenes"),
        ({"markdown": "## One\n\nText."}, "05-rate.md: It begins with a title"),
        ({"record": {**RECORD, "opens": "Nothing"}}, '05-rate.json, opens: The gallery has nothing called "Nothing".'),
        (
            {"record": {**RECORD, "scenes": SCENES[:3]}},
            "05-rate.json: scenes must be a list of as many as 05-rate.md has headings, 4.",
        ),
        (
            {"record": with_scene(3, looks_at=[])},
            '05-rate.json, scene 3: "looks_at" is not a known field. Did you mean "look_at"?',
        ),
        (
            {"record": with_scene(3, look_at=["row 9"])},
            '05-rate.json, scene 3: look_at names "row 9", and the table has 4 such rows.',
        ),
        ({"record": with_scene(3, look_at=["weight 7"])}, "05-rate.json, scene 3: look_at must name parts of the page"),
        ({"record": with_scene(3, state={"play_head": -1})}, "05-rate.json, scene 3, state: play_head must be"),
        (
            {"record": with_scene(3, state={"settings": {"rate": 1}})},
            '05-rate.json, scene 3, state: "rate" is not a known setting.',
        ),
        ({"record": with_scene(3, claims=["it learns"])}, '05-rate.json, scene 3, claims: "it learns" is no claim'),
        (
            {"record": with_scene(1, choices={"row 4": "row 4"})},
            "05-rate.json, scene 1: choices must be an object of 2 to 5 answers",
        ),
        (
            {"record": with_scene(1, choices={"3": 3, "4": 4})},
            "05-rate.json, scene 1: choices must be an object of 2 to 5 answers",
        ),
        (
            {"record": with_scene(3, state={"settings": ["epochs"]})},
            "05-rate.json, scene 3, state: settings must be an object.",
        ),
        ({"record": with_scene(3, state={"table": 3})}, "05-rate.json, scene 3, state: table must be an object."),
        (
            {"record": with_scene(3, state={"settings": {"epochs": 5}, "situation": 1})},
            "05-rate.json, scene 3, state: situation must be a list of numbers.",
        ),
        ({"markdown": MARKDOWN.replace("{loss at 0}", "{loss at ,}")}, "05-rate.md, scene 1: "),
        (
            {"markdown": MARKDOWN.replace("{loss at 0}", "{loss at 0 with 0 digits}")},
            '05-rate.md, scene 1: "loss at 0 with 0 digits" must have 1 to 17 digits.',
        ),
        ({"record": with_scene(1, then=99_999)}, "05-rate.json, scene 1: then must be an epoch from 0 to 15,000."),
        (
            {"record": with_scene(3, choices={"a": "loss at 0 > 1", "b": "loss at 0 < 1"})},
            "05-rate.json, scene 3: A scene that asks has",
        ),
    ],
)
def test_what_has_to_be_mended_is_a_sentence_that_names_file_and_place(changed, said):
    with pytest.raises(LessonError) as refused:
        lesson(**changed)

    assert str(refused.value).startswith(said)


def test_a_file_that_is_no_json_is_said_to_be_none():
    with pytest.raises(LessonError, match=r"05-rate.json: It is no JSON: Expecting value"):
        read_lesson("05-rate", MARKDOWN, "opens:")


def test_a_state_may_be_another_table():
    table = {"inputs": [[0.0], [1.0]], "targets": [[1.0], [0.0]], "input_names": ["size"]}
    read = lesson(record=with_scene(3, state={"table": table}, look_at=["weight size", "row 2"]))

    assert read.scenes[2].look_at == ("weight size", "row 2")
