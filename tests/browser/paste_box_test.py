"""A table is pasted into the box of a page that was reached by plain http, by a name that is not localhost."""

import re

from playwright.sync_api import Browser, expect

from .conftest import context_for
from .playground_page import PlaygroundPage

BOX = "Paste or upload a table"
# As spreadsheets put it into the clipboard: tabs, line ends of Windows, a cell in quotes.
SPECIES = 'length\twidth\tspecies\r\n1,4\t0,2\t"setosa, wild"\r\n4,7\t1,4\tversicolor\r\n1,3\t0,3\t"setosa, wild"\r\n'
# A file is let go over the picture, as an operating system lets go of one.
DROP = """
text => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], "sizes.csv", { type: "text/csv" }));
  const over = document.querySelector(".player");
  for (const name of ["dragover", "drop"]) {
    over.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
  }
}
"""


def test_a_table_is_pasted_where_the_page_may_not_read_the_clipboard(browser: Browser, app_url):
    plain_http = app_url.replace("localhost", "0.0.0.0")
    context = context_for(browser, app_url)
    try:
        copied = context.new_page()
        copied.set_content("<textarea></textarea>")
        copied.get_by_role("textbox").fill(SPECIES)
        copied.get_by_role("textbox").press("ControlOrMeta+a")
        copied.get_by_role("textbox").press("ControlOrMeta+c")
        app = PlaygroundPage(context.new_page(), plain_http).open()
        app.player.wait_for()
        assert app.page.evaluate("() => [window.isSecureContext, typeof navigator.clipboard]") == [False, "undefined"]

        app.page.get_by_role("button", name=BOX).click()
        app.page.get_by_role("textbox", name=re.compile("^Rows, copied")).press("ControlOrMeta+v")

        expect(app.page.get_by_text("Tabs between cells, a comma before decimals")).to_be_visible()

        # What was not taken yet stands in the box again after a reload, and one more before it does, and is read as before.
        app.page.reload()
        app.player.wait_for()
        app.page.reload()

        expect(app.page.get_by_role("textbox", name=re.compile("^Rows, copied"))).to_have_value(
            SPECIES.replace("\r\n", "\n")
        )
        expect(app.page.get_by_text("Tabs between cells, a comma before decimals")).to_be_visible()
        app.page.get_by_role("button", name="Replace the table").click()
        expect(app.page.get_by_role("dialog")).to_have_count(0)
        expect(app.answers()).to_have_count(3)
        table = app.table("Training table")
        expect(table.cell(1, "species")).to_have_text("versicolor")
        expect(table.cell(2, "length")).to_have_text("1.3")

        app.button("Undo").click()

        expect(app.answers()).to_have_count(4)
        app.wait_until_idle()
        with app.finished_run():
            app.table("Training table").select(1, "input 1")
            app.page.keyboard.press("ControlOrMeta+v")
        expect(app.table("Training table").cell(2, "input 3")).to_have_text("setosa, wild")
        app.button("Undo").click()
        expect(app.button("Undo")).to_be_disabled()

        app.page.get_by_role("tab", name="Test table").click()
        expect(app.page.locator(".st-key-open_test_paste_box")).to_be_visible()  # by it a file goes to this table
        app.page.evaluate(DROP, "input 1;input 2;input 3;target\n1,5;0;1;0\n2,5;1;0;1\n")

        expect(app.page.get_by_role("dialog").get_by_text("Semicolons between cells, a comma before")).to_be_visible()
        expect(app.page.get_by_role("radio", name="Test table")).to_be_checked()
    finally:
        context.close()
