"""The tables of the gallery are those of their sources."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from sklearn.datasets import load_iris

TABLES = Path(__file__).parents[3] / "playground" / "gallery" / "tables"


def rows_of(name):
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("name", "rows", "columns", "gaps"),
    [
        ("iris", 150, 5, 0),
        ("penguins", 344, 7, 19),
        ("stackloss", 21, 4, 0),
        ("longley", 16, 7, 0),
        ("engel", 235, 2, 0),
        ("five_houses", 5, 3, 0),
    ],
)
def test_a_table_has_its_rows_its_columns_and_no_more_gaps_than_its_source(name, rows, columns, gaps):
    table = rows_of(name)

    assert len(table) == rows
    assert all(len(row) == columns and None not in row.values() for row in table)
    assert sum(cell == "" for row in table for cell in row.values()) == gaps
    assert f"`{name}.csv` | {rows} |" in (TABLES / "README.md").read_text(encoding="utf-8")


def test_iris_is_scikit_learns():
    table = rows_of("iris")

    assert [[float(cell) for cell in list(row.values())[:4]] for row in table] == load_iris().data.tolist()
    assert [row["species"] for row in table] == [load_iris().target_names[place] for place in load_iris().target]


def test_penguins_are_of_three_species():
    assert Counter(row["species"] for row in rows_of("penguins")) == {"Adelie": 152, "Chinstrap": 68, "Gentoo": 124}


def test_no_cell_of_the_gallery_has_more_digits_than_a_reader_can_take_in():
    cells = [cell for path in TABLES.glob("*.csv") for row in rows_of(path.stem) for cell in row.values()]

    assert all(len(cell.replace(".", "").lstrip("0")) <= 6 for cell in cells if cell.replace(".", "").isdigit())
