"""A table in a JSON file is read as one; JSON that is none is called so, and what only looks like JSON is read as text."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.tables.reading.json_table import text_of_json
from playground.tables.reading.read_file import read_file

RECORDS = [{"size": 1.5, "fits": "yes"}, {"size": 2.25, "fits": "no"}]


@pytest.mark.parametrize(
    "record",
    [RECORDS, {"size": [1.5, 2.25], "fits": ["yes", "no"]}, [["size", "fits"], [1.5, "yes"], [2.25, "no"]]],
    ids=["records", "columns", "rows"],
)
def test_a_table_is_read_in_every_form(record):
    reading = read_file(json.dumps(record, indent=1).encode(), "sizes.json")

    assert reading.names == ("size", "fits")
    assert reading.rows == ((1.5, "yes"), (2.25, "no"))


def test_a_gap_or_a_missing_name_is_a_gap_in_its_row():
    reading = read_file(b'[{"a": 1, "b": null}, {"b": 2}, {"a": 3, "b": 4}]', "t.json")

    assert reading.names == ("a", "b")
    assert [problem.row for problem in reading.problems if problem.row] == [1, 2]


def test_truth_values_are_words():
    assert read_file(b'[{"a": true, "t": 1}, {"a": false, "t": 0}]', "t.json").rows == (("True", 1.0), ("False", 0.0))


@given(st.lists(st.lists(st.floats(-1e12, 1e12).map(lambda number: number + 0.0), min_size=2, max_size=2), min_size=1))
def test_every_number_is_read_to_the_last_bit(rows):
    reading = read_file(json.dumps([dict(zip("ab", row, strict=True)) for row in rows]).encode(), "t.json", header=True)

    assert [list(row) for row in reading.rows] == rows


@pytest.mark.parametrize("text", ["[]", "{}", '{"a": 1}', '{"a": {"b": [1]}}', "[[], 1]", '[{"a": 1}, 2]', "[1, [2]]"])
def test_json_without_a_table_is_told_in_one_sentence(text):
    if (reading := read_file(text.encode(), "x.json")) and not text.startswith("[1"):
        (problem,) = reading.problems
        assert problem.sentence.startswith('"x.json" is JSON, but not a table')
        assert not reading.rows


def test_what_stands_in_a_cell_that_is_no_value_is_named():
    (problem,) = read_file(b'[{"a": 1}, {"a": [2]}]', "x.json").problems

    assert problem.sentence == (
        '"x.json" is JSON, but not a table: in row 2, column "a", stands a list. A cell holds one number or one word.'
    )


@pytest.mark.parametrize("end", range(3, 40, 4))
def test_json_whose_end_is_missing_is_called_incomplete(end):
    (problem,) = read_file(json.dumps(RECORDS)[:end].encode(), "x.json").problems

    assert problem.sentence == '"x.json" is JSON whose end is missing. Ask for the whole file, or save it anew.'


def test_columns_of_different_lengths_are_refused():
    (problem,) = read_file(b'{"a": [1, 2], "b": [1]}', "x.json").problems

    assert problem.sentence.startswith('"x.json" is JSON with columns of different lengths')


@pytest.mark.parametrize(
    "text", ["a,b\n1,2", "{size},fits\n1,0", '{"a";"b"}\n1;0', "[a],[b]\n1,2", '"a","b"\n1,2', "1\n2"]
)
def test_what_is_no_json_is_read_as_the_text_it_is(text):
    assert text_of_json(text) is None


def test_a_formula_in_json_is_not_alive_in_what_is_kept():
    assert read_file(b'[{"a": "=1+1", "t": 0}, {"a": "x", "t": 1}]', "t.json").rows[0] == ("=1+1", 0.0)


def test_records_one_a_line_are_a_table():
    reading = read_file(b'{"size": 1.5, "fits": "yes"}\n\n{"fits": "no", "size": 2}\n', "x.jsonl")

    assert (reading.names, reading.rows) == (("size", "fits"), ((1.5, "yes"), (2, "no")))
    assert not reading.problems


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("1e400", "is too large"),
        ("-1e400", "is too large"),
        ("Infinity", "is not a finite number"),
        ("-Infinity", "is not a finite number"),
    ],
)
def test_a_number_in_json_that_is_not_finite_is_named(number, said):
    reading = read_file(f'[{{"a": {number}}}, {{"a": 2}}]'.encode(), "x.json")

    assert reading.rows == ((number,), (2,))
    assert reading.problems[0].sentence.startswith(f'Row 1, column a: "{number}" {said}.')
