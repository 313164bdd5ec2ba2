// The slider over the whole run: a native range input for keyboard and screen reader, drawn on the charts' epoch axis.
import { ChangeMarks } from "./change_marks.js";
import { EpochLabels } from "./epoch_labels.js";
import { FlipMarks } from "./flip_marks.js";
import { MovedAlong } from "../shared/moved_along.js";
import { isFinger, PointerDrag } from "../shared/pointer_drag.js";
import { element } from "../shared/element.js";
import { epochText } from "../shared/wording.mjs";
/**
 * @import { Actions, Description } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 */

/** The size of the labels where nothing makes them larger, in pixels. */
const TYPE = 13;
/** How wide a digit is for each pixel of its size, on the wide side. */
const DIGIT = 0.54;

/**
 * @typedef {object} TrackSize pixels
 * @property {number} width
 * @property {number} unit how much larger everything is than on a page
 * @property {number} characterWidth of the labels
 */

export class EpochSlider {
  #store;
  #actions;
  #pointer;
  #end = -1;
  /** @type {TrackSize} */
  #size = { width: 0, unit: 1, characterWidth: TYPE * DIGIT };

  /** @param {HTMLElement} parent @param {Store} store @param {Actions} actions */
  constructor(parent, store, actions) {
    this.#store = store;
    this.#actions = actions;
    this.track = parent.appendChild(element("div", "track"));
    this.#pointer = new PointerDrag(this.track);
    const bars = this.track.appendChild(element("div", "bars"));
    this.trained = bars.appendChild(element("div", "trained"));
    this.trained.setAttribute("role", "progressbar");
    this.trained.setAttribute("aria-label", "Trained");
    this.played = bars.appendChild(element("div", "played"));
    this.flips = new FlipMarks(this.track);
    this.changes = new ChangeMarks(this.track);
    this.labels = new EpochLabels(this.track);
    this.input = this.track.appendChild(element("input", ""));
    Object.assign(this.input, { type: "range", min: "0", max: "0", step: "1", value: "0" });
    this.input.setAttribute("aria-label", "Epoch");
    const thumb = element("div", "thumb");
    this.track.append(element("div", "thumb-way", thumb));
    this.moved = {
      thumb: new MovedAlong(thumb, (at) => `translateX(${at}px)`),
      played: new MovedAlong(this.played, (at) => `scaleX(${at})`),
      trained: new MovedAlong(this.trained, (at) => `scaleX(${at})`),
    };
    for (const bar of [this.moved.played, this.moved.trained]) bar.lay(0, 1);
    this.input.addEventListener("input", () => actions.seek(Number(this.input.value)));
    this.track.addEventListener("pointerdown", (event) => this.#grab(event));
    this.observer = new ResizeObserver(() => this.#measure());
    this.observer.observe(this.track);
    // In it a letter is as high as a label is written, so it changes its size with the type.
    this.observer.observe(this.labels.box);
  }

  /** Show what does not depend on the epoch: where it ends, labels, flips and changes. @param {Description} run */
  arrange({ changes }) {
    const { timeline, run, threshold } = this.#store;
    this.labels.show(timeline, this.#size);
    if (run) this.flips.show(run, timeline, threshold, this.#size);
    this.changes.show(changes, timeline);
  }

  /** @param {number} trained the newest trained epoch */
  draw(trained) {
    const { timeline, hidesFuture } = this.#store;
    if (timeline.end !== this.#end) {
      this.#end = timeline.end;
      this.input.max = String(timeline.end);
      this.trained.setAttribute("aria-valuemax", String(timeline.end));
    }
    const { epoch, share } = timeline;
    this.input.value = String(epoch);
    this.input.setAttribute("aria-valuetext", `epoch ${epochText(epoch)} of ${epochText(timeline.end)}`);
    this.moved.thumb.move(share * this.#size.width);
    this.moved.played.move(share);
    this.moved.trained.move(timeline.shareOf(trained));
    this.trained.setAttribute("aria-valuenow", String(trained));
    this.flips.unveil(hidesFuture, share);
  }

  remove() {
    this.#pointer.stop();
    this.observer.disconnect();
    this.track.remove();
  }

  #measure() {
    const type = Number.parseFloat(getComputedStyle(this.labels.box).fontSize) || TYPE;
    this.#size = { width: this.track.clientWidth, unit: type / TYPE, characterWidth: type * DIGIT };
    this.moved.thumb.lay(0, this.#size.width);
    this.#actions.redraw();
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    const follow = (/** @type {PointerEvent} */ moved) => this.#follow(moved);
    // What a finger presses may be a swipe over the page.
    const how = isFinger(event) ? { isAcross: true, tap: follow } : { atOnce: true };
    if (!this.#pointer.press(event, { ...how, begin: () => true, follow, end: () => {} })) return;
    this.input.focus({ preventScroll: true });
    event.preventDefault();
  }

  /** @param {{clientX: number}} event */
  #follow(event) {
    const box = this.track.getBoundingClientRect();
    this.#actions.seek(this.#actions.epochAtShare((event.clientX - box.left) / box.width));
  }
}
