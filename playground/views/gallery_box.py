"""The gallery: documents by their pictures, and tables that are made of a pattern."""

from __future__ import annotations

from functools import cache

import streamlit as st

from nncore.data.dataset import Dataset
from playground import session
from playground.articles.article import article_titled
from playground.document import Document
from playground.figures.answers_picture import answers_image
from playground.figures.network_picture import network_image
from playground.figures.table_picture import WIDTH, image_of
from playground.gallery.examples import gallery_groups
from playground.gallery.museum_examples import MUSEUM
from playground.lessons import unreadable_lessons
from playground.lessons.lesson_group import lesson_group
from playground.lessons.pictured_scene import pictured_network
from playground.page.open_example import open_example
from playground.views.box import box, box_button
from playground.views.lasting_button import lasting_button
from playground.views.make_a_table import make_a_table
from playground.views.said_problem import say_problem

BOX = "gallery"


def gallery_button() -> None:
    """Draw the button that opens the gallery, and the gallery if it is open."""
    box_button("Gallery", "open_gallery", BOX)
    key = session.key_of_box(BOX)
    if key is not None:
        _box(key)


@box(BOX, "Gallery", "large")
def _box(key: int) -> None:
    pictures, make = st.tabs(["Open", "Make a table"])
    with pictures:
        _pictures(key)
    with make:
        make_a_table(key)


def _pictures(key: int) -> None:
    articles, *others = gallery_groups()
    for group in (articles, lesson_group(), *others):
        st.caption(group.heading)
        with st.container(horizontal=True, gap="xsmall", key=f"cards_{group.heading}"):
            for document in group.documents:
                _card(document, key, _image_of(document, is_failure=group.heading == MUSEUM))
    for why in unreadable_lessons():
        say_problem(why)


def _card(document: Document, key: int, image: str) -> None:
    # A lesson may be called as something else is; its name is its own.
    state = session.page_state()
    called = document.title if document.lesson is None else f"lesson {document.lesson.lesson}"
    with st.container(width=WIDTH, gap=None, key=f"card_{called}"):
        st.html(image)
        if lasting_button(st.button, document.title, f"example_{key}_{called}", type="tertiary"):
            open_example(state, document)
            state.close_box()
            st.rerun()
        article = article_titled(document.title)
        if article is not None:
            st.caption(f"{article.author}, {article.published}")


def _image_of(document: Document, *, is_failure: bool) -> str:
    if is_failure:
        return answers_image(document.experiment)  # many fail at the same table, each in its own way
    network = None if document.lesson is None else pictured_network(document.lesson)
    return _image(document.experiment.dataset) if network is None else network_image(network)


@cache
def _image(dataset: Dataset) -> str:
    return image_of(dataset)
