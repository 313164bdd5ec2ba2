"""A neuron or an input is switched off and put back: the rows' answers change at once, and the link knows it."""

from dataclasses import replace

import numpy as np
from playwright.sync_api import expect

import nncore

from ..page_texts import ARTICLE_1
from .address_test import wait_for_address


def test_an_input_is_switched_off_from_the_keyboard_taken_back_and_put_back(app):
    app.open().wait_until_finished()
    app.slider.fill("40")
    app.expect_epoch(40)
    before = app.outputs().all_text_contents()
    without = replace(ARTICLE_1, interventions=(nncore.Intervention(40, "switched_off", (0, 0)),)).run().history
    table = ARTICLE_1.dataset

    app.player.locator(".node[tabindex='0']").focus()
    app.page.keyboard.press("Enter")
    app.button("Switch it off").press("Enter")

    expect(app.change_log).to_have_text("Changed: input 1 switched off at epoch 40.")
    app.wait_until_finished()
    app.expect_epoch(40)
    expected = without.network_at(40).predict(table.inputs).ravel()
    shown = [text.split("→") for text in app.outputs().all_text_contents()]
    # Rows 1 and 4 have 0 there: nothing was lost to them, and no answer before stands beside theirs.
    assert [len(texts) for texts in shown] == [1, 2, 2, 1]
    assert [texts[0].strip() for texts in shown] == before
    np.testing.assert_allclose([float(texts[-1]) for texts in shown], expected, atol=1e-4)
    expect(app.button("input 1, switched off; look into it")).to_have_attribute("aria-pressed", "true")

    app.button("Undo").click()
    expect(app.change_log).to_have_text("")
    app.button("Redo").click()
    expect(app.change_log).to_have_text("Changed: input 1 switched off at epoch 40.")
    app.wait_until_finished()
    wait_for_address(app, lambda document: document.experiment.interventions != ())
    app.page.reload()
    app.wait_until_finished()
    expect(app.change_log).to_have_text("Changed: input 1 switched off at epoch 40.")

    app.button("Put it back").click()

    expect(app.change_log).to_have_text("A new run: without what was changed on the way.")
    app.wait_until_finished()
    np.testing.assert_allclose(
        [float(text.split("→")[-1]) for text in app.outputs().all_text_contents()],
        ARTICLE_1.run().history.network_at(40).predict(table.inputs).ravel(),
        atol=1e-4,
    )
