"""The page object and the watch, tried on a small page whose answers are known.

If these fail, Streamlit has changed under them; no other browser test can then be believed.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .app_page import AppPage
from .page_watch import PageWatch
from .server import serving

SMALL_APP = """
import pandas as pd
import streamlit as st

epochs = st.sidebar.number_input("Epochs", value=100)
kind = st.sidebar.radio("Architecture", ["Single neuron", "Hidden layers"])
st.header("New situation")
st.data_editor(pd.DataFrame({"input": ["9"]}), key="situation")
st.header("Training table")
st.session_state.setdefault("rows", pd.DataFrame({"input": ["0", "1"], "output": ["0", "1"]}))
table = st.data_editor(st.session_state["rows"], key="table", num_rows="dynamic", hide_index=True)
presses = st.session_state["presses"] = st.session_state.get("presses", 0) + st.button("Train")
st.text(f"{epochs} epochs, {kind}, pressed {presses} times, {table.fillna('-').to_numpy().tolist()}")
"""


@pytest.fixture(scope="module")
def small_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("small_app")
    (folder / "app.py").write_text(SMALL_APP, encoding="utf-8")
    with serving(folder / "app.py", folder / "log.txt") as address:
        yield address


@pytest.fixture(scope="module")
def small_tab(browser: Browser, small_url: str) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=small_url)
        yield context.new_page()


@pytest.fixture
def small_app(small_tab: Page, small_url: str) -> AppPage:
    return AppPage(small_tab, small_url).open()


def test_each_change_reaches_python_and_causes_one_run(small_app):
    table, answer = small_app.table("Training table"), small_app.page.get_by_text("epochs,")

    small_app.press("Train")
    small_app.set_number("Epochs", 7)
    small_app.choose("Architecture", "Hidden layers")
    table.edit(1, "output", "0,5")
    table.edit(1, "output", "0,25")

    expect(answer).to_have_text("7 epochs, Hidden layers, pressed 1 times, [['0', '0'], ['1', '0,25']]")
    expect(small_app.number("Epochs")).to_have_value("7")
    expect(small_app.choice("Architecture", "Single neuron")).not_to_be_checked()
    assert small_app.finished_runs == 1 + 5


def test_rows_can_be_added_pasted_and_deleted(small_app):
    table, answer = small_app.table("Training table"), small_app.page.get_by_text("epochs,")

    table.add_row()
    table.paste(1, "input", "2\t3\n4\t5")
    table.delete_row(0)

    expect(answer).to_contain_text("[['2', '3'], ['4', '5']]")
    expect(table.rows).to_have_count(2)
    expect(table.cell(1, "output")).to_have_text("5")
    assert table.columns == ["input", "output"]


def test_a_run_that_never_comes_is_a_failure_and_not_a_wait_without_end(small_app):
    with pytest.raises(AssertionError, match="No run of the script finished"), small_app.finished_run():
        small_app.patience = 0.2


def test_the_watch_reports_errors_and_calls_to_other_machines(browser):
    with browser.new_context() as context:
        watch = PageWatch(context, "http://localhost:1")
        page = context.new_page()

        page.set_content(
            """<script>console.error("one"); console.warn("two"); setTimeout(() => { throw new Error("three") })</script>
            <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><img src="http://elsewhere.invalid/four.png">"""
        )
        page.wait_for_load_state("networkidle")

        assert watch.complaints[0].startswith("console error: one")
        assert "uncaught error: three" in watch.complaints
        assert "request to the outside: http://elsewhere.invalid/four.png" in watch.complaints
        assert not [complaint for complaint in watch.complaints if "two" in complaint or "data:" in complaint]


def test_a_server_that_cannot_start_says_what_it_wrote(tmp_path):
    with (
        pytest.raises(RuntimeError, match=r"The server ended at once\. It wrote:\n(.|\n)*nowhere\.py"),
        serving(tmp_path / "nowhere.py", tmp_path / "log.txt"),
    ):
        pass
