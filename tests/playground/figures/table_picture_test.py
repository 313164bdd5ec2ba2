"""A table as a small picture: which columns, which marks, where."""

import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from nncore.data.dataset import Dataset
from nncore.generators.recipe import Recipe
from playground.figures.style import PALETTES
from playground.figures.table_picture import (
    HEIGHT,
    MARGIN,
    MOST_MARKS,
    SHAPES,
    WIDTH,
    image_of,
    picture_in_words,
    table_picture,
    telling_inputs,
)
from playground.gallery.examples import document_titled, gallery_groups

SHAPES_OF_THE_PLAYER = (
    Path(__file__).parents[3] / "playground" / "player" / "frontend" / "decision" / "decision_shapes.mjs"
)
AT = re.compile(r"translate\((\S+) (\S+)\)")


def places(picture):
    return [tuple(map(float, found)) for found in AT.findall(picture)]


def test_the_shapes_are_those_of_the_decision_picture():
    text = SHAPES_OF_THE_PLAYER.read_text(encoding="utf-8").split("const SHAPES = [")[1].split("];")[0]

    assert tuple(re.findall(r"'(.*)'", text)) == SHAPES


def test_and_has_three_orange_squares_and_a_blue_circle_at_the_top_right():
    picture = table_picture(document_titled("AND").experiment.dataset)

    marks = re.findall(r'<g class="(\w+)".*?><(\w+)', picture)
    assert marks == [("c0", "rect")] * 3 + [("c1", "circle")]
    left, right, top, bottom = MARGIN, WIDTH - MARGIN, MARGIN, HEIGHT - MARGIN
    assert places(picture) == [(left, bottom), (left, top), (right, bottom), (right, top)]


def test_rows_at_one_place_stand_side_by_side():
    parity = places(table_picture(document_titled("Parity of three").experiment.dataset))

    assert len(set(parity)) == 8
    assert all(MARGIN <= across <= WIDTH - MARGIN for across, _ in parity)


def test_both_themes_have_their_own_colours():
    picture = table_picture(document_titled("AND").experiment.dataset)

    light, dark = picture.split("prefers-color-scheme:dark")
    assert PALETTES["light"].positive in light
    assert PALETTES["dark"].positive in dark
    assert PALETTES["dark"].positive not in light


def test_three_classes_are_three_shapes_of_one_tone():
    picture = table_picture(document_titled("Iris").experiment.dataset)

    assert {"c0", "c1"}.isdisjoint(re.findall(r'<g class="(\w+)"', picture))
    assert [picture.count(shape) > 20 for shape in SHAPES[:4]] == [True, True, True, False]


def test_of_many_rows_some_are_drawn_from_the_first_to_the_last():
    inputs = np.arange(1000.0)[:, None]

    drawn = places(table_picture(Dataset(inputs, inputs / 2)))

    assert len(drawn) == MOST_MARKS
    assert drawn[0] == (MARGIN, HEIGHT - MARGIN)
    assert drawn[-1] == (WIDTH - MARGIN, MARGIN)


def test_the_columns_that_say_most_are_drawn():
    iris = document_titled("Iris").experiment.dataset

    assert [iris.input_names[place] for place in telling_inputs(iris)] == ["petal length (cm)", "petal width (cm)"]
    assert picture_in_words(document_titled("Engel").experiment.dataset) == "235 rows: food over income"


@pytest.mark.parametrize("numbers", [[5.0, 5.0], [-1.7e308, 1.7e308], [0.0, 5e-324]])
@pytest.mark.parametrize("targets", [[[0], [1]], [[0.5], [0.7]]])
def test_equal_and_extreme_numbers_stay_inside(numbers, targets):
    for across, up in places(table_picture(Dataset([[number] for number in numbers], targets))):
        assert MARGIN <= across <= WIDTH - MARGIN
        assert MARGIN <= up <= HEIGHT - MARGIN


@pytest.mark.parametrize(
    "document", [one for group in gallery_groups() for one in group.documents], ids=lambda one: one.title
)
def test_every_picture_of_the_gallery_is_well_formed_and_light(document):
    picture = table_picture(document.experiment.dataset)

    assert ElementTree.fromstring(picture).tag.endswith("svg")
    assert len(picture) < 25_000


def test_a_name_cannot_add_to_the_page():
    dataset = Dataset([[0], [1]], [[0], [1]], input_names=['"><script>'])

    assert "<script" not in image_of(dataset)


def test_the_picture_of_a_spiral_is_the_same_each_time():
    spirals = [table_picture(Recipe.of("spiral").table().dataset()) for _ in range(2)]

    assert spirals[0] == spirals[1]
