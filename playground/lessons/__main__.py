"""Check all lessons, or those named, and print what their scenes say: ``python -m playground.lessons [NAME …]``."""

from __future__ import annotations

import sys

from playground.document.lesson_place import LessonPlace
from playground.lessons import lesson_names, lesson_of, unreadable_lessons
from playground.lessons.checked_lesson import problems_of
from playground.lessons.lesson_error import LessonError
from playground.lessons.told_scene import told_scene


def main(names: list[str]) -> int:
    """Print the lessons and what is not so in them; return 1 if something is to be mended."""
    to_mend = [sentence for name in names or lesson_names() for sentence in _printed(name)]
    if not names:
        to_mend += [sentence for sentence in unreadable_lessons() if sentence not in to_mend]
    print("\n".join(["", *to_mend] if to_mend else ["", "All that these lessons say is so."]))
    return int(bool(to_mend))


def _printed(name: str) -> list[str]:
    try:
        lesson = lesson_of(name)
        if lesson is None:
            return [f"There is no lesson {name!r}. There are {', '.join(lesson_names())}."]
        print(f"\n{lesson.title}: {lesson.about}")
        for number, _ in enumerate(lesson.scenes, start=1):
            told = told_scene(LessonPlace(name, number))
            if told is None:
                return [why for why in unreadable_lessons() if why.startswith(f"{lesson_names()[name]}.")]
            print(f"\n  {number}. {told['heading']}\n     {told['text']}")
            question = told["question"]
            if question is not None:
                print(f"     {question['text']} {' / '.join(question['choices'])} -> {question['truth']}")
                print(f"     {question['answer']}")
        return problems_of(lesson)
    except LessonError as error:
        return [str(error)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
