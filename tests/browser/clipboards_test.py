"""What spreadsheets put into the clipboard, as text and as HTML beside it, pasted into the box and into the grid itself."""

import re

import pytest
from playwright.sync_api import expect

from ..page_texts import ARTICLE_1, expected_outputs, with_table
from .playground_page import PlaygroundPage

BOX = "Paste or upload a table"
COPY = """
([text, html]) => navigator.clipboard.write([new ClipboardItem({
  "text/plain": new Blob([text], { type: "text/plain" }),
  "text/html": new Blob([html], { type: "text/html" }),
})])
"""

COPIED = """
async () => {
  const [item] = await navigator.clipboard.read();
  const texts = item.types.map(async (type) => [type, await (await item.getType(type)).text()]);
  return Object.fromEntries(await Promise.all(texts));
}
"""


def test_the_box_reads_formatted_numbers_percentages_dates_and_merged_cells(app: PlaygroundPage):
    app.open().wait_until_finished()
    text = (
        "day\tprice\tshare\tfits\r\n31.01.2024\t1.234,50 €\t7,5 %\t1\r\n01.02.2024\t999,00 €\t50 %\t0\r\n"
        "\t2.000,00 €\t20 %\t1\r\n"
    )
    app.page.evaluate(COPY, [text, "<table><tr><td>other</td></tr></table>"])
    app.page.get_by_role("button", name=BOX).click()
    app.page.get_by_role("textbox", name=re.compile("^Rows, copied")).press("ControlOrMeta+v")

    expect(app.page.get_by_text("Tabs between cells, a comma before decimals")).to_be_visible()
    expect(app.page.get_by_text(re.compile("day: 2 different words; price: numbers; share: numbers"))).to_be_visible()


EXCEL = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet></head><body>'
    "<table border=0><!--StartFragment--><tr height=20><td height=20 align=right>0.12</td><td align=right>5</td></tr>"
    "<tr><td>0.34</td><td>6</td></tr><!--EndFragment--></table></body></html>"
)
LIBRE_OFFICE = (
    '<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 7.4"/></head><body><table border="0">'
    '<tr><td height="17" align="right" sdval="0.12" sdnum="1033;"><font face="Arial">0.12</font></td>'
    '<td sdval="5" sdnum="1033;">5</td></tr><tr><td sdval="0.34">0.34</td><td sdval="6">6</td></tr></table></body></html>'
)


@pytest.mark.parametrize("html", [EXCEL, LIBRE_OFFICE], ids=["Excel", "LibreOffice"])
def test_the_grid_itself_takes_what_a_spreadsheet_copies(app: PlaygroundPage, html: str):
    app.open_at_the_end()
    table = app.table("Training table")

    app.page.evaluate(COPY, ["0.12\t5\r\n0.34\t6\r\n", html])
    with app.another_run():  # a comparison that is cleared before would come back with it
        table.select(0, "input 1")
        app.page.keyboard.press("ControlOrMeta+v")

    app.button("Clear comparison").click()
    inputs = [[0.12, 5, 1], [0.34, 6, 1], [1, 0, 1], [0, 1, 1]]
    expect(app.outputs()).to_have_text(expected_outputs(with_table(ARTICLE_1, inputs=inputs)))


def test_cells_copied_out_of_a_grid_are_pasted_as_they_were_changed_and_empty_ones_too(app: PlaygroundPage):
    app.open_at_the_end()
    table = app.table("Training table")
    with app.finished_run():
        table.select(1, "target")
        app.page.keyboard.press("Delete")
    table.select(0, "input 3")
    app.page.keyboard.press("Shift+ArrowRight")
    app.page.keyboard.press("Shift+ArrowDown")
    app.page.keyboard.press("ControlOrMeta+c")

    copied = app.page.evaluate(COPIED)
    assert copied["text/plain"] == "1\t0\n1\t"
    assert re.findall(r"<td.*?>(.*?)</td>", copied["text/html"]) == ["1", "0", "1", ""]
    with app.finished_run():
        table.select(2, "input 3")
        app.page.keyboard.press("ControlOrMeta+v")
    expect(app.page.get_by_text("Row 4, column target: the cell is empty")).to_be_visible()  # where 0 stood

    # A program that changes the cells and keeps what else a grid has put there.
    kept = '<table><tbody><tr><td gdg-raw-value="1" gdg-format="string">0.25</td></tr></tbody></table>'
    app.page.evaluate(COPY, ["0.25", kept])
    for row in (1, 3):
        with app.finished_run():
            table.select(row, "target")
            app.page.keyboard.press("ControlOrMeta+v")

    # With the last of them a comparison comes, also where one was cleared before.
    expect(app.answers().locator(".rows-aim")).to_have_text(["0", "0.25", "0", "0.25"])
    app.button("Clear comparison").click()
    targets = [[0], [0.25], [0], [0.25]]
    inputs = [[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]]
    expect(app.outputs()).to_have_text(expected_outputs(with_table(ARTICLE_1, inputs=inputs, targets=targets)))
