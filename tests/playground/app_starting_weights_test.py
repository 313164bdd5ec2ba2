"""The page without a browser: starting weights are typed or pasted in a box, and the run starts from them."""

import pytest

from nncore.experiment.starting_weights import starting_weights
from playground.gallery.examples import document_titled
from playground.page.open_example import open_example
from playground.views.starting_weights_box import TITLE


def experiment_of(page):
    return page.client.session_state["playground"].open.run.experiment


@pytest.fixture
def box(page):
    page.step()
    page.client.session_state["more"] = True
    page.step()
    next(button for button in page.client.button if button.label == TITLE).click()
    return page.step()


def text_in(page):
    (area,) = page.client.text_area
    return area


def start_from(page, text):
    text_in(page).set_value(text)
    next(button for button in page.client.button if button.label == "Start from these weights").click()
    return page.step()


def test_what_is_typed_is_what_the_run_starts_from_and_undo_takes_it_back(box):
    before = experiment_of(box)
    assert [line.partition(" = ")[0] for line in text_in(box).value.splitlines()] == [
        f"input {number} → target" for number in (1, 2, 3)
    ]

    start_from(box, "input 1 → target = 1/3\ninput 3 -> target = -0,5 frozen")

    start = starting_weights(experiment_of(box))
    assert start.values == (1 / 3, starting_weights(before).values[1], -0.5)
    assert start.frozen == {2}
    assert not box.client.text_area  # the box is closed
    box.do("undo").step()
    assert experiment_of(box) == before


def test_what_cannot_be_read_is_said_and_nothing_is_changed(box):
    before = experiment_of(box)

    start_from(box, "input 1 → target = one")

    assert any("is not a number" in problem for problem in box.problems)
    assert text_in(box).value == "input 1 → target = one"
    assert experiment_of(box) == before
    told = box.problems
    assert box.step().problems == told  # the page is drawn anew for something else
    text_in(box).set_value("input 1 → target = 1")
    assert not any("is not a number" in problem for problem in box.step().problems)


def test_a_press_is_not_lost_where_the_page_is_drawn_anew_before_the_box(box):
    text_in(box).set_value("1 2 3")
    next(button for button in box.client.button if button.label == "Start from these weights").click()

    box.type("training", 0, "input 1", "0.5")  # in one message with it; the list "Open" above has another title then

    assert starting_weights(experiment_of(box)).values == (1.0, 2.0, 3.0)
    assert experiment_of(box).dataset.inputs[0, 0] == 0.5
    assert not box.client.text_area


def test_another_learning_rate_leaves_the_typed_weights(box):
    start_from(box, "1 2 3")

    box.set_number("Learning rate", 0.5)

    experiment = experiment_of(box)
    assert experiment.optimizer.learning_rate == 0.5
    assert starting_weights(experiment).values == (1.0, 2.0, 3.0)


def test_another_table_of_the_same_shape_leaves_them_and_new_weights_do_not(box):
    start_from(box, "1 2 3")

    box.type("training", 0, "input 1", "0.5")
    assert starting_weights(experiment_of(box)).values == (1.0, 2.0, 3.0)

    box.do("new_weights").step()
    assert not experiment_of(box).interventions


def test_the_weights_of_an_example_are_in_the_box_with_what_is_frozen(page):
    open_example(page.step().client.session_state["playground"], document_titled("Backpropagation by hand"))
    page.client.session_state["more"] = True
    page.step()
    next(button for button in page.client.button if button.label == TITLE).click()
    page.step()

    assert "bias of o2 = 0.6 frozen" in text_in(page).value.splitlines()


def test_as_long_as_a_table_has_something_to_mend_no_weights_are_taken(page):
    page.step()
    page.type("training", 0, "input 1", "abc")
    page.client.session_state["more"] = True
    page.step()
    next(button for button in page.client.button if button.label == TITLE).click()
    page.step()

    assert not any(button.label == "Start from these weights" for button in page.client.button)
