"""The page without a browser: whether one neuron can learn the table is answered with its proof, when it is asked for."""

import re

import pytest

from playground.gallery.examples import document_titled
from playground.page.open_example import open_example
from playground.views.one_neuron_box import QUESTION

from .app_paste_box_test import paste, take


def ask(page, where="in_findings"):
    """Unfold what holds the question, and ask it."""
    page.client.session_state["findings_open" if where == "in_findings" else "columns_open"] = True
    page.step()
    next(button for button in page.client.button if button.key == f"ask_{where}").click()
    return page.step()


def offers(page):
    """Return the keys of the buttons that ask, in what is unfolded."""
    page.client.session_state["findings_open"] = page.client.session_state["columns_open"] = True
    page.step()
    return [button.key for button in page.client.button if button.label == QUESTION]


def answer(page):
    """Return the sentence in the box."""
    return re.sub(r"\\(.)", r"\1", page.client.markdown[-1].value).strip("*")


def proof(page):
    """Return the lines of the proof, cell by cell."""
    (html,) = [part.proto.body for part in page.client.get("html") if "<p>" in part.proto.body]
    return [re.findall(r"<t[dh]>(.*?)</t[dh]>", line) for line in re.findall("<tr>(.*?)</tr>", html)]


def open_titled(page, title):
    open_example(page.client.session_state["playground"], document_titled(title))
    return page.step()


def test_who_pastes_a_table_that_no_line_separates_is_told_so_unasked_though_the_page_opens_without_a_bias(page):
    rows = [(x / 10, (7 * x) % 12 / 10, "yes" if x % 2 else "no") for x in range(12)]
    paste(page, "hours\tpages\tpassed\n" + "".join(f"{hours}\t{pages}\t{passed}\n" for hours, pages, passed in rows))
    take(page, "Replace the table")
    assert page.client.session_state["playground"].open.values["bias"] is False

    page.client.session_state["findings_open"] = True
    page.step()

    told = [caption.value.replace("\\", "") for caption in page.client.caption]
    (sentence,) = [one for one in told if one.startswith("One neuron cannot learn it: ")]
    assert sentence.endswith("so no straight line has every row on its side.")
    ask(page)
    assert answer(page) == sentence


def test_xor_has_a_note_and_its_proof_names_its_four_rows(page):
    page.choose("Open", "XOR")

    ask(page)

    assert answer(page).startswith(
        "One neuron cannot learn it: rows 2 and 3 have the same middle point as rows 1 and 4"
    )
    assert proof(page) == [
        ["λ", "Row", "input 1", "input 2"],
        ["1", "row 2", "0", "1"],
        ["1", "row 3", "1", "0"],
        ["2", "class 1: Σ λ · row", "1", "1"],
        ["1", "row 1", "0", "0"],
        ["1", "row 4", "1", "1"],
        ["2", "class 0: Σ λ · row", "1", "1"],
    ]


def test_without_a_bias_the_row_at_the_threshold_is_the_proof(page):
    page.choose("Open", "OR")
    ask(page, "below_columns")
    assert answer(page).startswith("One neuron can learn it")

    page.choose("Neuron", "Without a bias")

    assert "row 1 is all zeros, and so exactly at the threshold" in answer(page)
    assert proof(page)[1:] == [["1", "row 1", "0", "0"], ["1", "class 0: Σ λ · row", "0", "0"]]


def test_a_table_that_can_be_learnt_shows_its_nearest_rows_with_their_distance(page):
    page.choose("Open", "AND")
    ask(page, "below_columns")

    assert proof(page) == [
        ["Row", "Class", "Distance"],
        ["row 2", "class 0", "−0.354"],
        ["row 3", "class 0", "−0.354"],
        ["row 4", "class 1", "0.354"],
        ["row 1", "class 0", "−1.06"],
    ]


def test_each_of_several_classes_is_held_against_the_rest(page):
    open_titled(page, "Iris")
    ask(page)

    assert answer(page).startswith("One neuron cannot tell versicolor from the rest")
    assert next(box for box in page.client.selectbox if box.label == "Against the rest").value == 1
    assert proof(page)[0][0] == "λ"
    next(box for box in page.client.selectbox if box.label == "Against the rest").set_value(0)
    page.step()
    assert proof(page)[0] == ["Row", "Class", "Distance"]
    assert {line[1] for line in proof(page)[1:]} == {"setosa", "the rest"}


def test_a_bias_that_is_missing_can_be_taken_and_taken_back(page):
    page.choose("Open", "Article 2: a hidden layer")
    ask(page)
    assert "though with one it could" in answer(page)

    page.press("Bias: off → on".replace(":", r"\:"))

    state = page.client.session_state["playground"]
    assert state.open.run.experiment.architecture.bias
    page.do("undo").step()
    assert not state.open.run.experiment.architecture.bias


@pytest.mark.parametrize("title", ["Engel", "Sine curve", "Stack loss"])
def test_amounts_are_not_asked_about(page, title):
    assert offers(open_titled(page, title)) == []


def test_nothing_is_worked_out_before_it_is_asked(page, monkeypatch):
    def worked_out(*_, **__):
        raise AssertionError("The question was not asked.")

    monkeypatch.setattr("playground.views.one_neuron_box.one_neuron", worked_out)
    page.choose("Open", "XOR")

    assert offers(page) == ["ask_in_findings", "ask_below_columns"]
