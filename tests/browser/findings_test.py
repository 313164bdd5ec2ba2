"""What is found in a table stays unfolded while it is mended, and what became of dropped files is seen."""

from playwright.sync_api import expect

from ..page_texts import OPEN_ARTICLE_2
from .measured_boxes import resize

DROP_TWO = """
() => {
  const dataTransfer = new DataTransfer();
  for (const name of ["first.csv", "second.csv"]) {
    dataTransfer.items.add(new File(["a;t\\n1;0\\n2;1\\n"], name, { type: "text/csv" }));
  }
  const over = document.querySelector(".player");
  for (const name of ["dragover", "drop"]) {
    over.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
  }
}
"""
# What lies below the box cannot be hit by the pointer, so that is not asked: the browser's top layer covers everything.
IS_ON_TOP = """
element => {
  const { top, bottom } = element.getBoundingClientRect();
  return element.matches(":popover-open") && top >= 0 && bottom <= innerHeight;
}
"""


def test_the_findings_stay_unfolded_when_their_number_changes(app):
    app.open_at_the_beginning()
    app.button("2 notes, Notes").click()
    mend = app.page.get_by_role("button", name="Ignore “input 1”")
    expect(mend).to_be_visible()

    mend.click()

    # Without the first input two pairs of rows contradict each other.
    expect(app.button("1 warning, Notes")).to_be_visible()
    expect(mend).to_have_count(0)
    expect(app.page.get_by_text("have inputs in common and different targets")).to_be_visible()


def test_what_is_found_in_the_test_rows_is_unfolded_below_their_table(app):
    app.open_at_the_beginning()
    with app.another_run():  # with which the training table comes to the front
        app.choose_from("Open", OPEN_ARTICLE_2)
    app.page.get_by_role("tab", name="Test table", exact=True).click()

    app.button("3 notes, Notes").click()

    expect(app.page.get_by_text("far outside the training range")).to_be_visible()

    # In a wide and low window there is little room below the button, and much above it.
    app.page.keyboard.press("Escape")
    expect(app.page.get_by_text("far outside the training range")).to_be_hidden()
    resize(app.page, 1920, 900)
    app.button("3 notes, Notes").last.click()
    sentences = app.page.get_by_role("dialog", name="Notes").get_by_test_id("stCaptionContainer")
    expect(sentences.first).to_be_visible()
    for sentence in sentences.all():
        expect(sentence).to_be_in_viewport(ratio=1)


def test_of_several_dropped_files_it_is_said_on_top_of_the_box_which_one_was_taken(app):
    app.open_at_the_beginning()

    # From most of the page the box takes the focus by itself, but not from the grid.
    app.table("Training table").select(1, "input 2")

    app.page.evaluate(DROP_TWO)

    notice = app.page.get_by_role("alert").filter(has_text="One file at a time: first.csv was taken")
    expect(app.page.get_by_role("dialog").get_by_text("Semicolons between cells")).to_be_visible()
    expect(notice).to_be_visible()
    app.page.wait_for_function(IS_ON_TOP, arg=notice.element_handle())
    app.page.keyboard.press("Escape")
    expect(app.page.get_by_role("dialog")).to_have_count(0)
