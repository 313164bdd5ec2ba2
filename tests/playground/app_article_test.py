"""The page without a browser: each number that an article prints stands beside the one computed here."""

import numpy as np
import pytest

import nncore
from playground.articles.article import articles
from playground.articles.comparison import compared
from playground.gallery import gallery
from playground.views.article_page import LOST, counted, numbers_table, verdict

ARTICLE_1, ARTICLE_2 = articles()
EVERY_NUMBER = [(article.title, one) for article in articles() for one in compared(article)]


def named(article, what):
    (one,) = (one for one in compared(article) if one.number.what == what)
    return one


@pytest.mark.parametrize(("title", "one"), EVERY_NUMBER)
def test_every_number_is_the_same_or_says_why_it_is_not_and_never_both(title, one):
    if one.number.printed is None:
        assert one.computed
        assert not one.number.differs
    else:
        assert (one.number.printed == one.computed) == (one.number.differs == "")


def test_the_first_article_prints_what_a_run_from_its_seed_gives():
    weights = 2 * np.random.RandomState(1).random_sample((3, 1)) - 1
    inputs, targets = np.array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]]), np.array([[0, 1, 1, 0]]).T
    for _ in range(15_000):  # the article's own lines
        outputs = 1 / (1 + np.exp(-inputs @ weights))
        weights = weights + inputs.T @ ((targets - outputs) * outputs * (1 - outputs))
    answer = 1 / (1 + np.exp(-np.array([1, 0, 0]) @ weights)).item()

    assert named(ARTICLE_1, "New Output data").computed == f"{answer:.7f}" == "0.9999584"
    shown = named(ARTICLE_1, "Ending Weights After Training").computed.replace("−", "-").split(", ")
    np.testing.assert_allclose([float(weight) for weight in shown], weights.ravel(), atol=1e-8)


def test_the_second_article_counts_what_its_run_gives():
    run = nncore.articles.hidden_layer().run()
    _, _, inputs, targets = run.experiment.scaled()
    called = run.network.predict(inputs) > 0.5

    assert named(ARTICLE_2, "TP, true positives").computed == str(int((called & (targets == 1)).sum()))
    assert named(ARTICLE_2, "TN, true negatives").computed == str(int((~called & (targets == 0)).sum()))
    assert named(ARTICLE_2, "Accuracy").computed == f"{(called == targets).mean():g}"


def test_what_is_restored_is_marked():
    assert verdict(named(ARTICLE_1, "Seed of the random numbers")) == "✓ restored"
    assert verdict(named(ARTICLE_1, "The answer it should have")).startswith("It is as good as 1")
    lost = named(ARTICLE_1, "Ending Weights After Training")
    assert verdict(lost) == ""
    assert f"<td>{LOST}</td><td>{lost.computed}</td>" in numbers_table((lost,))


def test_a_row_of_a_table_is_not_broken_before_its_target():
    table = numbers_table(compared(ARTICLE_1))
    rows = [cell for one in compared(ARTICLE_1) for cell in (one.number.what, one.computed) if "→" in cell]

    assert rows
    assert all(f'<td class="one-line">{row}</td>' in table for row in rows)
    assert f"<td>{named(ARTICLE_1, 'New Output data').computed}</td>" in table


def test_it_is_said_how_many_numbers_are_the_same():
    assert counted(compared(ARTICLE_2)) == "All 23 numbers that it prints are the same here."
    same, other = named(ARTICLE_1, "New Output data"), named(ARTICLE_1, "The answer it should have")
    begin = "numbers that it prints 1 are the same here; beside"
    assert counted((same, other)) == f"Of the 2 {begin} the other stands why it is not."
    assert counted((same, other, other)) == f"Of the 3 {begin} the other 2 stands why they are not."


def test_each_article_is_held_against_its_own_run_whatever_its_place():
    assert [len(compared(article)) for article in reversed(articles())] == [25, 13]
    assert {article.title for article in articles()} <= {document.title for document in gallery()}


def test_only_a_page_with_an_article_leads_to_it_and_back(page):
    page.press("Compare with the article")

    assert [head.value for head in page.client.header] == ["Article 1: a single neuron, beside what is computed here"]
    said = " ".join(part.value for part in page.client.markdown)
    assert "Michael J. Garbade" in said
    assert "KDnuggets, October 2018" in said
    page.press("← Back to the playground")
    assert page.buttons["Compare with the article"]

    page.choose("Open", "XOR")

    assert "Compare with the article" not in page.buttons


def test_a_table_of_ones_own_is_not_compared_with_an_article_until_its_own_is_back(page):
    page.type("training", 3, "target", "1")

    assert "Compare with the article" not in page.buttons
    assert page.client.selectbox[0].value == ""
    assert page.client.selectbox[0].options[0] == "Own table"

    page.press("Back to the example")

    assert page.buttons["Compare with the article"]
