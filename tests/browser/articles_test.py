"""Both articles beside the app: a page of its own, reached from what is open, with a tick or a reason in each line."""

import pytest
from playwright.sync_api import expect

from playground.articles.article import articles
from playground.articles.comparison import compared
from playground.views.article_page import LOST


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.author)
def test_an_article_stands_beside_what_is_computed_here_and_leads_back(app, article):
    app.open_at_the_beginning()
    if article is not articles()[0]:
        app.choose_from("Open", article.title)
        app.wait_until_finished()

    app.button("Compare with the article").click()

    expect(app.page.get_by_role("heading", level=2)).to_have_text(f"{article.title}, beside what is computed here")
    expect(app.page.get_by_test_id("stMain").get_by_text(article.published)).to_be_visible()
    rows = app.page.get_by_role("table").get_by_role("row")
    expect(rows).not_to_have_count(0)
    shown = [row.get_by_role("cell").all_text_contents() for row in rows.all()]
    printed = [(cells[1], cells[2]) for cells in shown if cells]
    assert printed == [(one.number.printed or LOST, one.computed) for one in compared(article)]

    app.button("← Back to the playground").click()

    app.wait_until_finished()
    expect(app.page.get_by_role("combobox", name="Open", exact=True)).to_have_value(article.title)


def test_the_card_of_an_article_names_its_author_place_and_date(app):
    app.open_at_the_beginning()

    app.button("Gallery").click()

    for article in articles():
        expect(app.page.get_by_role("dialog")).to_contain_text(f"{article.author}, {article.published}")
