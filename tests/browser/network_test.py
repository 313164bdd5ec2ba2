"""The network's numbers: each at its own edge, and of a large network those of the neuron that is pointed at."""

import re
from dataclasses import replace

from playwright.sync_api import Locator, expect

import nncore
from playground.document import Document
from playground.text.shown_number import shown_number

from ..page_texts import ARTICLE_1
from .measured_boxes import offences, resize, settle
from .playground_page import PlaygroundPage


def strip(app: PlaygroundPage) -> Locator:
    """Return the line under the network."""
    return app.player.locator(".network-strip")


def numbers(app: PlaygroundPage) -> Locator:
    """Return the numbers of weights and biases that can be seen."""
    return app.player.locator(".edge-number:visible")


def neuron(app: PlaygroundPage, layer: int, index: int, sizes: tuple[int, ...]) -> Locator:
    """Return the circle of a neuron of a network that is drawn whole."""
    return app.player.locator(f"[data-node='{sum(sizes[:layer]) + index}'] circle")


def open_large(app: PlaygroundPage) -> tuple[int, ...]:
    """Open article 1, which has no biases, with a hidden layer of eight, and return the sizes of its layers."""
    sizes = (3, 8, 1)
    architecture = nncore.Architecture(sizes, ("sigmoid",) * 2, bias=False)
    app.open_document(Document(replace(ARTICLE_1, architecture=architecture), play_head=0))
    return sizes


def test_the_line_under_the_network_is_the_arithmetic_of_the_row(app):
    app.open_at_the_beginning()
    app.slider.fill("4")
    app.expect_epoch(4)
    network: nncore.Network = ARTICLE_1.run().history.network_at(4)
    one, _, three = network.parameters.tolist()
    output = ARTICLE_1.predict(network, [[1, 0, 1]]).item()

    app.page.get_by_role("button", name="row 3, target 1", exact=False).first.click()

    expect(strip(app)).to_contain_text("Row 3")
    expect(strip(app)).to_contain_text(f"1 × {one:.2f} + 0 × ")
    expect(strip(app)).to_contain_text(f"= {one + three:.2f} → sigmoid →")
    expect(strip(app)).to_contain_text(shown_number(output))


def test_a_large_network_shows_the_numbers_of_the_neuron_that_is_pointed_at_and_one_is_dragged(app):
    sizes = open_large(app)
    expect(numbers(app)).to_have_count(0)
    before = app.weights()

    neuron(app, 1, 5, sizes).hover()

    expect(numbers(app)).to_have_count(3)
    expect(strip(app)).to_contain_text("hidden 6")
    # W1 is 3 × 8, row by row: the second input's weight to the sixth neuron is number 13.
    number = app.player.locator(".edge-number[data-edge='13'] .box")
    box = number.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    app.page.mouse.move(x, y, steps=5)
    expect(numbers(app)).to_have_count(3)
    app.page.mouse.down()
    app.page.mouse.move(x + 60, y, steps=3)
    app.page.mouse.up()

    expect(app.change_log).to_contain_text("Changed: input 2 → hidden 6 =")
    app.wait_until_finished()
    assert app.weights() != before
    app.page.mouse.move(2, 2)
    expect(numbers(app)).to_have_count(0)


def test_the_neuron_whose_curve_is_open_keeps_its_numbers_on_a_phone_too(app):
    sizes = open_large(app)

    neuron(app, 1, 2, sizes).click()
    app.page.mouse.move(2, 2)

    expect(app.player.locator(".panel-curve")).to_be_visible()
    expect(numbers(app)).to_have_count(3)
    opacities = [(1, 2, "1"), (0, 0, "1"), (1, 3, "0.3"), (2, 0, "0.3")]  # it, what comes in, and the rest
    for layer, index, opacity in opacities:
        expect(neuron(app, layer, index, sizes)).to_have_css("opacity", opacity)

    # Eight columns leave no room between them on a phone: the numbers stand below the drawing, and are pressed there.
    for name, number in (("Epochs", 300), ("Number of hidden layers", 6)):
        with app.another_run():
            app.set_number(name, number)
    resize(app.page, 390, 844)
    expect(numbers(app)).to_have_count(3)
    neuron(app, 1, 2, sizes).click()
    app.page.mouse.move(2, 2)
    expect(numbers(app)).to_have_count(0)
    expect(app.player.locator(".rack-more")).to_have_text("Choose a neuron to read its numbers")
    neuron(app, 2, 1, (3, 8, 8)).click()
    expect(numbers(app)).to_have_count(8)
    settle(app.page)
    assert min(number.bounding_box()["height"] for number in numbers(app).all()) >= 36
    assert offences(app.page) == []
    curve, weights = (app.player.locator(f".panel-{name}").bounding_box() for name in ("curve", "weights"))
    assert curve["y"] + curve["height"] <= weights["y"]
    numbers(app).nth(4).click()
    expect(app.player.get_by_role("dialog", name=re.compile("^Weight hidden 1.5 → hidden 2.2$"))).to_be_visible()


def test_the_keyboard_shows_the_numbers_of_a_large_network_and_goes_from_one_to_the_next(app):
    open_large(app)

    app.player.locator(".edge[tabindex='0']").focus()

    expect(numbers(app)).to_have_count(3)
    expect(app.player.locator(".edge-number.lit")).to_have_attribute("data-edge", "0")
    app.page.keyboard.press("ArrowDown")
    expect(app.player.locator(".edge-number.lit")).to_have_attribute("data-edge", "1")
    app.page.keyboard.press("Enter")
    expect(app.player.get_by_role("dialog", name="Weight input 1 → hidden 2", exact=True)).to_be_visible()
