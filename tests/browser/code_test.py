"""The code that trains what is on the screen: it runs as it is copied, and lights up with the lines worked by hand."""

import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from playground.text.shown_number import shown_number

from ..page_texts import ARTICLE_1, ARTICLE_2, OPEN_ARTICLE_2
from .worked_test import Worked

LIT = re.compile(r"\bis-lit\b")


class Code:
    """The code on the screen."""

    def __init__(self, app):
        self.app = app
        self.box = app.player.get_by_role("region", name="As code")
        self.lines = self.box.get_by_role("listitem")

    def open(self) -> "Code":
        """Open it with the button beside *Worked example*."""
        self.app.player.get_by_role("button", name="As code", exact=True).click()
        expect(self.lines.first).to_be_visible()
        return self

    def line(self, computes: str):
        """Return the line that computes something."""
        return self.box.locator(f'[data-computes="{computes}"]')

    def trained(self) -> list[float]:
        """Copy the code, run it as a file of its own, and return the weights it comes to."""
        self.box.get_by_role("button", name="Copy").click()
        expect(self.box.get_by_role("button", name="Copied")).to_be_visible()
        copied = self.app.page.evaluate("navigator.clipboard.readText()")
        told = f"{copied}\nprint(*[weight for P in parameters for weight in P.ravel().tolist()])"
        ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
        return list(map(float, ran.stdout.split()))


@pytest.fixture
def code(app) -> Code:
    app.open().wait_until_finished()
    return Code(app)


def test_the_copied_code_trains_to_the_weights_on_the_screen(app, code):
    app.go_to_the_end()
    code.open()

    trained = code.trained()

    assert trained == pytest.approx(ARTICLE_1.run().network.parameters, abs=1e-8)
    assert app.weights() == [shown_number(weight) for weight in trained]


def test_code_of_another_example_is_its_own_and_says_what_it_lacks(app, code):
    app.open_example_at_the_end(OPEN_ARTICLE_2)
    code.open()

    expect(code.box).to_contain_text("Not in these lines: how inputs were scaled.")
    expect(code.line("d1")).to_have_text("    d1 = d2 @ W2.T * a1 * (1 - a1)(6, 3)")
    assert code.trained() == pytest.approx(ARTICLE_2.run().network.parameters, abs=1e-8)


def test_a_number_lights_its_line_of_code_and_a_line_of_code_its_numbers(app, code):
    app.slider.fill("4")
    worked = Worked(app).open(0)
    code.open()
    sum_line, factor = worked.lines.first, worked.lines.nth(4)

    sum_line.locator(".worked-value").hover()
    expect(code.line("z1")).to_have_class(LIT)
    expect(code.line("d1")).not_to_have_class(LIT)

    code.line("gradient 1").hover()
    expect(factor).to_have_class(LIT)
    expect(sum_line).not_to_have_class(LIT)
    code.line("X").hover()
    expect(app.answers().nth(0).locator(".rows-line")).to_have_class(re.compile("rows-pointed"))
    # What the update takes part in stands out from what only holds it together.
    expect(code.line("new")).to_have_class(re.compile("is-worked"))
    expect(code.lines.first).not_to_have_class(re.compile("is-worked"))


def test_the_keyboard_goes_from_line_to_line_and_escape_brings_the_output_back(app, code):
    app.slider.fill("4")
    worked = Worked(app).open(0)
    code.open()
    expect(app.player.locator(".decision-plot")).to_be_hidden()

    for _ in range(4):  # X, y, W1, z1
        code.box.get_by_role("list", name="Python").press("ArrowDown")
    expect(code.line("z1")).to_have_class(LIT)
    expect(worked.lines.first).to_have_class(LIT)
    app.page.keyboard.press("Escape")

    expect(code.box).to_be_hidden()
    expect(app.player.locator(".decision-plot")).to_be_visible()
    expect(worked.box).to_be_visible()
    app.page.keyboard.press("Escape")
    expect(worked.box).to_be_hidden()
