"""Classes are called as their table names them, and a name goes with its class wherever the dataset goes."""

import copy
import json
from dataclasses import replace

import pytest

from nncore import Dataset
from nncore.errors import TableError

ANSWERS = Dataset([[0.0], [1.0]], [[0.0], [1.0]], class_names=["no", "yes"])
IRIS = Dataset([[1.4], [4.7], [6.0]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]], target_names=["setosa", "versicolor", "other"])


def test_classes_without_names_are_called_by_their_target_or_their_column():
    assert Dataset([[0.0]], [[-1.0]]).called_classes == ("−1", "1")
    assert Dataset([[0.0]], [[0.5]]).called_classes is None
    assert IRIS.called_classes == ("setosa", "versicolor", "other")
    assert replace(IRIS, class_names=("A", "B", "C")).called_classes == ("A", "B", "C")


def test_names_make_another_dataset_and_come_back_from_its_dict():
    again = Dataset.from_dict(json.loads(json.dumps(ANSWERS.to_dict())))

    assert again == ANSWERS == copy.deepcopy(ANSWERS)
    assert again.class_names == ("no", "yes")
    assert replace(ANSWERS, class_names=None) != ANSWERS


def test_without_names_the_dict_is_one_that_older_programs_read():
    assert "class_names" not in IRIS.to_dict()


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["no"], "one name per class, 2 in all. Got 1"),
        (["no", "no"], "must differ"),
        (["no", " "], "none of them empty"),
        ("no", "must be a list of names"),
        (7, "must be a list of names"),
    ],
)
def test_names_that_do_not_fit_are_refused(names, words):
    with pytest.raises(TableError, match=words):
        replace(ANSWERS, class_names=names)


def test_numbers_that_are_no_classes_have_no_class_names():
    with pytest.raises(TableError, match="class_names must be left out"):
        Dataset([[0.0]], [[0.5]], class_names=["no", "yes"])
