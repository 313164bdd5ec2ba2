"""Columns whose names look like HTML, like a template or like a colour: shown as they were typed, and never mixed up."""

import json

from playwright.sync_api import ViewportSize, expect

import nncore
from playground.document import Document

INPUTS = ("a & b", "<b>x</b>", "x<sub>1</sub>", "%{y} &amp;", "#1f2630")
TARGET = "<i>t</i>"
DOCUMENT = Document(
    nncore.Experiment(
        nncore.Dataset(
            [[1, 0, 0, 0, 0], [0, 1, 0, 0, 1], [0, 0, 1, 0, 1], [0, 0, 0, 1, 0]],
            [[1], [0], [1], [0]],
            input_names=INPUTS,
            target_names=(TARGET,),
        ),
        nncore.Architecture((5, 1), ("sigmoid",)),
        "half_squared_error",
        nncore.SGD(1.0),
        50,
    ),
    title="Odd <b>names</b> & more",
)
HIGH: ViewportSize = {"width": 1280, "height": 1100}  # all lines in view
LIT = """
() => [...document.querySelectorAll(".panel-weights .signed-lines g")].map((line) => !line.classList.contains("faded"))
"""
END_OF_LINE = """
parameter => {
  const plot = document.querySelector(".panel-weights .js-plotly-plot");
  const { xaxis, yaxis } = plot._fullLayout;
  const { x, y } = plot._fullData[parameter];
  const box = plot.getBoundingClientRect();
  return [box.left + xaxis._offset + xaxis.d2p(x.at(-1)), box.top + yaxis._offset + yaxis.d2p(y.at(-1))];
}
"""


def test_a_weight_of_a_column_with_any_name_has_its_own_line_and_is_called_as_it_was_typed(app):
    app.page.set_viewport_size(HIGH)
    page = app.open_document(DOCUMENT).page
    names = [f"{name} → {TARGET}" for name in INPUTS]
    for place, name in enumerate(names):
        app.player.get_by_role("button", name=f"weight {name}").focus()
        page.wait_for_function(f"wanted => JSON.stringify(({LIT})()) === wanted", arg=_only(place))
    app.button("Play").focus()

    for place, name in enumerate(names):
        page.mouse.move(*page.evaluate(END_OF_LINE, place))
        expect(page.locator(".panel-weights .hovertext")).to_contain_text(f"the weight {name}")
        page.wait_for_function(f"wanted => JSON.stringify(({LIT})()) === wanted", arg=_only(place))

    app.button("Enlarge Weights").click()
    expect(page.locator(".panel-weights .line-names span")).to_have_text([*INPUTS, "bias"])
    frame = app.table("Training table").frame
    for name in INPUTS[:4]:  # those in view
        expect(frame.locator("th").and_(frame.get_by_text(name, exact=True))).to_have_count(1)
    expect(app.player.locator(".panel-network svg text").get_by_text(TARGET, exact=True)).to_have_count(1)
    expect(app.player.locator(".panel-network table tbody td:first-child")).to_have_text([*INPUTS, "bias"])
    expect(page.get_by_role("combobox", name="Open", exact=True)).to_have_attribute("value", DOCUMENT.title)


def _only(place: int) -> str:
    return json.dumps([number == place for number in range(6)], separators=(",", ":"))
