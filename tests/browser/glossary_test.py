"""A word of the field tells what it means where it stands: pointed at, reached with the keyboard, or tapped."""

from playwright.sync_api import expect

from playground.glossary.glossary import glossary, meaning_of


def test_a_word_tells_what_it_means_to_pointer_and_keyboard_and_the_list_has_all(app):
    app.open_at_the_beginning()
    word, tip = app.player.get_by_role("button", name="Weights", exact=True), app.page.get_by_role("tooltip")

    word.hover()
    expect(tip).to_have_text(meaning_of("weight"))
    app.page.mouse.move(2, 2)
    expect(tip).to_be_hidden()

    word.focus()
    expect(tip).to_be_visible()
    expect(word).to_have_accessible_description(meaning_of("weight"))
    app.page.keyboard.press("Escape")
    expect(tip).to_be_hidden()

    app.button("Keys").click()
    app.page.get_by_role("dialog").get_by_role("button", name="Words", exact=True).click()
    listed = app.page.get_by_role("dialog").locator(".key-list-words dt")
    expect(listed).to_have_text(list(glossary()))
    expect(listed.first).to_be_in_viewport()
    expect(app.page.get_by_role("dialog").get_by_role("heading", name="Words", exact=True)).to_be_in_viewport(ratio=1)


def test_a_tap_tells_what_a_word_means_and_another_one_beside_it_puts_it_away(phone):
    phone.open_at_the_beginning()
    tip = phone.page.get_by_role("tooltip")

    phone.player.get_by_role("button", name="Network", exact=True).tap()
    expect(tip).to_have_text(meaning_of("network"))
    box, screen = tip.bounding_box(), phone.page.viewport_size
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= screen["width"]

    phone.player.get_by_role("button", name="Epoch", exact=True).tap()
    expect(tip).to_have_text(meaning_of("epoch"))
