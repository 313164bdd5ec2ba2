import json
import re

import pytest

import nncore
from nncore.__main__ import main
from nncore.explanation.worked_text import worked_text
from nncore.textbook_examples import mazur


def numbers_after_equals(printed, name):
    """Return the value that a printed line ends on."""
    block = re.search(rf"^{re.escape(name)} = .*\n(?: +.*\n?)*", printed, flags=re.MULTILINE)[0]
    return float(re.findall(r"^ +=\s(−?[0-9.e-]+)$", block, flags=re.MULTILINE)[-1].replace("−", "-"))


def test_the_first_article_s_update_is_printed_with_all_digits(played):
    session = played("explain single-neuron --epoch 4 --sample 0 --parameter 2 --digits all")

    new = nncore.articles.single_neuron().run().history.network_at(5).parameters[2]
    assert session.exit_code == 0
    assert session.said == ""
    assert numbers_after_equals(session.printed, "new input 3 → target") == new


def test_what_is_printed_are_the_lines_of_the_core(played):
    session = played("explain hidden-layer --epoch 10 --sample all --parameter 11 --digits 3")

    step = nncore.explain(nncore.articles.hidden_layer(), epoch=10, parameter=11)
    assert session.printed == worked_text(step, 3, 80) + "\n"
    for line in step.lines:
        assert f"{line.name} = " in session.printed


@pytest.mark.parametrize(
    "wrap",
    [
        lambda experiment: experiment,
        lambda experiment: {"version": 1, "experiment": experiment},
        lambda experiment: {"document": {"experiment": experiment}, "trained": {}},
    ],
    ids=["experiment", "document", "file of the page"],
)
def test_a_saved_experiment_is_explained(played, tmp_path, wrap):
    path = tmp_path / "saved.json"
    path.write_text(json.dumps(wrap(nncore.articles.hidden_layer().to_dict())), encoding="utf-8")

    assert played(f"explain {path}").printed == played("explain hidden-layer").printed


def test_a_bare_command_explains_the_first_weight_of_the_first_row(played):
    assert played("explain single-neuron").printed.startswith("input 1 → target: the update from epoch 0 to 1\n")


def test_mazur_s_example_is_known_by_its_author(played):
    printed = played("explain mazur --parameter 6 --digits 8").printed

    assert "new hidden 1 → o1 = " in printed
    assert "= 0.35891648\n" in printed


def test_on_paper_every_number_is_rounded_before_it_is_used(played):
    printed = played("explain mazur --digits 3 --on-paper").printed

    # 0.138 · 0.4 + (−0.0384) · 0.5
    assert "= 0.138 · 0.4 + (−0.0384) · 0.5\n" in printed
    assert "= 0.036\n" in printed


def test_on_paper_nobody_writes_all_digits(played):
    assert played("explain mazur --digits all --on-paper").exit_code == 2


def test_an_exercise_is_printed_with_blanks(played):
    printed = played("explain mazur --as sheet").printed

    assert "i1 → hidden 1 = 0.15\n" in printed
    assert printed.count("= ____________") == len(nncore.explain(mazur(), epoch=0, sample=0, parameter=0).lines)


def test_questions_are_printed_for_moodle(played):
    assert "::[plain]" in played("explain mazur --as moodle").printed


def test_a_form_that_is_not_known_gets_a_sentence(played):
    assert 'Did you mean "moodle"?' in played("explain mazur --as mudle").said


def test_a_spreadsheet_is_saved(played, tmp_path):
    path = tmp_path / "update.xlsx"

    session = played(f"explain mazur --parameter 6 --spreadsheet {path}")

    assert session.printed == f"Saved as {path}.\n"
    assert path.read_bytes() == nncore.to_spreadsheet(nncore.explain(mazur(), epoch=0, sample=0, parameter=6))


def test_a_spreadsheet_that_cannot_be_saved_gets_a_sentence(played, tmp_path):
    session = played(f"explain mazur --spreadsheet {tmp_path}")

    assert session.exit_code == 1
    assert "cannot be written" in session.said


def test_a_batch_is_named(played, tmp_path):
    path = tmp_path / "batches.json"
    record = nncore.articles.single_neuron().to_dict() | {"batch_size": 3}
    path.write_text(json.dumps(record), encoding="utf-8")

    assert "from epoch 0 to 1, batch 2 of 2" in played(f"explain {path} --batch 1").printed


@pytest.mark.parametrize(
    ("words", "exit_code", "sentence"),
    [
        ("single-neuron --epoch 15000", 2, "epoch must be a whole number from 0 to 14,999"),
        ("single-neuron --sample 4", 2, "sample must be a whole number from 0 to 3: there are 4 training rows."),
        ("single-neuron --parameter x", 2, "parameter must be a whole number from 0 to 2"),
        ("single-neuron --batch 1", 2, "batch must be 0: there is 1 update in an epoch. Got 1 instead."),
        ("single-neuron --digits 0", 2, 'digits must be a whole number from 1 to 17, or "all".'),
        ("single-neurn", 2, 'Did you mean "single-neuron"?'),
        ("nowhere.json", 1, "nowhere.json cannot be read"),
        ("pyproject.toml", 2, "pyproject.toml holds no experiment: it is not JSON."),
        ("package.json", 2, "package.json holds no experiment:"),
    ],
)
def test_what_cannot_be_explained_gets_a_sentence(played, words, exit_code, sentence):
    session = played(f"explain {words}")

    assert (session.exit_code, session.printed) == (exit_code, "")
    assert sentence in session.said


def test_no_line_of_the_text_is_too_wide_and_no_name_is_broken():
    step = nncore.explain(nncore.articles.hidden_layer(), epoch=10, parameter=1)

    lines = worked_text(step, 6, 80).splitlines()

    assert max(map(len, lines)) <= 80
    assert all(line.count("[") == line.count("]") for line in lines)


def test_a_name_that_is_left_out_is_told_of(capsys):
    assert main(["explain", ""]) == 2
    assert capsys.readouterr().err.startswith('"" is not a known experiment. Known are: single-neuron')
    assert main(["explain", "mazur", "--spreadsheet", ""]) == 1
    assert capsys.readouterr().err.startswith("A file without a name cannot be written: ")
