"""Tables as a school class writes them down, in the units they were measured in, with the settings a beginner has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np

import nncore

TABLES: dict[str, tuple[tuple[str, ...], str]] = {
    "hours": (
        ("studied", "slept"),
        "1 6 0|2 7 0|2.5 5 0|3.5 8 1|4 4 0|4.5 7 1|5 6 1|5.5 3 0|6 8 1|7 5 1|1.5 9 0|8 6.5 1",
    ),
    "marks": (("maths", "physics"), "1 2 1|2 1 1|2 3 1|3 2 1|4 3 0|3 5 0|5 4 0|4 6 0|6 5 0|2 2 1"),
    "points": (("test 1", "test 2"), "55 60 1|40 35 0|80 75 1|30 45 0|65 50 1|20 30 0|90 85 1|45 40 0"),
    "bodies": (("height", "weight"), "160 52 0|165 58 0|158 50 0|170 62 0|178 78 1|182 85 1|175 74 1|190 92 1"),
    "metres": (("height", "weight"), "1.60 52 0|1.65 58 0|1.58 50 0|1.70 62 0|1.78 78 1|1.82 85 1|1.75 74 1|1.90 92 1"),
    "heating": (("outside",), "-5 1|0 1|3 1|8 1|12 1|16 0|19 0|22 0|25 0|30 0"),
    "weather": (("temperature", "humidity"), "31 40 1|28 45 1|25 50 1|22 60 0|18 75 0|15 80 0|26 70 0|29 55 1"),
    "phones": (("age", "price"), "12 100 0|14 150 0|16 400 1|18 650 1|15 200 0|17 500 1|13 120 0|19 800 1"),
    "voting": (("age",), "12 0|15 0|17 0|18 1|21 1|30 1|45 1|70 1"),
    "shoes": (("size", "height"), "36 158 0|37 162 0|38 165 0|39 168 0|42 176 1|43 180 1|44 183 1|45 190 1"),
    "runs": (("minutes", "kilometres"), "20 5 1|25 5 1|30 5 0|35 5 0|40 10 1|50 10 1|60 10 0|70 10 0"),
    "flowers": (
        ("petal length", "petal width"),
        "1.4 0.2 0|1.5 0.2 0|1.3 0.4 0|4.7 1.4 1|4.5 1.5 1|4.9 1.5 1|1.7 0.3 0|5.1 1.9 1",
    ),
    "cars": (("speed", "distance"), "30 9 1|50 25 1|70 40 1|100 60 0|120 80 0|50 12 0|70 20 0|100 110 1"),
    "sugar": (("sugar", "fat"), "5 1 1|8 2 1|12 3 1|30 15 0|45 20 0|50 30 0|10 4 1|35 25 0"),
    "pocket money": (("age", "money"), "10 10 0|11 12 0|12 15 0|13 40 1|14 45 1|15 20 0|16 60 1|17 25 0"),
    "comfort": (("temperature",), "5 0|10 0|15 0|19 1|21 1|23 1|25 1|30 0|35 0|38 0"),
    "games": (("goals", "shots"), "0 3 0|1 5 0|1 9 0|2 6 1|3 8 1|3 12 1|4 7 1|0 8 0"),
    "ponds": (("acidity", "oxygen"), "4 8 0|5 9 0|6.5 8 1|7 9 1|7.5 7 1|8 8 1|9 8 0|9.5 9 0|7 3 0|7.2 2 0"),
    "buses": (("distance", "age"), "0.5 11 0|1 12 0|1.5 14 0|2 10 1|3 13 1|4 15 1|6 16 1|2.5 17 1"),
    "years": (
        ("year", "visitors"),
        "2010 120 0|2012 150 0|2014 170 0|2016 210 1|2018 260 1|2020 90 0|2022 240 1|2024 300 1",
    ),
}
"""Twenty tables: names of the inputs, and the rows, each with the class behind its inputs."""


def table_of_a_class(name: str) -> nncore.Dataset:
    """Return one of the tables."""
    names, text = TABLES[name]
    cells = np.array([[float(cell) for cell in row.split()] for row in text.split("|")])
    return nncore.Dataset(cells[:, :-1], cells[:, -1:], input_names=names)


def first_experiments() -> Iterator[tuple[str, nncore.Experiment]]:
    """Give every table with what the page has when it is pasted, and with what a beginner changes first."""
    for (name, (inputs, _)), hidden, bias in product(TABLES.items(), ((), (3,)), (False, True)):
        shape = nncore.Architecture((len(inputs), *hidden, 1), ("sigmoid",) * (len(hidden) + 1), bias)
        settings = {"loss": "half_squared_error", "reduction": "sum", "optimizer": nncore.SGD(1.0), "seed": 1}
        made = nncore.Experiment(table_of_a_class(name), shape, epochs=2_000, **settings)
        yield f"{name}, {'3 hidden neurons' if hidden else 'single neuron'}, {'bias' if bias else 'no bias'}", made


HARD = (
    "hours, single neuron, no bias",
    "hours, single neuron, bias",
    "voting, single neuron, no bias",
    "voting, 3 hidden neurons, no bias",
    "comfort, single neuron, no bias",
    "ponds, single neuron, no bias",
    "ponds, 3 hidden neurons, no bias",
)
"""Some of those of which what mends a finding by itself helps no seed, or too few."""
