"""The whole truth table of a table of zeros and ones: every row with the network's answer, as the play-head moves."""

import itertools

import numpy as np
from playwright.sync_api import expect

from ..page_texts import ARTICLE_1

ROWS = [*itertools.product((0, 1), repeat=3)]


def shown_outputs(app):
    lines = app.player.locator(".truth tbody tr").all()
    return [float(line.locator("td").nth(3).text_content()) for line in lines]


def test_every_row_of_zeros_and_ones_is_answered_as_by_forward_and_those_that_were_trained_are_marked(app):
    app.open_at_the_beginning()
    app.page.get_by_role("tab", name="New situation", exact=True).click()

    app.button("All 8 rows of zeros and ones").click()

    box = app.player.get_by_role("region", name="All rows of zeros and ones", exact=True)
    expect(box.locator("tr.is-shown")).to_have_count(4)
    expect(box.locator("tr").last).to_be_in_viewport(ratio=1)
    expect(app.player.locator(".decision-plot")).to_be_in_viewport(ratio=1)
    for epoch in (0, 40, 15_000):
        app.slider.fill(str(epoch))
        app.expect_epoch(epoch)
        expected = ARTICLE_1.run().history.network_at(epoch).predict(ROWS).ravel()
        np.testing.assert_allclose(shown_outputs(app), expected, rtol=2e-3, atol=1e-4)
    expect(box.locator("p")).to_have_text(
        "It was shown four of the eight rows. Of the other four it calls two class 1, one class 0 and one neither."
    )

    app.page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    # Of what is opened next nobody has chosen that table.
    app.choose_from("Open", "XOR")
    expect(app.page.get_by_role("tab", name="Training table", exact=True)).to_have_attribute("aria-selected", "true")
