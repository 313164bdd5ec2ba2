// Dragging on a weight's number: to the right it grows, to the left it shrinks, and the run follows.

import { draggedWeight, roundedWeight } from "./weight_drag.mjs";
/** @import { Actions } from "../shared/types" */

/** Pixels below which a press stays a click. */
const THRESHOLD = 3;

export class WeightDrag {
  #svg;
  #actions;
  #valueOf;
  #begun;
  /** @type {{parameter: number, pointer: number, x: number, stop: AbortController} | null} */
  #pressed = null;
  /**
   * `value` is `exact` rounded, at `x`; `told` whether the run has heard of it.
   * @type {{parameter: number, start: number, exact: number, value: number, x: number, gesture: number, told: boolean} | null}
   */
  #drag = null;

  /**
   * @param {SVGElement} svg which stays when a run that arrives on the way makes the numbers anew
   * @param {Pick<Actions, "setParameter" | "takeBackParameter" | "newGesture" | "grab" | "release">} actions
   * @param {{valueOf: (parameter: number) => number, begun: (parameter: number) => void}} view
   */
  constructor(svg, actions, { valueOf, begun }) {
    this.#svg = svg;
    this.#actions = actions;
    this.#valueOf = valueOf;
    this.#begun = begun;
  }

  /** The weight under the hand, or null. */
  get held() {
    return this.#drag?.parameter ?? null;
  }

  /** A number is pressed: it may become a drag. @param {PointerEvent} event @param {number} parameter */
  press(event, parameter) {
    if (!event.isPrimary || event.button !== 0 || this.#pressed) return;
    const stop = new AbortController();
    this.#pressed = { parameter, pointer: event.pointerId, x: event.clientX, stop };
    const options = { capture: true, signal: stop.signal };
    const own = (/** @type {(happened: PointerEvent) => void} */ act) => (/** @type {PointerEvent} */ happened) => {
      if (happened.pointerId === event.pointerId) act(happened);
    };
    window.addEventListener("pointermove", own((moved) => this.#move(moved)), options);
    window.addEventListener("pointerup", own(() => this.stop()), options);
    window.addEventListener("pointercancel", own(() => this.#takeBack()), options);
    window.addEventListener("keydown", (key) => this.#key(key), options);
  }

  /** Leave it as it is. */
  stop() {
    this.#pressed?.stop.abort();
    this.#pressed = null;
    if (!this.#drag) return;
    this.#drag = null;
    this.#svg.classList.remove("dragging");
    this.#actions.release();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== "Escape" || !this.#drag) return;
    event.preventDefault();
    event.stopPropagation();
    this.#takeBack();
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const pressed = this.#pressed;
    // Let go where nobody could see it.
    if (!pressed || event.buttons === 0) return this.stop();
    if (!this.#drag && Math.abs(event.clientX - pressed.x) < THRESHOLD) return;
    if (!this.#drag) this.#begin(event, pressed);
    const drag = this.#drag;
    if (!drag) return;
    drag.exact = draggedWeight(drag.exact, drag.start, event.clientX - drag.x, event.shiftKey);
    drag.x = event.clientX;
    const value = roundedWeight(drag.exact, event.shiftKey);
    if (value === drag.value) return;
    drag.value = value;
    drag.told = true;
    this.#actions.setParameter(drag.parameter, value, drag.gesture);
  }

  /** @param {PointerEvent} event @param {{parameter: number, x: number}} pressed */
  #begin(event, { parameter, x }) {
    const start = this.#valueOf(parameter);
    // A weight that has exploded leads nowhere.
    if (!Number.isFinite(start)) return this.stop();
    this.#actions.grab();
    this.#svg.setPointerCapture(event.pointerId);
    this.#svg.classList.add("dragging");
    const gesture = this.#actions.newGesture();
    this.#drag = { parameter, start, exact: start, value: start, x, gesture, told: false };
    this.#begun(parameter);
  }

  #takeBack() {
    const drag = this.#drag;
    if (drag?.told) this.#actions.takeBackParameter(drag.parameter, drag.start, drag.gesture);
    this.stop();
  }
}
