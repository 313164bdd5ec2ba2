// Dragging on a weight's number: to the right or up it grows, to the left or down it shrinks, and the run follows.

import { isFinger, PointerDrag } from "../shared/pointer_drag.js";
import { draggedWeight, roundedWeight } from "./weight_drag.mjs";
/** @import { Actions } from "../shared/types" */

export class WeightDrag {
  #svg;
  #actions;
  #valueOf;
  #begun;
  #pointer;
  /**
   * `value` is `exact` rounded, at `place`; `told` whether the run has heard of it.
   * @type {{parameter: number, start: number, exact: number, value: number, place: number, gesture: number, told: boolean} | null}
   */
  #drag = null;

  /**
   * @param {SVGElement} svg which stays when a run that arrives on the way makes the numbers anew
   * @param {Pick<Actions, "setParameter" | "takeBackParameter" | "newGesture" | "grab" | "release">} actions
   * @param {{valueOf: (parameter: number) => number, begun: (parameter: number) => void}} view
   */
  constructor(svg, actions, { valueOf, begun }) {
    this.#svg = svg;
    this.#pointer = new PointerDrag(svg);
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
    const place = placeOf(event);
    this.#pointer.press(event, {
      isAcross: isFinger(event),
      begin: () => this.#begin(parameter, place),
      follow: (moved) => this.#follow(moved),
      end: (isBack) => this.#end(isBack),
    });
  }

  /** Leave it as it is. */
  stop() {
    this.#pointer.stop();
    if (!this.#drag) return;
    this.#drag = null;
    this.#svg.classList.remove("dragging");
    this.#actions.release();
  }

  /** @param {PointerEvent} event */
  #follow(event) {
    const drag = this.#drag;
    if (!drag) return;
    const place = placeOf(event);
    drag.exact = draggedWeight(drag.exact, drag.start, place - drag.place, event.shiftKey);
    drag.place = place;
    const value = roundedWeight(drag.exact, event.shiftKey);
    if (value === drag.value) return;
    drag.value = value;
    drag.told = true;
    this.#actions.setParameter(drag.parameter, value, drag.gesture);
  }

  /** @param {number} parameter @param {number} place where it was pressed @returns {boolean} whether it can be dragged */
  #begin(parameter, place) {
    const start = this.#valueOf(parameter);
    // A weight that has exploded leads nowhere.
    if (!Number.isFinite(start)) return false;
    this.#actions.grab();
    this.#svg.classList.add("dragging");
    const gesture = this.#actions.newGesture();
    this.#drag = { parameter, start, exact: start, value: start, place, gesture, told: false };
    this.#begun(parameter);
    return true;
  }

  /** @param {boolean} isBack whether it goes back to the value it had */
  #end(isBack) {
    const drag = this.#drag;
    if (isBack && drag?.told) this.#actions.takeBackParameter(drag.parameter, drag.start, drag.gesture);
    this.stop();
  }
}

/** How far to the right and up the pointer is; a finger's way up and down is left to the page. @param {PointerEvent} event */
function placeOf(event) {
  return isFinger(event) ? event.clientX : event.clientX - event.clientY;
}
