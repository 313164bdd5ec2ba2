"""Whatever text or file comes in: it is read or refused in sentences, soon, and nothing of it vanishes without a word."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.tables import Reading, read_file, read_text

SIGNS = list("0123456789..,,;;\t\t||  \n\n\n\r\"'-+eE%€?/=<>*_#:ax\u00a0\u2212\u200b\ufeff\x00\x0b\u2028ßΩ")
PIECES = [
    *SIGNS,
    "NA",
    "1,5",
    "1.500",
    "1 000",
    "50%",
    "nan",
    "inf",
    "|---|",
    "sep=;",
    "true",
    '""',
    "1e999",
    "<b>",
    "\r\n",
    *("->", "=>", "x: 1\n", "y: ", "- ", "# ", "[[1,2]", "c(1,2)", "x = ", "(", ")", "{", "}", "'a'", "...", "│", "┆"),
    *("$ ls a\n", ">>> ", "import a\n", "@relation x\n", "@data\n", "```\n", "[1] ", "[1,] ", "1. ", "2) ", "Total"),
    *("\\begin{array}", "&", "\\\\", "，", "\u3000", "×10^3", "½", "1,00,000", "(5)"),
]
SECONDS = 5
"""A hundred times what any of them takes: only what never ends is found."""


def is_told(reading):
    return reading.rows or reading.problems


@settings(max_examples=300)
@given(st.text(st.sampled_from(SIGNS), max_size=200))
def test_any_text_is_read_or_refused(text):
    reading = read_text(text)

    assert isinstance(reading, Reading)
    assert is_told(reading)
    assert len(set(reading.names)) == len(reading.names) == len(reading.kinds)
    assert all(len(row) == len(reading.names) for row in reading.rows)


@pytest.mark.parametrize("seed", range(20))
def test_two_thousand_texts_are_read_or_refused(seed):
    draw = random.Random(seed)
    for _ in range(100):
        text = "".join(draw.choices(PIECES, k=draw.randrange(120)))

        reading = read_text(text)

        assert is_told(reading), text
        for question in reading.questions:
            assert 0 <= question.guess < len(question.choices)
            for choice in question.choices:
                read_text(text, **choice.arguments)


def seen_in(reading, mark):
    told = " ".join([problem.sentence for problem in reading.problems] + [problem.text for problem in reading.problems])
    return (
        any(mark in str(value) for row in reading.rows for value in row)
        or mark in "\n".join(reading.names)
        or mark in told
    )


@settings(max_examples=200)
@given(
    st.lists(st.lists(st.sampled_from(["", "1", "2,5", "x", "NA", "w7q"]), min_size=1, max_size=6), max_size=8),
    st.sampled_from("\t;,|"),
    st.integers(0, 100),
)
def test_no_cell_vanishes_without_a_word(rows, separator, place):
    # A word that stands nowhere else is put into some cell: it is in the table, or somebody is told of it.
    rows = [*rows, ["1", "w7q"]]
    row = rows[place % len(rows)]
    row[place % len(row)] = "mark"
    text = "\n".join(separator.join(cells) for cells in rows)

    reading = read_text(text)

    assert seen_in(reading, "mark")


@pytest.mark.parametrize(
    "text",
    [
        "1," * 1_000_000,
        "1\n" * 1_000_000,
        '"' * 1_000_000,
        '"' + "a" * 1_000_000,
        "a" * 1_000_000,
        "1" * 130_000,
        "1,1" * 300_000,
        " " * 1_000_000 + "1",
        "|" * 1_000_000,
        "=" * 1_000_000,
        ("x" * 300 + ",") * 3_000,
        "\n" * 1_000_000,
        "1 " * 1_000_000,
        "sep=;" * 100_000,
        "1,2\n" * 9_999 + "," * 1_000_000,
        "a & b \\\\ " + "\\\\[" * 100_000,
        "a & b \\\\\n" + "\\cline{" * 100_000,
        "a & b \\\\\n" + "\\cmidrule(" * 100_000,
        "a & b \\\\\n" + "\\textbf{" * 100_000,
        "a & b \\\\\n" + "\\" * 1_000_000 + "%",
        " " * 200_000 + "[1,2]!",
        "array" + " " * 200_000 + "[1,2]!",
        "[[" + '"\\' * 200_000,
        "a\n+1" + "." * 90_000 + "!\n",
        "[[1,2],[3,4]]\n" * 70_000,
        "x=[[1,2]]\n" * 70_000,
        "import a\n" + "x=[[\n" * 100_000,
        "c(" * 300_000,
        "x=" * 200_000 + "[1]",
        "([1 " * 100_000,
        "read.table(" + "a(" * 100_000,
        "read.table(" + "header=" * 100_000,
        "0 0; " * 100_000,
        "[1,2],(" + "\\'" * 300_000,
        "insert into a (" + "b," * 300_000,
        "[[1,2],[3,4]].T" + ".T" * 300_000,
        "x: 1, " * 200_000 + "\nx: 1",
        "x: " + "1 " * 400_000 + "\nt: 1",
        "x" + " " * 400_000 + "!\nx: 1\n",
        "0 0 -> 1\n" * 100_000,
        "# a\n" * 200_000 + "1 2\n3 4",
        "- " * 400_000,
        "[1] " * 200_000,
        "x\nt\n" + "." * 5_000 + "x",
        "read.csv(" + "header=aaaa(" * 100_000,
        "insert into a" + " " * 100_000 + "(1)",
        "x: 1" + " " * 99_000 + "!\nx: 1",
        "class " + "a" * 100_000 + "(1)",
        "<tf." + "a" * 100_000 + "(1)",
        "a" * 10_000_001,
    ],
    ids=lambda text: f"{text[:5]!r}…{text[-3:]!r}",
)
def test_a_monster_is_read_or_refused_soon(text):
    started = time.process_time()

    reading = read_text(text)

    assert is_told(reading)
    assert all(len(problem.sentence) < 1_000 for problem in reading.problems)
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize(
    "beginning",
    [
        "",
        "x\n",
        "x: 1, ",
        "[[1",
        "read.csv(",
        "insert into a ",
        "class a",
        "import a\nx = ",
        "x = c(",
        "```\n",
        "@data\n",
    ],
)
def test_what_comes_again_and_again_and_ends_otherwise_is_read_or_refused_soon(beginning):
    # A pattern that can take such a text in several ways tries them all: twice as many for each piece more.
    started = time.process_time()

    for piece in [*PIECES, "header=aaaa(", "x=a, ", "a.", "a(", "<a>", "---", "\\a{"]:
        assert is_told(read_text(beginning + piece * 60 + "!"))

    assert time.process_time() - started < SECONDS


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    assert is_told(read_file(data, "<b>table</b>.csv"))


def test_a_program_is_no_table():
    program = next(Path("/bin").resolve().glob("*sh"), None)
    data = program.read_bytes()[:100_000] if program else b"\x7fELF\0\0"

    reading = read_file(data, "sh")

    assert reading.rows == ()
