"""Of each lesson the gallery has a picture of its own."""

from playground.figures.network_picture import network_image
from playground.figures.table_picture import image_of
from playground.lessons.lesson_group import lesson_group
from playground.lessons.pictured_scene import pictured_network


def test_no_two_lessons_look_alike_in_the_gallery():
    pictures = set()
    for document in lesson_group().documents:
        network = pictured_network(document.lesson)
        pictures.add(image_of(document.experiment.dataset) if network is None else network_image(network))

    assert len(pictures) == len(lesson_group().documents)
