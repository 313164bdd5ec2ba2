"""The loss over two weights: the core's own numbers, a slice that moves with the play-head, a click that branches the run."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

import nncore
from nncore.loss_surface import loss_surface
from playground.document import Document
from playground.text.shown_number import shown_number

from ..page_texts import ARTICLE_1
from .address_test import document_in_address, wait_for_address
from .playground_page import PlaygroundPage

HISTORY = ARTICLE_1.run().history
TWO = (0, 2)
BOWL = nncore.Experiment(
    nncore.Dataset([[1.0, 0.0], [0.0, 1.0]], [[0.25], [-0.5]]),
    nncore.Architecture((2, 1), ("linear",), bias=False),
    loss="half_squared_error",
    optimizer=nncore.SGD(0.1),
    epochs=60,
)
OPENED = Document(ARTICLE_1, play_head=100, surface_parameters=TWO)
ATTRIBUTES = """
(mark, names) => [mark.ownerSVGElement.getAttribute("viewBox"), ...names.map(name => mark.getAttribute(name))]
"""


class Surface:
    """The picture of the loss on a page."""

    def __init__(self, app: PlaygroundPage):
        self.app = app
        self.box = app.player.get_by_role("region", name="Loss over two weights")
        self.plot = self.box.get_by_role("application")
        self.relief = self.box.get_by_role("img", name=re.compile("relief"))
        self.told = self.box.locator(".surface-told")

    def expect_slice(self, epoch: int) -> None:
        """Wait until the loss at an epoch is shown, and compare point and path with the core's."""
        surface = loss_surface(ARTICLE_1, HISTORY, epoch=epoch, parameters=TWO)
        one, other = map(shown_number, surface.point)
        expect(self.box.locator(".surface-when")).to_have_text(f"epoch {epoch:,}")
        expect(self.told).to_have_text(f"Loss {shown_number(surface.loss)} at input 1 = {one}, input 3 = {other}")
        np.testing.assert_allclose(self.values(self.center(".surface-point"), surface), [surface.point], atol=0.1)
        played = surface.path[surface.path_epochs <= epoch]
        path = self.values(self.places(".surface-path"), surface)
        np.testing.assert_allclose(path[[0, -1]], played[[0, -1]], atol=0.1)
        assert len(path) > 10 or len(path) == len(played)

    def places(self, path: str) -> np.ndarray:
        """Return the places that a line in the picture goes through, as shares of its width and height."""
        return self.shares(path, "d")

    def center(self, mark: str) -> np.ndarray:
        """Return where a mark in the picture is, as shares of its width and height."""
        return self.shares(mark, "cx", "cy")

    def shares(self, mark: str, *sides: str) -> np.ndarray:
        """Return the places that a mark's attributes tell. All is read in one go: it may be painted in another size."""
        size, *told = self.box.locator(mark).evaluate(ATTRIBUTES, sides)
        numbers = re.findall(r"-?[\d.]+", " ".join(told))
        return np.array(numbers, dtype=float).reshape(-1, 2) / np.array(size.split()[2:], dtype=float)

    def values(self, shares: np.ndarray, surface) -> np.ndarray:
        """Return which values of the two weights places of the picture stand for."""
        axes = np.array([surface.first[[0, -1]], surface.second[[0, -1]]])
        return axes[:, 0] + np.column_stack([shares[:, 0], 1 - shares[:, 1]]) * np.diff(axes).T


@pytest.fixture
def surface(app) -> Surface:
    app.open_document(OPENED)
    return Surface(app)


def test_point_and_path_are_the_core_s_and_the_slice_moves_with_the_play_head(app, surface):
    surface.expect_slice(100)
    colours = "() => document.querySelector('.surface-colours').toDataURL()"
    before = app.page.evaluate(colours)

    app.button("Step").click()

    surface.expect_slice(101)
    app.slider.fill("15000")
    surface.expect_slice(15_000)
    assert app.page.evaluate(colours) != before


def test_the_first_article_has_no_minimum_and_says_so_and_its_path_is_a_projection(surface):
    expect(surface.box.locator(".surface-note")).to_contain_text("The path is a projection")
    expect(surface.box.locator(".surface-note")).to_contain_text(
        "keeps falling with a larger weight of input 1 and a smaller weight of input 3"
    )
    expect(surface.box.locator(".surface-falls")).to_have_text("keeps falling this way ↘")
    expect(surface.box.locator(".surface-minimum")).to_be_hidden()
    expect(surface.plot).to_have_attribute("aria-label", re.compile("epoch 100.*keeps falling"))
    expect(surface.relief).to_have_attribute("aria-label", re.compile("keeps falling"))


def test_two_trained_weights_are_the_whole_truth_with_a_minimum_where_the_gradient_vanishes(app):
    app.open_document(Document(BOWL, surface_parameters=(0, 1)))
    surface = Surface(app)

    expect(surface.box.locator(".surface-note")).to_contain_text(
        "this surface is the whole truth. The arrow is the negative gradient. The loss is lowest, "
    )
    expect(surface.box.locator(".surface-falls")).to_have_text("")
    expect(surface.box.locator(".surface-minimum")).to_be_visible()
    expect(surface.box.locator(".surface-when")).to_have_text("epoch 60")  # not one of the way there
    drawn = loss_surface(BOWL, BOWL.run().history, epoch=60, parameters=(0, 1))
    minimum = surface.values(surface.center(".surface-minimum"), drawn)
    # Each row has an input of its own, so a weight is right where it is the row's target.
    np.testing.assert_allclose(minimum, [[0.25, -0.5]], atol=0.01)


def test_a_click_sets_both_weights_there_as_one_branch_that_undo_takes_back(app, surface):
    surface.expect_slice(100)
    middle = loss_surface(ARTICLE_1, HISTORY, epoch=100, parameters=TWO)
    wanted = [(axis[0] + axis[-1]) / 2 for axis in (middle.first, middle.second)]
    surface.plot.hover()
    expect(surface.told).to_contain_text("Here: ")
    told = re.findall(r"input \d = ([−\d.]+\d)", surface.told.text_content())

    surface.plot.click()

    expect(app.change_log).to_contain_text("input 1 → target")
    app.wait_until_finished()
    document = document_in_address(app, lambda document: len(document.experiment.interventions) == 2)
    changes = document.experiment.interventions
    assert [(change.epoch, change.value[0]) for change in changes] == [(100, 0), (100, 2)]
    np.testing.assert_allclose([change.value[1] for change in changes], wanted, atol=0.15)
    assert [change.value[1] for change in changes] == [float(value.replace("−", "-")) for value in told]
    app.button("Undo").click()
    app.wait_until_finished()
    document_in_address(app, lambda document: not document.experiment.interventions)
    surface.expect_slice(100)


def test_the_keyboard_goes_to_a_place_and_sets_both_weights_there(app, surface):
    surface.expect_slice(100)
    surface.plot.focus()

    for key in ("ArrowRight", "ArrowUp", "ArrowRight"):
        app.page.keyboard.press(key)
    expect(surface.told).to_have_text(re.compile(r"^Here: loss about .* at input 1 = .*\. Click or Enter sets both\.$"))
    app.page.keyboard.press("Enter")

    app.wait_until_finished()
    document_in_address(app, lambda document: len(document.experiment.interventions) == 2)


def test_it_opens_by_its_link_and_key_on_the_weights_that_moved_most_and_closes_with_escape(app):
    app.open_at_the_end()
    surface = Surface(app)

    app.button("Loss surface").click()

    across, up = (surface.box.get_by_role("combobox", name=name) for name in ("Across", "Up"))
    expect(across).to_have_value("0")  # from epoch 0 to the end weights 1 and 3 moved most: 10.3, 0.6 and 3.8
    expect(up).to_have_value("2")
    surface.expect_slice(15_000)
    wait_for_address(app, lambda document: document.surface_parameters == TWO)
    up.select_option("0")  # the two change places
    expect(across).to_have_value("2")
    wait_for_address(app, lambda document: document.surface_parameters == TWO[::-1])
    edge = app.player.locator(".edge[data-parameter='1']")
    edge.press("Enter")  # chosen in the network, it goes across, and what went across goes up
    expect(across).to_have_value("1")
    expect(up).to_have_value("2")
    expect(edge).to_have_attribute("aria-pressed", "true")
    app.player.locator(".edge-number").first.click()
    wait_for_address(app, lambda document: document.surface_parameters == (0, 1))
    expect(surface.box).to_be_visible()
    up.select_option("0")
    across.select_option("2")
    wait_for_address(app, lambda document: document.surface_parameters == TWO[::-1])
    app.page.reload()
    app.wait_until_finished()
    expect(surface.box.locator(".surface-when")).to_have_text("epoch 15,000")
    expect(surface.box.get_by_role("combobox", name="Up")).to_have_value("0")
    surface.plot.press("Escape")
    expect(surface.box).to_be_hidden()
    app.page.keyboard.press("o")
    expect(surface.box).to_be_visible()
    app.page.keyboard.press("o")
    expect(surface.box).to_be_hidden()


def test_while_the_future_is_hidden_the_path_ends_at_the_play_head(app, surface):
    surface.expect_slice(100)
    assert surface.places(".surface-ahead").size

    app.button("Hide the future").click()

    expect(surface.box.locator(".surface-ahead")).to_have_attribute("d", "")
