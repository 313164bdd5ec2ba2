"""The page without a browser: how inputs and targets are scaled is chosen, holds for all that is asked, and is said."""

import pytest


def captions(page):
    return [caption.value for caption in page.client.caption]


SAYS_RAW = "The switch above shows the inputs as they were typed, or as the network sees them."


@pytest.fixture
def second_article(page):
    page.choose("Open", "Article 2: a hidden layer")
    return page


@pytest.mark.parametrize(
    ("option", "offset", "scale"),
    # The first column is 0, 0, 0, 10, 10, 10: it spans 10, and its mean is 5, as far as each number is from it.
    [("none", 0, 1), ("min_max", 0, 10), ("standard", 5, 5), ("max_abs", 0, 10)],
)
def test_a_scaler_is_fitted_to_the_training_rows_and_all_that_is_asked_goes_through_it(
    second_article, option, offset, scale
):
    page = second_article.choose("Scaling of inputs", option).choose("Scaling of inputs", option)
    if option != "none":
        page.choose("Test rows are scaled", "train")
    page.type("situation", 0, "input 1", "20").finish()

    said = page.player.description
    assert (said["input_scaling"]["offset"][0], said["input_scaling"]["scale"][0]) == (offset, scale)
    for table in ("train", "test"):
        for raw, scaled in zip(said[table]["inputs"], said[table]["scaled"], strict=True):
            assert scaled[0] == (raw[0] - offset) / scale
    situation = page.header["situation"]
    assert (situation["inputs"][0], situation["scaled"][0]) == (20, (20 - offset) / scale)
    # What stands in the tables is never scaled.
    assert page.cells("training")[3][0] == "10"
    assert (SAYS_RAW in captions(page)) == (option != "none")


def test_the_article_s_way_to_scale_its_test_rows_is_a_choice_beside_it(second_article):
    page = second_article.finish()
    assert page.player.description["test"]["scaled"][2] == [0, 1, 1]

    page.choose("Test rows are scaled", "train").finish()

    assert page.player.description["test"]["scaled"][2] == [0, 1, 10]


def test_targets_are_scaled_and_answers_shown_in_their_own_unit(second_article):
    page = second_article.choose("Output activation", "linear").choose("Scaling of targets", "standard").finish()

    # Half of the targets are 0, half are 1.
    assert page.player.description["target_scaling"] == {"offset": [0.5], "scale": [0.5]}
    assert "Outputs are scaled back: they are shown in the unit of the target." in captions(page)
    page.do("undo")
    assert page.player.description["target_scaling"] == {"offset": [0.0], "scale": [1.0]}
