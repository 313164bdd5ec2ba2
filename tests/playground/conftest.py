"""The page, for the tests that need it."""

import pytest

from .still_page import StillPage
from .watched_page import WatchedPage


@pytest.fixture
def page() -> WatchedPage:
    """The page as it opens, with its live player."""
    return WatchedPage()


@pytest.fixture
def still_page(monkeypatch) -> StillPage:
    """The page as it opens where the player cannot start."""
    monkeypatch.setattr("playground.player.can_play", lambda: False)
    return StillPage()
