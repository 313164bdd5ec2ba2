"""Tables as they are copied: with what stood around them, with names before each cell, with an arrow before the answer."""

import pytest

from playground.tables import read_text

POLARS = """shape: (2, 2)
┌─────┬─────┐
│ x   ┆ t   │
│ --- ┆ --- │
│ f64 ┆ str │
╞═════╪═════╡
│ 1.5 ┆ a   │
│ 2.0 ┆ b   │
└─────┴─────┘"""
MYSQL = """+-----+---+
| x   | t |
+-----+---+
| 1.5 | a |
|   2 | b |
+-----+---+
2 rows in set (0.00 sec)"""
XOR = ((0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0))


def told(text):
    return [problem.sentence for problem in read_text(text).problems]


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("```\nx,t\n1.5,a\n2,b\n```", "```"),
        ("```csv\nx,t\n1.5,a\n2,b\n```", "```csv"),
        ("# made by me\nx,t\n1.5,a\n# and this\n2,b", "# and this"),
        ("// made by me\nx;t\n1.5;a\n2;b", "// made by me"),
        ("% a comment\nx\tt\n1.5\ta\n2\tb", "% a comment"),
        ("$ cat data.csv\nx,t\n1.5,a\n2,b", "$ cat data.csv"),
        (POLARS, "shape: (2, 2)"),
        (MYSQL, "2 rows in set (0.00 sec)"),
        ("  x  | t \n-----+---\n 1.5 | a\n 2   | b\n(2 rows)\n", "(2 rows)"),
    ],
)
def test_a_line_that_belongs_to_no_table_is_left_out_and_said(text, left_out):
    reading = read_text(text)

    assert (reading.names, reading.rows) == (("x", "t"), ((1.5, "a"), (2, "b")))
    assert f'The line "{left_out}" is left out.' in told(text)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("- 0, 0, 0\n- 0, 1, 1\n- 1, 0, 1\n- 1, 1, 0", "-"),
        ("* 0 0 0\n* 0 1 1\n* 1 0 1\n* 1 1 0", "*"),
        ("• 0; 0; 0\n• 0; 1; 1\n• 1; 0; 1\n• 1; 1; 0", "•"),
        ("> 0,0,0\n> 0,1,1\n> 1,0,1\n> 1,1,0", ">"),
        ("1. 0 0 0\n2. 0 1 1\n3. 1 0 1\n4. 1 1 0", "1."),
        ("1) 0 0 0\n2) 0 1 1\n3) 1 0 1\n4) 1 1 0", "1)"),
        ("1: 0,0,0\n2: 0,1,1\n3: 1,0,1\n4: 1,1,0", "1:"),
        ("- [0, 0, 0]\n- [0, 1, 1]\n- [1, 0, 1]\n- [1, 1, 0]", "-"),
        (
            "     [,1] [,2] [,3]\n[1,]    0    0    0\n[2,]    0    1    1\n[3,]    1    0    1\n[4,]    1    1    0",
            "[1,]",
        ),
    ],
)
def test_what_every_line_begins_with_is_left_out_and_said(text, begins):
    assert read_text(text).rows == XOR
    assert f'The "{begins}" with which the lines begin is left out.' in told(text)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("-1 2 0\n-3 4 1", -1),
        ("0. 0. 1.\n1. 1. 1.\n2. 0. 1.", 0),
        ("1.5 2 0\n2.5 3 1", 1.5),
        ("#red,1\n#blue,0", "#red"),
    ],
)
def test_a_cell_that_only_looks_like_a_bullet_or_comment_stays(text, first):
    assert read_text(text, header=False).rows[0][0] == first


def test_a_comment_that_names_as_many_columns_as_there_are_is_their_names():
    assert read_text("# x y t\n1 2 0\n3 4 1").names == ("x", "y", "t")


def test_names_of_several_words_above_narrower_rows_name_none_of_them_wrongly():
    text = "sepal length sepal width class\n5.1 3.5 0\n4.9 3.0 0\n7.0 3.2 1"

    assert read_text(text).names == ("column 1", "column 2", "column 3")
    assert told(text) == ['The line "sepal length sepal width class" stands above the table and is left out.']


@pytest.mark.parametrize(
    "text",
    [
        "     x    y\n0  1.5  2.5\n1  2.5  3.5\n..   ...  ...\n98   3.0  1.0\n\n[100 rows x 2 columns]",
        "     x  ...  t\n0  1.5  ...  0\n1  2.5  ...  1\n\n[2 rows x 12 columns]",
        "# A tibble: 150 × 2\n      x     t\n  <dbl> <dbl>\n1   1.5     0\n2   2.5     1\n# ℹ 148 more rows",
        "│ x   ┆ t   │\n│ 1.5 ┆ a   │\n│ …   ┆ …   │\n│ 2.5 ┆ b   │",
    ],
)
def test_a_table_of_which_a_program_has_printed_a_part_is_refused(text):
    assert read_text(text).rows == ()
    assert told(text) == [
        'Rows or columns are missing where "..." stands: a program has left them out when it printed the table. '
        "Print all of it, or save it as CSV."
    ]


def test_a_line_inside_a_cell_in_quotation_marks_is_part_of_it():
    assert read_text('note,t\n"one\n# two\n```\n> three",1\n"b",0').rows[0] == ("one\n# two\n```\n> three", 1)


def test_rows_that_r_calls_by_several_words_keep_their_columns():
    text = "               mpg cyl\nMazda RX4     21.0   6\nMazda RX4 Wag 21.0   6\nDatsun        22.8   4"

    assert read_text(text).rows == (("Mazda RX4", 21, 6), ("Mazda RX4 Wag", 21, 6), ("Datsun", 22.8, 4))


def test_what_r_prints_of_one_list_is_one_column():
    assert read_text(" [1] 0.1 0.2 0.3\n [4] 0.4 0.5").rows == ((0.1,), (0.2,), (0.3,), (0.4,), (0.5,))


@pytest.mark.parametrize(
    "text",
    [
        "- x: -1.5\n  t: a\n- x: 2\n  t: b",
        "x: -1.5\nt: a\n\nx: 2\nt: b\n",
        "x: -1.5\nt: a\nx: 2\nt: b",
        "---\nx: -1.5\nt: a\n---\nx: 2\nt: b",
        "[[row]]\nx = -1.5\nt = \"a\"\n\n[[row]]\nx = 2\nt = 'b'",
        "x: -1.5, t: a\nx: 2, t: b",
        "x=-1.5; t=a\nx=2; t=b",
        "x=-1.5 t=a\nx=2 t=b",
        "- {x: -1.5, t: a}\n- {x: 2, t: b}",
        "x:\n  - -1.5\n  - 2\nt:\n  - a\n  - b",
        "x: -1.5 2\nt: a b",
        "x: -1.5, 2\nt: a, b",
    ],
)
def test_cells_that_have_their_names_before_them_are_records_or_columns(text):
    reading = read_text(text)

    assert (reading.names, reading.rows) == (("x", "t"), ((-1.5, "a"), (2, "b")))


def test_a_record_without_one_of_the_names_has_a_gap():
    reading = read_text("x: 1\nt: 0\n\nx: 2\n\nx: 3\nt: 1")

    assert reading.rows == ((1, 0), (2, None), (3, 1))
    assert told("x: 1\nt: 0\n\nx: 2\n\nx: 3\nt: 1")[0].startswith("Row 2, column t: the cell is empty.")


@pytest.mark.parametrize("text", ["12:30,1\n13:30,0", "x,y = 3\n1,2\n3,4", "a:b,1\nc:d,2", "note: none\nx,y\n1,2\n3,4"])
def test_a_colon_or_equals_sign_in_other_cells_is_no_name(text):
    assert len(read_text(text).names) == 2


def test_the_sparse_form_of_libsvm_is_known_and_refused():
    assert told("+1 1:0.5 2:1.5\n-1 2:0.7")[0].startswith("The text is in the sparse form of LIBSVM")


@pytest.mark.parametrize(
    "text",
    [
        "0 0 -> 0\n0 1 -> 1\n1 0 -> 1\n1 1 -> 0",
        "0, 0 => 0\n0, 1 => 1\n1, 0 => 1\n1, 1 => 0",
        "0,0 → 0\n0,1 → 1\n1,0 → 1\n1,1 → 0",
        "0;0->0\n0;1->1\n1;0->1\n1;1->0",
        "0 0 | 0\n0 1 | 1\n1 0 | 1\n1 1 | 0",
        "0 0 = 0\n0 1 = 1\n1 0 = 1\n1 1 = 0",
        "a b | out\n0 0 | 0\n0 1 | 1\n1 0 | 1\n1 1 | 0",
    ],
)
def test_an_arrow_or_bar_before_the_answer_is_no_cell(text):
    reading = read_text(text)

    assert reading.rows == XOR
    assert told(text)[0].startswith('The "')


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("New York | 1\nSan Jose | 2", (("New York", 1), ("San Jose", 2))),
        ("1,5 | 2\n2,5 | 3", ((1.5, 2), (2.5, 3))),
        ("red apple -> 1\ngreen pear -> 0\nred pear -> 0", (("red apple", 1), ("green pear", 0), ("red pear", 0))),
        ("0,5 1,2 -> 1\n0,3 1,1 -> 0", ((0.5, 1.2, 1), (0.3, 1.1, 0))),
    ],
)
def test_what_belongs_together_before_an_arrow_or_bar_stays_together(text, rows):
    assert read_text(text).rows == rows


def test_a_comma_before_an_arrow_that_might_be_one_before_decimals_is_told():
    assert 'the comma in "0,5" is taken for one between two cells' in told("0,5 -> 1\n1,5 -> 0")[0]
