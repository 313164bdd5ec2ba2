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
        "0 0: 0\n0 1: 1\n1 0: 1\n1 1: 0",
        "0,0: 0\n0,1: 1\n1,0: 1\n1,1: 0",
        "0 0 = 0\n0 1 = 1\n1 0 = 1\n1 1 = 0",
        "0 XOR 0 = 0\n0 XOR 1 = 1\n1 XOR 0 = 1\n1 XOR 1 = 0",
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


@pytest.mark.parametrize(
    "text",
    [
        "Input\tOutput\n0 0\t0\n0 1\t1\n1 0\t1\n1 1\t0",
        "Input:  Output:\n0, 0     0\n0, 1     1\n1, 0     1\n1, 1     0",
        "Input | Output\n0 0 | 0\n0 1 | 1\n1 0 | 1\n1 1 | 0",
        "Input -> Output\n0,0 -> 0\n0,1 -> 1\n1,0 -> 1\n1,1 -> 0",
    ],
)
def test_inputs_that_share_a_cell_are_cut_and_share_its_name(text):
    reading = read_text(text)

    assert (reading.names, reading.rows) == (("Input 1", "Input 2", "Output"), XOR)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("price\tn\n1 234\t5\n2 345\t7", (1234, 5)),
        ("1 234 -> 5\n2 345 -> 6", (1234, 5)),
        ("telephone\tt\n+49 151 234 567\t0\n+49 151 234 568\t1", ("+49 151 234 567", 0)),
        ("name  age\nAnn Lee  31\nBob Ray  40", ("Ann Lee", 31)),
    ],
)
def test_a_cell_whose_spaces_belong_to_it_stays_whole(text, first):
    assert read_text(text).rows[0] == first


@pytest.mark.parametrize(
    "text",
    [
        "x，t\n1，0\n2，1",
        "x、t\n1、0\n2、1",
        "x；t\n1；0\n2；1",
        "x\u00a0t\n1\u00a00\n2\u00a01",
        "x\u3000t\n1\u30000\n2\u30001",
    ],
)
def test_wide_signs_between_cells_are_read_and_told(text):
    reading = read_text(text)

    assert (reading.names, reading.rows) == (("x", "t"), ((1, 0), (2, 1)))
    assert told(text)[0].endswith("between the cells is read as a plain one.")


def test_spaces_without_a_break_between_thousands_keep_one_column():
    assert read_text("1\u00a0234\n2\u00a0345").rows == ((1234,), (2345,))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{| class="wikitable"\n! x !! t\n|-\n| 1 || 0\n|}', "The text is the source of a page."),
        ("[table][tr][td]1[/td][td]2[/td][/tr][/table]", "The text is the source of a page."),
        ("https://docs.google.com/spreadsheets/d/abc/edit", "The text tells where a table is."),
        ("C:\\Users\\me\\data.csv", "The text tells where a table is."),
        ("/home/me/my data.csv", "The text tells where a table is."),
        ("@relation a\n@attribute x numeric\n@data\n{0 1}", "The rows of this text leave zeros out."),
    ],
)
def test_what_is_no_table_is_called_what_it_is(text, said):
    assert read_text(text).rows == ()
    assert [sentence.startswith(said) for sentence in told(text)] == [True]


def test_weka_s_form_is_read_with_its_names():
    text = "% a comment\n@RELATION iris\n\n@ATTRIBUTE len NUMERIC\n@ATTRIBUTE 'my class' {a,'b c'}\n\n@DATA\n5.1,a\n?,'b c'\n4,a"
    reading = read_text(text)

    assert (reading.names, reading.rows) == (("len", "my class"), ((5.1, "a"), (None, "b c"), (4, "a")))


@pytest.mark.parametrize("cells", ["'1,5','2'\n'2,5','3'", "'1,5';'2'\r\n'2,5';'3'"])
def test_single_quotation_marks_around_all_cells_hold_them_together(cells):
    assert read_text(cells).rows == ((1.5, 2), (2.5, 3))


def test_an_apostrophe_is_no_quotation_mark():
    assert read_text("it's,1\nthat's,2").rows == (("it's", 1), ("that's", 2))


@pytest.mark.parametrize("kind", ["pmatrix", "bmatrix", "array", "tabular"])
def test_a_matrix_in_one_line_of_latex_is_cut_into_its_rows(kind):
    text = rf"\[ \begin{{{kind}}} 0 & 1 \\ 2 & 3 \end{{{kind}}} \]"

    assert read_text(text).rows == ((0, 1), (2, 3))


@pytest.mark.parametrize("text", ["\x0b -", "\x0b\u00a0-", "- -\n- -"])
def test_nothing_is_asked_of_a_sign_that_stands_between_gaps_alone(text):
    assert all(question.about != "separator" for question in read_text(text).questions)


@pytest.mark.parametrize(
    "text", ["0 0 0; 0 1 1; 1 0 1; 1 1 0", "0,0,0;0,1,1;1,0,1;1,1,0;", "0, 0, 0; 0, 1, 1; 1, 0, 1; 1, 1, 0"]
)
def test_rows_between_semicolons_in_one_line_are_rows(text):
    assert read_text(text).rows == XOR


@pytest.mark.parametrize(
    ("text", "row"), [("1,5; 2,5; 3", (1.5, 2.5, 3)), ("1;2;3", (1, 2, 3)), ("1,5;2,5", (1.5, 2.5))]
)
def test_cells_between_semicolons_in_one_line_are_one_row(text, row):
    assert read_text(text).rows == (row,)


def test_rows_that_are_numbered_are_rows_and_no_columns():
    assert read_text("Row 1: 0 0 1\nRow 2: 1 1 1").rows == (("Row 1", 0, 0, 1), ("Row 2", 1, 1, 1))


def test_bars_in_every_line_keep_cells_with_spaces_apart():
    assert read_text("Example 1 | 0 0 1 | 0\nExample 2 | 1 1 1 | 1").rows[0] == ("Example 1", "0 0 1", 0)


def test_cells_that_stand_below_one_another_are_cut_below_their_names():
    text = "a\nb\nout\n0\n0\n0\n0\n1\n1\n1\n0\n1\n1\n1\n0\n"
    reading = read_text(text)

    assert (reading.names, reading.rows) == (("a", "b", "out"), XOR)
    assert told(text)[0].startswith("The cells stand below one another: they are cut into rows of 3")


def test_of_many_cells_below_one_another_none_vanishes_without_a_word():
    names = "a\nb\nc\nout\n"

    assert len(read_text(names + "0\n1\n2\n3\n" * 6_000).rows) == 6_000
    assert told(names + "0\n1\n2\n3\n" * 10_001) == ["The table has more than 10,000 rows. Paste up to 10,000 of them."]


@pytest.mark.parametrize(
    "text", ["My table\nsize\n1\n2\n3\n4", "a\nb\nc\n1\n2\n3\n4", "a\nb\nc\n1\n2\nx\n4\n5\n6", "a\nb\nc\n1\n2\n3"]
)
def test_other_lines_of_one_cell_stay_one_column(text):
    assert len(read_text(text).names) == 1


def test_a_truth_table_with_a_line_under_its_head_is_cut():
    assert read_text("A B | Y\n----+--\n0 0 | 0\n0 1 | 1").rows == ((0, 0, 0), (0, 1, 1))


@pytest.mark.parametrize("prompt", ["mysql>", "mydb=#", "sqlite>"])
def test_the_question_of_a_database_is_left_out(prompt):
    reading = read_text(f"{prompt} select * from t;\n+---+---+\n| x | t |\n+---+---+\n| 1 | 0 |\n| 2 | 1 |\n+---+---+")

    assert (reading.names, reading.rows) == (("x", "t"), ((1, 0), (2, 1)))
    assert f'The line "{prompt} select * from t;" is left out.' in [problem.sentence for problem in reading.problems]
