"""Files: everything comes back from one, a person can read it, and what is none is refused in a sentence."""

import json
import tracemalloc
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nncore
from playground.document import Document, DocumentError
from playground.document.file import LARGEST_FILE, file_of, saved_file, seems_saved
from playground.document.trained_weights import TrainedWeights
from playground.gallery import gallery
from playground.page.opened_file import open_file
from playground.page.page_state import PageState
from playground.page.undo import undo
from playground.views.paste_box import TITLE

from .malformed import malformed_files

ARTICLE_1, ARTICLE_2 = gallery()[0], gallery()[1]


def test_the_largest_table_with_all_its_digits_can_be_saved_and_opened():
    drawn = np.random.RandomState(1)
    inputs, targets = -drawn.random_sample((10_000, 20)), -drawn.random_sample((10_000, 10))
    dataset = nncore.Dataset(inputs, targets, test_inputs=inputs[::-1], test_targets=targets[::-1])
    network = nncore.Architecture((20, 10), ("linear",))
    experiment = nncore.Experiment(
        dataset, network, loss="mean_squared_error", optimizer=nncore.SGD(learning_rate=0.01), epochs=2
    )

    saved = file_of(Document(experiment)).encode()

    assert saved_file(saved).document.experiment == experiment


@pytest.mark.parametrize("document", gallery(), ids=lambda document: document.title)
def test_what_is_in_the_gallery_comes_back_from_its_file(document):
    assert saved_file(file_of(document).encode()).document == document


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_a_file_that_an_editor_has_saved_anew_opens(encoding):
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""  # the others write one by themselves
    data = mark + file_of(replace(ARTICLE_1, note="größer — “so”")).encode(encoding)

    assert seems_saved(data)
    assert saved_file(data).document == replace(ARTICLE_1, note="größer — “so”")


def test_a_document_alone_opens_as_those_of_the_gallery_are():
    assert saved_file(json.dumps(ARTICLE_1.to_dict()).encode()).document == ARTICLE_1


@given(title=st.text(max_size=100), note=st.text(max_size=100))
def test_names_stay_as_they_are_whatever_they_look_like(title, note):
    document = replace(ARTICLE_1, title=title, note=note)

    assert saved_file(file_of(document).encode("utf-8", "surrogatepass")).document == document


def test_each_row_of_the_table_has_a_line_of_its_own():
    lines = [line.strip(" ,") for line in file_of(ARTICLE_1).splitlines()]

    assert lines.count("[1.0, 1.0, 1.0]") == 1
    assert max(map(len, lines)) < 200


def test_the_trained_numbers_stand_beside_the_document_to_the_last_digit():
    network = ARTICLE_2.experiment.run().network

    trained = json.loads(file_of(ARTICLE_2, TrainedWeights(network, 5)))["trained"]

    assert [tuple(map(tuple, layer)) for layer in trained["weights"]] == [
        tuple(map(tuple, layer.tolist())) for layer in network.weights
    ]
    assert trained["epoch"] == 5
    file = saved_file(file_of(ARTICLE_2, TrainedWeights(network, 5)).encode())
    assert file.document == ARTICLE_2
    assert file.trained.epoch == 5
    assert file.trained.network.parameters.tolist() == network.parameters.tolist()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"0,0,1\n1,1,1",
        b"PK\x03\x04 a workbook",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b"9" * 100_000,
        b"[]",
        b"{}",
        b'{"document": []}',
        b'{"document": {"version": 1}}',
        json.dumps({"document": ARTICLE_1.to_dict() | {"title": "half a letter: \ud83d"}}).encode(),
    ],
    ids=range(11),
)
def test_what_is_no_file_of_the_playground_is_called_so(data):
    with pytest.raises(
        DocumentError, match=rf"^This file holds nothing that .* If it is a table, give it to “{TITLE}”\.$"
    ):
        saved_file(data)


@pytest.mark.parametrize("share", [0.05, 0.3, 0.5, 0.9, 0.98])
def test_a_saved_file_whose_end_is_missing_is_called_incomplete(share):
    data = file_of(replace(ARTICLE_1, note="“Größe” — in two bytes each")).encode()

    for extra in range(8):  # also in the middle of a letter, and of a string
        with pytest.raises(DocumentError, match=r"its end is missing, so what was open stays open\. Save it anew"):
            saved_file(data[: int(len(data) * share) + extra])


def test_a_file_that_is_too_large_is_not_even_read():
    with pytest.raises(DocumentError, match=r"^This file is larger than anything"):
        saved_file(b" " * (LARGEST_FILE + 1))


@pytest.mark.parametrize(
    "parts", ["[" + "[]," * 4_900_000 + "1]", "{" + '"":1,' * 2_900_000 + '"":1}'], ids=["lists", "names"]
)
def test_a_file_of_countless_small_parts_is_refused_before_memory_holds_them(parts):
    data = parts.encode()
    tracemalloc.start()
    with pytest.raises(DocumentError, match=r"^This file holds nothing that was saved"):
        saved_file(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 3 * len(data)


def test_what_does_not_fit_together_in_a_file_is_named():
    record = ARTICLE_1.to_dict() | {"situation": [1.0]}

    with pytest.raises(
        DocumentError,
        match=r"^This file cannot be opened, so what was open stays open: situation must have one number for each of the 3",
    ):
        saved_file(json.dumps(record).encode())


def test_a_file_is_opened_once_and_can_be_taken_back():
    state = PageState(ARTICLE_1)
    mine = file_of(replace(ARTICLE_2, title="Mine")).encode()

    assert open_file(state, "1", mine)
    assert not open_file(state, "1", mine)

    assert state.open.document().experiment == ARTICLE_2.experiment
    assert state.listed == "Mine"
    undo(state)
    assert state.open.document().experiment == ARTICLE_1.experiment


def test_a_file_that_is_refused_leaves_everything_as_it_is():
    state = PageState(ARTICLE_1)
    before = state.open.document()

    assert not open_file(state, "1", b"nothing")

    assert state.notice.startswith("This file holds nothing")
    assert state.open.document() == before
    assert not state.can_undo


def test_whatever_is_wrong_in_a_file_is_refused_in_one_line_or_opens():
    sentences = []
    for data in malformed_files(2_000):
        try:
            saved_file(data)
        except DocumentError as error:
            sentences.append(str(error))

    assert len(sentences) > 1_500
    assert not any("\n" in sentence or len(sentence) >= 600 for sentence in sentences)


def test_a_table_that_no_page_takes_is_refused_before_its_cells_are_looked_at():
    record = ARTICLE_1.to_dict()
    record["experiment"]["dataset"]["inputs"] = [["<no number>"]] * 10_001

    with pytest.raises(DocumentError, match=r"A table has at most 10,000 rows\. dataset\.inputs has 10,001\.$"):
        saved_file(json.dumps(record).encode())
