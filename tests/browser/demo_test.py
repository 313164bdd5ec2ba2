"""The ninety-second demo: what a teacher shows a class, done uncut by somebody who has read only the README."""

import re

from playwright.sync_api import expect

from ..page_texts import ARTICLE_1, expected_outputs, with_table


def test_the_ninety_second_demo(app):
    # It opens on a beginning, with a question and a future that nobody sees yet. The class guesses.
    app.open().wait_until_finished()
    app.expect_epoch(0)
    expect(app.question).to_have_text("Four rows, one neuron. Which stays wrong the longest?")
    expect(app.story).to_have_text("All four outputs are below 0.5, so rows 2 and 3, which should be 1, are wrong.")
    expect(app.player.locator(".guess")).to_have_count(2)
    expect(app.player.locator(".rows-wrong")).to_have_count(2)
    app.guess(2).click()
    expect(app.guess(2)).to_have_attribute("aria-pressed", "true")

    # Train: rows flip, and the guess is answered as soon as the last one has. One step back, and ask why.
    app.button("Train").click()
    app.wait_for_epoch(5)
    expect(app.story).to_contain_text("You guessed row 2; it was row 3, wrong until epoch 4.")
    app.button("Pause").click()
    app.button("Previous flip").click()
    app.expect_epoch(4)
    expect(app.story).to_contain_text("Epoch 4: row 3 is right for the first time. All four are.")
    expect(app.verdicts()).to_have_text(["right"] * 4)
    app.button("Back").click()
    app.expect_epoch(3)
    expect(app.story).to_contain_text("row 3 is still wrong")
    wrong = app.page.get_by_role("button", name=re.compile("^Row 3, output"))
    expect(wrong).to_have_class(re.compile("rows-wrong"))
    wrong.click()
    expect(app.player.get_by_role("group", name="Neurons", exact=True)).to_contain_text("0.499")
    app.slider.press("End")
    app.expect_epoch(15_000)
    expect(app.player.locator(".guess")).to_have_count(0)

    # Edit a cell: before and after.
    app.table("Training table").edit(2, "target", "0")
    app.wait_until_finished()
    old = expected_outputs(ARTICLE_1)
    new = expected_outputs(with_table(ARTICLE_1, targets=[[0], [1], [0], [0]]))
    expect(app.outputs()).to_have_text([f"{before} → {after}" for before, after in zip(old, new, strict=True)])
    expect(app.story).to_contain_text("Row 3’s target: 1 → 0.")

    # XOR opens on its own beginning: the class guesses again. A single neuron fails, and the page says why.
    app.choose_from("Open", "XOR")
    app.wait_until_finished()
    app.expect_epoch(0)
    expect(app.question).to_have_text("Can one neuron tell these four rows apart?")
    app.button("Guess yes").click()
    app.button("Train").click()
    app.wait_for_epoch(5)
    app.go_to_the_end()
    expect(app.question).to_have_text("One neuron draws one line; no line tells these four rows apart.")
    expect(app.player.locator(".rows-of-train .rows-undecided")).to_have_count(4)
    # A hidden layer succeeds.
    app.choose("Architecture", "Hidden layers")
    app.wait_until_finished()
    expect(app.verdicts()).to_have_text(["right"] * 4)
