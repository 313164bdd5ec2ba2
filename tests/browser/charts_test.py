"""The two charts: what their colours mean, what is hidden with the future, and one of them larger."""

import re

import pytest
from playwright.sync_api import expect

from .measured_boxes import resize, settle

SHOWN_VALUES = """
name => {
  const { range } = document.querySelector(`.panel-${name} .js-plotly-plot`)._fullLayout.yaxis;
  const ticks = [...document.querySelectorAll(`.panel-${name} .ytick text`)].map(tick => tick.textContent);
  return [...range, ...ticks];
}
"""
# Of every text of a chart: its size, and whether it is cut off or lies on another one.
TEXTS = """
() => [...document.querySelectorAll(".live-chart")].filter(chart => chart.clientWidth).flatMap(chart => {
  const whole = chart.closest(".panel").getBoundingClientRect();
  const texts = [...chart.querySelectorAll(".xtick text, .ytick text, .line-names span")];
  const boxes = texts.map(text => text.getBoundingClientRect());
  return boxes.map((box, index) => {
    const covers = other => Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1
      && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 4;
    return {
      text: texts[index].textContent,
      size: parseFloat(getComputedStyle(texts[index]).fontSize),
      isCut: box.left < whole.left - 1 || box.right > whole.right + 1 || box.bottom > whole.bottom + 1,
      covers: boxes.filter((other, place) => place !== index && covers(other)).length,
    };
  });
})
"""
SIGNS = """
() => [...document.querySelectorAll(".panel-weights .signed-lines g")].map(line => [...line.children].map(part => {
  const { stroke, strokeDasharray } = getComputedStyle(part);
  return [part.getAttribute("class"), stroke, strokeDasharray !== "none"];
}))
"""


def colour(app, name):
    return app.page.evaluate(
        """name => {
          const probe = document.querySelector(".player").appendChild(document.createElement("i"));
          probe.style.color = `var(--${name})`;
          const seen = getComputedStyle(probe).color;
          probe.remove();
          return seen;
        }""",
        name,
    )


def show_future(app):
    """Let all of the run be seen; what is opened for the first time hides what comes."""
    app.page.locator("h1").first.click()
    if app.player.locator(".guess").count():
        app.page.keyboard.press("h")
    expect(app.player.locator(".guess")).to_have_count(0)


def wait_for_values(app, chart, values):
    """Wait until the value axis of a chart has this range and these ticks."""
    is_shown = f"([chart, values]) => JSON.stringify(({SHOWN_VALUES})(chart)) === JSON.stringify(values)"
    app.page.wait_for_function(is_shown, arg=[chart, values])


def test_a_weight_is_blue_and_solid_from_zero_on_and_orange_and_dashed_below(app):
    app.open_at_the_beginning()

    positive, negative = ["positive", colour(app, "positive"), False], ["negative", colour(app, "negative"), True]

    # The first weight begins below 0 and rises, the second ends below, the third has never been above.
    assert app.page.evaluate(SIGNS) == [[positive, negative], [positive, negative], [negative]]
    assert positive[1] != negative[1]


UNVEILED = """
() => [...document.querySelectorAll(".guess")].map((chart) => {
  const [from, cursor] = [".veil", ".cursor"].map((part) => chart.querySelector(part).getBoundingClientRect());
  return Math.round(from.left - cursor.left);
})
"""


def test_nothing_in_a_chart_tells_of_a_future_that_is_hidden(app):
    app.open_at_the_beginning()
    app.slider.fill("10")
    app.expect_epoch(10)
    show_future(app)
    whole = app.page.evaluate(SHOWN_VALUES, "weights")
    assert whole[1] > 10  # of the whole run, in which a weight reaches 10.1

    app.page.keyboard.press("h")

    expect(app.player.locator(".guess")).to_have_count(2)
    app.wait_for_chart("weights", "plot._fullLayout.yaxis.range[1] < 3")  # 1.74 after epoch 10
    low, high, *ticks = app.page.evaluate(SHOWN_VALUES, "weights")
    assert ticks == ["−1", "0", "1", "2"]
    assert -1.1 < low < -1
    assert 2 < high < 2.1
    expect(app.page.get_by_role("list", name="The chart in words: Loss")).to_be_hidden()
    app.slider.fill("0")
    app.wait_for_chart("weights", "plot._fullLayout.yaxis.range[1] < 1")  # 0.44 at first
    # The lines of thousands of epochs to come may lie under the cursor, which is as wide as one of them.
    assert app.page.evaluate(UNVEILED) == [0, 0]
    app.page.keyboard.press("h")
    wait_for_values(app, "weights", whole)
    app.page.keyboard.press("h")
    app.wait_for_chart("weights", "plot._fullLayout.yaxis.range[1] < 1")
    # Whoever has seen the end has nothing left to guess.
    app.slider.fill("15000")
    expect(app.player.locator(".guess")).to_have_count(0)
    wait_for_values(app, "weights", whole)


def test_either_chart_can_have_the_place_of_both(app):
    app.open_at_the_beginning()
    panels = {name: app.player.locator(f".panel-{name.lower()}") for name in ("Loss", "Weights")}
    for chart, other in (("Loss", "Weights"), ("Weights", "Loss")):
        before, beside = panels[chart].bounding_box(), panels[other].bounding_box()

        app.button(f"Enlarge {chart}").click()

        expect(panels[other]).to_be_hidden()
        large = panels[chart].bounding_box()
        assert large["width"] > before["width"] + 0.95 * beside["width"], chart
        app.wait_for_chart(chart.lower(), f"Math.abs(plot._fullLayout.width - {large['width']}) < 2")
        app.button(f"Enlarge {chart}").click()
        expect(panels[other]).to_be_visible()
        settle(app.page)
        assert panels[chart].bounding_box() == before, chart


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (1024, 768), (390, 844)], ids=str)
def test_no_text_in_a_chart_is_small_cut_off_or_covered(app, size):
    app.open_at_the_beginning()
    resize(app.page, *size)
    app.page.wait_for_function(f"() => ({TEXTS})().length > 8")
    # A chart that has just got another size is drawn once more.
    app.page.wait_for_function(f"() => ({TEXTS})().every(text => !text.isCut && !text.covers)")

    assert min(text["size"] for text in app.page.evaluate(TEXTS)) >= 13


def test_pointing_at_a_neuron_lights_its_weights_among_many(app):
    app.open_at_the_beginning()
    app.choose_from("Open", "XOR")
    app.choose("Architecture", "Hidden layers")
    app.set_number("Neurons, layer 1", 8)
    lit = app.player.locator(".panel-weights .signed-lines g")
    expect(app.player.get_by_label("Lit weights").locator("option").first).to_have_text("all 33")
    expect(lit).to_have_count(0)

    app.player.get_by_role("button", name=re.compile("^hidden 3")).first.focus()

    # Two weights and a bias.
    expect(lit).to_have_count(3)
    expect(app.player.get_by_label("Lit weights").locator("option:checked")).to_have_text("3 of 33")
    # A dot for each would hide the lines of so many, but not where they begin: with the future hidden nothing else is there.
    dots = app.player.locator(".panel-weights .dot")
    app.slider.fill("0")
    expect(dots.filter(visible=True)).to_have_count(33)
    app.slider.fill("1")
    expect(dots.filter(visible=True)).to_have_count(0)


def test_where_one_chart_has_room_a_switch_chooses_it(app):
    app.open_at_the_beginning()
    app.page.set_viewport_size({"width": 1024, "height": 768})
    loss, weights = (app.player.locator(f".panel-{name}") for name in ("loss", "weights"))
    expect(loss).to_be_visible()
    expect(weights).to_be_hidden()
    tabs = app.page.get_by_role("tablist", name="Chart")
    expect(tabs.get_by_role("tab", name="Loss")).to_have_attribute("aria-selected", "true")

    tabs.get_by_role("tab", name="Loss").press("ArrowRight")

    expect(weights).to_be_visible()
    expect(loss).to_be_hidden()
    expect(tabs.get_by_role("tab", name="Weights")).to_be_focused()
    app.expect_epoch(0)
    app.wait_for_chart("weights", "plot._fullLayout.width > 250")
    app.page.set_viewport_size({"width": 1280, "height": 800})
    expect(loss).to_be_visible()
    expect(tabs).to_have_count(0)


def test_before_a_class_the_charts_are_read_from_afar(app):
    app.open_at_the_beginning()

    app.page.locator("h1").first.click()
    app.page.keyboard.press("p")

    expect(app.player).to_have_class(re.compile("projector"))
    app.wait_for_chart("loss", "plot._fullLayout.font.size > 16")
    app.page.wait_for_function(f"() => ({TEXTS})().every(text => !text.isCut && !text.covers)")
    assert min(text["size"] for text in app.page.evaluate(TEXTS)) >= 16
