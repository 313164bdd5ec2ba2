"""The page, for the tests that need it."""

import functools
from collections.abc import Iterator

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import app_test

from playground import unsent_messages

from .watched_page import WatchedPage


@pytest.fixture(autouse=True, scope="session")
def looked_for_once() -> Iterator[None]:
    """What stays as it is for all tests is looked for once: the installed components, and what the script compiles to.

    Streamlit's test client has it anew for every page, and for every run of its script, which is half of opening a page.
    """
    scan = functools.cache(manifest_scanner.scan_component_manifests)
    scripts = ScriptCache()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", scan)
        patch.setattr(app_test, "ScriptCache", lambda: scripts)
        yield


@pytest.fixture(autouse=True)
def nothing_to_wait_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no browser begins anything, the page is drawn without a pause."""
    monkeypatch.setattr(unsent_messages, "BEFORE_THE_REST", 0.0)


@pytest.fixture
def page() -> WatchedPage:
    """The page as it opens, with its live player."""
    return WatchedPage()
