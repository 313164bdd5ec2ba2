"""The file that is taken away: it answers as the network does, and trains to the same bits."""

import ast
import json
import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given

import nncore
import nncore.errors

from ..explanation.random_updates import updates
from ..random_runs import random_table, random_targets

SINGLE, HIDDEN = nncore.articles.single_neuron(), nncore.articles.hidden_layer()


def experiment(*, activations=("tanh", "sigmoid"), loss="half_squared_error", outputs=1, **settings):
    """Return an experiment of twelve drawn rows with two inputs and five hidden neurons."""
    dataset = nncore.Dataset(5 * random_table(12, 2, 3) + 1, random_targets(loss, 12, outputs, 4))
    architecture = nncore.Architecture((2, 5, outputs), activations)
    settings = {
        "optimizer": nncore.SGD(0.05),
        "epochs": 60,
        "input_scaling": "standard",
        "target_scaling": "min_max",
    } | settings
    return nncore.Experiment(dataset, architecture, loss=loss, seed=5, **settings)


CHANGES = (
    nncore.Intervention(0, "parameter", (1, 0.25)),
    nncore.Intervention(0, "frozen", (1, True)),
    nncore.Intervention(7, "learning_rate", 0.02),
    nncore.Intervention(9, "penalty", nncore.L1(0.01)),
    nncore.Intervention(20, "layer_learning_rate", (1, 0.3)),
    nncore.Intervention(30, "optimizer", nncore.RMSProp(0.01)),
    nncore.Intervention(40, "frozen", (1, False)),
    nncore.Intervention(60, "parameter", (0, -1.5)),
)
SPREAD = {
    "first article": SINGLE,
    "second article": HIDDEN,
    "momentum": experiment(optimizer=nncore.SGD(0.05, momentum=0.9)),
    "nesterov": experiment(optimizer=nncore.SGD(0.05, momentum=0.9, nesterov=True)),
    "Adam": experiment(optimizer=nncore.Adam(0.05)),
    "RMSProp": experiment(optimizer=nncore.RMSProp(0.01)),
    "Adagrad": experiment(optimizer=nncore.Adagrad(0.1)),
    "softmax": experiment(activations=("relu", "softmax"), loss="categorical_cross_entropy", outputs=3),
    "two classes": experiment(activations=("elu", "sigmoid"), loss="binary_cross_entropy", initializer="he_normal"),
    "mini-batches": experiment(batch_size=5, shuffle=True, optimizer=nncore.Adam(0.02), reduction="sum"),
    "targets scaled": experiment(activations=("sin", "linear"), loss="huber", target_scaling="max_abs", outputs=2),
    "penalty, clipped": experiment(penalty=nncore.L2(0.1), clip_norm=0.05, initializer="glorot_uniform"),
    "changed on the way": experiment(interventions=CHANGES),
    "a neuron off from the start": experiment(interventions=nncore.Intervention(0, "switched_off", (1, 0))),
    "stopped early": experiment(stop=nncore.NoImprovement(5), optimizer=nncore.SGD(5.0)),
    "a thousand numbers in a layer": experiment(activations=("tanh", "linear"), batch_size=None, epochs=5),
}


def run_script(path, *arguments, piped="", options=()):
    """Run a script in a folder of its own, without this project on its path."""
    return subprocess.run(
        [sys.executable, "-I", *options, str(path), *arguments],
        input=piped,
        capture_output=True,
        text=True,
        cwd=path.parent,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("name", SPREAD)
def test_the_file_trains_to_the_same_bits_and_answers_the_same(name, tmp_path):
    run = SPREAD[name].run()
    script = tmp_path / "network.py"
    script.write_text(nncore.to_python(run.experiment, history=run.history), encoding="utf-8")
    rows = run.experiment.dataset.inputs

    trained = run_script(script, "--train")
    answered = run_script(script, piped="\n".join(", ".join(map(repr, row)) for row in rows.tolist()))

    assert (trained.returncode, trained.stderr) == (0, "")
    assert "to the last bit" in trained.stdout
    assert repr(float(run.history.loss[-1])) in trained.stdout
    answers = [[float(number) for number in line.split(",")] for line in answered.stdout.splitlines()]
    np.testing.assert_allclose(answers, run.predict(rows), rtol=1e-12, atol=1e-15)


def namespace_of(script):
    """Return what a script defines, without running its command line."""
    names = {"__name__": "taken_away"}
    exec(compile(script, "network.py", "exec"), names)
    return names


@given(updates())
def test_experiments_of_every_kind_train_to_the_same_bits(drawn):
    taken = namespace_of(nncore.to_python(drawn.experiment, history=drawn.run.history))

    with np.errstate(all="ignore"):
        parameters = taken["train"]()
        answers = taken["think"](drawn.experiment.dataset.inputs)
        loss = taken["loss_of"](parameters)

    np.testing.assert_array_equal(parameters, drawn.run.network.parameters)
    np.testing.assert_allclose(answers, drawn.run.predict(drawn.experiment.dataset.inputs), rtol=1e-9, atol=1e-12)
    assert loss == pytest.approx(drawn.run.history.loss[-1], rel=1e-12, abs=1e-15)


def test_wide_layers_and_many_rows_train_to_the_same_bits():
    rows = random_table(300, 3, 1)
    wide = nncore.Experiment(
        nncore.Dataset(rows, np.sin(rows[:, :1])),
        nncore.Architecture((3, 20, 9, 1), ("tanh", "softmax", "linear")),
        loss="mean_squared_error",
        optimizer=nncore.Adam(0.01),
        epochs=20,
        batch_size=64,
    )
    run = wide.run()

    parameters = namespace_of(nncore.to_python(wide, history=run.history))["train"]()

    np.testing.assert_array_equal(parameters, run.network.parameters)


def test_derived_inputs_are_computed_in_the_file():
    names = ["width", "leaf length (cm)"]
    derived = [
        nncore.DerivedColumn.parse("width^2 > [leaf length (cm)] / 2", names),
        nncore.DerivedColumn.parse("min(width, 1, ln(abs([leaf length (cm)])))", names),
        nncore.DerivedColumn.parse("2^0.5", names),
    ]
    dataset = nncore.Dataset(random_table(9, 2, 1), random_table(9, 1, 2), input_names=names, derived=derived)
    deep = nncore.Experiment(
        dataset,
        nncore.Architecture((5, 1), ("linear",)),
        loss="half_squared_error",
        optimizer=nncore.SGD(0.01),
        epochs=9,
        input_scaling="max_abs",
    )
    run = deep.run()

    taken = namespace_of(nncore.to_python(deep, history=run.history))

    np.testing.assert_array_equal(taken["train"](), run.network.parameters)
    np.testing.assert_allclose(taken["think"]([[1.0, 2.0]]), run.predict([[1.0, 2.0]]), rtol=1e-12)


def test_the_file_may_stop_at_any_epoch():
    history = SINGLE.run().history

    taken = namespace_of(nncore.to_python(SINGLE, history=history, epoch=4))

    np.testing.assert_array_equal(taken["train"](), history.network_at(4).parameters)
    np.testing.assert_array_equal(taken["PARAMETERS"], history.network_at(4).parameters)


def test_without_a_run_the_run_is_made():
    assert nncore.to_python(SINGLE) == nncore.to_python(SINGLE, history=SINGLE.run().history)


def test_the_file_is_in_the_shape_of_the_articles():
    tree = ast.parse(nncore.to_python(HIDDEN))

    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert {"train", "think", "forward", "backward", "sigmoid"} <= functions
    assert imported == {"csv", "numpy", "sys"}  # of all these NumPy alone is to be installed
    assert not any(isinstance(node, ast.ImportFrom) for node in ast.walk(tree))


@pytest.mark.parametrize("name", ["new\nline", 'quote " and \\', "# comment", "a\x0c\x1cb", "längste Spalte ✓"])
def test_columns_may_be_called_as_they_like(name):
    dataset = nncore.Dataset([[1.0], [2.0]], [[0.0], [1.0]], input_names=[name], target_names=[name + "?"])
    named = nncore.Experiment(dataset, nncore.Architecture((1, 1), ("linear",)), loss="half_squared_error",
                              optimizer=nncore.SGD(0.1), epochs=3)  # fmt: skip

    taken = namespace_of(nncore.to_python(named))

    assert taken["INPUT_NAMES"] == [name]
    np.testing.assert_array_equal(taken["train"](), named.run().network.parameters)


def test_a_row_may_stand_behind_the_command(tmp_path):
    script = tmp_path / "network.py"
    script.write_text(nncore.to_python(SINGLE), encoding="utf-8")

    answered = run_script(script, "1", "0", "0")

    assert float(answered.stdout) == pytest.approx(0.9999584, abs=5e-8)


def test_a_row_that_is_none_is_refused_in_a_sentence(tmp_path):
    script = tmp_path / "network.py"
    script.write_text(nncore.to_python(SINGLE), encoding="utf-8")

    refused = run_script(script, piped="1;0\n")

    assert refused.returncode == 1
    assert refused.stderr == "A row is 3 numbers: input 1, input 2, input 3. Got: 1;0\n"


@pytest.mark.parametrize(
    "piped",
    [
        "input 1,input 2,input 3\n1,0,0\n0,0,1\n",
        "\ufeffinput 1;input 2;input 3;target\r\n1;0;0;1\r\n\r\n0;0;1;0\r\n",  # as a spreadsheet saves the table
        '"input 3"\ttarget\t"input 1"\t"input 2"\n0\tyes\t1\t0\n1\tno\t0\t0\n',
    ],
)
def test_a_head_says_in_which_columns_the_inputs_stand(tmp_path, piped):
    script = tmp_path / "network.py"
    script.write_text(nncore.to_python(SINGLE), encoding="utf-8")

    answered = run_script(script, piped=piped)

    assert answered.stderr == ""
    assert [*map(float, answered.stdout.split())] == pytest.approx([0.9999584, 0.0078639], abs=5e-8)


@pytest.mark.parametrize(
    ("piped", "told"),
    [
        ("a,b and c\n1,0\n", "A row is 3 numbers: input 1, input 2, input 3. Got: a,b and c"),
        ("a,b,c\n1,0,0\n", 'input 1 must be a number. Got "a" in: a,b,c'),
        ("input 1,target,input 2\n1,0,1\n", "The first line names columns, but not input 3."),
    ],
)
def test_a_head_of_other_columns_is_no_row(tmp_path, piped, told):
    script = tmp_path / "network.py"
    script.write_text(nncore.to_python(SINGLE), encoding="utf-8")

    refused = run_script(script, piped=piped)

    assert (refused.returncode, refused.stderr) == (1, f"{told}\n")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal as Unix has it")
def test_who_mistypes_a_row_types_it_again(tmp_path):
    script = tmp_path / "network.py"
    script.write_text(nncore.to_python(SINGLE), encoding="utf-8")
    keyboard, terminal = os.openpty()
    os.write(keyboard, b"1 0\n1 0 0\n\n")

    typed = subprocess.run(
        [sys.executable, "-I", str(script)], stdin=terminal, capture_output=True, text=True, timeout=120, check=False
    )

    for end in (keyboard, terminal):
        os.close(end)
    asked, refused, answered = typed.stdout.splitlines()
    assert (typed.returncode, typed.stderr) == (0, "")
    assert asked == "Type input 1, input 2, input 3, one row a line; an empty line ends."
    assert refused == "A row is 3 numbers: input 1, input 2, input 3. Got: 1 0"
    assert float(answered) == pytest.approx(0.9999584, abs=5e-8)


def test_a_changed_weight_is_noticed_by_the_check(tmp_path):
    script = tmp_path / "network.py"
    text = nncore.to_python(HIDDEN)
    script.write_text(text.replace("W[:] = 2 *", "W[:] = 3 *"), encoding="utf-8")

    checked = run_script(script, "--train")

    assert checked.returncode == 1
    assert "The weights differ" in checked.stdout


def test_an_epoch_that_the_run_has_not_is_refused():
    with pytest.raises(nncore.errors.EpochError):
        nncore.to_python(HIDDEN, epoch=201)


def test_what_is_no_experiment_is_refused():
    with pytest.raises(nncore.errors.SettingError, match="experiment must be an Experiment"):
        nncore.to_python(json.loads("{}"))


def test_a_loss_beyond_the_largest_number_is_written_so_that_python_reads_it():
    targets = nncore.Dataset([[0.0], [1.0]], [[1e200], [2e200]])
    line = nncore.Architecture((1, 1), ("linear",))

    script = nncore.to_python(
        nncore.Experiment(targets, line, loss="half_squared_error", optimizer=nncore.SGD(1.0), epochs=5)
    )

    names = {"__name__": "network"}
    exec(script, names)
    assert names["RECORDED_LOSS"] == np.inf


def test_the_row_that_its_head_asks_for_has_as_many_numbers_as_the_table_has_inputs():
    table = nncore.Dataset([[0.5, -2.0], [1.0, 3.0]], [[0.0], [1.0]])
    shape = nncore.Architecture((2, 1), ("sigmoid",))

    script = nncore.to_python(nncore.Experiment(table, shape, loss="huber", optimizer=nncore.SGD(1.0), epochs=1))

    assert "    python THIS_FILE 0.5 -2         answers a row\n" in script


def script_of(tmp_path, experiment, name="network.py", **how):
    script = tmp_path / name
    script.write_text(nncore.to_python(experiment, **how), encoding="utf-8")
    return script


def one_layer(targets, names, activation, loss):
    """Return an untrained network for two classes or more that have names, on one row of (1, 2) for each."""
    inputs = [[1.0, 2.0]] * len(targets)
    table = nncore.Dataset(inputs, targets, input_names=["weight", "length"], class_names=names)
    shape = nncore.Architecture((2, len(targets[0])), (activation,), bias=False)
    return nncore.Experiment(table, shape, loss=loss, optimizer=nncore.SGD(1e-6), epochs=1)


def test_where_classes_have_names_the_answer_is_a_name_with_the_output_of_each(tmp_path):
    fruit = one_layer(np.eye(3).tolist(), ["apple", "plum", "pear"], "softmax", "categorical_cross_entropy")
    outputs = fruit.run().predict([[1.0, 2.0]])[0].tolist()

    answered = run_script(script_of(tmp_path, fruit), "1", "2").stdout

    largest = ["apple", "plum", "pear"][int(np.argmax(outputs))]
    assert answered == f"{largest}: apple {outputs[0]!r}, plum {outputs[1]!r}, pear {outputs[2]!r}\n"


def test_one_of_two_classes_is_called_by_the_threshold_that_is_given(tmp_path):
    late = one_layer([[0.0], [1.0]], ["on time", "late"], "sigmoid", "binary_cross_entropy")
    output = late.run().predict([[1.0, 2.0]]).item()

    answered = [run_script(script_of(tmp_path, late, threshold=output + by), "1 2").stdout for by in (-0.01, 0.0, 0.01)]

    assert answered == [f"late: {output!r}\n", f"undecided: {output!r}\n", f"on time: {output!r}\n"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            "5,1 3.5",
            'length must be a number; with decimal commas write semicolons between the cells. Got "1 3.5" in: 5,1 3.5',
        ),
        ("1.500;3,5", "Write decimals with a point or with a comma, not with both. Got: 1.500;3,5"),
        ('1.500,"3,5"', "Write decimals with a point or with a comma, not with both. Got: 1.500,3,5"),
        ('"1,500",3', 'weight must be a number. Got "1,500" in: 1,500,3'),
        ("5,1,3,5", "A row is 2 numbers: weight, length. Got: 5,1,3,5"),
    ],
)
def test_a_comma_that_may_be_of_either_kind_is_refused_in_one_sentence(row, told, tmp_path):
    late = one_layer([[0.0], [1.0]], ["on time", "late"], "sigmoid", "binary_cross_entropy")

    refused = run_script(script_of(tmp_path, late), row)

    assert (refused.returncode, refused.stderr) == (1, f"{told}\n")


@pytest.mark.parametrize(
    "row", [["1,0;2,0"], ["1,0\t2"], ["1,0 ; 2"], ["1,0", "2,0"], ["1,", "2"], ['"1,0","2,0"'], ['1,"2,00"']]
)
def test_a_comma_stands_before_decimals_where_none_stands_between_cells_or_a_cell_is_quoted(row, tmp_path):
    late = one_layer([[0.0], [1.0]], ["on time", "late"], "sigmoid", "binary_cross_entropy")

    assert run_script(script_of(tmp_path, late), *row).stdout.endswith(f"{late.run().predict([[1.0, 2.0]]).item()!r}\n")


@pytest.mark.parametrize("row", ["1, 2", "1;2", "1 ; 2", "1\t2", " 1   2 "])
def test_one_kind_of_separator_may_have_spaces_around_it(row, tmp_path):
    late = one_layer([[0.0], [1.0]], ["on time", "late"], "sigmoid", "binary_cross_entropy")

    assert run_script(script_of(tmp_path, late), row).stdout.endswith(f"{late.run().predict([[1.0, 2.0]]).item()!r}\n")


FRUIT = {
    "Länge": {},
    "Farbe": {"dark, red": (1.0, 0.0, 0.0), "rot": (0.0, 1.0, 0.0), "=gelb": (0.0, 0.0, 1.0)},
    "reif": {"nein": (0.0,), "ja": (1.0,)},
}
"""A column of numbers, one whose words have an input each, and one whose two words are the numbers of one input."""


@pytest.fixture(scope="module")
def fruit(tmp_path_factory):
    """Return a run on a table with words, scaled and with an input that is derived from its columns, and its file."""
    names = ["Länge", "Farbe = dark, red", "Farbe = rot", "Farbe = =gelb", "reif"]
    dataset = nncore.Dataset(
        [[1.5, 1, 0, 0, 1], [12.25, 0, 1, 0, 0], [3, 0, 0, 1, 1], [4, 0, 1, 0, 0]],
        [[0.0], [1.0], [0.5], [2.0]],
        input_names=names,
        derived=[nncore.DerivedColumn.parse("[Länge] * [Farbe = rot] + reif", names)],
    )
    experiment = nncore.Experiment(dataset, nncore.Architecture((6, 2, 1), ("tanh", "linear")), loss="huber",
                                   optimizer=nncore.SGD(0.1), epochs=7, input_scaling="standard")  # fmt: skip
    run = experiment.run()
    return run, script_of(tmp_path_factory.mktemp("fruit"), experiment, history=run.history, columns=FRUIT)


@pytest.mark.parametrize("row", ["dark blue", '"dark blue"', "0 1", "0;1"])
def test_a_word_with_a_space_may_be_the_whole_row(row, tmp_path):
    colours = nncore.Dataset([[1, 0], [0, 1]], [[0.0], [1.0]], input_names=["is red", "is dark blue"])
    shape = nncore.Architecture((2, 1), ("linear",))
    experiment = nncore.Experiment(colours, shape, loss="huber", optimizer=nncore.SGD(0.1), epochs=3)
    words = {"colour": {"red": (1.0, 0.0), "dark blue": (0.0, 1.0)}}

    answered = run_script(script_of(tmp_path, experiment, columns=words), row)

    assert float(answered.stdout) == pytest.approx(experiment.run().predict([[0, 1]]).item(), rel=1e-12)


RED, DARK, YELLOW = [12.25, 0, 1, 0, 0], [1.5, 1, 0, 0, 1], [3, 0, 0, 1, 1]
"""Three rows as the network's own inputs."""


@pytest.mark.parametrize(
    ("row", "inputs"),
    [
        (["12.25", "rot", "nein"], RED),
        (["12.25 rot nein"], RED),
        (["12.25, rot, nein"], RED),
        (["12,25;rot;nein"], RED),
        (["12,25\trot\tnein"], RED),
        (["12,25", "rot", "nein"], RED),
        (["12.25", "0", "1", "0", "0"], RED),
        (["12,25;0;1;0;0"], RED),
        (["12.25", "rot", "0"], RED),
        (["1.5", "dark, red", "ja"], DARK),
        (['1.5,"dark, red",ja'], DARK),
        (["1,5;dark, red;ja"], DARK),
    ],
)
def test_a_row_is_typed_with_the_words_of_its_table_or_as_the_network_s_inputs(row, inputs, fruit):
    run, script = fruit

    answered = run_script(script, *row)

    assert answered.stderr == ""
    assert float(answered.stdout) == pytest.approx(run.predict([inputs]).item(), rel=1e-12)


@pytest.mark.parametrize(
    "piped",
    [
        '12.25,rot,nein\n1.5,"dark, red",ja\n3,=gelb,ja\n',
        "reif;Länge;output;Farbe\r\nnein;12,25;0,1;rot\r\n\r\nja;1,5;;dark, red\r\nja;3;0;=gelb\r\n",
        '\ufeff"Farbe"\tLänge\treif\nrot\t12,25\tnein\ndark, red\t1,5\tja\n\'=gelb\t3\tja\n',
        'Länge,"Farbe = dark, red",Farbe = rot,Farbe = =gelb,reif\n12.25,0,1,0,0\n1.5,1,0,0,1\n3,0,0,1,1\n',
        "Länge Farbe reif\n12.25 rot nein\n1.5 'dark, red' ja\n3 =gelb ja\n".replace("'", '"'),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_file_of_rows_may_have_words_and_decimal_commas(piped, encoding, fruit):
    run, script = fruit
    file = script.with_name("rows.csv")
    file.write_bytes(piped.replace("\ufeff", "" if encoding == "cp1252" else "\ufeff").encode(encoding))

    with file.open("rb") as rows:
        answered = subprocess.run(
            [sys.executable, "-I", str(script)], stdin=rows, capture_output=True, text=True, check=False
        )

    assert answered.stderr == ""
    expected = run.predict([RED, DARK, YELLOW])[:, 0]
    np.testing.assert_allclose([*map(float, answered.stdout.split())], expected, rtol=1e-12)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("3;blau;ja", 'Farbe must be one of these words: dark, red, rot, =gelb. Got "blau" in: 3;blau;ja'),
        ("3;1;ja", 'Farbe must be one of these words: dark, red, rot, =gelb. Got "1" in: 3;1;ja'),
        ("3;;ja", 'Farbe must be one of these words: dark, red, rot, =gelb. Got "" in: 3;;ja'),
        ("rot;3;ja", 'Länge must be a number. Got "rot" in: rot;3;ja'),
        ("nan;rot;ja", 'Länge must be a number. Got "nan" in: nan;rot;ja'),
        (
            "3,5;rot;ja;0,5",
            "A row is 3 values: Länge, Farbe (dark, red, rot, =gelb), reif (nein, ja). Got: 3,5;rot;ja;0,5",
        ),
        ("3;ja", "A row is 3 values: Länge, Farbe (dark, red, rot, =gelb), reif (nein, ja). Got: 3;ja"),
    ],
)
def test_a_word_that_the_table_does_not_know_is_refused_with_those_it_knows(row, told, fruit):
    refused = run_script(fruit[1], row)

    assert (refused.returncode, refused.stderr) == (1, f"{told}\n")


def test_where_the_file_rounds_the_loss_of_the_recorded_weights_otherwise_it_says_why(fruit, tmp_path):
    run, script = fruit
    recorded, rounded = float(run.history.loss[-1]), 0.125
    otherwise = tmp_path / "rounds_otherwise.py"
    text = script.read_text(encoding="utf-8").replace("found = loss_of(parameters)", f"found = {rounded}")
    otherwise.write_text(text, encoding="utf-8")

    checked = run_script(otherwise, "--train")

    assert checked.stdout.splitlines() == [
        f"The loss recorded after 7 epochs is {recorded!r}.",
        "Every weight is the recorded one, to the last bit.",
        "From these weights this file works out the loss in another order, which rounds it to 0.125.",
    ]


def test_its_help_calls_the_file_by_the_name_it_has(tmp_path):
    script = script_of(tmp_path, SINGLE, "fruit (1).py")

    assert f"python {script} --train " in run_script(script, "--help").stdout
    assert run_script(script, "--help", options=["-OO"]).stderr == ""  # Python throws its text away then
