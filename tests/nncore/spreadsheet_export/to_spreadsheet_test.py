"""The workbook of a worked update: its cells compute the numbers again."""

import math
import re
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import numpy as np
import pytest
from hypothesis import given

import nncore
from nncore.explanation.arithmetic import parsed
from nncore.formulas.operations import CONSTANTS, FUNCTIONS
from nncore.spreadsheet_export import to_spreadsheet
from nncore.spreadsheet_export.cell_formula import cell_formula
from nncore.spreadsheet_export.workbook import Formula, workbook
from nncore.textbook_examples import mazur

from ..explanation.random_updates import updates_of_runs

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# What the functions of a spreadsheet compute, in Python.
FUNCTIONS_OF_A_SHEET = {
    **{
        name: getattr(np, name.lower())
        for name in ("SIN", "COS", "TAN", "SINH", "COSH", "TANH", "EXP", "LOG10", "SQRT")
    },
    "ASIN": np.arcsin,
    "ACOS": np.arccos,
    "ATAN": np.arctan,
    "LN": np.log,
    "ABS": np.abs,
    "SIGN": np.sign,
    "INT": np.floor,
    "MIN": lambda *numbers: min(numbers),
    "MAX": lambda *numbers: max(numbers),
    "LOG": lambda number, base: np.log(number) / np.log(base),
    "SUM": sum,
    "SUMSQ": lambda numbers: sum(number**2 for number in numbers),
    "PI": lambda: math.pi,
    "IF": lambda condition, one, other: one if condition else other,
}


def cells_of(data):
    """Return what stands in each cell of a workbook: (text of the formula or None, value)."""
    sheet = ElementTree.fromstring(ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml"))
    found = {}
    for cell in sheet.iter(f"{SHEET}c"):
        formula, value = cell.find(f"{SHEET}f"), cell.find(f"{SHEET}v")
        text = "".join(cell.itertext()) if value is None else value.text
        found[cell.get("r")] = (None if formula is None else formula.text, text)
    return found


def computed(formula, cells):
    """Return what a spreadsheet computes: its formulas are read as Python's, with their own signs and functions."""
    code = re.sub(r"\bB(\d+):B(\d+)\b", r"[cell(f'B{row}') for row in range(\1, \2 + 1)]", formula)
    code = re.sub(r"\b([A-Z]\d+)\b", r'cell("\1")', code).replace("^", "**")
    names = {**FUNCTIONS_OF_A_SHEET, "cell": lambda place: np.float64(cells[place][1])}
    with np.errstate(all="ignore"):
        return float(eval(code, names))


@given(updates_of_runs())
def test_every_cell_computes_the_number_of_its_line(drawn):
    step = drawn.worked()
    cells = cells_of(to_spreadsheet(step))
    places = {text: place for place, (_, text) in cells.items() if place.startswith("A")}

    for line in step.lines:
        formula, value = cells[f"B{places[line.name][1:]}"]
        size = max([1.0, abs(line.value), *(abs(number) for _, number in line.terms)])
        assert float(value) == line.value
        assert computed(formula, cells) == pytest.approx(line.value, abs=1e-12 * size)
    for line in step.given:
        assert cells[f"B{places[line.name][1:]}"] == (None, repr(line.value))


def test_a_changed_weight_would_change_what_comes_of_it():
    step = nncore.explain(mazur(), epoch=0, sample=0, parameter=0)
    cells = cells_of(to_spreadsheet(step))
    places = {text: f"B{place[1:]}" for place, (_, text) in cells.items() if place.startswith("A")}

    formula, _ = cells[places["∂L/∂a of hidden 1"]]
    terms = [places["∂L/∂z of o1"], places["hidden 1 → o1"], places["∂L/∂z of o2"], places["hidden 1 → o2"]]
    assert formula == "({}*{})+({}*{})".format(*terms)


def test_an_update_of_thousands_of_rows_fits_into_the_cells_of_a_sheet():
    random = np.random.RandomState(0)
    table = nncore.Dataset(random.random_sample((3_000, 2)), random.randint(0, 2, (3_000, 1)))
    shape = nncore.Architecture((2, 300, 1), ("tanh", "sigmoid"))
    experiment = nncore.Experiment(table, shape, loss="half_squared_error", optimizer=nncore.SGD(0.1), epochs=1,
                                   clip_norm=1.0)  # fmt: skip

    step = nncore.explain(experiment, epoch=0, sample=3, parameter=1)
    cells = cells_of(to_spreadsheet(step))

    places = {text: f"B{place[1:]}" for place, (_, text) in cells.items() if place.startswith("A")}
    assert max(len(formula or text) for formula, text in cells.values()) <= 32_767
    for name in ("L", "∂L/∂w", "length of the gradient"):
        formula, value = cells[places[name]]
        assert len(formula) < 8_192
        assert computed(formula, cells) == pytest.approx(float(value), rel=1e-12)


def test_a_formula_too_long_for_a_cell_leaves_its_value():
    assert cells_of(workbook([[Formula("+".join(["B1"] * 3_000), 2.5)]], widths=[10.0]))["A1"] == (None, "2.5")


def test_the_file_is_a_zip_of_well_formed_xml_that_names_its_parts():
    archive = ZipFile(BytesIO(to_spreadsheet(nncore.explain(mazur(), epoch=0, parameter=0))))

    assert archive.testzip() is None
    for name in archive.namelist():
        ElementTree.fromstring(archive.read(name))
    types = archive.read("[Content_Types].xml").decode()
    parts = {f"/{name}" for name in archive.namelist() if name.startswith("xl/") and not name.endswith(".rels")}
    assert parts == set(re.findall(r'PartName="([^"]+)"', types))


def test_the_same_update_gives_the_same_file():
    step = nncore.explain(mazur(), epoch=0, parameter=0)

    assert to_spreadsheet(step) == to_spreadsheet(step)


def test_names_with_any_sign_stay_text():
    dataset = nncore.Dataset([[1.0]], [[2.0]], input_names=["=1+1 <&\x01"], target_names=["o"])
    experiment = nncore.Experiment(dataset, nncore.Architecture((1, 1), ("linear",)), loss="huber",
                                   optimizer=nncore.SGD(0.1), epochs=1)  # fmt: skip

    cells = cells_of(to_spreadsheet(nncore.explain(experiment, epoch=0, sample=0, parameter=0)))

    assert (None, "=1+1 <& ") in [(formula, text) for place, (formula, text) in cells.items() if place[0] == "A"]


def test_a_number_that_is_not_finite_is_an_error_of_the_sheet():
    assert cells_of(workbook([[math.inf]], widths=[10.0]))["A1"] == (None, "#NUM!")


@pytest.mark.parametrize("name", [*FUNCTIONS, *CONSTANTS])
def test_every_function_of_a_formula_is_one_of_the_sheet(name):
    kind = {**FUNCTIONS, **CONSTANTS}[name]
    columns = ["B1", "B2"][: kind.arguments]
    text = f"{name}({', '.join(columns)})" if columns else name
    cells = {"B1": (None, "0.4"), "B2": (None, "-0.7")}

    formula = cell_formula(parsed(text, tuple(columns)), {column: column for column in columns})

    expected = kind.compute(*(float(cells[column][1]) for column in columns))
    assert computed(formula, cells) == pytest.approx(float(expected), abs=1e-14)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("−x²", -9.0),
        ("2^−x", 0.125),
        ("1 − (2 − x)", 2.0),
        ("12 / (x / 2)", 8.0),
        ("(x > 2) + (x ≤ 2)", 1.0),
        ("−x^2 · 2", -18),
    ],
)
def test_signs_hold_as_firmly_as_they_are_read(text, expected):
    formula = cell_formula(parsed(text, ("x",)), {"x": "B1"})

    assert computed(formula, {"B1": (None, "3")}) == expected
