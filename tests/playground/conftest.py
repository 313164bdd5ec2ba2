"""The page, for the tests that need it."""

import pytest

from .watched_page import WatchedPage


@pytest.fixture
def page() -> WatchedPage:
    """The page as it opens, with its live player."""
    return WatchedPage()
