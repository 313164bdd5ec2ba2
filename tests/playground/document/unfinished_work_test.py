"""What is typed and is no run yet comes back as it was typed; whatever else stands there is refused in a sentence."""

import pytest

from nncore.errors import NeuralNetworkError
from playground.document import Document, DocumentError
from playground.document.unfinished_work import UnfinishedWork
from playground.gallery import gallery
from playground.page.open_entry import entry_of

from .malformed import unfinished_work


def test_it_comes_back_as_it_was_typed_with_what_is_whole_and_what_is_not():
    work = unfinished_work()

    again = UnfinishedWork.from_dict(work.to_dict())

    assert again == work
    assert [table.complete for table in again.tables.values()] == [3, 2, None]
    assert again.cell_count == 4 * 3 + 2 * 3 + 1


def test_a_number_that_another_program_wrote_without_a_point_is_the_same():
    record = unfinished_work().to_dict()

    (row, *rows) = record["training"]
    works = [UnfinishedWork.from_dict({**record, "training": [[two, *row[1:]], *rows]}).tables for two in (2.0, 2)]

    assert works[0] == works[1]
    assert isinstance(works[1]["training"].cells[0, 0], float)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("columns", [], "different names"),
        ("columns", [{"name": "a", "role": "input"}] * 2, "different names"),
        ("training", [["1", "2"]], r"training\[0\] must be a list of 3"),
        ("training", [[float("inf"), "", ""]], r"training\[0\] must be a list of 3"),
        ("training", [["", "", ""]] * 10_001, "at most 10,000 rows"),
        ("training", [[True, "", ""]], r"training\[0\] must be a list of 3"),
        ("training", [[10**400, "", ""]], r"training\[0\] must be a list of 3"),
        ("situation", [], "a list of one row"),
        ("complete", [1], "one number for the training and one for the test table"),
        ("complete", [5, 2], "at most the 4 rows of unfinished.training. Got 5"),
        ("complete", [3, 3], "at most the 2 rows of unfinished.test. Got 3"),
        ("validation", [2], "lines of the 2 rows of unfinished.test"),
        ("validation", [-1], "a whole number from 0"),
        ("validation", [0] * 100_000, "at most 10,000"),
        ("derived", [{}] * 1000, "at most 100"),
        ("derived", [{"name": "a", "formula": "a +", "columns": ["a"]}], "a number or a column is missing"),
        ("settings", [], "must be a dict"),
    ],
)
def test_what_is_none_is_refused(field, value, told):
    with pytest.raises(NeuralNetworkError, match=told):
        UnfinishedWork.from_dict({**unfinished_work().to_dict(), field: value})


@pytest.mark.parametrize("settings", [{"nonsense": 1}, {"seed": -1}, {"seed": "<b>"}, {"learning_rate": None}])
def test_a_setting_that_the_page_does_not_have_is_refused(settings):
    record = {
        **gallery()[0].to_dict(),
        "version": 3,
        "unfinished": {**unfinished_work().to_dict(), "settings": settings},
    }

    with pytest.raises(DocumentError):
        entry_of(Document.from_dict(record), 1)
