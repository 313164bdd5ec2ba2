// The slider over the whole run: a native range input for keyboard and screen reader, drawn on the charts' epoch axis.
import { changesByEpoch } from "./change_log.mjs";
import { PointerDrag } from "../shared/pointer_drag.js";
import { epochText } from "../shared/wording.mjs";

const SVG = "http://www.w3.org/2000/svg";
const TICK_STEPS = 600;

export class EpochSlider {
  #pointer = new PointerDrag();
  #end = -1;
  /** What the ticks were made of: flips, and where the axis has their epochs. @type {unknown[]} */
  #flips = [];
  /** @type {unknown[]} */
  #changes = [];

  /**
   * @param {HTMLElement} parent
   * @param {{seek(epoch: number): void, epochAtShare(share: number): number}} actions
   */
  constructor(parent, actions) {
    this.actions = actions;
    this.track = element(parent, "div", "track");
    this.trained = element(this.track, "div", "trained");
    this.trained.setAttribute("role", "progressbar");
    this.trained.setAttribute("aria-label", "Trained");
    this.played = element(this.track, "div", "played");
    this.flips = this.track.appendChild(document.createElementNS(SVG, "svg"));
    this.flips.setAttribute("class", "flips");
    this.flips.setAttribute("viewBox", `0 0 ${TICK_STEPS} 10`);
    this.flips.setAttribute("preserveAspectRatio", "none");
    this.flips.setAttribute("aria-hidden", "true");
    this.path = this.flips.appendChild(document.createElementNS(SVG, "path"));
    this.changes = element(this.track, "div", "changes");
    this.changes.setAttribute("aria-hidden", "true");
    this.input = element(this.track, "input", "");
    Object.assign(this.input, { type: "range", min: "0", max: "0", step: "1", value: "0" });
    this.input.setAttribute("aria-label", "Epoch");
    this.thumb = element(this.track, "div", "thumb");
    this.input.addEventListener("input", () => actions.seek(Number(this.input.value)));
    this.track.addEventListener("pointerdown", (event) => this.#grab(event));
  }

  /**
   * @param {import("./timeline.mjs").Timeline} timeline
   * @param {number} trained the newest trained epoch
   */
  draw(timeline, trained) {
    if (timeline.end !== this.#end) {
      this.#end = timeline.end;
      this.input.max = String(timeline.end);
      this.trained.setAttribute("aria-valuemax", String(timeline.end));
    }
    const { epoch, share } = timeline;
    this.input.value = String(epoch);
    this.input.setAttribute("aria-valuetext", `${epochText(epoch)} of ${epochText(timeline.end)}`);
    this.thumb.style.transform = `translateX(${100 * share}cqw)`;
    this.played.style.transform = `scaleX(${share})`;
    this.trained.style.transform = `scaleX(${timeline.shareOf(trained)})`;
    this.trained.setAttribute("aria-valuenow", String(trained));
  }

  /**
   * Mark the epochs at which a row changes class.
   * @param {Array<[number, number[]]>} flips
   * @param {import("./timeline.mjs").Timeline} timeline
   */
  markFlips(flips, timeline) {
    const made = [flips, timeline.scale, timeline.end];
    if (made.every((part, place) => part === this.#flips[place])) return;
    this.#flips = made;
    const places = new Set(flips.map(([epoch]) => Math.round(timeline.shareOf(epoch) * TICK_STEPS)));
    const ticks = [...places].map((place) => `M${place} 0v10`).join("");
    if (ticks !== this.path.getAttribute("d")) this.path.setAttribute("d", ticks);
  }

  /**
   * Mark the epochs at which the run was changed.
   * @param {import("./change_log.mjs").Change[]} changes
   * @param {import("./timeline.mjs").Timeline} timeline
   */
  markChanges(changes, timeline) {
    const made = [changes, timeline.scale, timeline.end];
    if (made.every((part, place) => part === this.#changes[place])) return;
    this.#changes = made;
    const places = changesByEpoch(changes).map(([epoch, text]) => ({ left: 100 * timeline.shareOf(epoch), text }));
    this.changes.replaceChildren(
      ...places.map(({ left, text }) => {
        const mark = Object.assign(document.createElement("span"), { className: "change", title: text });
        mark.style.left = `${left}%`;
        return mark;
      }),
    );
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    const follow = (/** @type {PointerEvent} */ moved) => this.#follow(moved);
    if (!this.#pointer.press(event, { box: this.track, atOnce: true, begin: () => true, follow, end: () => {} })) return;
    this.input.focus({ preventScroll: true });
    event.preventDefault();
  }

  /** @param {PointerEvent} event */
  #follow(event) {
    const box = this.track.getBoundingClientRect();
    this.actions.seek(this.actions.epochAtShare((event.clientX - box.left) / box.width));
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {HTMLElement} parent @param {Tag} tag @param {string} name its class
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function element(parent, tag, name) {
  const made = parent.appendChild(document.createElement(tag));
  if (name) made.className = name;
  return made;
}
