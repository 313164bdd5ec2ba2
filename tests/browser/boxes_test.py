"""Nothing is cut off, too small or over something else, whatever is open, from a phone to a projector."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

import nncore
from playground.document import Document
from playground.gallery import gallery

from ..page_texts import ARTICLE_1, OPEN_ARTICLE_2, with_table
from .measured_boxes import areas, filled_thirds, offences, resize, settle

(XOR,) = [document.experiment for document in gallery() if document.title == "XOR"]
THIRTY_ROWS = "\n".join(f"{row % 2}\t{row // 2 % 2}\t{row // 4 % 2}\t{row % 2}" for row in range(30))
SIZES = {
    "1280 x 800": (1280, 800),
    "1920 x 1080": (1920, 1080),
    "1024 x 768": (1024, 768),
    "820 x 1180": (820, 1180),
    "390 x 844": (390, 844),
    "1280 x 800 at 150 %": (853, 533),
}


def article_1(app):
    """The page as it opens."""
    app.open_at_the_beginning()


def xor_with_three_neurons(app):
    """XOR 2-3-1."""
    app.open_at_the_beginning()
    app.open_example_at_the_end("XOR")
    with app.another_run():
        app.choose("Architecture", "Hidden layers")


def article_2(app):
    """The second article with its test table."""
    app.open_at_the_beginning()
    app.open_example_at_the_end(OPEN_ARTICLE_2)


def three_layers_of_eight(app):
    """A network too dense for numbers at its edges, with the run before it."""
    app.open_document(Document(replace(XOR, architecture=nncore.Architecture((2, 8, 8, 8, 1), ("sigmoid",) * 4))))
    app.button("New weights").click()
    expect(app.button("Clear comparison")).to_be_visible()


def thirty_rows(app):
    """A table that is longer than the window."""
    app.open_at_the_beginning()
    app.table("Training table").paste(0, "input 1", THIRTY_ROWS)
    expect(app.answers()).to_have_count(30)


@pytest.mark.parametrize("content", [article_1, xor_with_three_neurons, article_2, three_layers_of_eight, thirty_rows])
def test_every_text_can_be_read_at_every_size(app, content):
    content(app)
    app.wait_until_finished()
    found = []

    def look(scheme: str, *sizes: str) -> None:
        app.page.emulate_media(color_scheme=scheme)
        for name in sizes:
            resize(app.page, *SIZES[name])
            found.extend(f"{name}, {scheme}: {offence}" for offence in offences(app.page))

    # The page is drawn anew for another theme: that happens once.
    look("light", *SIZES)
    look("dark", *reversed(SIZES))
    assert not found, "\n".join(found)


def test_network_and_output_have_half_of_a_small_screen(app):
    app.open_at_the_beginning()
    measured = areas(app.page)
    assert measured["share"] >= 0.5
    assert measured["output"] >= 300
    assert measured["below"] == 0


def test_six_rows_and_their_answers_are_on_a_small_screen_and_their_buttons_beside_the_offer_on_a_phone(app):
    app.open_at_the_beginning()
    with app.another_run():
        app.choose_from("Open", OPEN_ARTICLE_2)
    settle(app.page)
    measured = areas(app.page)
    assert measured["share"] >= 0.5
    assert measured["output"] >= 300
    assert measured["below"] == 0

    resize(app.page, 390, 844)
    expect(app.guess(6)).to_be_visible()
    assert not offences(app.page)


def test_the_signs_of_a_grid_under_the_pointer_cover_nothing_of_a_narrow_page(app):
    app.open_at_the_beginning()
    signs = app.page.locator(".st-key-training").get_by_test_id("stElementToolbar")
    for width in (1280, 1024):
        resize(app.page, width, 768)
        table = app.table("Training table")
        table.frame.hover()
        if width == 1024:
            expect(signs).to_be_hidden()
            table.select(2, "input 1")
            app.page.keyboard.press("Shift+Space")
        expect(signs).to_be_visible()
        box = signs.bounding_box()
        for text in (
            app.page.locator(".table-tab, .st-key-table-tools button, .rows-title, .rows-mark")
            .filter(visible=True)
            .all()
        ):
            other = text.bounding_box()
            is_beside = other["x"] + other["width"] <= box["x"] + 1 or box["x"] + box["width"] <= other["x"] + 1
            is_above = other["y"] + other["height"] <= box["y"] + 1 or box["y"] + box["height"] <= other["y"] + 1
            assert is_beside or is_above, text.text_content()
    app.table("New situation").frame.hover()
    expect(app.page.locator(".st-key-situation").get_by_test_id("stElementToolbar")).to_be_hidden()


def test_a_projector_shows_the_whole_of_both_articles(app):
    app.open_at_the_beginning()
    expect_whole_on_a_projector(app)
    app.open_example_at_the_end(OPEN_ARTICLE_2)
    expect_whole_on_a_projector(app)


def expect_whole_on_a_projector(app):
    app.page.keyboard.press("p")
    for width, height in ((1920, 1080), (1366, 768), (1024, 768), (1280, 800)):
        resize(app.page, width, height)
        assert areas(app.page)["below"] <= 0, f"{width} x {height}"
        assert not offences(app.page), f"{width} x {height}"
    app.page.keyboard.press("p")
    settle(app.page)


def test_a_projector_shows_a_dozen_of_twenty_rows(app):
    inputs = [[row % 2, row // 2 % 2, row // 4 % 2] for row in range(20)]
    app.open_document(Document(with_table(ARTICLE_1, inputs=inputs, targets=[[row % 2] for row in range(20)])))

    app.page.keyboard.press("p")
    settle(app.page)

    tops = [line.bounding_box()["y"] for line in app.answers().all()]
    assert sum(top + 30 <= 800 for top in tops) >= 12
    assert not offences(app.page)
    app.page.keyboard.press("p")

    # What they were before stands beside each of them, and no digit of either is cut off.
    app.button("New weights").click()
    app.wait_until_finished()
    app.slider.press("Home")
    app.expect_epoch(0)
    app.page.keyboard.press("p")
    for size in ((1920, 1080), SIZES["1280 x 800"]):
        resize(app.page, *size)
        expect(app.outputs().nth(1)).to_contain_text("→")
        assert not offences(app.page), size
    app.page.keyboard.press("p")


def test_no_third_of_a_large_screen_is_blank(app):
    app.open_at_the_beginning()
    resize(app.page, 1920, 1080)
    assert min(filled_thirds(app.page)) >= 0.5
    counts = app.page.get_by_role("group", name="Training counts", exact=True)
    expect(counts).to_be_hidden()
    app.button("Step").click()
    expect(counts).to_contain_text("(0 + 2) / 4 = 0.50")
    three_layers_of_eight(app)
    app.wait_until_finished()
    settle(app.page)
    assert min(filled_thirds(app.page)) >= 0.5
