"""The ninety-second demo: what a teacher shows a class, done uncut by somebody who has read only the README."""

import re

from playwright.sync_api import expect

from ..page_texts import ARTICLE_1, expected_outputs, with_table


def test_the_ninety_second_demo(app):
    app.open_at_the_end()
    expect(app.verdicts()).to_have_text(["right"] * 4)

    # Reset, and let the class guess.
    app.button("Reset").click()
    app.expect_epoch(0)
    app.button("Hide the future").click()
    expect(app.player.locator(".guess")).to_have_count(2)
    expect(app.player.locator(".rows-wrong")).to_have_count(2)

    # Train: rows flip. Stop where the last one does, one step back, and ask why.
    app.button("Train").click()
    app.wait_for_epoch(2)
    app.button("Pause").click()
    app.button("Reset").click()
    app.button("Next flip").click()
    app.button("Next flip").click()
    app.expect_epoch(4)
    expect(app.verdicts()).to_have_text(["right"] * 4)
    app.button("Back").click()
    app.expect_epoch(3)
    wrong = app.page.get_by_role("button", name="row 3, target 1", exact=True)
    expect(wrong).to_have_class(re.compile("rows-wrong"))
    wrong.click()
    expect(app.player.get_by_role("group", name="Neurons", exact=True)).to_contain_text("0.499")
    app.button("Hide the future").click()
    app.slider.press("End")
    app.expect_epoch(15_000)

    # Edit a cell: before and after.
    app.table("Training table").edit(2, "target", "0")
    app.wait_until_finished()
    old = expected_outputs(ARTICLE_1)
    new = expected_outputs(with_table(ARTICLE_1, targets=[[0], [1], [0], [0]]))
    expect(app.outputs()).to_have_text([f"{before} → {after}" for before, after in zip(old, new, strict=True)])

    # XOR: a single neuron fails, and the page says why. A hidden layer succeeds.
    app.choose_from("Open", "XOR")
    app.wait_until_finished()
    expect(app.player.locator(".rows-undecided")).to_have_count(4)
    expect(app.page.get_by_text("a single neuron cannot learn it")).to_be_visible()
    app.choose("Architecture", "Hidden layers")
    app.wait_until_finished()
    expect(app.verdicts()).to_have_text(["right"] * 4)
