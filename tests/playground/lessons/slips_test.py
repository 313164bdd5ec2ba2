"""What a teacher may slip in is said in the scene itself, with the file that has it, and the page stays."""

import pytest

from playground.document.lesson_place import LessonPlace
from playground.lessons import lesson_of, lessons, scene_document, scene_runs, unreadable_lessons
from playground.lessons.checked_lesson import problems_of
from playground.lessons.lesson_group import lesson_group
from playground.lessons.told_scene import told_scene

BEGINS = "Something in this scene has to be mended. "
ASKS = "Text.\n\n**Which?**\n\n> So it is."


@pytest.mark.parametrize(
    ("slip", "sentence"),
    [
        ("weight foo at 0", "There is no weight or bias 'foo'. There are "),
        ("test loss at 0", "The table has no test rows."),
        ("loss at 999,999", "The run ends at epoch "),
        ("output for 0, 1 at 999,999", "The run ends at epoch "),
        ("output for 0 at 0", "An output is asked for with one number for each of the 2 inputs"),
        ("output of the new situation at 999,999", "The run ends at epoch "),
        ("sum of row 1 at 999,999", "The run ends at epoch "),
        ("gradient of weight input 1 at 999,999", "The run ends at epoch "),
        ("line x for weight input 1 at 999,999", "The run ends at epoch "),
        ("output of row ² at 0", "A row has a number from 1 to 4. Got '²' instead."),
        ("loss at 0 in scene 9", "The lesson has no scene 9."),
        ("loss at 0 in scene 0", "The scene of lesson must be "),
    ],
)
def test_what_the_run_has_not_is_said_in_place_of_the_text(write_lesson, slip, sentence):
    write_lesson("05-slip", f"It is {{{slip}}}.", state={"situation": [0.0, 1.0]})

    told = told_scene(LessonPlace("slip"))

    assert told["text"].startswith(f'{BEGINS}05-slip.md, scene 1, "{slip}": {sentence}')
    assert (told["heading"], told["question"]) == ("Scene 1", None)
    assert told_scene(LessonPlace("slip", 2))["text"] == "Text."


def test_a_claim_that_is_not_so_is_said_with_its_file_and_with_what_is(write_lesson):
    write_lesson("05-slip", "It is {loss at 0}, and {2 = last epoch}.", claims=["loss at 0 < 0.1"])

    assert problems_of(lesson_of("slip")) == [
        "05-slip.md, scene 1: it is not so that 2 = last epoch: last epoch is 2,000.",
        "05-slip.json, scene 1: it is not so that loss at 0 < 0.1: loss at 0 is 0.5084.",
    ]


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        (("loss at 0 < 0", "loss at 0 < 0"), "One of the choices must be true. Got 0: none."),
        (("loss at 0 > 0", "loss at 0 > 0"), "One of the choices must be true. Got 2: one, other."),
    ],
)
def test_a_question_without_one_truth_is_not_asked(write_lesson, claims, said):
    write_lesson("05-slip", ASKS, choices=dict(zip(("one", "other"), claims, strict=True)))

    told = told_scene(LessonPlace("slip"))

    assert told["text"] == f"{BEGINS}05-slip.json, scene 1, choices: {said}"
    assert told["question"] is None
    assert problems_of(lesson_of("slip")) == [f"05-slip.json, scene 1, choices: {said}"]


def test_a_number_to_be_guessed_that_the_run_has_not_is_not_asked_for(write_lesson):
    write_lesson("05-slip", ASKS, number="loss at 999,999")

    told = told_scene(LessonPlace("slip"))

    assert told["text"].startswith(f'{BEGINS}05-slip.json, scene 1, "loss at 999,999": The run ends at epoch ')
    assert told["question"] is None
    assert len(problems_of(lesson_of("slip"))) == 1


def test_a_run_that_takes_too_long_is_not_waited_for(write_lesson, monkeypatch):
    monkeypatch.setattr(scene_runs, "LONGEST", 0.05)
    write_lesson("05-slip", "It is {loss at the end}.", state={"settings": {"epochs": 1_000_000}})

    told = told_scene(LessonPlace("slip"))

    assert told["text"].startswith(
        f'{BEGINS}05-slip.md, scene 1, "loss at the end": The run must be trained within 0.05 seconds'
    )
    experiment = scene_document(LessonPlace("slip")).experiment
    left = scene_runs.kept_scene_run(experiment).trainer.epoch
    assert 0 < left < 1_000_000
    # Asked again, it is said at once; and the page goes on from what was trained.
    assert len(problems_of(lesson_of("slip"))) == 1
    assert scene_runs.kept_scene_run(experiment).trainer.epoch == left
    assert told_scene(LessonPlace("slip", 2))["text"] == "Text."


@pytest.mark.parametrize(
    ("file", "title", "said"),
    [
        ("02-other", "First", '02-other.md: Its title "First" is that of 01-first.md: give it another one.'),
        ("02-other", "AND", '02-other.md: Its title "AND" is that of an example of the gallery: give it another one.'),
        (
            "02-first",
            "Second",
            '02-first.md: Links call it "first", as 01-first.md: give both of its files another name.',
        ),
        ("02-", "Second", "02-.md: lesson must be a name of at most 100 characters."),
    ],
)
def test_a_lesson_called_as_something_else_is_left_out_and_said(write_lesson, file, title, said):
    write_lesson("01-first", title="First")
    write_lesson(file, title=title)
    write_lesson("03-third", title="Third")

    assert [lesson.title for lesson in lessons()] == ["First", "Third"]
    assert [document.title for document in lesson_group().documents] == ["First", "Third"]
    (why,) = unreadable_lessons()
    assert why.startswith(said)
    assert told_scene(LessonPlace("first"))["title"] == "First"
    assert told_scene(LessonPlace("other")) is None


def test_a_lesson_whose_file_is_missing_or_no_text_is_left_out_and_said(write_lesson, tmp_path):
    for name in ("01-whole", "02-half", "03-other"):
        write_lesson(name, title=name)
    (tmp_path / "02-half.json").unlink()
    (tmp_path / "03-other.md").write_bytes(b"# A lesson\xff")

    assert [lesson.name for lesson in lessons()] == ["whole"]
    assert unreadable_lessons() == (
        "02-half.json: It is missing: a lesson has two files, one .md and one .json.",
        "03-other.md: It must be saved as UTF-8.",
    )
