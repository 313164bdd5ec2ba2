"""How the page's files come over the line: compressed, few, and once for a browser that comes again."""

import pytest
from playwright.sync_api import Page

from playground.player import bundle, plotly_js

from .playground_page import PlaygroundPage

FILES = """() => performance.getEntriesByType("resource")
    .filter(({ name }) => /\\.(js|mjs|css)$/.test(new URL(name).pathname))
    .map(({ name, transferSize, encodedBodySize, decodedBodySize }) =>
        ({ path: new URL(name).pathname, transferSize, encodedBodySize, decodedBodySize }))"""
CHARTS_DRAWN = "() => document.querySelectorAll('.live-chart[data-drawn]').length === 2"


def files_of(page: Page) -> list[dict]:
    page.wait_for_function(CHARTS_DRAWN)
    return page.evaluate(FILES)


@pytest.fixture
def opened(open_page, app_url) -> Page:
    page = open_page()
    PlaygroundPage(page, app_url).open().wait_until_finished()  # nothing is on its way any more
    return page


def test_every_script_and_every_style_comes_compressed(opened):
    files = files_of(opened)

    large = [file for file in files if file["decodedBodySize"] > 2000]
    assert len(large) > 20
    assert [file["path"] for file in large if file["encodedBodySize"] > 0.7 * file["decodedBodySize"]] == []


def test_the_player_comes_as_one_script_one_file_of_styles_and_the_basic_plotly(opened):
    if bundle.served_files()[0] == "player.js":
        pytest.skip("The bundle is older than the modules, which are served; bundle_test says so.")
    if not plotly_js.is_basic():
        pytest.skip("Another plotly package is installed; plotly_js_test says so.")

    names = sorted(file["path"].partition("/playground.player/")[2] for file in files_of(opened))

    digest = bundle.digest_of()
    assert [name for name in names if name] == [
        f"made/player-{digest}.css",
        f"made/player-{digest}.js",
        f"vendor/plotly-basic-{plotly_js.BASIC_VERSION}.min.js",
    ]


def test_a_browser_that_comes_again_fetches_none_of_them_again(opened):
    if bundle.served_files()[0] == "player.js":
        pytest.skip("The bundle is older than the modules, which are served; bundle_test says so.")
    first = files_of(opened)
    opened.reload()

    again = files_of(opened)

    assert len(again) > 20
    assert {file["path"] for file in again} <= {file["path"] for file in first}
    assert [file["path"] for file in again if file["transferSize"] > 0] == []
