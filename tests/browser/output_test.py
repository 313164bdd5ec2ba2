"""The picture of the output: its size, its scale with the threshold, whose picture it is, and what is seen when a row flips."""

import re

import pytest
from playwright.sync_api import Locator, expect

from .playground_page import PlaygroundPage

# The places of the line of the picture: one where it jumps to, many where it glides.
NOTE_LINES = """
() => {
  window.lines_seen = new Set();
  const line = document.querySelector(".decision-line");
  const note = () => window.lines_seen.add(line.getAttribute("d"));
  new MutationObserver(note).observe(line, { attributeFilter: ["d"] });
}
"""
# A pulse may be over before the next frame is drawn: what counts is that it is begun.
NOTE_PULSES = """
() => {
  window.pulses = 0;
  const { animate } = Element.prototype;
  Element.prototype.animate = function (keyframes, options) {
    if (options?.pseudoElement === "::after") window.pulses += 1;
    return animate.call(this, keyframes, options);
  };
}
"""
# A machine that has much to do draws few frames: what glides takes as many as on one that draws sixty a second. Pictures that
# follow each other within nine of them do not glide, as when somebody scrubs: what is done next comes later than that.
TIME_BY_FRAMES = """
() => new Promise((resolve) => {
  let now = performance.now();
  const later = now + 200;
  const tick = () => {
    now += 1000 / 60;
    if (now > later) resolve();
    requestAnimationFrame(tick);
  };
  performance.now = () => now;
  tick();
})
"""
BELOW = "every output here below 0.5: no line yet"


@pytest.fixture
def output(app) -> Locator:
    app.open_at_the_end()
    return app.player.locator(".panel-decision")


def test_the_picture_is_a_large_square_with_its_scale_beside_it(app, output):
    panel, plot, scale = (part.bounding_box() for part in (output, output.locator(".decision-plot"), scale_of(output)))

    assert plot["width"] == pytest.approx(plot["height"], abs=1)
    assert plot["width"] >= 340
    assert scale["x"] >= plot["x"] + plot["width"]
    assert scale["height"] == pytest.approx(plot["height"], abs=1)
    assert scale["x"] + scale["width"] <= panel["x"] + panel["width"] + 1


def test_no_number_covers_another_or_a_mark(app, output):
    boxes = output.locator(".decision-number, .decision-ticks span, .scale-label, .decision-verdicts").evaluate_all(
        """(texts) => texts.map((text) => text.getBoundingClientRect()).filter(({ width }) => width)
          .map(({ left, top, right, bottom }) => [left, top, right, bottom])"""
    )

    assert len(boxes) > 10
    for place, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[place + 1 :]:
            assert not (left < other[2] and other[0] < right and top < other[3] and other[1] < bottom)


def test_the_threshold_is_dragged_on_the_scale_and_rows_follow(app, output):
    app.button("Reset").click()
    expect(ringed(output)).to_have_count(2)
    threshold = app.player.get_by_role("slider", name="Threshold", exact=True)

    # All outputs at epoch 0 lie between 0.23 and 0.37.
    drag_to(app, output, share=0.1)

    expect(threshold).to_have_value("0.1")
    expect(output.locator(".scale-label", has_text="threshold")).to_have_text(re.compile("0.10"))
    # Every row is called 1 now, so those are wrong that should be 0.
    expect(wrong_rows(output)).to_have_text(["1", "4"])
    expect(output.locator(".decision-sentence")).to_have_text("every output here above 0.1: no line yet")


def test_the_threshold_is_moved_with_the_keyboard_and_says_its_value(app, output):
    threshold = app.player.get_by_role("slider", name="Threshold", exact=True)
    epoch = app.epoch

    threshold.focus()
    app.page.keyboard.press("ArrowUp")
    app.page.keyboard.press("ArrowRight")

    expect(threshold).to_have_value("0.52")
    expect(threshold).to_have_attribute("aria-valuetext", "0.52: above it an output is called class 1")
    assert app.epoch == epoch
    handle, scale = output.locator(".scale-handle").bounding_box(), scale_of(output).bounding_box()
    middle = handle["y"] + handle["height"] / 2
    assert middle == pytest.approx(scale["y"] + 0.48 * scale["height"], abs=1.5)


def test_where_there_is_no_line_the_picture_says_why(app, output):
    sentence, line = output.locator(".decision-sentence"), output.locator(".decision-line")
    app.button("Reset").click()

    expect(sentence).to_have_text(BELOW)
    expect(line).to_have_attribute("d", "")
    expect(output.get_by_role("img")).to_have_attribute(
        "aria-label", re.compile("Every output here below 0.5: no line yet")
    )

    go_to_the_end(app)

    expect(sentence).to_have_text("")
    expect(line).not_to_have_attribute("d", "")


def test_a_neuron_that_is_pointed_at_shows_its_picture_and_says_whose_it_is(app, output):
    with app.another_run():
        app.choose("Architecture", "Hidden layers")
    neuron = app.player.get_by_role("button", name=re.compile("^hidden 2, "))
    heading, handle = output.get_by_role("heading"), output.locator(".scale-handle")
    rows = output.locator("button.decision-point")
    count = rows.count()

    neuron.hover()

    expect(heading).to_have_text("Hidden, neuron 2")
    expect(output.get_by_role("img")).to_have_attribute("aria-label", re.compile("^Hidden, neuron 2 over"))
    expect(handle).to_be_hidden()
    expect(rows).to_have_count(count)

    app.button("Train").hover()

    expect(heading).to_have_text("Output")
    expect(handle).to_be_visible()


def test_a_neurons_curve_opens_beside_the_output(app, output):
    app.player.get_by_role("button", name=re.compile("^target, output")).click()

    curve = app.player.locator(".panel-curve")
    expect(curve).to_be_visible()
    expect(output.locator(".decision-plot")).to_be_visible()
    one, other = curve.bounding_box(), output.bounding_box()
    assert one["y"] >= other["y"] + other["height"] or one["x"] >= other["x"] + other["width"]
    expect(curve).to_contain_text("derivative")


def test_the_line_glides_to_the_next_epoch_and_a_row_that_flips_is_pointed_out(app, output):
    app.button("Reset").click()
    expect(output.locator(".decision-sentence")).to_have_text(BELOW)
    step_until_a_line_is_there(app, output)
    expect_rest(app, output)
    app.page.evaluate(NOTE_PULSES)
    app.page.evaluate(NOTE_LINES)
    app.page.evaluate(TIME_BY_FRAMES)

    app.button("Next flip").click()

    app.page.wait_for_function("() => window.lines_seen.size > 2 && window.pulses > 0")
    app.page.evaluate("() => delete performance.now")


def test_who_wants_no_motion_sees_the_line_jump(open_page, app_url):
    app = PlaygroundPage(open_page(comes_again=True, reduced_motion="reduce"), app_url)
    app.open_at_the_end()
    output = app.player.locator(".panel-decision")
    app.button("Reset").click()
    expect(output.locator(".decision-sentence")).to_have_text(BELOW)
    app.page.evaluate(NOTE_PULSES)
    step_until_a_line_is_there(app, output)
    expect_rest(app, output)
    app.page.evaluate(NOTE_LINES)

    epoch = app.epoch
    app.button("Step").click()
    app.expect_epoch(epoch + 1)
    expect_rest(app, output)

    assert app.page.evaluate("[window.lines_seen.size, window.pulses]") == [1, 0]


def test_rows_moved_apart_are_tied_to_their_place_and_those_off_the_slice_are_faint(app, output):
    # The new situation of the first article stands where row 3 does, but for its third input.
    situation = output.locator(".is-situation")

    expect(situation).to_have_class(re.compile("is-elsewhere"))
    expect(situation.locator("svg")).to_have_css("opacity", "0.3")
    expect(output.locator(".decision-ties")).to_have_attribute("d", re.compile("^M.*M"))
    expect(situation).to_have_attribute("title", re.compile("not in this picture, its input 3 = 0"))


def scale_of(output: Locator) -> Locator:
    """Return the scale of colours."""
    return output.locator(".decision-scale")


def ringed(output: Locator) -> Locator:
    """Return the points with a ring: those of wrong rows."""
    return output.locator("button.decision-point.is-wrong")


def wrong_rows(output: Locator) -> Locator:
    """Return the numbers of the wrong rows."""
    return ringed(output).locator(".decision-number")


def drag_to(app, output: Locator, share: float) -> None:
    """Drag the handle to a share of the scale's height."""
    mouse, scale = app.page.mouse, scale_of(output).bounding_box()
    handle = output.locator(".scale-handle").bounding_box()
    across = scale["x"] + 6
    mouse.move(across, handle["y"] + handle["height"] / 2)
    mouse.down()
    mouse.move(across, scale["y"] + (1 - share) * scale["height"], steps=5)
    mouse.up()


def go_to_the_end(app) -> None:
    """Put the play-head at the end of the run."""
    app.slider.focus()
    app.page.keyboard.press("End")


def expect_rest(app, output: Locator) -> None:
    """Wait until the picture says in words what it shows: nothing moves any more."""
    expect(output.get_by_role("img")).to_have_attribute("aria-label", re.compile(f"epoch {app.epoch:,}\\."))


def step_until_a_line_is_there(app, output: Locator) -> None:
    """Go on epoch by epoch until there is a line in the picture."""
    while output.locator(".decision-line").get_attribute("d") == "":
        epoch = app.epoch
        app.button("Step").click()
        app.expect_epoch(epoch + 1)
        expect_rest(app, output)  # a line that glides in is not there at once
