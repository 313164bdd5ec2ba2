// The box of the decision picture: its elements, and how large they are.

import { decisionLayout } from "./decision_layout.mjs";
import { sentenceHeight } from "./decision_sentence.mjs";
/**
 * @import { Pair } from "../shared/types"
 * @import { Layout } from "./decision_layout.mjs"
 */

/** How wide the shape of a mark is, in pixels, as far as the sentence should leave it free. */
const SHAPE = 24;
const FRAME = `<div class="decision-plot">
    <canvas class="decision-canvas" role="img"></canvas>
    <svg class="decision-lines" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
      <path class="decision-level"/><path class="decision-line"/>
    </svg>
    <svg class="decision-moved" aria-hidden="true"><path class="decision-ties"/><path class="decision-pins"/></svg>
    <p class="decision-sentence" aria-hidden="true"></p>
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

  /** @param {HTMLElement} parent an empty box to fill @param {() => void} resized */
  constructor(parent, resized) {
    this.root.className = "decision";
    this.root.innerHTML = FRAME;
    this.plot = this.part("plot");
    this.canvas = /** @type {HTMLCanvasElement} */ (this.part("canvas"));
    this.sentence = this.part("sentence");
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

  /** @param {string} sentence @param {Pair[]} places of the marks that it should not cover */
  say(sentence, places) {
    if (this.sentence.textContent === sentence) return;
    this.sentence.textContent = sentence;
    if (!sentence) return;
    const { offsetWidth, offsetHeight } = this.sentence;
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const reach = /** @type {Pair} */ ([(offsetWidth + SHAPE) / (2 * width), (offsetHeight + SHAPE) / (2 * height)]);
    this.sentence.style.top = `${100 * sentenceHeight(places, reach)}%`;
  }

  remove() {
    this.#observer.disconnect();
    this.root.remove();
  }
}
