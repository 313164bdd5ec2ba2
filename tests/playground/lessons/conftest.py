"""Lessons of a test's own, in place of those of the program."""

import json

import pytest

import playground.lessons as lessons_room
from playground.lessons.told_scene import told_scene

_REMEMBER = (
    *(lessons_room.lesson_names, lessons_room.lesson_of, lessons_room._found, lessons_room.scene_document),
    told_scene,
)


@pytest.fixture
def write_lesson(tmp_path, monkeypatch):
    """Writes the two files of a lesson; there are no lessons but those that a test writes."""
    monkeypatch.setattr(lessons_room, "_folder", lambda: tmp_path)

    def write(file, text="Text.", title="A lesson", opens="AND", **first):
        others = "".join(f"## Scene {number}\n\nText.\n\n" for number in (2, 3, 4))
        (tmp_path / f"{file}.md").write_text(f"# {title}\n\nAbout.\n\n## Scene 1\n\n{text}\n\n{others}", "utf-8")
        (tmp_path / f"{file}.json").write_text(json.dumps({"opens": opens, "scenes": [first, {}, {}, {}]}), "utf-8")
        _forget()

    yield write
    monkeypatch.undo()
    _forget()


def _forget():
    for kept in _REMEMBER:
        kept.cache_clear()
