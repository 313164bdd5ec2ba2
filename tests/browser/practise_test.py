"""The numbers of a worked update are blanked and worked by whoever looks: right, rounding, or wrong with the step named."""

import pytest
from playwright.sync_api import Locator, expect

from nncore.explanation.explain import explain
from nncore.number_text import number_text

from ..page_texts import ARTICLE_1
from .worked_test import Worked

STEP = explain(ARTICLE_1, epoch=4, sample=0, parameter=0)
FIRST_LINES = 7


class Practised(Worked):
    """The worked example, some of whose numbers are blank."""

    def __init__(self, app):
        super().__init__(app)
        self.switch = self.box.get_by_role("button", name="Practise")
        self.said = self.box.get_by_role("status")
        self.blanks = self.box.get_by_role("textbox")
        self.show = self.box.get_by_role("button", name="Show")

    def blank(self, name: str) -> Locator:
        """Return the field of a line."""
        return self.box.get_by_role("textbox", name=name, exact=True)

    def work(self, name: str, text: str, said: str) -> None:
        """Type a number where the keyboard is by now, and expect what is said."""
        expect(self.blank(name)).to_be_focused()
        self.type(text)
        expect(self.said).to_contain_text(said)

    def type(self, text: str) -> None:
        """Type a number where the keyboard is, and have it judged."""
        self.app.page.keyboard.type(text)
        self.app.page.keyboard.press("Enter")


@pytest.fixture
def practised(app) -> Practised:
    app.open().wait_until_finished()
    app.slider.fill("4")
    practised = Practised(app).open(0)
    expect(practised.lines).to_have_count(FIRST_LINES)
    return practised


def test_all_lines_are_worked_with_the_keyboard_alone_one_after_the_other(practised):
    practised.switch.press("Enter")

    expect(practised.blanks).to_have_count(FIRST_LINES)
    practised.work("z of target", "-0.643", said="Right.")
    practised.work("y of target", "0,3445", said="Right.")
    practised.work("error of target", "-0.3445", said="the error is the output minus the target")
    expect(practised.blank("error of target")).to_have_attribute("aria-invalid", "true")
    practised.work("error of target", "0.3445", said="Right.")  # what was typed is selected
    practised.work("∂L/∂z of target", "0.345", said="Not yet. The factor ∂y/∂z of target is missing.")
    practised.work("∂L/∂z of target", "0.07797", said="this is what 3 digits on the way give")  # 0.345 · 0.226
    practised.work("∂L/∂w in row 1", "0", said="Right.")
    practised.work("∂L/∂w", "-0.181", said="Right.")
    practised.work("new input 1 → target", "1.05", said="Right. That was the last one.")
    expect(practised.blanks).to_have_count(0)
    expect(practised.switch).to_be_focused()


def test_what_is_blank_stands_nowhere_on_the_page(app, practised):
    hidden = [STEP.line(name).value for name in ("∂L/∂z of target", "∂L/∂w")] + [STEP.new_value]
    texts = [number_text(value, digits) for value in hidden for digits in (3, 6)]
    inside = practised.box.inner_html()
    assert sum(text in inside for text in texts) >= len(hidden)

    practised.switch.click()

    expect(practised.blanks).to_have_count(FIRST_LINES)
    assert not [text for text in texts if text in practised.box.inner_html()]
    # Neither z of the chosen row nor its output: in its line, in the drawing, and below it.
    expect(app.outputs().first).to_have_text("?")
    expect(app.player.get_by_role("button", name="target, output ?; show its curve")).to_be_visible()
    expect(app.player.locator(".network-strip")).to_contain_text("= ? → sigmoid →?")
    third = practised.lines.nth(3)
    third.locator(".unfolds").first.click()  # what only repeats the error is blank as well
    expect(practised.blanks).to_have_count(FIRST_LINES + 1)


def test_all_lines_are_blank_in_this_update_and_in_the_next_one(app, practised):
    practised.switch.click()

    practised.lines.last.get_by_role("button", name="all lines").press("Enter")

    workable = [line.name for line in STEP.lines if line.expression is not None]
    expect(practised.blanks).to_have_count(len(workable))
    expect(app.readout.locator(".loss-now")).to_have_text("?")  # it is the first of them
    app.button("Step").click()
    expect(practised.box).to_contain_text("epoch 5 → 6")
    expect(practised.blanks).to_have_count(len(workable))
    for name in workable:
        expect(practised.blank(name)).to_be_visible()


def test_one_line_is_blanked_by_itself_and_given_up(app, practised):
    value = practised.value_of(practised.lines.nth(3))
    number = value.text_content()

    practised.value_of(practised.lines.first).focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "Enter"):
        app.page.keyboard.press(key)

    expect(practised.blanks).to_have_count(1)
    expect(practised.blank("∂L/∂z of target")).to_be_focused()
    practised.type("1/3 of it")
    expect(practised.said).to_contain_text("1/3 of it")
    practised.show.click()
    expect(practised.blanks).to_have_count(0)
    expect(value).to_have_text(number)
    expect(value).to_be_focused()

    # While it plays, the update that is to be worked stays.
    app.button("Play").click()
    app.wait_for_epoch(6)
    practised.switch.click()
    expect(app.button("Play")).to_be_visible()
    app.wait_until_finished()
    expect(practised.box).to_contain_text(f"epoch {app.epoch:,} → {app.epoch + 1:,}")
    practised.type("abc")
    expect(practised.said).to_contain_text("abc")


def test_what_was_answered_stays_with_its_update_and_the_next_one_is_blank(app, practised):
    practised.switch.click()
    practised.type("-0.643")
    expect(practised.blanks).to_have_count(FIRST_LINES - 1)
    practised.digits.select_option("6 digits")
    expect(practised.blanks).to_have_count(FIRST_LINES - 1)

    app.button("Step").click()

    expect(practised.blanks).to_have_count(FIRST_LINES)
    practised.switch.click()
    expect(practised.blanks).to_have_count(0)


def test_no_key_that_is_typed_is_a_shortcut_and_escape_leaves_the_field(app, practised):
    practised.switch.click()
    epoch = app.epoch

    app.page.keyboard.type("1.5,0 tkn")

    expect(practised.blank("z of target")).to_have_value("1.5,0 tkn")
    app.page.keyboard.press("Escape")
    expect(practised.blank("z of target")).not_to_be_focused()
    assert app.epoch == epoch


def test_on_a_phone_a_finger_does_it(phone):
    app = phone.open_at_the_beginning()
    app.slider.fill("4")
    app.player.get_by_role("button", name="Worked example", exact=True).tap()
    practised = Practised(app)
    expect(app.player.locator(".worked-line")).to_have_count(FIRST_LINES)

    practised.switch.tap()
    expect(practised.blanks).to_have_count(FIRST_LINES)  # a finger's click comes a moment after it has left
    assert practised.box.locator(".worked-formula").evaluate_all(
        "all => all.every(one => one.scrollWidth <= one.clientWidth + 1)"
    )
    practised.type("1")

    expect(practised.said).to_contain_text("Not yet.")
    practised.show.tap()
    expect(practised.blanks).to_have_count(FIRST_LINES - 1)
    assert app.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
