"""The page without a browser where the player cannot start: the run stands on it as it ends, drawn by Python alone."""

from dataclasses import replace

import nncore

from ..page_texts import (
    ARROW,
    ARTICLE_1,
    BEFORE,
    NEVER_REACHED,
    NOT_FINITE,
    OPEN_ARTICLE_1,
    OPEN_ARTICLE_2,
    SETTINGS_TO_MEND,
    TABLE_TO_MEND,
    TEST_ROWS,
    TRAINING_ROWS,
    epochs_done,
    expected_outputs,
    with_table,
)

COLUMNS = ["input 1", "input 2", "input 3", "target"]
GALLERY = {
    OPEN_ARTICLE_1: (4, "right"),
    OPEN_ARTICLE_2: (6, "right"),
    "AND": (4, "right"),
    "OR": (4, "right"),
    "XOR": (4, "wrong"),
    "NAND": (4, "right"),
}


def test_the_first_article_stands_there_trained_with_its_answers_counts_and_charts(still_page):
    assert len(still_page.client.get("bidi_component")) == 0
    assert any("could not start here" in caption for caption in still_page.captions)
    assert still_page.status.startswith(epochs_done(15_000, 15_000))
    assert still_page.situation == "output: 0.99996, class 1"  # the article prints 0.9999584
    assert still_page.outputs() == expected_outputs(ARTICLE_1)
    assert still_page.counts() == ["TP 2 TN 2 FP 0 FN 0", "accuracy = (TP + TN) / all = (2 + 2) / 4 = 1"]
    assert {"Training table", "Test table", "New situation", "Loss", "Weights"} <= set(still_page.headings)
    assert set(still_page.charts) == {"loss", "weights"}
    assert all(BEFORE not in chart for chart in still_page.charts.values())
    assert not still_page.notes
    assert "Forget" not in still_page.buttons


def test_a_run_of_many_slices_is_drawn_again_until_it_has_ended(still_page, monkeypatch):
    slices = []

    def train_a_little(run, until, seconds):
        slices.append(run.trainer.epoch)
        run.trainer.advance(epochs=400)

    still_page.set_number("Epochs", 2_000)
    monkeypatch.setattr("playground.runs.live_run.LiveRun.advance", train_a_little)

    still_page.set_number("Seed", 2)

    assert slices == [0, 400, 800, 1_200, 1_600]
    assert still_page.status.startswith(epochs_done(2_000, 2_000))
    assert still_page.outputs() == expected_outputs(replace(ARTICLE_1, epochs=2_000, seed=2))


def test_everything_in_the_gallery_opens_trained_and_only_xor_fails(still_page):
    for title, (rows, verdict) in GALLERY.items():
        still_page.choose("Open", title)

        assert len(still_page.verdicts()) == rows
        assert set(still_page.verdicts()) == {"right", verdict}
        assert "Forget" not in still_page.buttons  # what was open before is no run before this one


def test_a_changed_cell_shows_old_and_new_answers_until_forget_is_pressed(still_page):
    old, new = expected_outputs(ARTICLE_1), expected_outputs(with_table(ARTICLE_1, targets=[[0], [1], [0.5], [0]]))

    still_page.type("training", 2, "target", "0,5")
    compared, charts = still_page.answers(TRAINING_ROWS), still_page.charts
    still_page.press("Forget")

    changes = [ARROW.join(pair) for pair in zip(old, new, strict=True)]
    assert [line[:3] for line in compared] == [
        list(line) for line in zip("1234", ["0", "1", "0.5", "0"], changes, strict=True)
    ]
    assert all(BEFORE in chart for chart in charts.values())
    assert [line[2] for line in still_page.answers(TRAINING_ROWS)] == new
    assert set(still_page.verdicts()) == {""}  # 0.5 is no class, so no row is right or wrong any more
    assert all(BEFORE not in chart for chart in still_page.charts.values())
    assert "Forget" not in still_page.buttons


def test_a_bad_cell_or_setting_keeps_the_last_result_and_says_why(still_page):
    answered, status = still_page.answers(TRAINING_ROWS), still_page.status

    still_page.type("training", 2, "input 2", "abc")
    bad_cell = still_page.notes, still_page.answers(TRAINING_ROWS), still_page.status
    still_page.type("training", 2, "input 2", "0").choose("Loss", "categorical cross-entropy")

    assert bad_cell[0][0].startswith(TABLE_TO_MEND)
    assert bad_cell[1:] == (answered, status)
    assert still_page.notes[0].endswith(SETTINGS_TO_MEND)
    assert still_page.answers(TRAINING_ROWS) == answered


def test_test_rows_are_answered_and_counted(still_page):
    still_page.add_row("test", dict(zip(COLUMNS, ["1", "0", "0", "1"], strict=True)))
    still_page.add_row("test", dict(zip(COLUMNS, ["0", "0", "0", "1"], strict=True)))

    # The article's neuron has no bias: it answers exactly 0.5 to (0, 0, 0), which is not above the threshold.
    answers = [[*line[:2], line[2].split(ARROW)[-1], line[3]] for line in still_page.answers(TEST_ROWS)]
    assert answers == [["1", "1", "0.99996", "right"], ["2", "1", "0.5000", "wrong"]]
    assert still_page.counts("Test") == ["TP 1 TN 0 FP 0 FN 1", "accuracy = (TP + TN) / all = (1 + 0) / 2 = 0.5"]


def test_article_2_is_counted_by_the_range_its_test_rows_are_scaled_by(still_page):
    still_page.choose("Open", OPEN_ARTICLE_2)
    own_range = still_page.counts("Test")
    still_page.choose("Test rows are scaled", "by the training rows")

    assert own_range[0] == "TP 2 TN 4 FP 0 FN 0"
    assert still_page.counts("Test")[0] == "TP 2 TN 3 FP 1 FN 0"


def test_cautions_and_early_ends_are_told(still_page):
    still_page.type("training", 1, "target", "5")
    warnings = still_page.notes
    still_page.choose("Output activation", "linear").set_number("Learning rate", 1000.0)
    exploded = " ".join(still_page.notes)
    still_page.set_number("Learning rate", 0.1).set_number("Epochs", 20).type("training", 1, "target", "1")

    linear = nncore.Architecture((3, 1), ("linear",), bias=False)
    assert [NEVER_REACHED in note for note in warnings] == [True]
    assert NOT_FINITE in exploded
    assert "at epoch " in exploded
    assert still_page.outputs() == expected_outputs(
        replace(ARTICLE_1, architecture=linear, optimizer=nncore.SGD(0.1), epochs=20)
    )


def test_a_situation_whose_answer_is_too_large_for_a_number_gets_a_sentence(still_page):
    still_page.choose("Output activation", "linear").choose("Scaling of inputs", "mean 0, deviation 1")
    still_page.set_number("Learning rate", 0.1).set_number("Epochs", 20)

    still_page.type("situation", 0, "input 1", "1.7e308")

    assert still_page.situation == ""
    assert any("too large for a number" in note for note in still_page.notes)
