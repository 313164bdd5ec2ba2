"""The page's address holds what is open: whoever reloads it, or sends it on, has it all."""

import json
import math
import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from nncore import Dataset
from playground.document import Document
from playground.document.kept_text import all_but_table, document_of_kept, table_of
from playground.document.link import KEPT_BY_BROWSER, NOT_KEPT_BY_BROWSER
from playground.gallery import gallery

from ..page_texts import TABLE_TO_MEND, outputs_at
from .conftest import context_for
from .playground_page import PlaygroundPage
from .server import free_port, running

FULL = """
() => {
  Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
}
"""
PLAYGROUND = Path("playground/app.py")
# In the address, or kept by the browser under the name in it: alone, or with its table.
LINK = """
() => {
  const said = location.hash.replace("#document=", "");
  if (!said.startsWith("kept-")) return [said];
  const link = localStorage.getItem(`playground-${said}`);
  if (link) return [link];
  return new Promise((resolve) => {
    const opened = indexedDB.open("playground");
    opened.onsuccess = () => {
      const database = opened.result;
      const reading = database.transaction("kept");
      const [kept, its] = [said, `${said}/table`].map((name) => reading.objectStore("kept").get(name));
      reading.oncomplete = () => {
        database.close();
        // A table that an older version kept stands in the entry of its link.
        resolve([kept.result?.link ?? "", (its.result ?? kept.result)?.table ?? ""]);
      };
    };
  });
}
"""


def wait_for_address(app: PlaygroundPage, holds: Callable[[Document], bool]) -> str:
    """Wait until the page's address holds such a document, and return the address."""
    document_in_address(app, holds)
    return str(app.page.evaluate("location.href"))


def document_in_address(app: PlaygroundPage, holds: Callable[[Document], bool]) -> Document:
    """Wait until the page's address holds such a document, and return that."""
    deadline = time.monotonic() + app.patience
    while True:
        link, *table = app.page.evaluate(LINK)
        document = (document_of_kept(link, *table) if table else Document.from_link(link)) if link else None
        if document is not None and holds(document):
            return document
        assert time.monotonic() < deadline, f"The address stayed {app.page.url}."


def clear_comparison(app: PlaygroundPage) -> None:
    """Let the run before go, and wait until no number of it is on the screen."""
    app.button("Clear comparison").click()
    expect(app.button("Clear comparison")).to_be_hidden()


def test_a_reload_and_another_browser_have_what_was_there_and_not_the_beginning(app, open_page, app_url):
    app.open().wait_until_finished()
    assert app.page.url == f"{app_url}/"  # nothing has been changed yet

    app.slider.fill("4")
    wait_for_address(app, lambda document: document.play_head == 4)
    app.set_number("Learning rate", 0.5)
    app.table("Training table").edit(3, "target", "1")
    expect(app.change_log).to_have_text("Row 4’s target: 0 → 1.")
    clear_comparison(app)
    app.wait_until_finished()
    app.slider.fill("40")
    # The fingerprint of a run is known, and written, when the run has ended; the page opened again writes the same.
    address = wait_for_address(
        app,
        lambda document: (
            document.play_head == 40
            and document.experiment.dataset.targets[3] == 1
            and document.fingerprint is not None
        ),
    )
    app.expect_epoch(40)
    outputs = app.outputs().all_text_contents()
    entries = app.page.evaluate("history.length")

    app.page.reload()
    app.wait_until_finished()

    app.expect_epoch(40)
    expect(app.outputs()).to_have_text(outputs)
    expect(app.number("Learning rate")).to_have_value("0.5")
    expect(app.table("Training table").cell(3, "target")).to_have_text("1")
    expect(app.page).to_have_url(address)
    assert app.page.evaluate("history.length") == entries
    other = PlaygroundPage(open_page(), app_url)
    other.page.goto(address)
    other.wait_until_finished()
    expect(other.outputs()).to_have_text(outputs)
    expect(other.page.get_by_text("The target is always input 1")).to_have_count(0)
    expect(other.button("Compare with the article")).to_have_count(0)
    other.button("Back to the example").click()
    other.expect_epoch(0)
    expect(other.number("Learning rate")).to_have_value("1")


def test_a_damaged_link_says_so_and_the_page_opens_as_it_does_without_one(app, app_url):
    # As a mail program may have written "#document=1damaged".
    app.open("%23document%3D1damaged.").wait_until_finished()

    expect(app.notes).to_have_text(
        ["This link is damaged, or was not copied whole, so the page opens as it does without one."]
    )
    app.expect_epoch(0)
    expect(app.page).to_have_url(f"{app_url}/")


def test_a_server_that_was_started_anew_brings_the_page_back(browser, tmp_path):
    port = free_port()
    with running(PLAYGROUND, tmp_path / "first.txt", port=port) as server:
        # Nobody watches this page: without its server it says what is missing in the console.
        app = PlaygroundPage(context_for(browser, server.address).new_page(), server.address)
        app.open().wait_until_finished()
        app.set_number("Learning rate", 0.5)
        clear_comparison(app)
        app.slider.fill("40")
        wait_for_address(
            app, lambda document: document.play_head == 40 and document.experiment.optimizer.learning_rate == 0.5
        )
        app.expect_epoch(40)
        outputs = app.outputs().all_text_contents()
        app.page.evaluate("window.isBefore = true")

    with running(PLAYGROUND, tmp_path / "second.txt", port=port):
        app.page.wait_for_function("!window.isBefore")
        app.wait_until_finished()

        app.expect_epoch(40)
        expect(app.outputs()).to_have_text(outputs)
        expect(app.number("Learning rate")).to_have_value("0.5")
    app.page.context.close()


def test_another_link_put_into_the_address_of_the_page_is_opened(app):
    app.open().wait_until_finished()
    app.choose_from("Open", "XOR")
    app.wait_until_finished()
    address = wait_for_address(app, lambda document: document.title == "XOR")
    app.choose_from("Open", "AND")
    # When the fingerprint of its run is written, nothing else will be, which could take the place of what is put there.
    wait_for_address(app, lambda document: document.title == "AND" and document.fingerprint is not None)

    app.page.evaluate("address => { location.href = address; }", address)

    expect(app.page.get_by_role("combobox", name="Open", exact=True)).to_have_value("XOR")
    app.wait_until_finished()


def test_a_table_too_large_for_an_address_is_kept_by_the_browser_and_copied_links_are_whole(app, open_page, app_url):
    rows = [[math.sin(row * 7 + column) for column in range(3)] for row in range(250)]
    experiment = gallery()[0].experiment
    dataset = Dataset(rows, [[float(row[0] > 0)] for row in rows])
    large = Document(replace(experiment, dataset=dataset, epochs=20), play_head=20)
    # Nothing can be opened by an address that is too long; by its name, as soon as the browser has it.
    app.open().wait_until_finished()
    app.page.evaluate("link => localStorage.setItem('playground-kept-1', link)", large.to_link())
    app.page.evaluate("location.href = '#document=kept-1'")
    expect(app.notes).to_have_text([KEPT_BY_BROWSER])
    app.wait_until_finished()
    app.slider.fill("7")
    address = wait_for_address(app, lambda document: document.play_head == 7)
    assert re.search(r"#document=kept-\w{6,}$", address)

    app.page.reload()

    app.wait_until_finished()
    app.expect_epoch(7)
    expect(app.outputs()).to_have_text(outputs_at(large.experiment, 7))
    expect(app.page).to_have_url(address)  # what it keeps from now on goes to the same place
    assert app.page.evaluate("localStorage.getItem('playground-kept-1')") == large.to_link()
    app.page.get_by_role("button", name="Share, save or open").click()
    app.button("Copy link").click()
    expect(app.button("Copy link")).to_have_attribute("data-copied", "too large")
    app.page.evaluate(FULL)
    app.slider.fill("3")
    expect(app.notes).to_have_text([NOT_KEPT_BY_BROWSER])
    elsewhere = PlaygroundPage(open_page(), app_url)
    elsewhere.page.goto(address)
    expect(elsewhere.notes).to_contain_text("only the browser it was made in keeps it")
    elsewhere.wait_until_finished()
    elsewhere.page.get_by_role("button", name="Share, save or open").click()
    elsewhere.button("Copy link").click()
    expect(elsewhere.button("Copy link")).to_have_attribute("data-copied", "for here")  # tests are served at localhost
    expect(elsewhere.page.get_by_text("Link copied. It opens on this computer only.")).to_be_attached()
    assert elsewhere.page.evaluate("navigator.clipboard.readText()") == elsewhere.page.url


KEEP = """
([link, table]) => new Promise((resolve, reject) => {
  const opened = indexedDB.open("playground", 1);
  opened.onupgradeneeded = () => opened.result.createObjectStore("kept", { keyPath: "name" }).createIndex("date", "date");
  opened.onsuccess = () => {
    const change = opened.result.transaction("kept", "readwrite");
    change.objectStore("kept").put({ name: "kept-2", date: Date.now(), link, table });
    change.oncomplete = () => { opened.result.close(); resolve(); };
    change.onabort = () => reject(change.error);
  };
})
"""
KEEPS_NO_TABLE = "() => { IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError'); }; }"


def test_a_table_of_thousands_of_rows_is_kept_by_the_browser_over_a_reload(app):
    rows = [[math.sin(row * 7 + column) for column in range(20)] for row in range(2_000)]
    experiment = gallery()[0].experiment
    architecture = replace(experiment.architecture, layer_sizes=(20, 1))
    dataset = Dataset(rows, [[float(row[0] > 0)] for row in rows])
    large = Document(replace(experiment, dataset=dataset, architecture=architecture, epochs=5), play_head=5)
    outputs = outputs_at(large.experiment, 3)[:5]
    app.open().wait_until_finished()
    app.page.evaluate(KEEP, [all_but_table(large), table_of(large)])
    app.page.evaluate("location.href = '#document=kept-2'")
    expect(app.notes).to_have_text([KEPT_BY_BROWSER])
    app.wait_until_finished()
    app.expect_epoch(5)
    app.slider.fill("3")
    address = wait_for_address(app, lambda document: document.play_head == 3)
    assert re.search(r"#document=kept-\w{6,}$", address)

    app.page.reload()

    app.wait_until_finished()
    app.expect_epoch(3)
    for row, output in enumerate(outputs):
        expect(app.outputs().nth(row)).to_have_text(output)
    app.page.evaluate(KEEPS_NO_TABLE)
    app.slider.fill("2")
    expect(app.notes).to_have_text([NOT_KEPT_BY_BROWSER])


def test_what_was_saved_as_a_file_is_opened_again_and_can_be_taken_back(app, tmp_path):
    app.open().wait_until_finished()
    app.page.get_by_role("button", name="Share, save or open").click()
    with app.page.expect_download() as download:
        app.button("Save as a file").click()
    assert download.value.suggested_filename == "article-1-a-single-neuron.json"
    with app.page.expect_download() as script:
        app.button("Download as Python").click()
    assert script.value.suggested_filename == "article-1-a-single-neuron.py"
    assert "def train" in script.value.path().read_text(encoding="utf-8")
    file = tmp_path / "mine.json"
    download.value.save_as(file)
    record = json.loads(file.read_text(encoding="utf-8"))
    record["document"]["title"] = "<b>Mine</b>"
    record["document"]["experiment"]["dataset"]["inputs"][0][0] = 0.25
    file.write_text(json.dumps(record), encoding="utf-8")

    app.page.get_by_test_id("stFileUploader").locator("input").set_input_files(file)

    expect(app.page.get_by_role("combobox", name="Open", exact=True)).to_have_value("<b>Mine</b>")
    expect(app.table("Training table").cell(0, "input 1")).to_have_text("0.25")
    expect(app.page.get_by_test_id("stFileUploader")).to_be_hidden()
    app.wait_until_finished()
    app.button("Undo").click()
    expect(app.table("Training table").cell(0, "input 1")).to_have_text("0")
    app.wait_until_finished()  # what is still drawn anew would fold what is unfolded now
    table = tmp_path / "table.csv"
    table.write_text("0,0,1", encoding="utf-8")
    app.page.get_by_role("button", name="Share, save or open").click()
    app.page.get_by_test_id("stFileUploader").locator("input").set_input_files(table)
    expect(app.notes).to_have_text(
        re.compile("^This file holds nothing that was saved by the playground, so what was open stays open.")
    )


def test_two_tabs_of_one_browser_keep_apart_what_is_open_in_each(app, app_url):
    app.open().wait_until_finished()
    tabs = [app, PlaygroundPage(app.page.context.new_page(), app_url)]
    experiment = gallery()[0].experiment
    for number, tab in enumerate(tabs, start=1):
        rows = [[math.sin(number * row * 7 + column) for column in range(3)] for row in range(249 + number)]
        dataset = Dataset(rows, [[float(row[0] > 0)] for row in rows])
        large = Document(replace(experiment, dataset=dataset, epochs=20), title=f"Tab {number}", play_head=20)
        if tab is not app:
            tab.open().wait_until_finished()
        tab.page.evaluate(f"link => localStorage.setItem('playground-kept-{number}', link)", large.to_link())
        tab.page.evaluate(f"location.href = '#document=kept-{number}'")
        expect(tab.answers()).to_have_count(249 + number)
        tab.wait_until_finished()
    for number, tab in enumerate(tabs, start=1):
        tab.slider.fill(str(number + 4))
        wait_for_address(tab, lambda document, epoch=number + 4: document.play_head == epoch)

    for tab in tabs:
        tab.page.reload()

    for number, tab in enumerate(tabs, start=1):
        expect(tab.answers()).to_have_count(249 + number)
        tab.wait_until_finished()
        tab.expect_epoch(number + 4)
        expect(tab.page.get_by_role("combobox", name="Open", exact=True)).to_have_value(f"Tab {number}")
    tabs[1].page.close()


def test_the_browsers_back_brings_back_the_same_page_with_the_same_numbers(app):
    app.open().wait_until_finished()
    with app.another_run():
        app.choose_from("Open", "XOR")
    app.set_number("Learning rate", 0.5)
    clear_comparison(app)
    app.wait_until_finished()
    app.slider.fill("40")
    address = wait_for_address(
        app,
        lambda document: (
            document.play_head == 40
            and document.experiment.optimizer.learning_rate == 0.5
            and document.fingerprint is not None
        ),
    )
    app.expect_epoch(40)
    outputs = app.outputs().all_text_contents()

    app.page.goto("about:blank")
    app.page.go_back()

    expect(app.page).to_have_url(address)
    app.wait_until_finished()
    app.expect_epoch(40)
    expect(app.outputs()).to_have_text(outputs)
    expect(app.number("Learning rate")).to_have_value("0.5")

    app.page.evaluate("link => { location.hash = `document=${link}`; }", gallery()[2].to_link())
    expect(app.page.get_by_role("combobox", name="Open", exact=True)).to_have_value("AND")
    app.wait_until_finished()
    app.page.go_back()

    expect(app.page.get_by_role("combobox", name="Open", exact=True)).to_have_value("XOR")
    app.wait_until_finished()
    app.expect_epoch(40)
    expect(app.outputs()).to_have_text(outputs)


def moment_taken_away(app: PlaygroundPage) -> int:
    """Copy a link while it plays, then save a file, see that each holds the moment it was made at, and return the second."""
    app.page.get_by_role("button", name="Share, save or open").click()
    app.button("Copy link").click()
    expect(app.button("Copy link")).to_have_attribute("data-copied", "for here")
    # What is told goes, and with it the lines that it takes: a click below it meets what it was meant for all the same.
    app.page.get_by_text("The worked update as an exercise").click()
    expect(app.button("Worksheets to print")).to_be_visible()
    expect(app.button("Copy link")).not_to_have_attribute("data-copied", "for here")
    copied = Document.from_link(app.page.evaluate("navigator.clipboard.readText()").partition("#document=")[2])
    assert copied.chosen_row == 3
    assert 20 <= (copied.play_head or 0) <= app.epoch
    app.wait_for_epoch(app.epoch + 1)
    file = saved_file(app)
    assert set(file) == {"document", "trained"}
    with app.finished_run():
        app.page.get_by_text("With the trained weights").click()
    file = saved_file(app)
    assert set(file) == {"document"}
    saved: int = file["document"]["play_head"]
    assert copied.play_head < saved
    return saved


def saved_file(app: PlaygroundPage) -> dict[str, Any]:
    """Save what is open and return what the file holds."""
    with app.page.expect_download() as saving:
        app.page.get_by_role("button", name="Save as a file").click()
    held: dict[str, Any] = json.loads(saving.value.path().read_text(encoding="utf-8"))
    return held


def leave_a_half_typed_column_name(app: PlaygroundPage) -> None:
    """Reload the page with half a name in the field of a column; it stands there again, to be typed on."""
    app.page.get_by_role("button", name="Columns").click()
    name = app.page.get_by_role("textbox", name="Name of column 2")
    name.fill("heig")
    app.page.reload()
    expect(name).to_have_value("heig")
    expect(name).to_be_focused()
    app.page.keyboard.press("Escape")
    expect(name).to_have_count(0)


def leave_with_another_table_chosen(app: PlaygroundPage) -> None:
    """Reload the page with the tab of another table chosen; it is chosen again, until the training table is."""
    asked = app.page.get_by_role("tab", name="New situation", exact=True)
    asked.click()
    app.page.reload()
    expect(asked).to_have_attribute("aria-selected", "true")
    app.page.get_by_role("tab", name="Training table", exact=True).click()


def test_a_reload_at_any_moment_keeps_what_is_hidden_what_is_shown_and_the_last_row(app):
    app.open().wait_until_finished()
    app.slider.fill("4")
    wait_for_address(app, lambda document: (document.play_head, document.hide_future) == (4, True))

    app.page.reload()

    app.expect_epoch(4)
    app.button("Show the future").click()
    wait_for_address(app, lambda document: document.hide_future is None)
    app.button("Reset").click()
    wait_for_address(app, lambda document: (document.play_head, document.hide_future) == (0, False))
    app.page.reload()
    app.expect_epoch(0)
    expect(app.button("Hide the future")).to_be_visible()

    leave_with_another_table_chosen(app)
    rows = app.answers().locator("button[aria-pressed]")
    rows.nth(1).click()
    wait_for_address(app, lambda document: document.chosen_row == 1)
    with app.finished_run():
        rows.nth(2).click()
    app.page.reload()  # within the second in which the address stays as it is
    expect(rows.nth(2)).to_have_attribute("aria-pressed", "true")

    app.wait_until_finished()
    app.select("Speed", "120 epochs/s")
    app.button("Train").click()
    app.wait_for_epoch(20)
    rows.nth(3).click()
    saved = moment_taken_away(app)
    app.page.reload()
    expect(rows.nth(3)).to_have_attribute("aria-pressed", "true")
    expect(app.player.get_by_label("Speed", exact=True)).to_have_value("120")
    app.wait_until_finished()
    assert saved <= app.epoch < int(app.slider.get_attribute("max"))
    expect(app.button("Play")).to_be_visible()
    expect(app.page).not_to_have_url(re.compile("viewpoint"))

    app.table("Training table").edit(1, "input 2", "1x2")
    expect(app.notes).to_contain_text(TABLE_TO_MEND)
    wait_for_address(app, lambda document: document.unfinished is not None)
    leave_a_half_typed_column_name(app)
    expect(app.notes).to_contain_text(TABLE_TO_MEND)  # the player is there again, which keeps what is typed
    app.number("Learning rate").fill("0,5,")  # half typed, of which nobody has been told
    app.page.reload()
    expect(app.notes).to_contain_text(TABLE_TO_MEND)
    expect(app.table("Training table").cell(1, "input 2")).to_have_text("1x2")
    expect(app.number("Learning rate")).to_have_value("0,5,")
    app.number("Learning rate").fill("0,5")
    app.number("Learning rate").press("Enter")
    app.player.get_by_role("button", name="Leave row 2 out", exact=True).click()
    expect(app.answers()).to_have_count(3)
    wait_for_address(app, lambda document: document.experiment.optimizer.learning_rate == 0.5)
