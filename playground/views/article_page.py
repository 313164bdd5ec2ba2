"""An article beside the app, a page of its own: what it prints, what is computed here, and what is exact."""

from __future__ import annotations

from html import escape
from itertools import groupby

import streamlit as st

from playground import session
from playground.articles.article import Article, article_titled
from playground.articles.comparison import ComparedNumber, compared
from playground.views.own_page import own_page, own_page_table

NAME = "article"
"""By which the page is opened."""

LOST = "lost"
SAME = "✓"
RESTORED = "restored"
LOST_LINES = (
    f"In the copy of the article that we worked from, a few lines are lost. What the rest of it decides is put back and "
    f"marked “{RESTORED}”; a printed number that is gone is marked “{LOST}”."
)


def article_button() -> None:
    """Draw the button that opens the page, where an article is open."""
    if _article() is not None:
        st.button(
            "Compare with the article",
            key=session.button_key("open_article"),
            type="tertiary",
            on_click=session.open_page,
            args=(NAME,),
        )


def article_page(key: int) -> None:
    """Draw the whole page.

    Parameters
    ----------
    key : int
        Part of the keys of its widgets.
    """
    article = _article()
    assert article is not None  # as long as the page is open, nothing else can be opened
    with own_page(NAME, key, f"{article.title}, beside what is computed here"):
        st.markdown(f"{article.author}, “{article.name}”. {article.published}.")
        numbers = compared(article)
        st.markdown(counted(numbers))
        own_page_table(numbers_table(numbers))
        st.caption(f"{LOST_LINES} {article.restored}")
        st.subheader("What is exact", anchor=False)
        for remark in article.remarks:
            st.markdown(f"**{remark.said}**  \n{remark.exact}")


def numbers_table(numbers: tuple[ComparedNumber, ...]) -> str:
    """Return the numbers of an article as a table in HTML, those of one place under its name."""
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("", "printed", "computed here", ""))
    groups = groupby(numbers, key=lambda one: one.number.place)
    bodies = "".join(
        f'<tbody><tr><th scope="rowgroup" colspan="4">{escape(place)}</th></tr>{"".join(map(_row, group))}</tbody>'
        for place, group in groups
    )
    return f'<table class="compared"><thead><tr>{heads}</tr></thead>{bodies}</table>'


def verdict(one: ComparedNumber) -> str:
    """Return a tick, or why there is none; with it, whether the printed number is restored."""
    if one.agrees is None:
        return ""
    said = SAME if one.agrees else one.number.differs
    return f"{said} {RESTORED}" if one.number.restored else said


def _row(one: ComparedNumber) -> str:
    printed = one.number.printed or LOST
    cells = "".join(map(_cell, (one.number.what, printed, one.computed)))
    kind = ' class="reason"' if one.agrees is False else ""
    return f"<tr>{cells}<td{kind}>{escape(verdict(one))}</td></tr>"


def _cell(text: str) -> str:
    """Return a cell; a row of a table is not broken before its target."""
    kind = ' class="one-line"' if "→" in text else ""
    return f"<td{kind}>{escape(text)}</td>"


def counted(numbers: tuple[ComparedNumber, ...]) -> str:
    """Return how many numbers are the same, in a sentence."""
    printed = [one for one in numbers if one.agrees is not None]
    same = sum(one.agrees is True for one in printed)
    rest = len(printed) - same
    if not rest:
        return f"All {same} numbers that it prints are the same here."
    others = "the other stands why it is not" if rest == 1 else f"the other {rest} stands why they are not"
    return f"Of the {len(printed)} numbers that it prints {same} are the same here; beside {others}."


def _article() -> Article | None:
    return article_titled(session.page_state().open.document().title)
