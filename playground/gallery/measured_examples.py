"""Examples whose tables were measured, counted or made up by people: the files of `tables`."""

from __future__ import annotations

from importlib.resources import files

from playground.gallery.example import Example, Table
from playground.tables.pasted_table import PastedTable, pasted_table
from playground.tables.reading.read_text import read_text
from playground.tables.table_dataset import read_dataset

SPECIES = {
    "output_activation": "softmax",
    "loss": "categorical_cross_entropy",
    "input_scaling": "standard",
    "learning_rate": 0.5,
}
AMOUNTS = {
    "output_activation": "linear",
    "loss": "mean_squared_error",
    "input_scaling": "standard",
    "target_scaling": "standard",
    "learning_rate": 0.1,
}


def pasted(name: str) -> PastedTable:
    """Return a file of `tables` as the page takes it, rows with gaps among it."""
    text = files(__package__).joinpath("tables", f"{name}.csv").read_text(encoding="utf-8")
    return pasted_table(read_text(text), ())


def _table(name: str) -> Table:
    table = pasted(name)
    reading = read_dataset(table.columns, [row for row in table.cells if None not in row])
    assert reading.dataset is not None, reading.problems
    return reading.columns, reading.dataset


def _example(name: str, title: str, question: str, source: str, settings: dict[str, object]) -> Example:
    return Example(title, question, source, lambda: _table(name), settings)


MEASURED_EXAMPLES = (
    _example(
        "iris",
        "Iris",
        "Which of three species is it, by four measures? Setosa is told at once, the other two overlap.",
        "R. A. Fisher, Annals of Eugenics 7, 1936; in the public domain.",
        SPECIES | {"epochs": 300},
    ),
    _example(
        "penguins",
        "Penguins",
        "Which of three species is it, by measures and words? 11 of the 344 rows have gaps and do not count: "
        "rows 4, 9, 10, 11, 12, 48, 179, 219, 257, 269 and 272.",
        "K. B. Gorman, T. D. Williams, W. R. Fraser, PLoS ONE 9(3): e90081, 2014; licence CC0 1.0.",
        SPECIES | {"epochs": 200},
    ),
    _example(
        "stackloss",
        "Stack loss",
        "How much ammonia does a plant lose, by how it is run?",
        "K. A. Brownlee, Statistical Theory and Methodology in Science and Engineering, 1965; in the public domain.",
        AMOUNTS | {"epochs": 500},
    ),
    _example(
        "longley",
        "Longley",
        "Why does one scale? These six figures are of very different size: without scaling the weights run away.",
        "J. W. Longley, Journal of the American Statistical Association 62, 1967; in the public domain.",
        AMOUNTS | {"epochs": 1000},
    ),
    _example(
        "engel",
        "Engel",
        "What did Belgian households spend on food, by their income in francs? The richer, the smaller the share.",
        "E. Engel, 1857, as in R. Koenker and G. Bassett, Econometrica 50, 1982, to the centime; in the public domain.",
        AMOUNTS | {"epochs": 100},
    ),
    _example(
        "five_houses",
        "Five houses",
        "What does a house cost, by its size and its bedrooms? Five rows are enough to see what a network does.",
        "The numbers are made up for this project, under its licence.",
        AMOUNTS | {"epochs": 300},
    ),
)
