"""Links: everything comes back from one, and what is none is refused in a sentence, quickly and within bounds."""

import json
import math
import random
import tracemalloc
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import Architecture, Dataset, Intervention
from nncore.experiment.fingerprint import Fingerprint
from playground.document import Document, DocumentError
from playground.document.chart_choices import ChartChoices
from playground.document.kept_text import document_of_kept
from playground.document.link import KEPT_BY_BROWSER, NOT_KEPT_BY_BROWSER, TOO_LONG, Link, LinkToDocument
from playground.document.link_text import LONGEST_JSON, LONGEST_LINK
from playground.gallery import gallery
from playground.page.first_page import first_page

from ..page_link import link_of
from .malformed import malformed_links, packed

ARTICLE_1, ARTICLE_2 = gallery()[:2]
# 60 rows of 4 numbers with four digits.
TABLE = [[round(random.Random(row * 4 + column).uniform(0, 9), 3) for column in range(4)] for row in range(60)]

WIDE = {"layer_sizes": [3, 10**6, 10**6, 1], "activations": ["sigmoid"] * 3, "bias": True}


def with_field(path: str, value: object) -> str:
    """Return a link to the first article in which one field is another one."""
    record = ARTICLE_1.to_dict()
    *parents, last = path.split(".")
    place = record
    for name in parents:
        place = place[name]
    place[last] = value
    return packed(json.dumps(record))


@pytest.mark.parametrize("document", gallery(), ids=lambda document: document.title)
def test_what_is_in_the_gallery_comes_back_from_its_link(document):
    assert Document.from_link(document.to_link()) == document


@given(
    play_head=st.integers(0, 15_000),
    threshold=st.floats(0, 1),
    situation=st.tuples(*[st.floats(-1e6, 1e6)] * 3),
    row=st.integers(0, 3),
    title=st.text(max_size=30).filter(lambda text: text.isprintable()),
)
def test_a_link_holds_every_number_to_the_last_bit(play_head, threshold, situation, row, title):
    document = replace(
        ARTICLE_1,
        experiment=replace(ARTICLE_1.experiment, interventions=(Intervention(40, "learning_rate", 1 / 3),)),
        play_head=play_head,
        threshold=threshold,
        situation=situation,
        chosen_row=row,
        chosen_neuron=(1, 0),
        title=title,
        charts=ChartChoices("accuracy", "log", "linear"),
    )

    assert Document.from_link(document.to_link()) == document


def test_sixty_rows_of_four_columns_fit_into_two_thousand_characters():
    dataset = replace(
        ARTICLE_1.experiment.dataset, inputs=[row[:3] for row in TABLE], targets=[row[3:] for row in TABLE]
    )
    came_to = Fingerprint("3f2a9c01", 15_000, 0.0012345678912, 12.345678912)
    document = replace(ARTICLE_1, experiment=replace(ARTICLE_1.experiment, dataset=dataset), fingerprint=came_to)

    link = document.to_link()

    assert len(link) <= 1_900  # the rest is for http, the host and "#document="
    assert link.isascii()
    assert set(link) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


@pytest.mark.parametrize(
    "link",
    [
        "1",
        "1nonsense",
        "1" + "A" * 1000,
        ARTICLE_1.to_link()[:-4],
        ARTICLE_1.to_link()[:-40] + ARTICLE_1.to_link()[-39:],
        "1" + "A" * LONGEST_LINK,
        "1ä",
        "javascript:alert(1)",
        packed("[" * 100_000),
        packed("9" * 100_000),
        packed('{"version": NaN}'[:-1]),
        packed("\ud800".encode("utf-8", "surrogatepass").decode("latin-1")),
        with_field("title", "half a letter: \ud83d"),
        with_field("experiment.dataset.input_names", ["\ude00", "b", "c"]),
        packed(" " * (2 * LONGEST_JSON)),  # a bomb: 2 kB that unfold to 2 MB
    ],
    ids=range(15),
)
def test_a_damaged_link_is_called_damaged(link):
    with pytest.raises(DocumentError, match=r"^This link is damaged, or was not copied whole, so .*\.$"):
        Document.from_link(link)


def test_a_link_of_another_version_says_so():
    with pytest.raises(DocumentError, match=r"^This link was made by another version of the playground"):
        Document.from_link("2" + ARTICLE_1.to_link()[1:])


@pytest.mark.parametrize(
    ("link", "named"),
    [
        (packed("3"), "A document"),
        (with_field("version", 4), "version"),
        (with_field("play_head", -1), "play_head"),
        (with_field("play_head", 1e400), "play_head"),
        (with_field("situation", [1, 2, float("nan")]), "situation"),
        (with_field("experiment.epochs", 10**30), "epochs"),
        (with_field("experiment.dataset.inputs", [[float("inf"), 0, 0]] * 4), "inputs"),
        (with_field("experiment.dataset.inputs", [[0] * 100_000] * 2), "dataset"),
        (with_field("experiment.architecture", WIDE), "weights and biases would take"),
        (with_field("experiment.optimizer", {"name": "__import__"}), "optimizer"),
        (with_field("title", ["<script>"]), "title"),
        (with_field("charts", {"measure": 1}), "charts"),
    ],
)
def test_a_hostile_link_opens_the_default_page_with_one_sentence_that_names_the_field(link, named):
    page = first_page(link)

    assert page.open.origin == ARTICLE_1
    assert page.notice.startswith("This link cannot be opened, so the page opens as it does without one: ")
    assert named in page.notice
    assert "\n" not in page.notice
    assert len(page.notice) < 600


def test_whatever_is_wrong_in_a_link_is_a_document_error_of_one_line():
    sentences = list(filter(None, map(why_refused, malformed_links(2_000))))

    assert len(sentences) > 1_500  # a letter of a name, or a digit of a cell, may be another one
    assert not any("\n" in sentence or len(sentence) >= 600 for sentence in sentences)


def test_whatever_is_wrong_in_a_link_takes_little_memory():
    links = list(malformed_links(100))
    tracemalloc.start()
    for link in links:
        why_refused(link)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 50_000_000


def why_refused(link: str) -> str:
    """Return why a link is refused; empty if it opens."""
    try:
        Document.from_link(link)
    except DocumentError as error:
        return str(error)
    return ""


def test_a_link_opens_what_it_says_and_reset_goes_back_to_its_example():
    changed = replace(ARTICLE_1, experiment=replace(ARTICLE_1.experiment, seed=7), play_head=12)

    page = first_page(changed.to_link())

    assert page.open.run.experiment == changed.experiment
    assert page.open.viewpoint.epoch == 12
    assert page.open.origin == ARTICLE_1
    assert page.listed == ARTICLE_1.title
    assert page.notice == ""
    assert Document.from_link(link_of(page).text).experiment == changed.experiment


def test_what_a_page_opens_with_anyway_needs_no_link():
    page = first_page("")

    assert link_of(page) == Link(1)
    page.show(replace(ARTICLE_1.experiment, seed=2))
    link = link_of(page)
    assert link.number == 2
    assert Document.from_link(link.text).experiment.seed == 2
    assert link_of(page) == link


def test_the_number_of_a_link_grows_only_when_it_changes():
    link = LinkToDocument(None)

    first = link.to(ARTICLE_1)
    assert link.to(replace(ARTICLE_1)) == first
    assert link.to(replace(ARTICLE_1, chosen_row=1)).number == first.number + 1


def document_of_numbers(rows, columns):
    """Return a document that learns from so many numbers."""
    inputs = np.random.RandomState(1).standard_normal((rows, columns))
    dataset = Dataset(inputs, (inputs[:, :1] > 0).astype(float))
    architecture = Architecture((columns, 1), ("sigmoid",))
    return Document(replace(ARTICLE_1.experiment, dataset=dataset, architecture=architecture))


def test_a_document_too_long_for_a_link_is_kept_without_its_table_which_is_told_once():
    large = document_of_numbers(10_000, 20)
    assert large.to_link() == ""
    links = LinkToDocument(ARTICLE_1)

    link = links.to(large)
    later = links.to(replace(large, chosen_row=7))

    assert link.is_kept
    assert link.notice == KEPT_BY_BROWSER
    assert not link.is_whole
    assert len(later.text) < 2_000
    assert later.told(link.number)[-1] == link.table.number == later.table.number
    assert later.told_table(link.table.number) == (link.table.number, link.table.text)
    assert later.told_table(link.table.number + 1) is None
    assert document_of_kept(later.text, later.table.text) == replace(large, chosen_row=7)

    rows = large.experiment.dataset.inputs.copy()
    rows[3, 4] = 0.5
    dataset = replace(large.experiment.dataset, inputs=rows)
    edited = links.to(replace(large, experiment=replace(large.experiment, dataset=dataset)))
    assert edited.table.number > link.table.number


def test_a_document_too_long_to_be_kept_is_not():
    link = LinkToDocument(ARTICLE_1).to(document_of_numbers(10_000, 120))

    assert link.notice == TOO_LONG
    assert not link.text
    assert not link.is_kept
    assert not link.is_whole


def test_a_document_too_long_for_an_address_is_kept_and_not_refused():
    rows = [[round(math.sin(row * 20 + column), 4) for column in range(20)] for row in range(1_000)]
    dataset = Dataset(rows, [[float(row[0] > 0)] for row in rows])
    large = Document(replace(ARTICLE_1.experiment, dataset=dataset, architecture=Architecture((20, 1), ("sigmoid",))))

    link = LinkToDocument(ARTICLE_1).to(large)

    assert link.is_kept
    assert link.notice == KEPT_BY_BROWSER
    assert link.notice_if_unkept == NOT_KEPT_BY_BROWSER
    assert not link.is_whole
    assert Document.from_link(link.text) == large
    short = LinkToDocument(ARTICLE_1).to(replace(ARTICLE_1, chosen_row=1))
    assert short.is_whole
    assert not short.is_kept
    assert LinkToDocument(ARTICLE_1).to(ARTICLE_1).is_whole


def test_a_link_that_another_browser_keeps_says_where_the_table_is():
    with pytest.raises(DocumentError, match="only the browser it was made in keeps it"):
        Document.from_link("kept-1abc")
    assert "Ask for the saved file" in first_page("kept-1abc").notice


@pytest.mark.parametrize(
    "behind", [".", "),", " ", "”", "…", "**", "&amp;", "%3E", "%20and this", "\nHello", "=", "#", "</a>"]
)
def test_a_link_copied_out_of_a_sentence_is_whole(behind):
    assert Document.from_link(ARTICLE_1.to_link() + behind) == ARTICLE_1


@pytest.mark.parametrize("between", ["\r\n", "=\r\n", " ", "%20", "\u200b", "\u00ad"])
def test_a_link_that_a_mail_has_broken_into_lines_is_whole(between):
    link = ARTICLE_1.to_link()

    assert Document.from_link(link[:76] + between + link[76:]) == ARTICLE_1


def test_of_two_addresses_in_one_the_link_of_the_last_is_opened():
    both = f"{ARTICLE_2.to_link()}http://localhost:8501/#document={ARTICLE_1.to_link()}"

    assert Document.from_link(both) == ARTICLE_1


@pytest.mark.parametrize("length", range(1, 90))
def test_a_link_that_was_cut_off_is_damaged_wherever_it_ends(length):
    with pytest.raises(DocumentError, match="damaged, or was not copied whole"):
        Document.from_link(f"{ARTICLE_1.to_link()[:-length]}. And so on")
