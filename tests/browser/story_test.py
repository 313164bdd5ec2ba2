"""What the page says of itself as it opens: a question, a sentence for every moment, notes at the things, and guesses."""

import re

from playwright.sync_api import expect

from .app_page import NEXT_FRAME
from .finger import Finger
from .measured_boxes import settle
from .playground_page import PlaygroundPage

OVERLAPS = """
() => {
  const notes = [...document.querySelectorAll(".hint:not([hidden]) .hint-text")].map((note) => note.getBoundingClientRect());
  const texts = document.createTreeWalker(document.querySelector(".player"), NodeFilter.SHOW_TEXT);
  const found = [];
  const range = document.createRange();
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (!text.nodeValue.trim() || text.parentElement.closest(".hints, .unseen, .network-table")) continue;
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      const meets = (note) => note.left < box.right && note.right > box.left && note.top < box.bottom && note.bottom > box.top;
      if (box.width && notes.some(meets)) found.push(text.nodeValue);
    }
  }
  return found;
}
"""
# What of the pictures and of Train is not wholly on the first screen, above the bar at its bottom.
ON_SCREEN = """
() => {
  const bar = document.querySelector(".player .top").getBoundingClientRect();
  const pictures = [".network-box", ".network-strip", ".decision-plot", ".decision-x-tick"].filter(
    (part) => document.querySelector(`.player ${part}`).getBoundingClientRect().bottom > bar.top
  );
  const train = document.querySelector('.player [data-do="train"]')?.getBoundingClientRect();
  return !train || bar.bottom > innerHeight || train.bottom > innerHeight ? [...pictures, "Train"] : pictures;
}
"""
STEPS = [
    "All four outputs are below 0.5, so rows 2 and 3, which should be 1, are wrong.",
    "All four outputs are below 0.5, so rows 2 and 3, which should be 1, are wrong.",
    "Epoch 2: row 2 is right for the first time. 3 of 4 rows are right.",
    "3 of 4 rows are right, row 2 since epoch 2; row 3 is still wrong.",
    "Epoch 4: row 3 is right for the first time. All four are.",
    "All four rows are right, row 3 the last of them, since epoch 4.",
]


def hints(app: PlaygroundPage):
    return app.player.locator(".hint-text:visible")


def test_every_epoch_has_its_sentence_and_nothing_that_is_below_it_moves(app):
    app.open_at_the_beginning()
    place = app.player.locator(".panel-network").bounding_box()

    # Before anything has happened there is one thing to do first, and no flip to go to.
    expect(app.button("Next flip")).to_be_hidden()
    for epoch, sentence in enumerate(STEPS):
        app.expect_epoch(epoch)
        expect(app.story).to_have_text(sentence)
        assert app.player.locator(".panel-network").bounding_box() == place
        app.button("Step").click()
    expect(app.button("Next flip")).to_be_visible()


def test_a_guess_is_made_by_keyboard_and_stands_beside_the_truth_until_reset(app):
    app.open_at_the_beginning()

    app.guess(3).focus()
    app.page.keyboard.press("Enter")
    expect(app.guess(3)).to_have_attribute("aria-pressed", "true")
    app.button("Step").click()
    expect(app.story).to_contain_text("Your guess: row 3.")
    expect(app.guess(3)).to_be_hidden()
    app.button("Next flip").click()
    app.button("Next flip").click()
    app.expect_epoch(4)

    expect(app.story).to_contain_text("You guessed row 3, and so it was: wrong until epoch 4.")
    app.button("Reset").click()
    app.expect_epoch(0)
    expect(app.guess(3)).to_have_attribute("aria-pressed", "false")
    app.button("Step").click()
    app.expect_epoch(1)
    expect(app.story).not_to_contain_text("guess")


def test_the_loss_is_sketched_into_the_hidden_future_and_stays_beside_the_curve(app):
    app.open_at_the_beginning()
    sketch = app.player.locator(".sketch path")
    box = app.player.locator(".sketch").bounding_box()
    across, down = (box["x"] + 5, box["x"] + box["width"] - 5), (box["y"] + 5, box["y"] + box["height"] - 5)

    app.page.mouse.move(across[0], down[0])
    app.page.mouse.down()
    app.page.mouse.move(across[1], down[1], steps=5)
    app.page.mouse.up()

    app.expect_epoch(0)
    app.page.evaluate(NEXT_FRAME)  # in which the last stroke is drawn
    drawn = sketch.get_attribute("d")
    assert drawn.count("L") > 100
    expect(app.question).to_contain_text("stays wrong the longest?")
    app.go_to_the_end()
    expect(app.question).to_contain_text("Row 3 was the last to be right, at epoch 4.")
    expect(sketch).to_have_attribute("d", drawn)
    expect(sketch).to_be_visible()
    # Drawn down to the axis: within what a hand can tell of the loss there.
    expect(app.story).to_contain_text(
        re.compile(r"You guessed a loss of 0\.\d+ at the end; it is nearly that: 0\.000086")
    )
    app.button("Reset").click()
    expect(sketch).to_have_attribute("d", "")


def test_a_click_in_the_hidden_future_goes_there_as_it_does_in_the_chart(app):
    app.open_at_the_beginning()
    box = app.player.locator(".sketch").bounding_box()

    app.page.mouse.click(box["x"] + box["width"] * 0.4, box["y"] + box["height"] * 0.15)

    app.wait_for_epoch(20)
    assert app.epoch < 100


def test_notes_point_at_what_can_be_done_cover_nothing_and_go_when_it_was_done(app):
    app.open_at_the_beginning()

    # One of them at a time, and the guess and Train before them: who opens the page has one thing to do first.
    expect(hints(app)).to_have_text(["drag this number×"])
    assert app.page.evaluate(OVERLAPS) == []
    app.button("Step").click()
    expect(hints(app)).to_have_count(0)
    app.button("Reset").click()
    expect(hints(app)).to_have_text(["drag this number×"])
    app.select("Speed", "as fast as it comes")
    app.button("Train").click()
    app.expect_epoch(15_000)
    expect(hints(app)).to_have_text(["drag this point×"])
    assert app.page.evaluate(OVERLAPS) == []
    app.table("Training table").edit(2, "target", "0")
    app.wait_until_finished()
    expect(hints(app)).to_have_text(["drag this point×"])
    # The note was there before the edit, too: that does not tell when the edit is known.
    app.page.wait_for_function("() => localStorage.getItem('neural-playground-hints') === '[\"cell\"]'")


def test_notes_that_are_closed_never_come_again(app):
    app.open_at_the_beginning()
    app.player.locator(".hint-close:visible").first.click()
    expect(hints(app)).to_have_count(0)

    app.page.reload()
    app.wait_until_finished()

    expect(app.guess(1)).to_be_visible()
    expect(app.player.locator(".hints")).to_have_count(0)


def test_a_phone_shows_the_question_whole_and_one_note_and_the_pictures_above_train(phone):
    app, page = phone.open_at_the_beginning(), phone.page

    expect(hints(app)).to_have_count(1)
    assert page.evaluate(OVERLAPS) == []
    # A button's name says what is seen on it.
    expect(app.button("Guess row 2 1 1 1→1")).to_be_visible()
    for part in (app.question, app.story):
        assert part.evaluate(
            "part => [part.scrollWidth - part.clientWidth, part.scrollHeight - part.clientHeight]"
        ) == [0, 0]
    assert page.evaluate(ON_SCREEN) == []
    assert min(app.player.locator(".decision-plot").bounding_box()[side] for side in ("width", "height")) >= 220

    # The threshold under a finger: the page does not scroll away, and the sentence follows.
    threshold = app.player.get_by_role("slider", name="Threshold")
    assert threshold.bounding_box()["width"] >= 44
    Finger(page).drag(app.player.locator(".scale-handle"), 5, -60)
    expect(threshold).to_have_value(re.compile(r"^0\.(7[1-9]|8[0-4]?)$"))
    expect(app.story).to_contain_text(f"below {threshold.input_value()}")
    assert app.question.bounding_box()["y"] == 42


def test_a_finger_that_swipes_up_scrolls_a_phone_over_scale_and_charts_and_slider_and_changes_nothing(phone):
    app, page = phone.open_at_the_beginning(), phone.page
    threshold = app.player.get_by_role("slider", name="Threshold")
    plot = app.player.locator(".panel-loss .js-plotly-plot")
    finger, axes = Finger(page), "plot => JSON.stringify([plot._fullLayout.xaxis.range, plot._fullLayout.yaxis.range])"
    as_drawn = plot.evaluate(axes)

    def expect_scrolled_from(x: float, y: float) -> None:
        top = app.question.bounding_box()["y"]
        finger.swipe(x, y, 2, -120)
        page.wait_for_function(
            "top => document.querySelector('.player h2').getBoundingClientRect().y < top - 60", arg=top
        )
        settle(page)  # it glides on, and what is measured then is elsewhere when it is touched

    scale = app.player.locator(".decision-scale").bounding_box()
    expect_scrolled_from(scale["x"] + 6, scale["y"] + scale["height"] - 20)
    for share in (0.02, 0.5):
        plot.evaluate("plot => plot.scrollIntoView({ block: 'center', behavior: 'instant' })")
        box = plot.bounding_box()
        expect_scrolled_from(box["x"] + box["width"] * share + 4, box["y"] + box["height"] / 2)
    page.evaluate("document.querySelector('.player h2').scrollIntoView({ behavior: 'instant' })")
    track = app.player.locator(".track").bounding_box()
    expect_scrolled_from(track["x"] + track["width"] / 2, track["y"] + track["height"] / 2)

    assert (threshold.input_value(), app.epoch, plot.evaluate(axes)) == ("0.5", 0, as_drawn)
    assert app.player.locator(".sketch path").get_attribute("d") in (None, "")
    finger.drag(app.player.locator(".thumb"), 100, 5)
    page.wait_for_function("document.querySelector('.player').dataset.epoch > 1")
    app.player.locator(".track").tap(position={"x": 3, "y": 20})
    app.expect_epoch(0)
