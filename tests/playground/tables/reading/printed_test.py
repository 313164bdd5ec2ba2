"""Tables as programs print them, and as they are written for print, are cut into the cells that a reader sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.tables import read_text
from playground.tables.reading.printed import columns_of_spaces

LATEX = r"""\begin{table}
\begin{tabular}{l|cc} \hline
size (cm) & A \& B & fits \\ \hline
1.5 & 2 & yes \\[2pt]
2.5 & 50\% & no \\
\bottomrule
\end{tabular}
\end{table}"""
DRAWN = "┌─────┬───┐\n│ x   │ y │\n├─────┼───┤\n│ 1.5 │ 0 │\n│ 2   │ 1 │\n└─────┴───┘\n"
SIMPLE = "=====  ===\nx      y\n=====  ===\n1.5    0\n2      1\n=====  ===\n"
JIRA = "||x||y||\n|1.5|0|\n|2|1|\n"
PRINTED = "name          age  height\nAnn Lee        31    1.72\nBob                  1.80\nKim de Vries    9    1.30"


def test_latex_is_read_without_its_commands():
    reading = read_text(LATEX)

    assert reading.names == ("size (cm)", "A & B", "fits")
    assert [row[0] for row in reading.rows] == [1.5, 2.5]
    assert [row[2] for row in reading.rows] == ["yes", "no"]


def test_a_comment_in_latex_is_no_cell():
    text = "x & y % note & more\n\\\\ % y \\\\\n1 & 50\\% \\\\% & 3\n% 4 & 5 \\\\\n2 & 60\\% \\\\ % the last\n"

    reading = read_text(text, header=True)

    assert (reading.names, [row[0] for row in reading.rows]) == (("x", "y"), [1, 2])
    assert reading.kinds == ("number", "number")


@pytest.mark.parametrize(
    "two", ["$2$", r"\textbf{2}", r"\textit{2}", r"\num{2}", r"\textbf{$2$}", r"\textbf{\num{2}}", r"$\num{2}$"]
)
def test_what_latex_writes_around_a_whole_cell_is_left_out(two):
    reading = read_text(rf"""\begin{{tabular}}{{@{{}}ll@{{}}}}
$x_1$ & \textbf{{y}} \\ \midrule
{two} & \textbf{{a}} \& \textbf{{b}} \\
$-3.5$ & \$5 and \$6 \\
\end{{tabular}}""")

    assert reading.names == ("x_1", "y")
    assert reading.rows == ((2, r"\textbf{a} & \textbf{b}"), (-3.5, "$5 and $6"))


@pytest.mark.parametrize("text", [DRAWN, SIMPLE, JIRA], ids=["drawn lines", "reStructuredText", "Jira"])
def test_lines_around_the_cells_are_left_out(text):
    reading = read_text(text)

    assert (reading.names, reading.rows) == (("x", "y"), ((1.5, 0), (2, 1)))


def test_columns_that_are_printed_below_one_another_keep_words_of_several_parts_and_gaps():
    reading = read_text(PRINTED)

    assert reading.names == ("name", "age", "height")
    assert reading.rows == (("Ann Lee", 31, 1.72), ("Bob", None, 1.8), ("Kim de Vries", 9, 1.3))
    assert reading.problems[0].sentence.startswith("Row 2, column age: the cell is empty.")


def test_what_is_said_of_such_a_table_leaves_its_columns():
    assert read_text(PRINTED, separator="\t", header=True).names == ("name", "age", "height")
    assert read_text(PRINTED, separator="", header=True).names == ("name age height",)


@pytest.mark.parametrize(
    "text",
    [
        "1 2 3\n4 5 6",
        "1  2\n10 20",
        "a, b\n1,  2\n3,  4",
        "\\\\server\\a & b,1\nc,2",
        "a  b",
        "<low>,1\n3,<high>",
        "<x> 1 <y>",
        "a & b,50% \\\\\\% c\n1,2",
    ],
)
def test_other_texts_are_read_as_they_were(text):
    assert read_text(text) == read_text(text, separator=read_text(text).separator)
    assert "\t" not in read_text(text).separator


@pytest.mark.parametrize(
    "text",
    [
        "<table>\n<tr><td>1</td></tr>\n</table>\n",
        "<?xml version='1.0'?><rows><row x='1'/></rows>",
        "<!DOCTYPE html><p>1<br>",
        "<row x='1'/>",
    ],
)
def test_html_and_xml_are_refused_in_a_sentence(text):
    reading = read_text(text)

    assert reading.rows == ()
    assert [problem.sentence for problem in reading.problems] == [
        "The text is HTML or XML. Copy the table as a browser shows it."
    ]


CELL = st.from_regex("[a-z]{1,8}", fullmatch=True)


@given(
    st.integers(2, 4).flatmap(
        lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=2, max_size=6)
    )
)
def test_what_is_printed_three_spaces_apart_comes_back_cell_by_cell(rows):
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["   ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]

    found = columns_of_spaces("\n".join(lines))

    assert found is not None
    assert [line.split("\t") for line in found.split("\n")] == rows


def test_cells_that_stand_two_spaces_apart_need_not_stand_below_one_another():
    reading = read_text("Sepal Length  Sepal Width  Species\n5.1  3.5  Iris setosa\n7.0  3.2  Iris versicolor")

    assert reading.names == ("Sepal Length", "Sepal Width", "Species")
    assert reading.rows == ((5.1, 3.5, "Iris setosa"), (7, 3.2, "Iris versicolor"))
