"""A run that failed says why at its end, tries what helps, and one click has it."""

from playwright.sync_api import expect

from playground.gallery.examples import gallery_groups

from .measured_boxes import settle


def test_xor_says_why_one_neuron_fails_and_a_hidden_layer_is_one_click_away(app):
    app.open().wait_until_finished()
    with app.another_run():
        app.choose_from("Open", "XOR")
    why = app.player.get_by_role("button", name="Why, and what helps")
    expect(why).to_be_hidden()  # nothing is said of what comes after the play-head

    app.button("Train").click()
    why.click()

    box = app.player.locator(".why")
    expect(box).to_contain_text(
        "rows 2 and 3 have the same middle point as rows 1 and 4, so no straight line can part them."
    )
    expect(box).to_contain_text("With 3 hidden neurons all 100 seeds reach a loss below 0.01 within 2,000 epochs.")
    expect(app.player.locator(".decision-plot")).to_be_in_viewport(ratio=1)
    # However much is said, how far the trials have come is in sight while they go on.
    expect(box.locator("progress")).to_be_hidden()  # all have been tried: nothing hides it again
    box.evaluate(
        """box => {
          box.querySelector("progress").hidden = false;
          box.querySelector(".why-findings").append(...Array.from({ length: 30 }, () => document.createElement("p")));
        }"""
    )
    expect(box.locator("progress")).to_be_in_viewport(ratio=1)
    assert box.locator("progress").bounding_box()["height"] >= 4
    box.evaluate("box => { box.querySelector('progress').hidden = true; }")
    box.get_by_role("button", name="Close why it failed").click()
    expect(box).to_be_hidden()
    expect(app.player.locator(".story-line")).to_be_focused()
    why.click()
    box.get_by_role("button", name="Go on with 3 hidden neurons").click()
    expect(app.answers()).to_contain_text(["TN", "TP", "TP", "TN"])
    app.wait_until_finished()
    expect(why).to_be_hidden()
    expect(box).to_be_hidden()
    app.button("Undo").click()
    app.wait_until_finished()
    expect(app.page.get_by_role("radio", name="Single neuron")).to_be_checked()


def test_on_a_phone_every_offer_comes_into_sight_and_undoing_one_leaves_the_page_where_it_is(phone):
    dead_relus = next(
        example for group in gallery_groups() for example in group.documents if example.title == "ReLUs that have died"
    )
    phone.open_document(dead_relus)
    phone.button("Train").tap()
    phone.expect_epoch(dead_relus.experiment.epochs)
    phone.player.get_by_role("button", name="Why, and what helps").tap()

    box = phone.player.locator(".why")
    offers = box.get_by_role("button", name="Go on")
    expect(offers).to_have_count(2)
    settle(phone.page)
    bar = phone.player.locator(".top").bounding_box()
    last = offers.last.bounding_box()
    assert last["y"] + last["height"] <= bar["y"]
    with phone.another_run():
        offers.first.tap()
    phone.question.evaluate("question => question.scrollIntoView({ block: 'center' })")
    expect(phone.question).to_be_in_viewport(ratio=1)
    with phone.another_run():
        phone.button("Undo").tap()
    expect(box).to_be_visible()
    settle(phone.page)
    expect(phone.question).to_be_in_viewport(ratio=1)
