// The box of the decision picture: its elements, and how large they are.

import { decisionLayout } from "./decision_layout.mjs";
import { sentencePlace } from "./decision_sentence.mjs";
/**
 * @import { Pair } from "../shared/types"
 * @import { Layout } from "./decision_layout.mjs"
 */

/** How wide a mark is with a number on either side, and how high, as far as a sentence should leave it free; in pixels. */
const SHAPE = { width: 72, height: 40 };
/** A sentence that stands is told to the next one as so many marks beside each other. */
const MARKS = 9;
const FRAME = `<div class="decision-plot">
    <canvas class="decision-canvas" role="img"></canvas>
    <svg class="decision-lines" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
      <path class="decision-level"/><path class="decision-line"/>
    </svg>
    <svg class="decision-moved" aria-hidden="true"><path class="decision-ties"/><path class="decision-pins"/></svg>
    <p class="decision-sentence" aria-hidden="true"></p>
    <p class="decision-pale" aria-hidden="true"></p>
    <div class="decision-points"></div>
    <div class="decision-ticks" aria-hidden="true"></div>
    <div class="decision-scale"></div>
    <div class="decision-classes"></div>
    <div class="decision-verdicts"></div>
  </div>`;

export class DecisionFrame {
  root = document.createElement("div");
  #observer;
  /** Of the root, in pixels; another object whenever it is another one. */
  box = { width: 448, height: 392, type: 1 };
  /** Among which marks the sentences stand. @type {Pair[] | null} */
  #among = null;
  /** In a box of which size. @type {DecisionFrame["box"] | null} */
  #within = null;

  /** @param {HTMLElement} parent an empty box to fill @param {() => void} resized */
  constructor(parent, resized) {
    this.root.className = "decision";
    this.root.innerHTML = FRAME;
    this.plot = this.part("plot");
    this.canvas = /** @type {HTMLCanvasElement} */ (this.part("canvas"));
    this.sentence = this.part("sentence");
    this.pale = this.part("pale");
    parent.append(this.root);
    this.#observer = new ResizeObserver(([{ contentRect: { width, height } }]) => {
      if (width < 1 || height < 1) return;
      this.box = { width, height, type: Number(getComputedStyle(this.root).getPropertyValue("--type")) || 1 };
      resized();
    });
    this.#observer.observe(this.root);
  }

  /** @param {string} name */
  part(name) {
    return /** @type {HTMLElement} */ (this.root.querySelector(`.decision-${name}`));
  }

  /**
   * As large as there is room.
   * @param {Parameters<typeof decisionLayout>[1]} content
   * @returns {Layout}
   */
  lay(content) {
    const layout = decisionLayout(this.box, content);
    const { width, height, gutter, length, breadth, isUnder } = layout;
    for (const [name, pixels] of Object.entries({ width, height, gutter, length, breadth })) {
      this.plot.style.setProperty(`--${name}`, `${pixels}px`);
    }
    this.root.classList.toggle("is-under", isUnder);
    return layout;
  }

  /**
   * @param {string[]} said what is true where there is no line, and why rows are pale: each only where it covers nothing
   * @param {Pair[]} places of the marks that they should not cover, another object when they are others
   */
  say([sentence, pale], places) {
    const isSame = this.sentence.dataset.wanted === sentence && this.pale.dataset.wanted === pale;
    if (isSame && this.#among === places && this.#within === this.box) return;
    this.#among = places;
    this.#within = this.box;
    const marks = this.#put(this.sentence, sentence, places);
    this.#put(this.pale, pale, [...places, ...marks]);
  }

  /** @param {HTMLElement} element @param {string} text @param {Pair[]} places @returns {Pair[]} what stands there now, as marks */
  #put(element, text, places) {
    element.textContent = element.dataset.wanted = text;
    if (!text) return [];
    const { offsetWidth, offsetHeight } = element;
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const { type } = this.box;
    const reach = /** @type {Pair} */ ([(offsetWidth + SHAPE.width * type) / (2 * width), (offsetHeight + SHAPE.height * type) / (2 * height)]);
    const { place: [x, y], covered } = sentencePlace(places, reach);
    element.style.left = `${100 * x}%`;
    element.style.top = `${100 * y}%`;
    if (covered > 0) element.textContent = "";
    return covered > 0 ? [] : Array.from({ length: MARKS }, (_, k) => /** @type {Pair} */ ([x + (k / (MARKS - 1) - 0.5) * (offsetWidth / width), y]));
  }

  remove() {
    this.#observer.disconnect();
    this.root.remove();
  }
}
