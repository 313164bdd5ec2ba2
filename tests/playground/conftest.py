"""The page, for the tests that need it."""

import pytest

from playground import unsent_messages

from .watched_page import WatchedPage


@pytest.fixture(autouse=True)
def nothing_to_wait_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no browser begins anything, the page is drawn without a pause."""
    monkeypatch.setattr(unsent_messages, "BEFORE_THE_REST", 0.0)


@pytest.fixture
def page() -> WatchedPage:
    """The page as it opens, with its live player."""
    return WatchedPage()
