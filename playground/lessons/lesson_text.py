"""Read a lesson's Markdown: a title, what it is about, and under a heading each what is said in its scenes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nncore.quoting import quoted
from playground.lessons.lesson_error import LessonError

FEWEST_SCENES, MOST_SCENES = 4, 8

LONGEST_TITLE, LONGEST_HEADING = 28, 46
"""Characters: both stand in one line, beside the way to the next scene."""

LONGEST_SAID = 285
"""Characters of what is read at a time: two lines beside pictures that stay large."""

_NUMBER = re.compile(r"\{[^{}]*\}")
_AS_LONG_AS_A_NUMBER = "0.0000"


@dataclass(frozen=True)
class SceneText:
    """What is said in one scene.

    Attributes
    ----------
    heading : str
    text : str
        With numbers in braces, as `playground.lessons.said_numbers` reads them.
    question, answer : str
        What is asked, and what is said once somebody has guessed; both empty where nothing is asked.
    """

    heading: str
    text: str
    question: str = ""
    answer: str = ""


@dataclass(frozen=True)
class LessonText:
    """What is said in a lesson.

    Attributes
    ----------
    title : str
    about : str
        A sentence or two for the sidebar.
    scenes : tuple of SceneText
    """

    title: str
    about: str
    scenes: tuple[SceneText, ...]


def read_lesson_text(markdown: str) -> LessonText:
    r"""Return what a lesson's Markdown says.

    Raises
    ------
    LessonError
        If something is missing or too long; the sentence names the heading it stands under.

    Examples
    --------
    >>> read_lesson_text("# Signs\n\nWhat a sign does.").title
    Traceback (most recent call last):
    playground.lessons.lesson_error.LessonError: A lesson has 4 to 8 scenes, each under a heading after "##". Got 0.
    """
    head, *parts = re.split(r"^## +", markdown, flags=re.MULTILINE)
    title, *paragraphs = _paragraphs(head)
    if not title.startswith("# ") or not paragraphs:
        raise LessonError('It begins with a title after "# ", and under it a sentence or two on what it is about.')
    _require_short("The title", title.removeprefix("# "), LONGEST_TITLE)
    if not FEWEST_SCENES <= len(parts) <= MOST_SCENES:
        wanted = f'A lesson has {FEWEST_SCENES} to {MOST_SCENES} scenes, each under a heading after "##".'
        raise LessonError(f"{wanted} Got {len(parts)}.")
    return LessonText(title.removeprefix("# "), " ".join(paragraphs), tuple(_scenes(parts)))


def _scenes(parts: list[str]) -> Iterator[SceneText]:
    for number, part in enumerate(parts, start=1):
        heading, _, rest = part.partition("\n")
        try:
            yield _scene(heading.strip(), _paragraphs(rest))
        except LessonError as error:
            raise error.at(f"scene {number}, {quoted(heading.strip())}") from error


def _scene(heading: str, paragraphs: list[str]) -> SceneText:
    _require_short("The heading", heading, LONGEST_HEADING)
    asked = [one for one in paragraphs if one.startswith("**") and one.endswith("**")]
    answers = [one for one in paragraphs if one.startswith("> ")]
    said = [one for one in paragraphs if one not in asked and one not in answers]
    if not said:
        raise LessonError("A scene has a text under its heading.")
    if len(asked) > 1 or bool(asked) != bool(answers):
        raise LessonError('It asks one question at most, in a paragraph between "**", with an answer after "> ".')
    text, answer = " ".join(said), " ".join(one.removeprefix("> ") for one in answers)
    question = asked[0].strip("*").strip() if asked else ""
    _require_short("The text with its question", f"{text} {question}".strip(), LONGEST_SAID)
    return SceneText(heading, text, question, answer)


def _paragraphs(markdown: str) -> list[str]:
    """Return the paragraphs, each in one line."""
    blocks = (block.strip() for block in re.split(r"\n\s*\n", markdown))
    return [re.sub(r"\s*\n(> ?)?\s*", " ", block) for block in blocks if block] or [""]


def read_length(text: str) -> int:
    """Return how many characters are read of a text, with a number of usual length in place of its braces.

    Examples
    --------
    >>> read_length("The loss is {loss at the end}.")
    19
    """
    return len(_NUMBER.sub(_AS_LONG_AS_A_NUMBER, text))


def _require_short(what: str, text: str, longest: int) -> None:
    size = read_length(text)
    if not text or size > longest:
        raise LessonError(f"{what} has 1 to {longest} characters, to be read at a glance. Got {size}.")
