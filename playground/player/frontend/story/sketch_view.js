// The loss as somebody thinks it will go, drawn with the pointer into the chart's hidden future; it stays beside the curve.
import { drawnPlaces, goneOnWith, onAxes, pathOf, withStroke } from "./sketch.mjs";
import { isFinger, PointerDrag } from "../shared/pointer_drag.js";
import { element } from "../shared/element.js";
import { svgElement } from "../shared/svg.js";
/**
 * @import { Actions, View } from "../shared/types"
 * @import { PlotElement } from "../charts/plotly"
 * @import { Drawn, SketchAxes } from "./sketch.mjs"
 * @import { QuestionView } from "./question_view.js"
 * @import { Store } from "../model/store.mjs"
 */

/** @implements {View} */
export class SketchView {
  #store;
  #actions;
  #asked;
  #pointer;
  /** @type {Drawn | null} */
  #drawn = null;
  #isInvited = false;
  /** Whether the chart has the axes that it was drawn on. */
  #isSeen = true;
  #transform = "";
  #path = svgElement("path");
  /** Whether the press that a click ends has drawn something. */
  #hasDrawn = false;

  /**
   * @param {HTMLElement} chart the box of the loss chart @param {Store} store @param {Actions} actions
   * @param {Pick<QuestionView, "isTickable">} asked
   */
  constructor(chart, store, actions, asked) {
    this.#store = store;
    this.#asked = asked;
    this.#actions = actions;
    const attributes = { class: "sketch", viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true" };
    this.picture = svgElement("svg", attributes);
    this.picture.append(this.#path);
    this.#pointer = new PointerDrag(this.picture);
    this.invitation = element("div", "sketch-invitation", "Draw how it will go");
    this.invitation.setAttribute("aria-hidden", "true");
    this.chart = chart;
    chart.querySelector(".future-window")?.append(this.picture, this.invitation);
    chart.addEventListener("placed", () => this.#stay());
    this.picture.addEventListener("pointerdown", (event) => this.#press(event));
    this.picture.addEventListener("click", (event) => this.#passOn(event));
  }

  arrange() {
    const { guess, run } = this.#store;
    const sketch = guess?.run === run?.number ? (guess?.sketch ?? null) : null;
    if (sketch !== this.#drawn) {
      this.#drawn = sketch;
      this.#path.setAttribute("d", sketch ? pathOf(sketch.heights) : "");
    }
    this.#stay();
  }

  draw() {
    const { hidesFuture, timeline, run, isStale } = this.#store;
    const isOpen = hidesFuture && !timeline.playing && !isStale && Boolean(run?.finished);
    this.chart.classList.toggle("is-sketchable", isOpen);
    this.#isInvited = isOpen && timeline.epoch === 0;
    // Who opens the page has one thing to guess first; who looks at the chart, or has guessed, is told of the other. The names
    // of three lines leave it no room.
    const { guess } = this.#store;
    const isQuiet = (this.#asked.isTickable && guess?.run !== run?.number) || Boolean(run?.description?.test?.validation);
    this.invitation.classList.toggle("is-quiet", isQuiet);
    this.#invite();
  }

  #invite() {
    const isHidden = !this.#isInvited || (this.#drawn !== null && this.#isSeen);
    if (this.invitation.hidden !== isHidden) this.invitation.hidden = isHidden;
  }

  /** The axes may show another part than when it was drawn: it stays at its own values and epochs. */
  #stay() {
    const now = this.#axesNow;
    if (!this.#drawn || !now) return;
    const place = onAxes(this.#drawn.axes, now);
    this.#isSeen = place !== null;
    this.#path.style.visibility = place ? "" : "hidden";
    this.#invite();
    if (!place) return;
    const { across, down } = place;
    const transform = `translate(${100 * across.shift} ${100 * down.shift}) scale(${across.scale} ${down.scale})`;
    if (transform === this.#transform) return;
    this.#transform = transform;
    this.#path.setAttribute("transform", transform);
  }

  /** @returns {SketchAxes | null} */
  get #axesNow() {
    const plot = /** @type {Partial<PlotElement> | null} */ (this.chart.querySelector(".js-plotly-plot"));
    const { choices, timeline } = this.#store;
    if (!plot?._fullLayout || !choices) return null;
    const { xaxis, yaxis } = plot._fullLayout;
    return {
      measure: choices.measure, epochs: timeline.scale, isLog: yaxis.type === "log",
      across: [xaxis.range[0], xaxis.range[1]], up: [yaxis.range[0], yaxis.range[1]],
    };
  }

  remove() {
    this.#pointer.stop();
    this.picture.remove();
    this.invitation.remove();
  }

  /** @param {PointerEvent} event */
  #press(event) {
    const now = this.#axesNow;
    if (!now) return;
    const box = this.picture.getBoundingClientRect();
    const begun = goneOnWith(this.#drawn, now);
    const place = onAxes(begun.axes, now);
    if (!place) return;
    const { across, down } = place;
    const at = (/** @type {PointerEvent} */ moved) => /** @type {[number, number]} */ ([
      ((moved.clientX - box.left) / box.width - across.shift) / across.scale,
      ((moved.clientY - box.top) / box.height - down.shift) / down.scale,
    ]);
    let { heights } = begun;
    let from = at(event);
    const first = this.#drawn;
    this.#hasDrawn = false;
    this.#pointer.press(event, {
      isAcross: isFinger(event),
      begin: () => (this.#hasDrawn = true),
      follow: (moved) => {
        const to = at(moved);
        heights = withStroke(heights, from, to);
        this.#actions.sketch({ heights, axes: begun.axes });
        from = to;
      },
      end: (isBack) => {
        if (isBack || drawnPlaces(heights) < 2) this.#actions.sketch(first);
      },
    });
  }

  /** A click is for the chart below, which goes there. @param {MouseEvent} event */
  #passOn(event) {
    if (this.#hasDrawn) return;
    this.picture.style.pointerEvents = "none";
    document.elementFromPoint(event.clientX, event.clientY)?.dispatchEvent(new MouseEvent("click", event));
    this.picture.style.pointerEvents = "";
  }
}
