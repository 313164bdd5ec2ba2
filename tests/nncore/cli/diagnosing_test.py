import json
from typing import get_args

import pytest

import nncore
from nncore.diagnosis.finding import TITLES, Kind
from nncore.diagnosis.museum import EXHIBITS


@pytest.fixture
def saved(tmp_path):
    """Return what saves an exhibit of the museum and returns its file."""

    def save(kind):
        exhibit = next(exhibit for exhibit in EXHIBITS if exhibit.kind == kind)
        path = tmp_path / f"{kind}.json"
        path.write_text(json.dumps(exhibit.experiment.to_dict()), encoding="utf-8")
        return path

    return save


def in_one_line(printed):
    return " ".join(printed.split())


def test_of_the_second_article_its_test_table_is_told(played):
    session = played("diagnose hidden-layer")

    assert session.exit_code == 0
    assert session.printed.startswith(
        "All 200 epochs are done.\nThe table is learnt.\n\n1. Test rows scaled by their own range\n"
    )
    assert "2. Test rows outside the training range" in session.printed


def test_nothing_more_is_told_where_nothing_is_found(played):
    assert played("diagnose single-neuron").printed == "All 15,000 epochs are done.\nThe table is learnt.\n"


def test_an_article_is_changed_before_it_is_run(played):
    session = played("diagnose single-neuron --epochs 2 --learning-rate 0.5 --seed 1")

    assert "The table is not learnt." in session.printed
    assert "1. Stopped too early" in session.printed


@pytest.mark.parametrize("kind", [exhibit.kind for exhibit in EXHIBITS])
def test_what_is_told_of_a_saved_experiment_is_what_is_found(played, saved, kind):
    path = saved(kind)
    experiment = nncore.Experiment.from_dict(json.loads(path.read_text(encoding="utf-8")))

    session = played(f"diagnose {path}")

    assert session.printed.count(f"\n1. {TITLES[kind]}\n") == 1
    for finding in nncore.diagnose(experiment):
        assert in_one_line(finding.sentence) in in_one_line(session.printed)


def test_every_kind_has_a_title_in_words():
    assert set(TITLES) == set(get_args(Kind))
    assert not any("_" in title for title in TITLES.values())


def test_the_mends_are_tried_if_it_is_asked_for(played, saved):
    session = played(f"diagnose {saved('not_separable')} --try")

    assert (
        "With 2 hidden neurons 87 of 100 seeds reach a loss below 0.01 within 15,000 epochs, with 3 all 100."
        in in_one_line(session.printed)
    )


def test_numbers_that_ran_away_are_told_as_any_other_end(played, saved):
    session = played(f"diagnose {saved('unscaled_inputs')}")

    assert session.exit_code == 0
    assert session.printed.startswith("The numbers stopped being finite at epoch 110")


def test_what_cannot_be_diagnosed_gets_a_sentence(played):
    session = played("diagnose nowhere.json")

    assert (session.exit_code, session.printed) == (1, "")
    assert "nowhere.json cannot be read" in session.said
