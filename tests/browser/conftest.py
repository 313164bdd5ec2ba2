"""One server, one browser for all tests in this folder, and an empty, watched page for each of them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from .kept_tab import KeptTab
from .page_watch import PageWatch
from .playground_page import PlaygroundPage
from .server import chromium_path, serving

SCREENSHOTS = Path(__file__).with_name("screenshots")
QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A page is left after seconds, and the next runs the same scripts: compiling them well costs more than it brings, and what
# is compiled is kept. A sixth less work, opening as well as editing. Benchmarks measure a browser as users have it.
SHORT_LIVED = [*QUIET, "--js-flags=--no-opt,--no-maglev,--no-flush-bytecode,--min-semi-space-size=32"]
SCREEN: ViewportSize = {"width": 1280, "height": 800}
PHONE_SCREEN: ViewportSize = {"width": 390, "height": 844}
PHONE = {"is_mobile": True, "has_touch": True, "device_scale_factor": 2}
PATIENCE = 45_000  # milliseconds; only a failing test waits that long
HAS_FAILED = pytest.StashKey[bool]()


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark everything in this folder, so that `-m "not browser"` leaves it out."""
    item.add_marker("browser")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Let the fixtures of a test know whether it failed."""
    report = yield
    item.stash[HAS_FAILED] = item.stash.get(HAS_FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app, served as the README says for as long as the tests run."""
    with serving(Path("playground/app.py"), tmp_path_factory.mktemp("server") / "log.txt") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium with an empty profile."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=SHORT_LIVED)
        yield browser
        browser.close()


def context_for(browser: Browser, app_url: str, **options: Any) -> BrowserContext:
    """Return somebody's browser, who has never opened the app."""
    context = browser.new_context(**{"viewport": SCREEN, **options})
    context.set_default_timeout(PATIENCE)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=app_url)
    return context


@pytest.fixture(scope="session")
def returning(browser: Browser, app_url: str) -> Iterator[KeptTab]:
    """The browser of somebody who comes again: the app's scripts are there already, which halves the work of opening."""
    context = context_for(browser, app_url)
    yield KeptTab(context, app_url, SCREEN)
    context.close()


@pytest.fixture(scope="session")
def phone_tab(browser: Browser, app_url: str) -> Iterator[KeptTab]:
    """The same for somebody who holds a phone."""
    context = context_for(browser, app_url, viewport=PHONE_SCREEN, **PHONE)
    yield KeptTab(context, app_url, PHONE_SCREEN)
    context.close()


@pytest.fixture
def open_page(
    browser: Browser, app_url: str, returning: KeptTab, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """Returns an empty page of somebody else at every call, with the options of a Playwright context.

    With `comes_again` it is that of somebody who comes again, of whom nothing else is kept than files; the options are then
    those of `KeptTab.take`, and opening the app costs half. With `tab` it is another tab that is kept. The test fails if one
    of its pages does what `PageWatch` forbids or shows an exception.
    """
    pages: list[tuple[Page, KeptTab | None]] = []
    watches: list[PageWatch] = []

    def open_page(*, comes_again: bool = False, tab: KeptTab | None = None, **options: Any) -> Page:
        tab = returning if comes_again else tab
        context = tab.context if tab else context_for(browser, app_url, **options)
        page = tab.take(**options) if tab else context.new_page()
        pages.append((page, tab))
        watches.append(PageWatch(context, app_url))
        return page

    yield open_page
    complaints = [complaint for watch in watches for complaint in watch.complaints]
    for page, _ in pages:
        shown = page.get_by_test_id("stException").all_text_contents()
        complaints += [f"exception on the screen: {text}" for text in shown]
    has_failed = bool(complaints) or request.node.stash.get(HAS_FAILED, False)
    if has_failed:
        for number, (page, _) in enumerate(pages, start=1):
            page.screenshot(path=SCREENSHOTS / f"{request.node.name}-{number}.png")
    for (page, tab), watch in zip(pages, watches, strict=True):
        watch.end()
        if tab:
            tab.give_back(page, is_well=not has_failed)
        else:
            page.context.close()
    assert not complaints, "\n".join(["A page did what no page may do:", *complaints])


@pytest.fixture
def app(open_page: Callable[..., Page], app_url: str, returning: KeptTab) -> PlaygroundPage:
    """The app as its user sees it, to be opened: `app.open()`; or to be had as a test has left it that did nothing to it."""
    page = open_page(comes_again=True, may_be_open=True)
    return PlaygroundPage(page, app_url, untouched=returning.untouched)


@pytest.fixture
def phone(open_page: Callable[..., Page], app_url: str, phone_tab: KeptTab) -> PlaygroundPage:
    """The app on a phone that is held upright, to be opened in the same ways."""
    page = open_page(tab=phone_tab, may_be_open=True)
    return PlaygroundPage(page, app_url, untouched=phone_tab.untouched)
