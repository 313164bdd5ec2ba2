import copy
import math
import pickle

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nncore.errors import FormulaError, TableError
from nncore.formulas import Formula

NAMES = ("x", "input 1", "sepal length (cm)", "x₁")


def value(text, *numbers, names=NAMES):
    row = numbers or (2.0, 3.0, 4.0, 5.0)
    return Formula.parse(text, names).values([row], names).item()


def refusal(text, names=NAMES):
    with pytest.raises(FormulaError) as refused:
        Formula.parse(text, names)
    return refused.value


def read_or_refused(text, names=NAMES):
    try:
        return Formula.parse(text, names), None
    except FormulaError as refused:
        return None, refused


# --- what is typed is what is computed -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 + 3 * 4", 14.0),
        ("2 − 3 − 4", -5.0),
        ("24 ÷ 4 / 2", 3.0),
        ("2·3×4", 24.0),
        ("-x^2", -4.0),
        ("(-x)^2", 4.0),
        ("2^3^2", 512.0),
        ("2**-1", 0.5),
        ("x² + x³", 12.0),
        ("x⁻²", 0.25),
        ("x¹⁰", 1024.0),
        ("--x", 2.0),
        ("x - -1", 3.0),
        ("x·−3", -6.0),
        ("+x", 2.0),
        ("1.5e1 + .5 + 2.", 17.5),
        ("min(x, 1, 7) + max(x, 1)", 3.0),
        ("abs(-3) + sign(-7) + floor(2.9) + ceil(2.1)", 3 - 1 + 2 + 3),
        ("√(16) + sqrt(9)", 7.0),
        ("ln(e) + log(e) + log10(100) + log2(8)", 1 + 1 + 2 + 3),
        ("cos(pi) + sin(π / 2)", 0.0),
        ("SIN(0) + Cos(0)", 1.0),
        ("asin(1) + acos(1) + 4·atan(1)", 1.5 * math.pi),
        ("exp(0) + sinh(0) + cosh(0) + tanh(0) + tan(0)", 2.0),
        ("x > 1", 1.0),
        ("x<2", 0.0),
        ("x ≥ 2", 1.0),
        ("x <= 1 + 1", 1.0),
        ("(x > 1) · (input 1 > 3)", 0.0),
        ("input 1 * 2", 6.0),
        ("[input 1]*[ x ]", 6.0),
        ("[sepal length (cm)] - x₁", -1.0),
        ("  x\n+\u00a01 ", 3.0),
    ],
)
def test_a_formula_is_computed_as_it_is_read_aloud(text, expected):
    assert value(text) == pytest.approx(expected, abs=1e-12)


def test_the_longest_name_is_meant_where_one_begins_like_another():
    names = ("input", "input 1", "input 10")

    assert value("input 10 - input 1", 1.0, 20.0, 300.0, names=names) == 280.0
    assert value("input + 1", 1.0, 20.0, 300.0, names=names) == 2.0


def test_a_column_is_meant_before_a_function_or_a_constant_of_the_same_name():
    names = ("sin", "e", "exp x")

    assert value("sin + e + exp x", 1.0, 10.0, 100.0, names=names) == 111.0
    assert value("sin(sin) + [sin]", 0.0, 10.0, 100.0, names=names) == 0.0


def test_a_raised_digit_in_a_name_needs_brackets_because_it_is_an_exponent():
    names = ("x", "x²")

    assert value("x²", 3.0, 100.0, names=names) == 9.0
    assert value("[x²]", 3.0, 100.0, names=names) == 100.0


def test_a_capital_e_is_no_number():
    assert str(refusal("E · x")).startswith('"E" is neither a column nor a function.')


def test_a_formula_without_columns_has_the_same_value_in_every_row():
    assert Formula.parse("2 · 3", ["x"]).values([[1.0], [5.0]], ["x"]).tolist() == [6.0, 6.0]


def test_the_values_are_a_new_array():
    table = np.array([[1.0], [2.0]])

    Formula.parse("x", ["x"]).values(table, ["x"])[0] = 7.0

    assert table.tolist() == [[1.0], [2.0]]


# --- against Python's own evaluation ---------------------------------------------------------------------------------


NUMBERS = st.integers(0, 30).map(lambda number: (str(number / 4), str(number / 4)))
LEAVES = NUMBERS | st.sampled_from(
    [("x", "x"), ("input 1", "y"), ("[sepal length (cm)]", "z"), ("pi", "math.pi"), ("e", "math.e")]
)


SIGNS = [("+", "+"), ("-", "-"), ("−", "-"), ("*", "*"), ("·", "*"), ("×", "*"), ("/", "/"), ("÷", "/")]
FUNCTIONS = [
    *((name, f"math.{name}") for name in ("sin", "cos", "tan", "atan", "exp", "sqrt", "log", "log10", "tanh", "floor")),
    ("ln", "math.log"),
    ("abs", "abs"),
    ("-", "-"),
]
POWERS = [("²", "**2.0"), ("^3", "**3.0"), ("^-1", "**-1.0")]


def _in_brackets(sides, signs):
    (left, python_left), (right, python_right) = sides
    return f"({left}){signs[0]}({right})", f"(({python_left}){signs[1]}({python_right}))"


def _bare(sides, signs):
    (left, python_left), (right, python_right) = sides
    return f"{left} {signs[0]} {right}", f"({python_left} {signs[1]} {python_right})"


def _called(part, names):
    return f"{names[0]}({part[0]})", f"({names[1]}({part[1]}))"


def _raised(part, powers):
    return f"({part[0]}){powers[0]}", f"(({part[1]}){powers[1]})"


TEXTS = st.recursive(
    LEAVES,
    lambda parts: (
        st.builds(_in_brackets, st.tuples(parts, parts), st.sampled_from(SIGNS))
        | st.builds(_called, parts, st.sampled_from(FUNCTIONS))
        | st.builds(_raised, parts, st.sampled_from(POWERS))
    ),
    max_leaves=8,
) | st.builds(_bare, st.tuples(LEAVES, LEAVES), st.sampled_from(SIGNS))


@settings(max_examples=120)
@given(TEXTS, st.lists(st.integers(-12, 12).map(lambda number: number / 4), min_size=3, max_size=3))
def test_a_formula_is_computed_as_python_computes_it(texts, numbers):
    text, python_text = texts
    names = ("x", "input 1", "sepal length (cm)")
    assume(len(text) <= 400)
    try:
        expected = eval(python_text, {"math": math}, dict(zip("xyz", numbers, strict=True)))
        assert math.isfinite(expected)
    except (ArithmeticError, ValueError, AssertionError):
        with pytest.raises(FormulaError):
            value(text, *numbers, names=names)
        return

    assert value(text, *numbers, names=names) == pytest.approx(expected, rel=1e-9, abs=1e-9)


@settings(max_examples=120)
@given(TEXTS)
def test_a_written_formula_is_read_as_the_same_formula(texts):
    names = ("x", "input 1", "sepal length (cm)")
    assume(len(texts[0]) <= 400)

    formula = Formula.parse(texts[0], names)

    assert Formula.parse(formula.text, names) == formula


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("x-(x-x)", "x − (x − x)"),
        ("(x-x)-x", "x − x − x"),
        ("x/(x*x)", "x / (x · x)"),
        ("(x*x)/x", "x · x / x"),
        ("-(x*x)", "−(x · x)"),
        ("-x*x", "−x · x"),
        ("(-x)^2", "(−x)²"),
        ("-x^2", "−x²"),
        ("(x^2)^3", "(x²)³"),
        ("x^(2+x)", "x^(2 + x)"),
        ("x^-x", "x^−x"),
        ("x^0.5", "x^0.5"),
        ("(x>1)+1", "(x > 1) + 1"),
        ("min( x,(x) )", "min(x, x)"),
        ("1e22*x", "1e+22 · x"),
        ("[x]", "x"),
        ("[sepal length (cm)]", "[sepal length (cm)]"),
    ],
)
def test_a_formula_is_written_with_no_bracket_too_many(typed, written):
    formula = Formula.parse(typed, NAMES)

    assert formula.text == written
    assert Formula.parse(written, NAMES) == formula


@given(st.lists(st.text(min_size=1, max_size=8).filter(str.strip), min_size=2, max_size=4, unique=True))
def test_any_two_names_can_be_written_and_read(names):
    formula = Formula.parse("a / b", ["a", "b"]).renamed({"a": names[0], "b": names[1]})

    assert Formula.parse(formula.text, names) == formula
    assert formula.columns == (names[0], names[1])


# --- what cannot be read is refused in one sentence that points at the place -----------------------------------------


@pytest.mark.parametrize(
    ("text", "sentence", "place"),
    [
        ("3 ·", 'After "3 ·" a number or a column is missing.', (3, 3)),
        ("* x", 'Before "*" a number or a column is missing.', (0, 1)),
        ("x + )", 'After "x +" a number or a column is missing.', (4, 5)),
        ("2x", 'Between "2" and "x" a sign such as + or · is missing.', (1, 2)),
        ("x [input 1]", 'Between "x" and "[input 1]" a sign such as + or · is missing.', (2, 11)),
        ("1 000", 'Between "1" and "000" a sign such as + or · is missing.', (2, 5)),
        ("sin(x", 'After "sin(x" the bracket ")" is missing.', (5, 5)),
        ("x)", 'The bracket ")" after "x" has no "(" before it.', (1, 2)),
        ("sin x", "sin needs brackets round what it is taken of, as in sin(2).", (4, 5)),
        ("sin(x, x)", "sin takes one number. Got 2.", (0, 3)),
        ("max(x)", "max takes two numbers or more, with commas between. Got 1.", (0, 3)),
        ("1,5", "A comma stands only between the numbers of a function. Decimals are written 1.5.", (1, 2)),
        ("x = 2", '"=" has no meaning in a formula. To compare two sides write > or <.', (2, 3)),
        ("|x|", '"|" has no meaning in a formula. For the size of a number write abs(…).', (0, 1)),
        ("x.real", '"." has no meaning in a formula.', (1, 2)),
        ("1 < x < 3", "Two sides can be compared, not three. Put one comparison in brackets.", (6, 7)),
        ("[x", '"[x" has no "]" at its end.', (0, 2)),
        ("1e999", '"1e999" is too large for a number here.', (0, 5)),
        ("x + 1e-999", '"1e-999" is too close to 0 for a number here. Write 0.', (4, 10)),
        ("x" + "²" * 400, '"²²²²²²²²²²²²²²²²²²²²²²²²²²²²²²²²²²²²²²²…" is too large for a number here.', (1, 401)),
        ("(" * 60, "A formula has at most 40 brackets and signs inside each other.", (40, 41)),
        ("-" * 60 + "x", "A formula has at most 40 brackets and signs inside each other.", (40, 41)),
        ("1" + "^1" * 60, "A formula has at most 40 brackets and signs inside each other.", (80, 81)),
    ],
)
def test_a_refusal_points_at_the_place(text, sentence, place):
    refused = refusal(text)

    assert str(refused) == sentence
    assert refused.place == place


def test_an_unknown_name_is_refused_with_the_nearest_one_and_all_there_are():
    assert str(refusal("inptu 1 + 1", ("input", "y"))) == (
        '"inptu" is neither a column nor a function. Did you mean input? The columns are: input, y.'
    )
    assert str(refusal("sepal length", ("sepal length (cm)",))) == (
        '"sepal" is neither a column nor a function. Did you mean [sepal length (cm)]? '
        "The columns are: [sepal length (cm)]."
    )


def test_only_as_many_columns_are_listed_as_one_reads():
    assert str(refusal("q", tuple(f"x{number}" for number in range(30)))).endswith("x6, x7 and 22 more.")


def test_an_empty_formula_is_answered_with_an_example():
    assert str(refusal("  ")) == "The formula is empty. Write one such as x²."


@pytest.mark.parametrize("text", [None, 3, b"x", ["x"]])
def test_what_is_no_text_is_no_formula(text):
    assert str(refusal(text)).startswith("A formula must be a text.")


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')",
        "().__class__.__bases__[0].__subclasses__()",
        "x.__class__",
        "lambda: 1",
        "[x for x in (1,)]",
        "{x: 1}",
        "f'{x}'",
        "exec('1')",
        "x if x else 1",
        "x := 1",
        "x; x",
        "x or x",
        "'a' * 9",
        "0x10",
        "1_000",
        "1j",
        "<script>alert(1)</script>",
        "=HYPERLINK(1)",
        "x\x00",
        "x\u202e1",
        "٣ + ๔",
        "x" * 10_000,
        "(" * 499,
        "x" + "+x" * 240,
        "sin(" * 120,
        "min(" + "1," * 240 + ")",
        "x" + "² " * 200,
        "[" * 400,
        "9" * 400,
        "1e" + "9" * 400,
        "\ud800",
    ],
)
def test_hostile_texts_are_refused_in_one_short_sentence(text):
    sentence = str(refusal(text))

    assert "\n" not in sentence
    assert len(sentence) < 300


@settings(max_examples=500)
@given(st.text(alphabet="x1²⁻.e+-*/^(),<>=[]√ sinmaπ_\u00a0\u202e", max_size=40) | st.text(max_size=40))
def test_any_text_is_a_formula_or_one_sentence(text):
    formula, refused = read_or_refused(text)

    if formula is not None:
        assert Formula.parse(formula.text, NAMES) == formula
    else:
        assert str(refused).endswith((".", "?"))
        assert "\n" not in str(refused)
        assert refused.place is None or 0 <= refused.place[0] <= refused.place[1] <= len(text)


def test_the_largest_formula_can_be_copied_kept_and_compared():
    formula = Formula.parse("x" + "+x" * 100, NAMES)

    assert pickle.loads(pickle.dumps(formula)) == copy.deepcopy(formula) == formula
    assert hash(formula) == hash(Formula.parse(formula.text, NAMES))
    assert formula.values([[2.0, 0.0, 0.0, 0.0]], NAMES).item() == 202.0


def test_one_operation_more_than_the_most_is_refused():
    assert str(refusal("x" + "+x" * 101)) == "A formula has at most 100 signs and functions."


# --- rows without a value are named ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1/x", "1 / x has no value in row 2: what one divides by must not be 0. Change the formula, or the row."),
        ("1 + ln(x)", "ln(x) has no value in rows 2 and 3: ln takes numbers above 0. Change the formula, or the rows."),
        ("√(x)", "sqrt(x) has no value in row 3: sqrt takes numbers of at least 0. Change the formula, or the row."),
        ("x^-1", "x^−1 has no value in row 2: "),
        ("x^0.5", "x^0.5 has no value in row 3: a negative number has only whole powers, and 0 has no negative ones."),
        ("asin(x)", "asin(x) has no value in row 1: asin takes numbers from −1 to 1."),
        ("exp(1000·x)", "exp(1000 · x) has no value in row 1: the result is too large for a number here."),
        ("9^9^9^9", "9^9⁹ has no value in any row: the result is too large for a number here. Change the formula."),
        ("1/0", "1 / 0 has no value in any row: what one divides by must not be 0. Change the formula."),
    ],
)
def test_the_rows_without_a_value_are_named(text, sentence):
    with pytest.raises(FormulaError) as refused:
        Formula.parse(text, ["x"]).values([[2.0], [0.0], [-1.0]], ["x"])

    assert str(refused.value).startswith(sentence)


def test_rows_are_called_as_the_caller_calls_them():
    with pytest.raises(FormulaError, match=r"in rows 7 and 9:") as refused:
        Formula.parse("1/x", ["x"]).values([[0.0], [1.0], [0.0]], ["x"], row_numbers=[7, 8, 9])

    assert refused.value.rows == (0, 2)


def test_every_row_is_kept_though_a_sentence_names_only_some():
    table = np.arange(100.0)[:, None] % 2

    with pytest.raises(FormulaError, match=r"rows 1, 3, 5, 7, 9, 11, 13, 15 and 42 more:") as refused:
        Formula.parse("1/x", ["x"]).values(table, ["x"])

    assert refused.value.rows == tuple(range(0, 100, 2))


def test_a_formula_refuses_a_table_that_lacks_its_column():
    formula = Formula.parse("x + y", ["x", "y"])

    with pytest.raises(FormulaError, match=r'^"y" is neither a column nor a function'):
        formula.values([[1.0]], ["x"])
    with pytest.raises(TableError, match=r"^table has 1 columns but there are 2 names\.$"):
        formula.values([[1.0]], ["x", "y"])


def test_an_explosion_in_a_part_that_is_thrown_away_is_still_refused():
    with pytest.raises(FormulaError, match="too large"):
        value("min(1, exp(1000))")
