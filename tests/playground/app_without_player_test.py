"""The page without a browser where the player cannot start."""

import logging

import pytest

from playground.player import component

from .opened_page import OpenedPage

REASON = "Component 'player' must be declared in pyproject.toml."


def refuse(*_, **__):
    raise RuntimeError(REASON)


@pytest.fixture
def refused(monkeypatch):
    """Let Streamlit refuse the component, as it does where the project is not installed."""
    monkeypatch.setattr("streamlit.components.v2.component", refuse)
    component._component.cache_clear()
    yield
    component._component.cache_clear()


def test_one_sentence_says_what_to_do_and_the_tables_stay(refused):
    page = OpenedPage()

    page.type("training", 2, "target", "abc")

    assert [part.value for part in page.client.error] == [component.CANNOT_START]
    assert "Install the playground again as its README says" in component.CANNOT_START
    assert len(page.client.get("bidi_component")) == 0
    assert page.headings == ["Training table", "Test table", "New situation"]
    assert "abc" in page.problems[0]


def test_the_log_tells_the_reason_once_for_all_who_open_the_page(refused, caplog):
    with caplog.at_level(logging.ERROR, component.__name__):
        OpenedPage()
        OpenedPage()

    (entry,) = [record for record in caplog.records if record.name == component.__name__]
    assert "Streamlit has refused its files" in entry.message
    assert REASON in str(entry.exc_info[1])


def test_it_starts_once_streamlit_takes_it(refused, monkeypatch):
    OpenedPage()
    monkeypatch.undo()
    component._component.cache_clear()

    page = OpenedPage()

    assert len(page.client.get("bidi_component")) == 1
    assert not page.client.error
