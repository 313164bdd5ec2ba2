// A small lock on the edge of every weight that is frozen.

import { svgElement } from "../shared/svg.js";
import { lockPlace } from "./frozen_weights.mjs";

/** A closed lock of 9 × 12 pixels around its middle: the body, and the shackle above it. */
const LOCK = "M-4.5 -0.5h9v6h-9z M-3.5 -0.5v-2a3.5 3.5 0 0 1 7 0v2h-1.5v-2a2 2 0 0 0 -4 0v2z";

export class FrozenMarks {
  #svg;
  /** By the place of their edge. @type {Map<number, SVGElement>} */
  #marks = new Map();

  /** @param {SVGElement} svg */
  constructor(svg) {
    this.#svg = svg;
  }

  /**
   * @param {Set<number>} frozen the parameters that are held
   * @param {import("./network_layout.mjs").NetworkLayout} layout
   */
  draw(frozen, layout) {
    if (frozen.size === 0 && this.#marks.size === 0) return;
    layout.edges.forEach((edge, i) => {
      if (frozen.has(edge.parameter)) this.#mark(i, lockPlace(edge));
      else if (this.#marks.has(i)) this.#unmark(i);
    });
  }

  /** The drawing has been emptied. */
  clear() {
    this.#marks.clear();
  }

  /** @param {number} i @param {{x: number, y: number}} place */
  #mark(i, { x, y }) {
    const known = this.#marks.get(i);
    const mark = known ?? svgElement("path", { class: "frozen-mark", d: LOCK, "aria-hidden": "true" }, this.#svg);
    this.#marks.set(i, mark);
    const transform = `translate(${Math.round(x)} ${Math.round(y)})`;
    if (mark.getAttribute("transform") !== transform) mark.setAttribute("transform", transform);
  }

  /** @param {number} i */
  #unmark(i) {
    this.#marks.get(i)?.remove();
    this.#marks.delete(i);
  }
}
