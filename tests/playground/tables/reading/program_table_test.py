"""Lists that are copied out of a program, an article or a question are a table, or it is said why they are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.tables import read_text
from playground.tables.reading.program_calls import NoProgramError
from playground.tables.reading.program_parsing import statements_of

XOR = ((0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0))
ARTICLE = """training_inputs = np.array([[0,0,1],
                            [1,1,1],
                            [1,0,1],
                            [0,1,1]])

training_outputs = np.array([[0,1,1,0]]).T
"""
PROGRAM = """import numpy as np
# sigmoid and its derivative
def sigmoid(x):
    return 1 / (1 + np.exp(-x))
X = np.array([[0, 0],
              [0, 1],  # the second
              [1, 0],
              [1, 1]])
y = np.array([[0, 1, 1, 0]]).T
weights = 2 * np.random.random((2, 1)) - 1
sizes = [2, 3, 1]
for step in range(10000):
    print(sigmoid(X @ weights))
"""


def told(text):
    return " ".join(problem.sentence for problem in read_text(text).problems)


@pytest.mark.parametrize(
    "text",
    [
        "X = np.array([[0,0],[0,1],[1,0],[1,1]])\ny = np.array([[0],[1],[1],[0]])",
        "import numpy as np\n\nX = [[0, 0], [0, 1], [1, 0], [1, 1]]\ny = [0, 1, 1, 0]",
        "X = [0 0; 0 1; 1 0; 1 1];\ny = [0; 1; 1; 0];",
        "X = [0 0\n     0 1\n     1 0\n     1 1];\ny = [0 1 1 0]';",
        "X <- rbind(c(0, 0), c(0, 1), c(1, 0), c(1, 1))\ny <- c(0, 1, 1, 0)",
        "const X = [[0, 0], [0, 1], [1, 0], [1, 1]];\nconst y = [0, 1, 1, 0];",
        "float X[4][2] = {{0.f, 0.f}, {0.f, 1.f}, {1.f, 0.f}, {1.f, 1.f}};\nint y[4] = {0, 1, 1, 0};",
        "X = torch.tensor([[0., 0.], [0., 1.], [1., 0.], [1., 1.]], requires_grad=True)\ny = torch.tensor([0., 1., 1., 0.])",
        "X: [[0,0],[0,1],[1,0],[1,1]], y: [0,1,1,0]",
        'X = np.array([[0,0],[0,1],[1,0],[1,1]], "float32")\ny = np.array([[0],[1],[1],[0]], "float32")',
        "X <- matrix(c(0,0,1,1,0,1,0,1), ncol=2)\ny <- matrix(c(0,1,1,0), nrow=4)",
        "X <- matrix(c(0,0,0,1,1,0,1,1), nrow=4, byrow=TRUE)\ny <- c(0,1,1,0)",
    ],
)
def test_inputs_and_targets_that_have_a_name_each_stand_beside_one_another(text):
    reading = read_text(text)

    assert reading.names == ("X 1", "X 2", "y")
    assert reading.rows == XOR
    assert not reading.questions
    assert 'The lists "X" and "y" stand beside one another, row by row.' in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "[([0, 0], [0]), ([0, 1], [1]), ([1, 0], [1]), ([1, 1], [0])]",
        "[([0, 0], 0),\n ([0, 1], 1),\n ([1, 0], 1),\n ([1, 1], 0),\n]",
        "[[[0, 0], [0]], [[0, 1], [1]], [[1, 0], [1]], [[1, 1], [0]]]",
        "{(0, 0): 0, (0, 1): 1, (1, 0): 1, (1, 1): 0}",
        "{{0, 0} -> 0, {0, 1} -> 1, {1, 0} -> 1, {1, 1} -> 0}",
        "[0,0] -> [0]\n[0,1] -> [1]\n[1,0] -> [1]\n[1,1] -> [0]",
        "(0,0),0\n(0,1),1\n(1,0),1\n(1,1),0",
        "(0, 0) 0\n(0, 1) 1\n(1, 0) 1\n(1, 1) 0",
        "f(0,0)=0\nf(0,1)=1\nf(1,0)=1\nf(1,1)=0",
        "INSERT INTO xor VALUES (0, 0, 0), (0, 1, 1);\nINSERT INTO xor VALUES (1, 0, 1), (1, 1, 0);",
        "={0,0,0;0,1,1;1,0,1;1,1,0}",
        "(0,0)->0, (0,1)->1, (1,0)->1, (1,1)->0",
        "network.fit([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0])",
        "data = [\n  [0, 0, 0],\n  [0, 1, 1],  # a comment\n  [1, 0, 1],\n  [1, 1, 0],\n]",
        "double[][] data = {{0, 0, 0}, {0, 1, 1}, {1, 0, 1}, {1, 1, 0}};",
        "X = [0 0 0; ...\n 0 1 1; ...\n 1 0 1; ...\n 1 1 0];",
        "vec![vec![0.0, 0.0, 0.0], vec![0.0, 1.0, 1.0], vec![1.0, 0.0, 1.0], vec![1.0, 1.0, 0.0]]",
        "tensor([[0., 0., 0.],\n        [0., 1., 1.],\n        [1., 0., 1.],\n        [1., 1., 0.]], device='cuda:0')",
        "<tf.Tensor: shape=(4, 3), dtype=int32, numpy=\narray([[0, 0, 0],\n [0, 1, 1],\n [1, 0, 1],\n [1, 1, 0]])>",
        ">>> X\narray([[0, 0, 0],\n       [0, 1, 1],\n       [1, 0, 1],\n       [1, 1, 0]])",
    ],
)
def test_rows_in_brackets_of_every_kind_are_rows(text):
    reading = read_text(text)

    assert reading.rows == XOR
    assert not reading.questions


@pytest.mark.parametrize(
    "text",
    [
        "{'x': [1.5, 2], 't': ['a', 'b']}",
        "df = pd.DataFrame({'x': [1.5, 2], 't': ['a', 'b']})",
        "pd.DataFrame([[1.5, 'a'], [2, 'b']], columns=['x', 't'])",
        'data.frame(x = c(1.5, 2), t = c("a", "b"))',
        'structure(list(x = c(1.5, 2), t = c("a", "b")), class = "data.frame", row.names = c(NA, -2L))',
        "[{'x': 1.5, 't': 'a'}, {'x': 2, 't': 'b'}]",
        "[{x: 1.5, t: 'a'}, {x: 2, t: 'b'},]",
        '[\n  // the first\n  {"x": 1.5, "t": "a"},\n  {"x": 2, "t": "b"}\n]',
        "x: [1.5, 2]\nt: [a, b]",
        '{"x": {"0": 1.5, "1": 2}, "t": {"0": "a", "1": "b"}}',
        '{"columns": ["x", "t"], "index": [0, 1], "data": [[1.5, "a"], [2, "b"]]}',
        '{"rows": [{"x": 1.5, "t": "a"}, {"x": 2, "t": "b"}]}',
        "d = {'x': [1.5, 2], 't': ['a', 'b']}\ndf = pd.DataFrame(data=d)",
        "df <- read.table(text='x t\n1.5 a\n2 b', header=TRUE)",
        'pd.read_csv(StringIO("""x,t\n1.5,a\n2,b"""))',
        "INSERT INTO `sizes` (`x`, `t`) VALUES (1.5, 'a'), (2, 'b');",
        "cbind(x=c(1.5, 2), t=c('a', 'b'))",
        "df = pd.DataFrame({'x': [1.5, 2], 't': ['a', 'b']})\nprint(df)",
        "data = {'x': [1.5, 2], 't': ['a', 'b']}\nprint(data)",
        "df = pd.DataFrame([[1.5, 'a'], [2, 'b']], columns=['x', 't'])\nprint(df)",
        "import pandas as pd\ndata = {'x': [1.5, 2], 't': ['a', 'b']}\ndf = pd.DataFrame(data)\nprint(df)",
    ],
)
def test_columns_and_records_that_have_names_keep_them(text):
    reading = read_text(text)

    assert (reading.names, reading.kinds) == (("x", "t"), ("number", "word"))
    assert reading.rows == ((1.5, "a"), (2, "b"))


@pytest.mark.parametrize(
    "text",
    [
        '[{"input": [0,1], "output": [1]}, {"input": [1,1], "output": [0]}]',
        "[{input: [0,1], output: [1]}, {input: [1,1], output: [0]}]",
        "net.train([{input: [0, 1], output: [1]},\n           {input: [1, 1], output: [0]}]);",
    ],
)
def test_records_of_lists_have_a_column_for_each_value(text):
    reading = read_text(text)

    assert (reading.names, reading.rows) == (("input 1", "input 2", "output"), ((0, 1, 1), (1, 1, 0)))


@pytest.mark.parametrize(
    "text",
    [
        "pd.DataFrame({'x': [1, 2]}, index=['u', 'v'])",
        "pd.DataFrame([[1], [2]], columns=['x'], index=['u', 'v'])",
        '{"x": {"u": 1, "v": 2}}',
        '{"columns": ["x"], "index": ["u", "v"], "data": [[1], [2]]}',
    ],
)
def test_what_a_program_calls_the_rows_is_a_column_unless_it_counts_them(text):
    reading = read_text(text)

    assert (reading.names, reading.rows) == (("row", "x"), (("u", 1), ("v", 2)))


def test_the_code_of_an_article_is_its_table():
    reading = read_text(ARTICLE)

    assert reading.rows == ((0, 0, 1, 0), (1, 1, 1, 1), (1, 0, 1, 1), (0, 1, 1, 0))
    assert reading.names[-1] == "training_outputs"


def test_of_a_whole_program_the_lists_that_belong_together_are_read_and_named():
    reading = read_text(PROGRAM)

    assert (reading.names, reading.rows) == (("X 1", "X 2", "y"), XOR)
    assert told(PROGRAM) == 'The text is a program: only its lists "X" and "y" are read.'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("import numpy as np\nprint(np.zeros((3, 2)))", "The text is a program, and no lists of numbers"),
        (
            "X = [[1, 2], [3, 4], [5, 6]]\ny = [0, 1]",
            'The list "X" has 3 rows, and "y" has 2. Paste lists of equally many',
        ),
        ("X = [[0,1],[1,0]]\nX = [[5,6],[7,8]]", 'Several lists are called "X". Give each a name of its own'),
        ("X = [[0,1],[1,0]]\nX = [[5,6],[7,8]]\nprint(X)", 'Several lists are called "X". Give each a name of its own'),
        ("X = np.random.rand(4, 2)\ny = [0,1,1,0]", "The text is a program, and no lists of numbers"),
        ("y = [2**3, 2]", "The text is a program, and no lists of numbers"),
        ("X <- rnorm(4)\ny <- f(X)\nplot(X, y)", "The text is a program, and no lists of numbers"),
        ("{'x': [1, 2], 't': [0]}", "The text is a list with columns of different lengths."),
        ("={1;2.3;4}", "The text is a formula of a spreadsheet. Copy the cells"),
        ("X = [[1, 2], ..., [3, 4]]\ny = [0, 1]", 'NumPy has left out what belongs where "..." stands.'),
    ],
)
def test_lists_that_make_no_table_are_told_of_in_a_sentence(text, said):
    assert read_text(text).rows == ()
    assert told(text).startswith(said)


@pytest.mark.parametrize(
    ("training", "test"),
    [
        (("X_train", "y_train"), ("X_test", "y_test")),
        (("xtrain", "ytrain"), ("xval", "yval")),
        (("X", "y"), ("Xtest", "testY")),
    ],
)
@pytest.mark.parametrize("rest", ["", "model.fit(inputs)\n"])
def test_lists_of_test_rows_stand_neither_beside_nor_in_the_way_of_the_training_rows(training, test, rest):
    (inputs, targets), (test_inputs, test_targets) = training, test
    text = f"{inputs} = [[0,0],[1,1]]\n{test_inputs} = [[0,1]]\n{targets} = [0,1]\n{test_targets} = [1]\n{rest}"

    reading = read_text(text)

    assert (reading.names, reading.rows) == ((f"{inputs} 1", f"{inputs} 2", targets), ((0, 0, 0), (1, 1, 1)))
    said = (
        "only its lists"
        if rest
        else f'The lists "{test_inputs}" and "{test_targets}" hold other rows and are left out.'
    )
    assert said in told(text)


def test_equally_many_test_rows_stand_not_beside_the_training_rows():
    reading = read_text("X_train=[[0,0],[1,1]]\ny_train=[0,1]\nX_test=[[5,5],[6,6]]\ny_test=[0,1]")

    assert reading.names == ("X_train 1", "X_train 2", "y_train")


@pytest.mark.parametrize("names", [("age", "test_score", "score"), ("X_test", "z_test", "y_test")])
def test_test_is_a_word_like_others_where_no_list_is_for_training(names):
    assert read_text("\n".join(f"{name} = [1, 2, 3]" for name in names)).names == names


def test_settings_to_try_do_not_stand_for_the_longer_lists_of_a_program():
    grid = "grid = {'rate': [0.1, 0.01], 'units': [2, 3]}\n"

    assert read_text(PROGRAM.replace("sizes = [2, 3, 1]\n", grid)).rows == XOR


@pytest.mark.parametrize("text", ["ion,n\nFe(II),1\nCu(I),2", "x = 1 (m),2\ny = 2 (m),3", "Fe(II)\nCu(I)"])
def test_brackets_behind_words_make_no_program(text):
    assert len(read_text(text, header=False).rows) == len(text.splitlines())


@pytest.mark.parametrize(
    "text",
    [
        "import,export\n1,2\n3,4",
        "class,x\n1,2\n2,3",
        "print (1)\t2\nb\t3",
        "size (m),fits\n1,0\n2,1",
        "x[1],t\n1,0\n2,1",
    ],
)
def test_a_table_with_the_words_of_programs_is_read_as_before(text):
    reading = read_text(text)

    assert len(reading.names) == 2
    assert not told(text)


NUMBERS = st.integers(-9, 9)


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=2, max_size=6))
def test_what_python_writes_of_inputs_and_targets_is_what_is_read(rows):
    inputs, targets = [list(row[:2]) for row in rows], [row[2] for row in rows]

    for text in (f"X = {inputs}\ny = {targets}", repr(list(zip(inputs, targets, strict=True)))):
        assert read_text(text, header=text.startswith("X")).rows == tuple(rows)


def test_what_stands_behind_a_line_that_is_no_list_is_not_looked_at():
    statements = statements_of("size (m)\n[1, 2\n")

    assert next(statements).values == ["size", ["m"]]
    with pytest.raises(NoProgramError):
        next(statements)


def test_a_number_of_a_program_that_is_not_finite_is_named():
    reading = read_text("X = [[1e999, 2], [3, 4]]\ny = [0, 1]")

    assert reading.rows[0] == ("1e999", 2, 0)
    assert [problem.sentence for problem in reading.problems if problem.row == 1] == [
        'Row 1, column X 1: "1e999" is too large. Write a finite number, below 1.7e308.'
    ]
