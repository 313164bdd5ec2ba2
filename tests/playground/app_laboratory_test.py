"""The page without a browser: the scaling laboratory opens from the second article's test table, and leads back to it."""

import re
from contextlib import nullcontext

import pytest

from nncore.number_text import NO_BREAK_SPACE
from playground.views import laboratory as laboratory_view

from .app_paste_box_test import paste, take


def texts(page):
    client = page.client
    parts = [*client.markdown, *client.caption, *client.header, *client.subheader]
    return [part.value.replace("\\.", ".") for part in parts]


def tables(page):
    """Return what is drawn as HTML: the tables of the laboratory among it."""
    return " ".join(part.proto.body for part in page.client.get("html")).replace(NO_BREAK_SPACE, " ")


@pytest.fixture
def laboratory(page):
    page.choose("Open", "Article 2: a hidden layer").finish()
    page.press("Scaling laboratory")
    return page


def test_test_rows_lead_there_also_where_nothing_is_scaled_yet(page):
    assert "Scaling laboratory" not in page.buttons

    page.choose("Open", "Article 2: a hidden layer")
    page.choose("Scaling of inputs", "none")
    page.press("Scaling laboratory")

    assert "from **14** when" in " ".join(texts(page))


def test_the_setting_of_the_scaler_leads_there_too(page):
    page.choose("Open", "Article 2: a hidden layer").finish()
    (below_scaling,) = [one for one in page.client.sidebar.button if one.label == "Scaling laboratory"]

    below_scaling.click()
    page.step()

    assert page.headings[0] == "How the test rows are scaled, and what comes of it"


def test_the_second_article_is_run_both_ways_and_clipped_from_200_seeds(laboratory):
    said = " ".join(texts(laboratory))

    assert laboratory.headings[:2] == ["How the test rows are scaled, and what comes of it", "Test row 3: (0, 1, 10)"]
    assert "**200** seeds when the test rows are scaled by their own range, from **14** when" in said
    assert "and from **200** when that is clipped" in said
    assert "Every failure is this row. It is of class 0" in said
    assert "**inconsistent preprocessing**" in said
    assert "It is no **leak**" in said
    assert "186 × TP 2, TN 3, FP 1, FN 0; 14 × TP 2, TN 4, FP 0, FN 0" in tables(laboratory)
    assert "A single row that is not scaled: (1, 1, 0)" in laboratory.headings
    assert "a scaled 1 means 10" in said


def test_more_seeds_and_other_scalers_are_asked_the_same(laboratory):
    laboratory.set_number("Seeds (up to 1,000)", 20)
    assert "20 networks, one for each seed" in " ".join(texts(laboratory))
    assert "TP are true positives" in " ".join(texts(laboratory))
    assert "2 of 20" in tables(laboratory)

    laboratory.set_number("Seeds (up to 1,000)", 1)
    assert "A single network is trained once" in " ".join(texts(laboratory))
    assert "**1** seed when" in " ".join(texts(laboratory))
    laboratory.choose("Scaling of inputs", "standard")
    assert "Test row 3: (0, 1, 10)" in laboratory.headings
    assert "The article prints" not in " ".join(texts(laboratory))


@pytest.mark.parametrize("text", ["", "0", "1001", "many", "2.5"])
def test_a_number_of_seeds_that_is_none_is_refused_in_a_sentence(laboratory, text):
    laboratory.set_number("Seeds (up to 1,000)", text)

    assert len(laboratory.problems) >= 1
    assert any("1,000" in problem or "whole number" in problem for problem in laboratory.problems), laboratory.problems


def test_the_way_back_leads_to_what_was_left_with_all_that_was_typed(page):
    page.choose("Open", "Article 2: a hidden layer")
    page.type("training", 0, "input 1", "3").finish()
    outputs = page.outputs()

    page.press("Scaling laboratory")
    assert "Train" not in page.buttons
    page.press("← Back to the playground")

    assert page.headings == ["Training table", "Test table", "New situation"]
    assert page.cells("training")[0][0] == "3"
    assert page.outputs() == outputs
    page.do("undo")
    assert page.cells("training")[0][0] == "0"


def test_a_regression_is_compared_by_its_errors_and_nothing_is_called_right(page):
    page.choose("Open", "Article 2: a hidden layer")
    page.type("training", 0, "target", "0.25").finish()

    page.press("Scaling laboratory")

    assert "mean absolute error, all seeds" in tables(page)
    assert "every row right" not in tables(page)
    assert "Each seed by itself" not in " ".join(texts(page))


def test_many_inputs_of_a_row_stand_below_one_another_so_that_a_phone_shows_them_all(page):
    head, rows = "a\tb\tc\td\te\tclass\n", "1\t2\t3\t4\t5\t0\n2\t1\t0\t3\t9\t1\n"
    paste(page, head + rows)
    take(page, "Replace the table")
    page.press("Paste or upload test rows")
    page.client.text_area[0].set_value(head + "3\t2\t1\t5\t20\t1\n")
    page.step()
    take(page, "Replace the table")

    page.press("Scaling laboratory")

    asked = [line for line in re.findall("<tr>(.*?)</tr>", tables(page)) if line.startswith("<td>e<")]
    assert [re.findall("<td>(.*?)</td>", line)[1:3] for line in asked[:1]] == [["0", "3.75"]]


def test_while_networks_are_trained_it_is_said_how_many(page, monkeypatch):
    said = []
    monkeypatch.setattr(laboratory_view.st, "spinner", lambda text: said.append(text) or nullcontext())
    page.choose("Open", "Article 2: a hidden layer").finish()

    page.press("Scaling laboratory")
    page.set_number("Seeds (up to 1,000)", 1)

    assert list(dict.fromkeys(said)) == ["Training 200 networks …", "Training a network …"]
