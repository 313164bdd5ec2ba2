"""What spreadsheets put into the clipboard, as text and as HTML beside it, pasted into the box."""

import re

from playwright.sync_api import expect

from .playground_page import PlaygroundPage

BOX = "Paste or upload a table"
COPY = """
([text, html]) => navigator.clipboard.write([new ClipboardItem({
  "text/plain": new Blob([text], { type: "text/plain" }),
  "text/html": new Blob([html], { type: "text/html" }),
})])
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
