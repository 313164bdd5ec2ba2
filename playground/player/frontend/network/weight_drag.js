// Dragging on a weight's number: to the right it grows, to the left it shrinks, and the run follows.

import { draggedWeight, roundedWeight } from "./weight_drag.mjs";

/** Pixels below which a press stays a click. */
const THRESHOLD = 3;

export class WeightDrag {
  #svg;
  #actions;
  #valueOf;
  #begun;
  #pressed = null;
  #drag = null;

  /**
   * @param {SVGElement} svg which stays when a run that arrives on the way makes the numbers anew
   * @param {Record<string, Function>} actions
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
    const listen = (name, listener) => window.addEventListener(name, listener, { capture: true, signal: stop.signal });
    const own = (act) => (happened) => {
      if (happened.pointerId === event.pointerId) act(happened);
    };
    listen("pointermove", own((moved) => this.#move(moved)));
    listen("pointerup", own(() => this.stop()));
    listen("pointercancel", own(() => this.#takeBack()));
    listen("keydown", (key) => this.#key(key));
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

  #key(event) {
    if (event.key !== "Escape" || !this.#drag) return;
    event.preventDefault();
    event.stopPropagation();
    this.#takeBack();
  }

  #move(event) {
    // Let go where nobody could see it.
    if (event.buttons === 0) return this.stop();
    if (!this.#drag && Math.abs(event.clientX - this.#pressed.x) < THRESHOLD) return;
    if (!this.#drag) this.#begin(event);
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

  #begin(event) {
    const { parameter, x } = this.#pressed;
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
