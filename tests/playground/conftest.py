"""The page, for the tests that need it."""

import pytest

from .opened_page import OpenedPage


@pytest.fixture
def page() -> OpenedPage:
    """The page as it opens."""
    return OpenedPage()
