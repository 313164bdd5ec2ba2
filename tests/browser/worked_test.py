"""A click on a weight works its update for the chosen row: few lines, with the run's own numbers, at every epoch."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, expect

from nncore.explanation.explain import explain, rows_of_updates
from playground.document import Document
from playground.gallery.examples import document_titled, gallery_groups
from playground.text.why_it_moves import telling_row

from ..page_texts import ARTICLE_1, ARTICLE_2, OPEN_ARTICLE_2
from .address_test import wait_for_address
from .measured_boxes import settle

# Whether the end of a text is in a box, and nothing else lies over it.
ENDS_IN_IT = """
(box, text) => {
  const isIt = ({ childNodes: [one, other] }) => one?.nodeType === Node.TEXT_NODE && !other && one.data.endsWith(text);
  const owner = [...box.querySelectorAll("*")].find(isIt);
  if (!owner) return false;
  box.scrollIntoView({ block: "center", behavior: "instant" });
  const range = document.createRange();
  range.setStart(owner.firstChild, owner.textContent.length - 1);
  range.setEnd(owner.firstChild, owner.textContent.length);
  const { left, right, top, bottom } = range.getBoundingClientRect();
  const inside = box.getBoundingClientRect();
  const lies = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return right <= inside.right + 1 && bottom <= inside.bottom + 3 && owner.contains(lies);
}
"""


class Worked:
    """The worked example of the app."""

    def __init__(self, app):
        self.app = app
        self.box = app.player.get_by_role("region", name="Worked example").locator(".worked")
        self.lines = self.box.get_by_role("listitem")
        self.digits = self.box.get_by_role("combobox", name="Digits of the worked example")

    def open(self, edge: int, row: int = 0) -> "Worked":
        """Choose a row and a weight, by mouse and keyboard, and leave the field in which it could be typed."""
        self.app.answers().nth(row).click()
        self.app.player.locator(".edge").nth(edge).focus()
        self.app.page.keyboard.press("Enter")
        self.app.page.keyboard.press("Escape")
        return self

    def expect_update(self, experiment, *, epoch: int, row: int, parameter: int) -> None:
        """Wait until an update is worked, and compare its last line, to the last bit."""
        step = explain(experiment, epoch=epoch, sample=row, parameter=parameter)
        expect(self.box).to_contain_text(f"row {row + 1} · epoch {epoch:,} → {epoch + 1:,}")
        self.digits.select_option("all digits")
        expect(self.value_of(self.lines.last)).to_have_text(re.compile(r"\d"))
        assert float(self.value_of(self.lines.last).text_content().replace("−", "-")) == step.new_value

    def value_of(self, line: Locator) -> Locator:
        """Return the result of a line."""
        return line.locator(".worked-value")

    def is_read_to_the_end(self, text: str) -> bool:
        """Return whether a text above the lines is there, and not cut off, when nothing moves any more."""
        settle(self.app.page)
        return self.box.locator(".worked-said").evaluate(ENDS_IN_IT, text)


@pytest.fixture
def worked(app) -> Worked:
    app.open().wait_until_finished()
    return Worked(app)


def test_seven_lines_lead_to_the_weight_of_the_next_epoch_and_follow_the_play_head(app, worked):
    app.slider.fill("4")
    worked.open(0)

    worked.expect_update(ARTICLE_1, epoch=4, row=0, parameter=0)
    expect(worked.lines).to_have_count(7)
    expect(worked.box.locator(".worked-why")).to_have_text(
        "Goes up by 0.181, most for row 3. Row 1 has no part in it: input 1 is 0."
    )
    app.button("Step").click()
    worked.expect_update(ARTICLE_1, epoch=5, row=0, parameter=0)
    app.answers().nth(2).click()
    worked.expect_update(ARTICLE_1, epoch=5, row=2, parameter=0)
    settle(app.page)
    for line in worked.lines.all():  # all of them are to be seen, and the picture of the output is
        assert line.evaluate("line => line.getBoundingClientRect().bottom <= innerHeight")
    expect(app.player.locator(".decision-plot")).to_be_in_viewport(ratio=1)
    # Of all its digits a number has no room for the last ones: it fades out, lest it is read as another number.
    expect(worked.lines.first.locator(".worked-terms")).to_have_css("mask-image", re.compile("gradient"))
    app.button("Back").click()
    worked.open(2, row=1)  # by which convention the loss is counted stands behind a reason that takes more than a line
    expect(worked.box.locator(".worked-why")).to_have_text(
        "Goes down by 0.0131, most for row 4. Row 2 alone would raise it: its output 0.676 is below 1."
    )
    assert worked.is_read_to_the_end("the sum over rows 1 to 4.")


def test_a_long_reason_and_a_long_loss_are_both_read_to_their_end(app):
    app.open_document(
        replace(document_titled("XOR with a hidden layer"), play_head=20, worked_parameter=3, chosen_row=3)
    )
    worked = Worked(app)
    expect(worked.box.locator(".worked-why")).to_have_text(re.compile("Row 4 .{50}"))
    assert worked.is_read_to_the_end("the mean over rows 1 to 4.")
    assert worked.box.locator(".worked-lines").evaluate("list => list.scrollHeight <= list.clientHeight")


def test_a_sign_that_changes_moves_no_line_and_of_a_long_name_its_end_is_read(app):
    names = ["average temperature of the last thirty days", "humidity measured at noon", "visitors who came by train"]
    dataset = replace(ARTICLE_1.dataset, input_names=names, target_names=["rain"])
    app.open_document(Document(replace(ARTICLE_1, dataset=dataset), play_head=4, worked_parameter=0, chosen_row=1))
    worked = Worked(app)
    expect(worked.lines.nth(1)).to_contain_text("e−0.733")
    places = "lines => lines.map(line => line.offsetTop)"
    before = worked.lines.evaluate_all(places)

    app.answers().nth(3).get_by_role("button").first.press("Enter")

    expect(worked.lines.nth(1)).to_contain_text("e−(−0.135)")
    assert worked.lines.evaluate_all(places) == before
    assert worked.box.locator(".worked-lines").evaluate("list => list.scrollHeight <= list.clientHeight")
    is_cut = "parts => parts.map(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)"
    name = worked.box.locator(".worked-head h3 > span")
    assert name.evaluate_all(is_cut) == [True, False]  # the column's name is cut, and what it leads to is not
    app.open_at_the_beginning()
    worked.open(0)
    expect(worked.lines).to_have_count(7)
    expect(name).to_have_count(2)
    assert name.evaluate_all(is_cut) == [False, False]


def test_a_number_unfolds_beneath_its_line_and_lights_where_it_comes_from(app, worked):
    app.slider.fill("4")
    worked.open(1)
    third = worked.lines.nth(3)
    expect(worked.lines).to_have_count(7)
    settle(app.page)
    before = [line.bounding_box()["y"] for line in worked.lines.all()[:4]]

    third.locator(".unfolds").last.click()

    expect(worked.lines).to_have_count(8)
    expect(worked.lines.nth(4)).to_contain_text("∂y/∂z of target")
    settle(app.page)
    assert [line.bounding_box()["y"] for line in worked.lines.all()[:4]] == before
    third.locator(".unfolds").last.press("Enter")  # the keyboard is still there
    expect(worked.lines).to_have_count(7)
    worked.lines.first.locator("mn").first.hover()
    expect(app.player.locator(".network-strip")).to_contain_text("weight input 1 → target")
    expect(worked.box.locator(".worked-told")).to_contain_text("input 1 → target = 0.868289")
    expect(app.player.locator(".edge.is-subject")).to_have_count(1)


def test_a_number_of_another_row_lights_that_row_and_has_it_worked(app, worked):
    app.slider.fill("4")
    worked.open(1)
    number = worked.lines.nth(5).locator("mn").nth(3)  # ∂L/∂w, the sum over rows 1 to 4

    number.hover()

    expect(app.answers().nth(3).locator(".rows-line")).to_have_class(re.compile("rows-pointed"))
    number.click()
    worked.expect_update(ARTICLE_1, epoch=4, row=3, parameter=1)


def test_a_formula_without_room_says_so_and_is_read_to_its_end_on_request(app, worked):
    with app.another_run():
        app.choose_from("Open", OPEN_ARTICLE_2)
    app.slider.fill("100")
    worked.open(1)
    line = worked.lines.nth(5)
    rest, last = line.get_by_role("button", name="The whole formula of ∂L/∂w"), line.locator("mn").last
    expect(rest).to_have_text("… all")
    settle(app.page)
    room = line.locator(".worked-terms").bounding_box()
    pieces = [piece.bounding_box() for piece in line.locator("math").all()]
    seen = [piece for piece in pieces if piece["y"] < room["y"] + room["height"] / 2]
    assert 0 < len(seen) < len(pieces)  # the others are in a line that is not seen: none is cut through
    assert all(piece["x"] + piece["width"] <= room["x"] + room["width"] + 1 for piece in seen)
    above = worked.lines.nth(4).bounding_box()

    rest.press("Enter")

    expect(rest).to_have_attribute("aria-expanded", "true")
    settle(app.page)
    assert last.bounding_box()["x"] + last.bounding_box()["width"] < rest.bounding_box()["x"] + 1
    assert worked.lines.nth(4).bounding_box() == above
    worked.box.get_by_role(
        "button", name="Practise"
    ).click()  # who is to work it reads all of each formula, from the top
    expect(worked.box.get_by_role("textbox")).to_have_count(7)
    settle(app.page)
    assert worked.box.locator(".worked-terms").evaluate_all(
        "all => all.every(one => one.scrollWidth <= one.clientWidth + 1)"
    )
    assert worked.box.locator(".worked-lines").evaluate("list => list.scrollTop") == 0
    assert "epoch 100" in worked.box.locator(".worked-when").inner_text()
    assert worked.box.locator(".worked-when").evaluate(
        "when => when.firstElementChild.getBoundingClientRect().right <= when.getBoundingClientRect().right + 1"
    )


def test_on_a_phone_the_lines_stand_below_the_network(phone):
    app = phone.open_at_the_beginning()
    app.slider.fill("4")

    app.player.get_by_role("button", name="Worked example", exact=True).click()

    worked = Worked(app)
    expect(worked.lines).to_have_count(7)
    # Nobody has chosen a row: it begins with the one that moves the weight most.
    telling = telling_row(explain(ARTICLE_1, epoch=4, sample=0, parameter=2))
    expect(worked.box).to_contain_text(f"row {telling + 1} · epoch 4 → 5")
    expect(worked.box.locator(".worked-told")).to_contain_text("Shown rounded, carried on exactly.")
    settle(app.page)
    network, output = (app.player.locator(f".panel-{name}").bounding_box() for name in ("network", "decision"))
    assert network["y"] + network["height"] <= worked.box.bounding_box()["y"]
    assert worked.lines.last.bounding_box()["y"] + worked.lines.last.bounding_box()["height"] <= output["y"] + 1
    said = worked.box.locator(".worked-said")
    height = said.bounding_box()["height"]
    app.answers().nth(1).get_by_role("button").first.press("Enter")
    expect(worked.box.locator(".worked-why")).to_contain_text("Row 2 alone would raise it")
    assert worked.is_read_to_the_end("the sum over rows 1 to 4.")
    assert said.bounding_box()["height"] == height  # so no line moves when another row has more to say
    for _ in range(2):  # it unfolds and folds where the network above it is scrolled away
        worked.box.evaluate("box => box.scrollIntoView({ block: 'start', behavior: 'instant' })")
        settle(app.page)
        line = worked.lines.nth(3)
        count, before = worked.lines.count(), line.bounding_box()["y"]
        line.locator(".unfolds").last.dispatch_event("click")
        expect(worked.lines).not_to_have_count(count)
        settle(app.page)  # a browser scrolls in the next frame
        assert line.bounding_box()["y"] == pytest.approx(before, abs=1)


def test_it_stays_open_while_the_run_plays_and_is_found_again_by_a_link(app, worked):
    with app.another_run():
        app.choose_from("Open", OPEN_ARTICLE_2)
    app.slider.fill("100")
    worked.open(1)
    worked.expect_update(ARTICLE_2, epoch=100, row=0, parameter=1)

    app.button("Play").click()
    app.wait_until_finished()

    worked.expect_update(ARTICLE_2, epoch=199, row=0, parameter=1)
    wait_for_address(app, lambda document: document.worked_parameter == 1 and document.play_head is None)
    app.page.reload()
    app.wait_until_finished()
    worked.expect_update(ARTICLE_2, epoch=199, row=0, parameter=1)
    worked.box.get_by_role("button", name="Close the worked example").click()
    expect(worked.box).to_be_hidden()
    expect(app.player.get_by_role("heading", name="Weights", exact=True)).to_be_visible()


def test_escape_closes_it_wherever_the_focus_is_in_it(app, worked):
    worked.open(0)
    expect(worked.lines).to_have_count(7)

    worked.digits.press("Escape")

    expect(worked.box).to_be_hidden()
    expect(app.player.get_by_role("heading", name="Weights", exact=True)).to_be_visible()
    expect(app.player.locator(".story-line")).to_be_focused()


def test_with_mini_batches_one_chooses_which_update_of_the_epoch_is_worked(app):
    batches = replace(ARTICLE_1, batch_size=2, shuffle=True, epochs=20)
    app.open_document(Document(batches, worked_parameter=0, play_head=4))
    worked, rows = Worked(app), rows_of_updates(batches, 4)
    steps = worked.box.get_by_role("group", name="Update of the epoch")
    first = next(number for number, of in enumerate(rows) if 0 in of)
    expect(steps).to_contain_text(f"update {first + 1} of 2")

    steps.get_by_role("button", name="The update after" if first == 0 else "The update before").click()

    expect(steps).to_contain_text(f"update {2 - first} of 2")
    worked.expect_update(batches, epoch=4, row=min(rows[1 - first]), parameter=0)
    wait_for_address(app, lambda document: document.chosen_row == min(rows[1 - first]))


def test_on_paper_the_rounded_numbers_stand_beside_the_exact_ones(app, worked):
    app.slider.fill("4")
    worked.open(0)
    app.answers().nth(2).click()

    worked.digits.select_option("on paper: 2")

    # 0.87 + 0.18 = 1.05 is rounded to 1.1; exactly it is 1.049, which would be rounded to 1.0.
    expect(worked.lines.last.locator(".worked-exact")).to_have_text("≠ 1.049")
    expect(worked.value_of(worked.lines.last)).to_have_text("1.1")
    expect(worked.box.locator(".worked-exact.is-astray")).to_have_count(1)
    expect(worked.lines.first.locator(".worked-exact")).to_have_text("≈ 0.225145")
    worked.digits.select_option("3 digits")
    expect(worked.box.locator(".worked-exact")).to_have_count(0)


def test_a_derivative_is_drawn_backward_through_the_network_over_every_path(app, worked):
    with app.another_run():
        app.choose_from("Open", OPEN_ARTICLE_2)
    app.slider.fill("100")
    worked.open(0)
    way_back = app.player.locator(".network .edge.is-way-back")

    worked.lines.filter(has_text="∂L/∂z of hidden 1").locator(".worked-value").hover()

    expect(way_back).to_have_count(1)  # of hidden 1 to the output
    expect(way_back).to_have_attribute("aria-label", re.compile("hidden 1 → target"))
    worked.lines.last.locator(".worked-value").hover()
    expect(way_back).to_have_count(0)


def test_all_lines_go_from_the_table_over_the_loss_to_the_new_value(app, worked):
    with app.another_run():
        app.choose_from("Open", OPEN_ARTICLE_2)
    app.slider.fill("100")
    worked.open(0)
    step = explain(ARTICLE_2, epoch=100, sample=0, parameter=0)

    worked.lines.last.get_by_role("button", name="all lines").press("Enter")

    expect(worked.box.locator(".worked-heading")).to_have_text([title for title, _ in step.sections])
    names = worked.box.locator(".worked-line .worked-name")
    expect(names).to_have_count(len(step.lines))
    shown = names.evaluate_all("names => names.map(name => name.title)")
    assert [title.split(". ")[0] for title in shown] == [line.name for line in step.lines]
    assert shown[1].startswith("scaled input 1. The network sees scaled rows.")
    expect(worked.lines.last.get_by_role("button", name="few lines")).to_be_focused()
    worked.lines.last.get_by_role("button", name="few lines").press("Enter")
    expect(names).to_have_count(7)


def test_a_step_with_much_to_say_says_it_beneath_its_line(app):
    iris = next(document for group in gallery_groups() for document in group.documents if document.title == "Iris")
    app.open_document(replace(iris, play_head=40, worked_parameter=0))
    worked = Worked(app)
    step = explain(iris.experiment, epoch=40, sample=0, parameter=0)
    fused = next(line for line in step.backward if line.name.startswith("∂L/∂z of "))

    worked.box.get_by_role("button", name=f"{fused.name}, what is to be said of it").click()

    # A fraction is held together by a sign of no width behind its stroke.
    shown = re.sub("/(?=∂)", "/\N{WORD JOINER}", fused.note)
    note, noted = worked.box.locator(".worked-note"), worked.box.locator(".worked-noted").filter(has_text="∂L/∂z of ")
    expect(note).to_have_text(shown)
    worked.lines.last.get_by_role("button", name="all lines").click()
    worked.box.locator(".worked-lines").evaluate("list => { list.scrollTop = list.scrollHeight; }")
    noted.scroll_into_view_if_needed()
    settle(app.page)
    before = noted.bounding_box()["y"]
    noted.click()
    expect(note).to_have_count(0)
    settle(app.page)
    assert noted.bounding_box()["y"] == pytest.approx(before, abs=1)  # at the end of the list, too
