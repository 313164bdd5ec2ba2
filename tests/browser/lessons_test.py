"""Lessons in the browser: every scene of every lesson opens and says what it says; a guess comes before the answer."""

from playwright.sync_api import expect

from playground.document.lesson_place import LessonPlace
from playground.lessons import lessons, scene_document
from playground.lessons.scene_runs import kept_scene_run, runs_of
from playground.lessons.told_scene import told_scene


def test_every_scene_of_every_lesson_opens_with_its_text_at_its_epoch_and_has_no_room_too_little(app):
    strip = app.player.locator(".lesson-words")
    app.open(f"#document={scene_document(LessonPlace(lessons()[0].name)).to_link()}")
    for lesson in lessons():
        for number in range(1, len(lesson.scenes) + 1):
            place = LessonPlace(lesson.name, number)
            told, document = told_scene(place), scene_document(place)

            expect(app.player.locator(".lesson-place")).to_have_text(f"{number} of {len(lesson.scenes)}")
            expect(app.question).to_have_text(told["heading"])
            expect(strip).to_contain_text(told["text"])
            runs_of(place)(None)
            run = kept_scene_run(document.experiment)
            app.expect_epoch(run.last_epoch if document.play_head is None else document.play_head)
            is_guessed = told["question"] is not None and document.hide_future is not False
            ending = () if is_guessed else run.early_end  # nobody is told how it ends who is to guess it
            expect(app.notes, str(place)).to_have_text([*document.experiment.warnings(), *ending])
            assert strip.bounding_box()["height"] <= 52, f"{place}: more than two lines"
            app.page.keyboard.press(">")
    app.wait_until_idle()


def test_a_guess_is_asked_for_first_and_kept_beside_the_truth_and_the_page_goes_on_as_it_likes(app):
    app.open(f"#document={scene_document(LessonPlace('a-neuron-learns')).to_link()}").wait_until_finished()
    words, remark = app.player.locator(".lesson-words"), app.player.locator(".lesson-remark")
    expect(words).not_to_contain_text("so it is")

    app.button("Guess row 2").click()

    expect(words).to_contain_text("You said row 2; the run says row 3.")
    app.expect_epoch(4)
    app.page.reload()
    expect(words).to_contain_text("You said row 2; the run says row 3.")
    app.wait_until_finished()
    app.button("Next scene").click()
    expect(app.question).to_have_text("The error moves the weights")
    expect(app.player.locator(".lesson-mark")).to_have_count(2)
    app.button("Undo").click()
    expect(words).to_contain_text("You said row 2; the run says row 3.")
    expect(remark).to_be_hidden()
    app.table("Training table").edit(0, "input 1", "1")
    expect(remark).to_be_visible()
    expect(words).to_contain_text("the lesson’s own table, not of this one")
    app.press("Undo")
    expect(remark).to_be_hidden()
    app.button("Leave the lesson").click()
    expect(words).to_be_hidden()
    expect(app.question).to_contain_text("stays wrong the longest?")


def test_a_lesson_is_opened_from_the_gallery_by_its_picture(app):
    app.open_at_the_beginning()
    app.button("Gallery").click()
    tile = app.page.locator('[class*="st-key-card_"]').filter(has_text="Article 1, step by step")
    expect(tile.locator("button, a, [tabindex]")).to_have_count(1)  # one stop of the Tab key
    picture = tile.locator("img")
    picture.scroll_into_view_if_needed()  # waits until it stands still, which a forced click does not
    picture.click(force=True)

    expect(app.question).to_have_text("Four rows, three weights")


def test_on_a_phone_what_is_marked_out_of_sight_is_one_tap_away(phone):
    place = LessonPlace("the-learning-rate", 6)
    assert lessons()[3].scenes[5].look_at == ("setting Learning rate", "loss chart")
    phone.open(f"#document={scene_document(place).to_link()}").wait_until_finished()

    phone.button("Look at what is marked").tap()

    expect(phone.player.locator(".panel-loss")).to_be_in_viewport(ratio=1)
    # Answers as long as −2.348 · 10¹⁵⁵ have found their room, though they came into sight only now.
    phone.page.wait_for_function(
        """() => [...document.querySelectorAll(".rows-of-train .rows-item")].every((line) => {
          const [output, track] = ["b", ".rows-track"].map((part) => line.querySelector(part).getBoundingClientRect());
          return output.width > 0 && output.left + line.querySelector("b").scrollWidth <= track.left;
        })"""
    )
