"""Read a lesson from its two files: the texts from Markdown, all that a program must know of them from JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from nncore.errors import NeuralNetworkError
from nncore.plain_records import read_fields
from nncore.quoting import quoted
from playground.document import Document
from playground.lessons.claim import Claim, read_claim
from playground.lessons.lesson import Lesson, Question, Scene
from playground.lessons.lesson_error import LessonError, said_of
from playground.lessons.lesson_text import SceneText, read_length, read_lesson_text
from playground.lessons.marked_part import marked_part
from playground.lessons.quantity import Quantity
from playground.lessons.said_numbers import numbers_in
from playground.lessons.scene_state import opened_by, with_state

LONGEST_WITH_QUESTION = 300
"""Characters: two lines of the strip."""

_FIELD, _NUMBER_TYPED = " " * 24, "0.0000"
_SCENE_FIELDS = ["state", "look_at", "choices", "number", "then", "claims"]


def lesson_name(stem: str) -> str:
    """Return what links call the lesson of two files: without the number that orders them.

    Examples
    --------
    >>> lesson_name("05-why-a-bias")
    'why-a-bias'
    """
    return stem.lstrip("0123456789").lstrip("-")


def read_lesson(name: str, markdown: str, text: str) -> Lesson:
    """Return the lesson of two files.

    Parameters
    ----------
    name : str
        Of both files, without their endings.
    markdown, text : str
        What is in NAME.md and NAME.json.

    Raises
    ------
    LessonError
        If something in them has to be mended; the sentence names the file and the place in it.
    """
    with said_of(f"{name}.md"):
        said = read_lesson_text(markdown)
        for number, scene in enumerate(said.scenes, start=1):
            with said_of(f"scene {number}"):
                _require_numbers(scene)
    with said_of(f"{name}.json"):
        record = _fields(_json(text), ["opens", "scenes"], ["opens", "scenes"], "A lesson")
        opens, scenes = opened_by(record["opens"]), record["scenes"]
        if not isinstance(scenes, list) or len(scenes) != len(said.scenes):
            raise LessonError(f"scenes must be a list of as many as {name}.md has headings, {len(said.scenes)}.")
        read = []
        for number, (scene, of_scene) in enumerate(zip(scenes, said.scenes, strict=True), start=1):
            with said_of(f"scene {number}"):
                read.append(_scene(opens, scene, of_scene))
    return Lesson(lesson_name(name), said.title, said.about, opens, tuple(read))


def _scene(opens: Document, record: object, said: SceneText) -> Scene:
    fields = _fields(record, _SCENE_FIELDS, [], "A scene")
    state, marked = fields.get("state", {}), _texts("look_at", fields.get("look_at", []))
    document = with_state(opens, state)
    for name in marked:
        marked_part(name, document)
    with said_of("claims"):
        claims = tuple(read_claim(text) for text in _texts("claims", fields.get("claims", [])))
    return Scene(said.heading, said.text, state, marked, _question(fields, said, document), claims)


def _question(fields: dict[str, Any], said: SceneText, document: Document) -> Question | None:
    choices, number, then = (fields.get(name) for name in ("choices", "number", "then"))
    if bool(said.question) != (choices is not None or number is not None) or (choices and number):
        raise LessonError(
            'A scene that asks has "choices" or a "number", and a question in its Markdown; others have none.'
        )
    if not said.question:
        return None
    question = Question(said.question, said.answer, _choices(choices), _number(number), _then(then, document))
    _require_room(said.text, question)
    return question


def _require_room(text: str, question: Question) -> None:
    """Have room for what is pressed behind the question, and for the guess and the truth before the answer."""
    labels = [label for label, _ in question.choices]
    asked = f"{text} {question.text} {'    '.join(labels) if labels else _FIELD}"
    longest = max(labels, key=len) if labels else _NUMBER_TYPED
    answered = f"You said {longest}; the run says {longest}. {question.answer} Ask again"
    for what, whole in (("text, question and choices", asked), ("guess, truth and answer", answered)):
        size = read_length(whole)
        if size > LONGEST_WITH_QUESTION:
            raise LessonError(
                f"The {what} have room for {LONGEST_WITH_QUESTION} characters together. They need {size}: shorten them."
            )


def _then(then: Any, document: Document) -> int | str | Mapping[str, int] | None:
    if then is None or then == "play":
        return None if then is None else "play"
    end = document.experiment.epochs
    if then == "the end":
        return end
    if isinstance(then, str) and then.startswith("work weight "):
        return {"worked": marked_part(then.removeprefix("work "), document)["parameter"]}
    if isinstance(then, bool) or not isinstance(then, int):
        wanted = 'an epoch, "the end", "play", or "work weight" with its name'
        raise LessonError(f"then must be {wanted}. Got {quoted(then)} instead.")
    if not 0 <= then <= end:
        raise LessonError(f"then must be an epoch from 0 to {end:,}. Got {then:,} instead.")
    return then


def _choices(given: object) -> tuple[tuple[str, Claim], ...]:
    if given is None:
        return ()
    is_fit = isinstance(given, dict) and all(isinstance(claim, str) for claim in given.values())
    if not isinstance(given, dict) or not is_fit or not 2 <= len(given) <= 5:
        raise LessonError("choices must be an object of 2 to 5 answers, each with the claim that makes it true.")
    with said_of("choices"):
        read = {label: read_claim(text) for label, text in given.items()}
    slow = next((label for label, claim in read.items() if claim.is_slow), None)
    if slow is not None:
        raise LessonError(f"The choice {quoted(slow)} takes many runs to be judged: ask for a number that is typed.")
    return tuple(read.items())


def _number(given: object) -> Quantity | Claim | None:
    if given is None:
        return None
    if not isinstance(given, str):
        raise LessonError(f"number must be a quantity. Got {quoted(given)} instead.")
    with said_of("number"):
        return next(numbers_in(f"{{{given}}}"))


def _require_numbers(said: SceneText) -> None:
    for _ in numbers_in(f"{said.text} {said.question} {said.answer}"):
        pass


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError as error:
        raise LessonError(f"It is no JSON: {error}.") from error


def _fields(record: object, known: list[str], required: list[str], whole: str) -> dict[str, Any]:
    try:
        return read_fields("", record, known, required, whole=whole)
    except NeuralNetworkError as error:
        raise LessonError(str(error)) from error


def _texts(name: str, given: object) -> tuple[str, ...]:
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise LessonError(f"{name} must be a list of texts. Got {quoted(given)} instead.")
    return tuple(given)
