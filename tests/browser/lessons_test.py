"""Lessons in the browser: every scene has room for what it says, one follows the other; a guess comes before the answer."""

from playwright.sync_api import expect

from playground.document.lesson_place import LessonPlace
from playground.lessons import lessons, scene_document
from playground.lessons.scene_runs import kept_scene_run, runs_of
from playground.lessons.told_scene import told_scene

# What shows a scene, with the strip of the page, given one scene after the other.
STRIPS = """
async ([module, scenes]) => {
  const { LessonView } = await import(module);
  const root = document.querySelector(".player");
  const [head, said] = [".lesson-head", ".lesson-said"].map(part => root.querySelector(part));
  head.replaceChildren();
  said.replaceChildren();
  const store = { lesson: null, sceneGuesses: {} };
  const view = new LessonView(root, { head, said }, store, {});
  return scenes.map(scene => {
    store.lesson = { ...scene, look_at: [] };
    view.arrange();
    return [head.querySelector("h2").textContent, view.words.textContent, view.words.getBoundingClientRect().height];
  });
}
"""
LESSON_VIEW = "/_stcore/bidi-components/playground.player/lesson/lesson_view.js"


def test_every_scene_of_every_lesson_has_room_for_its_text(app):
    app.open(f"#document={scene_document(LessonPlace('a-neuron-learns')).to_link()}").wait_until_finished()
    places = [LessonPlace(lesson.name, number + 1) for lesson in lessons() for number in range(len(lesson.scenes))]
    scenes = [told_scene(place) for place in places]

    strips = app.page.evaluate(STRIPS, [LESSON_VIEW, scenes])

    for place, told, (heading, words, height) in zip(places, scenes, strips, strict=True):
        assert heading == told["heading"], place
        assert words.startswith(told["text"]), place
        assert 0 < height <= 52, f"{place}: more than two lines"


def test_the_scenes_of_a_lesson_follow_each_other_with_their_texts_at_their_epochs_and_the_next_lesson_follows_them(
    app,
):
    first, second, *_ = lessons()
    places = [*(LessonPlace(first.name, number + 1) for number in range(len(first.scenes))), LessonPlace(second.name)]
    strip = app.player.locator(".lesson-words")
    app.open(f"#document={scene_document(places[0]).to_link()}")
    for place in places:
        told, document = told_scene(place), scene_document(place)

        expect(app.player.locator(".lesson-place")).to_have_text(f"{place.scene} of {told['scenes']}")
        expect(app.question).to_have_text(told["heading"])
        expect(strip).to_contain_text(told["text"])
        runs_of(place)(None)
        run = kept_scene_run(document.experiment)
        app.expect_epoch(run.last_epoch if document.play_head is None else document.play_head)
        assert app.notes.all_text_contents() == [*document.experiment.warnings(), *run.early_end], place
        app.page.keyboard.press(">")
    app.wait_until_idle()


def test_a_guess_is_asked_for_first_and_kept_beside_the_truth_and_the_page_goes_on_as_it_likes(app):
    app.open(f"#document={scene_document(LessonPlace('a-neuron-learns')).to_link()}").wait_until_finished()
    words = app.player.locator(".lesson-words")
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
    app.button("Leave the lesson").click()
    expect(words).to_be_hidden()
    expect(app.question).to_contain_text("get right last?")


def test_a_lesson_is_opened_from_the_gallery(app):
    app.open_at_the_beginning()
    app.button("Gallery").click()
    app.button("Article 1, step by step").click()

    expect(app.question).to_have_text("Four rows, three weights")
