"""What is other in a scene than in what its lesson opens."""

import pytest

from nncore.experiment.fingerprint import Fingerprint
from nncore.generators.recipe import Recipe
from playground.document import Document
from playground.document.lesson_place import LessonPlace
from playground.gallery import gallery
from playground.lessons.scene_state import with_state
from playground.settings.build import build_experiment, settings_at_the_end

RECIPE = Recipe.of("circle", count=40, seed=7)


def generated():
    return Document(build_experiment(RECIPE.table().dataset(), settings_at_the_end(gallery()[0].experiment)))


@pytest.mark.parametrize(
    ("field", "written", "read"),
    [
        ("fingerprint", ["0f", 100, 0.25, 3.0], Fingerprint("0f", 100, 0.25, 3.0)),
        ("generated", RECIPE.to_dict(), RECIPE),
        ("show_scaled", True, True),
        ("worked_parameter", 1, 1),
        ("surface_parameters", [0, 1], (0, 1)),
        ("panel", "gradient", "gradient"),
        ("show_code", True, True),
        ("hide_future", True, True),
        ("lesson", ["a-neuron-learns", 2], LessonPlace("a-neuron-learns", 2)),
    ],
)
def test_a_scene_may_say_every_field_that_came_later(field, written, read):
    document = with_state(generated(), {field: written, "play_head": 4})

    assert getattr(document, field) == read
    assert document.play_head == 4
    assert Document.from_dict(document.to_dict()) == document


def test_a_state_that_says_nothing_is_what_the_lesson_opens():
    assert with_state(gallery()[0], {}) is gallery()[0]
