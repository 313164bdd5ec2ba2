"""Check the gradient: every derivative beside a measured one, at the epoch of the play-head, as the core has them."""

from dataclasses import replace
from itertools import product

from playwright.sync_api import expect

import nncore
from nncore.diagnosis.museum import EXHIBITS
from nncore.number_text import number_text
from playground.document import Document

from ..page_texts import ARTICLE_2
from .address_test import wait_for_address
from .measured_boxes import settle


def texts_at(epoch: int) -> list[list[str]]:
    """Return what stands beside each weight of the second article."""
    inputs, targets, _, _ = ARTICLE_2.scaled()
    network = ARTICLE_2.run().history.network_at(epoch)
    check = nncore.check_gradient(network, inputs, targets, loss=ARTICLE_2.loss, reduction=ARTICLE_2.reduction)
    rows = zip(check.analytic, check.numeric, check.relative_error, check.too_small, strict=True)
    return [
        [number_text(derived, 7), number_text(measured, 7), "too small to check" if small else number_text(error, 2)]
        for derived, measured, error, small in rows
    ]


def test_every_weight_has_its_derivative_a_measured_one_and_the_error_between_at_every_epoch(app):
    app.open_document(Document(ARTICLE_2, play_head=100))
    box = app.player.get_by_role("region", name="Check the gradient")

    app.page.keyboard.press("g")

    rows = box.get_by_role("row")
    expect(rows).to_have_count(1 + 12)
    for row, texts in zip(rows.all()[1:], texts_at(100), strict=True):
        expect(row.get_by_role("cell")).to_have_text([row.get_by_role("button").text_content(), *texts])
    expect(box).to_contain_text("epoch 100")
    expect(box).to_contain_text("Derived and measured agree: the largest error is ")
    app.button("Step").click()
    expect(box).to_contain_text("epoch 101")
    expect(rows.nth(1).get_by_role("cell").nth(1)).to_have_text(texts_at(101)[0][0])
    rows.nth(2).get_by_role("button").press("Enter")
    expect(app.player.get_by_role("heading", name="input 1 → hidden 2")).to_be_visible()
    app.button("Check the gradient").click()
    expect(box).to_be_visible()


def test_with_the_code_beside_it_it_is_found_again_by_a_link(app):
    app.open_document(Document(ARTICLE_2, play_head=100))
    for key in "ga":
        app.page.keyboard.press(key)
    wait_for_address(app, lambda document: document.panel == "gradient" and document.show_code)

    app.page.reload()
    app.wait_until_finished()

    expect(app.player.get_by_role("region", name="Check the gradient").get_by_role("row")).to_have_count(1 + 12)
    expect(app.player.get_by_role("region", name="As code").get_by_role("listitem").first).to_be_visible()


def test_it_is_reached_from_the_picture_of_the_loss_and_closed_with_escape(app):
    app.open_document(Document(ARTICLE_2, play_head=100, surface_parameters=(0, 1)))
    box = app.player.get_by_role("region", name="Check the gradient")

    app.button("Check the gradient").click()

    expect(box).to_be_visible()
    expect(box.get_by_role("row")).to_have_count(1 + 12)
    app.page.keyboard.press("Escape")
    expect(box).to_be_hidden()


def test_on_a_phone_no_number_of_a_long_table_is_cut_off(phone):
    saturated = next(one.experiment for one in EXHIBITS if one.kind == "saturated")
    inputs = [*product((0.0, 1.0), repeat=5)][::3]  # eleven of 32 rows
    gate = replace(
        saturated,
        dataset=nncore.Dataset(inputs, [[row[0]] for row in inputs]),
        architecture=nncore.Architecture((5, 1), ("sigmoid",)),
        interventions=(),
    )
    for experiment, panel, last in ((saturated, "gradient", "too small to check"), (gate, "truth", "row 11, target 1")):
        phone.open_document(Document(experiment, panel=panel))
        table = phone.player.locator(".over-charts table:visible")
        expect(table).to_contain_text(last)
        settle(phone.page)
        assert table.evaluate("table => table.offsetWidth <= table.parentElement.clientWidth")
